import type { Assessment, Item } from '../../assessments/index.ts'
import { type Estimate, isKnown } from '../../store/index.ts'
import { type CsvCell, csvOfRecords } from '../text/csv.ts'
import { nonDomainRows } from './assessment-csv-non-domain-rows.ts'

const columns = [
  ...(['iso3_a', 'iso3_b', 'domain', 'id', 'label', 'state', 'value', 'low90', 'high90', 'interval', 'certainty'] as const),
  ...(['unit', 'period', 'method', 'sources', 'reason', 'cow_a', 'cow_b', 'gw_a', 'gw_b'] as const),
]

/**
 * Writes every figure of an assessment as CSV, one row each; an unknown figure has blanks and its reason. Dated events follow the figures
 * of their domain, with the id `event`, the sentence as label and no value. Then come stage indicators, breaks, periods and third states.
 * `certainty` qualifies an `exact` value: a single report, or a lower bound.
 */
export function assessmentCsv(assessment: Assessment): string {
  const { a, b } = assessment
  const pair = { iso3_a: a.iso3, iso3_b: b.iso3, cow_a: a.cow, cow_b: b.cow, gw_a: a.gw, gw_b: b.gw }
  const rows = assessment.domains.flatMap(({ id, estimates, items }): CsvRow[] => [
    ...estimates.map((one) => figureRow(id, one)),
    ...items.filter(({ kind }) => kind === 'event').map((item) => eventRow(id, item)),
  ])
  const further = nonDomainRows(assessment).map(({ low, high, ...row }) => ({ ...row, low90: low, high90: high }))
  return csvOfRecords(
    columns,
    [...rows, ...further].map((row) => ({ ...row, ...pair })),
  )
}

type CsvRow = Readonly<Record<string, CsvCell>>

function figureRow(domain: string, one: Estimate): CsvRow {
  const { id, label, state, unit, period } = one
  if (!isKnown(one)) return { domain, id, label, state, unit, period, reason: one.reason }
  const { interval, value, certainty, method, evidence } = one
  const [low90, high90, kind] = interval === 'exact' ? [value, value, 'exact'] : [interval.low, interval.high, interval.kind]
  const sources = evidence.map(({ source }) => source).join(' ')
  return { domain, id, label, state, value, low90, high90, interval: kind, certainty, unit, period, method, sources }
}

function eventRow(domain: string, item: Item): CsvRow {
  const method = `${item.direction === 'contradicts' ? 'against a closer tie' : 'for a closer tie'}, ${item.confidence} confidence`
  const sources = [item.source, item.address].filter((part) => part !== undefined).join(' ')
  return { domain, id: 'event', label: item.text, state: 'observed', period: item.date, method, sources }
}
