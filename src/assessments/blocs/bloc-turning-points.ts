import { loadRollCalls, type RollCalls } from '../forms/roll-calls.ts'
import type { TurningPoints, YearSeries } from '../forms/turning-points-form.ts'
import { grouped } from '../rows/grouped.ts'
import { turningSeries } from '../turning-points/turning-points-breaks.ts'
import { eventTest } from '../turning-points/turning-points-events.ts'
import { longestRun } from '../turning-points/turning-points-flows.ts'
import { breakClusters, levelPeriods } from '../turning-points/turning-points-periods.ts'
import { voteEvidence, votePeriod } from '../votes/vote-window.ts'
import { flowsEvidence } from './bloc-evidence.ts'
import { type BlocInputs, crossPairs, sidesOn } from './bloc-parties.ts'
import { type FlowSum, isComplete, type MemberFlow } from './bloc-sums.ts'
import { describeFlowSum } from './bloc-trade.ts'
import { goodsSums, isFirmSum } from './bloc-trade-sums.ts'
import { median, pairCells, tablesOf, valuesOf } from './bloc-vote-tables.ts'

/** Fewest common votes of a pair in a year for the year to be used. */
const leastVotes = 10

/**
 * Finds structural breaks in the relation of the two sides. The series are the median vote similarity over the cross pairs, and trade where every pair is
 * covered.
 *
 * Each year uses the members at its end, so accessions and withdrawals alone can cause a break.
 */
export async function blocTurningPoints(bloc: BlocInputs, flows: readonly MemberFlow[]): Promise<TurningPoints> {
  const { seed, to } = bloc.bench.dyad
  const raw = [...(await voteSeries(bloc)), ...tradeSeries(bloc, flows)].filter(({ points }) => points.length > 0)
  const series = raw
    .map((one) => turningSeries(one, seed))
    .map((one) => ({ ...one, runs: one.runs.map((run) => ({ ...run, breaks: run.breaks.map((found) => ({ ...found, events: null })) })) }))
  const moments = breakClusters(series)
  return { series, moments, events: eventTest(moments, series, undefined, to), periods: levelPeriods(moments, series, raw) }
}

/** Returns the median kappa and agreement over the cross pairs in every full year of votes. */
async function voteSeries(bloc: BlocInputs): Promise<YearSeries[]> {
  const period = await votePeriod(bloc.bench)
  if (period === undefined) return []
  const last = Number(period.to.slice(0, 4)) - (period.to.endsWith('-12-31') ? 0 : 1)
  const rollCalls = await loadRollCalls(bloc.bench.snapshot, { to: `${last}-12-31`, wholeOnly: true })
  const years = grouped(
    rollCalls.dates.map((date, row) => ({ year: date.slice(0, 4), row })),
    ({ year }) => year,
  )
  const medians = [...years].map(([year, rows]) => ({
    year: Number(year),
    ...mediansOf(
      bloc,
      rollCalls,
      year,
      rows.map(({ row }) => row),
    ),
  }))
  const common = { domain: 'diplomacy', model: 'mean', logarithm: false, evidence: voteEvidence(rollCalls) } as const
  const method = `median over the pairs across with at least ${leastVotes} votes in common, members at the end of each year, votes on whole resolutions`
  const points = (key: 'kappa' | 'agreement'): [number, number][] =>
    medians.filter((one) => !Number.isNaN(one[key])).map((one) => [one.year, one[key]])
  return [
    {
      ...common,
      id: 'kappa_quadratic',
      label: 'median kappa of votes',
      unit: 'index',
      points: points('kappa'),
      method: `${method}; pairs in which neither took one position throughout`,
    },
    { ...common, id: 'agreement', label: 'same position in votes, median', unit: 'share', points: points('agreement'), method },
  ]
}

function mediansOf(
  bloc: BlocInputs,
  { voters, votes }: RollCalls,
  year: string,
  rows: readonly number[],
): { kappa: number; agreement: number } {
  const { a, b } = sidesOn(bloc, `${year}-12-31`)
  const pairs = crossPairs(a, b)
    .map(([x, y]): [number, number] => [voters.indexOf(x), voters.indexOf(y)])
    .filter(([i, j]) => i >= 0 && j >= 0)
  const { states } = votes
  const positions = votes.positions.subarray(rows[0]! * states, (rows.at(-1)! + 1) * states)
  const tables = tablesOf(pairCells({ states, rollCalls: rows.length, positions }, pairs))
  return { kappa: median(valuesOf(tables, 'kappa_quadratic', leastVotes)), agreement: median(valuesOf(tables, 'agreement', leastVotes)) }
}

/** Returns goods trade in both directions, from the source, reporter and basis with the longest run of years in which every pair is covered. */
function tradeSeries(bloc: BlocInputs, flows: readonly MemberFlow[]): YearSeries[] {
  const whole = [...grouped(flows, ({ year }) => String(year))].flatMap(([year, own]) => {
    const sides = sidesOn(bloc, `${year}-12-31`)
    if (sides.a.members.length === 0 || sides.b.members.length === 0) return []
    return goodsSums(own, sides).filter((sum) => sum.direction === 'both' && isFirmSum(sum) && isComplete(sum))
  })
  const groups = [...grouped(whole, (sum) => [sum.source, sum.reporter, sum.standing.a, sum.standing.b, sum.unit].join('|')).values()]
  const runs = groups.map((group) => longestRun(group.map(({ year }) => year)))
  const longest = groups[runs.indexOf(Math.max(...runs))]
  return longest === undefined ? [] : [goodsSeries(bloc, longest)]
}

function goodsSeries(bloc: BlocInputs, sums: readonly FlowSum[]): YearSeries {
  const last = sums.at(-1)!
  return {
    id: 'goods-trade',
    label: `goods trade (${describeFlowSum(bloc, last).replace(/, sum of .*/, '')})`,
    domain: 'trade',
    unit: last.unit,
    model: 'trend',
    logarithm: true,
    points: sums.map((sum) => [sum.year, sum.value] as const),
    method:
      'both directions, all pairs of those who were members at the end of each year, current prices, in logarithms: a slope is growth a year',
    evidence: [flowsEvidence(sums.flatMap(({ flows }) => flows))],
  }
}
