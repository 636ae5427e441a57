import type { Claim, ClaimPeriod } from '../claim.ts'
import { daysOf, lastDayOf, monthsOn, yearsIn } from '../text/calendar.ts'
import type { TimeMention } from '../text/mention.ts'
import { isGroup, regionMembers } from '../text/names/areas.ts'
import { clubsKnown } from '../text/names/club-members.ts'
import type { Sayings } from '../text/reported-speech-words.ts'
import { daysOn, isNewsDay, isPassing } from '../text/times/day-times.ts'
import { flowOf, mainTopics } from './claim-topic.ts'
import { placedIn } from './parties/party-mentions.ts'
import { wholeYear } from './periods/document-period.ts'
import { resolvedPeriod, settled } from './periods/periods.ts'
import { isBesideCompared, isOfHigherPlaces, isUsable } from './periods/time-attachment.ts'
import { type Analysis, gap } from './sentence/analysis.ts'
import { distinct } from './sentence/argument-frame.ts'
import { counterpart, type Discourse } from './sentence/context.ts'
import type { Head } from './sentence/head.ts'
import { isListed, owns, type PartyRole } from './sentence/roles.ts'

/** What a claim leaves for the next: between whom, when. */
export function after(context: Discourse, claim: Claim, sentence: Analysis, head: Head): Discourse {
  const [first, second] = claim.actors
  const states = first !== undefined && second !== undefined
  const sent = sentOf(claim)
  const figure = claim.kind !== 'event' && claim.kind !== 'membership' && head.rule !== 'first-done'
  const met = states && !figure && first !== second ? { met: [[first, second] as const, ...context.met].slice(0, 8) } : {}
  const pairwise = states && figure && claim.actors.length === 2 && claim.kind !== 'comparison'
  return {
    ...context,
    ...met,
    ...(claim.kind === 'event' ? { deed: claim } : {}),
    ...(pairwise
      ? { recent: [{ ends: [first, second] as const, direction: claim.direction, domain: claim.domain }, ...context.recent].slice(0, 8) }
      : {}),
    ...(sent !== undefined && claim.domain === 'sanctions' ? { sanctions: sent } : {}),
    ...(sent !== undefined && figure ? { sent } : {}),
    ...(figure && ((claim.actors.length >= 2 && claim.direction !== 'n/a') || (claim.kind === 'ranking' && claim.actors.length === 1))
      ? { last: lastOfClaim(claim) }
      : {}),
    ...(figure && (claim.actors.length >= 2 || claim.direction === 'n/a') && context.claimIndex !== sentence.index
      ? { lead: lastOfClaim(claim) }
      : {}),
    ...timesAfter(claim, sentence, head, context),
    ...(claim.period !== null && claim.period === context.occasion ? { occasionIndex: sentence.index } : {}),
    ...(claim.checkable ? { claimIndex: sentence.index } : {}),
  }
}

/** Of a comparison the larger flow. */
function lastOfClaim({ kind, actors, direction }: Claim): Discourse['last'] {
  return { actors: kind === 'comparison' && direction.includes('->') ? direction.split('->') : actors, direction }
}

/** `Russia, which was still 13th in 2021, came 38th`: what is told of somebody by the way. */
const toldByTheWay = /, (?:which|who) (?:was|were|had)\b[^,;]*$/

const endOf = (period: ClaimPeriod): string => daysOf(period).to

const sameAs = (a: ClaimPeriod, b: ClaimPeriod): boolean => JSON.stringify(a) === JSON.stringify(b)

const isDating = ({ role }: TimeMention, { kind, period }: Claim): boolean =>
  role === 'at' ||
  role === 'until' ||
  (role === 'since' && (kind === 'event' || (kind === 'quantity' && period !== null && 'from' in period && period.from.length === 4)))

