import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { indicatorOf } from '../../store/indicators/indicators.ts'
import { assessEnergy } from '../domains/energy.ts'
import type { DomainAssessment } from '../forms/assessment.ts'
import { unknownDomain } from '../forms/unknown.ts'
import { formatFigure, formatShare, inSentence, joinedWords, lowerFirst } from '../forms/wording.ts'
import { grouped } from '../rows/grouped.ts'
import { flowsEvidence } from './bloc-evidence.ts'
import { type BlocInputs, hasAllMembers } from './bloc-parties.ts'
import { type FlowSum, flowsBetween, isComplete, sumsOf } from './bloc-sums.ts'
import { describeFlowSum } from './bloc-trade.ts'
import { byReportPrecedence, isFirmSum, latestComplete } from './bloc-trade-sums.ts'

const filler =
  'UN Comtrade (HS 2701 to 2711, all pairs), Eurostat energy statistics for EU importers, the CREA tracker for Russian exports by destination.'

/** Assesses fossil fuels, from figures on the bloc itself (read as for a state) and from sums of the members' own reports. */
export async function blocEnergy(bloc: BlocInputs): Promise<DomainAssessment> {
  const { a, b, bench } = bloc
  const [own, sums] = await Promise.all([hasAllMembers(a) && hasAllMembers(b) ? assessEnergy(bench) : undefined, memberSums(bloc)])
  const known = own === undefined || !own.estimates.some(isKnown) ? undefined : own
  const figures = sums.filter((sum) => !toldOfItself(known?.estimates ?? [], sum)).map((sum) => levelOf(bloc, sum))
  if (known === undefined && figures.length === 0) {
    const reason = `the record has no full year of fossil-fuel trade between a state of ${inSentence(a.name)} and one of ${inSentence(b.name)} that ends by ${bench.dyad.to}.`
    return unknownDomain('energy', 'Energy', bench.dyad.to, reason, filler)
  }
  const told = figures.length === 0 ? '' : ` By what states themselves report, added up: ${joinedWords(figures.slice(0, 4).map(words))}.`
  return {
    id: 'energy',
    title: 'Energy',
    state: known?.state ?? figures[0]!.state,
    summary: `${known === undefined ? '' : ownWords(known.estimates.filter(isKnown))}${told}`.trim(),
    estimates: [...wholeFirst(known?.estimates.filter((one) => isKnown(one) || figures.length === 0) ?? []), ...figures],
    items: known?.items ?? [],
    notes: [
      ...(known?.notes ?? []),
      ...(figures.some(({ certainty }) => certainty === 'at least')
        ? ['A sum over members without all of them is at least: some do not report, and some buy nothing. The record does not tell which.']
        : []),
    ],
    wouldFill: filler,
  }
}

/** Whether the bloc's own figure covers the same flow in the same year or a later one. */
function toldOfItself(own: readonly Estimate[], sum: FlowSum): boolean {
  const id = `fossil-${sum.direction}-${sum.indicator.replace('fossil-imports', 'imports')}`
  return own.some((one) => one.id === id && isKnown(one) && one.period >= String(sum.year))
}

/** Sorts totals of all fossil fuels before single fuels, then by value. */
function wholeFirst(estimates: readonly Estimate[]): Estimate[] {
  const rank = (one: Estimate): number => (isKnown(one) && isMoney(one) ? (isWholeFuel(one) ? 0 : 1) : 2)
  return [...estimates].sort((x, y) => rank(x) - rank(y) || (rank(x) === 1 ? (y as Known).value - (x as Known).value : 0))
}

function isMoney({ unit }: Known): boolean {
  return unit === 'EUR' || unit === 'USD'
}

function isWholeFuel({ id }: Known): boolean {
  return id.endsWith('-imports')
}

