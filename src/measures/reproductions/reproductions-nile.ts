import { type ChangePoints, changePoints } from '../change-points/change-points.ts'
import { breakIntervals } from '../change-points/change-points-interval.ts'
import type { BreakModel } from '../change-points/change-points-segments.ts'
import { nileBegins, nileFlows } from './published-examples.ts'
import type { Reproduction } from './reproduction.ts'

const where = 'strucchange 1.5-4 (Zeileis and others)'
const test = 'test/reference/change-points.test.ts'
const measure = 'change-points'

const found = new Map<BreakModel, ChangePoints>()

/** Returns the partitions of the series, computed once. */
function partitions(model: BreakModel): ChangePoints {
  const known = found.get(model) ?? changePoints(nileFlows, { model })
  found.set(model, known)
  return known
}

/** Returns the year after which the level breaks, in strucchange's convention: the last year of the old segment. */
const breakYear = (model: BreakModel): number => {
  const { segmentations, byBic } = partitions(model)
  return nileBegins + segmentations[byBic]!.breaks[0]! - 1
}

/** Returns an end of the interval of the break year. */
const end = (model: BreakModel, level: number, side: 'low' | 'high'): number => {
  const { segmentations, byBic } = partitions(model)
  return nileBegins + breakIntervals(nileFlows, segmentations[byBic]!.breaks, model, level)[0]![side] - 1
}

const criteria = (model: BreakModel, quantity: 'rss' | 'bic', published: readonly number[], digits: number): Reproduction[] =>
  published.map((value, m) => ({
    id: `nile-${model}-${quantity}-${m}`,
    measure,
    what: `Nile, ${model === 'mean' ? 'levels' : 'trends'}: ${quantity.toUpperCase()} with ${m === 1 ? 'one break' : `${m} breaks`}`,
    where,
    published: value,
    tolerance: Math.abs(value) * 10 ** -digits,
    ours: () => partitions(model).segmentations[m]![quantity],
    test,
  }))

const year = (id: string, what: string, published: number, ours: () => number): Reproduction => ({
  id,
  measure,
  what,
  where,
  published,
  tolerance: 0,
  ours,
  test,
})

/** Breaks of the Nile flow, as printed by strucchange. */
export const nileReproductions: readonly Reproduction[] = [
  year('nile-break', 'Nile, levels: last year before the break', 1898, () => breakYear('mean')),
  year('nile-low', 'Nile, levels: lower end of its 95 % interval', 1895, () => end('mean', 0.95, 'low')),
  year('nile-high', 'Nile, levels: upper end of its 95 % interval', 1902, () => end('mean', 0.95, 'high')),
  year('nile-low-90', 'Nile, levels: lower end of its 90 % interval', 1896, () => end('mean', 0.9, 'low')),
  year('nile-high-90', 'Nile, levels: upper end of its 90 % interval', 1901, () => end('mean', 0.9, 'high')),
  year('nile-trend-break', 'Nile, trends: last year before the break', 1898, () => breakYear('trend')),
  year('nile-trend-low-90', 'Nile, trends: lower end of its 90 % interval', 1896, () => end('trend', 0.9, 'low')),
  year('nile-trend-high-90', 'Nile, trends: upper end of its 90 % interval', 1900, () => end('trend', 0.9, 'high')),
  ...criteria(
    'mean',
    'rss',
    [2835156.75, 1597457.1944444445, 1552923.6157754012, 1538096.5127450982, 1507888.4759164536, 1659993.5004262575],
    12,
  ),
  ...criteria('mean', 'bic', [1318.2418068762, 1270.0837357396, 1276.4667007554, 1284.7176674489, 1291.9444768873, 1310.7651547659], 12),
  ...criteria(
    'trend',
    'rss',
    [2221263.64792679, 1580175.07642697, 1483851.711508, 1441761.23351842, 1404578.8383654, 1381505.78137802],
    11,
  ),
  ...criteria('trend', 'bic', [1298.44487887, 1278.20632983, 1285.732397, 1296.67033058, 1307.8730465, 1320.03221221], 10),
]
