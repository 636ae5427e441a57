import type { Votes } from './votes.ts'

/** Votes as deviations from the mean position of all who voted in the roll call. */
export interface CentredVotes {
  readonly states: number
  readonly rollCalls: number
  /** Row-major by state: position less the mean of the roll call; NaN where the state has no position. */
  readonly deviations: Float64Array
  /** Mean squared deviation of all who voted, by roll call. */
  readonly spread: Float64Array
}

/** The two sums of a pair over its common roll calls; those of several windows add up. */
export interface CentredSums {
  readonly n: number
  /** Σ (x - y)² */
  readonly difference: number
  /** Σ x² + y² + s², where s² is the roll call's mean squared deviation. */
  readonly scale: number
}

/**
 * Writes votes as deviations from the mean of each roll call.
 *
 * @example Array.from(centredVotes({ states: 2, rollCalls: 1, positions: Uint8Array.of(1, 3) }).deviations)   // [-1, 1]
 */
export function centredVotes({ states, rollCalls, positions }: Votes): CentredVotes {
  const deviations = new Float64Array(positions.length).fill(Number.NaN)
  const spread = new Float64Array(rollCalls)
  for (let r = 0; r < rollCalls; r++) {
    const row = positions.subarray(r * states, (r + 1) * states)
    const mean = meanOf(row)
    let [squares, voted] = [0, 0]
    for (let i = 0; i < states; i++) {
      if (row[i] === 0) continue
      const x = row[i]! - mean
      deviations[i * rollCalls + r] = x
      squares += x * x
      voted++
    }
    spread[r] = voted === 0 ? 0 : squares / voted
  }
  return { states, rollCalls, deviations, spread }
}

function meanOf(row: Uint8Array): number {
  let [sum, voted] = [0, 0]
  for (const position of row) {
    if (position === 0) continue
    sum += position
    voted++
  }
  return voted === 0 ? 0 : sum / voted
}

/**
 * Sums a pair's differences and their scale over its common roll calls.
 *
 * @example centredSums(centredVotes({ states: 2, rollCalls: 1, positions: Uint8Array.of(1, 3) }), 0, 1)   // { n: 1, difference: 4, scale: 3 }
 */
export function centredSums({ rollCalls, deviations, spread }: CentredVotes, i: number, j: number): CentredSums {
  const a = i * rollCalls
  const b = j * rollCalls
  let n = 0
  let difference = 0
  let scale = 0
  // no pairs in brackets here: until the loop is compiled, each would be an array
  for (let r = 0; r < rollCalls; r++) {
    const x = deviations[a + r]!
    const y = deviations[b + r]!
    const apart = x - y
    // NaN where either has no position
    if (!(apart * apart >= 0)) continue
    difference += apart * apart
    scale += x * x + y * y + spread[r]!
    n++
  }
  return { n, difference, scale }
}

/**
 * Computes centred agreement: how little two states differ, for how far each of them and an average state stand from the mean of the same roll calls.
 *
 * 1 - Σ (x - y)² / Σ (x² + y² + s²): 1 = identical; below 0 where they stand on opposite sides. A unanimous roll call adds nothing to either sum, and a nearly
 * unanimous one almost nothing, so the number of such roll calls hardly matters.
 *
 * @returns   NaN where every common roll call was unanimous, or there is none
 * @example centredAgreement({ n: 1, difference: 4, scale: 3 }).toFixed(2)   // "-0.33"
 */
export function centredAgreement({ difference, scale }: CentredSums): number {
  return scale > 0 ? 1 - difference / scale : Number.NaN
}

/**
 * Computes the standard error of centred agreement over the choice of roll calls: that of a ratio of two sums (infinitesimal jackknife).
 *
 * @param parts   the votes, in as many windows as the sums were made from
 * @example centredError([centredVotes({ states: 2, rollCalls: 2, positions: Uint8Array.of(1, 3, 1, 3) })], 0, 1)   // 0
 */
export function centredError(parts: readonly CentredVotes[], i: number, j: number): number {
  const sums = parts.map((part) => centredSums(part, i, j))
  const [difference, scale] = [sums.reduce((sum, one) => sum + one.difference, 0), sums.reduce((sum, one) => sum + one.scale, 0)]
  const ratio = difference / scale
  const squares = parts.reduce((sum, part) => sum + squaredResiduals(part, i, j, ratio), 0)
  return Math.sqrt(squares) / scale
}

function squaredResiduals({ rollCalls, deviations, spread }: CentredVotes, i: number, j: number, ratio: number): number {
  let sum = 0
  for (let r = 0; r < rollCalls; r++) {
    const [x, y] = [deviations[i * rollCalls + r]!, deviations[j * rollCalls + r]!]
    const residual = (x - y) ** 2 - ratio * (x * x + y * y + spread[r]!)
    if (!Number.isNaN(residual)) sum += residual * residual
  }
  return sum
}
