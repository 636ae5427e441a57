import type { Cue } from '../../text/claim-cues.ts'
import { matchesOf } from '../../text/patterns/matches.ts'
import { textAfter, textBefore, textOfSpan } from '../../text/span-text.ts'
import { type Analysis, overlaps } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'

/** A figure that each state has for itself: how many people it has, what it produces, what it spends on its forces. */
export type OwnTopic = 'population' | 'gdp' | 'defence-spending'

const sizeNoun = String.raw`(?:GDP|gross domestic product|economy|population|(?:defen[cs]e|military) (?:budget|spending|expenditure))`
const name = String.raw`(?:the )?\p{Lu}[\p{L}.’'-]*(?: (?:and |of )?\p{Lu}[\p{L}.’'-]*){0,3}`
const larger = '(?:larger|bigger|greater|higher|smaller|lower)'
const passed = '(?:overt(?:ook|aken?|akes)|surpass(?:ed|es)?|outstripp?(?:ed|s)?|exceed(?:ed|s)?|outgrew)'
const degree = String.raw`(?: [a-z]+(?:ly)?){0,3}`

/** Comparisons of two states' own figures; the words up to the second state are the head. */
const comparisons: readonly RegExp[] = [
  String.raw`\b(?<noun>${sizeNoun})(?: of ${name})?${degree} ${larger} than(?= (?:that of )?${name})`,
  String.raw`\b(?:has|have|had)${degree} an?${degree} ${larger} (?<noun>${sizeNoun}) than(?= ${name})`,
  String.raw`\b(?:more|less) (?<noun>populous) than(?= ${name})`,
  String.raw`\b(?:has|have|had)${degree} (?:more|fewer) (?<noun>people|inhabitants) than(?= ${name}(?:[.,;:]| do| did| has|$))`,
  String.raw`\b(?<noun>${sizeNoun})(?: of ${name})?${degree} ${passed}(?= (?:that of )?${name}(?:['’]s?)?(?:[.,;:]| in (?:19|20)\d\d|$))`,
  String.raw`\b${passed}(?= ${name} (?:in|by) (?:nominal |total |terms of |the size of (?:its|the) )?(?<noun>${sizeNoun}|GDP)\b)`,
  String.raw`\b(?<noun>outspen(?:ds?|t))(?= ${name}(?:[.,;:]|$| (?:on|in) (?:defen[cs]e|arms|military)))`,
].map((words) => new RegExp(words, 'gu'))

const topicOfNoun = (noun: string): OwnTopic =>
  /^(?:popul|people|inhab)/.test(noun) ? 'population' : /^(?:defen|mili|outsp)/.test(noun) ? 'defence-spending' : 'gdp'

/** Whether states stand on both sides of a comparison. */
const isBetweenStates = ({ actors }: Analysis, { index, 0: { length } }: RegExpMatchArray & { index: number }): boolean =>
  actors.some(({ ids, end }) => ids.length > 0 && end <= index + length) && actors.some(({ ids, start }) => ids.length > 0 && start >= index + length)

/** Returns the comparison of two states' own figures without a number: `Its economy is larger than Germany's`. At most one per sentence. */
export function ownComparisonHeads(sentence: Analysis, taken: readonly Head[]): Head[] {
  return comparisons
    .flatMap((pattern) => matchesOf(sentence.text, pattern))
    .filter((match) => isBetweenStates(sentence, match))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, topic: topicOfNoun(match.groups!['noun']!) }))
    .filter((span) => !taken.some((head) => overlaps(head, span)))
    .slice(0, 1)
    .map(({ start, end, topic }): Head => {
      const cue: Cue = { kind: 'compare', text: sentence.text.slice(start, end), start, end }
      return { start, end, kind: 'comparison', cue, topic, value: null, unit: null, qualifier: null, rule: 'own-compared' }
    })
}

/** Fewer people than this are hardly a population. */
const fewestPeople = 9000
const owner = String.raw`(?:['’]s?|\b(?:[Tt]he|[Ii]ts|[Tt]heir|whose|a|an|with|of|total|\p{Lu}\p{L}+(?:an|ish|ese|i|ch)))`
/** Words before the number of a population; adjectives that name a part of it (`urban`, `Muslim`) do not match. */
const populationBefore = new RegExp(
  String.raw`${owner} population(?: of ${name})?(?:,? (?:in|of|by) (?:about )?(?:19|20)\d\d,?)?(?: (?!growth|density)[a-z]+){0,4} $`,
  'u',
)
const holderBefore = /\b(?:has|have|had|home to|(?:country|nation|state|kingdom|republic|island) (?:of|with)|with) (?:a population of )?$/
const peopleAfter = /^ (?:people|inhabitants|residents|souls)(?=[.,;:)]|$| (?:and|but|while|today|now|in (?:19|20)\d\d)\b)/
const peopleOfPlace = new RegExp(String.raw`^ (?:people|inhabitants)(?: now)? (?:live|lived|living|resident) in ${name}(?=[.,;:]|$| (?:and|in|today)\b)`, 'u')
const inhabitants = /^ inhabitants\b/

/** Whether the number of a head is that of a state's people. */
function isOfPeople(text: string, head: Head): boolean {
  const [before, after] = [textBefore(text, head), textAfter(text, head)]
  if (populationBefore.test(before) && !/^ (?!people|inhabitants)[a-z]+s\b/.test(after)) return true
  return inhabitants.test(after) || peopleOfPlace.test(after) || (peopleAfter.test(after) && holderBefore.test(before))
}

const economyBefore = new RegExp(String.raw`(?:['’]s?|\b(?:[Tt]he|[Ii]ts|[Tt]heir|nominal)) (?:economy|GDP)(?: of ${name})?(?: [a-z]+){0,3} $`, 'u')
const populousRank = /\bpopulous\b/

/** Returns the topic of a head that is a state's own figure by the words around it; undefined for other heads. */
export function ownTopicOf({ text }: Analysis, head: Head): OwnTopic | undefined {
  const { kind, quantity, unit } = head
  if (kind === 'ranking') return populousRank.test(textOfSpan(text, head) + text.slice(head.end, head.end + 10)) ? 'population' : undefined
  if (quantity?.kind === 'count') return quantity.value >= fewestPeople && isOfPeople(text, head) ? 'population' : undefined
  if (kind !== 'comparison' || (unit !== 'times' && unit !== 'percent')) return undefined
  const before = textBefore(text, head)
  return populationBefore.test(before) ? 'population' : economyBefore.test(before) ? 'gdp' : undefined
}
