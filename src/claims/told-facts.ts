import { type Analysis, cuesOf } from './analysis.ts'
import type { Head } from './head.ts'
import { actsNow, actsPast, demanding, figurative, idle, pairWords, valuing } from './told-words.ts'
import { uncheckedKind } from './unchecked.ts'

/**
 * What a sentence without a figure, a place or a known deed tells as a fact: somebody named did, does or has something that could be looked up. Judgements, causes,
 * appeals and pictures tell none.
 */
export function toldHeads(sentence: Analysis): Head[] {
  const { text } = sentence
  if (uncheckedKind(sentence) !== 'opinion' || cuesOf(sentence, ['judge']).length > 0) return []
  if (valuing.test(text) || figurative.test(text) || /\b(?:we|I|our|us)\b/.test(text) || !isAboutSomebody(sentence)) return []
  const match = [...text.matchAll(actsNow), ...text.matchAll(actsPast)]
    .filter((one) => isVerb(text, one))
    .sort((a, b) => a.index - b.index)[0]
  if (match === undefined) return []
  const asks = demanding.test(match[0])
  return [
    {
      start: match.index,
      end: match.index + match[0].length,
      kind: asks ? 'attribution' : 'event',
      value: null,
      unit: null,
      qualifier: null,
      rule: asks ? 'demanded' : 'told',
    },
  ]
}

/** Somebody is named, or the two of the text are. */
const isAboutSomebody = (sentence: Analysis): boolean =>
  sentence.actors.some(({ ids, form }) => ids.length > 0 && form !== 'pronoun') || pairWords.test(sentence.text)

/** `the exported goods`, `to supply`, `which shipped`: no verb of the sentence; nor one that tells no deed. */
function isVerb(text: string, { index, 0: word }: RegExpMatchArray & { readonly index: number }): boolean {
  const before = text.slice(0, index)
  return (
    before.trim() !== '' &&
    !idle.test(word) &&
    !/\b(?:the|an?|its|their|his|her|of|in|with|for|by|to|and|or|more|most|less|as|that|which|who|whom|from|on|at|than|no|any|some|these|those)\s$/i.test(
      before,
    ) &&
    !/\b(?:that|which|who|whom|where|what)\b[^,;]*$/i.test(before)
  )
}
