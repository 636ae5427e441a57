import { computed, signal } from '@preact/signals'
import { route, setQuery } from '../route.ts'

/** The state under the pointer or the keyboard cursor. */
export const hoveredState = signal<string | undefined>(undefined)

/** The selected state, from the URL. */
export const selectedState = computed(() => route.value.query['state'])

/** The state described: the highlighted one, else the selected one. */
export const describedState = computed(() => hoveredState.value ?? selectedState.value)

/** Selects a state, or none. */
export function selectState(iso3: string | undefined): void {
  setQuery({ state: iso3 }, { replace: true })
}
