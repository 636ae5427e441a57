import type { ClaimPeriod } from '../../claim.ts'
import { daysOf, endOf, fromTo, monthsOn, yearsIn } from '../../text/calendar.ts'
import type { Topic } from '../../text/topics/topics.ts'
import type { Analysis } from '../sentence/analysis.ts'
import type { Discourse } from '../sentence/context.ts'
import type { Head } from '../sentence/head.ts'
import { isPresent } from './tense.ts'

/**
 * When a claim is so whose sentence names no time: for figures the period that the text is about, or the one named in the sentence before where it is told in
 * the past; for what happened, what is so, and what is owed now, the year of the document.
 */
export function unsaidPeriod(sentence: Analysis, head: Head, context: Discourse): ClaimPeriod {
  const period = unsaid(sentence, head, context)
  return 'at' in period && period.at.length === 7 && isOfYears.test(sentence.text) ? { at: period.at.slice(0, 4) } : period
}

/** `For the 20th consecutive year`, `three years in a row`: of years, whatever month was spoken of. */
const isOfYears =
  /\b(?:(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:consecutive |straight |successive )?year\b(?! earlier)|years? (?:in a row|running|in succession)\b)/i

function unsaid(sentence: Analysis, head: Head, context: Discourse): ClaimPeriod {
  const { occasion, stretch } = context
  if (isPledged(sentence, head, context) && stretch !== null) return stretch
  if (sameOccasion.test(sentence.text) && context.deed?.period != null) return context.deed.period
  const isVote = isOfVotes(sentence, head, context)
  if (head.kind === 'event' || head.kind === 'attribution' || isSigned(sentence, head))
    return (isVote ? occasion : thenToo(sentence, context)) ?? yearOf(context)
  if (head.kind === 'membership' || head.kind === 'forecast') return yearOf(context)
  if (head.kind === 'count' && isVote && occasion !== null) return occasion
  if (isOfDrill(sentence, head, context) && stretch !== null) return stretch
  const restricts = sentence.topics.some(({ topic }) => topic.domain === 'sanctions' || topic.domain === 'exercises')
  if ((head.kind === 'count' && restricts) || /\b(?:will|shall)\b/.test(clauseTo(sentence.text, head))) return yearOf(context)
  if (isOfWindows(sentence, head, context)) return fiveYears(context)
  if (
    head.kind === 'ranking' &&
    isPresent(sentence.text) &&
    /^ (?:[\w-]+ ){0,3}(?:contract|deal|order|sale)\b/.test(sentence.text.slice(head.end))
  )
    return freshDay(sentence, context) ?? yearOf(context)
  if (isOrder(sentence, head, context)) return freshDay(sentence, context) ?? yearOf(context)
  if (head.kind === 'count' && isDeal(sentence)) return freshDay(sentence, context) ?? yearOf(context)
  if (isRunningOn(sentence, head, context) && stretch !== null) return stretch
  return (isPresent(sentence.text) ? periodNow(sentence, head, context) : undefined) ?? periodTold(sentence, head, context)
}

/** `Signed 26 agreements on that occasion`: when the last thing happened. */
const sameOccasion =
  /\b(?:on (?:that|this|the same) (?:occasion|day)|the same day|at (?:that|the) (?:meeting|summit)|during (?:the|his|her|that|this|their) (?:\w+ )?(?:visit|trip|summit|meeting|talks|stay))\b/

/** Of a figure that is told in the present; undefined where it is of the time named before. */
function periodNow(sentence: Analysis, head: Head, context: Discourse): ClaimPeriod | undefined {
  const { period, usual, date } = context
  const topic = sentence.topics[0]?.topic
  const stock = usual !== null && 'at' in usual && usual.at.length === 7
  const fresh = freshDay(sentence, context)
  if (head.kind === 'count' && isStanding(head, topic) && fresh !== null) return fresh
  if (isStanding(head, topic) || (isLasting(topic, stock, sentence.text) && !isOfYear(topic, head, context, sentence.index)))
    return yearOf(context)
  if (stock && topic?.domain === 'finance') return usual
  if (usual !== null) {
    const counted = sentence.topics.some((one) => isCounted(one.topic))
    if (isOfNews(period, date) || (yearsIn(usual) < 3 && (period === null ? !counted : isOlder(period, usual)))) return yearOf(context)
    if (!(period === null && date.length === 4) && sentence.index - context.periodIndex > 1) return usual
  }
  if (usual === null && period !== null && 'at' in period && period.at === date.slice(0, 7)) return yearOf(context)
  const now = /\b(?:now|currently|today|nowadays)\b/i.test(sentence.text)
  const long = period !== null && Number(date.slice(0, 4)) - Number(daysOf(period).to.slice(0, 4)) > 2
  return long && (now || usual === null) ? yearOf(context) : undefined
}

