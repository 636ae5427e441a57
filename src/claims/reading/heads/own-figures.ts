import type { Cue } from '../../text/claim-cues.ts'
import type { ActorMention, TextSpan } from '../../text/mention.ts'
import { matchesOf } from '../../text/patterns/matches.ts'
import { textAfter, textBefore, textOfSpan } from '../../text/span-text.ts'
import { type Analysis, overlaps } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'

/** A figure that each state has for itself: how many people it has, what it produces, what it spends on its forces. */
export type OwnTopic = 'population' | 'gdp' | 'defence-spending'

const sizeNoun = String.raw`(?:GDP|gross domestic product|economy|population|(?:defen[cs]e|military) (?:budget|spending|expenditure))(?! (?:per|growth|density)\b)`
const name = String.raw`(?:the )?\p{Lu}[\p{L}.’'-]*(?: (?:and |of )?\p{Lu}[\p{L}.’'-]*){0,3}`
const larger = '(?:larger|bigger|greater|higher|smaller|lower)'
const passed = '(?:overt(?:ook|aken?|akes)|surpass(?:ed|es)?|outstripp?(?:ed|s)?|exceed(?:ed|s)?|outgrew)'
const degree = `(?: [a-z]+(?:ly)?){0,3}`
/** What may follow the second state: nothing that makes it a part, another thing or another time of that state. */
const ending = String.raw`(?:['’]s?)?(?=[.,;:)]|$| (?:and|but|while|whereas|despite|although|in nominal|at market|by nominal)\b)`
const endingInYear = String.raw`(?:['’]s?)?(?=[.,;:)]|$| (?:and|but|while|in (?:19|20)\d\d)\b)`

/** A comparison of two states' own figures, and whether the first of them owns its noun (`Russia's GDP is larger than`) or has it (`Russia has a larger GDP than`). */
const comparisons: readonly (readonly [RegExp, 'owns' | 'has'])[] = (
  [
    [String.raw`\b(?<noun>${sizeNoun})(?: of ${name})?${degree} ${larger} than(?= (?:that of )?${name}${ending})`, 'owns'],
    [
      String.raw`\b(?<noun>${sizeNoun})(?: of ${name})? (?:was|were)${degree} ${larger} than(?= (?:that of )?${name}${endingInYear})`,
      'owns',
    ],
    [String.raw`\b(?:has|have|had)${degree} an?${degree} ${larger} (?<noun>${sizeNoun}) than(?= ${name}${ending})`, 'has'],
    [String.raw`\b(?:more|less) (?<noun>populous) than(?= ${name}${ending})`, 'has'],
    [String.raw`\b(?:has|have|had)${degree} (?:more|fewer) (?<noun>people|inhabitants) than(?= ${name}${ending})`, 'has'],
    [String.raw`\b(?<noun>${sizeNoun})(?: of ${name})?${degree} ${passed}(?= (?:that of )?${name}${endingInYear})`, 'owns'],
    [
      String.raw`\b${passed}(?= ${name} (?:in|by) (?:nominal |total |terms of |the size of (?:its|the) )?(?<noun>${sizeNoun}|GDP)(?:[.,;]|$| in (?:19|20)\d\d))`,
      'has',
    ],
    [String.raw`\b(?<noun>outspen(?:ds?|t))(?= ${name}(?:[.,;:]|$| on (?:defen[cs]e|arms|its military|the military)))`, 'has'],
  ] as const
).map(([words, how]) => [new RegExp(words, 'gu'), how])

const topicOfNoun = (noun: string): OwnTopic =>
  /^(?:popul|people|inhab)/.test(noun) ? 'population' : /^(?:defen|mili|outsp)/.test(noun) ? 'defence-spending' : 'gdp'

/** Words by which a figure is one of each head or a part of output, and not of the whole state. */
const relative =
  /\b(?:per (?:head|capita|person|cent)|percent|shares?|proportion|relative to|of (?:its|their) (?:GDP|economy|output|budget|national income))\b|%/i

/** Words for an earlier time that is not named. */
const formerly = /\b(?:once|formerly|used to|at one time|long ago)\b/i

/** Whether a sentence compares figures of each head, or parts of output, and not of whole states. */
export const isRelative = ({ text }: Analysis): boolean => relative.test(text)

/** States and unions by name. A capital has people and an economy of its own. */
const isWhole = ({ ids, form }: ActorMention): boolean => ids.length === 1 && /^(?:name|adjective|bloc)$/.test(form)

