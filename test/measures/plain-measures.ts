import fc from 'fast-check'
import { expect } from 'vitest'
import type { MeasureName, Votes } from '../../src/measures/index.ts'

/**
 * The measures by their textbook definitions, from the two vectors without a table: probabilities, pairs of issues,
 * means. They are slow, and written independently of the code under test. Positions of 0 are left out.
 */
export function plainMeasures(first: readonly number[], second: readonly number[]): { n: number } & Record<MeasureName, number> {
  const pairs = first.map((a, i): [number, number] => [a, second[i]!]).filter(([a, b]) => a !== 0 && b !== 0)
  const n = pairs.length
  const mean = (f: (a: number, b: number) => number): number => pairs.reduce((sum, [a, b]) => sum + f(a, b), 0) / n
  const chance = (d: (a: number, b: number) => number): number => mean((a) => mean((_, b) => d(a, b)))
  const kappa = (d: (a: number, b: number) => number): number => (chance(d) === 0 ? Number.NaN : 1 - mean(d) / chance(d))
  const nominal = (a: number, b: number): number => (a === b ? 0 : 1)
  const linear = (a: number, b: number): number => Math.abs(a - b)
  const square = (a: number, b: number): number => (a - b) ** 2
  const pool = pairs.flat()
  const pooledChance = pool.reduce((sum, x) => sum + pool.filter((y) => y !== x).length, 0) / pool.length ** 2
  return {
    n,
    s_absolute: 1 - mean(linear),
    s_squared: 1 - mean(square) / 2,
    scott_pi: pooledChance === 0 ? Number.NaN : 1 - mean(nominal) / pooledChance,
    kappa_unweighted: kappa(nominal),
    kappa_linear: kappa(linear),
    kappa_quadratic: kappa(square),
    tau_b: plainTauB(pairs),
    benati_capurri_a: chance(linear) - mean(linear),
    agreement: mean((a, b) => (a === b ? 1 : 0)),
    partial_split: mean((a, b) => (Math.abs(a - b) === 1 ? 1 : 0)),
    opposing: mean((a, b) => (Math.abs(a - b) === 2 ? 1 : 0)),
  }
}

function plainTauB(pairs: readonly [number, number][]): number {
  let [score, untiedA, untiedB] = [0, 0, 0]
  pairs.forEach(([a, b], i) => {
    for (const [c, d] of pairs.slice(i + 1)) {
      score += Math.sign(a - c) * Math.sign(b - d)
      untiedA += a === c ? 0 : 1
      untiedB += b === d ? 0 : 1
    }
  })
  return score / Math.sqrt(untiedA * untiedB)
}

/** Votes of a few states on up to `most` roll calls, including absences. */
export function anyVotes(most = 40): fc.Arbitrary<Votes> {
  return fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: most })).chain(([states, rollCalls]) => {
    const size = states * rollCalls
    return fc
      .uint8Array({ min: 0, max: 3, minLength: size, maxLength: size })
      .map((positions) => ({ states, rollCalls, positions: Uint8Array.from(positions) }))
  })
}

/** Two states' positions on the same issues, including absences. */
export const anyPair: fc.Arbitrary<[number[], number[]]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), { maxLength: 60 })
  .map((issues) => [issues.map(([a]) => a), issues.map(([, b]) => b)])

/** The positions of one state. */
export function column(votes: Votes, state: number): number[] {
  return Array.from({ length: votes.rollCalls }, (_, r) => votes.positions[r * votes.states + state]!)
}

/** Equal to 1e-10, and undefined where the other is undefined. */
export function expectNear(actual: number | undefined, expected: number | undefined, what: string): void {
  if (Number.isNaN(expected)) expect(actual, what).toBeNaN()
  else expect(actual, what).toBeCloseTo(expected ?? Number.POSITIVE_INFINITY, 10)
}
