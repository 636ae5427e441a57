import { flowEnds } from '../../flow-of-direction.ts'
import type { ActorMention, TextSpan } from '../../text/mention.ts'
import { regionWithoutCode } from '../../text/names/region-and-club-parties.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../../text/span-text.ts'
import { flowWordsIn } from '../../text/topics/flow-words.ts'
import { overlaps } from '../sentence/analysis.ts'
import { type ArgumentFrame, type ClaimParties, distinct, partiesFromTo } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'
import { isPossessor, type PartyRole } from '../sentence/roles.ts'

const figureRightAfter =
  /^,? (?:(?:with|at)(?: (?:about|around|nearly|almost|some|over|under|just|more than|less than))? ?[$€£]?|[([][$€£]?)$/i

/**
 * Returns the parties of a list item, which takes the place of the item before: `its suppliers are A with 78 %, B with 6`, `followed by B (34 %)`, `B came
 * third with 5 billion`. Undefined if the words say more than a name.
 */
export function listItemParties(frame: ArgumentFrame): ClaimParties | undefined {
  const { context } = frame
  const next = listItemOf(frame)
  if (next === undefined || context.lastParties === null || hasSenderBefore(frame, next) || hasOtherEnd(frame, next)) return undefined
  if (context.lastParties.actors.length === 1 && context.lastParties.direction === 'n/a') return { actors: [next.id], direction: 'n/a' }
  if (context.lastParties.actors.length !== 2 || context.lastParties.direction === 'n/a') return undefined
  if (context.lastParties.actors.includes(next.id)) return undefined
  const kept = unchangedEnd(frame, next, context.lastParties.actors)
  if (kept === undefined || kept === next.id) return undefined
  const [from] = flowEnds(context.lastParties.direction)
  if (context.lastParties.direction === 'total') return { actors: [next.id, kept], direction: 'total' }
  return from === kept ? partiesFromTo(kept, next.id) : partiesFromTo(next.id, kept)
}

/** Whether a list item names both ends of its own flow: `…, Morocco 69 percent from the United States`. */
const hasOtherEnd = ({ inPart }: ArgumentFrame, { id, mention, prepositional }: PartyRole): boolean =>
  prepositional !== true &&
  inPart.some((one) => one.id !== id && one.prepositional === true && one.role === 'sender' && one.mention.start > mention.end)

/** Whether a sentence names its own sender: in `Its weapons go to Pakistan (33 percent)` Pakistan replaces no party of the last claim. */
const hasSenderBefore = ({ context, sentence, inSentence }: ArgumentFrame, next: PartyRole): boolean =>
  context.claimIndex !== sentence.index &&
  next.prepositional === true &&
  inSentence.some(
    ({ role, trigger, mention, id }) => role === 'sender' && trigger === undefined && id !== next.id && mention.start < next.mention.start,
  )

/**
 * Returns the state of a list item: the one that the head names, that stands right before the head, or that is alone in a part without a direction word.
 * Otherwise undefined.
 */
function listItemOf(frame: ArgumentFrame): PartyRole | undefined {
  const { head, inSentence, sentence } = frame
  const named = head.kind === 'ranking' ? inSentence.find(({ mention }) => isNamedByHead(sentence.text, head, mention)) : undefined
  if (named !== undefined) return named
  const own = inSentence.findLast(({ mention }) => mention.end <= head.start)
  const isListing = frame.context.claimIndex === sentence.index || flowWordsIn(sentence.text).length === 0
  const between = own === undefined ? '' : textBetween(sentence.text, own.mention, head)
  const isOutdone = own?.role === 'standard' && between.startsWith(',') && rivalPreposition.test(textBefore(sentence.text, own.mention))
  if (isListing && own !== undefined && !isOutdone && (figureRightAfter.test(between) || (head.kind === 'ranking' && between === ', ')))
    return own
  return soleItemOf(frame)
}

/** Words before a state that is only compared: in `Second after Germany, with 56 billion` the figure is not Germany's. */
const rivalPreposition = /\b(?:after|behind|ahead of|before)(?: the)? $/

/** Whether the head names a state, or stands right before one: `in fifth place, Brazil`. */
const isNamedByHead = (text: string, head: TextSpan, mention: ActorMention): boolean =>
  mention.form !== 'pronoun' &&
  ((overlaps(mention, head) && /^(?:the )?$/i.test(text.slice(head.start, mention.start)) && mention.end >= head.end - 1) ||
    (/^(?: place)?,? (?:the )?$/.test(textBetween(text, head, mention)) && /\bin (?:the )?$/.test(textBefore(text, head))))

const tradeWord = /\b(?:trad\w+|goods|worth)\b/i

/** Verbs after a state if the noun of the previous claim is omitted: `Qatar's grew by 227 per cent`. */
const ellipticPredicate =
  /^(?:['’]s?)? (?:also |even )?(?:grew|rose|fell|dropped|increased|decreased|declined|jumped|surged|shrank|went|was|were|had|doubled|tripled|came|stood|by)\b/

function soleItemOf({ part, inPart, inSentence, sentence, head, context }: ArgumentFrame): PartyRole | undefined {
  if (head.kind !== 'ranking' && head.quantity === undefined) return undefined
  const parties = (inPart.length > 0 ? inPart : inSentence).filter(({ role }) => role !== 'standard')
  const early = parties.filter(({ mention }) => mention.start < head.start)
  const pool = early.length > 0 ? early : parties
  const ids = distinct(pool.map(({ id }) => id))
  const [one] = pool
  if (ids.length !== 1 || one === undefined || one.prepositional === true || one.mention.form === 'adjective') return undefined
  const isBare = one.mention.possessive && ellipticPredicate.test(textAfter(sentence.text, one.mention))
  if (one.role !== 'holder' && ((one.mention.possessive && !isBare) || (one.role !== 'subject' && one.role !== 'unassigned')))
    return undefined
  if (context.claimIndex < sentence.index - 2 || tradeWord.test(sentence.text)) return undefined
  const isNext = inPart.length > 0 && context.claimIndex === sentence.index
  return flowWordsIn(isNext ? textOfSpan(sentence.text, part) : sentence.text).length === 0 ? one : undefined
}

/**
 * Returns the party of the last claim that stays when a list item replaces the other party. The party with the item's role is replaced; else the hub, the more
 * frequent party or the receiver stays. Undefined if none is left.
 */
function unchangedEnd({ sentence, inSentence, context }: ArgumentFrame, next: PartyRole, ends: readonly string[]): string | undefined {
  // after a figure for a part of the world, a named state replaces this part as the partner
  if (ends.includes(regionWithoutCode)) return ends.find((id) => id !== regionWithoutCode)
  if (context.claimIndex === sentence.index) {
    const holder =
      next.role === 'holder'
        ? inSentence.findLast(({ id, role, mention }) => role === 'holder' && ends.includes(id) && mention !== next.mention)
        : undefined
    const replaced =
      holder ??
      gappedSubject(inSentence, next, ends, sentence.text) ??
      inSentence.findLast(
        (one) =>
          ends.includes(one.id) &&
          one.mention.end < next.mention.start &&
          isProperName(one.mention) &&
          !(one.trigger?.way === 'both' && isPossessor(one)) &&
          !(one.owner === true && next.owner !== true) &&
          (one.role === 'standard' || (one.prepositional === true) === (next.role !== 'standard' && next.prepositional === true)),
      )
    if (replaced !== undefined) return ends.find((id) => id !== replaced.id)
  }
  const [sender, receiver] = flowEnds(context.lastParties?.direction)
  // `supplied by 29 states, mainly the United States`: one of the states counted as the world
  if ((sender === 'WLD' && next.role === 'sender') || (receiver === 'WLD' && next.role === 'receiver'))
    return ends.find((id) => id !== 'WLD')
  if (isLastClaimOnArmsOrFinance(context) && receiver !== undefined && sender === context.subject && next.role !== 'receiver')
    return receiver
  return hubAmong(context, ends) ?? receiver ?? context.pair?.find((id) => ends.includes(id))
}

/**
 * Returns the subject that a list item with a share replaces: in `India took 37 per cent of US exports, Japan 9 per cent`, Japan takes India's role. Otherwise
 * undefined.
 */
const gappedSubject = (whole: readonly PartyRole[], next: PartyRole, ends: readonly string[], text: string): PartyRole | undefined =>
  /^ (?:about |some |only )?[\d.]+ ?(?:%|per ?cent)/.test(textAfter(text, next.mention))
    ? whole.find(
        ({ id, trigger, prepositional, mention }) =>
          ends.includes(id) &&
          trigger?.verb === true &&
          prepositional !== true &&
          mention.end < trigger.start &&
          trigger.end < next.mention.start,
      )
    : undefined

/** Whether the last claim on figures is on arms or finance (loans, aid): there the next state named replaces the giver, and the receiver stays. */
export const isLastClaimOnArmsOrFinance = ({ recentPairs }: Discourse): boolean =>
  recentPairs[0]?.domain === 'arms' || recentPairs[0]?.domain === 'finance'

const isProperName = ({ possessive, form, rule }: ActorMention): boolean =>
  !possessive && form !== 'adjective' && rule !== 'it' && rule !== 'them'

/**
 * Returns the party of the last claim that is more frequent in earlier claims; if both are equally frequent, the hub or the perspective. Undefined if neither
 * stands out.
 */
function hubAmong({ recentPairs, perspective, hub }: Discourse, ends: readonly string[]): string | undefined {
  if (ends.includes('WLD')) return recentPairs[0]?.domain === 'arms' ? 'WLD' : ends.find((id) => id !== 'WLD')
  const times = (id: string): number => recentPairs.filter((one) => one.ends.includes(id)).length
  const [a, b] = ends as [string, string]
  const most = Math.max(times(a), times(b))
  const side = [hub, perspective].find((id) => id !== null && ends.includes(id) && times(id) >= most)
  if (side !== undefined && side !== null) return side
  if (times(a) !== times(b)) return times(a) > times(b) ? a : b
  return undefined
}
