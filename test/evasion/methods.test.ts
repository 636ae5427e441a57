import { describe, expect, test } from 'vitest'
import { differenceInDifferences } from '../../src/evasion/methods/difference-in-differences.ts'
import { eventStudy } from '../../src/evasion/methods/event-study.ts'
import { controlGrowth, excess, isNearZeroBase, substitutionRatio } from '../../src/evasion/methods/excess.ts'
import { falseDiscoveryRates } from '../../src/evasion/methods/false-discovery.ts'
import { ghostShare } from '../../src/evasion/methods/ghost-share.ts'
import { hierarchicalRates } from '../../src/evasion/methods/hierarchical-discovery.ts'
import { mirrorResiduals } from '../../src/evasion/methods/mirror-residual.ts'
import { cellExcess, type ProductCell, placeboCells } from '../../src/evasion/methods/placebo-cells.ts'
import { powerWeights } from '../../src/evasion/methods/power-weights.ts'
import { reExportEcho } from '../../src/evasion/methods/re-export-echo.ts'
import { simplexWeights } from '../../src/evasion/methods/simplex-weights.ts'
import { sizeScaledNull } from '../../src/evasion/methods/size-scaled-null.ts'
import { placeboInTime, placebosInSpace, syntheticControl } from '../../src/evasion/methods/synthetic-control.ts'
import { unitValuePremium } from '../../src/evasion/methods/unit-value-premium.ts'
import { hubTrend } from '../../src/evasion/routes/hub-trend.ts'
import { randomStream } from '../../src/numeric/random.ts'
import { normalDraws } from '../../src/numeric/random-normal.ts'

const panelOf = (rows: Readonly<Record<string, readonly number[]>>) => ({
  units: Object.keys(rows),
  periods: Object.values(rows)[0]!.map((_, i) => i + 1),
  outcomes: Object.values(rows).map((row) => Float64Array.from(row)),
})

describe('difference in differences', () => {
  const panel = panelOf({ t: [0, 0, 5, 7], a: [1, 1, 2, 2], b: [0, 2, 2, 4], c: [3, 3, 3, 3] })

  test('is the mean change of the treated less that of the controls; with one treated unit its error is said to mean nothing', () => {
    const found = differenceInDifferences(panel, ['t'], 3)
    expect(found.estimate).toBeCloseTo(6 - 1, 12)
    // changes of the controls 1, 2, 0: squares 2, over 9, times 4/3
    expect(found.error).toBeCloseTo(Math.sqrt((4 / 3) * (2 / 9)), 12)
    expect([found.errorIsMeaningful, found.permutationP, found.placements]).toEqual([false, 1 / 4, 4])
  })

  test('two treated units of four: six placements of the treatment', () => {
    const found = differenceInDifferences(panel, ['t', 'b'], 3)
    expect([found.errorIsMeaningful, found.placements]).toEqual([true, 6])
    expect(found.permutationP).toBeCloseTo(2 / 6, 12)
  })

  test('a panel without a period before, or without controls, is refused', () => {
    expect(() => differenceInDifferences(panel, ['t'], 1)).toThrow(/no periods on both sides/)
    expect(() => differenceInDifferences(panel, ['t', 'a', 'b', 'c'], 3)).toThrow(/treated units and controls/)
  })

  test('the event study is zero in its reference period, and averages to the difference in differences', () => {
    const events = eventStudy(panel, ['t'], 2)
    expect(events.map(({ estimate }) => Number(estimate.toFixed(6)))).toEqual([0.666667, 0, 4.666667, 6])
    const [first, , third, fourth] = events.map(({ estimate }) => estimate) as [number, number, number, number]
    expect((third + fourth) / 2 - first / 2).toBeCloseTo(5, 12)
    expect(() => eventStudy(panel, ['t'], 9)).toThrow(/no period of the panel/)
  })
})

