import { grouped } from '../../assessments/rows/grouped.ts'
import type { Claim } from '../../claims/claim.ts'
import type { Block } from '../../claims/documents/document.ts'
import type { DocumentSentence } from '../../claims/documents/read-document.ts'
import type { AcceptedValue, Finding, TestedClaim, TextAnswer, Verdict } from '../../claims/verdict.ts'
import { wilson } from '../../measures/similarity/wilson.ts'
import type { AnsweredClaim, AnsweredSentence, ClaimShare, ReadSummary, UnreadPart } from '../../reports/claims/claims-answer.ts'
import type { SourceCard } from '../../store/index.ts'

/** The text of a sentence and the index of the block that contains it. */
type PlacedSentence = Pick<DocumentSentence, 'text' | 'block'>

/** The fields that a verdict would fill, for a claim that was not tested. */
const untested: Omit<Finding, 'verdict' | 'why'> & { readonly verdict: null; readonly why: null } = {
  verdict: null,
  why: null,
  tolerance: null,
  honestValues: [],
  evidence: [],
  wouldBeTrue: null,
  wouldSettle: null,
}

/** Returns a claim with its verdict. An unverifiable claim says what evidence would settle it; an unverifiable forecast is marked as one. */
export function answeredClaim({ claim, answer, finding, ...more }: TestedClaim): AnsweredClaim {
  if (finding === null) return { ...claim, answer, ...untested, ...(answer === 'not-read' ? { why: tooLong } : {}), ...more }
  const open = finding.verdict === 'unverifiable'
  return {
    ...claim,
    answer: open && claim.kind === 'forecast' ? 'forecast' : answer,
    ...finding,
    honestValues: finding.honestValues.map(publishedValue),
    wouldSettle: finding.wouldSettle ?? (open ? settlingEvidence(claim, finding) : null),
    ...more,
  }
}

/** Returns only the published fields of a value. */
function publishedValue({ value, unit, period, by, what, estimated, evidence }: AcceptedValue): AcceptedValue {
  return { value, unit, period, by, what, estimated, evidence }
}

function settlingEvidence(claim: Claim, { evidence }: Finding): string {
  if (claim.kind === 'forecast')
    return 'The record of that day: --keep keeps the forecast, and visavis claims due says when its day has come.'
  if (evidence.length > 0) return 'The document or figure that the sentence rests on: what the record has does not settle it.'
  return `A source on ${claim.domain} that measures it: visavis sources --all lists what can be added.`
}

/**
 * Returns every sentence with one answer, the first in `order` that one of its claims has; `not-read` comes last.
 *
 * @param unclaimed   the answer of a sentence without claims
 */
export function answeredSentences(
  sentences: readonly PlacedSentence[],
  blocks: readonly Block[],
  claims: readonly AnsweredClaim[],
  unclaimed: 'opinion' | 'no-claim' = 'opinion',
): AnsweredSentence[] {
  const bySentence = grouped(claims, (claim) => String(claim.sentence_index))
  return sentences.map(({ text, block }, index) => {
    const own = bySentence.get(String(index)) ?? []
    const within = blocks[block]
    return {
      sentence_index: index,
      text,
      block,
      within: within?.kind ?? 'paragraph',
      page: within?.page ?? null,
      answer: [...order, 'not-read' as const].find((answer) => own.some((claim) => claim.answer === answer)) ?? unclaimed,
      claims: own.length,
    }
  })
}

/** Returns the blocks of a text that contain no sentence. */
export function unreadParts(sentences: readonly PlacedSentence[], blocks: readonly Block[]): UnreadPart[] {
  const read = new Set(sentences.map(({ block }) => block))
  return blocks.flatMap(({ kind, text, page }, block) => (read.has(block) ? [] : [{ block, within: kind, page: page ?? null, text }]))
}

const order = ['checked', 'outside-record', 'forecast', 'causal', 'opinion', 'rhetoric'] as const

/** The reason given for a sentence that was not read. */
const tooLong = 'Not read: it is too full, or took too long.'

/**
 * How often a checkable claim of a published text holds: 54 claims of eight texts (news agencies, ministries, institutes; 2023 to 2025),
 * verified by hand. Our own annotated passages cannot serve, as a quarter of their claims are deliberate errors.
 */
const handChecked = { supported: 44, partly: 8, contradicted: 2 }
const handCheckedFrom = 'checkable claims of eight published texts on pairs of states (2023 to 2025) that were checked by hand'

/** Counts the checkable sentences and claims of a text, its answers and its verdicts. */
export function summaryOf(sentences: readonly AnsweredSentence[], claims: readonly AnsweredClaim[]): ReadSummary {
  const checkable = claims.filter((claim) => claim.checkable)
  const count = (verdict: Verdict): number => checkable.filter((claim) => claim.verdict === verdict).length
  const byVerdict = {
    supported: count('supported'),
    partly: count('partly'),
    contradicted: count('contradicted'),
    unverifiable: count('unverifiable'),
  }
  const answeredBy = (answer: TextAnswer): number => sentences.filter((one) => one.answer === answer).length
  const byAnswer = Object.fromEntries(order.map((answer) => [answer, answeredBy(answer)]))
  const [notRead, noClaim] = [answeredBy('not-read'), answeredBy('no-claim')]
  const tested = byVerdict.supported + byVerdict.partly + byVerdict.contradicted
  const { partly, contradicted } = handChecked
  return {
    sentences: sentences.length,
    checkable: new Set(checkable.map((claim) => claim.sentence_index)).size,
    answered: byAnswer['checked']!,
    byAnswer: {
      ...(byAnswer as Record<(typeof order)[number], number>),
      ...(notRead > 0 ? { 'not-read': notRead } : {}),
      ...(noClaim > 0 ? { 'no-claim': noClaim } : {}),
    },
    claims: checkable.length,
    byVerdict,
    supported: tested === 0 ? null : shareOf(byVerdict.supported, tested),
    baseRate: {
      ...shareOf(handChecked.supported, handChecked.supported + partly + contradicted),
      partly,
      contradicted,
      from: handCheckedFrom,
    },
  }
}

function shareOf(supported: number, of: number): ClaimShare {
  return { supported, of, share: supported / of, ...wilson(supported / of, of) }
}

/** Returns the cards of the sources that the verdicts cite, sorted by id. */
export function citedSources(
  claims: readonly Pick<AnsweredClaim, 'evidence' | 'honestValues' | 'wouldBeTrue'>[],
  cards: ReadonlyMap<string, SourceCard>,
): SourceCard[] {
  const used = claims.flatMap(({ evidence, honestValues, wouldBeTrue }) => [
    ...evidence,
    ...honestValues.map((one) => one.evidence),
    ...(wouldBeTrue?.evidence ?? []),
  ])
  return [...new Set(used.map(({ source }) => source))].sort().flatMap((id) => cards.get(id) ?? [])
}

/** Whether a text meets the condition of `--fail-on`: `partly` includes contradicted claims; `inconsistent`: the text contradicts itself. */
export function failsOn(
  asked: 'contradicted' | 'partly' | 'inconsistent',
  { claims, inconsistencies }: { readonly claims: readonly AnsweredClaim[]; readonly inconsistencies: readonly unknown[] },
): boolean {
  if (asked === 'inconsistent') return inconsistencies.length > 0
  return claims.some(({ verdict }) => verdict === 'contradicted' || (asked === 'partly' && verdict === 'partly'))
}