/** The time that a claim leaves: of a change its end; what was so before (`had been`) and what is only compared with leave none. */
function timesAfter(claim: Claim, sentence: Analysis, head: Head, context: Discourse): Partial<Discourse> {
  const { usual, period: before, periodIndex } = context
  const { period } = claim
  const dated = sentence.times.some((time) => !isPassing(time) && isDating(time, claim))
  if (period !== null && period === before) return { periodIndex: sentence.index }
  if (period === null || !dated || sentence.times.some((time) => isPassing(time) && sameAs(settled(time, context).period, period)))
    return {}
  const stretch = 'from' in period ? { stretch: period } : {}
  if (toldByTheWay.test(sentence.text.slice(0, head.end)) && /^[^,;]*,/.test(sentence.text.slice(head.end))) return stretch
  const occasion =
    claim.kind !== 'ranking' &&
    !isByTheWay(sentence, period, context) &&
    sentence.topics.some(({ topic }) => topic.id === 'un-votes' || topic.id === 'vetoes')
      ? { occasion: period, occasionIndex: sentence.index }
      : {}
  if (
    /\bhad (?:\w+ )?(?:been|\w+ed|stood|held|risen|fallen|grown)\b|\blast (?:held|was|did|had|took)\b|\blast time\b/.test(
      sentence.text.slice(0, head.end),
    )
  )
    return { ...stretch, ...occasion }
  if (claim.kind === 'forecast' || claim.kind === 'attribution' || claim.kind === 'event' || claim.kind === 'membership')
    return { ...stretch, ...occasion }
  if (isAlone(sentence.text) && before !== null) return { ...occasion }
  // how many were listed or sent on a day says nothing of when the figures behind it are so
  if (claim.kind === 'count' && 'at' in period && period.at.length === 10) return { ...stretch, ...occasion }
  // a rate that is agreed for years to come says nothing of what is
  if (endOf(period).slice(0, 4) > context.date.slice(0, 4)) return { ...occasion }
  const isOlder =
    before !== null &&
    usual !== null &&
    'from' in period &&
    (claim.kind === 'trend' || claim.kind === 'ranking') &&
    yearsIn(period) > 1 &&
    period.to < ('at' in usual ? usual.at : usual.from)
  if (isOlder || isBesideMonths(claim, head, context) || isMonthOf(period, sentence, context)) return { ...stretch, ...occasion }
  const since = sentence.times.some(({ role }) => role === 'since')
  const lasting = (claim.kind === 'trend' && claim.period_base === null) || (claim.kind === 'ranking' && since)
  const end = (claim.value_from === null ? undefined : endPointIn(period, sentence, context)) ?? (lasting ? lastOf(period) : period)
  if (before !== null && periodIndex === sentence.index && endOf(end) <= endOf(before)) return { ...stretch, ...occasion }
  return { ...stretch, ...occasion, period: end, periodIndex: sentence.index }
}

/** `Bangladesh, which had abstained in March, voted for it`, `the sixth resolution since 2022`: no time of the vote that is told of. */
const isByTheWay = ({ times, text }: Analysis, period: ClaimPeriod, context: Discourse): boolean =>
  times
    .filter((time) => sameAs(settled(time, context).period, period))
    .every(({ role, start }) => role === 'since' || /, (?:which|who|whose)\b[^,;]*$/.test(text.slice(0, start)))

/** `Over the whole of 2022 they still grew`: how a year before the months that were named went is by the way, unless its level is told. */
function isBesideMonths({ kind, period }: Claim, { from }: Head, { usual, period: before }: Discourse): boolean {
  if (kind !== 'trend' || from !== undefined || period === null || usual === null || before === null || !sameAs(usual, before)) return false
  return 'from' in usual && usual.from.length === 7 && endOf(period) < usual.from
}

