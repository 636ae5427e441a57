import { describe, expect, test } from 'vitest'
import { idealPointPosterior } from '../../../src/measures/ideal-point-posterior/ideal-point-posterior.ts'
import { type IdealPoints, idealPoints } from '../../../src/measures/ideal-points/ideal-points.ts'
import { expectKept } from '../../reference/kept-comparison.ts'
import { cowPoles, havePublishedPoints, likeness, publishedSample } from '../../reference/published-ideal-points.ts'

describe.skipIf(!havePublishedPoints)('the April 2020 estimates from all votes (needs ../shared)', () => {
  let fit: IdealPoints

  test('the sample has the published size', async () => {
    const sample = publishedSample()
    expect([sample.itemCell.length, sample.items.length, sample.cellState.length]).toEqual([797_473, 4784, 10_469])
    fit = await idealPoints(sample, { poles: cowPoles, threads: 1 })
  })

  test('the approximation is as near the published file as we say', () => {
    const found = likeness(fit.sample, [...fit.theta], [...fit.sd])
    expect(fit.converged).toBe(true)
    expect(fit.trace.length).toBeLessThanOrEqual(40)
    expect(found.overall).toBeGreaterThan(0.99)
    expect(found.late).toBeGreaterThan(0.995)
    expect(found.within).toBeGreaterThan(0.9985)
    expect(found.sdRatio).toBeGreaterThan(0.9)
    expect(found.sdRatio).toBeLessThan(1.1)
    expect(found.sdCorrelation).toBeGreaterThan(0.9)
    const cells = fit.sample.cellSession
    expectKept('ideal-points-overall', found.overall, cells.length)
    expectKept('ideal-points-late', found.late, cells.filter((session) => session >= 12).length)
    expectKept('ideal-points-within', found.within, new Set(cells).size)
    expectKept('ideal-points-sd-ratio', found.sdRatio, cells.length)
    expectKept('ideal-points-sd-correlation', found.sdCorrelation, cells.length)
  })

  test('on two and three threads it is the same, bit for bit', async () => {
    for (const threads of [2, 3]) {
      const other = await idealPoints(fit.sample, { poles: cowPoles, threads })
      expect([other.theta, other.sd, other.items]).toEqual([fit.theta, fit.sd, fit.items])
    }
  })

  test('a few draws of the posterior already lie where the published ones do', { timeout: 240_000 }, async () => {
    const { mean, sd } = await idealPointPosterior(fit, { warmup: 15, draws: 20, every: 1 })
    const found = likeness(fit.sample, [...mean], [...sd])
    expect(found.late).toBeGreaterThan(0.995)
    expect(found.within).toBeGreaterThan(0.9985)
    expect(found.sdRatio).toBeGreaterThan(0.9)
    expect(found.sdRatio).toBeLessThan(1.1)
    expect(found.sdCorrelation).toBeGreaterThan(0.8)
  })
})
