import { isSingle } from '../../../assessments/record/single-figures.ts'
import { makerOf } from '../../../assessments/rows/compilers.ts'
import { grouped } from '../../../assessments/rows/grouped.ts'
import { digitsOfSlip } from '../../text/numbers/misprint.ts'
import type { Tolerance, Verdict } from '../../verdict.ts'
import { balanceWords, type CandidateValue, mirrorMargins } from './candidate-value.ts'

export type { CandidateValue } from './candidate-value.ts'

export interface JudgedClaim {
  readonly verdict: Verdict
  /** In words, without the values. */
  readonly because: string
  /** The value that the claim is nearest to. */
  readonly nearest: CandidateValue | undefined
}

/** Up to this the level is off, beyond it is wrong. */
const partlyLimit = 0.25
/** One source alone differs from another's, and from the other side's, by so much often enough. */
const singleSourceLimit = 0.6
/** One compiled of many states' reports has a single pair twice off at times. */
const compiledSourceLimit = 1
/**
 * What a compiler passes on of a side's own report is that side's count: of 2,757 flows with the United States it is more than a quarter off what the Census has in one of
 * 200, of 186 figures that texts printed of others in one, of 128 that Kyrgyz customs print half as much again off in one of 20.
 */
const compiledReportLimit = 0.5
/** What a compiler put in for a report that never came is several times off at times. */
const imputedLimit = 2
/** Compilers weigh and adjust what offices print: their figure of a flow is a tenth off an office's as a rule. */
export const compiledSources: ReadonlySet<string> = new Set([
  'baci',
  'baci-2023',
  'baci-pairs',
  'baci-year',
  'cow-trade',
  'imf-dots',
  'imf-dots-world',
  'imf-imts-2025',
  'wiod',
])
const compiledError = 0.1
/** Made of both sides' reports. */
const isReconciled = ({ source }: CandidateValue): boolean => makerOf(source) === 'baci'
/** A register is revised years back: deliveries that a fact sheet counted are struck off, others are found. */
const register = /^sipri-/
const deliveries = /^sipri-(?:register|tiv-table)$/
const registerError = 0.15
const registerLimit = 0.5
/** In points: what a small supplier delivered was a few aircraft, struck off or found since; 8.5 % of Israel's deliveries went to Viet Nam by the fact sheet of 2020, 14 % by the register now. */
const registerLimitInPoints = 6
/**
 * Of deliveries of several years less is struck off or found. Of 26 shares of the world's that texts quote from fact sheets none is more than 0.6 points off what the register
 * has now where it is below 15 %, and none more than a seventh off above; of 38 shares of one state's none is 15 points off.
 */
const registerLimitOfYears = 0.3
const worldShareLimit = 1.25
const stateShareLimit = 15
const ofWorld = / as a share of all deliveries of the world$/
const fewestYears = 4
/** Further off than this it is more likely that another thing is meant. */
const plausibleLimit = 25

/**
 * A stated amount against the honest values: supported where one is inside the tolerance or the claim lies between rival ones, partly where one is within a quarter,
 * contradicted where all are further off, unless the values themselves are too far apart, too one-sided, too incomplete or too distant to say so.
 *
 * @param values   of the claimed thing in the claimed period, in the claim's unit
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
  if (off <= partlyLimit)
    return usual === 0
      ? { verdict: 'partly', because: `it is ${perCent(off)} off the nearest figure`, nearest }
      : { verdict: 'unverifiable', because: `it is ${perCent(off)} off, and the source that is meant may differ as much`, nearest }
  const doubt = whyNotContradicted(tolerance, values, nearest, off)
  return doubt === undefined || (doubt === onlyOneSource && isSlip(stated, nearest))
    ? { verdict: 'contradicted', because: 'every figure of the record is more than a quarter away', nearest }
    : { verdict: 'unverifiable', because: doubt, nearest }
}

/** A printed figure with one of three digits wrong, or any with one of four: by chance few figures of another thing agree in all the others. */
function isSlip(stated: number, { value, source }: CandidateValue): boolean {
  const digits = digitsOfSlip(stated, value)
  return digits >= 4 || (digits === 3 && isSingle(source))
}

const onlyOneSource = 'only one source is on record, and another may differ as much'
const onlyOneSide = 'only one side’s count is on record, and the other’s may be meant'

/** How far from the truth of a text the nearest source is as a rule: nothing where an office of one of the two prints the figure. */
function usualError(nearest: CandidateValue, values: readonly CandidateValue[]): number {
  if (register.test(nearest.source)) return registerError
  return values.every(({ source }) => compiledSources.has(source)) || (nearest.estimated && nearest.unit === 'percent') ? compiledError : 0
}

