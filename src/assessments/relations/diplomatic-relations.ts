import { factsOf } from '../../memory/index.ts'
import type { DomainAssessment, DomainInputs } from '../forms/assessment.ts'
import { isSilent, withKnownFacts } from '../forms/unknown.ts'
import { diplomaticItems } from './relation-items.ts'
import { missingRelationsSentences, type PairRelations, pastRelationsSentences } from './relation-sentences.ts'

/**
 * Puts missing and lowered diplomatic relations, and non-recognition, before what votes say. The domain then is observed even where the two have no vote in
 * common. Where nothing of it is on record the domain is unchanged: the table is not complete, and no entry says nothing.
 */
export async function withDiplomaticRelations({ dyad, snapshot }: DomainInputs, domain: DomainAssessment): Promise<DomainAssessment> {
  const { a, b, to } = dyad
  const pair: PairRelations = { a, b, day: to, facts: await factsOf(snapshot, a.iso3, b.iso3, to) }
  const items = diplomaticItems(pair)
  if (items.length === 0) return domain
  const now = missingRelationsSentences(pair)
  if (isSilent(domain)) {
    const sentences = now.length > 0 ? now : pastRelationsSentences(pair)
    return { ...withKnownFacts(domain, sentences, 'votes in common'), items: [...items, ...domain.items] }
  }
  return { ...domain, summary: [...now, domain.summary].join(' '), items: [...items, ...domain.items] }
}
