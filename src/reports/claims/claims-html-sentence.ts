import type { Claim } from '../../claims/claim.ts'
import { html, type Markup } from '../text/html-markup.ts'
import type { AnsweredClaim, AnsweredSentence } from './claims-answer.ts'
import { answerWords, verdictSigns } from './claims-words.ts'

/** A piece of a sentence; `claim` is set if the piece states one. */
interface SentencePart<Told extends Claim> {
  readonly text: string
  readonly claim?: Told
}

/** Renders a sentence with its claims marked; if none is checkable, with a label that says what the sentence is. */
export function markedSentence(
  sentence: AnsweredSentence,
  claims: readonly AnsweredClaim[],
  numbers: ReadonlyMap<AnsweredClaim, number>,
): Markup {
  const own = claims.filter((claim) => numbers.has(claim))
  const label = own.length > 0 ? undefined : html`<span class="answer">${answerWords[sentence.answer]}</span>`
  return html`<span id="sentence-${String(sentence.sentence_index + 1)}">${splitAtClaims(sentence.text, own).map((one) => partMarkup(one, numbers))}</span>${label} `
}

function partMarkup({ text, claim }: SentencePart<AnsweredClaim>, numbers: ReadonlyMap<AnsweredClaim, number>): Markup {
  if (claim === undefined) return html`${text}`
  const number = String(numbers.get(claim))
  return html`<a class="claim ${claim.verdict!}" id="mark-${number}" href="#claim-${number}">${text}<span class="tag"><span aria-hidden="true">${verdictSigns[claim.verdict!]}${number}</span><span class="hidden"> (claim ${number}: ${claim.verdict!})</span></span></a>`
}

/**
 * Splits a sentence at its claims, in text order. Words shared by two claims go to the first claim. A claim left without words becomes an
 * empty piece after the previous claim, so that its sign is still shown.
 */
export function splitAtClaims<Told extends Claim>(text: string, claims: readonly Told[]): SentencePart<Told>[] {
  const cut: SentencePart<Told>[] = []
  let at = 0
  for (const claim of [...claims].sort((a, b) => a.start - b.start || a.claim_index - b.claim_index)) {
    const start = Math.min(text.length, Math.max(at, claim.start))
    const end = Math.min(text.length, Math.max(start, claim.end))
    if (start > at) cut.push({ text: text.slice(at, start) })
    cut.push({ text: text.slice(start, end), claim })
    at = end
  }
  if (at < text.length) cut.push({ text: text.slice(at) })
  return cut
}
