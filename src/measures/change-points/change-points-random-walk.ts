import { normalQuantile } from '../../numeric/normal.ts'
import { randomStream } from '../../numeric/random.ts'
import { type BreakModel, bestPartitions, segmentRss } from './change-points-segments.ts'

/** How often pure drift resembles levels with breaks as closely as the series does. */
export interface DriftShare {
  /** (1 + number of such random walks) / (1 + draws). */
  readonly share: number
  readonly draws: number
  /** Monte-Carlo standard error of the share. */
  readonly error: number
}

/**
 * Compares steps with drift: returns the share of random walks that stay as close to their segments as the series does. The walks have the
 * same length, with the same number of breaks placed optimally.
 *
 * A random walk has no level to break from, yet a criterion that assumes independent errors finds breaks in it. The
 * statistic is RSS(m) / Σ(y[t] - y[t-1])², the inverse of Sargan and Bhargava's. It is about one half for noise around
 * levels and larger for a walk, which strays far compared with its steps. Under the trend model the differences are
 * centred on their mean. The statistic does not depend on the scale or, under the trend model, on the drift of the
 * walk.
 *
 * @param y          values at equal steps of time
 * @param breaks     number of breaks found, from 0
 * @param shortest   minimum length of a segment
 * @returns          small: levels with breaks fit better than drift; large: the two cannot be distinguished. 1 where
 * the series is constant
 * @see Sargan & Bhargava 1983, Econometrica 51(1); Bai 1998, Econometric Theory 14(5), on spurious breaks from a unit
 * root
 * @example driftShare([1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8], 1, 'mean', 3, { draws: 199, seed: 1 }).share <= 0.1   // true
 */
export function driftShare(
  y: ArrayLike<number>,
  breaks: number,
  model: BreakModel,
  shortest: number,
  options: { readonly draws: number; readonly seed: number },
): DriftShare {
  const { draws, seed } = options
  const found = closeness(y, breaks, model, shortest)
  const walks = walksFor({ length: y.length, breaks, model, shortest, draws, seed })
  const asClose = walks.reduce((count, walk) => count + Number(!(walk > found)), 0)
  const share = (1 + asClose) / (1 + draws)
  return { share, draws, error: Math.sqrt((share * (1 - share)) / draws) }
}

interface Walks {
  readonly length: number
  readonly breaks: number
  readonly model: BreakModel
  readonly shortest: number
  readonly draws: number
  readonly seed: number
}

/** Closeness of the walks, by their options. They do not depend on the values of a series, and thousands of pairs have series of the same few lengths. */
const keptWalks = new Map<string, Float64Array>()
const mostKept = 4096

function walksFor(walks: Walks): Float64Array {
  const key = Object.values(walks).join(' ')
  const kept = keptWalks.get(key)
  if (kept !== undefined) return kept
  if (keptWalks.size >= mostKept) keptWalks.clear()
  const found = closenessOfWalks(walks)
  keptWalks.set(key, found)
  return found
}

function closenessOfWalks({ length, breaks, model, shortest, draws, seed }: Walks): Float64Array {
  const stream = randomStream(seed, 'drift')
  const walk = new Float64Array(length)
  return Float64Array.from({ length: draws }, () => {
    let at = 0
    for (let t = 0; t < length; t++) walk[t] = at += normalQuantile((stream.uint32() + 0.5) / 4294967296)
    return closeness(walk, breaks, model, shortest)
  })
}

/** Computes the residual sum of squares of the best partition, relative to the sum of squared differences. */
function closeness(y: ArrayLike<number>, breaks: number, model: BreakModel, shortest: number): number {
  const n = y.length
  const drift = model === 'trend' ? (y[n - 1]! - y[0]!) / (n - 1) : 0
  let steps = 0
  for (let t = 1; t < n; t++) steps += (y[t]! - y[t - 1]! - drift) ** 2
  return bestPartitions(n, segmentRss(y, model), shortest, breaks).at(-1)!.cost / steps
}