/** Why a claim that is far off is not called wrong; undefined where it is. */
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
  if (spread > 1 + partlyLimit && 1 + off < (1 + partlyLimit) * Math.sqrt(Math.min(spread, 16)) && !isBeyondBoth(tolerance, firm, nearest))
    return 'the reports of the record are too far apart to call it wrong'
  if (register.test(nearest.source))
    return isRevised(tolerance, nearest, off) ? 'the register is revised years back, by as much at times' : undefined
  if (
    new Set(firm.map(({ source }) => makerOf(source))).size === 1 &&
    off <
      (firm.every(isImputed)
        ? imputedLimit
        : reportersOf(firm).size > 1
          ? compiledReportLimit
          : compiledSources.has(nearest.source)
            ? compiledSourceLimit
            : singleSourceLimit) &&
    !isOfficialFigure(nearest)
  )
    return onlyOneSource
  return off > plausibleLimit && nearest.value !== 0
    ? 'it is so far from the figures of the record that another thing may be meant'
    : undefined
}

/** A balance is the small difference of two large flows: it may be as far beyond either count as these are from one another. */
function isWithinGap({ low, high }: Tolerance, values: readonly CandidateValue[]): boolean {
  if (!values.every(({ what }) => what.includes(balanceWords))) return false
  const [least, most] = [Math.min(...values.map(({ value }) => value)), Math.max(...values.map(({ value }) => value))]
  return high >= 2 * least - most && low <= 2 * most - least
}

/** Who of the two counted what is on record. */
const reportersOf = (values: readonly CandidateValue[]): ReadonlySet<string | null> =>
  new Set(values.flatMap(({ isCount, reporter }) => (isCount === true ? [reporter] : [])))

/**
 * More than both sides counted, or less: how far apart these are says where between them the truth is, and no more of what is beyond them. BACI is more than a quarter
 * beyond both, of flows of USD 1 bn and more, in 4.0 % of 4,045 cases where these are near one another, in 1.6 % of 902 where they are up to 1.6 times apart, and in 1.9 %
 * of 412 where further. Where one side's count is not on record and what is compiled of both is on the other side of the one that is, the other is a quarter beyond that
 * one in 1.3 % of 2,170.
 */
function isBeyondBoth({ low, high }: Tolerance, values: readonly CandidateValue[], nearest: CandidateValue): boolean {
  const isBeyond = values.every(({ value }) => value < low) || values.every(({ value }) => value > high)
  return isBeyond && (reportersOf(values).size > 1 || (nearest.isCount === true && values.some(isReconciled)))
}

/** Whether so much has been struck off the register, or found, since a text was written. */
function isRevised(tolerance: Tolerance, nearest: CandidateValue, off: number): boolean {
  const { unit, source, what, period } = nearest
  if (unit !== 'percent' || !deliveries.test(source)) return off < registerLimit
  const [first, last] = period.split('/').map((day) => Number(day.slice(0, 4)))
  const isOfYears = last !== undefined && last - first! + 1 >= fewestYears
  const isOfWorld = isOfYears && ofWorld.test(what)
  const points = pointsOutside(nearest.value, tolerance)
  const isSure = isOfYears && off >= registerLimitOfYears && points >= (isOfWorld ? worldShareLimit : stateShareLimit)
  return !isSure && (off < registerLimit || points < registerLimitInPoints)
}

/** Shares of different wholes, and sums over other states, are no rival reports of one thing. */
const wholeOf = ({ unit, what, among = '' }: CandidateValue): string =>
  unit === 'percent' ? (/as a share of .*/.exec(what)?.[0] ?? '') + among : among

/** How many times the smallest of some figures the largest is. */
function spreadOf(values: readonly CandidateValue[]): number {
  const sizes = values.map(({ value }) => Math.abs(value))
  return Math.max(...sizes) / Math.max(Math.min(...sizes), Number.MIN_VALUE)
}

/** Put in by a compiler for somebody who did not report. */
const isImputed = (value: CandidateValue): boolean => value.estimated && !isOfficialFigure(value) && value.reporter !== null

/** Which way a flow went is told by who counted it: where an office did, what a compiler put in for a report that never came says nothing. */
function withoutImputed(values: readonly CandidateValue[]): readonly CandidateValue[] {
  return values.some((value) => isOfficialFigure(value) && !value.estimated) ? values.filter((value) => !isImputed(value)) : values
}

