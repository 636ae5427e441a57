import { traitsOf } from '../../sources/source-traits.ts'
import type { Cell } from '../../store/index.ts'
import { inList } from '../rows/conditions.ts'
import { grouped } from '../rows/grouped.ts'
import { type BlocInputs, hasAllMembers, type Party } from './bloc-parties.ts'

/** One source's figure for a flow from one state (or the bloc itself) to another in one year. */
export interface MemberFlow {
  readonly indicator: string
  readonly from: string
  readonly to: string
  /** The reporter; null where the source reconciles both sides or does not name one. */
  readonly reporter: string | null
  readonly year: number
  readonly value: number
  readonly unit: string
  readonly valuation: string | null
  readonly status: string
  readonly source: string
  readonly vintage: string
  /** Number of rows in the sum: one annual row, or twelve monthly ones. */
  readonly rows: 1 | 12
}

/** Which rows count for a side: its members' rows, or the rows about the bloc itself. */
export type SumBasis = 'members' | 'itself'

/** A flow in one year, added over all pairs for which one source has a figure by the same kind of reporter. */
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
  /** The reporting side; null where the source reconciles both sides or does not name a reporter. */
  readonly reporter: 'a' | 'b' | null
  readonly standing: { readonly a: SumBasis; readonly b: SumBasis }
  /** Number of pairs with a figure; `pairs` is the number of all pairs. */
  readonly covered: number
  readonly pairs: number
  /** The flows that were added. */
  readonly flows: readonly MemberFlow[]
}

/**
 * Reads every full year of the flows between two sets of states, which may include the blocs themselves. Where a source has only months, a year is the sum of
 * twelve. All pairs are read in one query.
 */
export async function flowsBetween(
  { bench }: BlocInputs,
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
         AND ((from_id IN ${inList(a)} AND to_id IN ${inList(b)}) OR (from_id IN ${inList(b)} AND to_id IN ${inList(a)})))
     SELECT indicator, from_id, to_id, reporter, year, sum(value ORDER BY start_date) AS value, unit, valuation, source, vintage, if(bool_and(status = 'observed'), 'observed', 'estimated') AS status, parts
     FROM own WHERE parts IS NOT NULL
     GROUP BY indicator, from_id, to_id, reporter, year, unit, valuation, source, vintage, parts HAVING count(*) = parts
     QUALIFY row_number() OVER (PARTITION BY indicator, from_id, to_id, reporter, year, unit, source ORDER BY parts, vintage DESC) = 1
     ORDER BY year, source, indicator, from_id, to_id, reporter`,
    { to: bench.dyad.to },
  )
  return rows.map(flowOf)
}

/** Makes a flow from a row of the columns that `MemberFlow` names. */
export function flowOf(row: Record<string, Cell>): MemberFlow {
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

/** Returns the ids under which the record has a party: its members, and the bloc itself unless a member was left out. */
export function memberIds(party: Party): string[] {
  return party.isBloc && hasAllMembers(party) ? [...party.members, party.id] : [...party.members]
}

/** The two sides in a given year. Levels use the members on the day of the assessment, series those of each year. */
export interface SidesOfYear {
  readonly a: Party
  readonly b: Party
}

/** Adds the flows of each year over the cross pairs, separately by source, indicator, direction, reporter and basis (members or the bloc itself). */
export function sumsOf(flows: readonly MemberFlow[], sides: SidesOfYear, undirected: ReadonlySet<string>): FlowSum[] {
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

function placedOf(flow: MemberFlow, { a, b }: SidesOfYear, undirected: ReadonlySet<string>): PlacedFlow[] {
  const [fromA, toA] = [standingOf(a, flow.from), standingOf(a, flow.to)]
  const [fromB, toB] = [standingOf(b, flow.from), standingOf(b, flow.to)]
  const forward = fromA !== undefined && toB !== undefined
  const [inA, inB] = forward ? [fromA, toB] : [toA, fromB]
  if (inA === undefined || inB === undefined) return []
  const overMembers = (a.isBloc && inA === 'members') || (b.isBloc && inB === 'members')
  if (overMembers && traitsOf(flow.source).lists === 'selection') return []
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
  if (party.isBloc && id === party.id) return hasAllMembers(party) ? 'itself' : undefined
  return party.members.includes(id) ? 'members' : undefined
}

/** Whether every pair has a figure. If not, the sum is only a lower bound. */
export function isComplete(sum: FlowSum): boolean {
  return sum.covered === sum.pairs
}
