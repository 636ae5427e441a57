import type { DomainAssessment } from '../../assessments/index.ts'
import { isKnown } from '../../store/index.ts'

/** Returns the last year in which the two fought, by UCDP or by a dated clash that it does not list; undefined where neither has any. */
export function lastFighting({ estimates, items }: DomainAssessment): number | undefined {
  const listed = estimates.flatMap((one) => (one.id === 'last-conflict-year' && isKnown(one) ? [one.value] : []))
  const dated = items.flatMap(({ date, relation }) => (relation?.kind === 'hostilities' ? [Number((relation.to ?? date).slice(0, 4))] : []))
  const years = [...listed, ...dated]
  return years.length === 0 ? undefined : Math.max(...years)
}
