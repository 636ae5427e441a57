import type { Claim, ClaimPeriod } from '../claim.ts'
import { directionFromTo, flowEnds, isOneWay } from '../flow-of-direction.ts'
import { addMonths, daysOf, lastDayOf, yearsIn } from '../text/calendar.ts'
import type { TimeMention } from '../text/mention.ts'
import { clubsWithMembers } from '../text/names/club-members.ts'
import { isRegionOrClub, worldAndRegions } from '../text/names/region-and-club-parties.ts'
import type { Attribution } from '../text/reported-speech-words.ts'
import { textAfter, textBefore } from '../text/span-text.ts'
import { addDays, datesOnlyItsClaim, isDayOfNews } from '../text/times/day-times.ts'
import { flowTopicOf, mainTopics } from './claim-topic.ts'
import { partiesIn } from './parties/party-mentions.ts'
import { wholeYear } from './periods/document-period.ts'
import { resolvedTime, resolvedTimes } from './periods/periods.ts'
import { canDate, isTimeOfComparedAmount, isYearOfHigherRank } from './periods/time-attachment.ts'
import { type Analysis, gapBetween } from './sentence/analysis.ts'
import { distinct } from './sentence/argument-frame.ts'
import { counterpart, type Discourse } from './sentence/context.ts'
import type { Head } from './sentence/head.ts'
import { isCoordinated, isPossessor, type PartyRole } from './sentence/roles.ts'

/** Returns the context after a claim, with its parties and its period. */
export function contextAfterClaim(context: Discourse, claim: Claim, sentence: Analysis, head: Head): Discourse {
  const [first, second] = claim.actors
  const states = first !== undefined && second !== undefined
  const sent = transferOf(claim)
  const figure = claim.kind !== 'event' && claim.kind !== 'membership' && head.rule !== 'first-done'
  const met = states && !figure && first !== second ? { eventPairs: [[first, second] as const, ...context.eventPairs].slice(0, 8) } : {}
  const pairwise = states && figure && claim.actors.length === 2 && claim.kind !== 'comparison'
  return {
    ...context,
    ...met,
    ...(claim.kind === 'event' ? { lastEvent: claim } : {}),
    ...(pairwise
      ? {
          recentPairs: [{ ends: [first, second] as const, direction: claim.direction, domain: claim.domain }, ...context.recentPairs].slice(
            0,
            8,
          ),
        }
      : {}),
    ...(sent !== undefined && claim.domain === 'sanctions' ? { lastSanctions: sent } : {}),
    ...(sent !== undefined && figure ? { lastTransfer: sent } : {}),
    ...(figure && ((claim.actors.length >= 2 && claim.direction !== 'n/a') || (claim.kind === 'ranking' && claim.actors.length === 1))
      ? { lastParties: partiesLeftBy(claim) }
      : {}),
    ...(figure && (claim.actors.length >= 2 || claim.direction === 'n/a') && context.claimIndex !== sentence.index
      ? { leadParties: partiesLeftBy(claim) }
      : {}),
    ...timesAfterClaim(claim, sentence, head, context),
    ...(claim.period !== null && claim.period === context.occasionPeriod ? { occasionIndex: sentence.index } : {}),
    ...(claim.checkable ? { claimIndex: sentence.index } : {}),
  }
}

/** Returns the parties that a claim leaves to the context: of a comparison only sender and receiver of the larger flow, otherwise all. */
function partiesLeftBy({ kind, actors, direction }: Claim): Discourse['lastParties'] {
  return { actors: kind === 'comparison' && isOneWay(direction) ? flowEnds(direction) : actors, direction }
}

/** Words before the head in a relative clause: `Russia, which was still 13th in 2021, came 38th`. */
const relativeClauseBefore = /, (?:which|who) (?:was|were|had)\b[^,;]*$/

const endOf = (period: ClaimPeriod): string => daysOf(period).to

const sameAs = (a: ClaimPeriod, b: ClaimPeriod): boolean => JSON.stringify(a) === JSON.stringify(b)

const datesClaim = ({ role }: TimeMention, { kind, period }: Claim): boolean =>
  role === 'at' ||
  role === 'until' ||
  (role === 'since' && (kind === 'event' || (kind === 'quantity' && period !== null && 'from' in period && period.from.length === 4)))

/**
 * Returns the periods that a claim leaves to the context; for a change, its end. A time in the pluperfect (`had been`) or the base of a comparison does not
 * date later claims.
 */
