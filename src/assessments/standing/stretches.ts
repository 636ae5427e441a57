/** A time from one day to another; `to` is null if it goes on. */
export interface Stretch {
  readonly from: string
  readonly to: string | null
}

/**
 * The time that two stretches have in common; undefined if there is none.
 *
 * @example overlap({ from: '1990-01-01', to: null }, { from: '1980-01-01', to: '1995-12-31' })   // { from: '1990-01-01', to: '1995-12-31' }
 */
export function overlap(one: Stretch, other: Stretch): Stretch | undefined {
  const from = one.from > other.from ? one.from : other.from
  const to = one.to === null ? other.to : other.to === null || one.to < other.to ? one.to : other.to
  return to !== null && to < from ? undefined : { from, to }
}
