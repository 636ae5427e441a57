import { describe, expect, test } from 'vitest'
import { crossGroups, type GravityPanel, groupRows, type PpmlFit, ppml, type RowGroups } from '../../../src/measures/index.ts'
import { choleskyFactor, choleskyInverse } from '../../../src/numeric/cholesky.ts'
import { simulatedPanel } from './simulated-panel.ts'

/** Sums of the flow less its fitted value over the groups of a set, each relative to the whole flow. */
function imbalance({ flow }: GravityPanel, { fitted }: PpmlFit, { of, groups }: RowGroups): number {
  const sums = new Float64Array(groups)
  flow.forEach((value, i) => {
    sums[of[i]!]! += value - fitted[i]!
  })
  const whole = flow.reduce((sum, value) => sum + value, 0)
  return Math.max(...sums.map(Math.abs)) / whole
}

/** Every regressor, and a dummy for every group in use but one of each set after the first: the design without any elimination. */
function fullDesign({ flow, regressors, effects }: GravityPanel, { fitted }: PpmlFit): Float64Array[] {
  const dummies = effects.flatMap(({ of, groups }) =>
    Array.from({ length: groups }, (_, g) => Float64Array.from(flow, (_, i) => (of[i] === g && fitted[i]! > 0 ? 1 : 0))),
  )
  return [...regressors.map(({ values }) => values), ...dummies]
}

/** Clustered covariance of the regressors from the full design. */
function plainErrors(panel: GravityPanel, fit: PpmlFit, clusters: RowGroups): number[] {
  const design = fullDesign(panel, fit)
  const k = design.length
  const gram = new Float64Array(k * k)
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++)
      for (let i = 0; i < panel.flow.length; i++) gram[a * k + b]! += fit.fitted[i]! * design[a]![i]! * design[b]![i]!
  const bread = choleskyInverse(gram, choleskyFactor(gram, k, 1e-10))
  const scores = Array.from({ length: clusters.groups }, () => new Float64Array(k))
  panel.flow.forEach((y, i) => {
    design.forEach((x, a) => {
      scores[clusters.of[i]!]![a]! += x[i]! * (y - fit.fitted[i]!)
    })
  })
  return panel.regressors.map((_, j) => {
    const row = bread.subarray(j * k, (j + 1) * k)
    return Math.sqrt(scores.reduce((sum, score) => sum + score.reduce((s, one, a) => s + one * row[a]!, 0) ** 2, 0))
  })
}

