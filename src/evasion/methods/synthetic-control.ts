import { firstPostIndex, meanBetween, type OutcomePanel } from './outcome-panel.ts'
import { simplexWeights } from './simplex-weights.ts'

/** A unit against a weighted mean of donors that moved like it before the treatment. */
export interface SyntheticControl {
  readonly unit: string
  /** Mean gap after the treatment; of log outcomes, a log ratio. */
  readonly effect: number
  /** Outcome less synthetic outcome by period; both less their own mean before the treatment. */
  readonly gaps: Float64Array
  /** Root mean squared gap before and after. */
  readonly rmspeBefore: number
  readonly rmspeAfter: number
  /** The ten heaviest donors. */
  readonly weights: readonly { readonly unit: string; readonly weight: number }[]
}

/** The unit among placebo units, each treated as if it had been treated. */
export interface PlacebosInSpace {
  /** The unit's own ratio of gaps after to gaps before, and its place among all, the largest first. */
  readonly ratio: number
  readonly rank: number
  readonly of: number
  readonly p: number
  /** Mean gap after the treatment of each placebo unit. */
  readonly effects: Float64Array
}

/**
 * Estimates a synthetic control with an intercept: donors and unit are measured from their own mean before the treatment, so that a small state can be compared
 * with large ones. The ridge on the weights is that of synthetic difference in differences; without it, with more donors than periods, many weights would fit
 * the past perfectly and each would tell another future.
 *
 * @param panel         outcomes of the unit and its donors
 * @param treatedFrom   first treated period
 * @throws RangeError   if the unit is not in the panel, with fewer than two periods before, or without donors
 * @see Abadie, Diamond & Hainmueller 2010, JASA 105(490); Ferman & Pinto 2021, Quantitative Economics 12(4) (intercept); Arkhangelsky et al. 2021, AER 111(12) (ridge)
 */
export function syntheticControl(panel: OutcomePanel, unit: string, treatedFrom: number): SyntheticControl {
  const at = firstPostIndex(panel.periods, treatedFrom)
  const own = panel.units.indexOf(unit)
  if (own < 0 || at < 2) throw new RangeError(`a synthetic control of ${unit} needs it in the panel, and two periods before ${treatedFrom}`)
  const centred = panel.outcomes.map((row) => centredBefore(row, at))
  return fitted(panel, centred, own, at)
}

/** More donors than these are not listed: the ridge spreads the weights. */
const mostWeights = 10

function centredBefore(row: Float64Array, at: number): Float64Array {
  const mean = meanBetween(row, 0, at)
  return row.map((cell) => cell - mean)
}

function fitted(panel: OutcomePanel, centred: readonly Float64Array[], own: number, at: number): SyntheticControl {
  const donors = panel.units.map((_, i) => i).filter((i) => i !== own)
  const before = donors.map((i) => centred[i]!.subarray(0, at))
  const periods = panel.periods.length
  const ridge = Math.sqrt(periods - at) * variationOf(before) * at
  const weights = simplexWeights(before, centred[own]!.subarray(0, at), ridge)
  const gaps = centred[own]!.slice()
  donors.forEach((donor, i) => {
    for (let t = 0; t < periods; t++) gaps[t]! -= weights[i]! * centred[donor]![t]!
  })
  const shift = meanBetween(gaps, 0, at)
  const levelled = gaps.map((gap) => gap - shift)
  return {
    unit: panel.units[own]!,
    effect: meanBetween(levelled, at, periods),
    gaps: levelled,
    rmspeBefore: rootMeanSquare(levelled, 0, at),
    rmspeAfter: rootMeanSquare(levelled, at, periods),
    weights: donors
      .map((donor, i) => ({ unit: panel.units[donor]!, weight: weights[i]! }))
      .sort((a, b) => b.weight - a.weight || (a.unit < b.unit ? -1 : 1))
      .slice(0, mostWeights),
  }
}

/** Returns the variance of the donors' changes from one period to the next. */
function variationOf(rows: readonly Float64Array[]): number {
  const changes = rows.flatMap((row) => Array.from(row.subarray(1), (cell, t) => cell - row[t]!))
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length
  return changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / Math.max(1, changes.length - 1)
}

function rootMeanSquare(cells: Float64Array, from: number, to: number): number {
  return Math.sqrt(
    meanBetween(
      cells.map((cell) => cell ** 2),
      from,
      to,
    ),
  )
}

/**
 * Places the treatment on every donor in turn, and returns the unit's rank among them. A donor's control is made of the other donors, never of the treated unit.
 *
 * @see Abadie, Diamond & Hainmueller 2010, section 3.4: the ratio of the gaps, so that a placebo that never fitted is no evidence
 */
export function placebosInSpace(panel: OutcomePanel, actual: SyntheticControl, treatedFrom: number): PlacebosInSpace {
  return rankAmongPlacebos(actual, donorPlacebos(without(panel, [actual.unit]), treatedFrom))
}

/** Returns the synthetic control of every unit of a panel of donors: the placebos of all treated units that are not in it. */
export function donorPlacebos(donors: OutcomePanel, treatedFrom: number): SyntheticControl[] {
  const at = firstPostIndex(donors.periods, treatedFrom)
  const centred = donors.outcomes.map((row) => centredBefore(row, at))
  return donors.units.map((_, own) => fitted(donors, centred, own, at))
}

/** Returns the place of a treated unit among placebos. */
export function rankAmongPlacebos(actual: SyntheticControl, placebos: readonly SyntheticControl[]): PlacebosInSpace {
  const ratio = ratioOf(actual)
  const asLarge = placebos.filter((one) => ratioOf(one) >= ratio).length
  return {
    ratio,
    rank: asLarge + 1,
    of: placebos.length + 1,
    p: (asLarge + 1) / (placebos.length + 1),
    effects: Float64Array.from(placebos, ({ effect }) => effect),
  }
}

const ratioOf = ({ rmspeAfter, rmspeBefore }: SyntheticControl): number => rmspeAfter / Math.max(rmspeBefore, 1e-9)

/** Returns a panel without some units. */
export function without(panel: OutcomePanel, units: readonly string[]): OutcomePanel {
  const kept = panel.units.map((_, i) => i).filter((i) => !units.includes(panel.units[i]!))
  return { units: kept.map((i) => panel.units[i]!), periods: panel.periods, outcomes: kept.map((i) => panel.outcomes[i]!) }
}

/**
 * Returns the gap that a treatment at an earlier date, at which nothing happened, seems to have had: only periods before the real treatment are used.
 *
 * @param placeboFrom   the pretended first treated period
 */
export function placeboInTime(panel: OutcomePanel, unit: string, treatedFrom: number, placeboFrom: number): SyntheticControl {
  const at = firstPostIndex(panel.periods, treatedFrom)
  const before = { units: panel.units, periods: panel.periods.slice(0, at), outcomes: panel.outcomes.map((row) => row.subarray(0, at)) }
  return syntheticControl(before, unit, placeboFrom)
}
