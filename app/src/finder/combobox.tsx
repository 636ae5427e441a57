import { useSignal } from '@preact/signals'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

/** One line of the list below a field. */
export interface Choice<T> {
  readonly key: string
  readonly line: ComponentChildren
  readonly value: T
}

interface ComboboxProps<T> {
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly onText: (text: string) => void
  /** What may be meant; undefined while it is looked for. */
  readonly choices: readonly Choice<T>[] | undefined
  readonly onPick: (value: T) => void
  /** What is said where nothing is found. */
  readonly nothing: string
  readonly input?: RefObject<HTMLInputElement | null> | undefined
  readonly shortcut?: string | undefined
}

/** A field with a list of what may be meant: arrow keys choose, Enter takes, Esc closes. The list stands as long as the field is written in. */
export function Combobox<T>({ label, placeholder, text, onText, choices, onPick, nothing, input, shortcut }: ComboboxProps<T>) {
  const id = useId()
  const own = useRef<HTMLInputElement>(null)
  const field = input ?? own
  const at = useSignal(0)
  const open = useSignal(false)
  const hurried = useSignal(false)
  const shown = open.value && text.trim() !== ''
  const pick = (choice: Choice<T> | undefined): void => {
    if (choice === undefined) return
    open.value = false
    hurried.value = false
    onPick(choice.value)
  }
  useEffect(() => {
    at.value = 0
  }, [text])
  // Enter before the list stands takes its first line when it does
  useEffect(() => {
    if (hurried.value && choices !== undefined) pick(choices[0])
  }, [choices])
  const step = (by: number): void => {
    const count = choices?.length ?? 0
    if (count > 0) at.value = (at.value + by + count) % count
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    const act = actions[event.key]
    if (act === undefined) return
    if (event.key !== 'Escape' || open.value) event.preventDefault()
    act()
  }
  const show = (now: boolean): void => {
    open.value = now
  }
  const take = (): void => {
    hurried.value = choices === undefined
    pick(choices?.[at.value])
  }
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (open.value ? step(1) : show(true)),
    ArrowUp: () => step(-1),
    Enter: take,
    Escape: () => (open.value ? show(false) : onText('')),
  }
  return (
    <div class="finder">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && choices?.[at.value] !== undefined ? `${id}-${at.value}` : undefined}
        aria-keyshortcuts={shortcut}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        placeholder={placeholder}
        value={text}
        onInput={(event) => {
          open.value = true
          hurried.value = false
          onText(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => show(false)}
      />
      <Choices id={id} choices={choices ?? []} at={at.value} onPick={pick} hidden={!shown || choices?.length === 0} label={label} />
      {shown && choices?.length === 0 && <p class="finder-nothing">{nothing}</p>}
      <p class="visually-hidden" role="status">
        {shown && choices !== undefined ? told(choices.length, nothing) : ''}
      </p>
    </div>
  )
}

function told(count: number, nothing: string): string {
  if (count === 0) return nothing
  return count === 1 ? 'One suggestion.' : `${count} suggestions.`
}

interface ChoicesProps<T> {
  readonly id: string
  readonly choices: readonly Choice<T>[]
  readonly at: number
  readonly onPick: (choice: Choice<T>) => void
  readonly hidden: boolean
  readonly label: string
}

function Choices<T>({ id, choices, at, onPick, hidden, label }: ChoicesProps<T>) {
  return (
    <div id={`${id}-list`} class="choices" role="listbox" aria-label={label} hidden={hidden} tabIndex={-1}>
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