describe('a gravity equation by PPML', () => {
  const cases = [1, 2, 3].flatMap((seed) => [false, true].map((pairEffects) => ({ seed, pairEffects })))

  test.each(cases)(
    'the fitted flow of every group is the observed one, and the regressors are orthogonal to what is left: %j',
    (options) => {
      const { panel } = simulatedPanel(options.seed, { ...options, years: 5 })
      const fit = ppml(panel)
      expect(fit.convergence.converged).toBe(true)
      for (const set of panel.effects) expect(imbalance(panel, fit, set)).toBeLessThan(1e-9)
      for (const { values } of panel.regressors) {
        const left = panel.flow.reduce((sum, y, i) => sum + values[i]! * (y - fit.fitted[i]!), 0)
        expect(Math.abs(left) / panel.flow.reduce((sum, y) => sum + y, 0)).toBeLessThan(1e-9)
      }
    },
  )

  test.each(cases)('clustered errors are those of the full design with a dummy for every group: %j', (options) => {
    const { panel, pair } = simulatedPanel(options.seed, { ...options, years: 5 })
    const fit = ppml(panel, { clusters: [pair], factor: 'none' })
    plainErrors(panel, fit, pair).forEach((error, j) => {
      expect(fit.terms[j]!.error! / error).toBeCloseTo(1, 6)
    })
  })

  test('effects and coefficients give the fitted flow of every row in use', () => {
    const { panel } = simulatedPanel(4, { pairEffects: true, years: 5 })
    const fit = ppml(panel)
    panel.flow.forEach((_, i) => {
      if (fit.fitted[i] === 0) return
      const effects = panel.effects.reduce((sum, { of }, e) => sum + fit.effects[e]!.values[of[i]!]!, 0)
      const eta = panel.regressors.reduce((sum, { values }, j) => sum + fit.terms[j]!.estimate! * values[i]!, effects)
      expect(Math.exp(eta) / fit.fitted[i]!).toBeCloseTo(1, 9)
    })
  })

  test('a weight of two is the row twice', () => {
    const { panel } = simulatedPanel(5)
    const twice = panel.flow.map((_, i) => (i % 3 === 0 ? 2 : 1))
    const rows = [...panel.flow.keys()].flatMap((i) => (i % 3 === 0 ? [i, i] : [i]))
    const repeated = {
      flow: Float64Array.from(rows, (i) => panel.flow[i]!),
      regressors: panel.regressors.map(({ name, values }) => ({ name, values: Float64Array.from(rows, (i) => values[i]!) })),
      effects: panel.effects.map(({ name, of, groups }) => ({ name, of: Int32Array.from(rows, (i) => of[i]!), groups })),
    }
    const [weighted, plain] = [ppml({ ...panel, weights: twice }), ppml(repeated)]
    weighted.terms.forEach(({ estimate }, j) => {
      expect(estimate).toBeCloseTo(plain.terms[j]!.estimate!, 9)
    })
    expect(weighted.deviance).toBeCloseTo(plain.deviance, 6)
  })

  test('the unit of the flow and the order of rows change no coefficient', () => {
    const { panel, pair } = simulatedPanel(6)
    const order = [...panel.flow.keys()].reverse()
    const moved = {
      flow: Float64Array.from(order, (i) => 1e9 * panel.flow[i]!),
      regressors: panel.regressors.map(({ name, values }) => ({ name, values: Float64Array.from(order, (i) => values[i]!) })),
      effects: panel.effects.map(({ name, of, groups }) => ({ name, of: Int32Array.from(order, (i) => of[i]!), groups })),
    }
    const clusters = [{ ...pair, of: Int32Array.from(order, (i) => pair.of[i]!) }]
    const [one, other] = [ppml(panel, { clusters: [pair] }), ppml(moved, { clusters })]
    one.terms.forEach(({ estimate, error }, j) => {
      expect(other.terms[j]!.estimate).toBeCloseTo(estimate!, 9)
      expect(other.terms[j]!.error).toBeCloseTo(error!, 8)
    })
  })

  test('without effects a constant is estimated, whose fitted total is the observed', () => {
    const { panel } = simulatedPanel(7)
    const fit = ppml({ ...panel, effects: [] })
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
    expect(sum(fit.fitted) / sum(panel.flow)).toBeCloseTo(1, 9)
    expect(fit.effects[0]!.values[0]).toBeTypeOf('number')
  })
})

