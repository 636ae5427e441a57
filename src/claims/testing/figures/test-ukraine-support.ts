import type { Claim } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { wordsNear } from '../../text/around/words-near.ts'
import { daysOf } from '../../text/calendar.ts'
import type { Finding } from '../../verdict.ts'
import { capitalised, finding } from '../judging/findings.ts'
import { type CandidateValue, relativeDistance } from '../judging/judge.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import { figureText, unitOf, valuesInPeriod, valuesText } from '../questions/question.ts'
import {
  donorsOf,
  earlyReleaseEnd,
  type SupportKind,
  type SupportMeasure,
  supportKinds,
  type UkraineSupportQuery,
  ukraineSupportSeries,
  ukraineTrackerStart,
} from '../questions/ukraine-support-series.ts'
import { type DaySpan, type Series, shiftYears } from '../record/series.ts'
import { testUkraineSupportRank } from './test-ukraine-support-ranks.ts'
import { testUkraineSupportShare } from './test-ukraine-support-shares.ts'

const topics: ReadonlySet<string | undefined> = new Set(['aid', 'arms', 'loans', undefined])
const helping =
  /\b(?:aid|support(?:s|ed)?|assistance|help(?:s|ed)?|relief|donat\w+|donors?|commit\w*|pledg\w+|promis\w+|allocat\w+|earmark\w+|gives?|gave|given|provid\w+|set aside)\b/i
const promised = /\b(?:commit\w*|pledg\w+|promis\w+|announc\w+)\b/i
const handed = /\b(?:allocat\w+|earmark\w+|deliver\w*|disburs\w+|handed over|spent|set aside)\b/i
/** Matches words for a total up to now: `Now at 29 billion`, `grown to 52`. */
const inAll =
  /\b(?:so far|to date|in total|in all|altogether|total(?:s|led|ling)?|now (?:at|stands?)|stands? at|stood at|gr[eo]wn? to|add(?:s|ed)? up|overall|since (?:the )?(?:start|beginning|outbreak|invasion|war|24|January|February|2022))\b/i
/** Matches words for a total up to a day: `By the end of February 2026`. */
const byThen =
  /\bby (?:the )?(?:(?:end|middle|beginning|start) of |early |late |mid-?)?(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December|20\d\d)\b/i
const anew = /\b(?:more(?! than)|further|another|additional|new(?:ly)?|added|adds|fresh|extra)\b/i
/** Matches words for amounts that the tracker does not have: refugees taken in, loans to firms, the unpaid part of a promise. */
const elsewhere = /\brefugees?\b|\bremain\w*\b|\bshort of\b|\bdamages?\b|\breconstruction\b|\bfrozen\b|\bper (?:head|capita)\b/i

/**
 * Tests government support for Ukraine against the Kiel Institute's data set (the tracker): amounts promised or set aside up to a day or between two days,
 * ranks among donors, shares. Releases count differently, so an amount that agrees with none is called wrong only if it exceeds the donor's total in the early
 * release.
 */
export const testUkraineSupport: Tester = async (claim, bench) => {
  const asked = supportOf(claim, bench)
  if (asked === undefined) return undefined
  if (claim.unit === 'rank') return testUkraineSupportRank(asked)
  if (claim.unit === 'percent' || claim.kind === 'comparison') return testUkraineSupportShare(asked)
  return claim.kind === 'trend' || claim.value_from !== null ? undefined : testAmount(asked)
}

function supportOf(claim: Claim, bench: ClaimTestContext): UkraineSupportQuery | undefined {
  const [donor, receiver] = claim.direction.split('->')
  if (receiver !== 'UKR' || donor === undefined || claim.period === null || claim.value === 0) return undefined
  const words = wordsNear(claim, 90)
  if (!topics.has(claim.measured?.topic) || !helping.test(`${claim.measured?.topic ?? ''} ${words}`) || elsewhere.test(words))
    return undefined
  const spans = spansOf(claim, bench)
  if (spans.length === 0) return undefined
  return { claim, bench, donor, words, measures: measuresOf(words, bench.date), kinds: kindsOf(claim, words), spans }
}

/** Until this day the tracker had only promises, without showing how much of them was set aside. */
const allocationsSince = '2023-07-01'

function measuresOf(words: string, date: string): SupportMeasure[] {
  const [isPromised, isHanded] = [promised.test(words), handed.test(words)]
  if (isPromised !== isHanded) return [isPromised ? 'commitments' : 'allocations']
  return date < allocationsSince ? ['commitments'] : ['commitments', 'allocations']
}

const kindWords: Readonly<Record<SupportKind, RegExp>> = {
  military: /\b(?:military|arms|weapon\w*|armaments?)\b/i,
  financial: /\b(?:financial|budget(?:ary)?|money|macro-?financial)\b/i,
  humanitarian: /\b(?:humanitarian|relief)\b/i,
}

/**
 * Returns the kind of support that this part of the sentence names; all kinds if it names none or several. In `3.3 billion, of which 1.2 is military` the first
 * amount is of all kinds.
 */
