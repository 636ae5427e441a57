import { grouped } from '../../../assessments/rows/grouped.ts'
import { compilationOf, traitsOf } from '../../../sources/source-traits.ts'
import { verdictLimits } from '../../limits.ts'
import { digitsIfOneDiffers } from '../../text/numbers/misprint.ts'
import type { Tolerance, Verdict } from '../../verdict.ts'
import { balanceWords, type CandidateValue, mirrorMargins } from './candidate-value.ts'

export type { CandidateValue } from './candidate-value.ts'

export interface JudgedClaim {
  readonly verdict: Verdict
  /** The reason in words, without figures. */
  readonly because: string
  /** The value nearest to the claim. */
  readonly nearest: CandidateValue | undefined
}

/** Sources that weigh and adjust the figures of statistical offices: they are typically a tenth off an office's figure. */
export const compiledSources: ReadonlySet<string> = new Set([
  'baci',
  'baci-2022',
  'baci-2023',
  'baci-pairs',
  'baci-year',
  'cow-trade',
  'imf-dots',
  'imf-dots-world',
  'imf-imts-2025',
  'wiod',
])
/** Whether a value is computed from both sides' reports. */
const isReconciled = ({ source }: CandidateValue): boolean => compilationOf(source) === 'baci'
/** Matches registers of arms transfers. They are revised for years: deliveries that an earlier fact sheet counted are removed, others are added. */
const register = /^sipri-/
const deliveries = /^sipri-(?:register|tiv-table)$/
const ofWorld = / as a share of all deliveries of the world$/
/** Offices and compilers agree on the population of a state within a few per cent, so that one source is enough. */
const peopleOfState = /^population of /

/**
 * Judges a stated amount. Supported if a value is inside the tolerance or the claim lies between rival values; partly if a value is within a quarter;
 * contradicted if all are further off. Unverifiable instead if the values are too dispersed, too one-sided, incomplete or too far away to refute the claim.
 *
 * @param values   of the claimed quantity in the claimed period, in the claim's unit
 */
export function judgeLevel(stated: number, tolerance: Tolerance, values: readonly CandidateValue[]): JudgedClaim {
  const nearest = nearestTo(tolerance, values)
  if (nearest === undefined) return { verdict: 'unverifiable', because: 'the record has no figure for it', nearest }
  const off = relativeDistance(nearest.value, tolerance) === 0 ? 0 : distanceOfStated(stated, nearest.value, tolerance)
  if (off === 0)
    return nearest.definition === 'other'
      ? { verdict: 'partly', because: `it fits another definition: ${nearest.what}`, nearest }
      : { verdict: 'supported', because: 'it agrees', nearest }
  if (liesBetween(stated, values)) return { verdict: 'supported', because: 'it lies between the reports', nearest }
  const usual = usualError(nearest, values)
  const room = mirrorMargins(values.filter(({ definition }) => definition !== 'other'))
  if (room !== undefined && off <= (stated > nearest.value ? room.above : room.below))
    return { verdict: 'unverifiable', because: onlyOneSide, nearest }
  if (off <= usual) return { verdict: 'supported', because: 'it is as near as figures of this kind are to one another', nearest }
  if (off <= verdictLimits.partly)
    return usual === 0
      ? { verdict: 'partly', because: `it is ${perCent(off)} off the nearest figure`, nearest }
      : { verdict: 'unverifiable', because: `it is ${perCent(off)} off, and the source that is meant may differ as much`, nearest }
  const doubt = whyNotContradicted(tolerance, values, nearest, off)
  return doubt === undefined || (doubt === onlyOneSource && isSlip(stated, nearest))
    ? { verdict: 'contradicted', because: 'every figure of the record is more than a quarter away', nearest }
    : { verdict: 'unverifiable', because: doubt, nearest }
}

/**
 * Whether the stated figure looks like a misprint of the recorded one: exactly one digit differs, of at least four (of three if the source holds single
 * published figures). A figure of another quantity would rarely agree in all other digits.
 */