const ownerGap = /^(?:['’]s?)?(?: (?:nominal|total|own|overall|national|annual|yearly))* ?$/
const holderGap = /^(?:,? (?:now|still|already|also|today|is|was|are|remains|has|had|have|even|far|much|slightly|long|soon|by now)){0,5} ?$/

const nounOf = new RegExp(`^${sizeNoun} of (?:the )?$`)

/** Whether a state stands right before a comparison, as the owner of its noun or as its subject, or is named with the noun. */
function hasSubject(sentence: Analysis, match: RegExpMatchArray & { index: number }, how: 'owns' | 'has'): boolean {
  const isBefore = sentence.actors.some(
    (one) =>
      isWhole(one) && one.end <= match.index && (how === 'owns' ? ownerGap : holderGap).test(sentence.text.slice(one.end, match.index)),
  )
  const isOf = sentence.actors.some(
    (one) => isWhole(one) && one.start > match.index && nounOf.test(sentence.text.slice(match.index, one.start)),
  )
  return isBefore || isOf || (how === 'owns' && /\b[Ii]ts $/.test(sentence.text.slice(0, match.index)))
}

/** Returns the comparison of two states' own figures without a number: `Its economy is larger than Germany's`. At most one per sentence. */
export function ownComparisonHeads(sentence: Analysis, taken: readonly Head[]): Head[] {
  if (isRelative(sentence) || formerly.test(sentence.text)) return []
  return comparisons
    .flatMap(([pattern, how]) => matchesOf(sentence.text, pattern).filter((match) => hasSubject(sentence, match, how)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, topic: topicOfNoun(match.groups!['noun']!) }))
    .filter(({ end }) => sentence.actors.some((one) => isWhole(one) && one.start >= end))
    .filter((span) => !taken.some((head) => overlaps(head, span)))
    .slice(0, 1)
    .map(({ start, end, topic }): Head => {
      const cue: Cue = { kind: 'compare', text: sentence.text.slice(start, end), start, end }
      return { start, end, kind: 'comparison', cue, topic, value: null, unit: null, qualifier: null, rule: 'own-compared' }
    })
}

/** Fewer people than this are hardly a population. */
const fewestPeople = 9000
const adverb = '(?:now|already|still|today|currently|also|only|just|over|about|some)'
const ofPopulation = String.raw`(?:['’]s?)? (?:total |own |national |entire )?population(?! (?:growth|density|of)\b)`
const inTime = String.raw`(?:,? (?:in|by|at|of) (?:the (?:start|end) of )?(?:19|20)\d\d,?)?`
/** Words between a state and the number of its people. */
const peopleGaps: readonly RegExp[] = [
  new RegExp(`^(?: ${adverb})*,? (?:has|have|had|counts|counted|(?:is|was) home to)(?: ${adverb})*(?: an? (?:total )?population of)? $`),
  new RegExp(
    `^, (?:an?|the|itself an?) (?:[a-z]+ ){0,3}(?:country|nation|state|kingdom|republic|island)(?: of| with| that has)(?: ${adverb})* $`,
  ),
  new RegExp(`^${ofPopulation}${inTime}(?: [a-z]+){0,4} $`),
]
const afterNamed = new RegExp(`^${inTime}(?: [a-z]+){0,4} $`)
const namedWith = /(?:^|\b(?:the|a|total|whole|entire) )population of (?:the )?$/i
const itsPopulation = new RegExp(String.raw`\b(?:[Ii]ts|[Tt]he country['’]s|[Ww]hose) (?:total )?population${inTime}(?: [a-z]+){0,4} $`)
const itHas = /^(?:It|The country|The (?:kingdom|republic|island)) (?:now |already |still )?(?:has|had) $/
/** What may follow a number of people that are all of a state's. */
const peopleAfter = /^ (?:people|inhabitants|residents|souls)(?=[.,;:)]|$| (?:and|but|while|today|now|in (?:19|20)\d\d)\b)/
const peopleOfPlace = /^ (?:people|inhabitants)(?: now)? (?:live|lived|living|resident) in (?:the )?$/
const placeEnd = /^(?:[.,;:)]|$| (?:and|today|now|in (?:19|20)\d\d)\b)/
const withPeople = /^With(?: its| a population of)?(?: some| about| over)? $/
const peopleThen = /^ (?:people|inhabitants), (?:the )?$|^, (?:the )?$/

