import type { Cell } from '../../store/index.ts'
import { quotedList } from '../record/goods-reports.ts'
import { isSingle } from '../record/single-figures.ts'
import { grouped } from '../rows/grouped.ts'
import { type BlocBench, isWhole, type Party } from './bloc-parties.ts'

/** One source's figure of one flow from one state (or the bloc itself) to another in one year. */
export interface MemberFlow {
  readonly indicator: string
  readonly from: string
  readonly to: string
  /** Who says so; null: the source reconciles both sides, or does not say. */
  readonly reporter: string | null
  readonly year: number
  readonly value: number
  readonly unit: string
  readonly valuation: string | null
  readonly status: string
  readonly source: string
  readonly vintage: string
  /** Rows that it adds up: one of a year, or twelve of months. */
  readonly rows: 1 | 12
}

/** Which rows a side contributes: its members one by one, or the bloc as a party of its own. */
export type SumBasis = 'members' | 'itself'

/** A flow added up over all pairs of which one source has it, of one year and one kind of reporter. */
export interface FlowSum {
  readonly indicator: string
  readonly direction: 'a-to-b' | 'b-to-a' | 'both'
  readonly year: number
  readonly value: number
  readonly unit: string
  readonly valuation: string | null
  readonly status: 'observed' | 'estimated'
  readonly source: string
  readonly vintage: string
  /** Who reports: the side, or null where the source reconciles or does not say. */
  readonly reporter: 'a' | 'b' | null
  readonly standing: { readonly a: SumBasis; readonly b: SumBasis }
  /** Pairs with a figure, of all pairs that there are. */
  readonly covered: number
  readonly pairs: number
  /** What was added up. */
  readonly flows: readonly MemberFlow[]
}

/**
 * Every full year of the flows between two sets of states, the blocs themselves among them where asked: a year that a source gives by month only is the sum of its
 * twelve. One reading for all pairs.
 */
export async function flowsBetween(
  { bench }: BlocBench,
  a: readonly string[],
  b: readonly string[],
  condition: string,
): Promise<MemberFlow[]> {
  const rows = await bench.snapshot.rows(
    `WITH own AS (
       SELECT *, substr(start_date, 1, 4)::INTEGER AS year,
         CASE WHEN substr(start_date, 5) = '-01-01' AND end_date = substr(start_date, 1, 4) || '-12-31' THEN 1
              WHEN substr(start_date, 9) = '01' AND end_date = last_day(start_date::DATE)::VARCHAR THEN 12 END AS parts
       FROM observations
       WHERE ${condition} AND value IS NOT NULL AND end_date <= $to
         AND ((from_id IN (${quotedList(a)}) AND to_id IN (${quotedList(b)})) OR (from_id IN (${quotedList(b)}) AND to_id IN (${quotedList(a)}))))
     SELECT indicator, from_id, to_id, reporter, year, sum(value ORDER BY start_date) AS value, unit, valuation, source, vintage, if(bool_and(status = 'observed'), 'observed', 'estimated') AS status, parts
     FROM own WHERE parts IS NOT NULL
     GROUP BY indicator, from_id, to_id, reporter, year, unit, valuation, source, vintage, parts HAVING count(*) = parts
     QUALIFY row_number() OVER (PARTITION BY indicator, from_id, to_id, reporter, year, unit, source ORDER BY parts, vintage DESC) = 1
     ORDER BY year, source, indicator, from_id, to_id, reporter`,
    { to: bench.dyad.to },
  )
  return rows.map(flowOf)
}

function flowOf(row: Record<string, Cell>): MemberFlow {
  const text = (name: string): string => String(row[name])
  return {
    indicator: text('indicator'),
    from: text('from_id'),
    to: text('to_id'),
    reporter: row['reporter'] as string | null,
    year: Number(row['year']),
    value: row['value'] as number,
    unit: text('unit'),
    valuation: row['valuation'] as string | null,
    status: text('status'),
    source: text('source'),
    vintage: text('vintage'),
    rows: row['parts'] === 12 ? 12 : 1,
  }
}

/** The ids by which a party stands in the record: its members, and itself where it is a bloc and nobody was taken out of it. */
export function memberIds(party: Party): string[] {
  return party.isBloc && isWhole(party) ? [...party.members, party.id] : [...party.members]
}

/** Sides as a year sees them: who the members are. Levels take the members on the day, series those of each year. */
export interface MemberSums {
  readonly a: Party
  readonly b: Party
}

/** Adds the flows of one year up over the pairs across, for each source, indicator, direction, kind of reporter and standing. */
export function sumsOf(flows: readonly MemberFlow[], sides: MemberSums, undirected: ReadonlySet<string>): FlowSum[] {
  const placed = flows.flatMap((flow) => placedOf(flow, sides, undirected))
  const groups = grouped(placed, ({ key }) => key)
  return [...groups.values()].map((group) => {
    const { flow, direction, reporter, standing } = group[0]!
    const size = (party: Party, how: SumBasis): number => (how === 'itself' ? 1 : party.members.length)
    const found = new Map(group.map((one) => [`${one.flow.from} ${one.flow.to}`, one.flow]))
    return {
      indicator: flow.indicator,
      direction,
      year: flow.year,
      value: [...found.values()].reduce((sum, one) => sum + one.value, 0),
      unit: flow.unit,
      valuation: flow.valuation,
      status: group.every((one) => one.flow.status === 'observed') ? 'observed' : 'estimated',
      source: flow.source,
      vintage: flow.vintage,
      reporter,
      standing,
      covered: found.size,
      pairs: size(sides.a, standing.a) * size(sides.b, standing.b),
      flows: [...found.values()],
    }
  })
}

interface PlacedFlow {
  readonly flow: MemberFlow
  readonly direction: FlowSum['direction']
  readonly reporter: FlowSum['reporter']
  readonly standing: FlowSum['standing']
  readonly key: string
}

function placedOf(flow: MemberFlow, { a, b }: MemberSums, undirected: ReadonlySet<string>): PlacedFlow[] {
  const [fromA, toA] = [standingOf(a, flow.from), standingOf(a, flow.to)]
  const [fromB, toB] = [standingOf(b, flow.from), standingOf(b, flow.to)]
  const forward = fromA !== undefined && toB !== undefined
  const [inA, inB] = forward ? [fromA, toB] : [toA, fromB]
  if (inA === undefined || inB === undefined) return []
  const overMembers = (a.isBloc && inA === 'members') || (b.isBloc && inB === 'members')
  if (overMembers && isSingle(flow.source)) return []
  const direction = undirected.has(flow.indicator) ? 'both' : forward ? 'a-to-b' : 'b-to-a'
  const own = forward ? [flow.from, flow.to] : [flow.to, flow.from]
  const reporter = flow.reporter === own[0] ? 'a' : flow.reporter === own[1] ? 'b' : null
  const standing = { a: inA, b: inB }
  const key = [
    flow.source,
    flow.indicator,
    direction,
    reporter,
    inA,
    inB,
    flow.year,
    flow.unit,
    flow.valuation,
    reporter === null ? flow.reporter : '',
  ].join('|')
  return [{ flow, direction, reporter, standing, key }]
}

function standingOf(party: Party, id: string): SumBasis | undefined {
  if (party.isBloc && id === party.id) return isWhole(party) ? 'itself' : undefined
  return party.members.includes(id) ? 'members' : undefined
}

/** Whether every pair has a figure: only then is a sum the whole, else it is at least. */
export function isComplete(sum: FlowSum): boolean {
  return sum.covered === sum.pairs
}
