import type { State } from '../tables/state.ts'

/** The kind of name used for a state, if it is not one of the state's own present names. */
export type IndirectName = 'capital' | 'demonym' | 'government' | 'former name'

/**
 * The meaning of a spelling. If it is `unknown`, `nearest` has the nearest states, best first, at most five; if it is `ambiguous`, the states that it may mean.
 */
export type Resolution =
  | { readonly kind: 'state'; readonly state: State; readonly marked?: IndirectName }
  | { readonly kind: 'bloc'; readonly id: string }
  | { readonly kind: 'territory'; readonly name: string; readonly iso3: string | null }
  | { readonly kind: 'non-state'; readonly what: string }
  | { readonly kind: 'unknown'; readonly nearest: readonly State[]; readonly ambiguous?: true }
