import { drawnRollCalls } from '../measures/bootstrap-draws.ts'
import { type MeasureName, measureNames, type Similarity, similarityOfTable, type Votes, votesTable } from '../measures/index.ts'
import { writeSimilarity } from '../measures/three-levels.ts'
import { quantile } from '../numeric/quantile.ts'
import type { Interval } from '../store/index.ts'

/** A pair's similarity with its bootstrap draws kept, so that two windows can be compared draw by draw. */
export interface Drawn {
  readonly point: Similarity
  /** The nine counts of the pair, row = the first one's position. */
  readonly cells: Float64Array
  readonly draws: number
  readonly seed: number
  /** The measure in each draw; NaN where undefined in it. */
  values(measure: MeasureName): Float64Array
  interval(measure: MeasureName): Exclude<Interval, 'exact'>
}

/**
 * Similarity of two states with draws over roll calls: the same draws as `dyadIntervals` with the same seed.
 *
 * @param i, j   the states' columns in the matrix
 */
export function drawnSimilarity(votes: Votes, i: number, j: number, options: { draws: number; seed: number }): Drawn {
  const { draws, seed } = options
  const replicates = new Float64Array(measureNames.length * draws)
  for (let draw = 0; draw < draws; draw++) writeSimilarity(tableOfDraw(votes, i, j, draw, seed), replicates, draw, draws)
  const { cells } = votesTable(votes, i, j)
  const point = similarityOfTable(cells)
  const values = (measure: MeasureName): Float64Array => {
    const place = measureNames.indexOf(measure)
    return replicates.slice(place * draws, (place + 1) * draws)
  }
  return { point, cells, draws, seed, values, interval: (measure) => percentileInterval(values(measure), point[measure]) }
}

function tableOfDraw(votes: Votes, i: number, j: number, draw: number, seed: number): Float64Array {
  const cells = new Float64Array(9)
  for (const rollCall of drawnRollCalls(votes.rollCalls, draw, seed)) {
    const x = votes.positions[rollCall * votes.states + i]!
    const y = votes.positions[rollCall * votes.states + j]!
    if (x !== 0 && y !== 0) cells[(x - 1) * 3 + y - 1]! += 1
  }
  return cells
}

/** The 90 % interval of a difference of two windows, their draws being independent. The two must have been drawn under different seeds. */
export function difference(now: Drawn, before: Drawn, measure: MeasureName): Interval {
  const past = before.values(measure)
  const differences = now.values(measure).map((value, draw) => value - past[draw]!)
  return percentileInterval(differences, now.point[measure] - before.point[measure])
}

/** No draws with the measure defined: the ends fall on the point, which says as much as these votes can. */
function percentileInterval(values: Float64Array, point: number): Exclude<Interval, 'exact'> {
  const defined = values.filter((value) => !Number.isNaN(value))
  if (defined.length === 0) return { level: 0.9, low: point, high: point, kind: 'bootstrap' }
  return { level: 0.9, low: quantile(defined, 0.05), high: quantile(defined, 0.95), kind: 'bootstrap' }
}
