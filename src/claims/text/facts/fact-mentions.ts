import { memoized } from '../memo.ts'
import type { TextSpan } from '../mention.ts'
import { matchesOf } from '../patterns/matches.ts'
import { type FactPhrase, factVerbs } from './fact-lexicon.ts'

/** Words of a sentence that tell a fact. */
export interface FactMention extends TextSpan {
  readonly words: FactPhrase
  readonly isDenied: boolean
  readonly isEver: boolean
  /** `was invaded`: the subject is the one acted on. */
  readonly isPassive: boolean
}

/** Words that every line of the lexicon has one of: most sentences have none, and no pattern runs over them. */
const keys =
  /relations|ties|links|ambassador|embass|recogni[sz]|\bwar|inva[ds]|attack|bomb|shell|struck|offensive|assault|air ?strikes|fought|fight|clash|exchanged fire|skirmish|cease-?fire|truce|armistice|peace|enem|claim|disput|hostilities/i

/** Words before a verb that make it no deed that was done. */
const unreal =
  /\b(?:would|could|should|must|might|may|will|shall|can|cannot|if|whether|unless|to|having)(?: (?:not|never|also|soon|then|again|\w+ly)){0,2} $|\b(?:threaten|plan|hope|want|refuse|propose|intend|vow|promise|agree)\w*(?: [\w’'-]+){0,3} $/i
const denial = /(?:\b(?:not|never|no longer|neither|nor|hardly)|n['’]t)(?: [\w’'-]+){0,2} $/i
const passive = /\b(?:was|were|been|being|is|are|got)(?: (?:\w+ly|not|never|also|first))? $/i
const reach = 60

function readFacts(text: string): FactMention[] {
  if (!keys.test(text) || /\?["'”’]?\s*$/.test(text)) return []
  const found: FactMention[] = []
  for (const words of factVerbs)
    for (const match of matchesOf(text, words.pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (found.some((other) => span.start < other.end && other.start < span.end)) continue
      const before = text.slice(Math.max(0, span.start - reach), span.start).replaceAll(/\bMay\b/g, 'month')
      if (unreal.test(before)) continue
      const isEver = /\b(?:never|ever)(?: [\w’'-]+){0,2} $/i.test(before) || /\bnever\b/i.test(match[0])
      found.push({
        ...span,
        words,
        isDenied: denial.test(before) !== words.denies,
        isEver,
        isPassive: words.frame === 'acts' && passive.test(before),
      })
    }
  return found.sort((a, b) => a.start - b.start)
}

/** Returns the facts that a sentence tells, in order. A question, a wish or a plan tells none. */
export const factsIn: (text: string) => readonly FactMention[] = memoized(readFacts, (text) => text)
