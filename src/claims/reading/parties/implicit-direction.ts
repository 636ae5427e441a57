import { flowEnds, isOneWay } from '../../flow-of-direction.ts'
import { textAfter, textOfSpan } from '../../text/span-text.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { type ArgumentFrame, type ClaimParties, noParties, partiesFromTo } from '../sentence/argument-frame.ts'
import { counterpart, type Discourse, partnerOfThirdState } from '../sentence/context.ts'
import { isPossessor } from '../sentence/roles.ts'
import type { DirectionEnds } from './explicit-direction.ts'
import { isDistinctParty, unionOfListedMembers } from './unions-and-members.ts'
import { isTradeWithWorld, isWorldTotal, lastBeneficiary } from './world-as-partner.ts'

/** Returns parties and direction; a sender or receiver that the sentence omits comes from the context. */
export function directionFromContext(
  ends: DirectionEnds,
  flowWay: 'out' | 'in',
  frame: ArgumentFrame,
  topic: Topic | undefined,
): ClaimParties {
  const { sender, receiver } = ends
  if (sender !== undefined && receiver !== undefined) return partiesFromTo(sender, receiver)
  const knownEnd = sender ?? receiver
  if (knownEnd === undefined)
    return (
      demonstrativeFlow(frame) ??
      totalOfPartners(frame, topic, flowWay) ??
      sameDirection(frame, topic, flowWay) ??
      directionFromPerspective(flowWay, frame)
    )
  const owner = antecedentOfThem(knownEnd, sender === undefined, frame)
  if (owner !== undefined) return sender === undefined ? partiesFromTo(owner, knownEnd) : partiesFromTo(knownEnd, owner)
  const mate = partnerInSentence(knownEnd, frame)
  if (mate !== undefined) return sender !== undefined ? partiesFromTo(sender, mate) : partiesFromTo(mate, knownEnd)
  if (isWorldRank(frame, topic, knownEnd)) return { actors: [knownEnd], direction: 'n/a' }
  const isOwner = (flowWay === 'out') === (sender !== undefined)
  const found = isOwner && isTradeWithWorld(knownEnd, frame, topic) ? 'WLD' : otherEnd(knownEnd, sender !== undefined, frame)
  const other = found === undefined ? 'WLD' : unlessParallel(found, knownEnd, frame)
  if (other === undefined) return { actors: [knownEnd], direction: 'n/a' }
  return sender !== undefined ? partiesFromTo(sender, other) : partiesFromTo(other, knownEnd)
}

/** Returns the state whose total was given in the sentence before: `60 per cent of them went to one state, Pakistan`. Otherwise undefined. */
function antecedentOfThem(
  knownEnd: string,
  isReceiver: boolean,
  { head, sentence, context: { lastParties, claimIndex } }: ArgumentFrame,
): string | undefined {
  const [from, to] = flowEnds(lastParties?.direction)
  if (
    head.unit !== 'percent' ||
    claimIndex !== sentence.index - 1 ||
    !/^ of (?:them|these|those|it)\b/.test(textAfter(sentence.text, head))
  )
    return undefined
  const owner = isReceiver && to === 'WLD' ? from : !isReceiver && from === 'WLD' ? to : undefined
  return owner === knownEnd ? undefined : owner
}

/**
 * Returns the other party. If both states follow the same preposition, they cannot be sender and receiver: then returns the hub, the perspective or a state of
 * the pair. Undefined if there is none.
 */
function unlessParallel(
  other: string,
  knownEnd: string,
  { inSentence, context: { hub, perspective, pair } }: ArgumentFrame,
): string | undefined {
  const one = inSentence.find(({ id, prepositional }) => id === knownEnd && prepositional === true)
  const isLike = (id: string): boolean =>
    inSentence.some(
      (next) => next.id === id && next.prepositional === true && next.role === one?.role && next.trigger?.way === one.trigger?.way,
    )
  if (one === undefined || !isLike(other)) return other
  return [hub, perspective, ...(pair ?? [])].find((id): id is string => id !== null && id !== knownEnd && !isLike(id))
}

