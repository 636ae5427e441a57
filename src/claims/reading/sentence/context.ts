import type { DomainId } from '../../../assessments/forms/domains.ts'
import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { ActorMention } from '../../text/mention.ts'
import { isGroupAndMember } from '../../text/names/country-groups.ts'
import { regionWithoutCode } from '../../text/names/region-and-club-parties.ts'
import type { Topic } from '../../text/topics/topics.ts'

/** The context of a sentence: what the title, the whole text and the earlier sentences establish. */
export interface Discourse {
  /** Date of the document: a year, a month or a day. */
  readonly date: string
  /** The two states that the text is mostly about, the more frequent first; null if fewer than two are named. */
  readonly pair: readonly [string, string] | null
  /** Whether the text is about the pair: hardly any other state is named. */
  readonly bilateral: boolean
  /** The only state that the title names; null if there is none, or if the title names it as the partner of an unnamed state. */
  readonly titleState: string | null
  /**
   * The state from whose side the text describes trade: the title's only state, else the state whose trade is described most often, else the state that acts in
   * the title. Null if there is none.
   */
  readonly hub: string | null
  /** The state that the resolutions in the text are about. */
  readonly resolutionTarget: string | null
  /** The state that `we` stands for. */
  readonly firstPerson: string | null
  /** Whether `the North` and `the South` are the two Koreas. */
  readonly hasKoreas: boolean
  /** The states of the last sentence with any; of the title before the first. */
  readonly lastNamed: readonly string[]
  /** The lists of states in the last sentences, the most recent list first. */
  readonly lastLists: readonly (readonly string[])[]
  /** All states named so far, in the title and the sentences. */
  readonly mentioned: readonly string[]
  /** The last state that was a grammatical subject. */
  readonly subject: string | null
  /** The state from whose side trade was described last: `exports to China` is described from the exporter's side. */
  readonly perspective: string | null
  /** The two parties of each of the last claims on figures, the most recent first. */
  readonly recentPairs: readonly { readonly ends: readonly [string, string]; readonly direction: string; readonly domain: DomainId }[]
  /** The two parties of each of the last events, the most recent first. */
  readonly eventPairs: readonly (readonly [string, string])[]
  /** The last event; `it was the first` in the next sentence refers to it. */
  readonly lastEvent: Pick<Claim, 'actors' | 'direction' | 'period' | 'domain' | 'sentence_index'> | null
  /** The period that most of the text is about; null if no time in the text qualifies. */
  readonly mainPeriod: ClaimPeriod | null
  /** Whether the title names the main period. */
  readonly isTitleDated: boolean
  readonly bloc: string | null
  /** The last named time; `periodIndex` is the sentence that named it. */
  readonly currentPeriod: ClaimPeriod | null
  readonly periodIndex: number
  /** The last sentence that made a checkable claim; -1 if there is none. */
  readonly claimIndex: number
  /** The last time named before this sentence, from which `two years later` counts. */
  readonly anchor: ClaimPeriod | null
  /** When the last mentioned agreement was signed or came into force. */
  readonly agreementPeriod: ClaimPeriod | null
  /** The last period with a beginning and an end. */
  readonly lastSpan: ClaimPeriod | null
  /** When the last dated vote or other event happened. */
  readonly occasionPeriod: ClaimPeriod | null
  /** The sentence that named the occasion; -1 if there is none. */
  readonly occasionIndex: number
  readonly topic: Topic | null
  /** The last topic of something that is transferred from one state to another. */
  readonly flow: Topic | null
  /** Sender and receiver of the last transfer. */
  readonly lastTransfer: readonly [string, string] | null
  /** Sender and target of the last sanctions. */
  readonly lastSanctions: readonly [string, string] | null
  /** Parties and direction of the first figure in the last sentence that made a claim. */
  readonly leadParties: { readonly actors: readonly string[]; readonly direction: string } | null
  /** Parties and direction of the last claim on a figure. */
  readonly lastParties: { readonly actors: readonly string[]; readonly direction: string } | null
  readonly source: string | null
}

/** How much a name counts in the title and in the first sentence; elsewhere it counts once. */
const titleWeight = 3
const openingWeight = 2

/**
 * Returns the context before the first sentence, from which states the whole text names, and how often. The title counts as the first sentence.
 *
 * @param owners      how often each state's sales, purchases and partners are described
 * @param usual       the main period of the text
 * @param rivals      states that the title only compares with others: they are not the pair of the text
 * @param judged      the state that the resolutions in the text are about
 * @param subject     the only state of the title
 * @param acting      the state that acts in the title
 */
