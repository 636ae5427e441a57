import type { Measured } from '../claim.ts'
import { flowEnds } from '../flow-of-direction.ts'
import type { TextSpan } from '../text/mention.ts'
import { reasonClausesIn } from '../text/reasons.ts'
import { textAfter, textBefore, textBetween } from '../text/span-text.ts'
import { type Topic, type TopicMention, topicById, topicsIn } from '../text/topics/topics.ts'
import { ownTopicOf } from './heads/own-figures.ts'
import { type Analysis, cuesOf, nearest, overlaps, within } from './sentence/analysis.ts'
import type { Discourse } from './sentence/context.ts'
import type { Head } from './sentence/head.ts'

/** The topics of a claim, read from the words around its head. */
export interface HeadTopics {
  /** The topic of the claim; undefined if none is known. */
  readonly lead: Topic | undefined
  /** The topic that gives the direction: exports, imports, supplies. */
  readonly flow: Topic | undefined
  /** The product that the claim is about, such as `coal`; undefined if the claim is not on a product. */
  readonly part: string | undefined
}

const products: ReadonlySet<string> = new Set(
  'electronics vehicles machinery food textiles chemicals metals semiconductors gas-pipeline lng gas crude-oil oil-products coal electricity uranium'.split(
    ' ',
  ),
)
export const genericTradeTopics: ReadonlySet<string> = new Set([
  'goods-exports',
  'goods-imports',
  'goods-trade',
  'supplier',
  'market',
  'partner',
])

const amountKinds: ReadonlySet<string> = new Set(['money', 'physical'])
/** Topics of events and opinions, which have no price or weight. */
const unpricedTopics: ReadonlySet<string> = new Set('visits relations membership un-votes vetoes treaty public-opinion media'.split(' '))

/**
 * Returns the topics of a head: the one that the head determines; else the nearest in its part of the sentence, where a product or arms come before plain
 * trade; else one from the context.
 */
export function topicsOfHead(sentence: Analysis, head: Head, part: TextSpan, context: Discourse): HeadTopics {
  const named = head.topic ?? ownTopicOf(sentence, head)
  const own = named === undefined ? undefined : topicById(named)
  if (own !== undefined) {
    const technical = own.id === 'sanctions' && sentence.topics.some(({ topic }) => topic.domain === 'technology')
    const closed = head.rule === 'shut' && borderWord.test(sentence.text.slice(head.start, head.end + 30))
    const lead = { ...own, domain: technical ? ('technology' as const) : closed ? ('diplomacy' as const) : (head.domain ?? own.domain) }
    return { lead, flow: lead, part: undefined }
  }
  if (isPartOfExercise(sentence, head, context)) {
    const drill = topicById('exercises')
    return { lead: drill, flow: drill, part: undefined }
  }
  const reasons = reasonClausesIn(sentence.text).filter((reason) => !overlaps(reason, head))
  const speaker = trailingSpeakerStart(sentence, head)
  const connectives = [...sentence.text.matchAll(reasonOrContrast)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }))
  const relevant = sentence.topics.filter(
    (topic) =>
      !reasons.some((reason) => overlaps(reason, topic)) &&
      topic.start <= speaker &&
      !isIncidental(sentence, head, topic, connectives) &&
      !isSubordinate(sentence, topic) &&
      topic.topic.id !== 'population' &&
      !isGrowthOfFlow(sentence, topic),
  )
  const mentions = isMeasured(head) ? relevant.filter(({ topic }) => topic.id !== 'alliance') : relevant
  const fit =
    head.quantity !== undefined && amountKinds.has(head.quantity.kind)
      ? mentions.filter(({ topic }) => !unpricedTopics.has(topic.id))
      : mentions
  const inPart = fit.filter((topic) => within(topic, part))
  const pool = inPart.length > 0 ? inPart : fit
  const notable = pool.filter(({ topic }) => !genericTradeTopics.has(topic.id) && topic.id !== 'gdp' && topic.id !== 'membership')
  const plain = pool.filter(({ topic }) => genericTradeTopics.has(topic.id))
  const lead =
    (notable.length > 0 ? nearest<TopicMention>(head, notable) : undefined) ??
    nearest<TopicMention>(head, plain.length > 0 || head.unit === 'percent' ? plain : pool.filter(({ topic }) => topic.id === 'gdp'))
  const flow = nearest<TopicMention>(head, plain)?.topic ?? lead?.topic
  const product = lead !== undefined && products.has(lead.topic.id) ? lead.topic.id : undefined
  const kept =
    notable.length === 0 && lead !== undefined
      ? withInheritedDomain(sentence, head, lead, context)
      : (lead?.topic ?? topicFromContext(sentence, head, context))
  // a number is one of people only by the words beside it
  const settled =
    kept === undefined || kept.id === 'population'
      ? undefined
      : underDocumentTopic({ ...kept, domain: head.domain ?? kept.domain }, head, sentence)
  return { lead: settled, flow: flow ?? (settled?.flow === 'none' ? undefined : settled), part: product }
}

