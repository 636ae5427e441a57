import { worldAndRegions } from '../../text/names/region-and-club-parties.ts'
import { textBetween } from '../../text/span-text.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { type ArgumentFrame, type ClaimParties, distinct } from '../sentence/argument-frame.ts'

const own: ReadonlySet<string> = new Set(['population', 'gdp', 'defence-spending'])

/** Words before a state that another has passed. */
const surpassedBefore = /\b(?:overt(?:ook|aken?|akes|aking)|surpass\w*|replac\w+|displac\w+|passed|outstripp\w+|after|behind|ahead of|than) (?:the )?$/i

/**
 * Returns the parties of a state's own figure: the one whose people are counted, or the two whose figures are compared, in the order in which they are named.
 * Undefined for other claims, or if that leaves open who is meant.
 */
export function ownFigureParties({ head, sentence, context }: ArgumentFrame, topic: Topic | undefined): ClaimParties | undefined {
  if (topic === undefined || !own.has(topic.id)) return undefined
  const isCompared = head.kind === 'comparison'
  if (!isCompared && topic.id !== 'population') return undefined
  const mentions = sentence.actors.filter(({ ids }) => ids.length === 1 && !worldAndRegions.has(ids[0]!))
  const named = distinct(mentions.map(({ ids }) => ids[0]))
  if (isCompared) {
    const subject = named.length === 1 && mentions[0]!.start > head.start ? (context.subject ?? undefined) : undefined
    const both = distinct([subject, ...named])
    return both.length === 2 ? { actors: both, direction: 'n/a' } : undefined
  }
  if (named.length === 0) {
    const subject = context.subject ?? context.titleState ?? undefined
    return subject === undefined ? undefined : { actors: [subject], direction: 'n/a' }
  }
  const before = mentions.findLast(({ start, end }) => end <= head.start && !surpassedBefore.test(sentence.text.slice(0, start)))
  const after = mentions.find((one) => one.start >= head.end && /^ [a-z]+(?: now)? (?:live|lived|living|resident) in (?:the )?$/.test(textBetween(sentence.text, head, one)))
  const holder = after ?? before ?? mentions[0]!
  return { actors: [...holder.ids], direction: 'n/a' }
}