/** Of a figure: the time named before, unless that was by the way; else what the text is about. */
function periodTold(sentence: Analysis, head: Head, context: Discourse): ClaimPeriod {
  const { period, usual, anchor } = context
  const month = anchor === null ? undefined : monthIn(sentence, endOf(anchor))
  if (month !== undefined) return { at: month }
  const occasion = sentence.index - context.occasionIndex < 6 ? context.occasion : null
  const spent = [...sentence.topics.map((one) => one.topic), context.topic].some((topic) => topic?.id === 'defence-spending')
  const arms = !spent && (sentence.topics.some((one) => one.topic.domain === 'arms') || context.flow?.domain === 'arms')
  if (period === null && arms && /SIPRI/.test(context.source ?? '')) return fiveYears(context)
  if (period === null && usual === null && spent && !isPresent(sentence.text)) return { at: String(Number(context.date.slice(0, 4)) - 1) }
  if (period === null && isPresent(sentence.text) && context.date.length === 4) return yearOf(context)
  if (period === null || isStale(period, sentence, context))
    return usual ?? period ?? (head.kind === 'ranking' ? null : dayOf(occasion)) ?? yearOf(context)
  return period
}

/** `7.9 percent on the month`, `than in December 2022`: of the month with which the time named last ended. */
const monthIn = ({ times }: Analysis, month: string): string | undefined =>
  month.length === 7 &&
  times.some(
    ({ rule, role, period }) =>
      rule === 'month-on-month' || rule === 'month-before' || (role === 'base' && 'at' in period && period.at === monthsOn(month, -12)),
  )
    ? month
    : undefined

/** `The two signed 28 agreements`: so many deeds. */
const isSigned = ({ text }: Analysis, { kind, end }: Head): boolean =>
  kind === 'count' && /\b(?:signed|concluded|inked)\b[^.;]*$/.test(text.slice(0, end)) && deals.test(text.slice(end))
const deals = /^ (?:[\w-]+ ){0,3}(?:agreements?|documents|memorand(?:a|ums)|deals|accords|contracts|treaties|MoUs)\b/i

const isOfVotes = ({ topics }: Analysis, head: Head, context: Discourse): boolean =>
  [head.topic, ...topics.map((one) => one.topic.id), ...(topics.length === 0 ? [context.topic?.id] : [])].some(
    (id) => id === 'un-votes' || id === 'vetoes',
  )

/** The day of the news right before, of which a number tells more: `Three ministers are among them`. */
const freshDay = ({ text, index }: Analysis, { occasion, occasionIndex }: Discourse): ClaimPeriod | null =>
  occasionIndex === index - 1 && !/\b(?:now|people|inhabitants|population|citizens|members)\b/i.test(text) ? dayOf(occasion) : null

/** Who and what takes part in an exercise whose days were told. */
const isOfDrill = ({ topics, text }: Analysis, { kind }: Head, { stretch, topic }: Discourse): boolean =>
  (kind === 'count' || kind === 'ranking' || kind === 'share') &&
  stretch !== null &&
  'from' in stretch &&
  stretch.from.length === 10 &&
  (/\bt(?:ak(?:e|es|ing)|ook) part\b/.test(text) ||
    topics.some((one) => one.topic.id === 'exercises' || (kind === 'count' && one.topic.id === 'weapon-systems')) ||
    (topics.length === 0 && topic?.id === 'exercises'))

/** Changes of arms transfers that no time dates, as SIPRI tells them. */
const isOfWindows = ({ topics, times }: Analysis, head: Head, { source }: Discourse): boolean =>
  head.kind === 'trend' &&
  times.length === 0 &&
  /SIPRI/.test(source ?? '') &&
  topics.some(({ topic }) => topic.id === 'arms-exports' || topic.id === 'arms-imports')

/** `is buying 42 jets`, `has ordered four frigates`: what is on order when the text is written. */
const isDeal = ({ topics, text }: Analysis): boolean =>
  topics.some(({ topic }) => topic.domain === 'arms') &&
  /\b(?:is|are) (?:buying|acquiring|purchasing|ordering|selling|supplying|delivering|sending|getting)\b|\bha(?:s|ve) (?:\w+ )?(?:bought|ordered|purchased|acquired|contracted|signed|agreed)\b/.test(
    text,
  )

/** `Athens also bought six jets`, with no time told just before: news of the year, whatever year its earlier orders were of. */
const isOrder = ({ topics, text, index }: Analysis, { kind }: Head, { periodIndex, usual }: Discourse): boolean =>
  (kind === 'count' || kind === 'quantity') &&
  (usual === null || yearsIn(usual) < 3) &&
  ((kind === 'count' && /\bbrings\b[^.;]{0,60}\b(?:fleet|arsenal|inventory)\b/.test(text)) ||
    (periodIndex < index - 1 &&
      topics.some(({ topic }) => topic.id === 'weapon-systems') &&
      /\b(?:bought|ordered|signed|purchased|br(?:inging|ought) (?:its|the|their) )/.test(text)))

