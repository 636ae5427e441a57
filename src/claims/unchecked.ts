import { type Analysis, cuesOf } from './analysis.ts'
import type { ClaimKind } from './claim.ts'

const exhorts = /\b(?:must|should|ought to|need(?:s)? to|let us|paramount|imperative|demands?|calls for|requires?)\b|[!?]["'”’]?\s*$/i

/** What a sentence without a checkable claim is: forecast, causal, rhetoric, else opinion. */
export function uncheckedKind(sentence: Analysis): ClaimKind {
  if (/\?["'”’]?\s*$/.test(sentence.text)) return 'rhetoric'
  const future = cuesOf(sentence, ['future']).some((cue) => !/^(?:would|could|may|might)$/i.test(cue.text))
  if (future) return 'forecast'
  if (cuesOf(sentence, ['causal']).length > 0) return 'causal'
  return exhorts.test(sentence.text) ? 'rhetoric' : 'opinion'
}
