import { type Topic, type TopicMention, topicById, topicsIn } from '../text/topics/topics.ts'
import type { Analysis } from './sentence/analysis.ts'

/** Domains that any text on states mentions, so that they do not identify its topic. */
const commonDomains: ReadonlySet<string> = new Set(['trade', 'diplomacy'])
/** Topics shared by several domains: soldiers belong to exercises, bases and wars alike. */
const commonTopics: ReadonlySet<string> = new Set(['gdp', 'bases'])
const titleWeight = 3
const openingWeight = 2
/** The least share of sentences that must mention the main domain, and the least ratio of its mentions to those of the second domain. */
const minimumShare = 0.3
const minimumLead = 1.4

/**
 * Returns the topic of a text outside trade and diplomacy: the most frequent topic of its dominant domain. Plain sales, shares and events in the text belong to
 * this topic. Undefined if no domain dominates.
 */
export function documentTopic(title: string, sentences: readonly Analysis[]): Topic | undefined {
  const domains = new Map<string, number>()
  const named = new Map<Topic, number>()
  const count = (mentions: readonly TopicMention[], weight: number): void => {
    const special = mentions.map(({ topic }) => topic).filter(({ domain, id }) => !commonDomains.has(domain) && !commonTopics.has(id))
    for (const domain of new Set(special.map((topic) => topic.domain))) domains.set(domain, (domains.get(domain) ?? 0) + weight)
    for (const topic of special) named.set(topic, (named.get(topic) ?? 0) + weight)
  }
  const titled = topicsIn(title)
  count(titled, titleWeight)
  const counted = sipriTopicOf(title, sentences)
  if (counted !== undefined && titled.length === 0) {
    domains.set(counted.domain, (domains.get(counted.domain) ?? 0) + titleWeight)
    named.set(counted, (named.get(counted) ?? 0) + titleWeight)
  }
  sentences.forEach(({ topics }, i) => void count(topics, i === 0 ? openingWeight : 1))
  const [first, second] = [...domains].sort((a, b) => b[1] - a[1])
  const all = sentences.length + titleWeight + openingWeight - 1
  if (first === undefined || first[1] < minimumShare * all) return undefined
  const called = titled.length > 0 && titled.every(({ topic }) => topic.domain === first[0])
  if (!called && first[1] < minimumLead * (second?.[1] ?? 0)) return undefined
  return [...named].filter(([topic]) => topic.domain === first[0]).sort((a, b) => b[1] - a[1])[0]?.[0]
}

const sipri = /\bSIPRI\b|\bStockholm International Peace Research Institute\b/
const yearWindow = /\b(?:19|20)\d\d[-–](?:19|20)?\d\d\b/

/**
 * Returns the topic of a text whose title names SIPRI: arms transfers if the text names spans of years (`2019-23`), else military spending. Undefined for other
 * titles.
 */
export const sipriTopicOf = (title: string, sentences: readonly Analysis[]): Topic | undefined =>
  sipri.test(title) ? topicById(sentences.some(({ text }) => yearWindow.test(text)) ? 'arms-exports' : 'defence-spending') : undefined
