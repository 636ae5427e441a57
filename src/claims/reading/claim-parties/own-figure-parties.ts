import type { ActorMention } from '../../text/mention.ts'
import { worldAndRegions } from '../../text/names/region-and-club-parties.ts'
import { queryFamilyOf } from '../../text/topics/query-families.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { firstOf, isRelative, ownerOfPeople } from '../heads/own-figures.ts'
import { type ArgumentFrame, type ClaimParties, distinct, noParties } from '../sentence/argument-frame.ts'

/** Topics of which a capital has figures of its own. */
const ofPlaces: ReadonlySet<string> = new Set(['population', 'gdp'])

/** Words before a state that another has passed. */
const surpassedBefore =
  /\b(?:overt(?:ook|aken?|akes|aking)|surpass\w*|replac\w+|displac\w+|passed|outstripp\w+|after|behind|ahead of|than) (?:the )?$/i

/** What spending may be compared with that is no spending on defence. */
const otherThing = /\b(?:GDP|econom\w+|output|health|education|schools?|aid|welfare|pensions|debts?|exports|imports|revenues?)\b/i

/**
 * Returns the parties of a state's own figure: the one whose people are counted, or the two whose figures are compared, in the order in which they are named.
 * Undefined for other claims, or if that leaves open who is meant.
 */
export function ownFigureParties({ head, sentence, context }: ArgumentFrame, topic: Topic | undefined): ClaimParties | undefined {
  if (topic === undefined || queryFamilyOf(topic.id) !== 'own') return undefined
  if (head.kind === 'comparison') return comparedParties({ head, sentence, context }, topic.id)
  if (topic.id !== 'population') return undefined
  const owner = head.kind === 'ranking' ? rankedState(sentence.actors, sentence.text, head.start) : ownerOfPeople(sentence, firstOf(head))
  const id = owner === undefined || owner === 'context' ? (context.subject ?? context.titleState ?? undefined) : owner
  return id === undefined ? undefined : { actors: [id], direction: 'n/a' }
}

const isState = ({ ids }: ActorMention): boolean => ids.length === 1 && !worldAndRegions.has(ids[0]!)

function comparedParties(
  { head, sentence, context }: Pick<ArgumentFrame, 'head' | 'sentence' | 'context'>,
  topic: string,
): ClaimParties | undefined {
  if (isRelative(sentence) && head.unit !== 'percent') return undefined
  if (topic === 'defence-spending' && otherThing.test(sentence.text.slice(head.end))) return undefined
  const mentions = sentence.actors.filter(isState)
  // a figure of a city is not one of its state
  if (ofPlaces.has(topic) && mentions.some(({ form }) => form === 'capital')) return noParties
  const named = distinct(mentions.map(({ ids }) => ids[0]))
  const subject = named.length === 1 && mentions[0]!.start > head.start ? (context.subject ?? undefined) : undefined
  const both = distinct([subject, ...named])
  return both.length === 2 ? { actors: both, direction: 'n/a' } : undefined
}

/** Returns the state that is ranked: the last before the rank that no other has passed; else the first after it. */
function rankedState(actors: readonly ActorMention[], text: string, at: number): string | undefined {
  const states = actors.filter((one) => isState(one) && one.form !== 'capital')
  const before = states.findLast(({ start, end }) => end <= at && !surpassedBefore.test(text.slice(0, start)))
  return (before ?? states[0])?.ids[0]
}
