import type { Analysis } from './analysis.ts'
import type { ActorMention } from './mention.ts'

const before =
  /\b(?:suspend(?:s|ed|ing)?|condemn(?:s|ed|ing)?|censur(?:es|ed)|rebuk(?:es|ed)|deplor(?:es|ed)|expel(?:s|led)?|demand(?:s|ed)?(?: that)?|call(?:s|ed)? (?:up)?on|urg(?:es|ed)|suspension of|(?:sanctions|measures) (?:on|against)|(?:resolutions?|drafts?|motions?|debate|vote) (?:on|against|about)|embargo (?:on|against)(?: \w+ by)?)(?: the)?\s*$/i
const after =
  /^(?:['’]s)? (?:invasion|annexation|aggression|war|attack|embargo|occupation|sanctions (?:regime|measures|committee|list))\b|^ (?:has been |had been |was |were |be )(?:put|suspended|expelled|condemned|censured|rebuked)\b/i

/** Whether a sentence tells of somebody as of one whom a body suspends, condemns or calls upon. */
export const isJudged = (text: string, { start, end }: ActorMention): boolean =>
  before.test(text.slice(0, start)) || after.test(text.slice(end))

const war = /\b(?:Ukrain\w+|Kyiv)\b/
const assault = /\b(?:invasion|aggression|annexation|peace|war|withdraw)\b/i

/** Whom the resolutions of a text are about, where it tells: of those on Ukraine since 2014 it is Russia. */
export function judgedOf(sentences: readonly Analysis[]): string | null {
  for (const { text, actors } of sentences) {
    const one = actors.find((mention) => mention.ids.length === 1 && mention.rule !== 'organisation' && isJudged(text, mention))
    if (one !== undefined) return one.ids[0]!
  }
  return sentences.some(({ text }) => war.test(text) && assault.test(text)) ? 'RUS' : null
}
