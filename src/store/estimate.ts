/**
 * A 90 % interval of sampling error; the range of competing reports or of alternative specifications (which has no level); or `exact`: a count, or an amount
 * as one source prints it.
 */
export type Interval =
  | { readonly level: 0.9; readonly low: number; readonly high: number; readonly kind: Exclude<IntervalKind, 'reports' | 'specifications'> }
  | { readonly low: number; readonly high: number; readonly kind: 'reports' | 'specifications' }
  | 'exact'

/**
 * The kind of an interval: sampling error (bootstrap, jackknife, or binomial for a share), a posterior, or the range of competing reports of one quantity,
 * or of defensible ways to estimate it.
 */
export type IntervalKind = 'bootstrap' | 'jackknife' | 'binomial' | 'credible' | 'reports' | 'specifications'

/** The provenance of a figure: the source, its edition, and the rows behind the figure. */
export interface Evidence {
  readonly source: string
  readonly vintage: string
  /** How to find the rows: a table of the snapshot and the condition that selects them (`observations where …`). */
  readonly rows: string
  readonly count: number
}

/** The fields of every estimate, known or not. */
export interface Subject {
  /** Indicator or measure, as the catalogue names it. */
  readonly id: string
  readonly label: string
  /** Unit as printed: `share`, `USD`, `EUR`, `count`, `kappa`. */
  readonly unit: string
  /** The period that it covers: `2018`, `2015/2024`, `2026-01-01/2026-06-04`. */
  readonly period: string
}

export interface Known extends Subject {
  readonly state: 'observed' | 'estimated'
  readonly value: number
  readonly interval: Interval
  /** One line: the formula or rule, with its options. */
  readonly method: string
  readonly evidence: readonly Evidence[]
  /** Set where `exact` does not mean certain: the report of one side alone, or a count that may be higher. */
  readonly certainty?: 'one report' | 'at least'
  readonly note?: string
}

/** A value that these data cannot provide: outside coverage, not reported, nothing in common. It has no number to misuse. */
export interface Unknown extends Subject {
  readonly state: 'unknown'
  readonly reason: string
  /** The missing evidence that would provide the value, where there is any. */
  readonly wouldTell?: string
}

/** A value without a meaning here: trade of a state with itself, votes of a state that was not a member. */
export interface NotApplicable extends Subject {
  readonly state: 'not-applicable'
  readonly reason: string
}

/**
 * Every number that a reader sees. Unknown and not-applicable carry no `value`, so that the compiler refuses to add, average or print them as a number:
 * narrow with `isKnown` first.
 */
export type Estimate = Known | Unknown | NotApplicable

/**
 * True where the estimate holds a number.
 *
 * @example isKnown({ state: 'unknown', id: 'x', label: 'x', unit: 'share', period: '2018', reason: 'not reported' })   // false
 */
export function isKnown(estimate: Estimate): estimate is Known {
  return estimate.state === 'observed' || estimate.state === 'estimated'
}

/**
 * The estimate, where it and its interval are finite; else an unknown with the reason. Every quotient of figures of the record passes through here: a source
 * may print zero.
 *
 * @example measured({ state: 'observed', id: 'x', label: 'x', unit: 'share', period: '2018', value: 1 / 0, interval: 'exact', method: '', evidence: [] }).state   // 'unknown'
 */
export function measured(estimate: Known, reason = 'division by zero: the record has 0 for what it is a share of'): Known | Unknown {
  const { value, interval, id, label, unit, period } = estimate
  const numbers = interval === 'exact' ? [value] : [value, interval.low, interval.high]
  return numbers.every(Number.isFinite) ? estimate : { state: 'unknown', id, label, unit, period, reason }
}

/** `measured` for every estimate of a list. */
export function allMeasured(estimates: readonly Estimate[]): Estimate[] {
  return estimates.map((one) => (isKnown(one) ? measured(one) : one))
}
