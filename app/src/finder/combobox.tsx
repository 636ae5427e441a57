import type { RefObject } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { OptionList } from './option-list.tsx'
import { type Option, useCombobox } from './use-combobox.ts'

interface ComboboxProps<T> {
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly onText: (text: string) => void
  /** The options; undefined while loading. */
  readonly choices: readonly Option<T>[] | undefined
  readonly onPick: (value: T) => void
  /** Message to show if nothing matches. */
  readonly nothing: string
  readonly input?: RefObject<HTMLInputElement | null> | undefined
  readonly shortcut?: string | undefined
}

/** Shows a text field with a list of options, which stays open while the field has the focus. */
export function Combobox<T>(props: ComboboxProps<T>) {
  const { label, placeholder, text, choices, nothing, input, shortcut } = props
  const id = useId()
  const own = useRef<HTMLInputElement>(null)
  const { at, open, pick, onTyped, onKeyDown } = useCombobox(props)
  const shown = open.value && text.trim() !== ''
  const listed = shown && choices !== undefined && choices.length > 0
  return (
    <div class="finder">
      <input
        ref={input ?? own}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={listed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={listed ? `${id}-${at.value}` : undefined}
        aria-keyshortcuts={shortcut}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        placeholder={placeholder}
        value={text}
        onInput={(event) => onTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => (open.value = false)}
      />
      <OptionList id={id} choices={choices ?? []} at={at.value} onPick={pick} hidden={!listed} label={label} />
      {shown && choices?.length === 0 && <p class="finder-nothing">{nothing}</p>}
      <p class="visually-hidden" role="status">
        {shown && choices !== undefined ? countMessage(choices.length, nothing) : ''}
      </p>
    </div>
  )
}

function countMessage(count: number, nothing: string): string {
  if (count === 0) return nothing
  return count === 1 ? 'One suggestion.' : `${count} suggestions.`
}
