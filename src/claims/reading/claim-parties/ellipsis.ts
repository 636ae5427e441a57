import { changedDirection, isOneWay } from '../../flow-of-direction.ts'
import { textAfter, textBefore } from '../../text/span-text.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import { unionOfListedMembers } from '../parties/unions-and-members.ts'
import { within } from '../sentence/analysis.ts'
import { type ArgumentFrame, actorIds, type ClaimParties, distinct } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'

/**
 * For a pronoun or a second rank without a direction word of its own, returns the parties of the last claim: `The country was first; a year on it came
 * twelfth`. Otherwise undefined.
 */
export function partiesOfPronounSubject(
  { inPart, part, sentence, head, context }: ArgumentFrame,
  flow: FlowWord | undefined,
): ClaimParties | undefined {
  const { lastParties, claimIndex } = context
  const isSame =
    claimIndex === sentence.index &&
    head.kind === 'ranking' &&
    /\band (?:thus |now )?(?:ranked|ranks|stood|came|placed|was|is) (?:only |the )?$/.test(textBefore(sentence.text, head)) &&
    inPart.every(({ id }) => lastParties?.actors.includes(id) === true)
  if (isSame && lastParties !== null) return lastParties
  const isIt =
    claimIndex === sentence.index &&
    (head.kind === 'ranking' || head.kind === 'share') &&
    inPart.length > 0 &&
    inPart.every(({ mention, id }) => mention.form === 'pronoun' && lastParties?.actors.includes(id) === true) &&
    (flow === undefined || flow.end <= part.start)
  return isIt ? (lastParties ?? undefined) : undefined
}

/**
 * For a further amount without names or direction words of its own, returns the parties of the last claim: `Copper made up 82 % of these sales, worth 14
 * million`. Otherwise undefined.
 */
export function partiesOfEllipticAmount(
  { inPart, part, sentence, head, context }: ArgumentFrame,
  flow: FlowWord | undefined,
): ClaimParties | undefined {
  if (inPart.length > 0 || head.kind === 'comparison' || context.claimIndex !== sentence.index || flow === undefined) return undefined
  if (
    flow.way !== 'both' &&
    /^,? (?:which|who|that) (?!is\b|are\b|was\b|were\b)/.test(sentence.text.slice(part.start)) &&
    context.lastParties !== null
  )
    return context.lastParties
  const isShare = head.unit === 'percent' && / of (?:all|the|its|total) (?:\w+ )?(?:ex|im)ports/.test(textAfter(sentence.text, head))
  return isShare || flow.end <= part.start ? (context.lastParties ?? undefined) : undefined
}

/** Returns the parties of the last claim and the state with which the claim compares them: `Almost double what they bought in Norway`. Otherwise undefined. */
export function partiesWithCompared({ head, sentence, part, inSentence, context }: ArgumentFrame): ClaimParties | undefined {
  const { lastParties, claimIndex } = context
  if (head.kind !== 'comparison' || lastParties === null || claimIndex !== sentence.index || lastParties.actors.length !== 2)
    return undefined
  const others = inSentence.filter(
    ({ id, mention }) => !lastParties.actors.includes(id) && within(mention, part) && mention.start > head.start,
  )
  if (others.length === 0 || /^(?:less|fewer|smaller|lower|half)\b/i.test(sentence.text.slice(head.start))) return undefined
  return { actors: distinct([...lastParties.actors, ...actorIds(others)]), direction: lastParties.direction }
}

/**
 * Returns the parties of a claim without a direction word: those of the last claim, or of the last claim on the states that the sentence names. Undefined if
 * there is no such claim.
 */
export function partiesFromContext({ inPart, inSentence, context, sentence }: ArgumentFrame): ClaimParties | undefined {
  if (inPart.length === 0 && context.claimIndex === sentence.index && context.lastParties !== null) return context.lastParties
  const ids = actorIds((inPart.length > 0 ? inPart : inSentence).filter(({ role }) => role !== 'standard'))
  if (
    ids.length === 0 &&
    context.claimIndex === sentence.index - 1 &&
    /^(?:It|This|That|The (?:figure|amount|total|sum)) /.test(sentence.text)
  )
    return context.leadParties ?? lastPartiesOfPair(context)
  if (ids.length === 0) return lastPartiesOfPair(context)
  if (inSentence.some(({ mention }) => mention.rule === 'both')) return { actors: ids, direction: 'total' }
  const { lastParties } = context
  if (
    lastParties !== null &&
    isOneWay(lastParties.direction) &&
    continuationStart.test(sentence.text) &&
    ids.every((id) => lastParties.actors.includes(id))
  )
    return lastParties
  const before = context.recentPairs.find((pair) => ids.every((id) => pair.ends.includes(id)))
  if (before === undefined) return undefined
  const other = before.ends.find((id) => id !== ids[0])
  const all = ids.length === 1 && other !== undefined ? unionOfListedMembers(other, ids[0]!, context) : undefined
  const put = (id: string): string => (all !== undefined && id === other ? all : id)
  return { actors: before.ends.map(put), direction: changedDirection(before.direction, put) }
}

/** Start of a sentence with the subject of the last claim: `In 2021 it amounted to`. */
const continuationStart =
  /^(?:(?:In|By|At|For|During|Over) [^,;.]{3,30},? )?(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]hey|[Tt]hese|[Tt]hose) (?:\w+ ){0,2}(?:amounted|came|stood|made up|accounted|reached|was|were|rose|fell|grew|had)\b/

/** Returns the parties of the last claim on the pair, else of the last claim on any states. Undefined before the first claim. */
export function lastPartiesOfPair({ lastParties, pair, bilateral, recentPairs }: Discourse): ClaimParties | undefined {
  if (lastParties === null || pair === null || !bilateral || pair.every((id) => lastParties.actors.includes(id)))
    return lastParties ?? undefined
  const own = recentPairs.find(({ ends }) => pair.every((id) => ends.includes(id)))
  return own === undefined ? lastParties : { actors: own.ends, direction: own.direction }
}
