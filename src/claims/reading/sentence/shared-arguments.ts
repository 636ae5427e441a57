import type { Claim } from '../../claim.ts'
import { directionFromTo, flowEnds, isOneWay } from '../../flow-of-direction.ts'
import { textAfter, textBefore } from '../../text/span-text.ts'
import { flowWordsIn } from '../../text/topics/flow-words.ts'
import { type ArgumentFrame, type ClaimParties, distinct } from './argument-frame.ts'
import type { Discourse } from './context.ts'
import type { Head } from './head.ts'
import { isPossessivePronoun } from './roles.ts'

/** The start of a sentence that refers to the previous sentence: `It is`, `This was`. */
export const demonstrativeStart: RegExp = /^(?:It|This|That) (?:is|was|marks|marked)\b/

const journey = /\b(?:visit|trip)\b/

/**
 * Completes a claim that something was done for the first time with the parties and the period of the event, which is in the same or the previous sentence.
 * Undefined for `It is his first visit` if there is no such event and the sentence names no state; otherwise a claim without an event is returned unchanged.
 *
 * @param isNamed  whether the sentence names a state
 */
export function firstTimeClaimOf(
  claim: Claim,
  before: readonly Claim[],
  { lastEvent: last }: Discourse,
  isNamed: boolean,
): Claim | undefined {
  const own = before.findLast(({ kind }) => kind === 'event')
  const isBack = own === undefined && demonstrativeStart.test(claim.sentence)
  const eventBefore =
    isBack && last !== null && last.domain === 'diplomacy' && last.actors.length > 1 && claim.sentence_index - last.sentence_index <= 1
      ? last
      : undefined
  const deed = own ?? eventBefore
  if (deed === undefined) return isBack && !isNamed ? undefined : claim
  const { actors, direction, period, domain } = deed
  // `met in Moscow; it was his first visit`: the guest comes first
  const isVisit = isBack && direction === 'total' && actors.length === 2 && journey.test(claim.sentence)
  return { ...claim, actors, direction: isVisit ? directionFromTo(actors[0]!, actors[1]!) : direction, period, domain }
}

/**
 * Adds the target and direction of the event before to a claim that another state did the same: `The Emirates reopened their embassy, and Bahrain followed`.
 * Returns other claims unchanged.
 */
export function followingClaimOf(claim: Claim, { rule }: Head, { lastEvent }: Discourse): Claim {
  if (rule !== 'told' || lastEvent === null || claim.sentence_index - lastEvent.sentence_index > 1) return claim
  if (!/^followed(?: suit)?(?=[.,;]| in (?:\p{Lu}\p{L}+ )?\d{4}| (?:a|two|three) \w+ later|$)/u.test(claim.sentence.slice(claim.start)))
    return claim
  const [doer] = claim.actors
  const [, target] = flowEnds(lastEvent.direction)
  if (doer === undefined || doer === target) return claim
  const { domain } = lastEvent
  return target === undefined
    ? { ...claim, actors: [doer], direction: lastEvent.direction === 'n/a' ? 'n/a' : claim.direction, domain }
    : { ...claim, actors: [doer, target], direction: directionFromTo(doer, target), domain }
}

const possessiveWhole =
  /^ of (?:its|their|the country['’]s) (?:(?!ex|im|purch|sal|cons|dem|need|supp)[\w-]+ ){0,2}(?:imports|exports|purchases|sales|consumption|demand|needs|supplies|deliveries|shipments)\b/

/**
 * For a share in apposition to an amount, returns the parties of the amount: `Supplied Germany with 8 million tonnes, 13 percent of its imports`. Undefined for
 * other shares.
 */
export function appositiveShare({ head, sentence, inPart, context: { lastParties, claimIndex } }: ArgumentFrame): ClaimParties | undefined {
  const { text } = sentence
  if (head.kind !== 'share' || lastParties === null || claimIndex !== sentence.index || !isOneWay(lastParties.direction)) return undefined
  const lead = textBefore(text, head)
  const isBehind =
    /, (?:(?:or|which (?:is|was)|equal to|equivalent to|accounting for|making up|about|around|nearly|almost|some|over|more than) )*$/.test(
      lead,
    )
  if (
    !isBehind ||
    !possessiveWhole.test(textAfter(text, head)) ||
    inPart.some(({ mention }) => mention.start >= head.start && !isPossessivePronoun(text, mention))
  )
    return undefined
  return lastParties.direction.includes('WLD') ? undefined : lastParties
}

const coordinator = /\b(?:and|but)(?: \w+ly| also| then| now)? $/
const amountWords =
  /^ (?:(?:only|about|around|nearly|almost|over|more than|some|roughly|just) )*(?:[A-Z]{0,2}[$€£¥]?\d|most|half|all\b|(?:a|one|two) (?:third|quarter|fifth|tenth))/

/**
 * Returns the subject that two verbs share, and the direction of the second verb: `Sends 84 percent of its exports to China and imports 28 percent of its goods
 * from Russia`. Undefined if there is no second verb or no single subject.
 */
export function sharedSubject({
  sentence: { text },
  part,
  inSentence,
}: ArgumentFrame): { readonly id: string; readonly way: 'out' | 'in' } | undefined {
  const verb = flowWordsIn(text).find(
    ({ start, end, way, agent }) =>
      start >= part.start && way !== 'both' && !agent && coordinator.test(text.slice(0, start)) && amountWords.test(text.slice(end)),
  )
  if (verb === undefined || verb.way === 'both') return undefined
  const subjects = distinct(
    inSentence
      .filter(
        ({ mention, prepositional, role }) =>
          mention.end < part.start && prepositional !== true && role !== 'standard' && !mention.possessive,
      )
      .filter(({ mention }) => mention.form !== 'adjective' && !isPossessivePronoun(text, mention))
      .map(({ id }) => id),
  )
  return subjects.length === 1 ? { id: subjects[0]!, way: verb.way } : undefined
}
