import { inSentence } from '../../assessments/forms/wording.ts'
import { stateOf } from '../../states/index.ts'
import type { ClaimPeriod } from '../claim.ts'
import { clubsIn } from '../text/names/club-names.ts'
import type { ClaimSlots } from './claim-slots.ts'
import { deedTopic } from './read-indicator.ts'

/** A deed written as a plain sentence, which the testers of deeds read. */
export interface DeedSentence {
  readonly topic: string
  readonly sentence: string
  /** Position of the words that make the claim: for a count the number, else the deed. */
  readonly start: number
  readonly end: number
  readonly rules: readonly string[]
}

const sameVotes = /^(?:same votes|agreement|voting alike|votes? (?:cast )?alike)(?: in the (?:UN )?General Assembly)?$|^agreement of votes/i
const symbol = /\b([AS]\/(?:RES\/)?(?:[A-Z]+-)?\d+(?:\/\d+)?(?:\s?\[?[A-Z]\]?)?)(?![\w/])/
const onText = /^votes? on (.+?): (?:votes? )?(.+)$/i
const sides: readonly (readonly [RegExp, string])[] = [
  [/^not (?:in favou?r|for|yes)/i, 'did not vote in favour of'],
  [/^not against/i, 'did not vote against'],
  [/^(?:in favou?r|for|yes)/i, 'voted in favour of'],
  [/^(?:against|no)\b/i, 'voted against'],
  [/^abst/i, 'abstained on'],
]
const countedSide = /^(?:votes (against|in favou?r of|for)|(abstentions) on) (.+)$/i
const isAdopted = /^(.+?) adopted$/i

/**
 * Writes a deed as a sentence with its parties and its time: `In March 2022 Iran and Syria voted against A/RES/ES-11/1.` Undefined if the indicator names no
 * deed that the record can test.
 */
export function deedSentence(slots: ClaimSlots, actors: readonly string[]): DeedSentence | undefined {
  const { kind, indicator } = slots
  if (kind !== 'event' && kind !== 'membership' && kind !== 'count' && kind !== 'forecast' && kind !== 'share') return undefined
  const words = indicator.trim()
  if (kind === 'share')
    return sameVotes.test(words) && slots.value !== null
      ? sentenceOf(
          'un-votes',
          `${timeOf(slots.period)}in the General Assembly ${namesOf(actors)} voted alike in ${slots.value} percent of votes`,
          `${slots.value} percent`,
        )
      : undefined
  const vote = kind === 'membership' ? undefined : voteOf(slots, words, actors)
  if (vote !== undefined) return vote
  if (kind === 'membership' || clubDeed.test(words) || (kind === 'count' && /^members of/i.test(words)))
    return memberOf(slots, words, actors)
  const topic = deedTopic(words)
  // a vote is written in the forms above, or it is of another kind: of some states only, of an amendment
  if (topic === undefined || topic === 'un-votes') return undefined
  return kind === 'count'
    ? countOf(slots, words, actors, topic)
    : sentenceOf(topic, `${timeOf(slots.period)}${namesOf(actors)}: ${words}`, words)
}

const clubDeed = /\b(?:accession to|joined|left|member(?:s|ship)? (?:of|in)|withdrawal from)\b/i

function voteOf({ kind, period, value }: ClaimSlots, words: string, actors: readonly string[]): DeedSentence | undefined {
  const time = timeOf(period)
  const who = namesOf(actors)
  const adopted = isAdopted.exec(words)?.[1]
  if (kind === 'event' && adopted !== undefined && symbol.test(adopted))
    return sentenceOf('un-votes', `${time}the General Assembly adopted resolution ${symbol.exec(adopted)![1]}`, 'adopted', ['adopted'])
  const [, text, side = ''] = onText.exec(words) ?? []
  const counted = countedSide.exec(words)
  if (text === undefined && counted === null) return undefined
  const verb =
    text === undefined
      ? sides.find(([pattern]) => pattern.test(counted![1] ?? counted![2]!))?.[1]
      : sides.find(([pattern]) => pattern.test(side))?.[1]
  if (verb === undefined) return undefined
  const matter = text ?? counted![3]!
  const named = symbol.test(matter)
    ? `resolution ${symbol.exec(matter)![1]}`
    : `the resolution on ${matter.replace(/^(?:the )?resolutions? on /i, '')}`
  const body = /^(?:resolution )?S\//.test(named) ? 'Security Council' : 'General Assembly'
  if (kind === 'count')
    return value === null ? undefined : sentenceOf('un-votes', `${time}in the ${body} ${value} states ${verb} ${named}`, String(value))
  return sentenceOf('un-votes', `${time}in the ${body} ${who} ${verb} ${named}`, verb)
}

