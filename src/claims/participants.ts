import type { Analysis } from './analysis.ts'
import type { ActorMention, Span } from './mention.ts'
import type { Topic, TopicMention } from './topics.ts'

/** Who stands to whom in a claim. */
export interface Participants {
  readonly sender: string | undefined
  readonly receiver: string | undefined
  /** Named without a way: partners in trade, members, voters. */
  readonly others: readonly string[]
}

/** `other` stands beside the pair: who was overtaken, who is behind. */
type Role = 'sender' | 'receiver' | 'partner' | 'open' | 'other'

export interface Placed {
  readonly id: string
  readonly role: Role
  readonly mention: ActorMention
}

const givingVerb =
  /^[^,;.]{0,40}?\b(?:export(?:s|ed|ing)?|s(?:old|ells?|elling|ends?|ent)|suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|ship(?:s|ped|ping)?|invest(?:s|ed|ing)?|lends?|lent|gave|gives?|impos(?:ed|es|ing)|transfer(?:s|red)|donat(?:ed|es)|grant(?:ed|s)|sanction(?:ed|s)|account(?:s|ed) for)\b/i
const takingVerb =
  /^[^,;.]{0,40}?\b(?:import(?:s|ed|ing)?|b(?:uys?|ought|uying)|purchas(?:e|es|ed|ing)|order(?:s|ed)|receiv(?:e|es|ed|ing)|took|takes?|absorb(?:s|ed)|relie[sd] on|rel(?:y|ied) on|depend(?:s|ed|ent)? on|signed for|acquir(?:es|ed)|borrow(?:s|ed)|sources?|sourced|consum(?:es|ed))\b/i
const inNoun =
  /^(?:['’]s?)?\s+(?:(?:own|total|overall|annual|crude|oil|gas|energy|arms|weapons|goods|major|military|main|chief|biggest|largest|merchandise|all|combined|LNG|coal|food|electronics|defen[cs]e|foreign|global|seaborne|natural|pipeline)\s+)*(?:imports?|purchases?|supplier|arms imports|buys)/i
const outNoun =
  /^(?:['’]s?)?\s+(?:(?:own|total|overall|annual|crude|oil|gas|energy|arms|weapons|goods|major|military|main|chief|biggest|largest|merchandise|direct|all|combined|LNG|coal|food|electronics|car|vehicle|foreign|seaborne|pipeline|natural|wheat|machinery)\s+)*(?:exports?|sales|shipments?|deliver(?:y|ies)|supplies|investments?|loans?|sanctions|lending|aid|oil|gas|crude|weapons|arms|products|goods|LNG|coal|export market|customers?|buyers?|markets?)/i

/**
 * The role of each actor of a part of a sentence by the words round it.
 *
 * @param resolve  ids of a word for somebody named before
 */
export function placed(sentence: Analysis, part: Span, resolve: (mention: ActorMention) => readonly string[]): Placed[] {
  const inPart = sentence.actors.filter(
    (mention) => !isGeneric(sentence, mention) && mention.start >= part.start && mention.end <= part.end && mention.form !== 'leader',
  )
  return inPart.flatMap((mention) =>
    (mention.ids.length > 0 ? mention.ids : resolve(mention)).map((id) => ({ id, role: roleOf(sentence, mention), mention })),
  )
}

/** `no NATO member`, `every EU state` names nobody. */
export const isGeneric = (sentence: Analysis, mention: ActorMention): boolean =>
  mention.form === 'bloc' &&
  /\b(?:no|any|every|other|another|all)(?: other)?\s*$/i.test(sentence.text.slice(0, mention.start)) &&
  /^ (?:members?|states?|countr|all)/i.test(sentence.text.slice(mention.end))

function roleOf(sentence: Analysis, mention: ActorMention): Role {
  const before = sentence.text.slice(0, mention.start)
  const after = sentence.text.slice(mention.end)
  if (
    /\b(?:from|originat\w+ in|out of|supplied by|provided by|sold by|produced in|imposed by)(?: (?:the|both|neighbouring))?\s*$/i.test(
      before,
    )
  )
    return 'sender'
  if (
    /\b(?:to|into|toward|towards|on|against|for|outside)(?: (?:the|both|neighbouring))?\s*$/i.test(before) &&
    !/\b(?:compared|according|due|up|thanks|close|second|next|similar|equal|related) to\s*$/i.test(before)
  )
    return 'receiver'
  if (/\b(?:behind|ahead of|followed by|overtaking|after|than to|than|overtook)(?: (?:the))?\s*$/i.test(before)) return 'other'
  if (/\b(?:with|between|of trade with)(?: (?:the|both))?\s*$/i.test(before)) return 'partner'
  if (mention.form === 'leader') return 'open'
  if (inNoun.test(after)) return 'receiver'
  if (outNoun.test(after) && (mention.possessive || mention.form === 'adjective' || mention.form === 'bloc' || mention.form === 'name'))
    return 'sender'
  if (givingVerb.test(after)) return 'sender'
  if (takingVerb.test(after)) return 'receiver'
  return 'open'
}

/** Sender and receiver as far as the words tell, the open ones filled in by the way the topic goes. */
export function participantsOf(found: readonly Placed[], topic: Topic | undefined): Participants {
  const distinct = found
    .filter(({ role }) => role !== 'other')
    .filter((one, i, kept) => kept.findIndex((other) => other.id === one.id) === i)
  let sender = distinct.find((one) => one.role === 'sender')?.id
  let receiver = distinct.find((one) => one.role === 'receiver' && one.id !== sender)?.id
  const open = distinct
    .filter(({ id, role }) => id !== sender && id !== receiver && role !== 'sender' && role !== 'receiver')
    .map(({ id }) => id)
  if (topic !== undefined && topic.flow !== 'both' && topic.flow !== 'none') {
    for (const id of [...open]) {
      if (topic.flow === 'out' && sender === undefined) sender = take(open, id)
      else if (topic.flow === 'in' && receiver === undefined) receiver = take(open, id)
      else if (sender === undefined) sender = take(open, id)
      else if (receiver === undefined) receiver = take(open, id)
    }
  }
  return { sender, receiver, others: open }
}

function take(open: string[], id: string): string {
  open.splice(open.indexOf(id), 1)
  return id
}

/** Words of a sentence that tell which way a thing goes, nearest to a head. */
export const flowing = (topics: readonly TopicMention[]): TopicMention[] => topics.filter(({ topic }) => topic.flow !== 'none')
