import type { ActorMention } from '../../text/mention.ts'
import type { Analysis } from '../sentence/analysis.ts'

const condemnationVerb =
  'suspend(?:s|ed|ing)?|condemn(?:s|ed|ing)?|censur(?:es|ed)|rebuk(?:es|ed)|deplor(?:es|ed)|expel(?:s|led)?|demand(?:s|ed)?(?: that)?|call(?:s|ed)? (?:up)?on|urg(?:es|ed)'
const measureAgainst = String.raw`suspension of|(?:sanctions|measures) (?:on|against)|(?:resolutions?|drafts?|motions?|debate|vote) (?:on|against|about)|embargo (?:on|against)(?: \w+ by)?`
const condemnationBefore = new RegExp(String.raw`\b(?:${condemnationVerb}|${measureAgainst})(?: the)?\s*$`, 'i')
const condemnationAfter =
  /^(?:['’]s)? (?:invasion|annexation|aggression|war|attack|embargo|occupation|sanctions (?:regime|measures|committee|list))\b|^ (?:has been |had been |was |were |be )(?:put|suspended|expelled|condemned|censured|rebuked)\b/i

/** Whether a sentence presents a state as one that a body suspends, condemns or calls upon. */
export const isResolutionTarget = (text: string, { start, end }: ActorMention): boolean =>
  condemnationBefore.test(text.slice(0, start)) || condemnationAfter.test(text.slice(end))

const ukraineWord = /\b(?:Ukrain\w+|Kyiv)\b/
const aggressionWord = /\b(?:invasion|aggression|annexation|peace|war|withdraw)\b/i

/**
 * Returns the state that the resolutions of a text are about: the one that a sentence condemns or calls upon; else Russia in a text on the war in Ukraine,
 * Israel in one on Gaza, or the drafter. Null if none is known.
 */
export function resolutionTargetOf(sentences: readonly Analysis[]): string | null {
  for (const { text, actors } of sentences) {
    const one = actors.find((mention) => mention.ids.length === 1 && mention.rule !== 'organisation' && isResolutionTarget(text, mention))
    if (one !== undefined) return responsibleSide(one.ids[0]!, sentences)
  }
  if (sentences.some(({ text }) => ukraineWord.test(text) && aggressionWord.test(text))) return 'RUS'
  if (!sentences.some(({ text }) => assemblyWord.test(text))) return null
  if (sentences.some(({ text }) => gazaWord.test(text)) && isNamed(sentences, 'ISR')) return 'ISR'
  return drafterIn(sentences)
}

const assemblyWord = /\b(?:General Assembly|Security Council|UN resolution|resolution)\b/
const gazaWord = /\b(?:Gaza|Palestin\w+)\b/

const isNamed = (sentences: readonly Analysis[], id: string): boolean =>
  sentences.some(({ actors }) => actors.some(({ ids }) => ids.includes(id)))

/**
 * Returns the state responsible for the acts that a resolution is about: on Ukraine Russia, on Palestine Israel, if the text names them. Otherwise the state
 * itself.
 */
function responsibleSide(id: string, sentences: readonly Analysis[]): string {
  const other = id === 'UKR' ? 'RUS' : id === 'PSE' ? 'ISR' : undefined
  return other !== undefined && isNamed(sentences, other) ? other : id
}

/** Returns the state that drafted a resolution without a target: `A Russian draft resolution against the glorification of Nazism`. Null if none is named. */
function drafterIn(sentences: readonly Analysis[]): string | null {
  for (const { text, actors } of sentences) {
    const one = actors.find(({ ids, end }) => ids.length === 1 && /^(?:['’]s)? (?:draft|resolution|text|motion)\b/.test(text.slice(end)))
    if (one !== undefined) return one.ids[0]!
  }
  return null
}