/** Whether a rank is one state's rank among all states. Never for arms, where it is a rank in world transfers. */
function isWorldRank({ head, sentence, part, inSentence, context }: ArgumentFrame, topic: Topic | undefined, knownEnd: string): boolean {
  if (head.kind !== 'ranking' || topic?.domain === 'arms' || inSentence.some(({ id, role }) => id !== knownEnd && role !== 'standard'))
    return false
  const text = sentence.text.slice(Math.min(part.start, head.start), part.end)
  return (
    /\b(?:in the world|world['’]s|worldwide|globally)\b/i.test(text) ||
    (!context.bilateral && /\bno (?:other )?(?:country|state|nation)\b/i.test(text))
  )
}

/** Returns the parties of the last claim for `these sales`; undefined without such words. */
function demonstrativeFlow({ sentence, part, context }: ArgumentFrame): ClaimParties | undefined {
  const isSame = /\b(?:these|those|such|the same) (?:\w+ )?(?:sales|exports|imports|purchases|shipments|deliveries|supplies|goods|loans)\b/i
  return context.lastParties !== null && isSame.test(textOfSpan(sentence.text, part)) ? context.lastParties : undefined
}

const wholeFlowSentence =
  /^(?:[^.;]*, )?(?:(?:The )?\w+(?: \w+)? (?:made|accounted|makes?|accounts?) (?:up|for) [^.;]*\bof (?:the |its |all |total )+)?(?:[Tt]he |[Tt]otal |[Ii]ts |[Oo]verall )?(?:\w+ ){0,2}(?:exports|imports)\b(?! (?:to|from|there)\b)/

/**
 * Returns the parties of a total after figures for several partners: `Coal exports fell to 102 billion` is about exports to the world. Undefined otherwise, and
 * for all but energy.
 */
function totalOfPartners({ sentence, context }: ArgumentFrame, topic: Topic | undefined, flowWay: 'out' | 'in'): ClaimParties | undefined {
  if (topic?.domain !== 'energy' || sentence.actors.length > 0 || !wholeFlowSentence.test(sentence.text)) return undefined
  const pairs = context.recentPairs.slice(0, 4).filter(({ domain, direction }) => domain === 'energy' && isOneWay(direction))
  const [first, ...rest] = pairs.map(({ direction }) => flowEnds(direction))
  const at = flowWay === 'out' ? 0 : 1
  const home = first?.[at]
  const isOne = home !== undefined && home !== 'WLD' && rest.length > 0 && rest.every((ends) => ends[at] === home)
  const several = new Set(pairs.map(({ direction }) => flowEnds(direction)[1 - at])).size > 1
  return isOne && several ? (flowWay === 'out' ? partiesFromTo(home, 'WLD') : partiesFromTo('WLD', home)) : undefined
}

/** Returns the last direction of arms, gas or loans; reversed if the former seller now buys. Undefined for goods, which go both ways. */
function sameDirection(
  { sentence, part, context }: ArgumentFrame,
  topic: Topic | undefined,
  flowWay: 'out' | 'in',
): ClaimParties | undefined {
  const { recentPairs } = context
  const home = context.perspective ?? context.hub
  if (topic === undefined || topic.domain === 'trade') return undefined
  const before = recentPairs.find(({ domain, direction }) => domain === topic.domain && isOneWay(direction))
  if (before === undefined) return undefined
  const [from, to] = flowEnds(before.direction) as [string, string]
  const isTold = /\b(?:ex|im)ports?\b/i.test(textOfSpan(sentence.text, part)) && home !== null && before.ends.includes(home)
  return isTold && (flowWay === 'out') !== (from === home) ? partiesFromTo(to, from) : { actors: before.ends, direction: before.direction }
}

/** Returns the direction if neither sender nor receiver is stated: the sales or purchases of the perspective. */
function directionFromPerspective(flowWay: 'out' | 'in', frame: ArgumentFrame): ClaimParties {
  const { context } = frame
  const owner = frame.inSentence.find((one) => one.trigger?.way === 'both' && one.role !== 'standard' && isPossessor(one))?.id
  // `trade between Peru and China grew, with exports up`: the exports are the first state's
  const first =
    context.bilateral && context.lastParties?.direction === 'total' && context.lastParties.actors.length === 2
      ? context.lastParties.actors[0]
      : undefined
  const home = owner ?? context.perspective ?? context.hub ?? (context.bilateral ? first : context.subject) ?? context.pair?.[0]
  const abroad =
    home === undefined ? undefined : (partnerOfPart(frame, home) ?? (isWorldTotal(frame, home) ? 'WLD' : counterpart(home, context)))
  if (home === undefined || (abroad === undefined && context.lastParties !== null)) return context.lastParties ?? noParties
  const other = abroad ?? 'WLD'
  return flowWay === 'out' ? partiesFromTo(home, other) : partiesFromTo(other, home)
}

/** Returns the partner for a part of the trade in the last claim: `Of that exports made 32 billion`. Otherwise undefined. */
function partnerOfPart(frame: ArgumentFrame, home: string): string | undefined {
  const mate = partnerInSentence(home, frame)
  const { lastParties, claimIndex } = frame.context
  if (mate !== undefined || lastParties?.actors.length !== 2 || !lastParties.actors.includes(home)) return mate
  const isOfThat = claimIndex === frame.sentence.index - 1 && /\bof (?:that|it|this|these|them)\b/i.test(frame.sentence.text)
  return isOfThat ? lastParties.actors.find((id) => id !== home) : undefined
}

/** Returns the partner of a state in the last claim of the same sentence; undefined if there is none. */
function partnerInSentence(knownEnd: string, { context: { lastParties, claimIndex }, sentence }: ArgumentFrame): string | undefined {
  return claimIndex === sentence.index && lastParties?.actors.length === 2 && lastParties.actors.includes(knownEnd)
    ? lastParties.actors.find((id) => id !== knownEnd)
    : undefined
}

function otherEnd(knownEnd: string, isSender: boolean, frame: ArgumentFrame): string | undefined {
  const found = endFromContext(knownEnd, isSender, frame)
  return found === undefined ? undefined : (unionOfListedMembers(found, knownEnd, frame.context) ?? found)
}

/**
 * Returns the other party: for a state of the pair its counterpart; for another state the perspective, a constant partner, or the most frequent sender or
 * receiver. Undefined if there is none.
 */
function endFromContext(knownEnd: string, isSender: boolean, { context, inSentence }: ArgumentFrame): string | undefined {
  if (knownEnd === 'WLD')
    return (isSender ? lastBeneficiary(context) : undefined) ?? context.perspective ?? context.hub ?? context.subject ?? context.pair?.[0]
  if (context.bilateral && context.pair?.includes(knownEnd)) return counterpart(knownEnd, context)
  const { perspective, lastParties, bilateral, recentPairs } = context
  const domain = recentPairs[0]?.domain
  if (
    !bilateral &&
    domain !== 'arms' &&
    perspective !== null &&
    isDistinctParty(perspective, knownEnd) &&
    lastParties?.actors.includes(perspective) === true
  )
    return perspective
  const common = domain === 'arms' ? undefined : constantPartner(knownEnd, isSender, context)
  if (common !== undefined) return common
  const isThird = context.pair?.includes(knownEnd) === false && recentPairs.every(({ ends }) => !ends.includes(knownEnd))
  const side = context.hub ?? context.perspective
  const isBehind = isThird && domain === 'trade' && inSentence.some(({ id, prepositional }) => id === knownEnd && prepositional === true)
  if (isBehind && side !== null && context.pair?.includes(side) === true && isDistinctParty(side, knownEnd)) return side
  return (
    (isThird ? partnerOfThirdState(knownEnd, context) : undefined) ??
    mostFrequentAtEnd(knownEnd, isSender ? 1 : 0, context) ??
    counterpart(knownEnd, context)
  )
}

/** Returns the only state of the title, or the state that was a party to every earlier claim, in either direction. Undefined if there is none. */
function constantPartner(knownEnd: string, isSender: boolean, { recentPairs, titleState, hub }: Discourse): string | undefined {
  const end = isSender ? 0 : 1
  // `Gas to Europe`: a state that was only a receiver so far sends nothing to a third state
  const own = recentPairs.filter(({ ends }) => titleState !== null && ends.includes(titleState))
  const isAlike = own.length > 1 && own.every(({ direction }) => flowEnds(direction)[end] === titleState)
  if (titleState !== null && isDistinctParty(titleState, knownEnd) && !isAlike) return titleState
  const [first, ...rest] = recentPairs.map(({ ends }) => ends)
  const others = (first ?? []).filter((id) => isDistinctParty(id, knownEnd) && id !== 'WLD' && rest.every((ends) => ends.includes(id)))
  return rest.length > 0 && others.length === 1 && (hub === null || others[0] === hub) ? others[0] : undefined
}

/** Returns the state most often at that end (sender or receiver) of earlier claims; the last claim counts more. Undefined if there is none. */
function mostFrequentAtEnd(knownEnd: string, end: 0 | 1, { recentPairs, lastParties, hub }: Discourse): string | undefined {
  const counts = new Map<string, number>()
  const domain = recentPairs[0]?.domain
  const count = (direction: string, weight: number): void => {
    const id = flowEnds(direction)[end]
    if (id !== undefined && isDistinctParty(id, knownEnd) && (id !== 'WLD' || domain === 'arms'))
      counts.set(id, (counts.get(id) ?? 0) + weight)
  }
  for (const { direction } of recentPairs) count(direction, 1)
  if (lastParties !== null) count(lastParties.direction, 1.5)
  // if equal, the hub comes first
  return [...counts].sort((a, b) => b[1] - a[1] || Number(b[0] === hub) - Number(a[0] === hub))[0]?.[0]
}