/** Printed by an office or quoted from it, not compiled. */
export const isOfficialFigure = ({ source, reporter }: CandidateValue): boolean => !compiledSources.has(source) && reporter !== null

function nearestTo(tolerance: Tolerance, values: readonly CandidateValue[]): CandidateValue | undefined {
  const order = { same: 0, converted: 1, other: 2 }
  return [...values].sort(
    (x, y) => relativeDistance(x.value, tolerance) - relativeDistance(y.value, tolerance) || order[x.definition] - order[y.definition],
  )[0]
}

/** How far a value is from the range, as a share of the value; 0 inside. */
export function relativeDistance(value: number, { low, high }: Pick<Tolerance, 'low' | 'high'>): number {
  if (value >= low && value <= high) return 0
  if (value === 0) return Number.POSITIVE_INFINITY
  const rim = value < low ? low : high
  const ratio = rim / value
  return ratio <= 0 ? Number.POSITIVE_INFINITY : Math.max(ratio, 1 / ratio) - 1
}

/** How far a stated number is from a value: from the number itself where it is the middle of its range, from the rim where a hedge opens it to one side. */
function distanceOfStated(stated: number, value: number, tolerance: Tolerance): number {
  const isMiddle = Math.abs((tolerance.low + tolerance.high) / 2 - stated) < 1e-9 * Math.max(1, Math.abs(stated))
  return isMiddle ? relativeDistance(value, { low: stated, high: stated }) : relativeDistance(value, tolerance)
}

/** Between rival reports that are not far apart. */
function liesBetween(stated: number, values: readonly CandidateValue[]): boolean {
  const own = values.filter(({ definition }) => definition !== 'other')
  return rangesOf(own).some(([low, high]) => low > 0 && high / low <= 1.5 && stated >= low && stated <= high)
}

/** The least and the most that rivals give, who count the same states. */
const rangesOf = (values: readonly CandidateValue[]): [number, number][] =>
  [...grouped(values, ({ among = '' }) => among).values()].map((rivals) => {
    const sizes = rivals.map(({ value }) => value)
    return [Math.min(...sizes), Math.max(...sizes)]
  })

const perCent = (share: number): string => `${Math.max(1, Math.round(100 * share))} %`

/** A register that is revised years back turns a change of some points round, not one of so many. */
const registerChangeLimit = 25

/** What a change must pass to count as one: below it nothing moved. */
const leastChange = 2

/**
 * A stated change in per cent or points against those that each source gives: as for levels, but a wrong sign is wrong whatever the size, and small changes are
 * judged in points.
 */
export function judgeChange(stated: number, tolerance: Tolerance, values: readonly CandidateValue[]): JudgedClaim {
  const [nearest] = [...values].sort((x, y) => pointsOutside(x.value, tolerance) - pointsOutside(y.value, tolerance))
  if (nearest === undefined) return { verdict: 'unverifiable', because: 'the record has no two figures to compare', nearest }
  if (pointsOutside(nearest.value, tolerance) === 0) return { verdict: 'supported', because: 'it agrees', nearest }
  // of one side's count, or of figures as first told, it is not sure in which money the text tells the change
  const isAny = mirrorMargins(values) !== undefined || areSingleFigures(values)
  const same = isAny ? values : values.filter(({ definition }) => definition === 'same')
  return judgeUnmatchedChange(stated, tolerance, same.length > 0 ? same : values)
}