function isSlip(stated: number, { value, source }: CandidateValue): boolean {
  const digits = digitsIfOneDiffers(stated, value)
  return digits >= 4 || (digits === 3 && traitsOf(source).lists === 'selection')
}

const onlyOneSource = 'only one source is on record, and another may differ as much'
const onlyOneSide = 'only one side’s count is on record, and the other’s may be meant'

/** Returns the share by which the nearest source usually differs from the figure that a text quotes; 0 if an office of either side publishes the figure. */
function usualError(nearest: CandidateValue, values: readonly CandidateValue[]): number {
  if (register.test(nearest.source)) return verdictLimits.registerError
  return values.every(({ source }) => compiledSources.has(source)) || (nearest.estimated && nearest.unit === 'percent')
    ? verdictLimits.compiledError
    : 0
}

/** Returns why a claim that is far off is not called wrong; undefined if nothing speaks against calling it wrong. */
function whyNotContradicted(
  tolerance: Tolerance,
  values: readonly CandidateValue[],
  nearest: CandidateValue,
  off: number,
): string | undefined {
  const firm = values.filter(({ definition }) => definition !== 'other')
  if (firm.length === 0) return 'the record measures another thing by the same name'
  if (firm.some(({ atLeast, value }) => atLeast && value < tolerance.low)) return 'the figure of the record is a lower bound'
  if (isWithinGap(tolerance, firm)) return 'the two sides count the balance further apart than that'
  const spread = Math.max(...[...grouped(firm, wholeOf).values()].map(spreadOf))
  if (
    spread > 1 + verdictLimits.partly &&
    1 + off < (1 + verdictLimits.partly) * Math.sqrt(Math.min(spread, 16)) &&
    !isBeyondBoth(tolerance, firm, nearest)
  )
    return 'the reports of the record are too far apart to call it wrong'
  if (register.test(nearest.source))
    return isRevised(tolerance, nearest, off) ? 'the register is revised years back, by as much at times' : undefined
  if (
    new Set(firm.map(({ source }) => compilationOf(source))).size === 1 &&
    off <
      (firm.every(isImputed)
        ? verdictLimits.imputed
        : reportersOf(firm).size > 1
          ? verdictLimits.compiledReport
          : compiledSources.has(nearest.source)
            ? verdictLimits.compiledSource
            : verdictLimits.singleSource) &&
    !isOfficialFigure(nearest) &&
    !peopleOfState.test(nearest.what)
  )
    return onlyOneSource
  // a balance with the other sign is no other thing, but the other's surplus
  const isTurned = nearest.value * tolerance.high < 0
  return off > verdictLimits.plausible && nearest.value !== 0 && !isTurned
    ? 'it is so far from the figures of the record that another thing may be meant'
    : undefined
}

/**
 * Whether a claimed balance lies no further beyond either side's count than the two counts lie apart. Such a claim is not refuted: a balance is the small
 * difference of two large flows.
 */
function isWithinGap({ low, high }: Tolerance, values: readonly CandidateValue[]): boolean {
  if (!values.every(({ what }) => what.includes(balanceWords))) return false
  const [least, most] = [Math.min(...values.map(({ value }) => value)), Math.max(...values.map(({ value }) => value))]
  return high >= 2 * least - most && low <= 2 * most - least
}

/** Returns the reporters of the values that one of the two sides counted. */
const reportersOf = (values: readonly CandidateValue[]): ReadonlySet<string | null> =>
  new Set(values.flatMap(({ isCount, reporter }) => (isCount === true ? [reporter] : [])))

/**
 * Whether a claim is above both sides' counts, or below both. The gap between the counts shows how well the truth between them is known, not what lies beyond
 * them. For flows of USD 1 bn and more, BACI is more than a quarter beyond both counts in 4.0 % of 4,045 cases with close counts, in 1.6 % of 902 with counts
 * up to 1.6 times apart, and in 1.9 % of 412 with counts further apart. If one count is missing and the figure compiled from both lies on the other side of the
 * known count, the missing count is a quarter beyond the known one in 1.3 % of 2,170 cases.
 */
