import type { State } from '../../states/index.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { indicatorOf } from '../../store/indicators/indicators.ts'
import {
  type FuelsSent,
  fuelSentence,
  isMoney,
  isTrifle,
  oilEquivalent,
  pastFuelSentence,
  presentFlows,
} from '../economy/fuel-sentences.ts'
import { fuels, type InputOutputSales, inputOutputSales } from '../economy/input-output-sales.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { isPastYear } from '../forms/past-years.ts'
import { unknown, unknownDomain } from '../forms/unknown.ts'
import { amountWords, formatFigure, formatShare, inSentence, lowerFirst } from '../forms/wording.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import type { PairRow } from '../rows/observation-row.ts'

const filler =
  'UN Comtrade (HS 2701 to 2711, all pairs), Eurostat energy statistics for EU importers, the CREA tracker for Russian exports by destination.'

type Flow = PairRow

/**
 * Assesses fossil fuels in both directions: the latest full year, its share of the exporter's total, and each fuel. Sales of fuels by input-output tables stand
 * beside them, as a series of their own. The largest flow of the present leads: by value where it has one, else by energy.
 */
export async function assessEnergy(bench: DomainInputs): Promise<DomainAssessment> {
  const { a, b, to } = bench.dyad
  const flows = await flowsBetween(bench)
  const sales = await inputOutputSales(bench, fuels)
  if (flows.length === 0 && sales.estimates.length === 0) {
    const reason = `no figure of fuel trade between ${inSentence(a.name)} and ${inSentence(b.name)} up to ${to} is on record.`
    return unknownDomain('energy', 'Energy', to, reason, filler)
  }
  const sent = sentBetween(bench, flows)
  const reported = (await Promise.all(sent.map((one) => directionOf(bench, one)))).flat()
  const said = summaryOf(bench, sent, reported, sales)
  return {
    id: 'energy',
    title: 'Energy',
    state: said.state,
    summary: said.text,
    estimates: flows.length === 0 ? sales.estimates : [...reported, ...sales.estimates],
    items: flows.map((flow) => itemOf(flow, a.iso3)),
    notes: [
      ...(reported.find(isKnown)?.state === 'estimated'
        ? ['These values are modelled by the source (observed cargoes times modelled prices), not reported by customs.']
        : []),
      ...(flows.some(({ source }) => source === 'eurostat-energy') ? [europeanImports] : []),
      ...sales.notes,
    ],
    wouldFill: filler,
  }
}

const europeanImports =
  'Weights and volumes are what European importers told Eurostat of each partner: gas and oil to 2021, coal to 2016. Pipeline gas of 2022 and later is not in the record, nor is a fuel whose origin the importer did not name.'

/** Returns both directions, each with the latest full year of every fuel, the larger first. */
function sentBetween({ dyad: { a, b } }: DomainInputs, flows: readonly Flow[]): FuelsSent[] {
  const ways: FuelsSent[] = [
    { way: 'a-to-b', seller: a, buyer: b, flows: [] },
    { way: 'b-to-a', seller: b, buyer: a, flows: [] },
  ]
  const money = (of: readonly Flow[]): number => Math.max(0, ...of.filter(isMoney).map(({ value }) => value))
  const oil = (of: readonly Flow[]): number => of.reduce((sum, flow) => sum + oilEquivalent(flow), 0)
  return ways
    .map((one) => ({ ...one, flows: latestByIndicator(flows.filter((flow) => flow.from === one.seller.iso3 && isFullYear(flow))) }))
    .sort((x, y) => money(y.flows) - money(x.flows) || oil(y.flows) - oil(x.flows))
}

async function flowsBetween(bench: DomainInputs): Promise<Flow[]> {
  const { a, b } = bench.dyad
  const rows = (await loadedRows(bench)).between(a.iso3, b.iso3).filter(({ indicator }) => indicator.startsWith('fossil-imports'))
  return rows.sort((x, y) => ordered(x.end, y.end) || ordered(x.indicator, y.indicator) || ordered(x.source, y.source))
}

function ordered(x: string, y: string): number {
  return x < y ? -1 : Number(x > y)
}

async function directionOf(bench: DomainInputs, { way: id, seller, buyer, flows: latest }: FuelsSent): Promise<Estimate[]> {
  const label = (flow: Flow): string => `${titleOf(flow.indicator)} from ${inSentence(seller.name)} to ${inSentence(buyer.name)}`
  if (latest.length === 0) {
    const subject = {
      id: `fossil-${id}`,
      label: `Fossil fuels from ${inSentence(seller.name)} to ${inSentence(buyer.name)}`,
      unit: 'EUR',
      period: bench.dyad.to.slice(0, 4),
    }
    return [unknown(subject, 'not in the record', filler)]
  }
  const levels = latest.map((flow) => knownOf(`fossil-${id}-${flow.indicator.replace('fossil-imports', 'imports')}`, label(flow), flow))
  const shares = await Promise.all(latest.map((flow) => shareOf(bench, id, seller, flow)))
  return [...levels, ...shares.flat()]
}

function isFullYear(flow: Flow): boolean {
  return flow.start.endsWith('-01-01') && flow.end === `${flow.start.slice(0, 4)}-12-31`
}

function latestByIndicator(flows: readonly Flow[]): Flow[] {
  const latest = [...new Map(flows.map((flow) => [flow.indicator, flow])).values()]
  const byVolume = new Set(latest.map((flow) => flow.indicator).filter((id) => id.endsWith('-m3')))
  // where gas has a figure by volume, its figure by energy would only repeat it
  const kept = latest.filter((flow) => !byVolume.has(flow.indicator.replace(/-terajoules$/, '-m3')) || flow.indicator.endsWith('-m3'))
  return kept.sort(
    (x, y) => Number(isMoney(y)) - Number(isMoney(x)) || (isMoney(x) ? y.value - x.value : oilEquivalent(y) - oilEquivalent(x)),
  )
}

