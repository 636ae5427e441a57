import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { breakIntervals, changePoints, pelt, segmentRss } from '../../src/measures/index.ts'

/** Annual flow of the Nile at Aswan, 1871 to 1970, in 10^8 m³ (the textbook series). */
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250,
  1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821,
  768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860,
  874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
]

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
  const found = changePoints(nile)

  test('one break, after 1898; RSS and BIC of every number of breaks', () => {
    expect(found.segmentations[found.byBic]!.breaks).toEqual([28])
    const rss = [2835156.75, 1597457.1944444445, 1552923.6157754012, 1538096.5127450982, 1507888.4759164536, 1659993.5004262575]
    const bic = [1318.2418068762, 1270.0837357396, 1276.4667007554, 1284.7176674489, 1291.9444768873, 1310.7651547659]
    found.segmentations.forEach((one, m) => {
      expect(one.rss / rss[m]!).toBeCloseTo(1, 12)
      expect(one.bic).toBeCloseTo(bic[m]!, 9)
    })
    expect(found.segmentations.length).toBe(6)
  })

  test('LWZ of none and of one break, by hand: ln(RSS/99) + 0.299·(ln 100)^2.1/100, ln(RSS/97) + 3·0.299·(ln 100)^2.1/100', () => {
    expect(found.segmentations[0]!.lwz).toBeCloseTo(10.336361170806, 10)
    expect(found.segmentations[1]!.lwz).toBeCloseTo(9.930832399991, 10)
    expect(found.byLwz).toBe(1)
  })

  test('its date: 1896 to 1901 with 90 %, 1895 to 1902 with 95 %', () => {
    expect(breakIntervals(nile, [28], 'mean', 0.9)).toEqual([{ low: 26, high: 31 }])
    expect(breakIntervals(nile, [28], 'mean', 0.95)).toEqual([{ low: 25, high: 32 }])
  })

  test('trend: one break, after 1898, 1896 to 1900; RSS and BIC', () => {
    const trend = changePoints(nile, { model: 'trend' })
    const rss = [2221263.64792679, 1580175.07642697, 1483851.711508, 1441761.23351842, 1404578.8383654, 1381505.78137802]
    const bic = [1298.44487887, 1278.20632983, 1285.732397, 1296.67033058, 1307.8730465, 1320.03221221]
    expect(trend.segmentations.map((one) => one.rss / rss[one.breaks.length]!)).toEqual(rss.map(() => expect.closeTo(1, 11)))
    expect(trend.segmentations.map((one) => one.bic)).toEqual(bic.map((value) => expect.closeTo(value, 7)))
    expect(breakIntervals(nile, trend.segmentations[trend.byBic]!.breaks, 'trend')).toEqual([{ low: 26, high: 30 }])
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

describe.skipIf(!haveReference)('six series of ideal-point distance (skipped where shared/reference is absent)', () => {
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

  test.each(pairs)('%s: the 90 %% interval of every break, mean and trend', (pair) => {
    const { y } = read('forecast_strucchange.json')[pair] as Reference
    for (const model of ['mean', 'trend'] as const) {
      const { segmentations, byBic } = changePoints(y, { model })
      const { breaks } = segmentations[byBic]!
      expect(breakIntervals(y, breaks, model).map((one, k) => [one?.low, breaks[k], one?.high])).toEqual(intervals[pair]![model])
    }
  })
})

describe.skipIf(!haveReference)('PELT as ruptures has it (skipped where shared/reference is absent)', () => {
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
    expect([alike.length, ready.length]).toEqual([9, 10])
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