export function openingContext(
  date: string,
  mentions: readonly (readonly ActorMention[])[],
  usual: ClaimPeriod | null,
  source: string | null,
  owners: ReadonlyMap<string, number> = new Map(),
  rivals: readonly string[] = [],
  judged: string | null = null,
  subject: string | null = null,
  acting: string | null = null,
): Discourse {
  const koreas = mentions.some((sentence) => sentence.some(({ ids }) => ids.includes('PRK') || ids.includes('KOR')))
  const own = firstPersonSide(mentions)
  const named = mentionCounts(mentions, own, koreas, true)
  const counted = [...(named.size < 2 ? mentionCounts(mentions, own, koreas, true, true) : named)].sort((a, b) => b[1] - a[1])
  // a title with several partners of one state: that state belongs to the pair
  const [side] = rivals.length > 1 ? counted.filter(([id]) => !rivals.includes(id)) : []
  const order = side === undefined ? counted : [side, ...counted.filter((one) => one !== side)]
  const hub = [...owners].sort((a, b) => b[1] - a[1])[0]
  const titled = [...mentionCounts(mentions.slice(0, 1), own, koreas, false).keys()]
  const isTitled = rivals.length === 0 && titled.length === 2 && order.slice(0, 2).every(([id]) => titled.includes(id))
  const [first, second] = hub === undefined || hub[1] < 2 || order.length < 3 || isTitled ? order : orderWithHub(order, hub[0])
  const pair: Discourse['pair'] = first === undefined || second === undefined ? null : [first[0], second[0]]
  return {
    date,
    pair,
    bilateral: pair !== null && isBilateral(mentions, pair, own, koreas, rivals, owners),
    titleState: subject,
    hub: subject ?? (hub !== undefined && hub[1] > 1 ? hub[0] : (acting ?? hub?.[0] ?? null)),
    resolutionTarget: judged,
    firstPerson: own,
    hasKoreas: koreas,
    lastNamed: titled,
    lastLists: [],
    mentioned: titled,
    subject: null,
    perspective: null,
    recentPairs: [],
    eventPairs: [],
    lastEvent: null,
    mainPeriod: usual,
    isTitleDated: false,
    bloc: null,
    currentPeriod: null,
    periodIndex: -1,
    claimIndex: -1,
    anchor: null,
    agreementPeriod: null,
    lastSpan: null,
    occasionPeriod: null,
    occasionIndex: -1,
    topic: null,
    flow: null,
    lastTransfer: null,
    lastSanctions: null,
    leadParties: null,
    lastParties: null,
    source,
  }
}

/** Returns the state named most often and the hub, if the hub is not among the two named most often; otherwise the order unchanged. */
function orderWithHub(order: readonly [string, number][], hub: string): readonly [string, number][] {
  const one = order.find(([id]) => id === hub)
  if (one === undefined || order.slice(0, 2).includes(one)) return order
  return [order[0]!, one]
}

/**
 * Counts how often each state is named. `We`, `the North` and `the South` count for the states they refer to; leaders count for their states only if
 * `withLeaders` is set.
 */
function mentionCounts(
  mentions: readonly (readonly ActorMention[])[],
  own: string | null,
  koreas: boolean,
  weighted: boolean,
  withLeaders = false,
): Map<string, number> {
  const counts = new Map<string, number>()
  mentions.forEach((sentence, i) => {
    const weight = !weighted ? 1 : i === 0 ? titleWeight : i === 1 ? openingWeight : 1
    for (const { ids, form, rule } of sentence) {
      const meant = rule === 'we' && own !== null ? [own] : koreas && (rule === 'north' || rule === 'south') ? [koreaOf[rule]] : ids
      if ((withLeaders || form !== 'leader') && rule !== 'organisation')
        for (const id of meant) if (!regions.has(id)) counts.set(id, (counts.get(id) ?? 0) + weight)
    }
  })
  return counts
}

const koreaOf = { north: 'PRK', south: 'KOR' } as const

/** Whether the text is about the pair: the title names just these two states, or they make up at least 55 % of all names. */
function isBilateral(
  mentions: readonly (readonly ActorMention[])[],
  pair: readonly [string, string],
  own: string | null,
  koreas: boolean,
  rivals: readonly string[],
  owners: ReadonlyMap<string, number>,
): boolean {
  const titled = [...mentionCounts(mentions.slice(0, 1), own, koreas, false).keys()]
  if (titled.length === 2 && titled.every((id) => pair.includes(id))) return !pair.some((id) => rivals.includes(id))
  const counts = mentionCounts(mentions, own, koreas, false)
  const opening = [...mentionCounts(mentions.slice(0, 2), own, koreas, false).keys()]
  const isOpened = opening.length === 1 && mentions[1]?.every(({ form }) => form !== 'capital') === true
  if (titled.length === 1 && isOpened && hasSeveralPartners(counts, pair, titled[0]!, owners)) return false
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const [first, second] = pair.map((id) => counts.get(id) ?? 0) as [number, number]
  return first + second === all || (second >= 2 && first + second >= 0.55 * all)
}