function timesAfterClaim(claim: Claim, sentence: Analysis, head: Head, context: Discourse): Partial<Discourse> {
  const { mainPeriod, currentPeriod: before, periodIndex } = context
  const { period } = claim
  const dated = sentence.times.some((time) => !datesOnlyItsClaim(time) && datesClaim(time, claim))
  if (period !== null && period === before) return { periodIndex: sentence.index }
  if (
    period === null ||
    !dated ||
    sentence.times.some((time) => datesOnlyItsClaim(time) && sameAs(resolvedTime(time, context).period, period))
  )
    return {}
  const stretch = 'from' in period ? { lastSpan: period } : {}
  if (relativeClauseBefore.test(sentence.text.slice(0, head.end)) && /^[^,;]*,/.test(textAfter(sentence.text, head))) return stretch
  const occasion =
    claim.kind !== 'ranking' &&
    !isIncidentalTime(sentence, period, context) &&
    sentence.topics.some(({ topic }) => topic.id === 'un-votes' || topic.id === 'vetoes')
      ? { occasionPeriod: period, occasionIndex: sentence.index }
      : {}
  if (
    /\bhad (?:\w+ )?(?:been|\w+ed|stood|held|risen|fallen|grown)\b|\blast (?:held|was|did|had|took)\b|\blast time\b/.test(
      sentence.text.slice(0, head.end),
    )
  )
    return { ...stretch, ...occasion }
  if (claim.kind === 'forecast' || claim.kind === 'attribution' || claim.kind === 'event' || claim.kind === 'membership')
    return { ...stretch, ...occasion }
  if (namesOneMonth(sentence.text) && before !== null) return { ...occasion }
  // a count on one day does not date the figures that follow
  if (claim.kind === 'count' && 'at' in period && period.at.length === 10) return { ...stretch, ...occasion }
  // a rate agreed for future years does not date present figures
  if (endOf(period).slice(0, 4) > context.date.slice(0, 4)) return { ...occasion }
  const isOlder =
    before !== null &&
    mainPeriod !== null &&
    'from' in period &&
    (claim.kind === 'trend' || claim.kind === 'ranking') &&
    yearsIn(period) > 1 &&
    period.to < ('at' in mainPeriod ? mainPeriod.at : mainPeriod.from)
  if (isOlder || isTrendBeforeMainMonths(claim, head, context) || isMonthOfMainPeriod(period, sentence, context))
    return { ...stretch, ...occasion }
  const since = sentence.times.some(({ role }) => role === 'since')
  const lasting = (claim.kind === 'trend' && claim.period_base === null) || (claim.kind === 'ranking' && since)
  const end =
    (claim.value_from === null ? undefined : laterEndOfChange(period, sentence, context)) ?? (lasting ? lastYearOf(period) : period)
  if (before !== null && periodIndex === sentence.index && endOf(end) <= endOf(before)) return { ...stretch, ...occasion }
  return { ...stretch, ...occasion, currentPeriod: end, periodIndex: sentence.index }
}

/** Whether a period is not the time of the reported vote: `Bangladesh, which had abstained in March, voted for it`, `the sixth resolution since 2022`. */
const isIncidentalTime = ({ times, text }: Analysis, period: ClaimPeriod, context: Discourse): boolean =>
  times
    .filter((time) => sameAs(resolvedTime(time, context).period, period))
    .every(({ role, start }) => role === 'since' || /, (?:which|who|whose)\b[^,;]*$/.test(text.slice(0, start)))

/**
 * Whether a trend is incidental because it ended before the months that the text is about: `Over the whole of 2022 exports still grew`. False if the claim
 * states its earlier level.
 */
function isTrendBeforeMainMonths({ kind, period }: Claim, { from }: Head, { mainPeriod, currentPeriod: before }: Discourse): boolean {
  if (kind !== 'trend' || from !== undefined || period === null || mainPeriod === null || before === null || !sameAs(mainPeriod, before))
    return false
  return 'from' in mainPeriod && mainPeriod.from.length === 7 && endOf(period) < mainPeriod.from
}

