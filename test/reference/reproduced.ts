import { expect } from 'vitest'
import { reproductions } from '../../src/measures/reproductions/reproductions.ts'

/** Every recomputed figure of the measure is within its tolerance, and their number is as expected. */
export function expectReproduced(measure: string, count: number): void {
  const mine = reproductions.filter((one) => one.measure === measure && typeof one.ours === 'function')
  expect(mine.length).toBe(count)
  for (const { id, published, tolerance, ours } of mine)
    expect(Math.abs((ours as () => number)() - published), id).toBeLessThanOrEqual(tolerance!)
}
