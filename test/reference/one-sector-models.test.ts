import { describe, expect, test } from 'vitest'
import { sectorEquilibrium } from '../../src/scenarios/models/sector-equilibrium.ts'
import { type GravityTrade, gravityTrade } from '../../src/scenarios/models/structural-gravity.ts'
import { sharesOfTable } from '../../src/scenarios/models/trade-shares.ts'
import { expectKept } from './kept-comparison.ts'
import { expectReproductions } from './kept-reproductions.ts'
import { haveShared, sharedRows, valuesOf } from './shared-tables.ts'

const whenShared = describe.skipIf(!haveShared)
const skipped = '(needs ../shared)'

whenShared(`EU enlargement, 44 economies, θ 4: Stata's GE_gravity ${skipped}`, () => {
  const rows = haveShared ? sharedRows('reference/ge-gravity/ge_gravity_eu_input_2000.csv.gz') : []
  const economies = valuesOf(rows, 'exporter')
  const n = economies.length
  const flows = new Float64Array(n * n)
  const costs = new Float64Array(n * n)
  for (const row of rows) {
    const cell = economies.indexOf(row['exporter']!) * n + economies.indexOf(row['importer']!)
    flows[cell] = Number(row['trade'])
    costs[cell] = Math.exp(0.2242490062 * Number(row['new_eu_pair'])) ** (-1 / 4)
  }

  test.each([
    ['additive', 'w_eu'],
    ['multiplicative', 'w_mult'],
  ] as const)('deficits %s: welfare of all 44 to 1e-7, and to 1e-10 as our own solution in R', (deficits, column) => {
    const base = sharesOfTable({ economies, sectors: ['all'], flows })
    const answer = sectorEquilibrium(base, Float64Array.of(4), { costs }, { deficits })
    expect(answer.converged).toBe(true)
    const published = sharedRows('reference/ge-gravity/ge_gravity_eu_enlargement_theta4.csv')
    expect(published.length).toBe(44)
    let largest = 0
    for (const row of published) {
      const ours = answer.welfare[economies.indexOf(row['exporter']!)]!
      largest = Math.max(largest, Math.abs(ours - Number(row[column])))
      expect(Math.abs(ours - Number(row[`welfare_${deficits}`])), row['exporter']).toBeLessThan(1e-10)
    }
    expect(largest).toBeLessThan(1e-7)
    expectKept(`ge-gravity-${deficits}`, largest, published.length)
    if (deficits === 'multiplicative') return
    const named = ['HUN', 'POL', 'DEU', 'RUS']
    expectReproductions(
      'ge-gravity',
      Object.fromEntries(named.map((code) => [code, answer.welfare[economies.indexOf(code)]!])),
      Object.fromEntries(named.map((code) => [code, Number(published.find((row) => row['exporter'] === code)![column])])),
    )
  })

  test('only multiplicative deficits part world output from world spending', () => {
    const base = sharesOfTable({ economies, sectors: ['all'], flows })
    const factor = (deficits: 'additive' | 'multiplicative'): number =>
      sectorEquilibrium(base, Float64Array.of(4), { costs }, { deficits }).commonFactor
    expect(Math.abs(factor('additive') - 1)).toBeLessThan(1e-11)
    expect(factor('multiplicative')).toBeCloseTo(1.0000015518, 9)
  })
})

const gegravityCoefficients = {
  lndist: -0.3898623,
  contiguity: 0.891577,
  common_language: 0.0326249,
  pta: 0.4711383,
  international: -3.412584,
}
const constant = 16.32434

