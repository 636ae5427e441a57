import { computed, signal } from '@preact/signals'
import { place, setQuery } from '../place.ts'

/** The state under the pointer or the keyboard cursor. */
export const pointed = signal<string | undefined>(undefined)

/** The selected state, from the URL. */
export const selected = computed(() => place.value.query['state'])

/** The state described: the highlighted one, else the selected one. */
export const toldOf = computed(() => pointed.value ?? selected.value)

/** Selects a state, or none. */
export function select(iso3: string | undefined): void {
  setQuery({ state: iso3 }, { replace: true })
}
