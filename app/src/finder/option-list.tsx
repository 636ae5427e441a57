import { useEffect, useRef } from 'preact/hooks'
import type { Option } from './use-combobox.ts'

interface OptionListProps<T> {
  readonly id: string
  readonly choices: readonly Option<T>[]
  readonly at: number
  readonly onPick: (choice: Option<T>) => void
  readonly hidden: boolean
  readonly label: string
}

/** Shows the options below a field; the field keeps the focus and refers to the active option. */
export function OptionList<T>({ id, choices, at, onPick, hidden, label }: OptionListProps<T>) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!hidden) list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at, hidden])
  return (
    <div ref={list} id={`${id}-list`} class="choices" role="listbox" aria-label={label} hidden={hidden} tabIndex={-1}>
      {choices.map((choice, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active line
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
        <div
          key={choice.key}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(choice)}
        >
          {choice.line}
        </div>
      ))}
    </div>
  )
}