describe('what cannot be estimated is listed, with the reason', () => {
  const { panel, pair } = simulatedPanel(8, { years: 4 })
  const [exporterYear] = panel.effects
  const add = (name: string, values: Float64Array): GravityPanel => ({ ...panel, regressors: [...panel.regressors, { name, values }] })
  const expectSame = (fit: PpmlFit): void => {
    const plain = ppml(panel, { clusters: [pair] })
    plain.terms.forEach(({ estimate, error }, j) => {
      expect(fit.terms[j]!.estimate).toBeCloseTo(estimate!, 8)
      expect(fit.terms[j]!.error).toBeCloseTo(error!, 8)
    })
  }

  test('a regressor of the exporter-year alone is determined by the effects', () => {
    const fit = ppml(
      add(
        'gdp',
        Float64Array.from(exporterYear!.of, (group) => Math.sqrt(group + 2)),
      ),
      { clusters: [pair] },
    )
    expect(fit.terms[2]).toEqual({
      name: 'gdp',
      estimate: null,
      error: null,
      leftOut: 'determined by the effects (exporter-year, importer-year)',
    })
    expectSame(fit)
  })

  test('a combination of two regressors and the effects names both', () => {
    const [x0, x1] = panel.regressors
    const values = panel.flow.map((_, i) => 2 * x0!.values[i]! - x1!.values[i]! + exporterYear!.of[i]!)
    const fit = ppml(add('mix', values), { clusters: [pair] })
    expect(fit.terms[2]!.leftOut).toBe('determined by x0, x1 and the effects')
    expectSame(fit)
  })

  test('a regressor that is nearly a combination is estimated', () => {
    const values = panel.flow.map((_, i) => panel.regressors[0]!.values[i]! + (i % 7 === 0 ? 0.01 : 0))
    expect(ppml(add('near', values)).terms[2]!.estimate).toBeTypeOf('number')
  })

  test('a regressor that is 1 only where there is no flow separates these rows', () => {
    const zeros = [...panel.flow.keys()].filter((i) => panel.flow[i] === 0)
    const chosen = new Set(zeros.slice(3, 6))
    const fit = ppml(
      add(
        'embargo',
        panel.flow.map((_, i) => (chosen.has(i) ? 1 : 0)),
      ),
    )
    expect(fit.rows.separated).toEqual([...chosen])
    expect(fit.terms[2]!.leftOut).toBe('the same in every row that is used')
    expect([...chosen].map((i) => fit.fitted[i])).toEqual([0, 0, 0])
    expect(fit.convergence.converged).toBe(true)
  })

  test('two groups of states that trade only among themselves are separated by the effects, where one buys nothing of the other', () => {
    const rows = [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].map((j) => ({ i, j }))).filter(({ i, j }) => i !== j && !(i >= 2 && j < 2))
    const flow = Float64Array.from(rows, ({ i, j }) => (i < 2 === j < 2 ? 1 + i + j : 0))
    const of = (key: 'i' | 'j') =>
      groupRows(
        key,
        rows.map((row) => `${row[key]}`),
      )
    const fit = ppml({ flow, regressors: [], effects: [of('i'), of('j')] })
    expect(fit.rows.separated.map((row) => rows[row]!)).toEqual(rows.filter(({ i, j }) => i < 2 && j >= 2))
  })

  test('an exporter without any flow in a year leaves with its rows', () => {
    const flow = panel.flow.map((value, i) => (exporterYear!.of[i] === 2 ? 0 : value))
    const fit = ppml({ ...panel, flow })
    expect(fit.rows.zeroGroups[0]).toEqual({ effect: 'exporter-year', groups: 1, rows: 5 })
    expect(fit.effects[0]!.values[2]).toBeNaN()
  })

  test('an estimate that has not converged says so', () => {
    expect(ppml(panel, { mostSteps: 1 }).convergence.converged).toBe(false)
  })

  test.each([
    ['a negative flow', { flow: panel.flow.map((value, i) => (i === 4 ? -1 : value)) }, 'the flow is -1 in row 5'],
    ['no flow at all', { flow: panel.flow.map(() => 0) }, 'all flows of the panel are 0'],
    ['a flow that is no number', { flow: panel.flow.map((value, i) => (i === 2 ? Number.NaN : value)) }, 'NaN in row 3'],
    ['no rows', { flow: new Float64Array() }, 'no rows'],
    ['a column of another length', { regressors: [{ name: 'x', values: new Float64Array(3) }] }, 'x has another number of rows'],
    ['a weight of 0', { weights: panel.flow.map(() => 0) }, 'the weight is 0 in row 1'],
  ])('%s is refused', (_, change, words) => {
    expect(() => ppml({ ...panel, ...change })).toThrow(words)
  })

  test('a single cluster gives no errors', () => {
    const one = { name: 'all', of: new Int32Array(panel.flow.length), groups: 1 }
    expect(() => ppml(panel, { clusters: [one] })).toThrow('a single cluster')
  })
})

test('with two sets of clusters, errors are those of each less those of the crossed', () => {
  const { panel, pair } = simulatedPanel(9, { states: 9, years: 6 })
  const clusters = (name: string, size: number): RowGroups =>
    groupRows(
      name,
      [...panel.flow.keys()].map((i) => `${Math.floor(i / size) % 12}`),
    )
  const [a, b] = [clusters('a', 1), clusters('b', 12)]
  const variance = (sets: readonly RowGroups[]): number => ppml(panel, { clusters: sets, factor: 'none' }).terms[0]!.error! ** 2
  expect(variance([a, b])).toBeCloseTo(variance([a]) + variance([b]) - variance([crossGroups('ab', a, b)]), 10)
  expect(variance([pair, pair])).toBeCloseTo(variance([pair]), 12)
})