describe('synthetic control', () => {
  test('weights are found that make the target, from 0 and adding up to 1', () => {
    const columns = [Float64Array.of(1, 0, 2), Float64Array.of(0, 1, 1), Float64Array.of(5, 5, 9)]
    const weights = simplexWeights(columns, Float64Array.of(0.25, 0.75, 1.25), 0)
    expect([...weights].map((weight) => Number(weight.toFixed(5)))).toEqual([0.25, 0.75, 0])
    const outside = simplexWeights(columns, Float64Array.of(-9, 9, 0), 0)
    expect(outside.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
    expect([...outside].every((weight) => weight >= 0)).toBe(true)
  })

  test('a ridge draws the weights together, and makes them unique between equal donors', () => {
    const twins = [Float64Array.of(1, 2), Float64Array.of(1, 2), Float64Array.of(0, 0)]
    const weights = simplexWeights(twins, Float64Array.of(1, 2), 1e-3)
    expect(weights[0]).toBeCloseTo(weights[1]!, 6)
  })

  const noise = (seed: number, count: number, shift = 0): number[] => {
    const draw = normalDraws(randomStream(seed, 'synthetic control test'))
    return Array.from({ length: count }, (_, t) => 0.05 * t + 0.02 * draw() + (t >= 10 ? shift : 0))
  }
  const donors = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`d${i}`, noise(i + 1, 14)]))
  const panel = panelOf({ t: noise(99, 14, 0.5), ...donors })

  test('a planted jump of 0.5 is found, ranks first in space, and is absent at an earlier date', () => {
    const actual = syntheticControl(panel, 't', 11)
    expect(actual.effect).toBeGreaterThan(0.45)
    expect(actual.effect).toBeLessThan(0.55)
    expect(placebosInSpace(panel, actual, 11)).toMatchObject({ rank: 1, of: 41, p: 1 / 41 })
    expect(Math.abs(placeboInTime(panel, 't', 11, 8).effect)).toBeLessThan(0.05)
  })

  test('without a jump the rank is anywhere', () => {
    const actual = syntheticControl(panelOf({ t: noise(99, 14), ...donors }), 't', 11)
    expect(placebosInSpace(panelOf({ t: noise(99, 14), ...donors }), actual, 11).p).toBeGreaterThan(0.1)
  })
})

describe('false discovery', () => {
  test('q-values never fall as p rises, and are at least p', () => {
    const p = Float64Array.of(0.9, 0.001, 0.02, 0.02, 0.5)
    const q = falseDiscoveryRates(p)
    expect([...q].map((value) => Number(value.toFixed(5)))).toEqual([0.9, 0.005, 0.03333, 0.03333, 0.625])
    expect(falseDiscoveryRates(new Float64Array())).toHaveLength(0)
  })
})

describe('excess and substitution', () => {
  test('a product that controls hardly buy takes the growth of all products', () => {
    expect(controlGrowth({ pre: 1e9, post: 2e9 }, 1, 1e5)).toBeCloseTo(2, 3)
    expect(controlGrowth({ pre: 10, post: 0 }, 1.2, 1e5)).toBeCloseTo(1.2, 3)
  })

  test('no fall, no ratio', () => {
    expect(substitutionRatio(5, 0)).toBeUndefined()
    expect(substitutionRatio(5, -1)).toBeUndefined()
    expect(excess({ pre: 100, post: 110 }, 1.2)).toBeCloseTo(-10, 9)
  })

  test('a base near zero is flagged, and nothing at all on both sides too', () => {
    expect([isNearZeroBase({ pre: 0, post: 0 }), isNearZeroBase({ pre: 2e5, post: 5e6 }), isNearZeroBase({ pre: 1e6, post: 5e6 })]).toEqual(
      [true, true, false],
    )
  })
})

