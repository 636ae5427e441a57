import { computed, signal } from '@preact/signals'
import { route, setQuery } from '../route.ts'

/** The state under the pointer or the keyboard cursor; undefined if there is none. */
export const hoveredState = signal<string | undefined>(undefined)

/** The selected state, from the URL; undefined if there is none. */
export const selectedState = computed(() => route.value.query['state'])

/** The state that the page describes: the highlighted one, else the selected one. */
export const describedState = computed(() => hoveredState.value ?? selectedState.value)

/** Selects a state, or clears the selection if undefined. */
export function selectState(iso3: string | undefined): void {
  setQuery({ state: iso3 }, { replace: true })
}
