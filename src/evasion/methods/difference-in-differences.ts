import { randomStream } from '../../numeric/random.ts'
import { firstPostIndex, meanBetween, type OutcomePanel } from './outcome-panel.ts'

/** The difference in differences of a balanced panel, with its errors. */
export interface DifferenceInDifferences {
  /** Change of the treated units less change of the controls; of log outcomes, a log ratio. */
  readonly estimate: number
  /** Standard error, clustered by unit, with the factor G / (G - 1). */
  readonly error: number
  /** Share of placements of the treatment over all units whose estimate is at least as far from zero. */
  readonly permutationP: number
  readonly placements: number
  readonly treated: readonly string[]
  readonly controls: readonly string[]
  readonly cells: number
  /** False with one treated unit: the clustered error then rests on the controls alone and says nothing of the treated unit's own noise. */
  readonly errorIsMeaningful: boolean
}

/** Beyond this many placements of the treatment, as many are drawn at random. */
const mostPlacements = 9999

/**
 * Estimates outcome on treated x post with effects of unit and period. In a balanced panel this is the mean change of the treated units less that of the
 * controls, change being the mean after less the mean before.
 *
 * @param treated       units that are treated
 * @param treatedFrom   first treated period
 * @throws RangeError   without a treated unit, a control, or periods on both sides
 * @see Bertrand, Duflo & Mullainathan 2004, Quarterly Journal of Economics 119(1); Conley & Taber 2011, Review of Economics and Statistics 93(1), on one treated unit
 * @example differenceInDifferences({ units: ['a', 'b', 'c'], periods: [1, 2], outcomes: [Float64Array.of(0, 3), Float64Array.of(0, 1), Float64Array.of(0, 2)] }, ['a'], 2).estimate   // 1.5
 */
export function differenceInDifferences(panel: OutcomePanel, treated: readonly string[], treatedFrom: number): DifferenceInDifferences {
  const at = firstPostIndex(panel.periods, treatedFrom)
  const changes = Float64Array.from(panel.outcomes, (row) => meanBetween(row, at, row.length) - meanBetween(row, 0, at))
  const isTreated = panel.units.map((unit) => treated.includes(unit))
  const count = isTreated.filter(Boolean).length
  if (count === 0 || count === panel.units.length) throw new RangeError('difference in differences needs treated units and controls')
  const { estimate, error } = contrast(changes, isTreated)
  return {
    ...{ estimate, error },
    ...permuted(changes, count, estimate),
    treated: panel.units.filter((_, i) => isTreated[i]),
    controls: panel.units.filter((_, i) => !isTreated[i]),
    cells: panel.units.length * panel.periods.length,
    errorIsMeaningful: count > 1,
  }
}

/** Returns the difference of two means of changes, and its error clustered by unit. */
export function contrast(changes: Float64Array, isTreated: readonly boolean[]): { readonly estimate: number; readonly error: number } {
  const [of, others] = [changes.filter((_, i) => isTreated[i]), changes.filter((_, i) => !isTreated[i])]
  const [mean, other] = [of, others].map((cells) => meanBetween(cells, 0, cells.length)) as [number, number]
  const groups = changes.length
  const spread = squares(of, mean) / of.length ** 2 + squares(others, other) / others.length ** 2
  return { estimate: mean - other, error: Math.sqrt((groups / (groups - 1)) * spread) }
}

function squares(cells: Float64Array, mean: number): number {
  return cells.reduce((sum, cell) => sum + (cell - mean) ** 2, 0)
}

/** Places the treatment on every set of `count` units, or on as many random ones as are allowed. The real placement is one of them. */
function permuted(changes: Float64Array, count: number, estimate: number): { permutationP: number; placements: number } {
  const all = placementsOf(changes.length, count)
  const total = changes.reduce((sum, change) => sum + change, 0)
  const asFar = all.filter((places) => {
    const sum = places.reduce((part, place) => part + changes[place]!, 0)
    return Math.abs(sum / count - (total - sum) / (changes.length - count)) >= Math.abs(estimate) - 1e-12
  }).length
  const exact = all.length === choose(changes.length, count)
  return { permutationP: exact ? asFar / all.length : (asFar + 1) / (all.length + 1), placements: all.length }
}

function choose(units: number, count: number): number {
  let ways = 1
  for (let i = 0; i < count; i++) ways = (ways * (units - i)) / (i + 1)
  return Math.round(ways)
}

function placementsOf(units: number, count: number): number[][] {
  if (choose(units, count) <= mostPlacements) return combinations(units, count)
  const stream = randomStream(20220224, 'placements')
  return Array.from({ length: mostPlacements }, () => {
    const places = new Set<number>()
    while (places.size < count) places.add(stream.below(units))
    return [...places]
  })
}

function combinations(units: number, count: number, from = 0): number[][] {
  if (count === 0) return [[]]
  const found: number[][] = []
  for (let first = from; first <= units - count; first++)
    for (const rest of combinations(units, count - 1, first + 1)) found.push([first, ...rest])
  return found
}
