import { directionFromTo } from '../../flow-of-direction.ts'
import type { TextSpan } from '../../text/mention.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../../text/span-text.ts'
import { isResolutionTarget } from '../parties/resolution-target.ts'
import { overlaps } from '../sentence/analysis.ts'
import { type ArgumentFrame, actorIds, type ClaimParties, distinct, noParties, partiesFromTo } from '../sentence/argument-frame.ts'
import { counterpart, type Discourse } from '../sentence/context.ts'
import { isCoordinated, type PartyRole } from '../sentence/roles.ts'

const canAct = ({ role, trigger, prepositional, owner, mention }: PartyRole): boolean =>
  (role === 'partner' &&
    (prepositional === true || (trigger?.agent === true && owner !== true && mention.form === 'name' && mention.end < trigger.start))) ||
  role === 'subject' ||
  role === 'unassigned' ||
  role === 'holder' ||
  (role === 'sender' && trigger !== undefined) ||
  (role === 'receiver' && trigger?.verb === true && trigger.way === 'in' && prepositional !== true)

/**
 * Returns the states that act, such as the members of a club or the voters: those before the verb in the claim's part, else all in the part, else those earlier
 * in the sentence, else the last subject. Clubs do not act, except the EU if `withUnion` is set.
 */
export function actingStates(frame: ArgumentFrame, withUnion = false): string[] {
  const { text } = frame.sentence
  const states = (some: readonly PartyRole[]): PartyRole[] =>
    some.filter(
      ({ mention, id }) => (mention.form !== 'bloc' || (withUnion && id === 'EUU')) && !isInRelativeClause(text, mention, frame.head),
    )
  const pick = (some: readonly PartyRole[]): string[] => actorIds(states(some).filter(canAct))
  if (frame.head.rule === 'membership-too') return actorIds(states(frame.inSentence.filter(({ mention }) => overlaps(mention, frame.head))))
  const clause = text.lastIndexOf(';', frame.head.start)
  const early = pick(
    frame.inPart.filter(({ mention, comitative }) => (mention.start < frame.head.start && mention.start > clause) || comitative === true),
  )
  if (early.length > 0) return early
  const own = pick(frame.inPart)
  if (own.length > 0) return own
  const before = pick(frame.inSentence.filter(({ mention }) => mention.start < frame.head.start))
  return before.length > 0 ? before : distinct([frame.context.subject ?? frame.context.pair?.[0]])
}

/** Whether a state is named only in a relative clause: Russia in `Hungary, which has close ties with Moscow, voted in favour`. */
const isInRelativeClause = (text: string, { start, end }: TextSpan, head: TextSpan): boolean =>
  end < head.start &&
  /, (?:which|who|whose)\b[^,;]*$/.test(text.slice(0, start)) &&
  /^[^,;]*,(?! (?:and|or)\b)/.test(text.slice(end, head.start))

export function membershipParties(frame: ArgumentFrame): ClaimParties {
  const { sentence, head, inSentence } = frame
  const aside = memberInOwnClause(frame)
  const actors = aside === undefined ? actingStates(frame) : [aside]
  const of = inSentence.find(({ mention, id }) => !actors.includes(id) && mention.start >= head.end && mention.start - head.end < 25)
  if (of !== undefined && /\bally$/.test(textOfSpan(sentence.text, head))) return { actors: [...actors, of.id], direction: 'total' }
  const club = sentence.actors.find(({ form, start }) => form === 'bloc' && start >= head.start)?.ids[0]
  const isCandidate = /\bcandidate\b/i.test(sentence.text.slice(head.start - 30, head.end)) && club === 'EUU' && actors.length === 1
  return { actors: isCandidate ? [...actors, club] : actors, direction: actors.length > 1 ? 'total' : 'n/a' }
}

/** Returns the subject of a subordinate clause on membership: `Sales rose after 2004, the year in which Slovenia joined`. Otherwise undefined. */
function memberInOwnClause({ sentence: { text }, head, inSentence }: ArgumentFrame): string | undefined {
  return inSentence.find(
    ({ mention }) =>
      mention.form === 'name' &&
      /^ (?:(?:had|has|also|then|first|formally|officially) )*(?:(?:joined|entered|left|quit|acceded to|withdrew from|became (?:a )?(?:full )?members? of) (?:the )?)?$/.test(
        textBetween(text, mention, head),
      ) &&
      /\b(?:in which|when|where|before|after|since|until) (?:the )?$/.test(textBefore(text, mention)),
  )?.id
}

const parliamentWord = /\b(?:members|deputies|lawmakers|legislators|MPs|senators|parliament)\b/

/**
 * Returns the parties of a vote: the voters; for a count of votes, the target of the resolution, or in a parliament the parliament's state; for shares and
 * trends, the two states that vote alike.
 */
