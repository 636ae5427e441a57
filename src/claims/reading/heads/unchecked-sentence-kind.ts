import type { ClaimKind } from '../../claim.ts'
import { type Analysis, cuesOf } from '../sentence/analysis.ts'

const questionMark = /[?!]["'”’)]*\s*$/
const exhortation = /\b(?:we|let us) (?:shall|will|must)\b|\b(?:paramount|imperative)\b|^(?:colleagues|friends|ladies)\b/i
const obligationWord = /\b(?:must|should|ought to|needs? to)\b/i
const causeVerb = String.raw`dr[io]ves?|driven|br(?:ings?|ought) (?:[\w’'-]+ ){1,4}together`
const reasonNoun = String.raw`the reason\b|reasons? (?:for|why|is)|fruit of`
const originNoun = 'explanation|thanks to|roots? (?:of|in)|rooted in|product of|consequence|result of'
const explanationWord = new RegExp(
  String.raw`\b(?:${causeVerb}|${reasonNoun}|blam(?:ed?|es|ing)|l(?:ies?|ay) behind|breeds?|bred|matter(?:s|ed) (?:more|most)|is why|made the jump|moved (?:those|these|the)|${originNoun})\b`,
  'i',
)
const forecastWord =
  /\b(?:might|could|cannot last|looks? likely|surely|inevitabl[ey]|sooner or later|would not bet|(?:next|coming) (?:years?|decades?))\b/i

/**
 * Returns the kind of a sentence without a checkable claim: a question or appeal is rhetoric; a statement about the future is a forecast; an explanation is
 * causal; anything else is opinion.
 */
export function uncheckedKind(sentence: Analysis): ClaimKind {
  const { text } = sentence
  if (questionMark.test(text) || exhortation.test(text)) return 'rhetoric'
  if (obligationWord.test(text)) return 'opinion'
  if (cuesOf(sentence, ['future']).some((cue) => !/^(?:would|could|may|might)$/i.test(cue.text))) return 'forecast'
  if (cuesOf(sentence, ['causal']).length > 0 || explanationWord.test(text)) return 'causal'
  return forecastWord.test(text) || /\bmay\b/.test(text) ? 'forecast' : 'opinion'
}
