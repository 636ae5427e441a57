import { yearsOfGoods } from '../domains/goods-by-year.ts'
import type { OverTime } from '../forms/over-time-form.ts'
import { goodsIndicators, quotedList } from '../record/goods-reports.ts'
import { grouped } from '../rows/grouped.ts'
import { allTimeMembers, type BlocInputs, hasAllMembers } from './bloc-parties.ts'
import { type FlowSum, flowsBetween, isComplete, type MemberFlow, type SidesOfYear, sumsOf } from './bloc-sums.ts'

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
  // Comext's figures on sanctioned goods are part of its totals, not a rival report.
  return flowsBetween(bloc, a, b, `indicator IN (${quotedList(goodsIndicators)}) AND source <> 'comext-sanctioned'`)
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

/**
 * Returns the best incomplete sum: that of the latest year with at least nine tenths of the highest number of pairs covered in any year. Undefined where there
 * is none.
 */
export function bestPartial(sums: readonly FlowSum[]): FlowSum | undefined {
  const some = sums.filter((sum) => isFirmSum(sum) && !isComplete(sum))
  const most = Math.max(...some.map(({ covered }) => covered))
  const good = some.filter(({ covered }) => covered >= 0.9 * most)
  return good.sort((x, y) => y.year - x.year || y.covered - x.covered || byReportPrecedence(x, y))[0]
}

/** The goods between two sides by year, oldest first: firm sums over all pairs of members, in USD where any is. */
export function blocGoodsByYear({ a, b }: BlocInputs, flows: readonly MemberFlow[]): OverTime['goods'] {
  const sums = withoutRepeatedReports(goodsSums(flows, { a, b }).filter((sum) => isFirmSum(sum) && isComplete(sum)))
  return yearsOfGoods(sums, isFirmSum, (group) => [...group].sort(byReportPrecedence)[0]!)
}
