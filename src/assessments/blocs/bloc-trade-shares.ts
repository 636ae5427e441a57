import { openMemory } from '../../memory/index.ts'
import { type Estimate, type Known, unknownUnlessFinite } from '../../store/index.ts'
import { vintageOf } from '../forms/unknown.ts'
import { inSentence, possessive } from '../forms/wording.ts'
import { inList } from '../rows/conditions.ts'
import { flowsEvidence } from './bloc-evidence.ts'
import type { BlocInputs, Party } from './bloc-parties.ts'
import { type FlowSum, flowsBetween, isComplete, type MemberFlow, memberIds } from './bloc-sums.ts'
import { isFirmSum } from './bloc-trade-sums.ts'

/** Computes the weight of the trade for each side: as a share of its reported total exports and imports, and relative to its GDP. */
export async function blocTradeShares(
  bloc: BlocInputs,
  sums: readonly FlowSum[],
  levels: readonly { readonly id: string }[],
): Promise<Estimate[]> {
  const own = await Promise.all((['a', 'b'] as const).map((side) => sideShares(bloc, side, sums)))
  const level = levels.find((one): one is Known => one.id === 'goods-trade' && 'value' in one)
  const gdp = level === undefined || level.unit !== 'USD' || level.certainty === 'at least' ? [] : await gdpShares(bloc, level)
  return [...gdp, ...own.flat()]
}

async function sideShares(bloc: BlocInputs, side: 'a' | 'b', sums: readonly FlowSum[]): Promise<Estimate[]> {
  const party = bloc[side]
  const wholes = await flowsBetween(bloc, memberIds(party), ['WLD'], "indicator IN ('goods-exports', 'goods-imports')")
  return (['exports', 'imports'] as const).flatMap((flow) => {
    const parts = sums.filter(
      (sum) =>
        sum.indicator === `goods-${flow}` &&
        sum.reporter === side &&
        isFirmSum(sum) &&
        (sum.direction === 'a-to-b') === ((side === 'a') === (flow === 'exports')),
    )
    const shared = parts.flatMap((part) => {
      const whole = wholeOf(party, part, side, wholes)
      return whole === undefined ? [] : [{ part, whole }]
    })
    const [best] = shared.sort(
      (x, y) => Number(isComplete(y.part)) - Number(isComplete(x.part)) || y.part.year - x.part.year || y.part.covered - x.part.covered,
    )
    return best === undefined ? [] : [unknownUnlessFinite(shareOf(bloc, side, flow, best.part, best.whole))]
  })
}

/** Returns the side's total exports or imports by the same reports; undefined where any member has no total. */
function wholeOf(party: Party, part: FlowSum, side: 'a' | 'b', wholes: readonly MemberFlow[]): readonly MemberFlow[] | undefined {
  const who = part.standing[side] === 'itself' ? [party.id] : party.members
  const own = part.indicator === 'goods-exports' ? 'from' : 'to'
  const found = who.map((one) =>
    wholes.find(
      (row) =>
        row[own] === one &&
        row.reporter === one &&
        row.year === part.year &&
        row.source === part.source &&
        row.indicator === part.indicator &&
        row.unit === part.unit,
    ),
  )
  const held = found.filter((row) => row !== undefined)
  return held.length < found.length || totalOf(held) <= 0 ? undefined : held
}

function totalOf(flows: readonly MemberFlow[]): number {
  return flows.reduce((sum, { value }) => sum + value, 0)
}

function shareOf(bloc: BlocInputs, side: 'a' | 'b', flow: 'exports' | 'imports', part: FlowSum, whole: readonly MemberFlow[]): Known {
  const [party, other] = side === 'a' ? [bloc.a, bloc.b] : [bloc.b, bloc.a]
  const inside =
    party.isBloc && part.standing[side] === 'members' ? `; trade among the members of ${inSentence(party.name)} is in the whole` : ''
  return {
    state: part.status,
    id: `${flow === 'exports' ? 'export' : 'import'}-share-${side}`,
    label: `${possessive(other.name)} share of ${possessive(party.name)} goods ${flow}`,
    unit: 'share',
    period: String(part.year),
    value: part.value / totalOf(whole),
    interval: 'exact',
    certainty: isComplete(part) ? 'one report' : 'at least',
    method: `${flow} with ${inSentence(other.name)}${isComplete(part) ? '' : ` (${part.covered} of ${part.pairs} pairs)`} over all ${flow}, same source (${part.source}) and reporters${inside}`,
    evidence: [flowsEvidence([...part.flows, ...whole])],
  }
}

/** Computes trade relative to the GDP of each side, where the record has the GDP of every member in that year. */
async function gdpShares({ a, b, bench }: BlocInputs, level: Known): Promise<Estimate[]> {
  await openMemory(bench.snapshot)
  const rows = await bench.snapshot.rows(
    `SELECT state, value, source FROM gdp WHERE state IN ${inList([...a.members, ...b.members])} AND year = $year ORDER BY state`,
    { year: Number(level.period) },
  )
  const gdp = new Map(rows.map((row) => [String(row['state']), row['value'] as number]))
  const sourceOf = new Map(rows.map((row) => [String(row['state']), String(row['source'])]))
  return ([['a', a] as const, ['b', b] as const] as const).flatMap(([side, party]): Estimate[] => {
    const values = party.members.map((iso3) => gdp.get(iso3))
    if (values.some((value) => value === undefined)) return []
    const sources = [...new Set(party.members.map((iso3) => sourceOf.get(iso3)!))].sort()
    const total = values.reduce<number>((sum, value) => sum + value!, 0)
    const { interval } = level
    return [
      unknownUnlessFinite({
        ...level,
        id: `gdp-share-${side}`,
        label: `both directions as a share of ${possessive(party.name)} GDP`,
        unit: 'share',
        value: level.value / total,
        interval:
          interval === 'exact' || interval.kind !== 'reports'
            ? interval
            : { ...interval, low: interval.low / total, high: interval.high / total },
        method: `goods in both directions over GDP${party.isBloc ? `, sum of ${party.members.length} members` : ''} (${sources.join(', ')}), both in current US dollars; trade is turnover and GDP value added, so this is a ratio, not a part`,
        evidence: [
          ...level.evidence,
          ...sources.map((source) => {
            const own = party.members.filter((iso3) => sourceOf.get(iso3) === source)
            const rows = `observations where indicator in ('gdp', 'gdp-imf') and source = '${source}' and from_id in ${inList(own)} and start_date = '${level.period}-01-01'`
            return { source, vintage: vintageOf(bench.cards, source), rows, count: own.length }
          }),
        ],
      }),
    ]
  })
}