export function voteParties(frame: ArgumentFrame): ClaimParties {
  const { head, context, sentence, inSentence } = frame
  const isLike = /\b(?:agree|together|alike|same|coincid|similar)/i.test(sentence.text) && head.kind !== 'event'
  if (head.kind === 'share' || head.kind === 'trend' || isLike) return partiesWithSameVotes(frame)
  const actors = actingStates(frame)
  if (head.kind !== 'count' && head.rule !== 'adopted') return { actors, direction: 'n/a' }
  const deputies = context.resolutionTarget === null ? parliamentWord : /\b(?:deputies|lawmakers|legislators|MPs|senators|parliament)\b/
  const seat = sentence.actors.find(
    ({ ids, possessive, form, end }) =>
      ids.length === 1 && (possessive || form === 'adjective') && deputies.test(sentence.text.slice(end, end + 25)),
  )
  if (seat !== undefined) return { actors: [...seat.ids], direction: 'n/a' }
  if (deputies.test(sentence.text) && context.subject !== null) return { actors: [context.subject], direction: 'n/a' }
  const targetNamed = inSentence.find(({ mention }) => isResolutionTarget(sentence.text, mention))?.id
  const own = (targetNamed === 'UKR' || targetNamed === 'PSE') && context.resolutionTarget !== null ? undefined : targetNamed
  const judged = own ?? context.resolutionTarget ?? context.pair?.find((one) => !actors.includes(one)) ?? context.pair?.[0]
  return { actors: judged === undefined ? actors : [judged], direction: 'n/a' }
}

/** Returns the two states that are said to vote alike, completed from the context. */
function partiesWithSameVotes({ inPart, inSentence, context }: ArgumentFrame): ClaimParties {
  const ids = actorIds((inPart.length > 1 ? inPart : inSentence).filter(({ role }) => role !== 'standard'))
  if (ids.length >= 2) return { actors: ids.slice(0, 2), direction: 'total' }
  const [one] = ids
  if (one === undefined) return { actors: context.pair ?? [], direction: 'total' }
  return { actors: distinct([one, counterpart(one, context)]), direction: 'total' }
}

/** Returns the vetoing states and the target of the draft; not its drafters or abstainers. */
export function vetoParties({ inSentence, head, sentence, context }: ArgumentFrame): ClaimParties {
  const text = sentence.text
  const parties = inSentence.filter(
    ({ mention }) =>
      !/^ (?:draft|text|resolution|proposal|one|version)\b/.test(textAfter(text, mention)) &&
      !/^,? (?:abstain|absent|against)/.test(textAfter(text, mention)),
  )
  const from = Math.max(0, ...[...textBefore(text, head).matchAll(/, |;|\b(?:after|when|while|before)\b/g)].map(({ index }) => index))
  const near = parties.filter(({ mention }) => mention.end <= head.end && mention.start >= from)
  const before = near.length > 0 ? near : parties.filter(({ mention }) => mention.end <= head.end)
  const clause = head.end + textAfter(text, head).search(/;|, (?:where|while|whereas|but|with)\b|$/)
  const about = parties.filter(({ mention }) => mention.start >= head.end && mention.start < clause)
  const vetoing = actorIds(before.length > 0 ? before : parties)
  const matter = actorIds(about).filter((id) => !vetoing.includes(id))
  if (vetoing.length === 0) return { actors: context.pair ?? [], direction: 'n/a' }
  const known =
    matter.length > 0 || before.length === 0
      ? matter
      : distinct([context.pair?.find((id) => !vetoing.includes(id) && !inSentence.some((one) => one.id === id && !parties.includes(one)))])
  return { actors: [...vetoing, ...known], direction: 'n/a' }
}

