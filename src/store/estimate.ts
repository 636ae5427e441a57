/**
 * The interval of an estimate: a 90 % interval; a range of competing reports or of alternative specifications, which has no level; or `exact` for a count, or
 * for an amount as one source states it.
 */
export type Interval =
  | { readonly level: 0.9; readonly low: number; readonly high: number; readonly kind: Exclude<IntervalKind, 'reports' | 'specifications'> }
  | { readonly low: number; readonly high: number; readonly kind: 'reports' | 'specifications' }
  | 'exact'

/**
 * The kind of an interval: sampling error (`bootstrap`, `jackknife`, or `binomial` for a share), a posterior (`credible`), what comparable cases show of one more
 * (`prediction`), what states without the treatment had (`placebo`), the range of competing reports of one quantity (`reports`), or the range over defensible
 * specifications (`specifications`).
 */
export type IntervalKind = 'placebo' | 'bootstrap' | 'jackknife' | 'binomial' | 'credible' | 'prediction' | 'reports' | 'specifications'

/** The provenance of a figure: its source, the edition, and the rows that it was computed from. */
export interface Evidence {
  readonly source: string
  readonly vintage: string
  /** How to find the rows: a table of the snapshot, and the condition that selects them (`observations where …`). */
  readonly rows: string
  readonly count: number
}

/** The fields of every estimate, whether its value is known or not. */
export interface Subject {
  /** Id of the indicator or measure in the catalogue. */
  readonly id: string
  readonly label: string
  /** Unit as shown: `share`, `USD`, `EUR`, `count`, `kappa`. */
  readonly unit: string
  /** The period that the estimate covers: `2018`, `2015/2024`, `2026-01-01/2026-06-04`. */
  readonly period: string
}

export interface Known extends Subject {
  readonly state: 'observed' | 'estimated'
  readonly value: number
  readonly interval: Interval
  /** The formula or rule with its options, in one line. */
  readonly method: string
  readonly evidence: readonly Evidence[]
  /** Set for an `exact` value that is not certain: only one side reports it, or it is a lower limit of a count, or an upper limit where a source has no row. */
  readonly certainty?: 'one report' | 'at least' | 'at most'
  readonly note?: string
}

/**
 * A value that the record cannot provide: it is outside the coverage, it is not reported, or the two states have no data in common. It carries no number, so
 * that none can be misused.
 */
export interface Unknown extends Subject {
  readonly state: 'unknown'
  readonly reason: string
  /** The missing evidence that would provide the value, if there is any. */
  readonly wouldTell?: string
}

/** A value without a meaning in this case: trade of a state with itself, votes of a state that was not a member. */
export interface NotApplicable extends Subject {
  readonly state: 'not-applicable'
  readonly reason: string
}

/**
 * The type of every number shown to a reader. Unknown and not-applicable estimates have no `value`, so the compiler refuses to add, average or print them as
 * numbers. Call `isKnown` before using `value`.
 */
export type Estimate = Known | Unknown | NotApplicable

/**
 * Whether the estimate holds a number.
 *
 * @example isKnown({ state: 'unknown', id: 'x', label: 'x', unit: 'share', period: '2018', reason: 'not reported' })   // false
 */
export function isKnown(estimate: Estimate): estimate is Known {
  return estimate.state === 'observed' || estimate.state === 'estimated'
}

/**
 * Returns the estimate if its value and interval are finite; else an unknown with the reason. Every quotient of recorded figures is passed to this function,
 * since the divisor may be zero.
 *
 * @example unknownUnlessFinite({ state: 'observed', id: 'x', label: 'x', unit: 'share', period: '2018', value: 1 / 0, interval: 'exact', method: '', evidence: [] }).state   // 'unknown'
 */
export function unknownUnlessFinite(
  estimate: Known,
  reason = 'division by zero: the record has 0 for what it is a share of',
): Known | Unknown {
  const { value, interval, id, label, unit, period } = estimate
  const numbers = interval === 'exact' ? [value] : [value, interval.low, interval.high]
  return numbers.every(Number.isFinite) ? estimate : { state: 'unknown', id, label, unit, period, reason }
}

/** Applies `unknownUnlessFinite` to the known estimates of a list; the others are returned unchanged. */
export function allUnknownUnlessFinite(estimates: readonly Estimate[]): Estimate[] {
  return estimates.map((one) => (isKnown(one) ? unknownUnlessFinite(one) : one))
}