/** A month of the year that the title names, once that was spoken of, is by the way, and one that is itself spoken of: `December brought 43 billion`. */
function isMonthOf(period: ClaimPeriod, { times }: Analysis, { usual, period: before, isDated }: Discourse): boolean {
  if (!isDated && !times.some(({ rule: name }) => name === 'month-itself')) return false
  if (!isMonth(period) || usual === null || before === null || isMonth(before)) return false
  return yearsIn(usual) === 1 && daysOf(usual).from <= daysOf(period).from && endOf(usual) >= endOf(period) && !sameAs(usual, period)
}

const isMonth = (period: ClaimPeriod): boolean => 'at' in period && period.at.length === 7

/** `In December alone they were $57 million`: by the way, beside the longer time that is told of. */
const isAlone = (text: string): boolean =>
  /^(?:And |But |Yet )?[Ii]n (?:the (?:month|quarter) of )?\p{Lu}\p{L}+ (?:alone|itself)\b/u.test(text)

/** Of a change from one time to another the later one, as the text names it: `$498 million in July-December, against $488 million a year before`. */
function endPointIn(period: ClaimPeriod, { times }: Analysis, context: Discourse): ClaimPeriod | undefined {
  const { from, to } = daysOf(period)
  return [
    ...times.filter(({ rule }) => !/^(?:year-end|end-of-)/.test(rule)).map((time) => settled(time, context).period),
    ...(context.period === null ? [] : [context.period]),
  ].find((one) => {
    const days = daysOf(one)
    return days.to === to && days.from > from
  })
}

function sentOf(claim: Claim): readonly [string, string] | undefined {
  const [from, to] = claim.direction.split('->')
  return from === undefined || to === undefined || from === 'WLD' || to === 'WLD' ? undefined : [from, to]
}

/** What a sentence leaves for the next whether or not it made a claim. */
export function spokenOf(context: Discourse, sentence: Analysis, sayings: Sayings): Discourse {
  const told = mainTopics(sentence)
  const flow = flowOf(sentence.text, told, context.flow)
  const topic = flow ?? (told.find((one) => one.topic.id === 'defence-spending') ?? told[0])?.topic
  const bloc = sentence.actors.find(({ form, rule, ids }) => form === 'bloc' && (rule !== 'organisation' || clubsKnown.includes(ids[0]!)))
    ?.ids[0]
  const people = placedIn(sentence, context)
  return {
    ...context,
    ...timesSpoken(sentence, context, sayings),
    topic: topic ?? context.topic,
    flow: flow ?? context.flow,
    bloc: bloc ?? context.bloc,
    ...namedIn(sentence, people, context),
    ...movedIn(people, context, sentence),
    subject: subjectOf(people, sentence.text) ?? context.subject,
    home: homeOf(people, context) ?? context.home,
    source: sayings.source ?? context.source,
  }
}

/** `Russian gas was once the cheapest`: without a claim a sentence may still tell whose goods the next is about. */
function movedIn(people: readonly PartyRole[], context: Discourse, { index, quantities }: Analysis): Partial<Discourse> {
  if (context.claimIndex === index && quantities.length > 0) return {}
  const [one, ...rest] = distinct(
    people.filter(({ role, by, prepositional }) => role === 'sender' && by === undefined && prepositional !== true).map(({ id }) => id),
  )
  const other = one === undefined || rest.length > 0 ? undefined : counterpart(one, context)
  if (one === undefined || other === undefined || other === one) return {}
  const last = { actors: [one, other], direction: `${one}->${other}` }
  return { last, lead: last }
}

/** The last year, or twelve months, of a stretch. */
function lastOf(period: ClaimPeriod): ClaimPeriod {
  if ('at' in period) return period
  if (period.from.length === 4) return { at: period.to }
  return yearsIn(period) > 1 && period.to.length === 7 ? { from: monthsOn(period.to, -11), to: period.to } : wholeYear(period)
}