function kindsOf({ measured, sentence, start, end, indicator }: Claim, words: string): readonly SupportKind[] {
  const named = (text: string): readonly SupportKind[] => supportKinds.filter((kind) => kindWords[kind].test(text))
  const [before, after] = [sentence.slice(Math.max(0, start - 60), start), sentence.slice(end, end + 60)]
  const part = end === 0 ? words : `${before.split(/[,;]/).at(-1)} ${sentence.slice(start, end)} ${after.split(/[,;]/)[0]}`
  const own = named(`${part} ${measured?.topic === 'arms' ? 'arms' : ''} ${indicator ?? ''}`)
  return named(words).length > 1 || own.length !== 1 ? supportKinds : own
}

function spansOf(claim: Claim, bench: ClaimTestContext): DaySpan[] {
  const period = claim.period!
  const today = daysOf({ at: bench.date }).to
  const days = sinceTracked(daysOf(period), today)
  const to = days.to < today ? days.to : today
  const whole: DaySpan = { from: ukraineTrackerStart, to }
  const part: DaySpan = { from: days.from, to }
  if (to < '2022-02-24' || part.from > part.to) return []
  if ((part.from <= '2022-02-28' && to.slice(0, 4) === '2022') || ofAll(claim)) return [whole]
  // the words before the number, not those after it, show whether the amount is new or the total
  const before = claim.sentence.slice(Math.max(0, claim.start - 40), claim.end === 0 ? undefined : claim.end)
  if (inAll.test(before) || byThen.test(claim.sentence)) return [whole]
  const told = claim.sentence.slice(Math.max(0, claim.start - 40), claim.end === 0 ? undefined : claim.end + 12)
  if (anew.test(told) || !('at' in period) || period.at.length === 7) return [part]
  return period.at.length > 7 ? [whole] : [whole, part]
}

/** Whether a claim covers everything promised so far: a rank among donors, or a comparison of two donors. */
const ofAll = ({ kind, unit }: Claim): boolean => kind === 'comparison' || unit === 'rank'

/** Moves a period one year later if it ends before the first day on record: `The July before` in a text of October 2022 means July 2022. */
function sinceTracked(days: DaySpan, today: string): DaySpan {
  const later = shiftYears(days, 1)
  return days.to < ukraineTrackerStart && later.to >= ukraineTrackerStart && later.to <= today ? later : days
}

/** Returns all candidate values of an amount, in the claim's unit. */
async function valuesOf({ claim, bench, donor, words, measures, kinds, spans }: UkraineSupportQuery): Promise<CandidateValue[]> {
  const unit = unitOf(claim.unit)
  if (unit === undefined) return []
  const donors = await donorsOf(bench.snapshot, donor, words)
  const each = await Promise.all(
    donors.flatMap((one) => measures.map((measure) => ukraineSupportSeries(bench.snapshot, one, { measure, kinds }))),
  )
  return each.flatMap((series: readonly Series[]) => spans.flatMap((span) => valuesInPeriod(series, span, unit, claim.unit!)))
}

/** Factor by which the tolerance of a customs figure is widened, for yearly exchange rates and differences between releases. */
const wider = 2

async function testAmount(asked: UkraineSupportQuery): Promise<Finding | undefined> {
  const { claim, bench, donor, words } = asked
  if (claim.value === null || unitOf(claim.unit)?.of.length !== 3) return undefined
  const values = await valuesOf(asked)
  const [one] = await donorsOf(bench.snapshot, donor, words)
  if (one === undefined) return undefined
  const tolerance = toleranceOf({ value: claim.value, unit: claim.unit, qualifier: claim.qualifier }, wider)
  const fits = values.filter(({ value }) => relativeDistance(value, tolerance) === 0)
  const told = fits.length > 0 ? fits : values
  const found =
    told.length === 0
      ? `The record has nothing that ${one.say} promised Ukraine in that time.`
      : `${capitalised(told[0]!.what)}: ${valuesText(told)}.`
  const said = `${found} The claim says ${figureText(claim.value, claim.unit)}`
  const more = { tolerance, honestValues: told, evidence: told.map(({ evidence }) => evidence) }
  if (fits.length > 0) return finding('supported', `${said}: it agrees.`, more)
  const most = await mostOf(asked)
  if (most !== undefined && claim.value > beyond * most)
    return finding(
      'contradicted',
      `${said}: in all it had promised no more than ${figureText(most, claim.unit)} by ${earlyReleaseEnd}.`,
      more,
    )
  return told.length === 0 ? undefined : finding('unverifiable', `${said}: each release of the tracker counts in another way.`, more)
}

/** A part of the support is called wrong only if it exceeds the whole by this factor. */
const beyond = 1.5
/** Texts up to this day use the early release of the tracker. */
const earlyTexts = '2022-11-30'
const tracker = /\bKiel\b|\bSupport Tracker\b|\bTrebesch\b/

/** Returns the donor's total in the early release, by the reading that gives the most. Undefined if the text may use later promises or another count. */
async function mostOf(asked: UkraineSupportQuery): Promise<number | undefined> {
  const { claim, bench } = asked
  const isOfTracker = tracker.test(`${claim.source_named ?? ''} ${bench.sentences.join(' ')}`)
  if (!isOfTracker || bench.date > earlyTexts || asked.spans.some(({ to }) => to > earlyReleaseEnd)) return undefined
  const whole: DaySpan = { from: ukraineTrackerStart, to: earlyReleaseEnd }
  const values = await valuesOf({ ...asked, kinds: supportKinds, measures: ['commitments'], spans: [whole] })
  return values.length === 0 ? undefined : Math.max(...values.map(({ value }) => value))
}