/** Whether a text that opens with one state (`India's exports fell in March`) names other partners at least 0.6 times as often as the first partner. */
function hasSeveralPartners(
  counts: ReadonlyMap<string, number>,
  pair: readonly [string, string],
  titled: string,
  owners: ReadonlyMap<string, number>,
): boolean {
  const partner = pair.find((id) => id !== titled)
  const others = [...counts].filter(([id]) => id !== titled && id !== partner)
  const fewest = (owners.get(titled) ?? 0) > 1 ? 0 : 1
  return pair.includes(titled) && others.length > fewest && others.reduce((sum, [, n]) => sum + n, 0) >= 0.6 * (counts.get(partner!) ?? 0)
}

/**
 * Returns the state that `we` stands for: the one least often named in the same sentence as `we`. Europe counts as the European Union. Null if no sentence says
 * `we`, or no state is named.
 */
function firstPersonSide(mentions: readonly (readonly ActorMention[])[]): string | null {
  const firstPersonSentences = mentions.filter((sentence) => sentence.some(({ rule }) => rule === 'we'))
  if (firstPersonSentences.length === 0) return null
  const counts = new Map<string, number>()
  for (const { ids, form, rule } of mentions.flat())
    if (form !== 'leader' && rule !== 'organisation')
      for (const id of ids) if (id !== 'WLD') counts.set(id === 'EUR' ? 'EUU' : id, (counts.get(id === 'EUR' ? 'EUU' : id) ?? 0) + 1)
  const besides = (id: string): number => firstPersonSentences.filter((sentence) => sentence.some(({ ids }) => ids.includes(id))).length
  const often = [...counts].filter(([, times]) => times > 1)
  const [best] = (often.length > 1 ? often : [...counts]).sort((a, b) => besides(a[0]) - besides(b[0]) || b[1] - a[1])
  return best?.[0] ?? null
}

const regions: ReadonlySet<string> = new Set(['WLD', 'EUR', regionWithoutCode])

/** Parts of the world. If the pair is such a part and a state, a third state's partner is that state. */
const continents: ReadonlySet<string> = new Set(['AFR', 'SSF', 'EUR'])

/**
 * Returns the partner of a state outside the pair: the state of the pair that it met in an earlier event; else, if the pair is a state and a part of the world,
 * that state. Undefined if there is neither.
 */
export function partnerOfThirdState(id: string, { eventPairs, pair }: Discourse): string | undefined {
  const before = eventPairs.find((ends) => ends.includes(id) && ends.some((one) => one !== id && pair?.includes(one)))
  if (before !== undefined) return before.find((one) => one !== id)
  return pair?.some((one) => continents.has(one))
    ? pair.find((one) => !continents.has(one) && !(continents.has(id) && isGroupAndMember(one, id)))
    : undefined
}

/** Whether `home` is only one of several partners of the hub, so that it is not the partner of the state `id`. */
export const isOneOfHubPartners = (home: string, id: string, { hub, recentPairs }: Discourse): boolean =>
  hub !== null &&
  hub !== home &&
  hub !== id &&
  recentPairs.some(({ ends }) => ends.includes(hub) && ends.includes(home)) &&
  recentPairs.some(({ ends }) => ends.includes(hub) && !ends.includes(home)) &&
  !recentPairs.some(({ ends }) => ends.includes(id) && ends.includes(home))

/**
 * Returns the other party for a state: the other state of the pair; else the perspective; for a third state, its earlier partner. A state of the pair is only
 * returned if it was named before and neither contains the state nor is part of it. Undefined if there is none.
 */
export function counterpart(id: string, context: Discourse): string | undefined {
  const { hub, pair, bilateral } = context
  const home = context.perspective === null || isGroupAndMember(id, context.perspective) ? null : context.perspective
  const isFree = (one: string): boolean => one !== id && !isGroupAndMember(one, id) && context.mentioned.includes(one)
  const other = pair?.includes(id) ? pair.find(isFree) : undefined
  if (bilateral && other !== undefined) return other
  if (!bilateral && home !== null && home !== id) return home
  const met = context.recentPairs.filter(({ ends }) => ends.includes(id) && !ends.includes('WLD') && !isGroupAndMember(...ends))
  const { subject } = context
  const recent = met.find(({ ends }) => subject !== id && subject !== null && ends.includes(subject)) ?? met[0]
  const third = other === undefined ? partnerOfThirdState(id, context) : undefined
  return (
    recent?.ends.find((one) => one !== id) ??
    third ??
    [hub, home].find((one) => one !== null && isFree(one) && (!bilateral || pair?.includes(one))) ??
    other ??
    pair?.find(isFree)
  )
}
