import { type FactMention, factsIn } from '../../text/facts/fact-mentions.ts'
import { type Analysis, gapBetween, overlaps } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'

/** Heads whose words may be those of a fact: without a number, a rank or a comparison. */
const isDeed = ({ kind, quantity }: Head): boolean => quantity === undefined && (kind === 'event' || kind === 'membership')

/** Between a head and the words of a fact that it tells, at most so many characters. */
const near = 25

const isNear = (text: string, head: Head, fact: FactMention): boolean =>
  overlaps(head, fact) ||
  (gapBetween(head, fact) < near &&
    !/[,;]|\b(?:and|but|while)\b/.test(text.slice(Math.min(head.end, fact.end), Math.max(head.start, fact.start))))

/** Adds to heads the facts that their words tell, and makes a head of each fact that none tells. */
export function withFacts(sentence: Analysis, heads: readonly Head[]): Head[] {
  const facts = factsIn(sentence.text)
  if (facts.length === 0) return [...heads]
  const open = new Set(facts)
  const told = heads.map((head) => {
    const fact = isDeed(head) ? [...open].find((one) => isNear(sentence.text, head, one)) : undefined
    if (fact === undefined) return head
    open.delete(fact)
    return { ...head, fact }
  })
  const left = [...open].filter(
    (fact) => heads.every((head) => !overlaps(head, fact)) && (fact.words.frame !== 'land' || isOfLand(sentence, fact)),
  )
  return [
    ...told,
    ...(sentence.times.length > 0 ? left.filter(({ words }) => words.frame === 'land' || namesTwo(sentence)).map(headOf) : []),
  ]
}

/** Whether a state claims something with a proper name: much else is claimed. */
const isOfLand = ({ text, actors }: Analysis, { start, end }: FactMention): boolean =>
  actors.some((actor) => actor.ids.length > 0 && actor.end <= start && start - actor.end < 6) &&
  /^ (?:[Tt]he )?(?:\p{Ll}+ of )?\p{Lu}/u.test(text.slice(end))

const namesTwo = ({ actors }: Analysis): boolean => new Set(actors.flatMap(({ ids }) => [...ids])).size >= 2

const headOf = (fact: FactMention): Head => ({
  ...{ start: fact.start, end: fact.end, kind: 'event', value: null, unit: null, qualifier: null, rule: 'fact', fact },
})