function memberOf({ kind, period, value }: ClaimSlots, words: string, actors: readonly string[]): DeedSentence | undefined {
  const [club] = clubsIn(words)
  if (club === undefined) return undefined
  const name = words.slice(club.start, club.end)
  // a club is founded once: the time given is that of the text
  const time = /^founding/i.test(words) ? '' : timeOf(period)
  if (kind === 'count')
    return value === null || !/^members of/i.test(words)
      ? undefined
      : sentenceOf('membership', `${time}${name} had ${value} members`, String(value))
  const who = namesOf(actors.filter((id) => stateOf(id) !== undefined || id === 'EUU'))
  if (who === '') return undefined
  const verb = acts.find(([pattern]) => pattern.test(words))?.[1] ?? roleVerb(words)
  const number = actors.length > 1 ? 1 : 0
  return verb === undefined ? undefined : sentenceOf('membership', `${time}${who} ${verb[number]} ${name}`, verb[number]!)
}

/** A verb for one state, and for several. */
type Verb = readonly [one: string, several: string]

const acts: readonly (readonly [RegExp, Verb])[] = [
  [/\b(?:left|withdrawal from|exit from)\b/i, ['left', 'left']],
  [/\bfound/i, ['was a founding member of', 'were founding members of']],
  [/\b(?:accession to|joined|entry into|admission to)\b/i, ['joined', 'joined']],
]
const roles = /\b(not )?(?:an? )?((?:full |founding )?member|candidate|observer|(?:dialogue )?partner)s? (of|for|in)\b/i

/** Writes a role: `was not a full member of`, `were observers in`. Undefined if the words name none. */
function roleVerb(words: string): Verb | undefined {
  const found = roles.exec(words)
  if (found === null) return undefined
  const [, not, role, link] = found
  const denied = not === undefined ? '' : 'not '
  return [`was ${denied}${/^[aeiou]/i.test(role!) ? 'an' : 'a'} ${role} ${link}`, `were ${denied}${role}s ${link}`]
}

function countOf({ period, value }: ClaimSlots, words: string, actors: readonly string[], topic: string): DeedSentence | undefined {
  return value === null ? undefined : sentenceOf(topic, `${timeOf(period)}${namesOf(actors)}: ${value} ${words}`, String(value))
}

function sentenceOf(topic: string, words: string, head: string, rules: readonly string[] = []): DeedSentence {
  const sentence = `${words[0]!.toUpperCase()}${words.slice(1)}.`
  const start = Math.max(0, sentence.lastIndexOf(head))
  return { topic, sentence, start, end: start + head.length, rules }
}

const names: Readonly<Record<string, string>> = { EUU: 'the European Union', WLD: 'the world' }

function namesOf(actors: readonly string[]): string {
  const all = actors.map((id) => names[id] ?? (stateOf(id) === undefined ? id : inSentence(stateOf(id)!.name)))
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** Writes a period as the beginning of a sentence: `In March 2022 `, `On 2 March 2022 `, `From 2010 to 2012 `; blank without one. */
function timeOf(period: ClaimPeriod | null): string {
  if (period === null) return ''
  if ('from' in period) return `from ${dayOf(period.from)} to ${dayOf(period.to)} `
  return `${period.at.length === 10 ? 'on' : 'in'} ${dayOf(period.at)} `
}

function dayOf(at: string): string {
  const [year, month, day] = at.split('-')
  return [day === undefined ? undefined : String(Number(day)), month === undefined ? undefined : months[Number(month) - 1], year]
    .filter((one) => one !== undefined)
    .join(' ')
}