whenShared(`30 countries of 2006, σ 5: USITC's gegravity 0.3 ${skipped}`, () => {
  const rows = haveShared ? sharedRows('data/ge-benchmarks/gegravity_sample_data_set.dlm') : []
  const economies = valuesOf(rows, 'exporter')
  const n = economies.length
  const germany = economies.indexOf('DEU')
  const output = new Float64Array(n)
  const spending = new Float64Array(n)
  for (const row of rows) {
    output[economies.indexOf(row['exporter']!)] = Number(row['Y'])
    spending[economies.indexOf(row['importer']!)] = Number(row['E'])
  }

  function weights(changed: (row: Readonly<Record<string, string>>) => Readonly<Record<string, string>>): Float64Array {
    const cells = new Float64Array(n * n)
    for (const row of rows.map(changed)) {
      const terms = Object.entries(gegravityCoefficients).map(([name, coefficient]) => coefficient * Number(row[name]))
      const cell = economies.indexOf(row['exporter']!) * n + economies.indexOf(row['importer']!)
      cells[cell] = Math.exp(terms.reduce((sum, term) => sum + term, constant))
    }
    return cells
  }

  const scenarios = {
    can_jpn_pta: weights((row) => (['CANJPN', 'JPNCAN'].includes(`${row['exporter']}${row['importer']}`) ? { ...row, pta: '1' } : row)),
    remove_all_pta: weights((row) => ({ ...row, pta: '0' })),
    remove_border: weights((row) => ({ ...row, international: '0' })),
  }
  const before = haveShared
    ? gravityTrade(
        weights((row) => row),
        output,
        spending,
        germany,
      )
    : undefined
  const resistance = (value: number): number => value ** (-1 / 4)

  const names = Object.keys(scenarios) as (keyof typeof scenarios)[]

  test('resistances of all 30 before and after to 1e-6, in three scenarios', () => {
    const differences = names.flatMap((name) => {
      const after = gravityTrade(scenarios[name], output, spending, germany)
      expect([before?.converged, after.converged]).toEqual([true, true])
      return sharedRows(`reference/ge-gravity/${name}_mr.csv`).flatMap((row) => {
        const at = economies.indexOf(row['country']!)
        return [
          resistance(before!.inward[at]!) / Number(row['baseline imr']),
          resistance(before!.outward[at]!) / Number(row['baseline omr']),
          resistance(after.inward[at]!) / Number(row['experiment imr']),
          resistance(after.outward[at]!) / Number(row['experiment omr']),
        ].map((ratio) => Math.abs(ratio - 1))
      })
    })
    expect(Math.max(...differences)).toBeLessThan(1e-6)
    expectKept('gegravity-resistances', Math.max(...differences), differences.length)
  })

  // its "full" equilibrium keeps the shares of output and spending of the start, so its prices are those of the first round
  test('prices of the first round to 1e-6, in three scenarios', () => {
    const differences: number[] = []
    for (const name of names) {
      const after = gravityTrade(scenarios[name], output, spending, germany)
      const negative: string[] = []
      for (const row of sharedRows(`reference/ge-gravity/${name}_country.csv`)) {
        const price = firstRoundPrice(after, economies.indexOf(row['country']!))
        const published = Number(row['factory gate price change (percent)']) / 100 + 1
        if (published < 0) negative.push(row['country']!)
        differences.push(Math.abs(price / Math.abs(published) - 1))
      }
      expect(negative, 'with σ 5 its equations also hold for the negative price, which its solver returned').toEqual(
        name === 'remove_border' ? ['AUT', 'CAN', 'DNK', 'FIN', 'IDN', 'IRL', 'MEX', 'MYS'] : [],
      )
    }
    expect(Math.max(...differences)).toBeLessThan(1e-6)
    expectKept('gegravity-prices', Math.max(...differences), differences.length)
  })

  test('the agreement of Canada and Japan: prices of three countries', () => {
    const after = gravityTrade(scenarios.can_jpn_pta, output, spending, germany)
    const rows = sharedRows('reference/ge-gravity/can_jpn_pta_country.csv')
    const named = ['CAN', 'JPN', 'USA']
    expectReproductions(
      'gegravity',
      Object.fromEntries(named.map((code) => [code, 100 * (firstRoundPrice(after, economies.indexOf(code)) - 1)])),
      Object.fromEntries(
        named.map((code) => [code, Number(rows.find((row) => row['country'] === code)!['factory gate price change (percent)'])]),
      ),
    )
  })

  function firstRoundPrice(after: GravityTrade, at: number): number {
    return resistance(before!.outward[at]!) / resistance(after.outward[at]!)
  }

  test('the full equilibrium differs from the first round: Austria without borders 1.92, where 1.975 is published as -1.975', () => {
    const base = sharesOfTable({ economies, sectors: ['all'], flows: before!.flows })
    const costs = scenarios.remove_border.map((weight, cell) => (weight / weights((row) => row)[cell]!) ** (-1 / 4))
    const full = sectorEquilibrium(base, Float64Array.of(4), { costs }, { deficits: 'multiplicative' })
    expect(full.converged).toBe(true)
    expect(full.wage[economies.indexOf('AUT')]! / full.priceIndex[germany]!).toBeCloseTo(1.92, 2)
  })
})

