import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'

/** One line of the list below a field. */
export interface Choice<T> {
  readonly key: string
  readonly line: ComponentChildren
  readonly value: T
}

interface Asked<T> {
  readonly text: string
  readonly onText: (text: string) => void
  /** What may be meant; undefined while it is looked for. */
  readonly choices: readonly Choice<T>[] | undefined
  readonly onPick: (value: T) => void
}

/** What a field with a list does: which line is active, and what its keys and its text do to that. */
export interface Choosing<T> {
  readonly at: Signal<number>
  readonly open: Signal<boolean>
  readonly pick: (choice: Choice<T> | undefined) => void
  readonly onTyped: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The state of such a field: arrow keys choose, Enter takes, Esc closes the list and then empties the field. */
export function useChoosing<T>({ text, onText, choices, onPick }: Asked<T>): Choosing<T> {
  const [at, open, hurried] = [useSignal(0), useSignal(false), useSignal(false)]
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
  const onTyped = (typed: string): void => {
    open.value = true
    hurried.value = false
    onText(typed)
  }
  const step = (by: number): void => {
    const count = choices?.length ?? 0
    if (!open.value) open.value = true
    else if (count > 0) at.value = (at.value + by + count) % count
  }
  const take = (): void => {
    hurried.value = choices === undefined && text.trim() !== ''
    pick(choices?.[at.value])
  }
  const leave = (): void => {
    hurried.value = false
    if (open.value) open.value = false
    else onText('')
  }
  const onKeyDown = keysOf({ ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: take, Escape: leave }, () => open.value)
  return { at, open, pick, onTyped, onKeyDown }
}

/** Keys do what they name; those with which a word is put together (kana, pinyin) belong to the word. Esc with nothing to close is left to what is around the field. */
function keysOf(acts: Readonly<Record<string, () => void>>, isOpen: () => boolean): (event: KeyboardEvent) => void {
  return (event) => {
    const act = event.isComposing ? undefined : acts[event.key]
    if (act === undefined) return
    if (event.key !== 'Escape' || isOpen()) event.preventDefault()
    act()
  }
}