describe('placebo cells', () => {
  const draw = normalDraws(randomStream(5, 'placebo cells test'))
  const cells = Array.from({ length: 4000 }, (_, i): ProductCell => {
    const pre = i % 4 === 0 ? 0 : 2000 * 10 ** ((i % 5) * 0.8)
    return { pre, post: pre === 0 ? (draw() > 1.5 ? 5000 : 0) : pre * Math.exp(0.5 * draw()), growth: 1 }
  })
  const placebos = placeboCells(cells)

  const nulls = sizeScaledNull(cells.map((cell) => ({ ...cell, partner: 'KAZ' })))

  test('a cell like its placebos has a large p; one ten times as large a small one', () => {
    expect(nulls.pOf({ pre: 1e6, post: 1.05e6, growth: 1 }, 0)!).toBeGreaterThan(0.2)
    expect(nulls.pOf({ pre: 1e6, post: 1e7, growth: 1 }, 0)!).toBeLessThan(0.01)
    const found = cellExcess({ pre: 1e6, post: 1e7, growth: 1 }, placebos)!
    expect(found.excess).toBe(9e6)
    expect(found.low90).toBeGreaterThan(7e6)
    expect(found.high90).toBeLessThan(9.8e6)
  })

  test('a product never sold before is held against products never sold before', () => {
    expect(nulls.pOf({ pre: 0, post: 0, growth: 1 }, 0)!).toBe(1)
    expect(nulls.pOf({ pre: 0, post: 5000, growth: 1 }, 0)!).toBeGreaterThan(0.03)
    expect(nulls.pOf({ pre: 0, post: 1e6, growth: 1 }, 0)!).toBeLessThan(0.005)
  })

  test('p-values of placebo cells are uniform at every size, and a trend of the hub is taken off', () => {
    for (const size of [2000, 2000 * 10 ** 1.6, 2000 * 10 ** 3.2]) {
      const own = cells.filter(({ pre }) => pre > 0 && Math.abs(Math.log(pre / size)) < 0.1)
      const small = own.filter((cell) => nulls.pOf(cell, 0)! <= 0.1).length / own.length
      expect(own.length).toBeGreaterThan(400)
      expect(Math.abs(small - 0.1)).toBeLessThan(0.035)
    }
    const grown = { pre: 1e6, post: 2e6, growth: 1 }
    expect(nulls.pOf(grown, Math.log(2))!).toBeGreaterThan(4 * nulls.pOf(grown, 0)!)
  })

  test('without placebos nothing is tested', () => {
    expect(cellExcess({ pre: 1, post: 1, growth: 1 }, placeboCells([]))).toBeUndefined()
    expect(sizeScaledNull([]).pOf({ pre: 1, post: 1, growth: 1 }, 0)).toBeUndefined()
  })
})

describe('families of tests', () => {
  const of = (family: string, ...p: number[]) => p.map((one) => ({ family, p: one, weight: 1 }))

  test('equal to Benjamini-Hochberg times the null share where there is one family; the family’s own p-value bounds it from below', () => {
    const p = [0.001, 0.01, 0.02, 0.6, 0.9]
    const plain = falseDiscoveryRates(Float64Array.from(p))
    const nulls = Math.min(1, 3 / (0.5 * 5))
    expect([...hierarchicalRates(of('a', ...p), new Map([['a', 0.001]]))]).toEqual([...plain].map((q) => Math.min(1, q * nulls)))
    expect(Math.min(...hierarchicalRates(of('a', ...p), new Map([['a', 0.04]])))).toBe(0.04)
  })

  test('a family that is not selected has no finding, however small a p-value in it', () => {
    const q = hierarchicalRates(
      [...of('a', 0.001, 0.6), ...of('b', 1e-6, 0.6)],
      new Map([
        ['a', 0.001],
        ['b', 0.9],
      ]),
    )
    expect(q[0]).toBeLessThan(0.1)
    expect(q[2]).toBe(0.9)
  })

  test('one family selected of four leaves a quarter of the rate to its tests', () => {
    const others = ['b', 'c', 'd'].flatMap((family) => of(family, 0.9))
    const [q] = hierarchicalRates([...of('a', 0.01), ...others], new Map([['a', 1e-4]]))
    expect(q).toBeCloseTo(0.04, 12)
  })

  test('weights leave most to tests that an effect of the sought size moves, and have mean one', () => {
    const weights = powerWeights(Float64Array.of(0, 0.5, 1.5, 2.5, 9))
    expect(weights[0]).toBeLessThan(0.01)
    expect(weights[3]).toBeGreaterThan(weights[1]!)
    expect(weights.reduce((sum, one) => sum + one, 0) / 5).toBeCloseTo(1, 9)
    expect(powerWeights(new Float64Array())).toHaveLength(0)
  })

  test('a boom in goods that the target hardly lost is the hub’s trend; a reroute of the rest is not, and a fall is none', () => {
    const nulls = sizeScaledNull(
      Array.from({ length: 600 }, (_, i) => ({ pre: 1e6, post: 1e6 * Math.exp(0.3 * Math.sin(i)), growth: 1, partner: 'KAZ' })),
    )
    const own = (post: number) => Array.from({ length: 30 }, () => ({ cell: { pre: 1e6, post, growth: 1 }, fall: 1e5 }))
    const rerouted = Array.from({ length: 300 }, () => ({ cell: { pre: 1e6, post: 9e6, growth: 1 }, fall: 1e8 }))
    expect(hubTrend([...own(1.5e6), ...rerouted], nulls)).toBeCloseTo(Math.log(1.5), 1)
    expect(hubTrend([...own(5e5), ...rerouted], nulls)).toBe(0)
    expect(hubTrend(rerouted, nulls)).toBe(0)
  })
})

