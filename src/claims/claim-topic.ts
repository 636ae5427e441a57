import { type Analysis, cuesOf, nearest, within } from './analysis.ts'
import type { Measured } from './claim.ts'
import type { Context } from './context.ts'
import type { Head } from './heads.ts'
import type { Span } from './mention.ts'
import type { Topic, TopicMention } from './topics.ts'

export interface Topics {
  /** What the claim is about. */
  readonly lead: Topic | undefined
  /** The word that tells which way it goes. */
  readonly flow: Topic | undefined
  readonly part: string | undefined
}

const products: ReadonlySet<string> = new Set(
  'electronics vehicles machinery food metals semiconductors gas-pipeline lng gas crude-oil oil-products coal electricity uranium'.split(
    ' ',
  ),
)
export const plainFlows: ReadonlySet<string> = new Set(['goods-exports', 'goods-imports', 'goods-trade', 'supplier', 'market', 'partner'])

/** The topic of a head: the nearest in its part, the domain of a product or of arms before plain trade. */
export function topicOf(sentence: Analysis, head: Head, part: Span, context: Context): Topics {
  const told = sentence.topics.filter((topic) => !isAside(sentence, topic))
  const inPart = told.filter((topic) => within(topic, part))
  const pool = inPart.length > 0 ? inPart : told
  const notable = pool.filter(({ topic }) => !plainFlows.has(topic.id) && topic.id !== 'gdp')
  const fitting = head.kind === 'membership' ? notable : notable.filter(({ topic }) => topic.id !== 'membership')
  const special = fitting.length > 0 ? fitting : notable
  const plain = pool.filter(({ topic }) => plainFlows.has(topic.id))
  const lead = (special.length > 0 ? nearest<TopicMention>(head, special) : undefined) ?? nearest<TopicMention>(head, plain)
  const flow = nearest<TopicMention>(head, plain)?.topic ?? lead?.topic
  const part_ = lead !== undefined && products.has(lead.topic.id) ? lead.topic.id : undefined
  const kept =
    special.length === 0 && lead !== undefined
      ? inherited(lead, context)
      : (lead?.topic ?? (head.quantity === undefined ? context.topic : (context.flow ?? context.topic)) ?? undefined)
  return { lead: kept, flow: flow ?? (kept?.flow === 'none' ? undefined : kept), part: part_ }
}

/** A product named by the way: `exports, most of them crude, were`. */
const isAside = (sentence: Analysis, topic: Span): boolean =>
  /\b(?:most(?:ly)?(?: of (?:them|it|which))?|mainly|largely|chiefly|primarily|including|such as|like|especially)\s+(?:\w+ )?$/i.test(
    sentence.text.slice(0, topic.start),
  )

/** Plain sales and purchases in a text on arms or energy are of arms or energy. */
function inherited(lead: TopicMention, context: Context): Topic {
  const plain =
    /^(?:exports?|imports?|sales|sold|sells?|shipments?|deliver\w+|purchases?|bought|buys?|supplie[sd]|supply|provide[sd]?|orders?|buying|selling|market|suppliers?)$/i.test(
      lead.text,
    )
  const special = context.flow
  return plain && special !== null && ['arms', 'energy'].includes(special.domain) && lead.topic.flow !== 'both'
    ? { ...lead.topic, domain: special.domain, noun: `${special.noun}, ${lead.topic.noun.replace('goods ', '')}` }
    : lead.topic
}

/** The word that makes a claim one of the future; it stands in the same clause and before. */
export function futureOf(sentence: Analysis, head: Head): string | undefined {
  const cue = cuesOf(sentence, ['future'])
    .filter((one) => one.start < head.end && !/[;]|, (?:while|but|and) /.test(sentence.text.slice(one.end, head.start)))
    .at(-1)
  return cue === undefined ||
    (/^(?:would|could|may|might|target|pledg|promis|vow|forecast|project)/i.test(cue.text) &&
      sentence.times.every((time) => time.role !== 'until') &&
      head.quantity !== undefined)
    ? undefined
    : cue.text.toLowerCase()
}

const formOf = (head: Head, topic: Topic | undefined): Measured['form'] => {
  if (head.kind === 'ranking') return 'rank'
  if (head.kind === 'count') return 'count'
  if (head.unit === 'percent') return 'share'
  if (head.unit === 'percent_change' || (head.kind === 'trend' && head.from === undefined)) return 'change'
  if (topic?.id === 'deficit' || topic?.id === 'surplus') return 'balance'
  return head.kind === 'event' || head.kind === 'membership' ? 'event' : topic?.id === 'gap' ? 'gap' : 'level'
}

export function measuredOf(
  head: Head,
  topic: Topic | undefined,
  part: string | undefined,
  people: { readonly direction: string },
): Measured | null {
  if (topic === undefined) return null
  return { topic: topic.id, form: formOf(head, topic), ...(part === undefined ? {} : { part }), ...(people.direction === 'n/a' ? {} : {}) }
}

export function indicatorOf(head: Head, topic: Topic | undefined, part: string | undefined): string | null {
  if (topic === undefined) return head.kind === 'event' ? 'event' : null
  const noun = part === undefined || part === topic.id ? topic.noun : `${part} in ${topic.noun}`
  const form = formOf(head, topic)
  return form === 'change' ? `${noun}, change` : form === 'share' ? `share of ${noun}` : form === 'rank' ? `rank by ${noun}` : noun
}
