import { contrast } from './difference-in-differences.ts'
import type { OutcomePanel } from './outcome-panel.ts'

/** The difference of treated units and controls in one period, against the reference period. */
export interface EventStudyPeriod {
  readonly period: number
  readonly estimate: number
  /** Standard error, clustered by unit; 0 in the reference period. */
  readonly error: number
}

/**
 * Estimates outcome on treated x period with effects of unit and period, the reference period left out. Estimates before the treatment show whether treated
 * units and controls moved alike before it.
 *
 * @param reference   the period against which the others are measured, usually the last before the treatment
 * @throws RangeError if the reference is no period of the panel, or without treated units or controls
 * @see Sun & Abraham 2021, Journal of Econometrics 225(2): with one date of treatment the estimates are differences of means
 * @example eventStudy({ units: ['a', 'b'], periods: [1, 2], outcomes: [Float64Array.of(0, 3), Float64Array.of(0, 1)] }, ['a'], 1)[1]?.estimate   // 2
 */
export function eventStudy(panel: OutcomePanel, treated: readonly string[], reference: number): EventStudyPeriod[] {
  const base = panel.periods.indexOf(reference)
  if (base < 0) throw new RangeError(`${reference} is no period of the panel`)
  const isTreated = panel.units.map((unit) => treated.includes(unit))
  if (isTreated.every(Boolean) || !isTreated.some(Boolean)) throw new RangeError('an event study needs treated units and controls')
  return panel.periods.map((period, at) => ({
    period,
    ...contrast(
      Float64Array.from(panel.outcomes, (row) => row[at]! - row[base]!),
      isTreated,
    ),
  }))
}
