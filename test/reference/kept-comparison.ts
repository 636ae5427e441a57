import { expect } from 'vitest'
import { comparisons } from '../../src/measures/reproductions/comparisons.ts'
import { roundingTolerance } from '../../src/measures/reproductions/reproduction.ts'

/**
 * The measured value equals that in `visavis methods` to half of its last digit, over as many cases, and within the
 * expected range.
 */
export function expectKept(id: string, value: number, of: number): void {
  const kept = comparisons.find((one) => one.id === id)
  expect([id, kept !== undefined]).toEqual([id, true])
  expect(Math.abs(value - kept!.value), `${id}: measured ${value}`).toBeLessThanOrEqual(roundingTolerance(kept!.decimals))
  expect([id, of]).toEqual([id, kept!.of])
}
