import type { DomainId } from '../assessments/domains.ts'
import { type Analysis, cuesOf, gap, within } from './analysis.ts'
import type { Claim, ClaimKind } from './claim.ts'
import { futureOf, indicatorOf, measuredOf, plainFlows, topicOf } from './claim-topic.ts'
import { type Context, pairOf, partnerOf, referent } from './context.ts'
import { eventHeads } from './events.ts'
import { type Head, headsOf } from './heads.ts'
import type { Span } from './mention.ts'
import { isGeneric, type Participants, type Placed, participantsOf, placed } from './participants.ts'
import { periodsOf } from './periods.ts'
import { type Sayings, sayingsIn } from './sayings.ts'
import type { Topic } from './topics.ts'
import { uncheckedKind } from './unchecked.ts'

/** Claims of one sentence, and the context for the next. */
export interface Extracted {
  readonly claims: readonly Claim[]
  readonly context: Context
}

/** Reads the claims of one sentence in its context. */
export function extract(sentence: Analysis, context: Context): Extracted {
  const sayings = sayingsIn(sentence.text)
  const first = headsOf(sentence)
  const heads = [...first, ...eventHeads(sentence, first)].sort((a, b) => a.start - b.start)
  const claims: Claim[] = []
  let running = context
  for (const head of heads) {
    const claim = claimOf(sentence, head, heads, claims.length, running, sayings)
    claims.push(claim)
    running = after(running, claim, sentence, head)
  }
  const checkable = claims.some((claim) => claim.checkable)
  const kept = checkable
    ? claims.filter((claim) => claim.checkable).map((claim, i) => ({ ...claim, claim_index: i }))
    : [unchecked(sentence, context, sayings)]
  return { claims: kept, context: spoken(running, sentence, sayings) }
}

function claimOf(sentence: Analysis, head: Head, heads: readonly Head[], index: number, context: Context, sayings: Sayings): Claim {
  const part = partOf(sentence, head, heads)
  const topics = topicOf(sentence, head, part, context)
  const topic = topics.lead ?? context.topic ?? undefined
  const people = peopleOf(sentence, head, part, topics.flow ?? topic, context)
  const { period, base } = periodsOf(sentence, head, part, heads, context)
  const foretold = futureOf(sentence, head)
  const kind: ClaimKind = foretold === undefined ? head.kind : 'forecast'
  const dated = sentence.times.some((time) => within(time, part)) || sentence.times.length > 0
  return {
    sentence_index: sentence.index,
    claim_index: index,
    sentence: sentence.text,
    start: head.start,
    end: head.end,
    checkable: foretold === undefined || (dated && (head.quantity !== undefined || head.kind === 'ranking')),
    kind,
    domain: topic?.domain ?? context.flow?.domain ?? 'trade',
    indicator: indicatorOf(head, topic, topics.part),
    measured: measuredOf(head, topic, topics.part, people),
    actors: people.actors,
    direction: people.direction,
    period,
    period_base: base,
    value: head.value,
    value_from: head.from === undefined ? null : head.from.value,
    unit: head.unit,
    qualifier: head.qualifier,
    source_named: sayings.source ?? (head.quantity === undefined ? null : context.source),
    speaker: sayings.speaker,
    probability_word: foretold ?? null,
    rules: [head.rule, ...(topic === undefined ? [] : [`topic:${topic.id}`])],
  }
}

/** The part of a sentence that is about one head: up to the clause marks towards its neighbours. */
function partOf(sentence: Analysis, head: Head, heads: readonly Head[]): Span {
  const numbers = heads.filter((one) => (one.quantity === undefined) === (head.quantity === undefined))
  const i = numbers.indexOf(head)
  const before = numbers[i - 1]
  const next = numbers[i + 1]
  return {
    start: before === undefined ? 0 : boundary(sentence.text, before.end, head.start).start,
    end: next === undefined ? sentence.text.length : boundary(sentence.text, head.end, next.start).end,
  }
}

const mark = /;|,? (?:while|whereas|but|and|as against|or|with)(?= )|,(?= )| – | — /g