function isBeyondBoth({ low, high }: Tolerance, values: readonly CandidateValue[], nearest: CandidateValue): boolean {
  const isBeyond = values.every(({ value }) => value < low) || values.every(({ value }) => value > high)
  return isBeyond && (reportersOf(values).size > 1 || (nearest.isCount === true && values.some(isReconciled)))
}

/** Whether revisions of the register since the text was written may explain the difference. */
function isRevised(tolerance: Tolerance, nearest: CandidateValue, off: number): boolean {
  const { unit, source, what, period } = nearest
  if (unit !== 'percent' || !deliveries.test(source)) return off < verdictLimits.registerRevision
  const [first, last] = period.split('/').map((day) => Number(day.slice(0, 4)))
  const isOfYears = last !== undefined && last - first! + 1 >= verdictLimits.registerSpanYears
  const isOfWorld = isOfYears && ofWorld.test(what)
  const points = pointsOutside(nearest.value, tolerance)
  const isSure =
    isOfYears &&
    off >= verdictLimits.registerRevisionOfYears &&
    points >= (isOfWorld ? verdictLimits.worldShareRevision : verdictLimits.stateShareRevision)
  return !isSure && (off < verdictLimits.registerRevision || points < verdictLimits.registerRevisionPoints)
}

/** Returns a key of a share's whole and of the states in a sum. Values with different keys are not rival reports. */
const wholeOf = ({ unit, what, among = '' }: CandidateValue): string =>
  unit === 'percent' ? (/as a share of .*/.exec(what)?.[0] ?? '') + among : among

/** Returns the ratio of the largest figure to the smallest. */
function spreadOf(values: readonly CandidateValue[]): number {
  const sizes = values.map(({ value }) => Math.abs(value))
  return Math.max(...sizes) / Math.max(Math.min(...sizes), Number.MIN_VALUE)
}

/** Whether a compiler imputed the value for a state that did not report. */
const isImputed = (value: CandidateValue): boolean => value.estimated && !isOfficialFigure(value) && value.reporter !== null

/** Leaves out imputed values if an office counted the flow: they show nothing about the direction of a change. */
function withoutImputed(values: readonly CandidateValue[]): readonly CandidateValue[] {
  return values.some((value) => isOfficialFigure(value) && !value.estimated) ? values.filter((value) => !isImputed(value)) : values
}

/** Whether a value was published by an office or quoted from one, not compiled. */
export const isOfficialFigure = ({ source, reporter }: CandidateValue): boolean => !compiledSources.has(source) && reporter !== null

function nearestTo(tolerance: Tolerance, values: readonly CandidateValue[]): CandidateValue | undefined {
  const order = { same: 0, converted: 1, other: 2 }
  return [...values].sort(
    (x, y) => relativeDistance(x.value, tolerance) - relativeDistance(y.value, tolerance) || order[x.definition] - order[y.definition],
  )[0]
}

/** Returns how far a value is from the range, as a ratio minus 1: 0 inside, infinite if the signs differ. */
export function relativeDistance(value: number, { low, high }: Pick<Tolerance, 'low' | 'high'>): number {
  if (value >= low && value <= high) return 0
  if (value === 0) return Number.POSITIVE_INFINITY
  const rim = value < low ? low : high
  const ratio = rim / value
  return ratio <= 0 ? Number.POSITIVE_INFINITY : Math.max(ratio, 1 / ratio) - 1
}

/**
 * Returns how far a stated number is from a value. The distance is measured from the number if it is the middle of its range, and from the edge of the range if
 * a hedge such as `more than` extends the range to one side.
 */
function distanceOfStated(stated: number, value: number, tolerance: Tolerance): number {
  const isMiddle = Math.abs((tolerance.low + tolerance.high) / 2 - stated) < 1e-9 * Math.max(1, Math.abs(stated))
  return isMiddle ? relativeDistance(value, { low: stated, high: stated }) : relativeDistance(value, tolerance)
}

