import type { DomainId } from '../../../assessments/forms/domains.ts'
import { memoized } from '../memo.ts'
import type { TextSpan } from '../mention.ts'
import { matchesOf } from '../patterns/matches.ts'
import { topicTable } from './topics-table.ts'

/** A topic of foreign relations that texts mention. */
export interface Topic {
  readonly id: string
  readonly domain: DomainId
  /** The direction of the flow as seen from the subject: `out` for exports, `in` for imports. */
  readonly flow: 'out' | 'in' | 'both' | 'none'
  readonly noun: string
  readonly pattern: RegExp
}

export const topics: readonly Topic[] = topicTable
  .trim()
  .split('\n')
  .map((line) => {
    const [id = '', domain = '', flow = '', noun = '', ...words] = line.split(' | ')
    return {
      id,
      domain: domain as DomainId,
      flow: flow === '-' ? 'none' : (flow as Topic['flow']),
      noun,
      pattern: new RegExp(`(?<![\\w-])(?:${words.join(' | ')})(?![\\w])`, 'gi'),
    }
  })

const byId: ReadonlyMap<string, Topic> = new Map(topics.map((topic) => [topic.id, topic]))

/** Returns a topic of the table by its id; undefined for an unknown id. */
export const topicById = (id: string): Topic | undefined => byId.get(id)

export interface TopicMention extends TextSpan {
  readonly topic: Topic
  readonly text: string
}

/** The name of a ministry, such as `The Ministry of Trade, Industry and Energy`. Its field is not the topic of the sentence. */
const ministryName =
  /\b(?:[Mm]inist(?:ry|er)|Department|Bureau|Office|Chamber|Secretary|Commission|Committee|Institute) (?:of|for) (?:the )?\p{Lu}[\p{L}-]+(?:(?:,|,? and|,? &)(?: the)? \p{Lu}[\p{L}-]+| \p{Lu}[\p{L}-]+)*/gu

function readTopics(text: string): TopicMention[] {
  const found: TopicMention[] = []
  const named = matchesOf(text, ministryName).map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
  for (const topic of topics) {
    for (const match of matchesOf(text, topic.pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if ([...named, ...found].some((other) => span.start < other.end && other.start < span.end)) continue
      found.push({ ...span, topic, text: match[0] })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/**
 * Finds the topics of a sentence, in order. Of two that overlap, the one earlier in the table is kept.
 *
 * @example topicsIn('Arms imports fell').map(({ topic }) => topic.id).join()   // 'arms-imports'
 */
export const topicsIn: (text: string) => readonly TopicMention[] = memoized(readTopics, (text) => text)
