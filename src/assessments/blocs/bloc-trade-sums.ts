import { openMemory } from '../../memory/index.ts'
import { yearsOfGoods } from '../domains/goods-by-year.ts'
import type { OverTime } from '../forms/over-time-form.ts'
import { inList } from '../rows/conditions.ts'
import { grouped } from '../rows/grouped.ts'
import { allTimeMembers, type BlocInputs, hasAllMembers } from './bloc-parties.ts'
import { type FlowSum, flowOf, isComplete, type MemberFlow, type SidesOfYear, sumsOf } from './bloc-sums.ts'

const undirected: ReadonlySet<string> = new Set(['goods-trade'])

/**
 * Reads the goods flows between all past and present members of the two sides, and the blocs themselves where no member was left out. They are read once, for
 * levels and series.
 */
export async function goodsFlows(bloc: BlocInputs): Promise<MemberFlow[]> {
  const [a, b] = [bloc.a, bloc.b].map((party) => [
    ...allTimeMembers(bloc, party),
    ...(party.isBloc && hasAllMembers(party) ? [party.id] : []),
  ]) as [string[], string[]]
  return reportedFlows(bloc, a, b)
}

/** Reads the reports of goods between two sets of states, which may include the blocs themselves. */
async function reportedFlows({ bench }: BlocInputs, a: readonly string[], b: readonly string[]): Promise<MemberFlow[]> {
  await openMemory(bench.snapshot)
  const [one, other] = [inList(a), inList(b)]
  const rows = await bench.snapshot.rows(
    `SELECT indicator, from_id, to_id, reporter, year, value, unit, valuation, source, vintage, status, parts FROM goods_reports
     WHERE rank < 4 AND year || '-12-31' <= $to AND ((from_id IN ${one} AND to_id IN ${other}) OR (from_id IN ${other} AND to_id IN ${one}))
     QUALIFY row_number() OVER (PARTITION BY indicator, from_id, to_id, reporter, year, unit, source ORDER BY parts, vintage DESC, locator) = 1
     ORDER BY year, source, indicator, from_id, to_id, reporter`,
    { to: bench.dyad.to },
  )
  return rows.map(flowOf)
}

/** Returns the annual sums over the members on the day, with both directions combined where one source has both. */
export function goodsSums(flows: readonly MemberFlow[], sides: SidesOfYear): FlowSum[] {
  const each = sumsOf(flows, sides, undirected)
  return [...each, ...totalsOf(each)]
}

/** Adds the two directions of one source and kind of reporter, unless the source publishes its own total. */
function totalsOf(sums: readonly FlowSum[]): FlowSum[] {
  const groups = grouped(sums, (sum) => [sum.year, sum.source, sum.reporter, sum.standing.a, sum.standing.b, sum.unit].join('|'))
  return [...groups.values()].flatMap((group) => {
    if (group.some(({ direction }) => direction === 'both')) return []
    const [out, back] = (['a-to-b', 'b-to-a'] as const).map((way) => group.find(({ direction }) => direction === way))
    if (out === undefined || back === undefined) return []
    return [
      {
        ...out,
        direction: 'both' as const,
        indicator: `${out.indicator} + ${back.indicator}`,
        value: out.value + back.value,
        status: out.status === back.status ? out.status : ('estimated' as const),
        valuation: out.valuation === back.valuation ? out.valuation : null,
        covered: Math.min(out.covered, back.covered),
        flows: [...out.flows, ...back.flows],
      },
    ]
  })
}

/** Whether the sum was observed, or reconciled by a source from both sides' reports. */
export function isFirmSum(sum: FlowSum): boolean {
  return sum.status === 'observed' || sum.reporter === null
}

/** Returns the reports of the latest year for which some source covers every pair; empty where no source does in any year. */
export function latestComplete(sums: readonly FlowSum[]): FlowSum[] {
  const whole = sums.filter((sum) => isFirmSum(sum) && isComplete(sum))
  const year = Math.max(...whole.map((sum) => sum.year))
  return withoutRepeatedReports(whole.filter((sum) => sum.year === year)).sort(byReportPrecedence)
}

/** Keeps only the bloc's own report where one source also has the sum of its members' reports, so that the two count as one report. */
export function withoutRepeatedReports(sums: readonly FlowSum[]): FlowSum[] {
  const key = (sum: FlowSum): string => [sum.source, sum.reporter, sum.direction, sum.year, sum.unit].join('|')
  const itself = new Set(sums.filter((sum) => own(sum) > 0).map(key))
  return sums.filter((sum) => own(sum) > 0 || !itself.has(key(sum)))
}

/**
 * Orders sums by precedence: the reconciled report, then a published total, then the importer's report, then the exporter's. Among equals, the bloc's own
 * report precedes the sum over its members.
 */
export function byReportPrecedence(x: FlowSum, y: FlowSum): number {
  const rank = (sum: FlowSum): number =>
    sum.reporter === null ? 0 : sum.indicator === 'goods-trade' ? 1 : sum.indicator === 'goods-imports' ? 2 : 3
  return rank(x) - rank(y) || own(y) - own(x) || (x.source < y.source ? -1 : 1)
}

function own({ standing }: FlowSum): number {
  return Number(standing.a === 'itself') + Number(standing.b === 'itself')
}

/** No sum over members is told that has less than this share of what they trade. */
const leastCovered = 0.5

/** An incomplete sum, and the share that it has of what is known of the members' trade; 1 where the pairs that it lacks are nowhere known to trade. */
export interface PartialSum {
  readonly sum: FlowSum
  readonly share: number
}

/**
 * Returns the best incomplete sum: of the newest year in which one source has at least half of what the members trade, the one that has most. What a pair
 * trades that a sum lacks is taken from the newest year of any source. Undefined where no sum has half.
 */
export function bestPartial(sums: readonly FlowSum[]): PartialSum | undefined {
  const newest = new Map<string, MemberFlow>()
  for (const flow of sums.flatMap(({ flows }) => flows)) {
    const known = newest.get(`${flow.from} ${flow.to}`)
    if (known === undefined || flow.year > known.year) newest.set(`${flow.from} ${flow.to}`, flow)
  }
  const some = sums.filter((sum) => isFirmSum(sum) && !isComplete(sum)).map((sum) => ({ sum, share: coveredShare(sum, newest) }))
  const good = some.filter(({ share }) => share >= leastCovered)
  return good.sort((x, y) => y.sum.year - x.sum.year || y.share - x.share || byReportPrecedence(x.sum, y.sum))[0]
}

function coveredShare({ flows, value }: FlowSum, newest: ReadonlyMap<string, MemberFlow>): number {
  const own = new Set(flows.map(({ from, to }) => `${from} ${to}`))
  const lacking = [...newest].reduce((sum, [way, flow]) => (own.has(way) ? sum : sum + flow.value), 0)
  return value + lacking <= 0 ? 1 : value / (value + lacking)
}

/** The goods between two sides by year, oldest first: firm sums over all pairs of members, in USD where any is. */
export function blocGoodsByYear({ a, b }: BlocInputs, flows: readonly MemberFlow[]): OverTime['goods'] {
  const sums = withoutRepeatedReports(goodsSums(flows, { a, b }).filter((sum) => isFirmSum(sum) && isComplete(sum)))
  return yearsOfGoods(sums, isFirmSum, (group) => [...group].sort(byReportPrecedence)[0]!)
}
