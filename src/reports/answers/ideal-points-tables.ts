import { formatPercentile, twoDecimals } from '../../assessments/forms/wording.ts'
import type { IdealPointsAnswer } from '../../assessments/votes/ideal-point-answer.ts'
import type { DividingRollCall } from '../../assessments/votes/ideal-point-dividing.ts'
import { sessionName } from '../../assessments/votes/ideal-point-scale.ts'
import type { MultiverseAnswer, MultiverseRow, SpecificationSpread } from '../../assessments/votes/ideal-point-specifications.ts'
import type { Column } from '../text/table.ts'
import type { ShownTable } from './ideal-points-words.ts'

const number = (title: string): Column => ({ title, align: 'right' })

/** Builds the table of the pair's distance under every specification, the largest first. */
export function multiverseTable(
  { a, b }: IdealPointsAnswer,
  { session, year, rows, standardised, percentile: ranks }: MultiverseAnswer,
): ShownTable {
  const known = rows.filter(({ distance }) => distance !== null).sort((x, y) => y.standardised! - x.standardised!)
  const silent = rows.filter(({ distance }) => distance === null)
  return {
    title: `Distance of ideal points of ${a} and ${b} in session ${sessionName(session, year)}, specification by specification`,
    columns: [{ title: 'specification' }, { title: '' }, number('in sd'), number('percentile'), number('raw'), number('90 % interval')],
    rows: known.map(cells),
    notes: [
      ...(standardised === null || ranks === null ? [] : [spreadWords(standardised, ranks)]),
      ...silent.map(({ specification, reason }) => `${specification}: ${reason}`),
      'in sd: in standard deviations of all positions of the session, which puts the specifications on one footing; raw distances are each in the scale of their own estimate. Percentile: among all pairs of the session; 100 = furthest apart.',
    ],
  }
}

function cells({ specification, what, standardised, percentile: rank, distance, low90, high90 }: MultiverseRow): string[] {
  const range = low90 === null || high90 === null ? '' : `${twoDecimals(low90)} to ${twoDecimals(high90)}`
  return [specification, what, twoDecimals(standardised!), formatPercentile(rank!), twoDecimals(distance!), range]
}

function spreadWords(sds: SpecificationSpread, ranks: SpecificationSpread): string {
  const inSds = `in sd from ${twoDecimals(sds.low)} (${sds.lowest}) to ${twoDecimals(sds.high)} (${sds.highest})`
  const inRanks = `percentile from ${formatPercentile(ranks.low)} (${ranks.lowest}) to ${formatPercentile(ranks.high)} (${ranks.highest})`
  return `Over ${sds.specifications} specifications: ${inSds}; ${inRanks}.`
}

const longest = 60

/** Builds the table of the roll calls that most divide all states, or two of them. */
export function dividingVotesTable({ a, b, rollCalls, scope }: IdealPointsAnswer): ShownTable {
  const pair = scope === 'pair'
  const lead: Column[] = [{ title: 'date' }, { title: 'symbol' }, { title: 'title' }, number('yes–abst.–no')]
  const tail: Column[] = pair ? [number('expected apart'), { title: `${a}` }, { title: `${b}` }] : [number('slope'), number('information')]
  return {
    title: pair ? `Roll calls that set ${a} and ${b} most apart` : 'Roll calls that divide most',
    columns: [...lead, ...tail],
    rows: rollCalls.map((row) => [
      ...[row.date, row.symbol ?? '', cut(row.title ?? ''), `${row.yes}–${row.abstain}–${row.no}`],
      ...(pair
        ? [twoDecimals(row.difference ?? Number.NaN), vote(row.voteA), vote(row.voteB)]
        : [twoDecimals(row.slope), twoDecimals(row.information)]),
    ]),
    notes: [
      pair
        ? 'expected apart: the vote expected of the first less that of the second, from their positions in that session: yes 1, abstention a half, no 0. The last two columns are how they voted.'
        : 'information: what a vote on it tells about a position, on average over the states that voted. A slope below 0: the high end of the scale says yes.',
      'Of roll calls on one recurring text the one that does so most.',
    ],
  }
}

function vote(position: DividingRollCall['voteA']): string {
  return position ?? '(none)'
}

function cut(title: string): string {
  return title.length <= longest ? title : `${title.slice(0, longest - 1)}…`
}