/** Whether a number lies between rival reports that are at most 1.5 times apart. */
function liesBetween(stated: number, values: readonly CandidateValue[]): boolean {
  const own = values.filter(({ definition }) => definition !== 'other')
  return rangesOf(own).some(([low, high]) => low > 0 && high / low <= verdictLimits.reportsApart && stated >= low && stated <= high)
}

/** Returns the lowest and highest of the rival values, for each set of states that a sum covers. */
const rangesOf = (values: readonly CandidateValue[]): [number, number][] =>
  [...grouped(values, ({ among = '' }) => among).values()].map((rivals) => {
    const sizes = rivals.map(({ value }) => value)
    return [Math.min(...sizes), Math.max(...sizes)]
  })

const perCent = (share: number): string => `${Math.max(1, Math.round(100 * share))} %`

/**
 * Judges a stated change in per cent or points like a level, with two differences: a wrong sign is wrong whatever the size, and small changes are judged in
 * points.
 */
export function judgeChange(stated: number, tolerance: Tolerance, values: readonly CandidateValue[]): JudgedClaim {
  const [nearest] = [...values].sort((x, y) => pointsOutside(x.value, tolerance) - pointsOutside(y.value, tolerance))
  if (nearest === undefined) return { verdict: 'unverifiable', because: 'the record has no two figures to compare', nearest }
  if (pointsOutside(nearest.value, tolerance) === 0) return { verdict: 'supported', because: 'it agrees', nearest }
  // if one side's count is meant, or a figure as first published, the currency in which the change is stated is uncertain
  const isAny = mirrorMargins(values) !== undefined || areSingleFigures(values)
  const same = isAny ? values : values.filter(({ definition }) => definition === 'same')
  return judgeUnmatchedChange(stated, tolerance, same.length > 0 ? same : values)
}

/** Judges a change that no figure matches. It is compared with the change in each source's own currency and measure, since exchange rates move too. */
function judgeUnmatchedChange(stated: number, tolerance: Tolerance, values: readonly CandidateValue[]): JudgedClaim {
  const nearest = [...values].sort((x, y) => pointsOutside(x.value, tolerance) - pointsOutside(y.value, tolerance))[0]!
  const ranges = rangesOf(values)
  const [low, high] = ranges.find(([low, high]) => low * high > 0 && stated >= low && stated <= high) ?? ranges[0]!
  const isBetween = low * high > 0 && stated >= low && stated <= high
  if (isBetween && high - low < verdictLimits.growthReportsApart)
    return { verdict: 'supported', because: 'it lies between the reports', nearest }
  const points = pointsOutside(nearest.value, tolerance)
  const growth = mirrorMargins(values)?.growth
  const isOpposite = values.every(({ value }) => value * stated < 0 && Math.abs(value) >= verdictLimits.leastChange)
  const least = deliveries.test(nearest.source) ? verdictLimits.registerChange : 2 * verdictLimits.leastChange
  if (isOpposite && points >= Math.max(growth ?? least, areSingleFigures(values) ? verdictLimits.quotedChange : 0))
    return { verdict: 'contradicted', because: 'it went the other way', nearest }
  const isSame = nearest.value * stated > 0
  if (growth !== undefined && points <= Math.max(growth, Math.abs(stated) / 2))
    return { verdict: 'unverifiable', because: onlyOneSide, nearest }
  if (areSingleFigures(values) && points <= verdictLimits.quotedChange)
    return { verdict: 'unverifiable', because: 'its two figures were told years apart, and the first may have been revised since', nearest }
  const isUnsure =
    deliveries.test(nearest.source) || values.every((value) => compiledSources.has(value.source) || value.otherSide !== undefined)
  if (isSame && isUnsure)
    return points <=
      Math.max(
        deliveries.test(nearest.source) ? verdictLimits.smallChange : verdictLimits.compiledChangePoints,
        (deliveries.test(nearest.source) ? verdictLimits.registerError : verdictLimits.compiledChange) * Math.abs(stated),
      )
      ? { verdict: 'supported', because: 'it is as near as figures of this kind are to one another', nearest }
      : judgeUncertainChange(points, stated, nearest)
  if (isBetween) return { verdict: 'unverifiable', because: 'it lies between reports that are far apart', nearest }
  if (isSame && (points <= verdictLimits.partly * Math.abs(nearest.value) || points <= 2 * verdictLimits.leastChange))
    return { verdict: 'partly', because: `the direction is right, the size ${points.toFixed(1)} points off`, nearest }
  if (points <= verdictLimits.smallChange || high - low > Math.max(verdictLimits.changeReportsApart, Math.abs(stated) / 2))
    return { verdict: 'unverifiable', because: 'the reports are too far apart, or the change too small, to tell', nearest }
  return points > verdictLimits.partly * Math.max(Math.abs(nearest.value), Math.abs(stated)) && points > verdictLimits.smallChange
    ? { verdict: 'contradicted', because: 'every source gives another size of the change', nearest }
    : { verdict: 'partly', because: `it is ${points.toFixed(1)} points off`, nearest }
}