/** Whether a month within the main year is incidental: the title names the year, or the month is the subject (`December brought 43 billion`). */
function isMonthOfMainPeriod(
  period: ClaimPeriod,
  { times }: Analysis,
  { mainPeriod, currentPeriod: before, isTitleDated }: Discourse,
): boolean {
  if (!isTitleDated && !times.some(({ rule: name }) => name === 'month-itself')) return false
  if (!isMonth(period) || mainPeriod === null || before === null || isMonth(before)) return false
  return (
    yearsIn(mainPeriod) === 1 &&
    daysOf(mainPeriod).from <= daysOf(period).from &&
    endOf(mainPeriod) >= endOf(period) &&
    !sameAs(mainPeriod, period)
  )
}

const isMonth = (period: ClaimPeriod): boolean => 'at' in period && period.at.length === 7

/** Whether a sentence singles out a month or quarter, which is incidental to the longer period of the text: `In December alone they were $57 million`. */
const namesOneMonth = (text: string): boolean =>
  /^(?:And |But |Yet )?[Ii]n (?:the (?:month|quarter) of )?\p{Lu}\p{L}+ (?:alone|itself)\b/u.test(text)

/**
 * Returns the later period of a change, as the text names it: `$498 million in July-December, against $488 million a year before`. Undefined if no named period
 * ends with the claim's and begins later.
 */
function laterEndOfChange(period: ClaimPeriod, { times }: Analysis, context: Discourse): ClaimPeriod | undefined {
  const { from, to } = daysOf(period)
  return [
    ...times.filter(({ rule }) => !/^(?:year-end|end-of-)/.test(rule)).map((time) => resolvedTime(time, context).period),
    ...(context.currentPeriod === null ? [] : [context.currentPeriod]),
  ].find((one) => {
    const days = daysOf(one)
    return days.to === to && days.from > from
  })
}

function transferOf(claim: Claim): readonly [string, string] | undefined {
  const [from, to] = flowEnds(claim.direction)
  return from === undefined || to === undefined || from === 'WLD' || to === 'WLD' ? undefined : [from, to]
}

/** Returns the context after a sentence, with or without a claim. */
export function contextAfterSentence(context: Discourse, sentence: Analysis, sayings: Attribution): Discourse {
  const mentions = mainTopics(sentence)
  const flow = flowTopicOf(sentence.text, mentions, context.flow)
  const topic = flow ?? (mentions.find((one) => one.topic.id === 'defence-spending') ?? mentions[0])?.topic
  const bloc = sentence.actors.find(
    ({ form, rule, ids }) => form === 'bloc' && (rule !== 'organisation' || clubsWithMembers.includes(ids[0]!)),
  )?.ids[0]
  const parties = partiesIn(sentence, context)
  return {
    ...context,
    ...timesInSentence(sentence, context, sayings),
    topic: topic ?? context.topic,
    flow: flow ?? context.flow,
    bloc: bloc ?? context.bloc,
    ...namesAfter(sentence, parties, context),
    ...transferWithoutClaim(parties, context, sentence),
    subject: subjectOfSentence(parties, sentence.text) ?? context.subject,
    perspective: perspectiveOf(parties, context) ?? context.perspective,
    source: sayings.source ?? context.source,
  }
}

/**
 * Returns the parties that a sentence leaves to the context if no figure in it is claimed: after `Russian gas was once the cheapest` the next sentence is about
 * Russia's gas. Empty if there is no single sender.
 */
function transferWithoutClaim(parties: readonly PartyRole[], context: Discourse, { index, quantities }: Analysis): Partial<Discourse> {
  if (context.claimIndex === index && quantities.length > 0) return {}
  const [one, ...rest] = distinct(
    parties
      .filter(({ role, trigger, prepositional }) => role === 'sender' && trigger === undefined && prepositional !== true)
      .map(({ id }) => id),
  )
  const other = one === undefined || rest.length > 0 ? undefined : counterpart(one, context)
  if (one === undefined || other === undefined || other === one) return {}
  const last = { actors: [one, other], direction: directionFromTo(one, other) }
  return { lastParties: last, leadParties: last }
}

/** Returns the last year, or the last twelve months, of a period; a single year, month or day unchanged. */
function lastYearOf(period: ClaimPeriod): ClaimPeriod {
  if ('at' in period) return period
  if (period.from.length === 4) return { at: period.to }
  return yearsIn(period) > 1 && period.to.length === 7 ? { from: addMonths(period.to, -11), to: period.to } : wholeYear(period)
}

/**
 * Returns the times that a sentence leaves to the context. Relative times (`two years later`) count from the last of them; if the sentence makes no claim, the
 * last time also dates the next claim.
 */
