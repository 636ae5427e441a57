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

/** Whether a domain has no figure, because it is unknown or does not apply. */
export function isSilent({ state }: DomainAssessment): boolean {
  return state === 'unknown' || state === 'not-applicable'
}

/**
 * Returns the domain as one of which something is known although its main figure is missing: the facts first, then why that figure is missing. A domain that has
 * its main figure stays as it is.
 *
 * @param sentences   the facts
 * @param missing     names the missing figure in the table, such as `votes in common`
 */
export function withKnownFacts(domain: DomainAssessment, sentences: readonly string[], missing: string): DomainAssessment {
  if (!isSilent(domain)) return domain
  const why = domain.summary.replace(/^(Unknown|Not applicable): /, '')
  return {
    ...domain,
    state: 'observed',
    summary: [...sentences, `${why[0]!.toUpperCase()}${why.slice(1)}`].join(' '),
    estimates: domain.estimates.map((one) => (one.id === domain.id ? { ...one, label: missing } : one)),
  }
}
