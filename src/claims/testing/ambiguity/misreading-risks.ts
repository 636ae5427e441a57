import type { Caution } from '../../said/figure-doubts.ts'
import { hasCaution, isConfirmed } from '../../said-of-claim.ts'
import { isOfOtherRegion } from '../../text/names/country-groups.ts'
import { isOtherFuel } from '../../text/topics/fuel-kinds.ts'
import { fuelRisk } from '../comparability/fuel-definitions.ts'
import type { AskedClaim } from '../questions/question.ts'
import { dayAfter } from '../record/record-query.ts'
import { type DaySpan, isWholeYear, shiftYears } from '../record/series.ts'

/** A reason not to hold figures against a claim: a caution of its words, or what else gives the reason. */
type Risk = readonly [why: string, by: Caution | ((asked: AskedClaim) => boolean)]

/** The risks in order: the first that there is decides. */
const risks: readonly Risk[] = [
  ['neither the sentence nor one before it names a time', ({ claim, bench }) => hasCaution(claim, 'no-time') && !isConfirmed(claim, bench)],
  ['the place is that of a long time', 'long-time'],
  ['it may be compared with another figure of the sentence', 'other-figure'],
  ['the share is of what another spends', 'spending-of-other'],
  [
    'the whole of the share is told in the words before',
    ({ claim }) => hasCaution(claim, 'share-of-these') && claim.actors.includes('WLD'),
  ],
  ['the whole of the share is told in the words before', 'share-of-it'],
  ['the sentence names another region', ({ claim }) => isOfOtherRegion(claim.said?.doubts?.figure?.otherRegions ?? [], claim.actors)],
  [
    'no part is more than the whole',
    ({ claim: { kind, unit, value } }) => kind === 'share' && unit === 'percent' && value !== null && value > 100,
  ],
  ['the amount is a part of what was told before', 'part-of-before'],
  ['the amount may be the whole that a share is of', 'whole-of-share'],
  ['the figure of the record is what is held in all, the claim may be about one deal', 'one-deal'],
  ['the spending of that year was not known when the text was written', isSpendingUnknown],
  ['a budget is not what was spent', 'budget'],
  ['the sentence may speak of the rate of growth', 'growth-rate'],
  ['output may only be what something else is held against', 'beside-output'],
  ['the sentence may speak of another measure of output', 'other-output'],
  ['the sentence may be about a part of the year', isOfPart],
  ['the sentence before is about a part of the year', isInPartBefore],
  ['the sentence speaks of what is planned or possible', 'modal'],
  ['the sentence takes something out or denies something', 'negated'],
  ['the sentence leaves open which way the goods go', ({ question }) => question.isDirectionOpen],
  ['the sentence speaks of some goods, not of all', 'one-good'],
  ['the sentences before speak of some goods, not of all', 'one-good-before'],
  ['the sentence speaks of services', 'services'],
  ['the sentences before speak of services as well', 'services-before'],
  ['the sentence names a part of a country', 'part-of-country'],
  ['the sentence speaks of some goods or services beside all goods', 'narrower'],
  ['the sentence may speak of one fuel', ({ claim, question }) => hasCaution(claim, 'one-fuel') && question.subject.thing === 'energy'],
  [
    'the sentence speaks of another fuel as well',
    ({ claim, question }) => claim.said?.doubts?.figure?.otherFuels?.some((fuel) => isOtherFuel(fuel, question.subject.thing)) === true,
  ],
]

/**
 * Returns why a claim must not be called wrong although the figures contradict it: its words are ambiguous, or it was probably misread. Undefined if there is
 * no such risk, or if the claim was given as data.
 */
export function misreadingRisk(asked: AskedClaim): string | undefined {
  if (asked.claim.said?.doubts?.figure === undefined) return undefined
  const found = risks.find(([, by]) => (typeof by === 'string' ? hasCaution(asked.claim, by) : by(asked)))
  return found?.[0] ?? fuelRisk(asked)
}

/** Whether a period is a calendar year, or twelve months that begin in another month than January. */
const isOfYear = (days: DaySpan): boolean =>
  isWholeYear(days) || (days.from.slice(5, 7) !== '01' && dayAfter(days.to) === shiftYears(days, 1).from)

/** Whether the words mention a part of a year. If the claim's period is a fiscal year, the word `fiscal` does not count. */
function isOfPart({ claim, question: { days } }: AskedClaim): boolean {
  return isOfYear(days) && (hasCaution(claim, 'part-of-year') || (isWholeYear(days) && hasCaution(claim, 'fiscal-year')))
}

/** Whether the sentence names no period, and the last earlier sentence that names one is about a part of the claimed year. */
function isInPartBefore({ claim, question: { days } }: AskedClaim): boolean {
  const part = claim.said?.doubts?.figure?.partOfYearBefore
  if (part === undefined || !isOfYear(days)) return false
  return part.years.includes(Number(days.to.slice(0, 4))) && (part.isFiscal !== true || isWholeYear(days))
}

/**
 * Whether the spending of the claimed year was not yet published when the text was written: it is published in the following April. Before that, the text means
 * a budget, a plan or last year's figure, unless nearby figures are of the same year. A document dated to the month counts as written at its end.
 */
function isSpendingUnknown({ claim, question, bench }: AskedClaim): boolean {
  if (question.subject.thing !== 'defence-spending') return false
  const knownFrom = `${Number(question.days.to.slice(0, 4)) + 1}-04-15`
  return (bench.date.length === 7 ? `${bench.date}-31` : bench.date) < knownFrom && !isConfirmed(claim, bench)
}

/**
 * Whether the text states the period. The sentence itself may name it, or the last earlier sentence that names a year, if it names no other year; or a nearby
 * figure confirms the period.
 */
export function isPeriodStated({ claim, bench }: AskedClaim, { from, to }: DaySpan): boolean {
  const doubts = claim.said?.doubts?.figure
  if (doubts === undefined || isConfirmed(claim, bench)) return true
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  const isEither = (years: readonly string[], year: string): boolean => years.includes(year) || years.includes(year.slice(2))
  const { own = [], isRelative, before, spansBefore = [] } = doubts.years ?? {}
  return (
    isRelative === true ||
    before === last ||
    [first, last].some((year) => isEither(own, year)) ||
    (first !== last && spansBefore.some(([start, end]) => start === first && isEither([end], last)))
  )
}
