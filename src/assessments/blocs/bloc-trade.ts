import type { Estimate, Known } from '../../store/index.ts'
import type { DomainAssessment, Item } from '../forms/assessment.ts'
import { unknown, unknownDomain } from '../forms/unknown.ts'
import { amountWords, formatFigure, formatShare, inSentence, possessive, withInterval } from '../forms/wording.ts'
import { flowsEvidence } from './bloc-evidence.ts'
import type { BlocInputs, Party } from './bloc-parties.ts'
import { type FlowSum, isComplete, type MemberFlow } from './bloc-sums.ts'
import { blocTradeShares } from './bloc-trade-shares.ts'
import { bestPartial, goodsSums, latestComplete, type PartialSum, withoutRepeatedReports } from './bloc-trade-sums.ts'

const filler =
  'BACI (cepii.fr, all pairs by product, 1995 on) or IMF trade by partner (data.imf.org, all pairs, 1948 on): the record holds only what may be passed on.'

/**
 * Assesses goods trade between the two sides. A sum is complete where one source covers all pairs, else a lower bound. The bloc's own reports are shown beside
 * the sums of its members'.
 */
export async function blocTrade(bloc: BlocInputs, flows: readonly MemberFlow[]): Promise<DomainAssessment> {
  const { to } = bloc.bench.dyad
  const all = goodsSums(flows, { a: bloc.a, b: bloc.b })
  if (all.length === 0) {
    const reason = `the record has no goods trade between a state of ${inSentence(bloc.a.name)} and one of ${inSentence(bloc.b.name)} for a full year that ends by ${to}.`
    return unknownDomain('trade', 'Trade', to, reason, filler)
  }
  const levels = ways(bloc).flatMap(([id, label, direction]) =>
    levelsOf(
      bloc,
      all.filter((sum) => sum.direction === direction),
      id,
      label,
    ),
  )
  const shares = await blocTradeShares(bloc, all, levels)
  const leading = levels.find((one): one is Known => 'value' in one)
  return {
    id: 'trade',
    title: 'Trade',
    state: leading?.state ?? 'unknown',
    summary: summary(bloc, levels, shares),
    estimates: [...levels, ...shares],
    items: withoutRepeatedReports(all.filter(isComplete))

      .filter((sum) => sum.year > Math.max(...all.map(({ year }) => year)) - 10)
      .map((sum) => itemOf(bloc, sum)),
    notes: [
      `Sums take ${describeMembers(bloc)}, whoever was a member in the year of the figure; a sum that lacks a pair is at least, for a pair without a figure is unknown and not zero.`,
      ...(levels.some(({ id }) => id.endsWith('-eur'))
        ? ['Reports in EUR stand beside those in USD: no currency is converted silently.']
        : []),
    ],
    wouldFill: filler,
  }
}

function describeMembers({ a, b, bench }: BlocInputs): string {
  return [a, b]
    .filter((party) => party.isBloc)
    .map((party) => `the ${party.members.length} members of ${inSentence(party.name)} on ${bench.dyad.to}`)
    .join(' and ')
}

function ways({ a, b }: BlocInputs): [string, string, FlowSum['direction']][] {
  const [x, y] = [inSentence(a.name), inSentence(b.name)]
  return [
    ['goods-trade', `goods between ${x} and ${y}, both directions`, 'both'],
    ['goods-a-to-b', `goods from ${x} to ${y}`, 'a-to-b'],
    ['goods-b-to-a', `goods from ${y} to ${x}`, 'b-to-a'],
  ]
}

/** Returns, in each currency, the latest complete year, and the best incomplete sum of a later year or where no year is complete. */
function levelsOf(bloc: BlocInputs, sums: readonly FlowSum[], id: string, label: string): Estimate[] {
  const units = [...new Set(sums.map(({ unit }) => unit))].sort((x, y) => Number(y === 'USD') - Number(x === 'USD'))
  const found = units.flatMap((unit, i) =>
    unitLevels(
      bloc,
      sums.filter((sum) => sum.unit === unit),
      i === 0 ? id : `${id}-${unit.toLowerCase()}`,
      label,
    ),
  )
  if (found.length > 0) return found
  return [unknown({ id, label, unit: 'USD', period: bloc.bench.dyad.to.slice(0, 4) }, 'no source of the record has a year of it', filler)]
}

function unitLevels(bloc: BlocInputs, sums: readonly FlowSum[], id: string, label: string): Known[] {
  const whole = latestComplete(sums)
  const partial = bestPartial(sums.filter((sum) => whole[0] === undefined || sum.year > whole[0].year))
  const change = whole[0] === undefined ? [] : changeOf(bloc, id, whole[0], sums)
  return [
    ...(whole.length === 0 ? [] : [levelOf(bloc, id, label, whole), ...change]),
    ...(partial === undefined ? [] : [partialLevel(bloc, whole.length === 0 ? id : `${id}-at-least`, label, partial)]),
  ]
}

/** Makes the figure of a sum that lacks pairs: at least so much, with the share of the members' trade that it has. */
function partialLevel(bloc: BlocInputs, id: string, label: string, { sum, share }: PartialSum): Known {
  const level = levelOf(bloc, id, `${label}, ${sum.covered} of ${sum.pairs} pairs`, [sum])
  return { ...level, method: `${level.method}; these pairs have ${formatShare(share)} of what is known of the members’ trade` }
}

