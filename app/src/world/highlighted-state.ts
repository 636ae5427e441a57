import { computed, signal } from '@preact/signals'
import { place, setQuery } from '../place.ts'

/** The state under the pointer, or at the keyboard's mark. */
export const pointed = signal<string | undefined>(undefined)

/** The state that the reader chose to look at: it stands in the address. */
export const selected = computed(() => place.value.query['state'])

/** The one that is told of. */
export const toldOf = computed(() => pointed.value ?? selected.value)

/** Chooses a state to look at, or none. */
export function select(iso3: string | undefined): void {
  setQuery({ state: iso3 }, { replace: true })
}
