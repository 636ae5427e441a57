import type { Assessment } from '../assessments/index.ts'
import { isKnown } from '../store/index.ts'
import { csv } from './csv.ts'

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
  'unit',
  'period',
  'method',
  'sources',
  'reason',
]

/** Every estimate of an assessment, a row each; an unknown has blank figures and its reason. */
export function assessmentCsv(assessment: Assessment): string {
  const rows = assessment.domains.flatMap((domain) =>
    domain.estimates.map((one) => {
      const about = [assessment.a.iso3, assessment.b.iso3, domain.id, one.id, one.label, one.state]
      if (!isKnown(one)) return [...about, null, null, null, null, one.unit, one.period, null, null, one.reason]
      const { interval } = one
      const ends = interval === 'exact' ? [one.value, one.value, 'exact'] : [interval.low, interval.high, interval.kind]
      return [
        ...about,
        one.value,
        ...ends,
        one.unit,
        one.period,
        one.method,
        one.evidence.map((evidence) => evidence.source).join(' '),
        null,
      ]
    }),
  )
  return csv(header, rows)
}
