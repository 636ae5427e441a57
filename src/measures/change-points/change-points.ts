import { type BreakModel, bestPartitions, coefficientsOf, segmentRss } from './change-points-segments.ts'

export interface ChangePointOptions {
  /** Default `mean`. */
  readonly model?: BreakModel
  /** Minimum length of a segment as a share of the series; default 0.15. */
  readonly trim?: number
  /**
   * Minimum length of a segment in values, regardless of the share; default: one more than its number of coefficients.
   */
  readonly shortest?: number
}

/** The best partition with a given number of breaks. */
export interface Segmentation {
  /** The number of values before each break: the position, from 1, of the last value of the preceding segment. */
  readonly breaks: readonly number[]
  readonly rss: number
  readonly bic: number
  readonly lwz: number
}

export interface ChangePoints {
  readonly model: BreakModel
  readonly shortest: number
  /** By number of breaks from 0. */
  readonly segmentations: readonly Segmentation[]
  /** Number of breaks with the lowest BIC, and with the lowest LWZ, which is stricter. */
  readonly byBic: number
  readonly byLwz: number
}

/**
 * Finds multiple structural breaks in the mean or the trend of a series (Bai and Perron): for each number of breaks, the
 * partition with the lowest residual sum of squares.
 *
 * BIC = n·(ln(RSS/n) + 1 + ln 2π) + ln n·(q + 1)(m + 1); LWZ = ln(RSS/(n - p)) + p·0.299·(ln n)^2.1/n, p = (m + 1)q +
 * m, for m breaks and q coefficients a segment (1 mean, 2 trend). Segments have at least ⌊trim·n⌋ values; the largest m
 * is ⌈n/least⌉ - 2, at least 1 where there is room. Both criteria assume independent errors, and find too many breaks
 * in an autocorrelated series (see change-points-drift.ts).
 *
 * @param y   values at equal steps of time, none missing (RangeError): a series must be split at gaps
 * @returns   a series with an exact fit has the fewest breaks that achieve it; one too short for two segments has none
 * @see Bai & Perron 1998, Econometrica 66(1); 2003, Journal of Applied Econometrics 18(1). Liu, Wu & Zidek 1997, Statistica Sinica 7(2)
 * @example changePoints([1, 2, 1, 2, 1, 8, 9, 8, 9, 8], { shortest: 3 }).segmentations[1].breaks   // [5]
 */
export function changePoints(y: ArrayLike<number>, options: ChangePointOptions = {}): ChangePoints {
  const { model = 'mean', trim = 0.15 } = options
  const n = y.length
  for (let t = 0; t < n; t++) if (!Number.isFinite(y[t]!)) throw new RangeError(`changePoints: value ${t + 1} is not a number`)
  const q = coefficientsOf(model)
  const shortest = Math.max(Math.floor(trim * n), options.shortest ?? q + 1)
  if (n < shortest) return { model, shortest, segmentations: [], byBic: 0, byLwz: 0 }
  const most = Math.max(1, Math.ceil(n / shortest) - 2)
  const segmentations = bestPartitions(n, segmentRss(y, model), shortest, most).map(({ breaks, cost }) => ({
    breaks,
    rss: cost,
    bic: bic(cost, n, q, breaks.length),
    lwz: lwz(cost, n, q, breaks.length),
  }))
  return { model, shortest, segmentations, byBic: least(segmentations, 'bic'), byLwz: least(segmentations, 'lwz') }
}

function bic(rss: number, n: number, q: number, breaks: number): number {
  return n * (Math.log(rss / n) + 1 + Math.log(2 * Math.PI)) + Math.log(n) * (q + 1) * (breaks + 1)
}

function lwz(rss: number, n: number, q: number, breaks: number): number {
  const p = (breaks + 1) * q + breaks
  return Math.log(rss / (n - p)) + (p * 0.299 * Math.log(n) ** 2.1) / n
}

/**
 * Returns the number of breaks with the lowest criterion. Of equal minima the first counts, because an exact fit is minus infinity for any number of breaks.
 */
function least(segmentations: readonly Segmentation[], criterion: 'bic' | 'lwz'): number {
  let at = 0
  segmentations.forEach((one, m) => {
    if (one[criterion] < segmentations[at]![criterion]) at = m
  })
  return at
}
