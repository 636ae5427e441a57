import type { Claim } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import { type SupportMeasure, supportKinds, type UkraineSupportSaid } from '../../said/special-figures-said.ts'
import { daysOf } from '../../text/calendar.ts'
import type { Finding } from '../../verdict.ts'
import { capitalised, finding } from '../judging/findings.ts'
import { type CandidateValue, relativeDistance } from '../judging/judge.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import { figureText, unitOf, valuesInPeriod, valuesText } from '../questions/question.ts'
import {
  donorsOf,
  earlyReleaseEnd,
  type UkraineSupportQuery,
  ukraineSupportSeries,
  ukraineTrackerStart,
} from '../questions/ukraine-support-series.ts'
import { type DaySpan, type Series, shiftYears } from '../record/series.ts'
import { testUkraineSupportRank } from './test-ukraine-support-ranks.ts'
import { testUkraineSupportShare } from './test-ukraine-support-shares.ts'

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
  const said = claim.said?.ukraineSupport
  const [donor, receiver] = claim.direction.split('->')
  if (said === undefined || receiver !== 'UKR' || donor === undefined || claim.period === null) return undefined
  const spans = spansOf(claim, said, bench)
  if (spans.length === 0) return undefined
  const kinds = said.kind === undefined ? supportKinds : [said.kind]
  return { claim, bench, donor, said, measures: measuresOf(said, bench.date), kinds, spans }
}

/** Until this day the tracker had only promises, without showing how much of them was set aside. */
const allocationsSince = '2023-07-01'

function measuresOf({ measure }: UkraineSupportSaid, date: string): SupportMeasure[] {
  if (measure !== undefined) return [measure]
  return date < allocationsSince ? ['commitments'] : ['commitments', 'allocations']
}

function spansOf(claim: Claim, { amount }: UkraineSupportSaid, bench: ClaimTestContext): DaySpan[] {
  const period = claim.period!
  const today = daysOf({ at: bench.date }).to
  const days = sinceTracked(daysOf(period), today)
  const to = days.to < today ? days.to : today
  const whole: DaySpan = { from: ukraineTrackerStart, to }
  const part: DaySpan = { from: days.from, to }
  if (to < '2022-02-24' || part.from > part.to) return []
  if ((part.from <= '2022-02-28' && to.slice(0, 4) === '2022') || ofAll(claim)) return [whole]
  if (amount === 'total') return [whole]
  if (amount === 'new' || !('at' in period) || period.at.length === 7) return [part]
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
async function valuesOf({ claim, bench, donor, said, measures, kinds, spans }: UkraineSupportQuery): Promise<CandidateValue[]> {
  const unit = unitOf(claim.unit)
  if (unit === undefined) return []
  const donors = await donorsOf(bench.snapshot, donor, said.europeans)
  const each = await Promise.all(
    donors.flatMap((one) => measures.map((measure) => ukraineSupportSeries(bench.snapshot, one, { measure, kinds }))),
  )
  return each.flatMap((series: readonly Series[]) => spans.flatMap((span) => valuesInPeriod(series, span, unit, claim.unit!)))
}

async function testAmount(asked: UkraineSupportQuery): Promise<Finding | undefined> {
  const { claim, bench, donor } = asked
  if (claim.value === null || unitOf(claim.unit)?.of.length !== 3) return undefined
  const values = await valuesOf(asked)
  const [one] = await donorsOf(bench.snapshot, donor, asked.said.europeans)
  if (one === undefined) return undefined
  const tolerance = toleranceOf({ value: claim.value, unit: claim.unit, hedge: claim.said?.hedge }, verdictLimits.supportWidening)
  const fits = values.filter(({ value }) => relativeDistance(value, tolerance) === 0)
  const told = fits.length > 0 ? fits : values
  const found =
    told.length === 0
      ? `The record has nothing that ${one.say} promised Ukraine in that time.`
      : `${capitalised(told[0]!.what)}: ${valuesText(told, bench)}.`
  const said = `${found} The claim says ${figureText(claim.value, claim.unit)}`
  const more = { tolerance, honestValues: told, evidence: told.map(({ evidence }) => evidence) }
  if (fits.length > 0) return finding('supported', `${said}: it agrees.`, more)
  const most = await mostOf(asked)
  if (most !== undefined && claim.value > verdictLimits.supportBeyondWhole * most)
    return finding(
      'contradicted',
      `${said}: in all it had promised no more than ${figureText(most, claim.unit)} by ${earlyReleaseEnd}.`,
      more,
    )
  return told.length === 0 ? undefined : finding('unverifiable', `${said}: each release of the tracker counts in another way.`, more)
}

/** Texts up to this day use the early release of the tracker. */
const earlyTexts = '2022-11-30'

/** Returns the donor's total in the early release, by the reading that gives the most. Undefined if the text may use later promises or another count. */
async function mostOf(asked: UkraineSupportQuery): Promise<number | undefined> {
  const { bench } = asked
  if (!asked.said.isFromTracker || bench.date > earlyTexts || asked.spans.some(({ to }) => to > earlyReleaseEnd)) return undefined
  const whole: DaySpan = { from: ukraineTrackerStart, to: earlyReleaseEnd }
  const values = await valuesOf({ ...asked, kinds: supportKinds, measures: ['commitments'], spans: [whole] })
  return values.length === 0 ? undefined : Math.max(...values.map(({ value }) => value))
}