function titleOf(indicator: string): string {
  const title = (indicatorOf(indicator)?.title ?? indicator).replace(/^Imports of /, '')
  return title.charAt(0).toUpperCase() + title.slice(1)
}

function knownOf(id: string, label: string, flow: Flow): Known {
  return {
    state: flow.status === 'observed' ? 'observed' : 'estimated',
    id,
    label,
    unit: flow.unit,
    period: flow.start.slice(0, 4),
    value: flow.value,
    interval: 'exact',
    method: `${flow.source}, as the source gives it${flow.status === 'observed' ? '' : ' (its own estimate; it gives no interval)'}`,
    evidence: [evidenceOf(flow)],
    certainty: 'one report',
  }
}

/** Returns the flow's row and, for a share, also the row for all destinations. */
function evidenceOf(flow: Flow, toWorld = false): Known['evidence'][number] {
  const rows = `observations where source = '${flow.source}' and indicator = '${flow.indicator}' and from_id = '${flow.from}' and to_id ${toWorld ? `in ('${flow.to}', 'WLD')` : `= '${flow.to}'`} and start_date = '${flow.start}' and end_date = '${flow.end}'`
  return { source: flow.source, vintage: flow.vintage, rows, count: toWorld ? 2 : 1 }
}

/** Returns the flow's share of the seller's exports to all destinations, where the same source gives that total for the same period. */
async function shareOf(bench: DomainInputs, id: string, seller: State, flow: Flow): Promise<Known[]> {
  const rows = (await loadedRows(bench))
    .of(seller.iso3)
    .filter(
      (row) =>
        row.to === 'WLD' &&
        row.source === flow.source &&
        row.indicator === flow.indicator &&
        row.start === flow.start &&
        row.end === flow.end &&
        row.value > 0,
    )
  return rows.map((row) => ({
    ...knownOf(
      `fossil-share-${id}-${flow.indicator.replace('fossil-imports', 'imports')}`,
      `part of all ${titleOf(flow.indicator).toLowerCase()} that ${inSentence(seller.name)} sends`,
      flow,
    ),
    unit: 'share',
    value: flow.value / row.value,
    method: `${flow.source}: this destination over all destinations, same period`,
    evidence: [evidenceOf(flow, true)],
  }))
}

/** Writes the sentences on fuels, the largest flow of the present first, and the state of the figure that leads. */
function summaryOf(
  { dyad: { a, b, to } }: DomainInputs,
  sent: readonly FuelsSent[],
  reported: readonly Estimate[],
  sales: InputOutputSales,
): { readonly text: string; readonly state: DomainAssessment['state'] } {
  const known = reported.filter(isKnown)
  const money = known.find((one) => isMoney(one) && !isPastYear(Number(one.period), to))
  if (money !== undefined) return { state: money.state, text: `${moneySentence(money, known)} ${sales.sentence}`.trim() }
  const present = presentFlows(sent, to)
  const sold = sales.estimates.filter(
    (one): one is Known => isKnown(one) && /^fuel-sales-[ab]-to-[ab]$/.test(one.id) && one.certainty !== 'at most',
  )
  const little = sold.every(({ value }) => value < hardlyAnySales)
  if (present.length > 0 && (sold.length === 0 || (little && !isTrifle(present))))
    return { state: 'observed', text: `${fuelSentence(present, [])} ${sales.sentence}`.trim() }
  if (sales.sentence !== '') {
    const lead = sold.length > 0 && little ? `Hardly any fuel trade is on record: ${lowerFirst(sales.sentence)}` : sales.sentence
    return { state: 'estimated', text: `${lead}${present.length === 0 ? '' : ` ${fuelSentence(present, sold)}`}` }
  }
  const past = pastFuelSentence(sent)
  if (past !== '') return { state: 'observed', text: past }
  const text = `Unknown: the record has no full year of fossil-fuel trade between ${inSentence(a.name)} and ${inSentence(b.name)}.`
  return { state: 'unknown', text }
}

/** Below this, in dollars, each way, the sales of fuels are hardly any. */
const hardlyAnySales = 1_000_000

function moneySentence(leading: Known, known: readonly Known[]): string {
  const share = known.find(({ id, period }) => id === leading.id.replace('fossil-', 'fossil-share-') && period === leading.period)
  const part = share === undefined ? '' : `, ${formatShare(share.value)} of ${share.label.replace(/^part of /, '')}`
  const estimated = leading.state === 'estimated' ? ' (the source’s estimate)' : ''
  return `In ${leading.period} ${lowerFirst(leading.label)} came to ${formatFigure(leading.value, leading.unit)}${estimated}${part}.`
}

function itemOf(flow: Flow, a: string): Item {
  const when = isFullYear(flow) ? flow.start.slice(0, 4) : `${flow.start} to ${flow.end}`
  const value = /^[A-Z]{3}$/.test(flow.unit) ? amountWords(flow.value, flow.unit) : formatFigure(flow.value, flow.unit)
  return {
    kind: 'report',
    date: flow.end,
    text: `${when}, ${flow.from} to ${flow.to}, ${titleOf(flow.indicator).toLowerCase()}: ${value} (${flow.source})`,
    source: flow.source,
    reported: {
      what: titleOf(flow.indicator).toLowerCase(),
      direction: flow.from === a ? 'a-to-b' : 'b-to-a',
      from: flow.start,
      to: flow.end,
      value: flow.value,
      unit: flow.unit,
      by: flow.source,
      estimated: flow.status !== 'observed',
    },
  }
}
