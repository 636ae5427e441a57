import { isKnown, type SourceCard } from '../../store/index.ts'
import { isOverdue, releaseOf } from '../../store/release-calendar.ts'
import type { DomainAssessment } from '../forms/assessment.ts'
import { joinedWords } from '../forms/wording.ts'

/**
 * Adds a note to a domain whose levels rest on a source of which a newer edition was due by the day of the assessment, so that the reader knows that the
 * figures are older than the source's own rhythm.
 */
export function withOverdueNote(domain: DomainAssessment, cards: ReadonlyMap<string, SourceCard>, day: string): DomainAssessment {
  const levels = domain.estimates.filter(isKnown).filter(({ id }) => !id.includes('.'))
  const sources = [...new Set(levels.flatMap(({ evidence }) => evidence.map(({ source }) => source)))]
  const overdue = sources.flatMap((id) => {
    const card = cards.get(id)
    const release = card === undefined ? undefined : releaseOf(card)
    return release !== undefined && isOverdue(release, day) ? [`${id} (${release.rhythm}, next due ${release.due})`] : []
  })
  if (overdue.length === 0) return domain
  const note = `Newer editions have come due: ${joinedWords(overdue)}. The figures here may be older than what is published.`
  return { ...domain, notes: [...domain.notes, note] }
}