whenShared(`WTO Guide, chapter 2, application 1: 69 countries without borders, σ 7 ${skipped}`, () => {
  const rows = haveShared ? sharedRows('data/gravity-panels/agtpa_applications.csv.gz').filter(({ year }) => year === '2006') : []
  const economies = valuesOf(rows, 'exporter')
  const n = economies.length
  const germany = economies.indexOf('DEU')
  const output = new Float64Array(n)
  const spending = new Float64Array(n)
  const [bordered, open] = [new Float64Array(n * n), new Float64Array(n * n)]
  for (const row of rows) {
    const [i, j] = [economies.indexOf(row['exporter']!), economies.indexOf(row['importer']!)]
    output[i]! += Number(row['trade'])
    spending[j]! += Number(row['trade'])
    // the Guide's estimates, to more digits than it prints: PPML with exporter and importer effects on the same rows
    open[i * n + j] = Math.exp(-0.7912879096959194 * Math.log(Number(row['dist'])) + 0.6736455712643306 * Number(row['cntg']))
    bordered[i * n + j] = open[i * n + j]! * (i === j ? 1 : Math.exp(-2.4744504558443907))
  }
  const exportsOf = (flows: Float64Array, i: number): number => {
    let sum = 0
    for (let j = 0; j < n; j++) if (j !== i) sum += flows[i * n + j]!
    return sum
  }

  test('prices, real GDP and exports of all 69 equal the exact solution to 5e-6 points', () => {
    const [before, conditional] = [bordered, open].map((cells) => gravityTrade(cells, output, spending, germany))
    const base = sharesOfTable({ economies, sectors: ['all'], flows: before!.flows })
    const costs = open.map((weight, cell) => (weight / bordered[cell]!) ** (-1 / 6))
    const full = sectorEquilibrium(base, Float64Array.of(6), { costs }, { deficits: 'multiplicative' })
    expect(full.converged).toBe(true)
    const scale = full.priceIndex[germany]!
    const published = sharedRows('reference/ge-gravity/wto_guide_ch2_app1_exact_solution.csv')
    expect(published.length).toBe(69)
    const differences: number[] = []
    for (const row of published) {
      const i = economies.indexOf(row['country']!)
      const ours = {
        change_exports_conditional: exportsOf(conditional!.flows, i) / exportsOf(before!.flows, i),
        change_exports_full: exportsOf(full.flows, i) / exportsOf(before!.flows, i) / scale,
        change_price_full: full.wage[i]! / scale,
        change_real_gdp_full: full.welfare[i]!,
        change_imr_full: full.priceIndex[i]! / scale,
      }
      for (const [column, factor] of Object.entries(ours)) differences.push(Math.abs((factor - 1) * 100 - Number(row[column])))
    }
    expect(Math.max(...differences)).toBeLessThan(5e-6)
    expectKept('wto-guide-exact', Math.max(...differences), differences.length)
    const printed = sharedRows('reference/ge-gravity/wto_guide_ch2_app1_trade_without_border_2006_sigma7.csv')
    const named = ['ARG', 'DEU', 'HKG', 'USA']
    expectReproductions(
      'wto-guide',
      Object.fromEntries(named.map((code) => [code, 100 * (full.welfare[economies.indexOf(code)]! - 1)])),
      Object.fromEntries(named.map((code) => [code, Number(printed.find((row) => row['country'] === code)!['change_rGDP_FULL'])])),
    )
  })
})