/** The time that a sentence names last is that from which the next counts; where it makes no claim, the next is about it as well. */
function timesSpoken(sentence: Analysis, context: Discourse, { speaker }: Sayings): Partial<Discourse> {
  const day = lastDayOf(context.date)
  const known = resolvedPeriod(sentence, context)
    .filter(
      (time) =>
        time.role !== 'base' &&
        isUsable(sentence.text, time) &&
        !isBesideCompared(time, sentence) &&
        !isOfHigherPlaces(time, sentence.text) &&
        !/\blast \w+ (?:in )?$/i.test(sentence.text.slice(0, time.start)),
    )
    .filter(({ period }) => daysOf(period).from <= day)
  const drill = sentence.topics.some(({ topic }) => topic.id === 'exercises') ? daysTold(sentence.times) : undefined
  const agreed = agreedIn(sentence.text, known)
  const news = known.find(isNewsDay) ?? known.find((time) => isOfLate(time, day))
  const occasion = {
    ...(agreed === undefined ? {} : { agreed }),
    ...(drill === undefined ? {} : { stretch: drill }),
    ...(news === undefined ? {} : { occasion: news.period, occasionIndex: sentence.index }),
  }
  const lasting = known.filter((time) => !isPassing(time))
  const named = lasting.findLast(({ role }) => role !== 'since') ?? lasting.at(-1)
  if (named === undefined || fiscalCalendar.test(sentence.text)) return occasion
  // when somebody said a thing is not when the figures behind it are so
  const silent = context.claimIndex !== sentence.index && named.role === 'at' && speaker === null && !/\bhad\b/.test(sentence.text)
  const isPast = daysOf(named.period).to <= lastDayOf(context.date) || /^this-/.test(named.rule)
  if (!silent || !isPast) return { anchor: named.period, ...occasion }
  const lately = /^(?:this|last)-(?:week|month)$/.test(named.rule) ? { occasion: named.period, occasionIndex: sentence.index } : occasion
  return { anchor: named.period, period: named.period, periodIndex: sentence.index, ...lately }
}

/** From the first to the last of two days that are named. */
function daysTold(times: readonly TimeMention[]): ClaimPeriod | undefined {
  const days = times.flatMap(({ period }) => ('at' in period && period.at.length === 10 ? [period.at] : []))
  const [first, last] = [days[0], days.at(-1)]
  return first !== undefined && last !== undefined && first < last ? { from: first, to: last } : undefined
}

/** When an agreement was signed or came into force, as far as a sentence says so. */
function agreedIn(text: string, known: readonly TimeMention[]): ClaimPeriod | undefined {
  const told =
    agreements.test(text) && concluded.test(text)
      ? known.filter(({ role, rule: name }) => role !== 'until' && name !== 'agreement' && name !== 'first-years')
      : []
  return told.length === 1 ? told[0]!.period : undefined
}

const agreements = /\b(?:agreement|deal|pact|accord|treaty|FTA|CEPA)\b/i
const concluded =
  /\b(?:sign(?:ed|ing)|(?:in|into) force|into effect|took effect|in effect|implemented|concluded|ratified|applied since|dates from|since the [^,;]*(?:began|started))\b/i

/** `India's financial year begins in April`: when no figure is so. */
const fiscalCalendar = /\b(?:financial|fiscal) year (?:begins?|starts?|runs?|ends?|is counted)\b/i

/** A day of the fortnight before the text. */
function isOfLate({ period, role }: TimeMention, day: string): boolean {
  if (!('at' in period) || period.at.length !== 10 || role !== 'at') return false
  return period.at <= day && daysOn(period.at, 14) >= day
}

/** Who has been met in the text, and who last. */
function namedIn({ actors, text }: Analysis, people: readonly PartyRole[], { known, told, lists: before }: Discourse): Partial<Discourse> {
  const ids = distinct(people.filter(({ role, id }) => role !== 'beside' && id !== 'WLD').map(({ id }) => id))
  const lists = [...listsIn(text, people), ...before].slice(0, 3)
  return { told: ids.length > 0 ? ids : told, lists, known: distinct([...known, ...actors.flatMap(({ ids }) => [...ids]), ...ids]) }
}