function timesInSentence(sentence: Analysis, context: Discourse, { speaker }: Attribution): Partial<Discourse> {
  const day = lastDayOf(context.date)
  const known = resolvedTimes(sentence, context)
    .filter(
      (time) =>
        time.role !== 'base' &&
        canDate(sentence.text, time) &&
        !isTimeOfComparedAmount(time, sentence) &&
        !isYearOfHigherRank(time, sentence.text) &&
        !/\blast \w+ (?:in )?$/i.test(textBefore(sentence.text, time)),
    )
    .filter(({ period }) => daysOf(period).from <= day)
  const drill = sentence.topics.some(({ topic }) => topic.id === 'exercises') ? daySpanIn(sentence.times) : undefined
  const agreed = agreementDateIn(sentence.text, known)
  const news = known.find(isDayOfNews) ?? known.find((time) => isRecentDay(time, day))
  const occasion = {
    ...(agreed === undefined ? {} : { agreementPeriod: agreed }),
    ...(drill === undefined ? {} : { lastSpan: drill }),
    ...(news === undefined ? {} : { occasionPeriod: news.period, occasionIndex: sentence.index }),
  }
  const lasting = known.filter((time) => !datesOnlyItsClaim(time))
  const named = lasting.findLast(({ role }) => role !== 'since') ?? lasting.at(-1)
  if (named === undefined || fiscalCalendar.test(sentence.text)) return occasion
  // the time of a statement does not date the figures that follow
  const silent = context.claimIndex !== sentence.index && named.role === 'at' && speaker === null && !/\bhad\b/.test(sentence.text)
  const isPast = daysOf(named.period).to <= lastDayOf(context.date) || /^this-/.test(named.rule)
  if (!silent || !isPast) return { anchor: named.period, ...occasion }
  const lately = /^(?:this|last)-(?:week|month)$/.test(named.rule)
    ? { occasionPeriod: named.period, occasionIndex: sentence.index }
    : occasion
  return { anchor: named.period, currentPeriod: named.period, periodIndex: sentence.index, ...lately }
}

/** Returns the period from the first to the last of the named days; undefined if there are not two days in order. */
function daySpanIn(times: readonly TimeMention[]): ClaimPeriod | undefined {
  const days = times.flatMap(({ period }) => ('at' in period && period.at.length === 10 ? [period.at] : []))
  const [first, last] = [days[0], days.at(-1)]
  return first !== undefined && last !== undefined && first < last ? { from: first, to: last } : undefined
}

/** Returns when an agreement was signed or came into force, if the sentence gives exactly one date; otherwise undefined. */
function agreementDateIn(text: string, known: readonly TimeMention[]): ClaimPeriod | undefined {
  const dating =
    agreementWord.test(text) && conclusionVerb.test(text)
      ? known.filter(({ role, rule: name }) => role !== 'until' && name !== 'agreement' && name !== 'first-years')
      : []
  return dating.length === 1 ? dating[0]!.period : undefined
}

const agreementWord = /\b(?:agreement|deal|pact|accord|treaty|FTA|CEPA)\b/i
const conclusionVerb =
  /\b(?:sign(?:ed|ing)|(?:in|into) force|into effect|took effect|in effect|implemented|concluded|ratified|applied since|dates from|since the [^,;]*(?:began|started))\b/i

/** Words for the bounds of a fiscal year, whose dates are not those of a figure: `India's financial year begins in April`. */
const fiscalCalendar = /\b(?:financial|fiscal) year (?:begins?|starts?|runs?|ends?|is counted)\b/i

/** Whether a time is a day at most two weeks before the date of the text. */
function isRecentDay({ period, role }: TimeMention, day: string): boolean {
  if (!('at' in period) || period.at.length !== 10 || role !== 'at') return false
  return period.at <= day && addDays(period.at, 14) >= day
}

/** Returns what the context holds of names after this sentence: the states named last, the last lists of states, and all states named so far. */
function namesAfter(
  { actors, text }: Analysis,
  parties: readonly PartyRole[],
  { mentioned, lastNamed, lastLists: before }: Discourse,
): Partial<Discourse> {
  const ids = distinct(parties.filter(({ role, id }) => role !== 'standard' && id !== 'WLD').map(({ id }) => id))
  const lists = [...coordinatedLists(text, parties), ...before].slice(0, 3)
  return {
    lastNamed: ids.length > 0 ? ids : lastNamed,
    lastLists: lists,
    mentioned: distinct([...mentioned, ...actors.flatMap(({ ids }) => [...ids]), ...ids]),
  }
}

