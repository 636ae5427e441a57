import type { DomainId } from '../../../assessments/forms/domains.ts'
import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { ActorMention } from '../../text/mention.ts'
import { otherRegion } from '../../text/names/areas.ts'
import { isWithin } from '../../text/names/country-groups.ts'
import type { Topic } from '../../text/topics/topics.ts'

/** What a sentence may leave out because an earlier one said it. */
export interface Discourse {
  /** Day of the document, as fine as it is known. */
  readonly date: string
  /** The two that the text is mostly about, most often named first; null where no two stand out. */
  readonly pair: readonly [string, string] | null
  /** Whether hardly anybody else is named. */
  readonly bilateral: boolean
  /** The one state that the title names, where it tells of it and not of what it is to another. */
  readonly titleState: string | null
  /** From whose side the text tells most of trade; null where nobody owns two things. */
  readonly hub: string | null
  /** Whom the resolutions that the text tells of are about. */
  readonly resolutionTarget: string | null
  /** Whose side `we` are. */
  readonly firstPerson: string | null
  /** Whether the North and the South are Koreas. */
  readonly hasKoreas: boolean
  /** Whom the last sentence that names anybody names. */
  readonly lastNamed: readonly string[]
  /** Those whom the last sentences listed together, the last first. */
  readonly lastLists: readonly (readonly string[])[]
  /** Whom the title and the sentences up to here name. */
  readonly mentioned: readonly string[]
  /** Who was spoken of last as the subject, and with whom. */
  readonly subject: string | null
  /** From whose side sales and purchases were told last: `exports to China` are told from the other's. */
  readonly perspective: string | null
  /** Who stood to whom in the claims before, the last first. */
  readonly recentPairs: readonly { readonly ends: readonly [string, string]; readonly direction: string; readonly domain: DomainId }[]
  /** Who did something to whom, or with whom, in the events before, the last first. */
  readonly eventPairs: readonly (readonly [string, string])[]
  /** What happened last: of whom it is told that it was the first of its kind. */
  readonly lastEvent: Pick<Claim, 'actors' | 'direction' | 'period' | 'domain' | 'sentence_index'> | null
  /** The period that the text mostly speaks of; null where it names none. */
  readonly mainPeriod: ClaimPeriod | null
  /** Whether the title names it. */
  readonly isTitleDated: boolean
  readonly bloc: string | null
  /** The time named last, and in which sentence. */
  readonly currentPeriod: ClaimPeriod | null
  readonly periodIndex: number
  /** The last sentence that made a claim. */
  readonly claimIndex: number
  /** The time named last before this sentence, from which `two years later` counts. */
  readonly anchor: ClaimPeriod | null
  /** When the agreement that was told of last was signed, or came into force. */
  readonly agreementPeriod: ClaimPeriod | null
  /** The last stretch from one time to another. */
  readonly lastSpan: ClaimPeriod | null
  /** When the last dated vote or other event was. */
  readonly occasionPeriod: ClaimPeriod | null
  /** The sentence that named it. */
  readonly occasionIndex: number
  readonly topic: Topic | null
  /** The last thing that goes from one to another. */
  readonly flow: Topic | null
  /** From whom to whom it last went. */
  readonly lastTransfer: readonly [string, string] | null
  /** Who sanctioned whom last. */
  readonly lastSanctions: readonly [string, string] | null
  /** Of the last sentence that made a claim on a figure: the actors and direction of the first. */
  readonly leadParties: { readonly actors: readonly string[]; readonly direction: string } | null
  /** Actors and direction of the last claim. */
  readonly lastParties: { readonly actors: readonly string[]; readonly direction: string } | null
  readonly source: string | null
}

/** How much more a name in the title counts, and one in the first sentence. */
const titleWeight = 3
const openingWeight = 2

/**
 * The context before the first sentence: whom the whole text names, and how often; the title is the first of its sentences.
 *
 * @param owners      whose sales, purchases and partners the text tells of, and how often
 * @param outdone     whom the title sets others against: they are not of the two of the text
 */
