import { allDyads, type DyadTable } from '../../measures/index.ts'
import type { Known } from '../../store/index.ts'
import { loadRollCalls, type RollCalls } from '../forms/roll-calls.ts'
import { periodLabel, type VotePeriod, voteEvidence } from '../votes/vote-window.ts'
import { type BlocInputs, crossPairs } from './bloc-parties.ts'
import { drawnSummaries, mean, median, type PairCells, pairCells, tablesOf, valuesOf } from './bloc-vote-tables.ts'

/** The votes of a period for every cross pair and for every pair within each side. */
export interface BlocWindow {
  readonly period: string
  readonly rollCalls: RollCalls
  readonly across: PairCells
  readonly inside: { readonly a: PairCells; readonly b: PairCells }
  /** Names of the cross pairs, in their order. */
  readonly names: readonly (readonly [string, string])[]
  readonly columns: { readonly a: readonly number[]; readonly b: readonly number[] }
  readonly evidence: Known['evidence']
  /** Medians over the cross pairs, and their mean agreement, in each draw of roll calls. Two windows that are compared use different seeds. */
  readonly drawn: () => Readonly<Record<'kappa_quadratic' | 'agreement' | 'mean', Float64Array>>
  /** The measures for every pair of states, used for percentiles. */
  readonly table: () => DyadTable
}

/** Reads the votes of a period; undefined where no cross pair has a vote in common. */
export async function blocWindow({ a, b, bench }: BlocInputs, period: VotePeriod, seed: number): Promise<BlocWindow | undefined> {
  const rollCalls = await loadRollCalls(bench.snapshot, { ...period, wholeOnly: true })
  const { voters, votes } = rollCalls
  const place = (iso3: string): number => voters.indexOf(iso3)
  const columnsOf = (members: readonly string[]): number[] => members.map(place).filter((column) => column >= 0)
  const names = crossPairs(a, b).filter((pair) => pair.every((iso3) => place(iso3) >= 0))
  const across = pairCells(
    votes,
    names.map(([x, y]): [number, number] => [place(x), place(y)]),
  )
  if (tablesOf(across).every((table) => table.every((cell) => cell === 0))) return undefined
  const columns = { a: columnsOf(a.members), b: columnsOf(b.members) }
  const inside = { a: pairCells(votes, within(columns.a)), b: pairCells(votes, within(columns.b)) }
  let table: DyadTable | undefined
  let drawn: ReturnType<BlocWindow['drawn']> | undefined
  return {
    period: periodLabel(period),
    rollCalls,
    across,
    inside,
    names,
    columns,
    evidence: voteEvidence(rollCalls),
    drawn: () => (drawn ??= drawnAcross(across, { draws: bench.dyad.draws, seed })),
    table: () => (table ??= allDyads(votes)),
  }
}

function drawnAcross(across: PairCells, options: { readonly draws: number; readonly seed: number }): ReturnType<BlocWindow['drawn']> {
  const [kappa, agreement] = (['kappa_quadratic', 'agreement'] as const).map((measure) => defined(across, measure).chosen) as [
    number[],
    number[],
  ]
  const [medianKappa, medianAgreement, meanAgreement] = drawnSummaries(
    across,
    [
      { measure: 'kappa_quadratic', chosen: kappa, summary: median },
      { measure: 'agreement', chosen: agreement, summary: median },
      { measure: 'agreement', chosen: agreement, summary: mean },
    ],
    options,
  ) as [Float64Array, Float64Array, Float64Array]
  return { kappa_quadratic: medianKappa, agreement: medianAgreement, mean: meanAgreement }
}

function within(columns: readonly number[]): [number, number][] {
  return columns.flatMap((x, i) => columns.slice(i + 1).map((y): [number, number] => [x, y]))
}

/** Returns the indices of the cross pairs for which the measure is defined. */
export function definedPairs(window: BlocWindow, measure: 'kappa_quadratic' | 'agreement'): { chosen: number[]; values: Float64Array } {
  return defined(window.across, measure)
}

function defined(cells: PairCells, measure: 'kappa_quadratic' | 'agreement'): { chosen: number[]; values: Float64Array } {
  const values = valuesOf(tablesOf(cells), measure)
  return { values, chosen: Array.from(values.keys()).filter((pair) => !Number.isNaN(values[pair]!)) }
}