/** A change that no figure fits: in the currency and measure of each source itself, since rates move too. */
function judgeUnmatchedChange(stated: number, tolerance: Tolerance, values: readonly CandidateValue[]): JudgedClaim {
  const nearest = [...values].sort((x, y) => pointsOutside(x.value, tolerance) - pointsOutside(y.value, tolerance))[0]!
  const ranges = rangesOf(values)
  const [low, high] = ranges.find(([low, high]) => low * high > 0 && stated >= low && stated <= high) ?? ranges[0]!
  const isBetween = low * high > 0 && stated >= low && stated <= high
  if (isBetween && high - low < 25) return { verdict: 'supported', because: 'it lies between the reports', nearest }
  const points = pointsOutside(nearest.value, tolerance)
  const growth = mirrorMargins(values)?.growth
  const isOpposite = values.every(({ value }) => value * stated < 0 && Math.abs(value) >= leastChange)
  const least = deliveries.test(nearest.source) ? registerChangeLimit : 2 * leastChange
  if (isOpposite && points >= Math.max(growth ?? least, areSingleFigures(values) ? quotedChangeLimit : 0))
    return { verdict: 'contradicted', because: 'it went the other way', nearest }
  const isSame = nearest.value * stated > 0
  if (growth !== undefined && points <= Math.max(growth, Math.abs(stated) / 2))
    return { verdict: 'unverifiable', because: onlyOneSide, nearest }
  if (areSingleFigures(values) && points <= quotedChangeLimit)
    return { verdict: 'unverifiable', because: 'its two figures were told years apart, and the first may have been revised since', nearest }
  const isUnsure =
    deliveries.test(nearest.source) || values.every((value) => compiledSources.has(value.source) || value.otherSide !== undefined)
  if (isSame && isUnsure)
    return points <= Math.max(deliveries.test(nearest.source) ? 5 : 3, (deliveries.test(nearest.source) ? 0.15 : 0.3) * Math.abs(stated))
      ? { verdict: 'supported', because: 'it is as near as figures of this kind are to one another', nearest }
      : judgeUncertainChange(points, stated, nearest)
  if (isBetween) return { verdict: 'unverifiable', because: 'it lies between reports that are far apart', nearest }
  if (isSame && (points <= partlyLimit * Math.abs(nearest.value) || points <= 2 * leastChange))
    return { verdict: 'partly', because: `the direction is right, the size ${points.toFixed(1)} points off`, nearest }
  if (points <= 5 || high - low > Math.max(20, Math.abs(stated) / 2))
    return { verdict: 'unverifiable', because: 'the reports are too far apart, or the change too small, to tell', nearest }
  return points > partlyLimit * Math.max(Math.abs(nearest.value), Math.abs(stated)) && points > 5
    ? { verdict: 'contradicted', because: 'every source gives another size of the change', nearest }
    : { verdict: 'partly', because: `it is ${points.toFixed(1)} points off`, nearest }
}

/**
 * Of compiled figures only a change of quite another size is called wrong; of a register none: by the fact sheet of 2016 Qatar received 279 % more in 2011 to 2015 than before,
 * by the register now 30.
 */
function judgeUncertainChange(points: number, stated: number, nearest: CandidateValue): JudgedClaim {
  const isWrong = points > Math.max(15, Math.min(Math.abs(stated), Math.abs(nearest.value))) && !deliveries.test(nearest.source)
  return isWrong
    ? { verdict: 'contradicted', because: 'every source gives another size of the change', nearest }
    : { verdict: 'unverifiable', because: 'the size differs, and the source that is meant may differ as much', nearest }
}

/** Single figures as they were first told: what a text says of growth goes by the revised figure of the year before, and at times by other money. */
const areSingleFigures = (values: readonly CandidateValue[]): boolean =>
  values.length > 0 && values.every(({ source }) => isSingle(source) && !compiledSources.has(source))
/** In points. */
const quotedChangeLimit = 8

const pointsOutside = (value: number, { low, high }: Tolerance): number => Math.max(low - value, value - high, 0)

/**
 * A change without a number: up, down or none, against those of every source.
 *
 * @param sign   1 up, -1 down, 0 unchanged
 */
export function judgeSign(sign: 1 | -1 | 0, all: readonly CandidateValue[]): JudgedClaim {
  const values = withoutImputed(all)
  const nearest = values[0]
  if (nearest === undefined) return { verdict: 'unverifiable', because: 'the record has no two figures to compare', nearest }
  const moved = (value: number): number => (Math.abs(value) < leastChange ? 0 : Math.sign(value))
  const own = values.some(({ definition }) => definition !== 'other') ? values.filter(({ definition }) => definition !== 'other') : values
  const fits = ({ value }: CandidateValue): boolean => (sign === 0 ? Math.abs(value) <= 5 : moved(value) === sign)
  const fitting = own.find(fits) ?? values.find(fits)
  if (fitting !== undefined)
    return own.includes(fitting)
      ? { verdict: 'supported', because: 'it moved that way', nearest: fitting }
      : { verdict: 'partly', because: `it moved that way only by another measure: ${fitting.what}`, nearest: fitting }
  const isOpposite = own.every(({ value }) => (sign === 0 ? Math.abs(value) > 15 : moved(value) === -sign))
  const least = Math.max(mirrorMargins(own)?.growth ?? 4, areSingleFigures(own) ? quotedChangeLimit : 4)
  return isOpposite && own.every(({ value }) => Math.abs(value) >= least)
    ? { verdict: 'contradicted', because: sign === 0 ? 'it changed' : 'it went the other way', nearest }
    : { verdict: 'unverifiable', because: 'it hardly moved, or the sources do not agree', nearest }
}
