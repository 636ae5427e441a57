import { fixed } from '../../assessments/forms/phrases.ts'
import type { IdealPointsAnswer } from '../../assessments/votes/ideal-point-answer.ts'
import type { DividingRollCall } from '../../assessments/votes/ideal-point-dividing.ts'
import type { Column } from '../text/table.ts'
import type { ShownTable } from './ideal-points-words.ts'

const number = (title: string): Column => ({ title, align: 'right' })
const longest = 60

/** The roll calls that divide all states, or two of them, most. */
export function dividingVotesTable({ a, b, rollCalls, scope }: IdealPointsAnswer): ShownTable {
  const pair = scope === 'pair'
  const lead: Column[] = [{ title: 'date' }, { title: 'symbol' }, { title: 'title' }, number('yes–abst.–no')]
  const tail: Column[] = pair ? [number('expected apart'), { title: `${a}` }, { title: `${b}` }] : [number('slope'), number('information')]
  return {
    title: pair ? `Roll calls that set ${a} and ${b} most apart` : 'Roll calls that divide most',
    columns: [...lead, ...tail],
    rows: rollCalls.map((row) => [
      ...[row.date, row.symbol ?? '', cut(row.title ?? ''), `${row.yes}–${row.abstain}–${row.no}`],
      ...(pair ? [fixed(row.difference ?? Number.NaN), vote(row.voteA), vote(row.voteB)] : [fixed(row.slope), fixed(row.information)]),
    ]),
    notes: [
      pair
        ? 'expected apart: the vote expected of the first less that of the second, from their positions in that session: yes 1, abstention a half, no 0. The last two columns are how they voted.'
        : 'information: what a vote on it tells about a position, on average over the states that voted. A slope below 0: the high end of the scale says yes.',
      'Of roll calls on one recurring text the one that does so most.',
    ],
  }
}

function vote(said: DividingRollCall['voteA']): string {
  return said ?? '(none)'
}

function cut(title: string): string {
  return title.length <= longest ? title : `${title.slice(0, longest - 1)}…`
}