/** A sentence up to the end of the clause of a head. */
const clauseTo = (text: string, { end }: Head): string => text.slice(0, end + text.slice(end).search(/[,;] (?:and|but|while|whereas)\b|$/))

/** Another change without a time right behind one over some years: over the same. */
function isRunningOn({ index, times }: Analysis, head: Head, { stretch, period, periodIndex }: Discourse): boolean {
  if (head.kind !== 'trend' || head.from !== undefined || times.length > 0 || stretch === null || period === null) return false
  const long = 'from' in stretch && yearsIn(stretch) > 3 && !(stretch.from.length === 4 && yearsIn(stretch) === 5)
  return long && periodIndex >= index - 1 && daysOf(period).to === daysOf(stretch).to && !sameAs(period, stretch)
}

/** Aid that is counted from one day to another: that of others is counted so too. */
const isPledged = ({ topics, text }: Analysis, { kind, quantity }: Head, { stretch, topic }: Discourse): boolean =>
  stretch !== null &&
  'from' in stretch &&
  stretch.from.length === 10 &&
  (quantity?.kind === 'money' || kind === 'share' || kind === 'ranking' || kind === 'comparison') &&
  (topics.some((one) => one.topic.id === 'aid') || (topic?.id === 'aid' && topics.length === 0)) &&
  !/\bwill\b/.test(text)

/** Told in the plain past right behind the news of a day: `They also signed a memorandum`. */
const thenToo = ({ text, index }: Analysis, { occasion, occasionIndex }: Discourse): ClaimPeriod | null =>
  occasionIndex === index - 1 && !isPresent(text) && !/\bha(?:s|ve|d)\b/.test(text) ? dayOf(occasion) : null

/** What there is of people, firms and members, and who owns what of a thing: told in the present it is of the day of the text, whatever year its figures are of. */
const isStanding = ({ kind }: Head, topic: Topic | undefined): boolean =>
  kind === 'count'
    ? topic?.domain !== 'trade' && topic?.domain !== 'energy'
    : kind === 'share' && (topic?.domain === 'investment' || topic?.id === 'membership')

/** What is owed, held and thought is so on the day of the text, unless the text is about such a day itself. */
const isLasting = (topic: Topic | undefined, stock: boolean, text: string): boolean =>
  !stock &&
  !isRestating(text) &&
  (topic?.domain === 'finance' || topic?.domain === 'investment' || topic?.domain === 'narrative') &&
  topic.id !== 'students'

/** What is owed, in a text whose figures are of the year before: of that year. */
const isOfYear = (
  topic: Topic | undefined,
  { quantity, kind }: Head,
  { usual, date, period, periodIndex, recent }: Discourse,
  index: number,
): boolean =>
  index - periodIndex <= 1 &&
  topic?.id === 'loans' &&
  recent[0]?.domain === 'finance' &&
  period !== null &&
  (kind === 'ranking' || quantity !== undefined) &&
  usual !== null &&
  'at' in usual &&
  sameAs(period, usual) &&
  usual.at === String(Number(date.slice(0, 4)) - 1)

/** What is counted by the year, so that the present tense means the last one counted. */
const isCounted = ({ domain }: Topic): boolean => domain === 'trade' || domain === 'arms' || domain === 'energy'

/** A day, or the month in which the text was written: of news, not of figures. */
const isOfNews = (period: ClaimPeriod | null, date: string): boolean =>
  period !== null && 'at' in period && (period.at.length === 10 || period.at === date.slice(0, 7))

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
function isStale(period: ClaimPeriod, { index, text }: Analysis, { usual, periodIndex, stretch }: Discourse): boolean {
  if (usual === null || index === periodIndex || (index === periodIndex + 1 && isThat.test(text))) return false
  const named = stretch !== null && sameAs(stretch, usual) && !/\bhad\b/.test(text)
  const [own, told] = [daysOf(period), daysOf(usual)]
  if (named && yearsIn(usual) >= 3 && !sameAs(period, usual) && own.from >= told.from && own.to <= told.to) return true
  return own.to < told.from && index - periodIndex > 1
}

/** `This was the highest share`: of the time of the sentence before. */
const isThat = /^(?:This|That) (?:was|is|made|marked|meant|represented|equalled|left|put|brought)\b/

const isOlder = (period: ClaimPeriod | null, usual: ClaimPeriod): boolean => period !== null && daysOf(period).to < daysOf(usual).from

const sameAs = (a: ClaimPeriod, b: ClaimPeriod): boolean => JSON.stringify(a) === JSON.stringify(b)

/** SIPRI compares five whole years with the five before. */
export function fiveYears(context: Discourse): ClaimPeriod {
  const { usual } = context
  if (usual !== null && 'from' in usual && usual.from.length === 4 && yearsIn(usual) === 5) return usual
  const last = Number(context.date.slice(0, 4)) - 1
  return fromTo(String(last - 4), String(last))
}

const yearOf = (context: Discourse): ClaimPeriod => ({ at: context.date.slice(0, 4) })