export function openingContext(
  date: string,
  mentions: readonly (readonly ActorMention[])[],
  usual: ClaimPeriod | null,
  source: string | null,
  owners: ReadonlyMap<string, number> = new Map(),
  outdone: readonly string[] = [],
  judged: string | null = null,
  subject: string | null = null,
  acting: string | null = null,
): Discourse {
  const koreas = mentions.some((sentence) => sentence.some(({ ids }) => ids.includes('PRK') || ids.includes('KOR')))
  const own = firstPersonSide(mentions)
  const named = mentionCounts(mentions, own, koreas, true)
  const counted = [...(named.size < 2 ? mentionCounts(mentions, own, koreas, true, true) : named)].sort((a, b) => b[1] - a[1])
  // several whom a title tells of as partners of another: he is one of the two
  const [side] = outdone.length > 1 ? counted.filter(([id]) => !outdone.includes(id)) : []
  const order = side === undefined ? counted : [side, ...counted.filter((one) => one !== side)]
  const hub = [...owners].sort((a, b) => b[1] - a[1])[0]
  const titled = [...mentionCounts(mentions.slice(0, 1), own, koreas, false).keys()]
  const isTitled = outdone.length === 0 && titled.length === 2 && order.slice(0, 2).every(([id]) => titled.includes(id))
  const [first, second] = hub === undefined || hub[1] < 2 || order.length < 3 || isTitled ? order : orderWithHub(order, hub[0])
  const pair: Discourse['pair'] = first === undefined || second === undefined ? null : [first[0], second[0]]
  return {
    date,
    pair,
    bilateral: pair !== null && isBilateral(mentions, pair, own, koreas, outdone, owners),
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

/** The one from whose side most is told belongs to the two, though others be named as often. */
function orderWithHub(order: readonly [string, number][], hub: string): readonly [string, number][] {
  const one = order.find(([id]) => id === hub)
  if (one === undefined || order.slice(0, 2).includes(one)) return order
  return [order[0]!, one]
}

/** How often each is named; `we` and the two Koreas count as those whom they mean. Whom a leader stands for counts only where hardly any state is named. */
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

/** Whether the title names just the two, or three in five names of the text are theirs. */
function isBilateral(
  mentions: readonly (readonly ActorMention[])[],
  pair: readonly [string, string],
  own: string | null,
  koreas: boolean,
  outdone: readonly string[],
  owners: ReadonlyMap<string, number>,
): boolean {
  const titled = [...mentionCounts(mentions.slice(0, 1), own, koreas, false).keys()]
  if (titled.length === 2 && titled.every((id) => pair.includes(id))) return !pair.some((id) => outdone.includes(id))
  const counts = mentionCounts(mentions, own, koreas, false)
  const opening = [...mentionCounts(mentions.slice(0, 2), own, koreas, false).keys()]
  const isOpened = opening.length === 1 && mentions[1]?.every(({ form }) => form !== 'capital') === true
  if (titled.length === 1 && isOpened && hasSeveralPartners(counts, pair, titled[0]!, owners)) return false
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const [first, second] = pair.map((id) => counts.get(id) ?? 0) as [number, number]
  return first + second === all || (second >= 2 && first + second >= 0.55 * all)
}

/** `India's exports fell in March`: opened with one alone, and others are named about as often together as the first of them. */
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

/** `We` are one of those named, rarely in the same sentence as `we`; Europe, where nobody else is left, means the European Union. */
function firstPersonSide(mentions: readonly (readonly ActorMention[])[]): string | null {
  const spoken = mentions.filter((sentence) => sentence.some(({ rule }) => rule === 'we'))
  if (spoken.length === 0) return null
  const counts = new Map<string, number>()
  for (const { ids, form, rule } of mentions.flat())
    if (form !== 'leader' && rule !== 'organisation')
      for (const id of ids) if (id !== 'WLD') counts.set(id === 'EUR' ? 'EUU' : id, (counts.get(id === 'EUR' ? 'EUU' : id) ?? 0) + 1)
  const besides = (id: string): number => spoken.filter((sentence) => sentence.some(({ ids }) => ids.includes(id))).length
  const often = [...counts].filter(([, times]) => times > 1)
  const [best] = (often.length > 1 ? often : [...counts]).sort((a, b) => besides(a[0]) - besides(b[0]) || b[1] - a[1])
  return best?.[0] ?? null
}

const regions: ReadonlySet<string> = new Set(['WLD', 'EUR', otherRegion])

/** Parts of the world: a state that is told of beside one stands where it stood. */
const continents: ReadonlySet<string> = new Set(['AFR', 'SSF', 'EUR'])

/** Which of the text's two a third state stands with: with whom it did something before; not the part of the world in which it lies. */
export function partnerOfThirdState(id: string, { eventPairs, pair }: Discourse): string | undefined {
  const before = eventPairs.find((ends) => ends.includes(id) && ends.some((one) => one !== id && pair?.includes(one)))
  if (before !== undefined) return before.find((one) => one !== id)
  return pair?.some((one) => continents.has(one))
    ? pair.find((one) => !continents.has(one) && !(continents.has(id) && isWithin(one, id)))
    : undefined
}

/** Of a text told from one side the partner who was told of last is not the partner of the next. */
export const isOneOfHubPartners = (home: string, id: string, { hub, recentPairs }: Discourse): boolean =>
  hub !== null &&
  hub !== home &&
  hub !== id &&
  recentPairs.some(({ ends }) => ends.includes(hub) && ends.includes(home)) &&
  recentPairs.some(({ ends }) => ends.includes(hub) && !ends.includes(home)) &&
  !recentPairs.some(({ ends }) => ends.includes(id) && ends.includes(home))

/** `The country exported gas`, at the head of a sentence of a text that is told from one side: that side. */
export const impliedSubject = (before: string, after: string, { titleState, hub, bilateral }: Discourse): string | undefined =>
  before === '' &&
  !bilateral &&
  /^ (?:also |thus )?(?:exported|imported|exports|imports|(?:r[au]n|had|has|posted|recorded) an? [^,;]*\b(?:surplus|deficit))\b/.test(after)
    ? (titleState ?? hub ?? undefined)
    : undefined

/** With whom one stands in the text, among those met in it so far and not its own part or whole: the other of the two it is about; else from whose side it is told; for a third, whom it was told with before. */
export function counterpart(id: string, context: Discourse): string | undefined {
  const { hub, pair, bilateral } = context
  const home = context.perspective === null || isWithin(id, context.perspective) ? null : context.perspective
  const isFree = (one: string): boolean => one !== id && !isWithin(one, id) && context.mentioned.includes(one)
  const other = pair?.includes(id) ? pair.find(isFree) : undefined
  if (bilateral && other !== undefined) return other
  if (!bilateral && home !== null && home !== id) return isOneOfHubPartners(home, id, context) ? hub! : home
  const met = context.recentPairs.filter(({ ends }) => ends.includes(id) && !ends.includes('WLD') && !isWithin(...ends))
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
