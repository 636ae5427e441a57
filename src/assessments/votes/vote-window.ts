import { type DyadTable, type MeasureName, rankAmongSorted } from '../../measures/index.ts'
import type { Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { type ConstantSide, constantSide } from '../forms/constant-position.ts'
import type { RollCalls } from '../forms/roll-calls.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { commonVotes, pairVotes } from './dyad-votes.ts'
import { type BootstrappedSimilarity, bootstrappedSimilarity } from './vote-draws.ts'
import { allPairsTable, lastVote, rollCallRange, type WholeVotes, wholeVotes } from './vote-matrix.ts'
import { leastCommonVotes } from './vote-places.ts'

export interface VotePeriod {
  readonly from: string
  readonly to: string
}

/** One window of votes for the pair: its figures with bootstrap replicates, and their ranks among all pairs. */
export interface VoteWindow {
  readonly period: string
  /** All roll calls of the window, and those on which both took a position. */
  readonly rollCalls: Known['evidence']
  readonly common: Known['evidence']
  readonly drawn: BootstrappedSimilarity
  /** Which state, if any, took only one position. Kappa and tau-b are then 0 or undefined by construction. */
  readonly constant: ConstantSide
  readonly ranks: Ranks
}

/** The roll calls of a window as evidence: source and vintage by row, and the condition that selects them. */
export type WindowRows = Pick<RollCalls, 'sources' | 'vintages' | 'where'>

/**
 * A figure's mid-rank percentile among all pairs with enough common votes and a defined measure in the window, and the number of those pairs.
 */
export type Ranks = (measure: RankedMeasure) => { readonly pairs: number; readonly rankOf: (value: number) => number }
export type RankedMeasure = 'kappa_quadratic' | 'agreement'

/** Returns the requested window, otherwise the latest calendar year that is fully covered and ends by the last day. */
export async function votePeriod(bench: DomainInputs): Promise<VotePeriod | undefined> {
  const { from, to } = bench.dyad
  if (from !== undefined) return { from, to }
  const last = await lastVote(bench.snapshot)
  if (last === undefined) return undefined
  const end = to < last ? to : last
  const whole = end.endsWith('-12-31') || (to > last && last.slice(5) >= '12-15')
  const year = Number(end.slice(0, 4)) - (whole ? 0 : 1)
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/**
 * Reads the votes of a period on whole resolutions. Windows to be compared need different seeds; equal seeds would draw the
 * same positions in both.
 */
export async function readVoteWindow(bench: DomainInputs, period: VotePeriod, seed: number): Promise<VoteWindow | undefined> {
  const pair = await pairVotes(bench)
  if (pair === undefined) return undefined
  const { from, to } = rollCallRange(pair.votes, period.from, period.to)
  if (from === to) return undefined
  const { draws } = bench.dyad
  const drawn = bootstrappedSimilarity(pair.a.subarray(from, to), pair.b.subarray(from, to), { draws, seed })
  if (drawn.point.n === 0) return undefined
  const { ranks, rollCalls } = await shared(bench.snapshot, period.from, period.to)
  const common = commonVotes(bench, pair, from, to, `date between '${period.from}' and '${period.to}'`)
  return { period: periodLabel(period), rollCalls, common, drawn, constant: constantSide(drawn.cells), ranks }
}

/** Returns the parts of a window that all pairs share. */
const shared = cachedBySnapshot(async (snapshot, first: string, last: string): Promise<Pick<VoteWindow, 'ranks' | 'rollCalls'>> => {
  const votes = await wholeVotes(snapshot)
  const { from, to } = rollCallRange(votes, first, last)
  const table = await allPairsTable(snapshot, from, to)
  return { ranks: ranksIn(table), rollCalls: voteEvidence(rowsOf(votes, from, to, { from: first, to: last })) }
})

function ranksIn(table: DyadTable): Ranks {
  const sorted = new Map<MeasureName, Float64Array>()
  return (measure) => {
    const values =
      sorted.get(measure) ?? table[measure].filter((one, row) => table.n[row]! >= leastCommonVotes && !Number.isNaN(one)).sort()
    sorted.set(measure, values)
    return { pairs: values.length, rankOf: (value) => rankAmongSorted(values, value) }
  }
}

function rowsOf(votes: WholeVotes, from: number, to: number, period: VotePeriod): WindowRows {
  const where = `date >= '${period.from}' AND date <= '${period.to}' AND kind = 'whole'`
  return { sources: votes.sources.slice(from, to), vintages: votes.vintages.slice(from, to), where }
}

/** Returns all roll calls of a window, by source. */
export function voteEvidence(rollCalls: WindowRows): Known['evidence'] {
  const sources = [...new Set(rollCalls.sources)]
  return sources.map((source) => ({
    source,
    vintage: rollCalls.vintages[rollCalls.sources.indexOf(source)] ?? 'unknown',
    rows: `roll_calls where ${rollCalls.where} and source = '${source}'`,
    count: rollCalls.sources.filter((one) => one === source).length,
  }))
}

/** Writes a period as stored with a figure: `2018`, or two days. */
export function periodLabel(period: VotePeriod): string {
  const year = period.from.slice(0, 4)
  if (period.from === `${year}-01-01` && period.to === `${year}-12-31`) return year
  return `${period.from}/${period.to}`
}

/**
 * Writes a period in words.
 *
 * @example windowWords('2016-01-01/2020-12-31')   // "From 2016 to 2020"
 */
export function windowWords(period: string): string {
  const [from, to] = period.split('/')
  if (to === undefined) return `In ${from}`
  const years = from!.endsWith('-01-01') && to.endsWith('-12-31')
  return years ? `From ${from!.slice(0, 4)} to ${to.slice(0, 4)}` : `From ${from} to ${to}`
}
