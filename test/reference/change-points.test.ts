import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { breakIntervals, changePoints, pelt, segmentRss } from '../../src/measures/index.ts'
import { nileFlows } from '../../src/measures/reproductions/published-examples.ts'
import { expectKept } from './kept-comparison.ts'
import { expectReproduced } from './reproduced.ts'

const folder = fileURLToPath(new URL('../../../shared/reference/changepoints-forecast', import.meta.url))
const haveReference = existsSync(folder) || process.env['CI'] === 'true'
const read = (file: string): never => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as never

interface Reference {
  readonly y: number[]
  readonly bai_perron_mean_shift: { breakpoints_bic: number[]; rss: Record<string, number>; bic: Record<string, number> }
}

interface PeltCase {
  readonly kind: string
  readonly n: number
  readonly algo: string
  readonly model: string
  readonly min_size: number
  readonly pen: number
  readonly bkps: number[]
  readonly y?: number[] | null
}

const pairs = ['US_Russia', 'China_Russia', 'US_China', 'India_Russia', 'Germany_Russia', 'Brazil_US']

describe('the Nile, as strucchange 1.5-4 prints it', () => {
  const found = changePoints(nileFlows)

  test('break, intervals, RSS and BIC of every number of breaks, levels and trends', () => {
    expectReproduced('change-points', 32)
    expect(found.segmentations.length).toBe(6)
  })

  test('LWZ of none and of one break, by hand: ln(RSS/99) + 0.299·(ln 100)^2.1/100, ln(RSS/97) + 3·0.299·(ln 100)^2.1/100', () => {
    expect(found.segmentations[0]!.lwz).toBeCloseTo(10.336361170806, 10)
    expect(found.segmentations[1]!.lwz).toBeCloseTo(9.930832399991, 10)
    expect(found.byLwz).toBe(1)
  })
})

/** Break and 90 % interval under both models: strucchange 1.5-4 run on the series of the reference, h = 0.15, number by BIC. */
const intervals: Readonly<Record<string, { mean: number[][]; trend: number[][] }>> = {
  US_Russia: {
    mean: [
      [42, 43, 44],
      [52, 53, 63],
    ],
    trend: [
      [9, 10, 12],
      [33, 34, 35],
      [43, 44, 45],
      [61, 62, 64],
    ],
  },
  China_Russia: {
    mean: [
      [6, 7, 11],
      [12, 14, 15],
      [18, 21, 22],
      [27, 28, 30],
    ],
    trend: [
      [12, 13, 14],
      [20, 21, 22],
      [27, 28, 30],
    ],
  },
  US_China: {
    mean: [
      [19, 20, 21],
      [26, 27, 30],
    ],
    trend: [
      [6, 7, 8],
      [20, 22, 23],
      [31, 32, 36],
    ],
  },
  India_Russia: {
    mean: [
      [13, 19, 26],
      [30, 34, 36],
      [40, 44, 47],
      [53, 54, 57],
    ],
    trend: [
      [38, 39, 40],
      [49, 50, 51],
    ],
  },
  Germany_Russia: { mean: [[5, 6, 9]], trend: [[4, 5, 6]] },
  Brazil_US: {
    mean: [
      [14, 15, 19],
      [27, 28, 29],
      [38, 39, 41],
      [47, 51, 53],
    ],
    trend: [
      [14, 15, 19],
      [26, 27, 29],
      [45, 46, 47],
    ],
  },
}

describe.skipIf(!haveReference)('six series of ideal-point distance (needs ../shared)', () => {
  test.each(pairs)('%s: breaks, RSS and BIC as strucchange has them', (pair) => {
    const { y, bai_perron_mean_shift: published } = read('forecast_strucchange.json')[pair] as Reference
    const found = changePoints(y)
    expect(found.segmentations[found.byBic]!.breaks).toEqual(published.breakpoints_bic)
    expect(found.segmentations.length).toBe(Object.keys(published.rss).length)
    // the series is kept to seven digits, the reference was made of more
    found.segmentations.forEach((one, m) => {
      expect(one.rss / published.rss[m]!).toBeCloseTo(1, 6)
      expect(one.bic).toBeCloseTo(published.bic[m]!, 4)
    })
  })

  test('as many series and breaks as we say', () => {
    expectKept('breaks-alike', 1, pairs.length)
    expectKept(
      'intervals-alike',
      1,
      Object.values(intervals).reduce((sum, { mean, trend }) => sum + mean.length + trend.length, 0),
    )
  })

  test.each(pairs)('%s: the 90 %% interval of every break, mean and trend', (pair) => {
    const { y } = read('forecast_strucchange.json')[pair] as Reference
    for (const model of ['mean', 'trend'] as const) {
      const { segmentations, byBic } = changePoints(y, { model })
      const { breaks } = segmentations[byBic]!
      expect(breakIntervals(y, breaks, model).map((one, k) => [one?.low, breaks[k], one?.high])).toEqual(intervals[pair]![model])
    }
  })
})

describe.skipIf(!haveReference)('PELT as ruptures has it (needs ../shared)', () => {
  const cases = haveReference ? (read('ruptures.json')['cases'] as PeltCase[]).filter((one) => one.algo === 'Pelt') : []
  const seriesOf = (one: PeltCase): number[] | null | undefined =>
    one.kind === 'synthetic'
      ? cases.find((other) => other.n === one.n && other.y)?.y
      : (read('forecast_strucchange.json')[one.kind] as Reference).y
  const ready = cases.filter((one) => one.model !== 'rbf' && seriesOf(one))
  const cost = (one: PeltCase): 'mean' | 'mean-variance' => (one.model === 'l2' ? 'mean' : 'mean-variance')

  test('nine of ten cases alike to the last break', () => {
    const alike = ready.filter((one) => {
      const found = pelt(seriesOf(one)!, { cost: cost(one), penalty: one.pen, shortest: one.min_size })
      return [...found, one.n].join() === one.bkps.join()
    })
    expectKept('pelt-alike', alike.length / ready.length, ready.length)
  })

  test('in the tenth ours costs less: 42.235 against 43.178', () => {
    const one = ready.find((other) => other.n === 500 && other.model === 'normal')!
    const y = seriesOf(one)!
    const rss = segmentRss(y, 'mean')
    const price = (ends: readonly number[]): number =>
      ends.reduce((sum, end, k) => {
        const start = k === 0 ? 0 : ends[k - 1]!
        return sum + (end - start) * Math.log(rss(start, end) / (end - start - 1) + 1e-6) + one.pen
      }, 0)
    expect(price(one.bkps)).toBeCloseTo(43.178, 3)
    expect(price([...pelt(y, { cost: 'mean-variance', penalty: one.pen, shortest: 2 }), 500])).toBeCloseTo(42.235, 3)
  })
})