/** Those who stand together, joined by commas or `and`: the last list first. */
function listsIn(text: string, people: readonly PartyRole[]): string[][] {
  const lists: string[][] = []
  const named = people.filter(({ mention }) => mention.form !== 'pronoun')
  named.forEach((one, i) => {
    const before = named[i - 1]
    if (before !== undefined && (before.mention === one.mention || isListed(text, before.mention, one.mention))) lists.at(-1)!.push(one.id)
    else lists.push([one.id])
  })
  return lists
    .map((list) => distinct(list))
    .filter(({ length }) => length > 1)
    .toReversed()
}

/** Who a sentence is about: the first named near its beginning, not behind a preposition. */
function subjectOf(people: readonly PartyRole[], text: string): string | undefined {
  const one = subjectIn(people, text)
  if (one?.role !== 'holder' || !one.mention.possessive) return one?.id
  // `Russia's share in its imports`: about whose imports they are
  const owner = people.find(({ id, mention, role }) => id !== one.id && mention.rule === 'it' && role === 'receiver')
  return (owner ?? one).id
}

function subjectIn(people: readonly PartyRole[], text: string): PartyRole | undefined {
  return people.find(
    ({ role, mention, by, prepositional }) =>
      prepositional !== true &&
      !(mention.form === 'capital' && /\b(?:in|at|near) $/.test(text.slice(0, mention.start))) &&
      !regionMembers.has(mention.ids[0] ?? '') &&
      !(isGroup(mention.ids[0] ?? '') && people.some(({ id }) => !isGroup(id))) &&
      gap(mention, { start: 0, end: 0 }) < 70 &&
      role !== 'beside' &&
      (role !== 'receiver' || by?.way === 'in' || (by?.verb === true && mention.end < by.start)) &&
      (role !== 'partner' || ((by?.agent === true || by?.text === 'traded') && !mention.possessive && mention.form !== 'adjective')) &&
      !(mention.form === 'adjective' && role === 'sender' && by === undefined),
  )
}

/** `Norwegian deliveries came to`, in a text on what another buys from there: told from the other's side still. */
const isPartnerOfHub = (owner: string, people: readonly PartyRole[], { bilateral, hub, home, recent }: Discourse): boolean =>
  !bilateral &&
  hub !== null &&
  home === hub &&
  owner !== hub &&
  people.every(({ id }) => id === owner || id === hub) &&
  recent[0]?.ends.includes(hub) === true &&
  recent[0].ends.includes(owner)

/** From whose side a sentence tells of trade: whose it is, or not the one to, from or with whom it goes. */
function homeOf(people: readonly PartyRole[], context: Discourse): string | undefined {
  const told = people.filter((one) => one.by !== undefined && !regionMembers.has(one.id) && one.role !== 'beside' && one.role !== 'holder')
  const fits = (id: string): boolean => !context.bilateral || context.pair?.includes(id) === true
  const known = context.bilateral ? context.home : context.hub
  const isTold = (one: PartyRole): boolean => known === null || one.id === known || one.by?.verb !== true
  const owners = told.filter((one) => owns(one) && fits(one.id) && isTold(one))
  const owner = (owners.find(({ by }) => by?.verb !== true) ?? owners[0])?.id
  if (owner !== undefined) return isPartnerOfHub(owner, people, context) ? (context.home ?? undefined) : owner
  if (!context.bilateral) {
    const partner = told.find(({ prepositional, by }) => prepositional === true && by?.way === 'both')
    const others = people.filter(({ id, role }) => id !== partner?.id && role !== 'beside' && !regionMembers.has(id))
    return partner !== undefined && others.length === 1 ? others[0]!.id : undefined
  }
  const other = told.find(({ id }) => context.pair?.includes(id))?.id
  return other === undefined ? undefined : context.pair?.find((id) => id !== other)
}