/** Whose people a number counts: a state that the sentence names, or the one that it refers to (`context`). Undefined if it does not count all people of a state. */
export function ownerOfPeople({ text, actors }: Analysis, head: TextSpan): string | undefined {
  const [before, after] = [textBefore(text, head), textAfter(text, head)]
  const states = actors.filter(isWhole)
  const isOfAll = peopleAfter.test(after)
  const gapTo = (one: ActorMention): string => text.slice(head.end, one.start)
  const isOwner = (one: ActorMention): boolean => {
    const gap = text.slice(one.end, head.start)
    if (one.end > head.start) return false
    if (namedWith.test(text.slice(0, one.start)) && afterNamed.test(gap)) return true
    return peopleGaps.some((pattern, i) => pattern.test(gap) && (isOfAll || i === 2 || /population of $/.test(gap)))
  }
  const owner =
    states.findLast(isOwner) ??
    states.find(
      (one) =>
        one.start >= head.end &&
        ((peopleOfPlace.test(gapTo(one)) && placeEnd.test(text.slice(one.end))) ||
          (withPeople.test(before) && peopleThen.test(gapTo(one)))),
    )
  if (owner !== undefined) return owner.ids[0]
  return itsPopulation.test(before) || (itHas.test(before) && isOfAll) ? 'context' : undefined
}

const economyBefore = new RegExp(
  String.raw`(?:['’]s?|\b(?:[Tt]he|[Ii]ts|nominal)) (?:nominal )?(?:economy|GDP)(?: of ${name})?(?: (?!per\b)[a-z]+){0,3} $`,
  'u',
)
const populationBefore = new RegExp(
  String.raw`(?:['’]s?|\b(?:[Tt]he|[Ii]ts)) population(?: of ${name})?(?: (?!growth|density)[a-z]+){0,3} $`,
  'u',
)
const populousRank = /\bpopulous\b|\bpopulation$/

/** Returns the topic of a head that is a state's own figure by the words around it; undefined for other heads. */
export function ownTopicOf(sentence: Analysis, head: Head): OwnTopic | undefined {
  const { kind, quantity, unit } = head
  const { text } = sentence
  if (kind === 'ranking')
    return populousRank.test(textOfSpan(text, head)) ||
      /^[- ](?:largest )?(?:populous\b|population(?=[.,;]|$| in\b))/.test(textAfter(text, head))
      ? 'population'
      : undefined
  if (quantity?.kind === 'count')
    return quantity.value >= fewestPeople && ownerOfPeople(sentence, firstOf(head)) !== undefined ? 'population' : undefined
  const before = textBefore(text, head)
  if (kind === 'trend' && unit === 'percent_change')
    return populationBefore.test(before) && ownerOfPeople(sentence, head) !== undefined ? 'population' : undefined
  if (kind !== 'comparison' || (unit !== 'times' && unit !== 'percent')) return undefined
  return populationBefore.test(before) ? 'population' : economyBefore.test(before) ? 'gdp' : undefined
}

const populationMoved =
  /(?<= population )(?:(?:has|had) )?(?<way>grew|grown|rose|risen|increased|expanded|fell|fallen|shrank|shrunk|declined|dropped|decreased)\b/g
const grew = /^(?:gr|r|incr|exp)/

/** Returns the growth or decline of a state's people without a number, where a time is named: `Japan's population has shrunk since 2010`. */
export function populationChangeHeads(sentence: Analysis, taken: readonly Head[]): Head[] {
  if (sentence.times.length === 0 || taken.length > 0) return []
  return matchesOf(sentence.text, populationMoved)
    .map((match) => ({ way: match.groups!['way']!, start: match.index, end: match.index + match[0].length }))
    .filter((span) => ownerOfPeople(sentence, span) !== undefined)
    .slice(0, 1)
    .map(({ way, start, end }): Head => {
      const sign = grew.test(way) ? 1 : -1
      const cue: Cue = { kind: sign === 1 ? 'up' : 'down', text: sentence.text.slice(start, end), start, end }
      return { start, end, kind: 'trend', cue, sign, topic: 'population', value: null, unit: null, qualifier: null, rule: 'bare-change' }
    })
}

/** The first number of a change, else the number. */
export const firstOf = (head: Head): TextSpan =>
  head.from !== undefined && head.from.start < (head.quantity?.start ?? head.start) ? head.from : head
