import type { State } from '../tables/state.ts'

/** By what a state was called, where it was not by a name of its own in use today. */
export type Mark = 'capital' | 'demonym' | 'government' | 'former name'

/** What a spelling stands for. `unknown` carries the nearest states, best first, at most five. */
export type Resolution =
  | { readonly kind: 'state'; readonly state: State; readonly marked?: Mark }
  | { readonly kind: 'bloc'; readonly id: string }
  | { readonly kind: 'territory'; readonly name: string; readonly iso3: string | null }
  | { readonly kind: 'non-state'; readonly what: string }
  | { readonly kind: 'unknown'; readonly nearest: readonly State[] }
