import type { Claim } from '../../claims/claim.ts'
import type { SourceDocument } from '../../claims/documents/document.ts'
import { sentencesOf } from '../../claims/documents/read-document.ts'
import { unreadClaim } from '../../claims/reading/unread-claim.ts'
import { checkClaims } from '../../claims/testing/check-claims.ts'
import { inconsistencies } from '../../claims/testing/judging/consistency.ts'
import { type ClaimTestContext, testClaim } from '../../claims/testing/test-claims.ts'
import { VisavisError } from '../../errors.ts'
import type { AnsweredClaim, ReadAnswer } from '../../reports/claims/claims-answer.ts'
import { unverifiableOnError } from '../reading/failed-claim.ts'
import { answeredClaim, answeredSentences, citedSources, summaryOf, unreadParts } from '../reading/read-answer.ts'
import type { Context } from '../request/operation.ts'
import { periodEnd } from '../request/period.ts'
import type { GroundedClaim, ModelReading } from './read-by-model.ts'

/** Number of claims between two progress reports. */
const progressStep = 50

/** Tests the claims that a model has read out of a text as `visavis check` tests claims that are given, and puts them back where they stand in the text. */
export async function testedReading(
  { claims, unread }: ModelReading,
  document: SourceDocument,
  { snapshot, today, isUndated, date }: Pick<ClaimTestContext, 'snapshot' | 'today' | 'date'> & { readonly isUndated: boolean },
  context: Context,
): Promise<Pick<ReadAnswer, 'summary' | 'sentences' | 'claims' | 'unread' | 'inconsistencies' | 'sources'>> {
  const placed = sentencesOf(document)
  const texts = placed.map(({ text }) => text)
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const day = periodEnd(date) < today ? periodEnd(date) : today
  let done = 0
  const tested = await checkClaims(
    claims.map((claim) => claim.tested),
    { snapshot, cards, date: day, today, isUndated },
    async (claim, bench) => {
      if (context.signal?.aborted) throw new VisavisError('Interrupted', 'the reading was stopped; nothing was kept')
      if (claims.length > progressStep && done % progressStep === 0) context.onCount?.('claims', done, claims.length)
      done++
      return unverifiableOnError(testClaim(claim, bench), claim, `A claim on ${claim.indicator}`, context)
    },
  )
  const ofReader = placesOf(claims, texts).map((place, i) => withoutSaid({ ...answeredClaim(tested[i]!), ...place }))
  const answered = [...ofReader, ...[...unread].map((index) => unansweredSentence(index, texts[index]!))].sort(
    (a, b) => a.sentence_index - b.sentence_index || a.claim_index - b.claim_index,
  )
  const sentences = answeredSentences(placed, document.blocks, answered, 'no-claim')
  return {
    summary: summaryOf(sentences, answered),
    sentences,
    claims: answered,
    unread: unreadParts(placed, document.blocks),
    inconsistencies: inconsistencies(answered, ({ measured, period }) => measured !== null && period !== null),
    sources: citedSources(answered, cards),
  }
}

/** Where claims stand in the text; their words are those of the text again. */
function placesOf(
  claims: readonly GroundedClaim[],
  texts: readonly string[],
): Pick<Claim, 'sentence_index' | 'claim_index' | 'sentence' | 'start' | 'end' | 'rules'>[] {
  const counts = new Map<number, number>()
  return claims.map(({ sentence, start, end }) => {
    const claim_index = counts.get(sentence) ?? 0
    counts.set(sentence, claim_index + 1)
    return { sentence_index: sentence, claim_index, sentence: texts[sentence]!, start, end, rules: ['reader'] }
  })
}

/** Leaves out what the words that were written anew say: they are not those of the text. */
function withoutSaid({ said: _, ...claim }: AnsweredClaim): AnsweredClaim {
  return claim
}

function unansweredSentence(index: number, sentence: string): AnsweredClaim {
  const claim = unreadClaim(index, sentence)
  return { ...answeredClaim({ claim, answer: 'not-read', finding: null }), why: 'Not read: the reader gave no answer for it.' }
}