/**
 * Judges a change whose direction is right but whose size differs, if the figures are uncertain. Compiled figures contradict only a very different size. A
 * register contradicts none: by the fact sheet of 2016 Qatar received 279 % more in 2011 to 2015 than before, by today's register 30 %.
 */
function judgeUncertainChange(points: number, stated: number, nearest: CandidateValue): JudgedClaim {
  const isWrong =
    points > Math.max(verdictLimits.clearChange, Math.min(Math.abs(stated), Math.abs(nearest.value))) && !deliveries.test(nearest.source)
  return isWrong
    ? { verdict: 'contradicted', because: 'every source gives another size of the change', nearest }
    : { verdict: 'unverifiable', because: 'the size differs, and the source that is meant may differ as much', nearest }
}

/**
 * Whether all values are single figures as first published. Texts measure growth against the revised figure of the year before, and sometimes in another
 * currency.
 */
const areSingleFigures = (values: readonly CandidateValue[]): boolean =>
  values.length > 0 && values.every(({ source }) => traitsOf(source).lists === 'selection' && !compiledSources.has(source))

const pointsOutside = (value: number, { low, high }: Tolerance): number => Math.max(low - value, value - high, 0)

/**
 * Judges a change without a number (up, down or unchanged) against the changes of every source.
 *
 * @param sign   1 up, -1 down, 0 unchanged
 */
export function judgeSign(sign: 1 | -1 | 0, all: readonly CandidateValue[]): JudgedClaim {
  const values = withoutImputed(all)
  const nearest = values[0]
  if (nearest === undefined) return { verdict: 'unverifiable', because: 'the record has no two figures to compare', nearest }
  const moved = (value: number): number => (Math.abs(value) < verdictLimits.leastChange ? 0 : Math.sign(value))
  const own = values.some(({ definition }) => definition !== 'other') ? values.filter(({ definition }) => definition !== 'other') : values
  const fits = ({ value }: CandidateValue): boolean => (sign === 0 ? Math.abs(value) <= verdictLimits.smallChange : moved(value) === sign)
  const fitting = own.find(fits) ?? values.find(fits)
  if (fitting !== undefined)
    return own.includes(fitting)
      ? { verdict: 'supported', because: 'it moved that way', nearest: fitting }
      : { verdict: 'partly', because: `it moved that way only by another measure: ${fitting.what}`, nearest: fitting }
  const isOpposite = own.every(({ value }) => (sign === 0 ? Math.abs(value) > verdictLimits.clearChange : moved(value) === -sign))
  const least = Math.max(
    mirrorMargins(own)?.growth ?? 2 * verdictLimits.leastChange,
    areSingleFigures(own) ? verdictLimits.quotedChange : 2 * verdictLimits.leastChange,
  )
  return isOpposite && own.every(({ value }) => Math.abs(value) >= least)
    ? { verdict: 'contradicted', because: sign === 0 ? 'it changed' : 'it went the other way', nearest }
    : { verdict: 'unverifiable', because: 'it hardly moved, or the sources do not agree', nearest }
}
