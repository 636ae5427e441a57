import { type MeasureName, similarityOfTable, wilson } from '../../measures/index.ts'
import { constantSide, needsVariation } from '../forms/constant-position.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { bootstrappedSimilarity, kappaDrawer, pairVoteTable } from '../votes/vote-draws.ts'
import { rollCallRange, wholeVotes, wholeVotesEvidence } from '../votes/vote-matrix.ts'
import { leastCommonVotes } from '../votes/vote-places.ts'
import { type WorldCell, WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

/**
 * Computes the similarity of votes on whole resolutions with one state by calendar year, as in `assess`: Wilson intervals for
 * shares, a bootstrap over roll calls for the others.
 *
 * @param intervals   omitting them is twenty times faster
 */
export function worldVotes(bench: WorldInputs, chosen: string, measure: MeasureName, intervals: boolean): Promise<WorldReading> {
  return similarities(bench.snapshot, chosen, measure, intervals, bench)
}

const similarities = cachedBySnapshot(
  async (snapshot, chosen: string, measure: MeasureName, intervals: boolean, { to, draws, seed }: WorldInputs): Promise<WorldReading> => {
    const votes = await wholeVotes(snapshot)
    const voters = await votersOf(snapshot)
    const own = votes.positions(chosen)
    const { to: last } = rollCallRange(votes, '', to)
    const evidence = wholeVotesEvidence(votes, to)
    const cells = new WorldCells()
    if (own === undefined) return { column: cells.column, evidence }
    const cellOf = intervals ? withInterval(measure, { draws, seed }) : pointOnly(measure)
    for (const { year, from, to: after } of votes.years) {
      const end = Math.min(after, last)
      if (from >= end) continue
      const mine = own.subarray(from, end)
      if (mine.every((position) => position === 0)) continue
      for (const state of voters) {
        const cell = state === chosen ? undefined : cellOf(mine, votes.positions(state)!.subarray(from, end))
        if (cell !== undefined) cells.set(state, Number(year), cell)
      }
    }
    return { column: cells.column, evidence }
  },
  (chosen, measure, intervals, { to, draws, seed }) => [chosen, measure, to, draws, seed, intervals],
)

type CellOf = (a: Uint8Array, b: Uint8Array) => WorldCell | undefined

function pointOnly(measure: MeasureName): CellOf {
  return (a, b) => {
    const cells = pairVoteTable(a, b)
    const n = cells.reduce((sum, count) => sum + count, 0)
    if (n < leastCommonVotes || isMute(measure, cells)) return undefined
    const value = similarityOfTable(cells)[measure]
    return Number.isNaN(value) ? undefined : { value, n }
  }
}

function withInterval(measure: MeasureName, options: { readonly draws: number; readonly seed: number }): CellOf {
  const point = pointOnly(measure)
  if (measure === 'agreement' || measure === 'opposing' || measure === 'partial_split')
    return (a, b) => {
      const cell = point(a, b)
      return cell === undefined ? undefined : { ...cell, ...wilson(cell.value, cell.n!) }
    }
  if (measure === 'kappa_quadratic') {
    const kappaOf = kappaDrawer(options)
    return (a, b) => {
      const drawn = kappaOf(a, b)
      return drawn === undefined || drawn.n < leastCommonVotes ? undefined : { value: drawn.value, n: drawn.n, ...ends(drawn.interval) }
    }
  }
  return (a, b) => {
    const cell = point(a, b)
    return cell === undefined ? undefined : { ...cell, ...ends(bootstrappedSimilarity(a, b, options).interval(measure)) }
  }
}

function isMute(measure: MeasureName, cells: Float64Array): boolean {
  return needsVariation.has(measure) && constantSide(cells) !== undefined
}

/** Returns the ends of the interval; none where the measure is undefined in too many bootstrap replicates. */
function ends({ low, high }: { readonly low: number; readonly high: number }): Pick<WorldCell, 'low' | 'high'> {
  return Number.isNaN(low) || Number.isNaN(high) ? {} : { low, high }
}
