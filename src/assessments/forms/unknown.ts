import type { SourceCard, Unknown } from '../../store/index.ts'
import type { DomainAssessment } from './assessment.ts'
import type { DomainId } from './domains.ts'

/** Makes an unknown figure, with the reason and what would make it known. */
export function unknown(about: { id: string; label: string; unit: string; period: string }, reason: string, wouldTell?: string): Unknown {
  return { state: 'unknown', ...about, reason, ...(wouldTell === undefined ? {} : { wouldTell }) }
}

/** Makes a domain without data, with the reason and what would fill it. */
export function unknownDomain(id: DomainId, title: string, period: string, reason: string, wouldFill: string): DomainAssessment {
  return {
    id,
    title,
    state: 'unknown',
    summary: `Unknown: ${reason}`,
    estimates: [unknown({ id, label: title, unit: 'any', period }, reason, wouldFill)],
    items: [],
    notes: [],
    wouldFill,
  }
}

export function vintageOf(cards: ReadonlyMap<string, SourceCard>, source: string): string {
  return cards.get(source)?.vintage ?? 'unknown'
}

/** Makes a domain that does not apply to the pair. This is not a gap, so nothing would fill it. */
export function notApplicableDomain(id: DomainId, title: string, period: string, reason: string): DomainAssessment {
  const estimates = [{ state: 'not-applicable' as const, id, label: title, unit: 'any', period, reason }]
  return { id, title, state: 'not-applicable', summary: `Not applicable: ${reason}`, estimates, items: [], notes: [] }
}