const participation = /\b(?:t(?:ak(?:e|es|ing)|ook) part|participat\w+|(?:is|are|was|were) involved)\b/i
const contribution = /\b(?:sent|contributed|brought|fielded) (?:[\w-]+ ){0,3}?(?:\d|two|three|four|five|six|seven|eight|nine|ten)/

/** Whether a count or event belongs to an exercise mentioned before: `Ten warships took part`. */
const isPartOfExercise = ({ text, documentTopic }: Analysis, { kind }: Head, { topic }: Discourse): boolean =>
  (kind === 'count' || kind === 'event') &&
  (topic?.id === 'exercises' || documentTopic?.id === 'exercises') &&
  (participation.test(text) || (kind === 'count' && documentTopic?.id === 'exercises' && contribution.test(text)))

const trailingAttribution = /, (?:the )?(?:[\p{L}’'.-]+ ){1,8}(?:said|says|reported|announced|told)\b[^,;]{0,40}\.?$/u

/** Returns where a trailing speaker begins (`…, the Security Council said`), whose name is not the topic; infinite if no speaker follows the claim. */
function trailingSpeakerStart({ text }: Analysis, { end }: Head): number {
  const tail = trailingAttribution.exec(text)
  return tail !== null && end <= tail.index ? tail.index : Number.POSITIVE_INFINITY
}

const borderWord = /\b(?:crossings?|borders?|frontiers?|airspace|embass(?:y|ies)|consulates?)\b/i

const tabledDraft = /\b(?:text|draft|motion|resolution)\b[^.;]{0,30}\b(?:tabled|drafted|sponsored|put forward)\b/i

/** Adapts the topic of a claim to the text: a vote in a text on an alliance is about the alliance; money for arms in a text on aid is aid. */
function underDocumentTopic(topic: Topic, head: Head, { documentTopic, text }: Analysis): Topic {
  const elsewhere = /\b(?:resolutions?|Assembly|Security Council|United Nations|UN)\b/.test(text)
  if (topic.id === 'un-votes' && documentTopic?.domain === 'alliance' && !elsewhere) return { ...topic, domain: 'alliance' }
  const given = documentTopic?.id === 'aid' && topic.domain === 'arms' && (head.quantity?.kind === 'money' || head.kind === 'ranking')
  return given ? documentTopic : topic
}

const isMeasured = (head: Head): boolean => head.quantity !== undefined || head.kind === 'ranking' || head.kind === 'comparison'

/** Words that refer to something mentioned before. */
const anaphora =
  /^(?:(?:In|By|Since) [^,;]{2,20},? )?(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]hey)\b|\b(?:the|this|that) (?:agreement|deal|pact|accord|contract|treaty|talks|negotiations|dispute|project)\b/i

/** Words of spending, which after a mention of defence budgets refer to them: `China spent $314 billion`. */
const spendingWord = /\b(?:spen(?:t|ds?|ding|ders?)|outlays?|budgets?|allocat(?:ed|es))\b/i

/**
 * Returns the topic of a sentence that names none: the topic mentioned last, but the document's topic if the last one is plain trade. Undefined for an event or
 * count in a text on trade that refers to nothing before.
 */
function topicFromContext({ documentTopic, text }: Analysis, head: Head, context: Discourse): Topic | undefined {
  const budget = [context.topic, documentTopic].find((topic) => topic?.id === 'defence-spending')
  if (budget != null && spendingWord.test(text)) return budget
  const last = head.quantity === undefined ? context.topic : (context.flow ?? context.topic)
  if ((last?.id === 'bases' || last?.id === 'membership') && documentTopic?.domain === 'exercises') return documentTopic
  const priced = ['money', 'physical'].includes(head.quantity?.kind ?? '') || head.unit === 'percent_change'
  if (last !== null && unpricedTopics.has(last.id) && priced && documentTopic !== undefined && !unpricedTopics.has(documentTopic.id))
    return documentTopic
  if (last?.domain === 'narrative' && head.kind === 'event') return documentTopic
  if (head.kind === 'event' && (borderWord.test(text) || tabledDraft.test(text))) return undefined
  const plain = last === null || genericTradeTopics.has(last.id) || last.domain === 'trade'
  if (plain && documentTopic !== undefined) return documentTopic
  const bare = head.kind === 'event' || (head.kind === 'count' && head.quantity?.rule !== 'in-a-row')
  return plain && bare && !anaphora.test(text) ? undefined : (last ?? undefined)
}

const incidentalBefore =
  /\b(?:most(?! of)|mostly|most of (?:them|it|which)|mainly|largely|chiefly|primarily|including|such as|like|especially|despite|amid|due to|because of|owing to|thanks to|in response to|as a result of|(?:helped|boosted|lifted|driven|fuelled|led) by|on the back of)\s+(?:\w+ ){0,2}$/i

/** Words that introduce a reason or a contrast. */
const reasonOrContrast =
  /\b(?:due to|because|owing to|as a result of|thanks to|in spite of|amid|in response to)\b|, (?:whatever|despite|although|though|even as|even though|unlike|rather than)\b/gi

/** Whether a topic is mentioned only in passing: `exports, most of them crude, were`, `exports grew, whatever was done to coal`. */
const isIncidental = (sentence: Analysis, head: Head, topic: TextSpan, connectives: readonly TextSpan[]): boolean =>
  incidentalBefore.test(textBefore(sentence.text, topic, topicReach)) ||
  isInApposition(sentence.text, topic, head) ||
  isDateOfAgreement(sentence.text, topic, head) ||
  isAccompaniment(textBetween(sentence.text, head, topic)) ||
  connectives.some(({ start, end }) => start >= head.end && end <= topic.start)

/** Whether a topic only accompanies the claim before: `Exports grew, with (strong) sales of oil`. */
const isAccompaniment = (between: string): boolean => /, with (?:\p{Ll}+ )?$/u.test(between.slice(-60)) && !between.includes(';')

/** How many characters before a topic are searched for words that make it incidental. More take too long in a sentence with a hundred topics. */
const topicReach = 200

/** Whether an agreement only dates the figure and is not its topic: `In 2010, before the free trade agreement was applied, imports were`. */
const isDateOfAgreement = (text: string, topic: TextSpan, head: Head): boolean =>
  /\b(?:before|after|since|when|until) (?:the|its|their|an?) [^,;]*$/i.test(textBefore(text, topic, topicReach)) &&
  /^[^,;]*\b(?:was|were|had been|took effect|(?:came|entered|went) into (?:force|effect))\b[^,;]*,/.test(textBetween(text, topic, head))

/** Whether a topic stands in an apposition, which describes the state, not the claim: `The Netherlands, a supplier of oil and gas, ranked second`. */
const isInApposition = (text: string, topic: TextSpan, head: TextSpan): boolean =>
  head.start > topic.end &&
  /^[^,;.()]{0,30}, /.test(textAfter(text, topic)) &&
  /\p{L}, (?:an?|its|the|their) [^,;.()]{0,50}$/u.test(textBefore(text, topic, topicReach)) &&
  !/, (?:an?|its|the|their) [^,;]*$/.test(textBefore(text, head))

const subordinateTo: Readonly<Record<string, readonly string[]>> = {
  bases: ['exercises'],
  relations: ['exercises', 'un-votes', 'vetoes'],
  arms: ['exercises', 'sanctions'],
  'public-opinion': [],
}

/** Domains that an agreement can be about; a topic of these domains comes before the agreement itself. */
const agreementDomains: ReadonlySet<string> = new Set(['energy', 'technology', 'arms', 'investment', 'finance', 'alliance'])

const sectorNoun = /^(?:['’]s)? (?:sector|industry|infrastructure|projects?|compan(?:y|ies)|firms?|assets?)\b/i

/** Words for soldiers stationed permanently, even in a text about an exercise. */
const stationing =
  /\b(?:bases?|stationed|based|garrisons?|permanent(?:ly)?|presence|deployed (?:in|to|at)|(?:troops|soldiers|forces) (?:are|were|remain(?:ed)?|stay(?:ed)?) in)\b/i

/** Whether a topic is subordinate to another, which is the topic of the claim: soldiers of an exercise, arms of an embargo, the sector of an investment. */
const isSubordinate = (sentence: Analysis, { topic, text, end }: TopicMention): boolean =>
  (topic.id === 'bases' && sentence.documentTopic?.domain === 'exercises' && !stationing.test(sentence.text)) ||
  (sectorNoun.test(sentence.text.slice(end)) && sentence.topics.some((other) => other.topic.id === 'investment')) ||
  (topic.id === 'relations' &&
    /^sign|^initial/i.test(text) &&
    sentence.topics.some(
      (other) =>
        agreementDomains.has(other.topic.domain) &&
        !/[,;] (?:and|while|but) /.test(sentence.text.slice(Math.min(end, other.end), Math.max(end, other.start))),
    )) ||
  sentence.topics.some((other) => subordinateTo[topic.id]?.includes(other.topic.id) === true)

/**
 * Returns the topic of what a sentence says is transferred; a mention of arms or energy is preferred to one of sales in general. Undefined if nothing is
 * transferred, or if the sentence speaks only of sales in general and the known topic is arms or energy: that topic then still applies.
 */
export function flowTopicOf(text: string, mentions: readonly TopicMention[], known: Topic | null): Topic | undefined {
  const flows = mentions
    .filter((topic) => !incidentalBefore.test(textBefore(text, topic)))
    .map(({ topic }) => topic)
    .filter(({ flow }) => flow !== 'none')
  const weapons =
    mentions.some(({ topic }) => topic.id === 'weapon-systems') &&
    flows.some(({ id }) => genericTradeTopics.has(id) && id !== 'goods-trade')
  const special = flows.find(({ domain }) => inheritedDomains.has(domain)) ?? (weapons ? topicById('arms') : undefined)
  const settled = known !== null && inheritedDomains.has(known.domain)
  return special ?? flows.find(({ id }) => !(genericTradeTopics.has(id) && id !== 'goods-trade' && settled))
}

/** Returns the topics of a sentence, without those in a clause that gives a reason. If that leaves neither a topic nor a figure, returns all of them. */
export function mainTopics({ text, topics, quantities }: Analysis): readonly TopicMention[] {
  const reasons = reasonClausesIn(text)
  const main = topics.filter((topic) => !reasons.some((reason) => overlaps(reason, topic)))
  return main.length === 0 && quantities.length === 0 ? topics : main
}

/**
 * Adds the topic of the title to the context, if the title has only one domain: plain sales in the text are then of this topic.
 *
 * @param counted  the topic to use if the title names none
 */
export function withTitleTopic(context: Discourse, title: string, counted: Topic | undefined): Discourse {
  const mentions = topicsIn(title)
  if (mentions.length === 0 && counted !== undefined)
    return { ...context, topic: counted, flow: counted.flow === 'none' ? context.flow : counted }
  const domains = new Set(mentions.map(({ topic }) => topic.domain))
  return domains.size === 1 ? { ...context, topic: mentions[0]!.topic, flow: flowTopicOf(title, mentions, null) ?? null } : context
}

const inheritedDomains: ReadonlySet<string> = new Set(['arms', 'energy'])

/** Whether plain `sales` after this topic are sales of it: always for arms, often for energy; for loans or chips only if the whole text is about them. */
const inheritsDomain = ({ domain }: Topic, { documentTopic }: Analysis, head: Head): boolean =>
  domain === 'arms' ||
  (domain === 'energy' && (documentTopic?.domain === domain || head.quantity?.kind === 'physical' || head.kind === 'event')) ||
  (documentTopic?.domain === domain && ['finance', 'technology', 'investment'].includes(domain))

/**
 * Returns the topic of plain words such as `sales` and `growth`. In a text on arms or energy, sales are of arms or energy; after a sentence on trade, growth is
 * that of trade.
 */
function withInheritedDomain(sentence: Analysis, head: Head, lead: TopicMention, context: Discourse): Topic {
  const plain =
    /^(?:export(?:s|ed|ing|ers?)?|import(?:s|ed|ing|ers?)?|sales|sold|sells?|shipments?|deliver\w+|purchases?|bought|buys?|supplie[sd]|supply|provide[sd]?|orders?|buying|selling|markets?|buyers?|customers?|purchasers?|suppliers?)$/i.test(
      lead.text,
    )
  const last = context.flow ?? context.topic
  const special =
    sentence.documentTopic !== undefined &&
    inheritedDomains.has(sentence.documentTopic.domain) &&
    last !== null &&
    inheritedDomains.has(last.domain)
      ? sentence.documentTopic
      : last
  if (lead.topic.id === 'gdp' && /^growth$/i.test(lead.text) && isGrowthOfTrade(sentence, context)) return context.topic!
  if (lead.topic.id === 'gdp' && !(head.unit === 'percent_change' && !/^growth$/i.test(lead.text)))
    return sentence.documentTopic ?? lead.topic
  const general = sentence.topics.some(({ topic }) => topic.id === 'partner' || topic.id === 'goods-trade')
  return plain && !general && special !== null && inheritsDomain(special, sentence, head) && lead.topic.flow !== 'both'
    ? { ...lead.topic, domain: special.domain, noun: `${special.noun}, ${lead.topic.noun.replace('goods ', '')}` }
    : lead.topic
}

const economyWord = /\b(?:GDP|gross domestic|econom\w+|fund|forecast)\b/i

/** Whether `growth` is the growth of trade, not of the economy: `Trade slid by 5 per cent after growth of 23`. */
const isGrowthOfFlow = ({ topics, text }: Analysis, { topic, text: word }: TopicMention): boolean =>
  topic.id === 'gdp' && /^growth$/i.test(word) && !economyWord.test(text) && topics.some((one) => one.topic.flow !== 'none')

/** Whether `growth` after a sentence on trade is the growth of trade; not if economies are mentioned. */
const isGrowthOfTrade = ({ topics, text }: Analysis, { topic, claimIndex }: Discourse): boolean =>
  topic !== null && topic.flow !== 'none' && claimIndex >= 0 && topics.every((one) => one.topic.id === 'gdp') && !economyWord.test(text)

const likelihoodWord =
  /\b(?:(?:almost|nearly) certain(?:ly)?|(?:very|highly|most) (?:likely|probably|unlikely)|(?:un)?likely|probably|undoubtedly|certainly|surely|possibly|inevitably)\b/i

/** Returns the word that says how likely a forecast is (`probably`), in lower case; without one, its future verb. */
export const likelihoodIn = (text: string, future: string): string => (likelihoodWord.exec(text)?.[0] ?? future).toLowerCase()

/** Words after a count that is the subject of a future verb: `The first two ships will be delivered`. */
const countIsFutureSubject =
  /^(?! (?:per ?cent|%))(?: [\p{L}’'-]+){0,4}? (?<cue>will|shall|(?:is|are) (?:due|set|expected|scheduled|to)) (?=[a-z])/u

/** Returns the word that makes a claim a forecast: before the head in the same clause, or after a counted subject. Undefined if the claim is no forecast. */
export function futureWordOf(sentence: Analysis, head: Head): string | undefined {
  if (head.kind === 'attribution' || head.rule === 'forbidden') return undefined
  const ahead = head.kind === 'count' ? countIsFutureSubject.exec(textAfter(sentence.text, head))?.groups?.['cue'] : undefined
  if (ahead !== undefined) return ahead
  const cue = cuesOf(sentence, ['future'])
    .filter(
      (one) =>
        one.start < head.end &&
        !/;|, (?:while|but|and) |\b(?:that|which) (?!will|would|could|may|might)\p{L}+s\b/u.test(textBetween(sentence.text, one, head)),
    )
    .at(-1)
  if (
    cue !== undefined &&
    /^(?:would|could|may|might)$/i.test(cue.text) &&
    head.start - cue.end < 40 &&
    !/\b(?:said|announced|agreed|promised|pledged|declared)\b/i.test(sentence.text)
  )
    return cue.text.toLowerCase()
  const reported = cue !== undefined && /^(?:would|could|may|might|target|pledg|promis|vow)/i.test(cue.text)
  return cue === undefined || (reported && head.quantity !== undefined && sentence.times.every(({ role }) => role !== 'until'))
    ? undefined
    : cue.text.toLowerCase()
}

const formOf = (head: Head, topic: Topic | undefined): Measured['form'] => {
  if (head.kind === 'ranking') return 'rank'
  if (head.kind === 'count') return 'count'
  if (head.rule === 'rate') return 'level'
  if (head.unit === 'percent') return 'share'
  if (head.unit === 'percent_change' || (head.kind === 'trend' && head.from === undefined)) return 'change'
  if (topic?.id === 'deficit' || topic?.id === 'surplus') return 'balance'
  return head.kind === 'event' || head.kind === 'membership' ? 'event' : topic?.id === 'gap' ? 'gap' : 'level'
}

/** Returns what a query for the claim needs: topic, product, form, the whole of a share, and whether a physical volume is meant. Null without a topic. */
export function measuredOf(
  sentence: Analysis,
  head: Head,
  topics: HeadTopics,
  topic: Topic | undefined,
  parties: { readonly actors: readonly string[]; readonly direction: string },
): Measured | null {
  if (topic === undefined || head.rule === 'first-done') return null
  const form = formOf(head, topic)
  const whole = form === 'share' ? wholeOf(sentence, head, topics, topic, parties) : undefined
  return {
    topic: topic.id,
    form,
    ...(topics.part === undefined ? {} : { part: topics.part }),
    ...(whole === undefined ? {} : { whole }),
    ...(isVolume(sentence, head, topic) ? { volume: true } : {}),
  }
}

const wholeWords: readonly (readonly [NonNullable<Measured['whole']>['of'], RegExp])[] = [
  ['gdp', /\b(?:GDP|gross domestic product|economy|economic output|national income)\b/i],
  ['imports', /\b(?:imports?|imported|purchases|bought|buys|suppl(?:y|ied|ies|ier)|source[sd]?|came from|comes? from|procurement)\b/i],
  ['exports', /\b(?:exports?|exported|sales|sold|sells|went to|goes to|go to|shipments|deliveries|market|buyer|customer)\b/i],
  ['trade', /\b(?:trade|turnover|commerce)\b/i],
]

/**
 * Returns the whole that a share is part of, and the state that the whole belongs to: for imports the receiver, for exports the sender, for trade or GDP the
 * owner. Undefined if no whole is known.
 */
function wholeOf(
  sentence: Analysis,
  head: Head,
  topics: HeadTopics,
  topic: Topic,
  { actors, direction }: { readonly actors: readonly string[]; readonly direction: string },
): Measured['whole'] | undefined {
  const [sender, receiver] = flowEnds(direction)
  const behind = sentence.text.slice(head.end, head.end + 60)
  // only up to the next number: `43% of its exports and 52% of its imports`
  const near = /^\D*/.exec(behind)![0]
  const wholeIn = (text: string): (typeof wholeWords)[number] | undefined => wholeWords.find(([, words]) => words.test(text))
  const wholeNamed = wholeIn(near) ?? wholeIn(behind) ?? wholeIn(sentence.text)
  const of = wholeNamed?.[0] ?? (topics.flow?.flow === 'in' ? 'imports' : topic.flow === 'both' ? 'trade' : undefined)
  if (of === undefined) return undefined
  const state = of === 'imports' ? (receiver ?? actors.at(-1)) : of === 'exports' ? (sender ?? actors[0]) : ownerOfWhole(sentence, actors)
  return state === undefined ? undefined : { of, state }
}

/** Returns the state whose trade or GDP is meant: the one in the genitive or adjective before the word, else the first party. Undefined without parties. */
function ownerOfWhole(sentence: Analysis, actors: readonly string[]): string | undefined {
  const owner = sentence.actors.find(
    (one) =>
      one.ids.length > 0 &&
      (one.possessive || one.form === 'adjective') &&
      /^(?:['’]s?)? (?:\w+ ){0,3}(?:trade|GDP|economy|turnover|total)\b/i.test(textAfter(sentence.text, one)),
  )
  return owner?.ids[0] ?? actors[0]
}

const isVolume = (sentence: Analysis, head: Head, topic: Topic): boolean =>
  head.quantity?.kind === 'physical' ||
  /\b(?:volumes?|tonnage|TIV|tonnes|barrels)\b/i.test(sentence.text) ||
  (['arms-imports', 'arms-exports', 'arms'].includes(topic.id) && head.quantity?.kind !== 'money' && head.kind !== 'count')

export function topicIndicator(head: Head, topic: Topic | undefined, part: string | undefined): string | null {
  if (topic === undefined) return head.kind === 'event' ? 'event' : null
  const noun = part === undefined || part === topic.id ? topic.noun : `${part} in ${topic.noun}`
  const form = formOf(head, topic)
  return form === 'change' ? `${noun}, change` : form === 'share' ? `share of ${noun}` : form === 'rank' ? `rank by ${noun}` : noun
}