/** Summarises the bloc's own figures: total fuels with their share of the seller's exports, then each fuel by value in its latest year. */
function ownWords(known: readonly Known[]): string {
  const money = wholeFirst(known.filter(isMoney)) as Known[]
  const whole = money.filter(isWholeFuel).map((one) => {
    const share = known.find(({ id, period }) => id === one.id.replace('fossil-', 'fossil-share-') && period === one.period)
    const part = share === undefined ? '' : `, ${formatShare(share.value)} of ${share.label.replace(/^part of /, '')}`
    return `${one.label}, in ${one.period}: ${formatFigure(one.value, one.unit)}${one.state === 'estimated' ? ' (the source’s estimate)' : ''}${part}.`
  })
  const fuels = money.filter((one) => !isWholeFuel(one))
  const years = [...new Set(fuels.map(({ period }) => period))]
  const lists = years.map((year) => {
    const own = fuels.filter(({ period }) => period === year)
    return `By fuel, in ${year}: ${joinedWords(own.map((one) => `${lowerFirst(one.label).replace(/ from .*/, '')} ${formatFigure(one.value, one.unit)}`))}.`
  })
  return [...whole, ...lists].join(' ')
}

function words(one: Known): string {
  return `${lowerFirst(one.label)}, ${one.period}: ${one.certainty === 'at least' ? 'at least ' : ''}${formatFigure(one.value, one.unit)}`
}

/**
 * Returns one sum for each fuel and direction: that of the latest complete year, else the best incomplete one. Where gas has a figure by volume, its figure by
 * energy is dropped.
 */
async function memberSums(bloc: BlocInputs): Promise<FlowSum[]> {
  const flows = await flowsBetween(bloc, bloc.a.members, bloc.b.members, "indicator LIKE 'fossil-imports%'")
  const sums = sumsOf(flows, bloc, new Set()).filter((sum) => sum.value > 0)
  const byVolume = new Set(sums.map(({ indicator }) => indicator).filter((id) => id.endsWith('-m3')))
  const kept = sums.filter(({ indicator }) => !byVolume.has(indicator.replace(/-terajoules$/, '-m3')) || indicator.endsWith('-m3'))
  const groups = grouped(kept, (sum) => `${sum.direction} ${sum.indicator} ${sum.source}`)
  const best = [...groups.values()].flatMap((group): FlowSum[] => {
    const whole = latestComplete(group)
    const partial = whole.length === 0 ? mostPairs(group) : undefined
    return whole.length > 0 ? whole.slice(0, 1) : partial === undefined ? [] : [partial]
  })
  return best.sort((x, y) =>
    x.direction < y.direction ? -1 : x.direction > y.direction ? 1 : units.indexOf(x.unit) - units.indexOf(y.unit),
  )
}

/** Order of units: money, then volume, weight and energy. */
const units = ['EUR', 'USD', 'm3', 'tonnes', 'TJ']

function levelOf(bloc: BlocInputs, sum: FlowSum): Known {
  const [seller, buyer] = sum.direction === 'a-to-b' ? [bloc.a, bloc.b] : [bloc.b, bloc.a]
  const title = (indicatorOf(sum.indicator)?.title ?? sum.indicator).replace(/^Imports of /, '')
  const pairs = isComplete(sum) ? '' : `, ${sum.covered} of ${sum.pairs} pairs`
  return {
    state: sum.status,
    id: `fossil-${sum.direction}-members-${sum.indicator.replace('fossil-imports-', '')}`,
    label: `${title.charAt(0).toUpperCase()}${title.slice(1)} from ${inSentence(seller.name)} to ${inSentence(buyer.name)}${pairs}`,
    unit: sum.unit,
    period: String(sum.year),
    value: sum.value,
    interval: 'exact',
    certainty: isComplete(sum) ? 'one report' : 'at least',
    method: describeFlowSum(bloc, sum),
    evidence: [flowsEvidence(sum.flows)],
  }
}

/** Returns the best incomplete sum: that of the latest year with at least nine tenths of the highest number of pairs covered in any year. */
function mostPairs(sums: readonly FlowSum[]): FlowSum | undefined {
  const some = sums.filter((sum) => isFirmSum(sum) && !isComplete(sum))
  const most = Math.max(...some.map(({ covered }) => covered))
  const good = some.filter(({ covered }) => covered >= 0.9 * most)
  return good.sort((x, y) => y.year - x.year || y.covered - x.covered || byReportPrecedence(x, y))[0]
}
