import type { Claim } from '../../../claim.ts'
import { yearsOfPeriod } from '../../../text/days-of-text.ts'
import { type NamedStates, namedBySentence } from '../around/named-in-text.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

/** Number of sentences before a figure in which its parties may be named. */
const reach = 2

/** Whether a claim refers to an earlier time than the sentence before: `In 2021-22 they had been 12.5 billion`, after a sentence on a later year. */
export function isLookBack({ sentence_index: index, period }: Claim, text: TextOfClaims): boolean {
  if (period === null) return false
  const before = namedBySentence(text)
    .slice(0, index)
    .findLast(({ years }) => years.length > 0)
  return before?.years.some(({ to }) => to > yearsOfPeriod(period).to) === true
}

/** Words that make a sentence about two states although it names only one. */
const ofTwo =
  /\b(?:the two|the pair|both|bilateral|mutual|two-way|each other|between them|reciprocal)\b|\b(?:to|from|with|between) (?:it|them|there|its|their|(?:the|this|that) (?:[\w-]+ )?(?:country|state|nation|neighbou?r|partner|kingdom|republic|union|bloc|latter|former|other))\b/i

const partner = /\b(?:to|into|from|with|between)\s+(?:the\s+)?$/i

/** Whether an amount may be a state's trade with all partners, since the sentence names no partner: `US trade came to 5,104 billion`. */
export function namesOneOfTwo({ kind, value, sentence, actors }: Claim, { mentions, states }: NamedStates): boolean {
  if (kind !== 'quantity' || value === null || ofTwo.test(sentence)) return false
  const isPartnerTold = mentions.some(({ ids, start }) => ids.some((id) => actors.includes(id)) && partner.test(sentence.slice(0, start)))
  return !isPartnerTold && actors.some((id) => id !== 'WLD' && !states.includes(id))
}

/** Whether the sentence of an amount leaves out one of the actors, while it or one of the two before names other states. */
export function areOthersNear({ kind, value, sentence_index: index, actors }: Claim, text: TextOfClaims): boolean {
  if (kind !== 'quantity' || value === null) return false
  const near = namedBySentence(text).slice(Math.max(0, index - reach), index + 1)
  return near.some(({ states }) => states.some((id) => !actors.includes(id))) && !actors.every((id) => near.at(-1)!.states.includes(id))
}
