import type { Cell, Known } from '../../store/index.ts'
import type { Item } from '../forms/assessment.ts'
import { inSentence } from '../forms/wording.ts'
import { figureItems, periodOf, rowAsFigure } from '../record/pair-observations.ts'
import { inList } from '../rows/conditions.ts'
import { grouped } from '../rows/grouped.ts'
import type { PairRow } from '../rows/observation-row.ts'
import { type BlocInputs, hasAllMembers, type Party } from './bloc-parties.ts'
import { memberIds } from './bloc-sums.ts'

/** Returns the rows of these indicators for all cross pairs, and for the blocs themselves where no member was left out. Sorted by end, then start. */
export async function crossPairRows({ a, b, bench }: BlocInputs, indicators: readonly string[]): Promise<PairRow[]> {
  const [x, y] = [inList(memberIds(a)), inList(memberIds(b))]
  const rows = await bench.snapshot.rows(
    `SELECT * FROM observations WHERE indicator IN ${inList(indicators)} AND value IS NOT NULL AND end_date <= $to
       AND ((from_id IN ${x} AND to_id IN ${y}) OR (from_id IN ${y} AND to_id IN ${x}))
     ORDER BY end_date, start_date, source, indicator, from_id, to_id, reporter, locator`,
    { to: bench.dyad.to },
  )
  return rows.map(rowOf)
}

function rowOf(row: Record<string, Cell>): PairRow {
  const text = (name: string): string => String(row[name])
  return {
    ...{ indicator: text('indicator'), from: text('from_id'), to: text('to_id'), reporter: row['reporter'] as string | null },
    ...{ start: text('start_date'), end: text('end_date'), value: row['value'] as number, unit: text('unit') },
    status: row['status'] === 'observed' ? 'observed' : 'estimated',
    ...{ source: text('source'), vintage: text('vintage'), locator: text('locator') },
  }
}

/** Units in which figures of different pairs can be added; shares and percentages cannot. */
const additive = new Set(['USD', 'EUR', 'million TIV', 'count', 'projects', 'deals', 'persons'])

interface Way {
  readonly id: 'a-to-b' | 'b-to-a'
  readonly from: Party
  readonly to: Party
}

/**
 * Returns, for each series and direction, the bloc's own figure, or a sum over the pairs for which one source covers the latest period. The sum is a lower
 * bound, because the other pairs are unknown.
 *
 * A figure that cannot be added, such as a share, is shown only where a single pair has one; the others appear among the items.
 */
export function crossPairFigures(bloc: BlocInputs, rows: readonly PairRow[], titles: Readonly<Record<string, string>>): Known[] {
  const ways: Way[] = [
    { id: 'a-to-b', from: bloc.a, to: bloc.b },
    { id: 'b-to-a', from: bloc.b, to: bloc.a },
  ]
  return ways.flatMap((way) => {
    const own = rows.filter((row) => memberIds(way.from).includes(row.from) && memberIds(way.to).includes(row.to))
    const groups = [...grouped(own, (row) => `${row.indicator} ${row.source} ${row.unit} ${isItself(bloc, row)}`).values()]
    return groups.flatMap((group) => latestFigure(way, group, titles))
  })
}

function isItself({ a, b }: BlocInputs, { from, to }: PairRow): boolean {
  return [a, b].some((party) => party.isBloc && hasAllMembers(party) && (from === party.id || to === party.id))
}

function latestFigure(way: Way, group: readonly PairRow[], titles: Readonly<Record<string, string>>): Known[] {
  const last = group.at(-1)!
  const span = group.filter((row) => row.start === last.start && row.end === last.end)
  const byPair = oneReportEach(span)
  const title = titles[last.indicator] ?? last.indicator
  const all = way.from.members.length * way.to.members.length
  const own =
    byPair.length === 1 && (byPair[0]!.from === way.from.id || !way.from.isBloc) && (byPair[0]!.to === way.to.id || !way.to.isBloc)
  const id = `${last.indicator}-${way.id}${own ? '' : '-members'}`
  const whom = `${inSentence(way.from.name)} to ${inSentence(way.to.name)}`
  if (own) return [rowAsFigure(last, id, `${title}, ${whom}`)]
  if (!additive.has(last.unit)) return byPair.length === 1 ? [rowAsFigure(last, id, `${title}, ${last.from} to ${last.to} alone`)] : []
  return [
    {
      state: byPair.every((row) => row.status === 'observed') ? 'observed' : 'estimated',
      id,
      label: `${title}, ${whom}, ${byPair.length} of ${all} pairs`,
      unit: last.unit,
      period: periodOf(last.start, last.end),
      value: byPair.reduce((sum, row) => sum + row.value, 0),
      interval: 'exact',
      certainty: 'at least',
      method: `sum over the pairs for which ${last.source} has a figure of this span: ${byPair.map((row) => `${row.from} to ${row.to}`).join(', ')}; the others are unknown and not zero`,
      evidence: [
        {
          source: last.source,
          vintage: last.vintage,
          rows: `observations where source = '${last.source}' and indicator = '${last.indicator}' and start_date = '${last.start}' and end_date = '${last.end}' and from_id in ${inList(way.from.members)} and to_id in ${inList(way.to.members)}`,
          count: span.length,
        },
      ],
    },
  ]
}

/** Keeps one report of each pair: the receiving state's where both report. */
function oneReportEach(rows: readonly PairRow[]): PairRow[] {
  const receiversLast = [...rows].sort((x, y) => Number(x.reporter === x.to) - Number(y.reporter === y.to))
  return [...new Map(receiversLast.map((row) => [`${row.from} ${row.to}`, row])).values()]
}

/** Returns the latest row of each pair and series, newest first. */
export function latestItems(rows: readonly PairRow[]): Item[] {
  const latest = new Map(rows.map((row) => [`${row.indicator} ${row.from} ${row.to} ${row.source} ${row.reporter}`, row]))
  return figureItems([...latest.values()].sort((x, y) => (x.end < y.end ? -1 : x.end > y.end ? 1 : 0)))
}
