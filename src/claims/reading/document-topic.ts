import { type Topic, type TopicMention, topicById, topicsIn } from '../text/topics/topics.ts'
import type { Analysis } from './sentence/analysis.ts'

/** What any text on states speaks of: it tells nothing about the matter. */
const commonDomains: ReadonlySet<string> = new Set(['trade', 'diplomacy'])
/** Nor do these: soldiers are of exercises, bases and wars alike. */
const commonTopics: ReadonlySet<string> = new Set(['gdp', 'bases'])
const titleWeight = 3
const openingWeight = 2
/** So many of the sentences must speak of it, and so much oftener than of the next. */
const minimumShare = 0.3
const minimumLead = 1.4

/**
 * What a text is about, beside trade and diplomacy, where most of it is of one domain: the topic that is named most often in it. Its plain sales, shares and deeds are of
 * that matter too.
 */
export function documentTopic(title: string, sentences: readonly Analysis[]): Topic | undefined {
  const domains = new Map<string, number>()
  const named = new Map<Topic, number>()
  const told = (mentions: readonly TopicMention[], weight: number): void => {
    const special = mentions.map(({ topic }) => topic).filter(({ domain, id }) => !commonDomains.has(domain) && !commonTopics.has(id))
    for (const domain of new Set(special.map((topic) => topic.domain))) domains.set(domain, (domains.get(domain) ?? 0) + weight)
    for (const topic of special) named.set(topic, (named.get(topic) ?? 0) + weight)
  }
  const titled = topicsIn(title)
  told(titled, titleWeight)
  const counted = sipriTopicOf(title, sentences)
  if (counted !== undefined && titled.length === 0) {
    domains.set(counted.domain, (domains.get(counted.domain) ?? 0) + titleWeight)
    named.set(counted, (named.get(counted) ?? 0) + titleWeight)
  }
  sentences.forEach(({ topics }, i) => void told(topics, i === 0 ? openingWeight : 1))
  const [first, second] = [...domains].sort((a, b) => b[1] - a[1])
  const all = sentences.length + titleWeight + openingWeight - 1
  if (first === undefined || first[1] < minimumShare * all) return undefined
  const called = titled.length > 0 && titled.every(({ topic }) => topic.domain === first[0])
  if (!called && first[1] < minimumLead * (second?.[1] ?? 0)) return undefined
  return [...named].filter(([topic]) => topic.domain === first[0]).sort((a, b) => b[1] - a[1])[0]?.[0]
}

const sipri = /\bSIPRI\b|\bStockholm International Peace Research Institute\b/
const yearWindow = /\b(?:19|20)\d\d[-–](?:19|20)?\d\d\b/

/** What the institute for peace research counts, where a title names it: deliveries of arms by five years, military spending by the year. */
export const sipriTopicOf = (title: string, sentences: readonly Analysis[]): Topic | undefined =>
  sipri.test(title) ? topicById(sentences.some(({ text }) => yearWindow.test(text)) ? 'arms-exports' : 'defence-spending') : undefined
