import type { Claim } from '../../../claim.ts'
import { worldAndRegions } from '../../../text/names/region-and-club-parties.ts'
import { flowWordsIn } from '../../../text/topics/flow-words.ts'
import { type QueryFamily, queryFamilyOf } from '../../../text/topics/query-families.ts'
import { topicsIn } from '../../../text/topics/topics.ts'
import { type NamedStates, namedBySentence } from '../around/named-in-text.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

const counts = new WeakMap<readonly NamedStates[], ReadonlyMap<string, number>>()

/** Returns for each state in how many sentences of a text it is named. */
export function timesNamed(named: readonly NamedStates[]): ReadonlyMap<string, number> {
  const known = counts.get(named)
  if (known !== undefined) return known
  const made = new Map<string, number>()
  for (const { states } of named) for (const id of states) made.set(id, (made.get(id) ?? 0) + 1)
  counts.set(named, made)
  return made
}

/** Whether a sentence has words of a family of quantities. */
export const isToldOf = (sentence: string, family: QueryFamily | undefined): boolean =>
  topicsIn(sentence).some(({ topic }) => queryFamilyOf(topic.id) === family) || (family === 'goods' && flowWordsIn(sentence).length > 0)

/** In a text about a field, at least this share of the sentences have a figure of the field; in speeches and unrelated news the share is a hundredth. */
const ofField = 0.2

/** Short words that mean a quantity only in a text about it: `spending` means military spending once the text has said so. */
const shortWords: Readonly<Partial<Record<string, RegExp>>> = {
  'defence-spending': /\b(?:spend(?:s|ing|ers?)?|spent|outlays?|expenditures?|budgets?|burdens?)\b/i,
  arms: /\b(?:exporters?|importers?|suppliers?|recipients?|deliver(?:y|ies|ed)|transfers?)\b/i,
}

const fields = new WeakMap<readonly string[], Map<string, boolean>>()

/**
 * Whether a text is about the claim's field: at least one sentence in five has a figure of the field. The field's short words count if its full words are in
 * the title or in two sentences.
 */
export function isTextOfField({ measured }: Claim, { sentences, title = '' }: TextOfClaims): boolean {
  const family = queryFamilyOf(measured!.topic)
  const short = shortWords[measured!.topic] ?? shortWords[family ?? '']
  const known = fields.get(sentences) ?? new Map<string, boolean>()
  fields.set(sentences, known)
  const key = `${family} ${short?.source ?? ''}`
  const found = known.get(key)
  if (found !== undefined) return found
  const told = sentences.map((one) => isToldOf(one, family))
  const isNamed = isToldOf(title, family) || told.filter(Boolean).length >= 2
  const ofText = sentences.filter((one, at) => /\d/.test(one) && (told[at] || (isNamed && short?.test(one) === true)))
  const made = ofText.length >= ofField * sentences.length
  known.set(key, made)
  return made
}

/** Whether the text is about the claim's field, and each party that the sentence leaves out is named in at least two sentences. */
export function isTextOfBoth(claim: Claim, text: TextOfClaims): boolean {
  if (!isTextOfField(claim, text)) return false
  const named = namedBySentence(text)
  const own = named[claim.sentence_index]?.states ?? []
  return claim.actors.every((id) => worldAndRegions.has(id) || own.includes(id) || (timesNamed(named).get(id) ?? 0) >= 2)
}
