import { verdictLimits } from '../../limits.ts'
import type { HedgeMeaning, HedgeSaid } from '../../said/hedge-said.ts'
import type { Tolerance } from '../../verdict.ts'

/** The parts of a claim that decide how far a true value may be from the stated one. */
export interface StatedNumber {
  readonly value: number
  readonly unit: string | null
  readonly hedge: HedgeSaid | undefined
  /**
   * Whether it is a small share that is always printed to a tenth of a point, such as military spending as a share of GDP. Half a point would be more than its
   * rounding.
   */
  readonly isFine?: boolean
}

/** The numbers as which fractions in words are read: a third, two thirds, a sixth … */
const fractions: ReadonlySet<number> = new Set([33.3, 66.7, 16.7, 14.3, 12.5, 11.1, 0.333, 0.667])

/**
 * Returns the range of true values that agree with a stated one, as wide as its last digit, its hedge and the field's revisions require.
 *
 * - `about X`, and numbers written as words: 10 % either way; other levels 5 %, or half of the last digit if that is more.
 * - `more than X`, `at least X`: from X to 2 X. `less than X`, `up to X`: from half of X to X. `only X`, `barely X`: from 0.85 X to a little above X.
 * - `almost X`: from 0.85 X to X.
 * - A change in per cent: 6 % of it, and at least one point.
 *
 * @example toleranceOf({ value: 40, unit: 'USD bn', hedge: { bound: 'more' } }).high   // 80
 * @example toleranceOf({ value: 240, unit: 'USD bn', hedge: undefined }).low   // 228
 */
export function toleranceOf(stated: StatedNumber, wider = 1): Tolerance {
  const bound = stated.hedge?.bound ?? 'stated'
  const size = Math.abs(stated.value)
  const slack = slackOf(stated, bound) * wider
  const [low, high, why] = rangeOf(bound, size, slack, stated)
  return stated.value < 0 ? { low: -high, high: -low, why } : { low, high, why }
}

function rangeOf(
  bound: HedgeMeaning,
  size: number,
  slack: number,
  { unit, hedge }: StatedNumber,
): [low: number, high: number, why: string] {
  const rim = Math.min(slack, verdictLimits.edge * size)
  switch (bound) {
    case 'more':
      return [size - rim, 2 * size, 'more than so much: at least it, and not above twice of it']
    case 'at-least':
      return [size - slack, 2 * size, 'at least so much, and not above twice of it']
    case 'less':
      return [size / 2, size + rim, 'less than so much: at most it, and not below half of it']
    case 'at-most':
      return hedge?.isOnly === true
        ? [verdictLimits.almost * size, size + slack, 'only so much: not more than a little above it']
        : [size / 2, size + rim, 'at most so much, and not below half of it']
    case 'almost':
      return [verdictLimits.almost * size, size + rim, 'almost so much: from 0.85 of it up to it']
    default:
      return [size - slack, size + slack, whyOf(bound, slack, size, unit)]
  }
}

function whyOf(bound: HedgeMeaning, slack: number, size: number, unit: string | null): string {
  if (bound === 'about') return 'about so much: a tenth each way'
  if (size > 0 && slack / size > verdictLimits.approximate) return 'half of the last digit as written'
  return unit === 'percent_change' || unit === 'percentage_points'
    ? 'a change is told to a point or so'
    : 'rounding, and what customs and statistics offices revise'
}

function slackOf({ value, unit, hedge, isFine }: StatedNumber, bound: HedgeMeaning): number {
  const size = Math.abs(value)
  const isLoose = bound === 'about' || hedge?.isInWords === true || fractions.has(Math.abs(value))
  const share = isLoose
    ? verdictLimits.approximate
    : unit === 'times'
      ? verdictLimits.toleranceOfTimes
      : unit === 'percent_change'
        ? verdictLimits.toleranceOfChange
        : isFine
          ? verdictLimits.fineShare
          : verdictLimits.levelRevision
  const least =
    unit === 'percent_change' || unit === 'percentage_points'
      ? 1
      : unit === 'percent'
        ? isFine
          ? verdictLimits.finePoints
          : verdictLimits.sharePoints
        : 0
  const digit = unit === 'times' && Number.isInteger(value) ? 0 : Math.min(lastDigit(value) / 2, verdictLimits.digitShare * size)
  return Math.max(size * share, digit, least)
}

/** Returns the unit of the last written digit: 0.1 for 38.8, 1 for 240. */
function lastDigit(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(Math.abs(value)))?.[1]?.length ?? 0
  return 10 ** -decimals
}
