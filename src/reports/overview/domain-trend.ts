import type { Assessment, DomainAssessment } from '../../assessments/index.ts'
import { isKnown, type Known } from '../../store/index.ts'

/** The change that stands for its domain, by id; a domain without one has no trend. */
const leadingChange: Readonly<Partial<Record<DomainAssessment['id'], string>>> = {
  diplomacy: 'vote-place.change',
  institutions: 'shared-blocs.change',
  trade: 'goods-trade.change',
  narrative: 'speech_similarity.change',
  people: 'migrants-a-in-b.change',
}

/** Writes the direction of a domain's ten-year change with its certainty: its probability where one was computed. */
export function domainTrend({ id, estimates }: DomainAssessment, { judgements }: Assessment): string {
  const change = estimates.find((one): one is Known => one.id === leadingChange[id] && isKnown(one))
  if (change === undefined) return ''
  const { value, interval } = change
  const judged = judgements.find(({ basis }) => basis.includes(change.id))
  if (judged !== undefined) return `${arrow(value)} (${chance(judged.probability.value)})`
  if (interval === 'exact') return value === 0 ? '→ unchanged' : arrow(value)
  if (interval.low <= 0 && interval.high >= 0) return '→ not clear'
  return interval.kind === 'reports' ? `${arrow(value)} all reports` : arrow(value)
}

function chance(probability: number): string {
  return probability > 0.99 ? 'over 99 %' : `${Math.round(100 * probability)} %`
}

function arrow(change: number): string {
  return change > 0 ? '↑' : '↓'
}
