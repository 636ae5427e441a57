import type { State } from '../../states/index.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { indicatorOf } from '../../store/indicators/indicators.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { unknown, unknownDomain } from '../forms/unknown.ts'
import { amountWords, formatFigure, formatShare, inSentence } from '../forms/wording.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import type { PairRow } from '../rows/observation-row.ts'
import { fuels, inputOutputSales } from './input-output-sales.ts'

const filler =
  'UN Comtrade (HS 2701 to 2711, all pairs), Eurostat energy statistics for EU importers, the CREA tracker for Russian exports by destination.'

type Flow = PairRow

/**
 * Assesses fossil fuels in both directions: the latest full year, its share of the exporter's total, and each fuel. Sales of fuels by input-output tables stand
 * beside them, as a series of their own.
 */
export async function assessEnergy(bench: DomainInputs): Promise<DomainAssessment> {
  const { a, b, to } = bench.dyad
  const flows = await flowsBetween(bench)
  const sales = await inputOutputSales(bench, fuels)
  if (flows.length === 0 && sales.estimates.length === 0) {
    const reason = `the record has no fossil-fuel trade between ${inSentence(a.name)} and ${inSentence(b.name)} that ends by ${to}; it holds Russian exports to eight destinations, what the EU as a whole imports, and what European states import by partner, and sales of fuels between 79 states.`
    return unknownDomain('energy', 'Energy', to, reason, filler)
  }
  const directions = [
    ['a-to-b', a, b],
    ['b-to-a', b, a],
  ] as const
  const reported = (await Promise.all(directions.map(([id, seller, buyer]) => directionOf(bench, id, seller, buyer, flows)))).flat()
  const leading = [...reported, ...sales.estimates].find(isKnown)
  return {
    id: 'energy',
    title: 'Energy',
    state: leading?.state ?? 'unknown',
    summary: [...(flows.length === 0 ? [] : [summary(bench, reported)]), sales.sentence].join(' ').trim(),
    estimates: flows.length === 0 ? sales.estimates : [...reported, ...sales.estimates],
    items: flows.map((flow) => itemOf(flow, a.iso3)),
    notes: [
      ...(reported.find(isKnown)?.state === 'estimated'
        ? ['These values are modelled by the source (observed cargoes times modelled prices), not reported by customs.']
        : []),
      ...sales.notes,
    ],
    wouldFill: filler,
  }
}

async function flowsBetween(bench: DomainInputs): Promise<Flow[]> {
  const { a, b } = bench.dyad
  const rows = (await loadedRows(bench)).between(a.iso3, b.iso3).filter(({ indicator }) => indicator.startsWith('fossil-imports'))
  return rows.sort((x, y) => ordered(x.end, y.end) || ordered(x.indicator, y.indicator) || ordered(x.source, y.source))
}

function ordered(x: string, y: string): number {
  return x < y ? -1 : Number(x > y)
}

async function directionOf(bench: DomainInputs, id: string, seller: State, buyer: State, flows: readonly Flow[]): Promise<Estimate[]> {
  const own = flows.filter((flow) => flow.from === seller.iso3 && isFullYear(flow))
  const latest = latestByIndicator(own)
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
  return kept.sort((x, y) => rank(x) - rank(y))
}

/** Returns the place of a flow by its unit: money first, then volume, weight and energy. */
function rank(flow: Flow): number {
  return ['EUR', 'USD', 'm3', 'tonnes', 'TJ'].indexOf(flow.unit)
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

function summary(bench: DomainInputs, found: readonly Estimate[]): string {
  const known = found.filter((one): one is Known => 'value' in one)
  const leading = known.find((one) => one.unit === 'EUR') ?? known[0]
  if (leading === undefined)
    return `Unknown: the record has no full year of fossil-fuel trade between ${inSentence(bench.dyad.a.name)} and ${inSentence(bench.dyad.b.name)}.`
  const share = known.find((one) => one.unit === 'share' && one.period === leading.period)
  const part = share === undefined ? '' : `, ${formatShare(share.value)} of ${share.label.replace(/^part of /, '')}`
  const estimated = leading.state === 'estimated' ? ' (the source’s estimate)' : ''
  return `${leading.label}, in ${leading.period}: ${formatFigure(leading.value, leading.unit)}${estimated}${part}.`
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