function levelOf(bloc: BlocInputs, id: string, label: string, reports: readonly FlowSum[]): Known {
  const [chosen] = reports as readonly [FlowSum, ...FlowSum[]]
  const values = reports.map(({ value }) => value)
  const single = reports.length === 1
  return {
    state: chosen.status,
    id,
    label,
    unit: chosen.unit,
    period: String(chosen.year),
    value: chosen.value,
    interval: single ? 'exact' : { low: Math.min(...values), high: Math.max(...values), kind: 'reports' },
    method: `${describeFlowSum(bloc, chosen)}${
      single
        ? ''
        : `; of ${reports.length} reports, ${reports
            .slice(1)
            .map((sum) => describeFlowSum(bloc, sum))
            .join(', ')}: the interval spans them`
    }; current prices`,
    evidence: reports.map((sum) => flowsEvidence(sum.flows)),
    ...(!isComplete(chosen) ? { certainty: 'at least' as const } : single ? { certainty: 'one report' as const } : {}),
  }
}

/** Names the source, the reporter and the number of pairs in the sum. */
export function describeFlowSum({ a, b }: BlocInputs, sum: FlowSum): string {
  const party = sum.reporter === null ? undefined : sum.reporter === 'a' ? a : b
  const by = party === undefined ? '' : `, reported by ${reporterName(party, sum.reporter === 'a' ? sum.standing.a : sum.standing.b)}`
  const over = sum.pairs === 1 ? '' : `, sum of ${sum.covered === sum.pairs ? `all ${sum.pairs}` : `${sum.covered} of ${sum.pairs}`} pairs`
  return `${sum.source}${by}${sum.valuation === null ? '' : ` (${sum.valuation})`}${over}`
}

function reporterName(party: Party, standing: FlowSum['standing']['a']): string {
  if (!party.isBloc) return party.id
  return standing === 'itself' ? `${party.id} itself` : `members of ${party.id}`
}

/** Returns the change from ten years before, by the same source and reporter and over the same pairs. */
function changeOf(bloc: BlocInputs, id: string, late: FlowSum, sums: readonly FlowSum[]): Known[] {
  const same = (sum: FlowSum): boolean =>
    sum.source === late.source && sum.reporter === late.reporter && sum.standing.a === late.standing.a && sum.standing.b === late.standing.b
  const early = sums.find((sum) => same(sum) && sum.year === late.year - 10 && isComplete(sum))
  if (early === undefined) return []
  return [
    {
      ...levelOf(bloc, `${id}.change`, `change ${early.year} to ${late.year}`, [late]),
      period: `${early.year}/${late.year}`,
      value: late.value - early.value,
      method: `${describeFlowSum(bloc, late)}: ${amountWords(late.value, late.unit)} less ${amountWords(early.value, early.unit)}, current prices`,
      evidence: [early, late].map((sum) => flowsEvidence(sum.flows)),
    },
  ]
}

function summary(bloc: BlocInputs, levels: readonly Estimate[], shares: readonly Estimate[]): string {
  const known = [...levels, ...shares].filter((one): one is Known => 'value' in one)
  const of = (id: string): Known | undefined => known.find((one) => one.id === id)
  const lead = of('goods-trade') ?? known[0]
  if (lead === undefined)
    return `Unknown: the record has no full year of goods trade between ${inSentence(bloc.a.name)} and ${inSentence(bloc.b.name)}.`
  const atLeast = (one: Known): string => (one.certainty === 'at least' ? 'at least ' : '')
  const first = `In ${lead.period} ${lead.label.replace(/, both directions|, \d+ of \d+ pairs/g, '')} were worth ${atLeast(lead)}${withInterval(lead)}${lead.interval === 'exact' ? `, by one report (${lead.method.replace(/; current prices$/, '')})` : ''}.`
  const other = lead.id === 'goods-trade' ? ['goods-a-to-b', 'goods-b-to-a'].flatMap((id) => of(id) ?? []) : []
  const directions =
    other.length < 2
      ? ''
      : ` ${other.map((one) => `${one.label.replace(/^goods /, '')}, ${one.period}: ${atLeast(one)}${formatFigure(one.value, one.unit)}`).join('; ')}.`
  const part = (['a', 'b'] as const).flatMap((side) => ['export-share', 'import-share'].flatMap((id) => of(`${id}-${side}`) ?? []))
  const told = part.map((one) => `${one.label}: ${atLeast(one)}${formatShare(one.value)} (${one.period})`)
  const dependence = told.length === 0 ? '' : ` ${told.join('; ')}.`
  const gdp = [of('gdp-share-a'), of('gdp-share-b')]
  const weight =
    gdp[0] === undefined || gdp[1] === undefined
      ? ''
      : ` In ${gdp[0].period} it was ${formatShare(gdp[0].value)} of ${possessive(bloc.a.name)} GDP and ${formatShare(gdp[1].value)} of ${possessive(bloc.b.name)}.`
  return capitals(`${first}${directions}${weight}${dependence}`)
}

function capitals(text: string): string {
  return text.replace(/(^|\. )([a-z])/g, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`)
}

function itemOf(bloc: BlocInputs, sum: FlowSum): Item {
  const [x, y] = [bloc.a.id, bloc.b.id]
  const way = sum.direction === 'both' ? `${x} and ${y}, both directions` : sum.direction === 'a-to-b' ? `${x} to ${y}` : `${y} to ${x}`
  const by = describeFlowSum(bloc, sum)
  return {
    kind: 'report',
    date: `${sum.year}-12-31`,
    text: `${sum.year}, ${way}: ${amountWords(sum.value, sum.unit)} (${by}${sum.status === 'observed' ? '' : ', estimated'})`,
    source: sum.source,
    reported: {
      what: 'goods',
      direction: sum.direction,
      from: `${sum.year}-01-01`,
      to: `${sum.year}-12-31`,
      value: sum.value,
      unit: sum.unit,
      by,
      estimated: sum.status !== 'observed',
    },
  }
}
