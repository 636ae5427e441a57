import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'

/** An option of a combobox: what it shows, and the value to pick. */
export interface Option<T> {
  readonly key: string
  readonly line: ComponentChildren
  readonly value: T
}

interface ComboboxInput<T> {
  readonly text: string
  readonly onText: (text: string) => void
  /** The options; undefined while loading. */
  readonly choices: readonly Option<T>[] | undefined
  readonly onPick: (value: T) => void
}

/** The state of a combobox: the active option, whether the list is open, and the handlers of keys and input. */
export interface ComboboxState<T> {
  readonly at: Signal<number>
  readonly open: Signal<boolean>
  readonly pick: (choice: Option<T> | undefined) => void
  readonly onTyped: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Provides the state of a combobox: arrow keys move, Enter picks, Esc closes the list and, once closed, clears the field. */
export function useCombobox<T>({ text, onText, choices, onPick }: ComboboxInput<T>): ComboboxState<T> {
  const [at, open, hurried] = [useSignal(0), useSignal(false), useSignal(false)]
  const pick = (choice: Option<T> | undefined): void => {
    if (choice === undefined) return
    open.value = false
    hurried.value = false
    onPick(choice.value)
  }
  useEffect(() => {
    at.value = 0
  }, [text])
  // Enter before the options have loaded picks the first one when they arrive
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
  const onKeyDown = keyHandler({ ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: take, Escape: leave }, () => open.value)
  return { at, open, pick, onTyped, onKeyDown }
}

/** Returns a handler of keys that does nothing during composition (kana, pinyin). When no list is open, Esc keeps its default action. */
function keyHandler(acts: Readonly<Record<string, () => void>>, isOpen: () => boolean): (event: KeyboardEvent) => void {
  return (event) => {
    const act = event.isComposing ? undefined : acts[event.key]
    if (act === undefined) return
    if (event.key !== 'Escape' || isOpen()) event.preventDefault()
    act()
  }
}