describe('reports of both sides', () => {
  test('a period that the hub has not reported is in no share; a flow that it reports as none is a ghost', () => {
    const flow = (product: string, exported: number, imported: number | null) => ({ product, exported, imported, isCif: true })
    const found = ghostShare([flow('1', 100, 106), flow('2', 100, 0), flow('3', 500, null)])!
    expect(found.value).toBeCloseTo(0.5, 12)
    expect([found.compared, found.notReported]).toEqual([200, 500])
    expect(found.low90).toBeLessThanOrEqual(0.5)
    expect(ghostShare([flow('3', 500, null)])).toBeUndefined()
  })

  test('imports free on board are not reduced by freight', () => {
    expect(ghostShare([{ product: '1', exported: 100, imported: 100, isCif: false }])!.value).toBeCloseTo(0, 12)
  })

  test('an echo comes up to the lag later; what arrives in the last months may still leave', () => {
    const arriving = Float64Array.of(0, 0, 10, 10, 10)
    expect(reExportEcho([{ product: '1', arriving, leaving: Float64Array.of(0, 0, 0, 10, 10) }], 2, 1)!.value).toBe(1)
    expect(reExportEcho([{ product: '1', arriving, leaving: Float64Array.of(3, 3, 3, 3, 3) }], 2, 1)!.value).toBe(0)
    expect(reExportEcho([{ product: '1', arriving: new Float64Array(5), leaving: arriving }], 2, 1)).toBeUndefined()
    expect(() => reExportEcho([{ product: '1', arriving, leaving: new Float64Array(4) }], 2, 1)).toThrow(RangeError)
  })

  test('a unit value premium is net of the controls’ prices; without weights there is none', () => {
    const at = (value: number, tonnes: number) => ({ value, tonnes })
    const hub = { pre: at(100, 10), post: at(300, 15) }
    const controls = { pre: at(1000, 100), post: at(1600, 100) }
    expect(unitValuePremium([{ product: '1', hub, controls }])!.value).toBeCloseTo(2 / 1.6 - 1, 12)
    expect(unitValuePremium([{ product: '1', hub: { ...hub, pre: at(100, 0) }, controls }])).toBeUndefined()
  })

  test('the residual of a mirror gap is what distance and size do not explain, the odd hub first', () => {
    const draw = normalDraws(randomStream(3, 'mirror gaps'))
    const gaps = Array.from({ length: 30 }, (_, i) => {
      const causes = [Math.log(500 + 300 * i), Math.sin(i)]
      return { hub: `h${i}`, gap: 0.1 + 0.3 * causes[0]! - 0.2 * causes[1]! + 0.05 * draw() + (i === 7 ? 0.6 : 0), causes }
    })
    const [first, second] = mirrorResiduals(gaps)
    expect(first!.hub).toBe('h7')
    expect(first!.residual).toBeGreaterThan(0.4)
    expect(first!.t).toBeGreaterThan(5)
    expect(second!.t).toBeLessThan(4)
    expect(() => mirrorResiduals(gaps.map((one) => ({ ...one, causes: [1, 1] })))).toThrow(/depend on one another/)
    expect(() => mirrorResiduals(gaps.slice(0, 4))).toThrow(/too few/)
  })
})
