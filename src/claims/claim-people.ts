import { type Analysis, within } from './analysis.ts'
import { type Context, pairOf, partnerOf, referent } from './context.ts'
import type { Head } from './heads.ts'
import type { Span } from './mention.ts'
import { type Participants, type Placed, participantsOf, placed } from './participants.ts'
import type { Topic } from './topics.ts'

/** Who is in a claim, and which way it goes. */
export interface People {
  readonly actors: readonly string[]
  readonly direction: string
}

/** Who stands to whom, filled from the rest of the sentence and from what was said before. */
export function peopleOf(sentence: Analysis, head: Head, part: Span, topic: Topic | undefined, context: Context): People {
  const resolve = (mention: (typeof sentence.actors)[number]) =>
    referent(
      { ...mention, text: sentence.text.slice(mention.start, mention.end) } as never,
      sentence.actors.filter((one) => one.end <= mention.start),
      context,
    )
  const whole = placed(sentence, { start: 0, end: sentence.text.length }, resolve)
  const inPart = whole.filter(({ mention }) => within(mention, part))
  const own = participantsOf(inPart, topic)
  const flow = topic?.flow ?? 'both'
  if (head.kind === 'comparison' && flow !== 'both' && flow !== 'none') return compared(own, inPart, whole, topic!, context)
  if (flow === 'none' && topic?.domain === 'arms' && whole.length > 0 && (own.sender ?? own.receiver) !== undefined)
    return directed(own, inPart, whole, { ...topic, flow: own.receiver === undefined ? 'out' : 'in' }, context)
  if (flow === 'none' && topic?.domain === 'arms' && whole.length === 0 && context.sender !== null && context.receiver !== null)
    return way(context.sender, context.receiver)
  if (head.kind === 'membership' || flow === 'none') return loose(whole, inPart, context, head)
  if (flow === 'both') return together(own, whole, context)
  return directed(own, inPart, whole, topic!, context)
}

/** Of a comparison all who are compared are actors; the way is that of the first. */
function compared(own: Participants, inPart: readonly Placed[], whole: readonly Placed[], topic: Topic, context: Context): People {
  const first = directed(own, inPart, whole, topic, context)
  return { ...first, actors: distinct([...first.actors, ...whole.map(({ id }) => id)]) }
}

function loose(whole: readonly Placed[], inPart: readonly Placed[], context: Context, head: Head): People {
  const ids = distinct((inPart.length > 0 ? inPart : whole).map(({ id }) => id))
  const filled =
    ids.length > 0 ? ids : distinct(context.subject !== null && head.kind !== 'event' ? [context.subject] : [...(pairOf(context) ?? [])])
  const single = filled.length === 1 && head.kind !== 'membership' && head.kind !== 'event'
  return { actors: filled, direction: single ? 'n/a' : filled.length === 0 ? 'n/a' : 'total' }
}

function together(own: Participants, whole: readonly Placed[], context: Context): People {
  const ids = distinct([...own.others, own.sender, own.receiver])
  const filled =
    ids.length >= 2
      ? ids
      : distinct([...ids, ...whole.filter(({ role }) => role !== 'open').map(({ id }) => id), ...whole.map(({ id }) => id)])
  if (filled.length >= 2) return { actors: filled.slice(0, Math.max(2, ids.length)), direction: 'total' }
  const [one] = filled
  const other = one === undefined ? undefined : partnerOf(one, context)
  const pair = one === undefined ? (pairOf(context) ?? []) : [one, other ?? 'WLD']
  return { actors: distinct([...pair]), direction: 'total' }
}

function directed(own: Participants, inPart: readonly Placed[], whole: readonly Placed[], topic: Topic, context: Context): People {
  let { sender, receiver } = own
  if (
    topic.flow === 'out' &&
    receiver === undefined &&
    sender !== undefined &&
    context.sender !== null &&
    context.receivers.includes(sender) &&
    !whole.some(({ id }) => id === context.sender)
  )
    return way(context.sender, sender)
  const elsewhere = participantsOf(
    whole.filter((one) => !inPart.includes(one)),
    topic,
  )
  if (sender === undefined && elsewhere.sender !== receiver) sender = elsewhere.sender
  if (receiver === undefined && elsewhere.receiver !== sender) receiver = elsewhere.receiver
  const possessor = topic.flow === 'in' ? receiver : sender
  const partner = topic.flow === 'in' ? sender : receiver
  if (possessor !== undefined && partner === undefined) {
    const other = context.bilateral ? (partnerOf(possessor, context) ?? 'WLD') : 'WLD'
    return topic.flow === 'in' ? way(other, possessor) : way(possessor, other)
  }
  if (possessor === undefined && partner !== undefined) {
    const known = topic.flow === 'in' ? context.receiver : context.sender
    const other = (known !== partner ? known : null) ?? partnerOf(partner, context) ?? 'WLD'
    return topic.flow === 'in' ? way(partner, other) : way(other, partner)
  }
  if (sender !== undefined && receiver !== undefined) return way(sender, receiver)
  if (context.share !== null) return way(context.share.sender, context.share.receiver)
  const pair = pairOf(context)
  return pair === null ? { actors: [], direction: 'n/a' } : topic.flow === 'in' ? way(pair[1], pair[0]) : way(pair[0], pair[1])
}

const way = (sender: string, receiver: string): People => ({ actors: [sender, receiver], direction: `${sender}->${receiver}` })
export const distinct = (ids: readonly (string | undefined)[]): string[] => [...new Set(ids.filter((id) => id !== undefined))]
