import type { Analysis } from './analysis.ts'
import { daysOf, fromTo, yearsIn } from './calendar.ts'
import type { ClaimPeriod } from './claim.ts'
import type { Context } from './context.ts'
import type { Head } from './head.ts'
import type { Topic } from './topics.ts'

const present =
  /\b(?:is|are|has|have|now|currently|today|remains?|buys?|sells?|takes?|owes?|lends?|supplies|accounts?|makes? up|depends?|relies|holds?|runs?|wants?|see|sees|comes|imports|exports|provides|stands?|ranks?|sits?|heads|leads|tops|makes|lives?|uses?)\b/i
const past = /\b(?:was|were|had|did|came|rose|fell|grew|dropped|shrank|bought|sold|took|reached|stood|went|became|\w{3,}ed)\b/i

/** Told in the present, with nothing in the past. */
const isPresent = (text: string): boolean => present.test(text) && !past.test(text)

/**
 * When a claim is so whose sentence names no time: for figures the period that the text is about, or the one named in the sentence before where it is told in
 * the past; for what happened, what is so, and what is owed now, the year of the document.
 */
export function unsaidPeriod(sentence: Analysis, head: Head, context: Context): ClaimPeriod {
  const { period, usual, occasion } = context
  const topic = sentence.topics[0]?.topic
  const isVote = [
    head.topic,
    ...sentence.topics.map((one) => one.topic.id),
    ...(sentence.topics.length === 0 ? [context.topic?.id] : []),
  ].some((id) => id === 'un-votes' || id === 'vetoes')
  if (head.kind === 'event' || head.kind === 'attribution') return isVote ? (occasion ?? yearOf(context)) : yearOf(context)
  if (head.kind === 'membership' || head.kind === 'forecast') return yearOf(context)
  const domains = new Set(sentence.topics.map((one) => one.topic.domain))
  if (head.kind === 'count' && isVote && occasion !== null) return occasion
  if (head.kind === 'count' && (domains.has('sanctions') || domains.has('exercises'))) return yearOf(context)
  if (/\b(?:will|shall)\b/.test(sentence.text)) return yearOf(context)
  const stock = usual !== null && 'at' in usual && usual.at.length === 7
  if (isPresent(sentence.text) && isStanding(head, topic)) return yearOf(context)
  if (
    !stock &&
    !isRestating(sentence.text) &&
    isPresent(sentence.text) &&
    (topic?.domain === 'finance' || topic?.domain === 'narrative') &&
    topic.id !== 'students'
  )
    return yearOf(context)
  if (
    isPresent(sentence.text) &&
    usual !== null &&
    !(period === null && context.date.length === 4) &&
    (/\b(?:now|currently|today)\b/i.test(sentence.text) || sentence.index - context.periodIndex > 1 || isOlder(period, usual))
  )
    return usual
  const now = /\b(?:now|currently|today|nowadays)\b/i.test(sentence.text)
  if (now && isPresent(sentence.text) && period !== null && Number(context.date.slice(0, 4)) - Number(daysOf(period).to.slice(0, 4)) > 2)
    return yearOf(context)
  const arms = sentence.topics.some((one) => one.topic.domain === 'arms') || context.flow?.domain === 'arms'
  if (period === null && arms && /SIPRI/.test(context.source ?? '')) return fiveYears(context)
  if (period === null && isPresent(sentence.text) && context.date.length === 4) return yearOf(context)
  if (period === null || isStale(period, sentence, context))
    return usual ?? period ?? (head.kind === 'ranking' ? null : dayOf(occasion)) ?? yearOf(context)
  return period
}

/** What there is of people, firms and members, and who owns what of a thing: told in the present it is of the day of the text, whatever year its figures are of. */
const isStanding = ({ kind }: Head, topic: Topic | undefined): boolean =>
  kind === 'count' ? topic?.domain !== 'trade' && topic?.domain !== 'energy' : kind === 'share' && topic?.domain === 'investment'

/** `This is less than what the others gave`: of the figure before. */
const isRestating = (text: string): boolean =>
  /^(?:This|That|It) is (?:\w+ ){0,2}(?:less|more|fewer|smaller|larger|higher|lower|below|above|half|twice|a \w+ (?:of|more|less))\b/.test(
    text,
  )

/** The day of the news, where nothing else dates a number. */
const dayOf = (occasion: ClaimPeriod | null): ClaimPeriod | null =>
  occasion !== null && 'at' in occasion && occasion.at.length === 10 ? occasion : null

/**
 * A time that was named by the way: an older one, not in the sentence before or at the far end of a comparison; beside the months or the window of years that
 * a text is about, once these were named, any whole year.
 */
function isStale(period: ClaimPeriod, { index, text }: Analysis, { usual, periodIndex, stretch }: Context): boolean {
  if (usual === null || index === periodIndex) return false
  const named = stretch !== null && sameAs(stretch, usual) && !/\bhad\b/.test(text)
  const [own, told] = [daysOf(period), daysOf(usual)]
  if (named && yearsIn(usual) >= 3 && !sameAs(period, usual) && own.from >= told.from && own.to <= told.to) return true
  return own.to < told.from && index - periodIndex > (named && isPartYear(usual) ? 0 : 1)
}

const isOlder = (period: ClaimPeriod | null, usual: ClaimPeriod): boolean => period !== null && daysOf(period).to < daysOf(usual).from

const sameAs = (a: ClaimPeriod, b: ClaimPeriod): boolean => JSON.stringify(a) === JSON.stringify(b)
const isPartYear = (period: ClaimPeriod): boolean => 'from' in period && period.from.length === 7

/** SIPRI compares five whole years with the five before. */
function fiveYears(context: Context): ClaimPeriod {
  const last = Number(context.date.slice(0, 4)) - 1
  return fromTo(String(last - 4), String(last))
}

const yearOf = (context: Context): ClaimPeriod => ({ at: context.date.slice(0, 4) })