/** Where two heads part: at the first clause mark between them; without one the words between belong to both. */
function boundary(text: string, from: number, to: number): { start: number; end: number } {
  const marks = [...text.slice(from, to).matchAll(mark)].map((match) => from + match.index)
  const strong = marks.filter((at) => /^(?:;|,? (?:while|whereas|but|and))/.test(text.slice(at)))
  const chosen = strong.length > 0 ? strong : marks
  const at = chosen[0]
  return at === undefined ? { start: from, end: to } : { start: at, end: at }
}

interface People {
  readonly actors: readonly string[]
  readonly direction: string
}

/** Who stands to whom, filled from the rest of the sentence and from what was said before. */
function peopleOf(sentence: Analysis, head: Head, part: Span, topic: Topic | undefined, context: Context): People {
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
const distinct = (ids: readonly (string | undefined)[]): string[] => [...new Set(ids.filter((id) => id !== undefined))]

function after(context: Context, claim: Claim, sentence: Analysis, head: Head): Context {
  const [first, second] = claim.actors
  const states = first !== undefined && second !== undefined && !['WLD', 'EUR', 'AFR', 'SSF'].includes(second)
  const named = head.kind !== 'event' || sentence.times.length > 0
  const sent = claim.direction.split('->')
  const pairwise = states && claim.actors.length === 2 && claim.kind !== 'comparison' && claim.kind !== 'ranking'
  return {
    ...context,
    ...(pairwise ? { recent: [[first, second] as const, ...context.recent].slice(0, 8) } : {}),
    ...(sent.length === 2 && sent[0] !== 'WLD' && sent[1] !== 'WLD'
      ? { sender: sent[0]!, receiver: sent[1]!, receivers: sent[0] === context.sender ? [...context.receivers, sent[1]!] : [sent[1]!] }
      : {}),
    ...(named && claim.period !== null && sentence.times.some((time) => time.role === 'at') && !/\bhad (?:been|\w+ed)\b/.test(sentence.text)
      ? { period: claim.period }
      : {}),
    ...(claim.unit === 'percent' && sent.length === 2 ? { share: { sender: sent[0]!, receiver: sent[1]! } } : {}),
  }
}

/** What a sentence leaves for the next whether or not it made a claim. */
function spoken(context: Context, sentence: Analysis, sayings: Sayings): Context {
  const flow = sentence.topics.find(
    (one) =>
      one.topic.flow !== 'none' &&
      !(plainFlows.has(one.topic.id) && context.flow !== null && ['arms', 'energy'].includes(context.flow.domain)),
  )?.topic
  const topic = flow ?? sentence.topics[0]?.topic
  const bloc = sentence.actors.find(({ form }) => form === 'bloc')?.ids[0]
  const subject = sentence.actors.find((one) => one.ids.length > 0 && !isGeneric(sentence, one) && gap(one, { start: 0, end: 0 }) < 60)
    ?.ids[0]
  return {
    ...context,
    topic: topic ?? context.topic,
    flow: flow ?? context.flow,
    bloc: bloc ?? context.bloc,
    subject: subject ?? context.subject,
    source: sayings.source ?? context.source,
  }
}

function unchecked(sentence: Analysis, context: Context, sayings: Sayings): Claim {
  const named = distinct(sentence.actors.flatMap(({ ids }) => [...ids]))
  const domain: DomainId = sentence.topics[0]?.topic.domain ?? context.topic?.domain ?? 'trade'
  const future = cuesOf(sentence, ['future'])[0]
  return {
    sentence_index: sentence.index,
    claim_index: 0,
    sentence: sentence.text,
    start: 0,
    end: sentence.text.length,
    checkable: false,
    kind: uncheckedKind(sentence),
    domain,
    indicator: null,
    measured: null,
    actors: named.length > 0 ? named : [...(context.pair ?? [])],
    direction: 'n/a',
    period: null,
    period_base: null,
    value: null,
    value_from: null,
    unit: null,
    qualifier: null,
    source_named: null,
    speaker: sayings.speaker,
    probability_word: future?.text.toLowerCase() ?? null,
    rules: ['unchecked'],
  }
}
