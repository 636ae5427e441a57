import type { Assessment, Item } from '../../assessments/index.ts'
import { isKnown } from '../../store/index.ts'
import { type CsvCell, csv } from '../text/csv.ts'
import { type NonDomainRow, nonDomainRows } from './assessment-csv-non-domain-rows.ts'

const header = [
  'iso3_a',
  'iso3_b',
  'domain',
  'id',
  'label',
  'state',
  'value',
  'low90',
  'high90',
  'interval',
  'certainty',
  'unit',
  'period',
  'method',
  'sources',
  'reason',
  'cow_a',
  'cow_b',
  'gw_a',
  'gw_b',
]

/**
 * Writes every figure of an assessment as CSV, one row each; an unknown figure has blanks and its reason. Dated events follow the figures
 * of their domain, with the id `event`, the sentence as label and no value. Then come stage indicators, breaks, periods and third states.
 * `certainty` qualifies an `exact` value: a single report, or a lower bound.
 */
export function assessmentCsv(assessment: Assessment): string {
  const rows = assessment.domains.flatMap((domain) => [
    ...domain.estimates.map((one) => {
      const about = [assessment.a.iso3, assessment.b.iso3, domain.id, one.id, one.label, one.state]
      if (!isKnown(one)) return [...about, null, null, null, null, null, one.unit, one.period, null, null, one.reason]
      const { interval } = one
      const ends = interval === 'exact' ? [one.value, one.value, 'exact'] : [interval.low, interval.high, interval.kind]
      return [
        ...about,
        one.value,
        ...ends,
        one.certainty,
        one.unit,
        one.period,
        one.method,
        one.evidence.map((evidence) => evidence.source).join(' '),
        null,
      ]
    }),
    ...domain.items.filter(({ kind }) => kind === 'event').map((item) => eventRow(assessment, domain.id, item)),
  ])
  const { a, b } = assessment
  const all = [...rows, ...nonDomainRows(assessment).map((row) => furtherCells(assessment, row))]
  return csv(
    header,
    all.map((row) => [...row, a.cow, b.cow, a.gw, b.gw]),
  )
}

function furtherCells({ a, b }: Assessment, row: NonDomainRow): CsvCell[] {
  const { domain, id, label, state, value, low, high, interval, unit, period, method, sources, reason } = row
  return [a.iso3, b.iso3, domain, id, label, state, value, low, high, interval, null, unit, period, method, sources, reason]
}

function eventRow({ a, b }: Assessment, domain: string, item: Item): CsvCell[] {
  const blanks = [null, null, null, null, null, null]
  const stance = item.direction === 'contradicts' ? 'against a closer tie' : 'for a closer tie'
  const where = [item.source, item.address].filter((part) => part !== undefined).join(' ')
  return [
    a.iso3,
    b.iso3,
    domain,
    'event',
    item.text,
    'observed',
    ...blanks,
    item.date,
    `${stance}, ${item.confidence} confidence`,
    where,
    null,
  ]
}
