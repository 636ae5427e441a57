import { allDyads, type DyadTable } from '../measures/index.ts'
import type { Known } from '../store/index.ts'
import type { Bench } from './assessment.ts'
import { loadRollCalls, type RollCalls } from './roll-calls.ts'
import { type Drawn, drawnSimilarity } from './vote-draws.ts'

export interface Period {
  readonly from: string
  readonly to: string
}

/** One window of votes seen for the pair: its figures with draws, and every other pair's. */
export interface VoteWindow {
  readonly period: string
  readonly rollCalls: RollCalls
  readonly drawn: Drawn
  /** Which of the two, if any, took one position only: then kappa and tau-b are 0 or undefined by construction. */
  readonly constant: 'a' | 'b' | 'both' | undefined
  readonly table: () => DyadTable
}

/** The window asked for, else the latest calendar year that the record covers whole and that ends by the last day. */
export async function periodOf(bench: Bench): Promise<Period | undefined> {
  const { from, to } = bench.dyad
  if (from !== undefined) return { from, to }
  const [row] = await bench.snapshot.rows('SELECT max(date) AS last FROM roll_calls')
  const last = row?.['last']
  if (typeof last !== 'string') return undefined
  const end = to < last ? to : last
  const whole = end.endsWith('-12-31') || (to > last && last.slice(5) >= '12-15')
  const year = Number(end.slice(0, 4)) - (whole ? 0 : 1)
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** The votes of a period on whole resolutions. Two windows that are to be compared need different seeds: equal ones would draw the same places in both. */
export async function windowOf(bench: Bench, period: Period, seed: number): Promise<VoteWindow | undefined> {
  const { a, b, draws } = bench.dyad
  const rollCalls = await loadRollCalls(bench.snapshot, { ...period, wholeOnly: true })
  const [i, j] = [rollCalls.voters.indexOf(a.iso3), rollCalls.voters.indexOf(b.iso3)]
  if (i < 0 || j < 0 || rollCalls.votes.rollCalls === 0) return undefined
  const drawn = drawnSimilarity(rollCalls.votes, i, j, { draws, seed })
  if (drawn.point.n === 0) return undefined
  let table: DyadTable | undefined
  const tableOnce = (): DyadTable => (table ??= allDyads(rollCalls.votes))
  return { period: label(period), rollCalls, drawn, constant: constantSide(drawn.cells), table: tableOnce }
}

function constantSide(cells: Float64Array): VoteWindow['constant'] {
  const levels = (margin: (i: number, k: number) => number): number =>
    [0, 1, 2].filter((i) => [0, 1, 2].some((k) => cells[margin(i, k)]! > 0)).length
  const [a, b] = [levels((i, k) => i * 3 + k) === 1, levels((i, k) => k * 3 + i) === 1]
  return a && b ? 'both' : a ? 'a' : b ? 'b' : undefined
}

/** The roll calls behind a figure, by source. */
export function evidenceOf(rollCalls: RollCalls, count: number): Known['evidence'] {
  const sources = [...new Set(rollCalls.sources)]
  return sources.map((source) => ({
    source,
    vintage: rollCalls.vintages[rollCalls.sources.indexOf(source)] ?? 'unknown',
    rows: `roll_calls where ${rollCalls.where} and source = '${source}'`,
    count: sources.length === 1 ? count : rollCalls.sources.filter((one) => one === source).length,
  }))
}

/** A period as a figure carries it: `2018`, or two days. */
export function label(period: Period): string {
  const year = period.from.slice(0, 4)
  if (period.from === `${year}-01-01` && period.to === `${year}-12-31`) return year
  return `${period.from}/${period.to}`
}

/**
 * A period as a sentence says it.
 *
 * @example spoken('2016-01-01/2020-12-31')   // "From 2016 to 2020"
 */
export function spoken(period: string): string {
  const [from, to] = period.split('/')
  if (to === undefined) return `In ${from}`
  const years = from!.endsWith('-01-01') && to.endsWith('-12-31')
  return years ? `From ${from!.slice(0, 4)} to ${to.slice(0, 4)}` : `From ${from} to ${to}`
}
