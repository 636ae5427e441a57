interface SwitchProps {
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: string
}

/** A box to tick, with its label. */
export function Switch({ checked, disabled = false, onChange, children }: SwitchProps) {
  return (
    <label class="switch">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} /> {children}
    </label>
  )
}