/** Returns the sanctioning state before the target; sanctions of the United Nations have only a target. */
export function sanctionParties(frame: ArgumentFrame): ClaimParties {
  const { inPart, inSentence, context, sentence, head } = frame
  const pool = (inPart.length > 0 ? inPart : inSentence).filter(({ role }) => role !== 'standard')
  const isHit = (one: PartyRole): boolean => isOriginOfGoods(one, pool) || (isGoalOfPreposition(one) && !isPlacedAsBuyer(one))
  const verb = head.kind === 'event' ? head.end : (sentence.topics.find(({ topic }) => topic.domain === 'sanctions')?.start ?? head.end)
  const isLate = (one: PartyRole): boolean =>
    pool.every(({ id }) => id === one.id) && one.mention.start > verb && (one.role === 'unassigned' || one.role === 'subject')
  const all = pool.filter((one) => !isHit(one) && !isLate(one))
  const leading = all.filter(({ comitative }) => comitative !== true)
  const doers = leading.length > 0 ? leading : all
  const imposer = ((head.kind === 'event' ? doers.findLast(({ mention }) => mention.end <= head.start) : undefined) ?? doers[0])?.id
  const target = (
    pool.find((one) => (isHit(one) || isLate(one)) && one.id !== imposer) ??
    pool.find(({ id, mention }) => id !== imposer && head.kind === 'event' && isAfterVerb(sentence.text, head, mention)) ??
    pool.find(({ id, role }) => id !== imposer && !(role === 'subject' && context.lastSanctions !== null))
  )?.id
  if (/\b(?:UN|United Nations|Security Council)\b/.test(sentence.text) && (imposer === undefined || target === undefined))
    return { actors: distinct([target ?? imposer ?? context.subject ?? undefined]), direction: 'n/a' }
  if (imposer !== undefined && target !== undefined) return withCoordinatedSanctioners(partiesFromTo(imposer, target), frame)
  const known = context.lastSanctions ?? perspectiveFirst(context)
  if (known === null) return noParties
  const knownEnd = imposer ?? target
  const isPlain = imposer === undefined && !pool.some(({ role, prepositional }) => role === 'receiver' && prepositional === true)
  if (isPlain && context.lastSanctions !== null && knownEnd !== undefined && known.includes(knownEnd))
    return partiesFromTo(known[0], known[1])
  if (knownEnd === undefined || known[imposer === undefined ? 1 : 0] === knownEnd)
    return withCoordinatedSanctioners(partiesFromTo(known[0], known[1]), frame)
  if (context.lastSanctions !== null && !known.includes(knownEnd))
    return imposer === undefined ? partiesFromTo(known[0], knownEnd) : withCoordinatedSanctioners(partiesFromTo(knownEnd, known[1]), frame)
  const other = known.includes(knownEnd) ? known.find((one) => one !== knownEnd) : counterpart(knownEnd, context)
  return other === undefined
    ? noParties
    : imposer === undefined
      ? partiesFromTo(other, knownEnd)
      : withCoordinatedSanctioners(partiesFromTo(knownEnd, other), frame)
}

const isGoalOfPreposition = ({ role, prepositional }: PartyRole): boolean => role === 'receiver' && prepositional === true

/** Whether a state is the buyer of goods that it has now banned: `A ban on imports into the EU`. */
const isPlacedAsBuyer = ({ trigger }: PartyRole): boolean => trigger?.way === 'in' && !trigger.agent && !trigger.verb

/** Whether a state is the one whose goods are banned: `Russian crude`, `imports of Russian coal`, `Russian gas imports`. */
const isOriginOfGoods = (one: PartyRole, pool: readonly PartyRole[]): boolean =>
  one.role === 'sender'
    ? one.trigger === undefined || isPlacedAsBuyer(one)
    : one.role === 'receiver' &&
      one.mention.form === 'adjective' &&
      !one.mention.possessive &&
      isPlacedAsBuyer(one) &&
      pool.every(({ id, role }) => id === one.id || role !== 'sender')

/** Whether a mention comes after the verb in the same clause. */
const isAfterVerb = (text: string, head: TextSpan, mention: TextSpan): boolean =>
  mention.start > head.end && !/;|, (?:and|but|while|whereas|though) /.test(textBetween(text, head, mention))

/** Adds the states listed with the sanctioning state, which impose sanctions too. */
function withCoordinatedSanctioners(parties: ClaimParties, { inSentence, head, sentence }: ArgumentFrame): ClaimParties {
  if (head.kind !== 'event') return parties
  const before = inSentence.filter(({ mention }) => mention.end <= head.start)
  const at = before.findIndex(({ id }) => id === parties.actors[0])
  let first = at
  while (first > 0 && isCoordinated(sentence.text, before[first - 1]!.mention, before[first]!.mention)) first--
  const fellows = before.slice(first, Math.max(at, 0)).filter(({ comitative }) => comitative !== true)
  // `agreed with Japan and Canada to cap the price`: these states impose the cap too
  const others = inSentence.filter(({ comitative, mention }) => comitative === true || overlaps(mention, head))
  const [leader = parties.actors[0]!] = fellows.map(({ id }) => id)
  const target = parties.actors[1]!
  const ids = actorIds([...fellows, ...others])
  return ids.includes(target)
    ? parties
    : {
        actors: distinct([...ids.slice(0, fellows.length), ...parties.actors.slice(0, 1), ...ids, target]),
        direction: directionFromTo(leader, target),
      }
}

/** Returns the pair of the text, with the state from whose side the text is written first; null if the text has no pair. */
function perspectiveFirst({ pair, perspective, firstPerson }: Discourse): readonly [string, string] | null {
  return pair !== null && (firstPerson ?? perspective) === pair[1] ? [pair[1], pair[0]] : pair
}
