import { describe, expect, test } from 'vitest'
import { testProducts } from '../../../src/evasion/routes/hub-products.ts'
import { commonGrowth, type SimulationPlan, simulatedPanel } from '../../evasion/simulated-panels.ts'

interface Errors {
  readonly anyFinding: number
  readonly falseShare: number
  readonly power: number
  readonly covered: number
}

/** Tests simulated panels with a known truth, and compares the findings with it. */
function errorsOver(panels: number, plan: Omit<SimulationPlan, 'seed'>): Errors {
  let [any, falseShare, found, planted, covered] = [0, 0, 0, 0, 0]
  for (let seed = 1; seed <= panels; seed++) {
    const panel = simulatedPanel({ ...plan, seed })
    const growth = { growth: commonGrowth, placeboGrowth: commonGrowth, hasDates: true, rate: 0.1 }
    const tests = testProducts(panel.products, panel.products, {
      ...{ target: 'RUS', hubs: panel.hubs, controls: panel.controls, hubP: panel.hubP },
      ...growth,
    })!
    let [all, wrong] = [0, 0]
    for (const [product, cells] of tests.at) {
      for (const { iso3, q, excess, low90, high90 } of cells) {
        const truth = panel.planted.get(`${product} ${iso3}`)
        const isFound = q <= 0.1 && excess > 0
        if (isFound) all++
        if (isFound && truth === undefined) wrong++
        if (truth === undefined) continue
        planted++
        if (isFound) found++
        if (low90 <= truth && truth <= high90) covered++
      }
    }
    if (all > 0) any++
    falseShare += all === 0 ? 0 : wrong / all
  }
  return { anyFinding: any / panels, falseShare: falseShare / panels, power: found / planted, covered: covered / planted }
}

describe('simulated panels with a known truth', () => {
  test('without rerouting hardly any panel has a finding: fewer than the stated rate', () => {
    expect(errorsOver(12, { products: 600 }).anyFinding).toBeLessThanOrEqual(0.25)
  })

  test('with rerouting the share of false findings is within the stated rate, and intervals hold the truth nine times in ten', () => {
    const errors = errorsOver(10, { products: 600, reroute: { hubs: ['KGZ', 'ARM', 'KAZ'], share: 0.2, ofProducts: 0.3 } })
    process.stdout.write(`simulated, 20 % of the fall of three products in ten: ${JSON.stringify(errors)}\n`)
    expect(errors.falseShare).toBeLessThan(0.1)
    expect(errors.power).toBeGreaterThan(0.3)
    expect(errors.covered).toBeGreaterThan(0.87)
    expect(errors.covered).toBeLessThan(0.95)
  })

  test('where 5 % of every product is rerouted by three hubs, three in four products are found, and nothing elsewhere', () => {
    const errors = errorsOver(6, { reroute: { hubs: ['KGZ', 'ARM', 'KAZ'], share: 0.05, ofProducts: 1 } })
    process.stdout.write(`simulated, 5 % of the fall of every product: ${JSON.stringify(errors)}\n`)
    expect(errors.falseShare).toBeLessThan(0.1)
    expect(errors.power).toBeGreaterThan(0.65)
  })

  test('a boom of the hubs by four fifths in every product is not taken for rerouting', () => {
    const errors = errorsOver(6, {
      boom: { hubs: ['KGZ', 'ARM', 'KAZ'], growth: 0.6 },
      reroute: { hubs: ['KGZ', 'ARM', 'KAZ'], share: 0.2, ofProducts: 0.3 },
    })
    process.stdout.write(`simulated, the same with a boom of the hubs: ${JSON.stringify(errors)}\n`)
    expect(errors.falseShare).toBeLessThan(0.13)
  })

  test('control states by product serve as placebos too', () => {
    const errors = errorsOver(4, { products: 400, withControls: true, reroute: { hubs: ['KGZ'], share: 0.5, ofProducts: 0.5 } })
    expect(errors.falseShare).toBeLessThan(0.2)
    expect(errors.power).toBeGreaterThan(0.4)
  })
})
