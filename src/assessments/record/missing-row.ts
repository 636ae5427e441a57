import type { SourceCard } from '../../store/index.ts'

/** A flow between two states for which a source has no row. */
export interface MissingFlow {
  readonly source: string
  readonly indicator: string
  readonly from: string
  readonly to: string
  /** Last day that may be told. */
  readonly until: string
}

/** What the missing row bounds: the flow of this year is less than `threshold`. */
export interface UpperBound {
  readonly threshold: number
  readonly year: string
}

/**
 * Returns the bound that a missing row sets, from the coverage that the source states on its card: both states are covered, at least one of them reports, and
 * the source lists everything from a threshold on. Undefined where the missing row means nothing.
 */
export function boundOfMissingRow(
  cards: ReadonlyMap<string, SourceCard>,
  { source, indicator, from, to, until }: MissingFlow,
): UpperBound | undefined {
  const covered = cards.get(source)?.coverage.find((one) => one.indicator === indicator)
  if (covered?.absence !== 'under the threshold' || covered.threshold === undefined || covered.to > until) return undefined
  const { states = [], silent = [], threshold } = covered
  if (!states.includes(from) || !states.includes(to) || (silent.includes(from) && silent.includes(to))) return undefined
  return { threshold, year: covered.to.slice(0, 4) }
}