/** Returns the lists of states joined by commas or `and`, the last list first. */
function coordinatedLists(text: string, parties: readonly PartyRole[]): string[][] {
  const lists: string[][] = []
  const named = parties.filter(({ mention }) => mention.form !== 'pronoun')
  named.forEach((one, i) => {
    const before = named[i - 1]
    if (before !== undefined && (before.mention === one.mention || isCoordinated(text, before.mention, one.mention)))
      lists.at(-1)!.push(one.id)
    else lists.push([one.id])
  })
  return lists
    .map((list) => distinct(list))
    .filter(({ length }) => length > 1)
    .toReversed()
}

/** Returns the state that a sentence is about: the first near its beginning that follows no preposition. Undefined if there is none. */
function subjectOfSentence(parties: readonly PartyRole[], text: string): string | undefined {
  const one = subjectMention(parties, text)
  if (one?.role !== 'holder' || !one.mention.possessive) return one?.id
  // `Russia's share in its imports`: the sentence is about the importer
  const owner = parties.find(({ id, mention, role }) => id !== one.id && mention.rule === 'it' && role === 'receiver')
  return (owner ?? one).id
}

function subjectMention(parties: readonly PartyRole[], text: string): PartyRole | undefined {
  return parties.find(
    ({ role, mention, trigger, prepositional }) =>
      prepositional !== true &&
      !(mention.form === 'capital' && /\b(?:in|at|near) $/.test(textBefore(text, mention))) &&
      !worldAndRegions.has(mention.ids[0] ?? '') &&
      !(isRegionOrClub(mention.ids[0] ?? '') && parties.some(({ id }) => !isRegionOrClub(id))) &&
      gapBetween(mention, { start: 0, end: 0 }) < 70 &&
      role !== 'standard' &&
      (role !== 'receiver' || trigger?.way === 'in' || (trigger?.verb === true && mention.end < trigger.start)) &&
      (role !== 'partner' ||
        ((trigger?.agent === true || trigger?.text === 'traded') && !mention.possessive && mention.form !== 'adjective')) &&
      !(mention.form === 'adjective' && role === 'sender' && trigger === undefined),
  )
}

/**
 * Whether the owner of a flow is only a partner of the hub, the state that the text is written around: in a text on one buyer, `Norwegian deliveries came to`
 * is still described from the buyer's side.
 */
const isPartnerOfHub = (owner: string, parties: readonly PartyRole[], { bilateral, hub, perspective, recentPairs }: Discourse): boolean =>
  !bilateral &&
  hub !== null &&
  perspective === hub &&
  owner !== hub &&
  parties.every(({ id }) => id === owner || id === hub) &&
  recentPairs[0]?.ends.includes(hub) === true &&
  recentPairs[0].ends.includes(owner)

/**
 * Returns from which state's side a sentence describes trade: the owner of the trade, or the state other than the one after a preposition. Undefined if neither
 * is clear.
 */
function perspectiveOf(parties: readonly PartyRole[], context: Discourse): string | undefined {
  const traders = parties.filter(
    (one) => one.trigger !== undefined && !worldAndRegions.has(one.id) && one.role !== 'standard' && one.role !== 'holder',
  )
  const fits = (id: string): boolean => !context.bilateral || context.pair?.includes(id) === true
  const known = context.bilateral ? context.perspective : context.hub
  const isTold = (one: PartyRole): boolean => known === null || one.id === known || one.trigger?.verb !== true
  const owners = traders.filter((one) => isPossessor(one) && fits(one.id) && isTold(one))
  const owner = (owners.find(({ trigger }) => trigger?.verb !== true) ?? owners[0])?.id
  if (owner !== undefined) return isPartnerOfHub(owner, parties, context) ? (context.perspective ?? undefined) : owner
  if (!context.bilateral) {
    const partner = traders.find(({ prepositional, trigger }) => prepositional === true && trigger?.way === 'both')
    const others = parties.filter(({ id, role }) => id !== partner?.id && role !== 'standard' && !worldAndRegions.has(id))
    return partner !== undefined && others.length === 1 ? others[0]!.id : undefined
  }
  const other = traders.find(({ id }) => context.pair?.includes(id))?.id
  return other === undefined ? undefined : context.pair?.find((id) => id !== other)
}
