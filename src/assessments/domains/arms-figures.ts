import type { Estimate, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { unknown } from '../forms/unknown.ts'
import { formatFigure, formatShare, inSentence, possessive } from '../forms/wording.ts'
import { percentileOf } from '../record/pair-observations.ts'
import type { PairRow } from '../rows/observation-row.ts'
import { deliveriesIndicator, type Transfers, totalVolume, transfersBetween } from './arms-transfers.ts'

/** A single ship or aircraft can dominate a year, so periods of five years are compared, as SIPRI does. */
const years = 5

/** Direction of the deliveries, and the sides to which the shares belong. */
export interface ArmsDirection {
  readonly id: 'a-to-b' | 'b-to-a'
  readonly supplier: 'a' | 'b'
  readonly recipient: 'a' | 'b'
}

/**
 * Computes the five-year volume with its percentile among pairs and its ten-year change. Also the supplier's share of the recipient's imports, and the
 * recipient's share of the supplier's exports.
 */
export async function armsFigures(bench: DomainInputs, way: ArmsDirection, transfers: Transfers): Promise<Estimate[]> {
  const level = volume(way, transfers)
  const rank = transfers.all ? await percentileOf(bench, level, someRow(transfers), [deliveriesIndicator]) : []
  return [
    level,
    ...rank,
    change(way, transfers, level),
    ...share(`arms-import-share-${way.recipient}`, importLabel(transfers), transfers, transfers.imports),
    ...share(`arms-export-share-${way.supplier}`, exportLabel(transfers), transfers, transfers.exports),
  ]
}

function importLabel({ supplier, recipient }: Transfers): string {
  return `${possessive(supplier.name)} share in ${possessive(recipient.name)} imports of major arms`
}

function exportLabel({ supplier, recipient }: Transfers): string {
  return `${possessive(recipient.name)} share in ${possessive(supplier.name)} exports of major arms`
}

function span(transfers: Transfers, back = 0): [first: number, last: number] {
  const last = transfers.last - back
  return [Math.max(transfers.first, last - years + 1), last]
}

function volume(way: ArmsDirection, transfers: Transfers): Known {
  const [first, last] = span(transfers)
  const rows = transfersBetween(transfers.rows, first, last)
  const { supplier, recipient } = transfers
  return {
    state: rows.some((row) => row.status === 'estimated') ? 'estimated' : 'observed',
    id: `arms-${way.id}`,
    label: `major arms from ${inSentence(supplier.name)} to ${inSentence(recipient.name)}`,
    unit: 'million TIV',
    period: `${first}/${last}`,
    value: totalVolume(rows),
    interval: 'exact',
    certainty: 'one report',
    method: `sum of ${last - first + 1} calendar years (${transfers.source}), trend-indicator values: capability, not price${rows.length === 0 ? '; the export covers the pair and has no delivery in these years' : ''}`,
    evidence: [evidence(transfers, first, last, rows.length)],
  }
}

function evidence(
  { source, vintage, supplier, recipient }: Transfers,
  first: number,
  last: number,
  count: number,
): Known['evidence'][number] {
  const pair = `from_id = '${supplier.iso3}' and to_id = '${recipient.iso3}'`
  return {
    source,
    vintage,
    rows: `observations where source = '${source}' and indicator = '${deliveriesIndicator}' and ${pair} and start_date >= '${first}-01-01' and end_date <= '${last}-12-31'`,
    count,
  }
}

function change(way: ArmsDirection, transfers: Transfers, level: Known): Estimate {
  const [first, last] = span(transfers, 10)
  const about = { id: `arms-${way.id}.change`, label: 'change in ten years', unit: level.unit, period: level.period }
  if (first !== last - years + 1 || transfers.first > first) return unknown(about, `the export begins in ${transfers.first}`)
  const rows = transfersBetween(transfers.rows, first, last)
  const before = totalVolume(rows)
  return {
    ...level,
    ...about,
    period: `${first}/${last} to ${level.period}`,
    value: level.value - before,
    method: `${formatFigure(level.value, level.unit)} of ${level.period} less ${formatFigure(before, level.unit)} of ${first}/${last}`,
    evidence: [...level.evidence, evidence(transfers, first, last, rows.length)],
  }
}

/** Returns a share of the five-year total, with its change in percentage points. Empty where the total is missing or zero. */
function share(id: string, label: string, transfers: Transfers, wholes: readonly PairRow[]): Known[] {
  const now = ratio(transfers, wholes, span(transfers))
  if (now === undefined) return []
  const [first, last] = span(transfers)
  const level: Known = {
    state: now.estimated ? 'estimated' : 'observed',
    id,
    label,
    unit: 'share',
    period: `${first}/${last}`,
    value: now.value,
    interval: 'exact',
    certainty: 'one report',
    method: `${formatFigure(now.part, 'million TIV')} of ${formatFigure(now.whole, 'million TIV')} (${transfers.source})`,
    evidence: [partAndWhole(transfers, wholes, first, last)],
  }
  const past = span(transfers, 10)
  const before = past[0] === past[1] - years + 1 ? ratio(transfers, wholes, past) : undefined
  // zero deliveries already appear in the volume, so no share is shown
  if (now.part === 0 && (before?.part ?? 0) === 0) return []
  if (before === undefined) return [level]
  return [
    level,
    {
      ...level,
      id: `${id}.change`,
      label: 'change in ten years',
      period: `${past[0]}/${past[1]} to ${level.period}`,
      value: now.value - before.value,
      method: `${formatShare(now.value)} less ${formatShare(before.value)} of ${past[0]}/${past[1]}`,
      evidence: [...level.evidence, partAndWhole(transfers, wholes, ...past)],
    },
  ]
}

/** Returns the evidence for a share: rows of the pair, and of the recipient's total imports or the supplier's total exports. */
function partAndWhole(transfers: Transfers, wholes: readonly PairRow[], first: number, last: number): Known['evidence'][number] {
  const { supplier, recipient, rows } = transfers
  const own = evidence(transfers, first, last, transfersBetween(rows, first, last).length + transfersBetween(wholes, first, last).length)
  const [end, state] = wholes === transfers.imports ? ['from_id', supplier.iso3] : ['to_id', recipient.iso3]
  return { ...own, rows: own.rows.replace(`${end} = '${state}'`, `${end} in ('${state}', 'WLD')`) }
}

interface Ratio {
  readonly value: number
  readonly part: number
  readonly whole: number
  readonly estimated: boolean
}

function ratio(transfers: Transfers, wholes: readonly PairRow[], [first, last]: readonly [number, number]): Ratio | undefined {
  const [parts, all] = [transfersBetween(transfers.rows, first, last), transfersBetween(wholes, first, last)]
  const [part, whole] = [totalVolume(parts), totalVolume(all)]
  if (whole <= 0) return undefined
  return { value: part / whole, part, whole, estimated: [...parts, ...all].some((row) => row.status === 'estimated') }
}

/** Makes a placeholder row that gives the source and indicator in which to rank. */
function someRow({ source, vintage, supplier, recipient }: Transfers): PairRow {
  const none = {
    indicator: deliveriesIndicator,
    from: supplier.iso3,
    to: recipient.iso3,
    reporter: null,
    start: '',
    end: '',
    value: 0,
    unit: 'million TIV',
  }
  return { ...none, status: 'estimated', source, vintage, locator: '' }
}
