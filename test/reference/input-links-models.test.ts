import { describe, expect, test } from 'vitest'
import { modelRuns } from '../../src/measures/reproductions/model-runs-table.ts'
import { gainsFromTrade, gainsFromTradeWithInputs } from '../../src/scenarios/models/gains-from-trade.ts'
import { inputEquilibrium, type LinkedShares, linkedShares } from '../../src/scenarios/models/input-equilibrium.ts'
import { welfareParts } from '../../src/scenarios/models/terms-of-trade.ts'
import { eachCell, sharesOfTable, type TradeShares } from '../../src/scenarios/models/trade-shares.ts'
import { expectKept } from './kept-comparison.ts'
import { expectReproductions } from './kept-reproductions.ts'
import { haveShared, sharedRows } from './shared-tables.ts'

const skipped = '(needs ../shared)'

/** Reads values into an array at the position that the cells of a row name. */
function filled(length: number, path: string, column: string, at: (row: Readonly<Record<string, string>>) => number): Float64Array {
  const cells = new Float64Array(length)
  for (const row of sharedRows(path)) cells[at(row)] = Number(row[column])
  return cells
}

function sharesOfRows(matrix: Float64Array, columns: number): Float64Array {
  const totals = new Float64Array(matrix.length / columns)
  for (const [cell, value] of matrix.entries()) totals[Math.floor(cell / columns)]! += value
  return matrix.map((value, cell) => value / totals[Math.floor(cell / columns)]!)
}

describe.skipIf(!haveShared)(`NAFTA's tariffs, 31 economies and 40 sectors of 1993 (Caliendo and Parro 2015) ${skipped}`, () => {
  const folder = 'data/ge-benchmarks/cp2015_nafta'
  const sectors = haveShared ? sharedRows(`${folder}/theta.csv.gz`).map(({ sector }) => sector!) : []
  const economies = haveShared ? sharedRows(`${folder}/deficit.csv.gz`).map(({ region }) => region!) : []
  const [n, m] = [economies.length, sectors.length]
  const [place, position] = [new Map(economies.map((name, at) => [name, at])), new Map(sectors.map((name, at) => [name, at]))]
  const trade = (column: string): Float64Array =>
    filled(
      n * n * m,
      `${folder}/trade.csv.gz`,
      column,
      ({ sector, exporter, importer }) => (position.get(sector!)! * n + place.get(exporter!)!) * n + place.get(importer!)!,
    )
  const bySector = (file: string): Float64Array =>
    filled(n * m, `${folder}/${file}`, 'value', ({ region, sector }) => place.get(region!)! * m + position.get(sector!)!)

  function prepared(): LinkedShares {
    const added = bySector('value_added.csv.gz')
    const inputs = filled(
      n * m * m,
      `${folder}/intermediate_consumption.csv.gz`,
      'value',
      (row) => (place.get(row['region']!)! * m + position.get(row['sector']!)!) * m + position.get(row['input']!)!,
    )
    const output = Float64Array.from(added)
    const earned = new Float64Array(n)
    for (const [cell, value] of inputs.entries()) output[Math.floor(cell / m)]! += value
    for (const [cell, value] of added.entries()) earned[Math.floor(cell / m)]! += value
    const inputShares = inputs.map((value, cell) => (output[Math.floor(cell / m)]! > 0 ? value / output[Math.floor(cell / m)]! : 0))
    const finalShares = sharesOfRows(bySector('final_consumption.csv.gz'), m)
    return linkedShares(
      sharesOfTable({ economies, sectors, flows: trade('value'), tariffs: trade('tariff') }),
      { inputShares, finalShares },
      earned,
    )
  }

  test.each([
    ['zero', 'zero_deficit'],
    ['kept', 'with_deficit'],
  ] as const)('deficits %s: terms of trade, volume, welfare and real wages of all 31 to 1e-6', (rule, file) => {
    const linked = prepared()
    const elasticity = Float64Array.from(sharedRows(`${folder}/theta.csv.gz`).map(({ value }) => Number(value)))
    const transfers =
      file === 'zero_deficit' ? new Float64Array(n) : filled(n, `${folder}/deficit.csv.gz`, 'D', ({ region }) => place.get(region!)!)
    const before = inputEquilibrium(linked, elasticity, {}, { transfers })
    const after = inputEquilibrium(linked, elasticity, { tariffs: trade('tariff_cfl') }, { transfers })
    expect([before.converged, after.converged]).toEqual([true, true])
    expect(after.steps).toBeLessThan(100)
    const { termsOfTrade, volume } = welfareParts(linked, before, after)
    const published = sharedRows(`reference/ge-gravity/caliendo_parro_nafta_${file}.csv`)
    expect(published.length).toBe(31)
    const differences: number[] = []
    for (const row of published) {
      const j = place.get(row['region']!)!
      const realWage = after.wage[j]! / before.wage[j]! / (after.priceIndex[j]! / before.priceIndex[j]!)
      const ours = { tot: termsOfTrade[j]!, vot: volume[j]!, welfare: termsOfTrade[j]! + volume[j]!, realwage: realWage - 1 }
      for (const [column, value] of Object.entries(ours)) differences.push(Math.abs(100 * value - Number(row[column])))
    }
    expect(Math.max(...differences)).toBeLessThan(1e-6)
    expectKept(`caliendo-parro-${rule}`, Math.max(...differences), differences.length)
    const named = ['Mexico', 'Canada', 'USA']
    const kept = modelRuns.find(({ id }) => id === 'caliendo-parro-2015')!.welfare.match(/-?\d\.\d\d/g)
    if (rule === 'zero')
      expect(kept).toEqual(named.map((region) => (100 * (termsOfTrade[place.get(region)!]! + volume[place.get(region)!]!)).toFixed(2)))
    expectReproductions(
      `caliendo-parro-${rule}`,
      Object.fromEntries(named.map((region) => [region, 100 * (termsOfTrade[place.get(region)!]! + volume[place.get(region)!]!)])),
      Object.fromEntries(named.map((region) => [region, Number(published.find((row) => row['region'] === region)!['welfare'])])),
    )
  })
})

describe.skipIf(!haveShared)(
  `A 40 % tariff of the United States, 34 economies and 31 sectors of 2008 (Costinot and Rodríguez-Clare 2014) ${skipped}`,
  () => {
    const folder = 'reference/crc2014-us-tariff'
    const results = haveShared ? sharedRows(`${folder}/results.csv`) : []
    const economies = results.map(({ country }) => country!)
    const sectors = haveShared ? sharedRows(`${folder}/sectors.csv`).map(({ sector }) => sector!) : []
    const elasticity = haveShared
      ? Float64Array.from(sharedRows(`${folder}/sectors.csv`).map((row) => Number(row['trade_elasticity'])))
      : new Float64Array()
    const [n, m] = [economies.length, sectors.length]
    const [place, position] = [new Map(economies.map((name, at) => [name, at])), new Map(sectors.map((name, at) => [name, at]))]
    const usa = place.get('USA') ?? 0

    function prepared(): LinkedShares {
      const at = ({ country, sector }: Readonly<Record<string, string>>): number => place.get(country!)! * m + position.get(sector!)!
      const inputs = new Float64Array(n * m)
      for (const row of sharedRows(`${folder}/input_use_2008.csv.gz`))
        inputs[place.get(row['country']!)! * m + position.get(row['using_sector']!)!]! += Number(row['value'])
      const output = filled(n * m, `${folder}/country_sector_2008.csv.gz`, 'gross_output', at)
      const finalUse = filled(n * m, `${folder}/country_sector_2008.csv.gz`, 'final_use', at)
      const base = baseOf()
      // the handbook's equilibrium spreads inputs and final use over sectors as all spending, and measures welfare by final use
      const inputShares = new Float64Array(n * m * m)
      for (const [cell] of inputShares.entries()) {
        const [row, s] = [Math.floor(cell / m), cell % m]
        inputShares[cell] = output[row]! > 0 ? (inputs[row]! / output[row]!) * base.sectorShares[Math.floor(row / m) * m + s]! : 0
      }
      return linkedShares(base, { inputShares, finalShares: base.sectorShares, consumedShares: sharesOfRows(finalUse, m) })
    }

    function baseOf(): TradeShares {
      const flows = filled(
        n * n * m,
        `${folder}/trade_2008_34x34x31.csv.gz`,
        'value',
        ({ sector, exporter, importer }) => (position.get(sector!)! * n + place.get(exporter!)!) * n + place.get(importer!)!,
      )
      return sharesOfTable({ economies, sectors, flows })
    }

    test('welfare and wages of all 34 to 1e-6 (Slovenia, whose refineries use more than they sell: 2e-6), the published to 0.15 points', () => {
      const linked = prepared()
      const transfers = new Float64Array(n)
      const tariffs = new Float64Array(n * n * m)
      eachCell(n, m, (cell, _, i, j) => {
        if (j === usa && i !== usa) tariffs[cell] = 0.4
      })
      const before = inputEquilibrium(linked, elasticity, {}, { transfers })
      const after = inputEquilibrium(linked, elasticity, { tariffs }, { transfers })
      expect([before.converged, after.converged]).toEqual([true, true])
      const welfare = Object.fromEntries(economies.map((code, j) => [code, (after.welfare[j]! / before.welfare[j]! - 1) * 100]))
      const [exact, published]: [number[], number[]] = [[], []]
      for (const row of results) {
        const [code, j] = [row['country']!, place.get(row['country']!)!]
        const difference = Math.abs(welfare[code]! - Number(row['own_us40_welfare']))
        if (code === 'SVN') expect(difference).toBeLessThan(2e-6)
        else exact.push(difference)
        expect(Math.abs(after.wage[j]! / before.wage[j]! - Number(row['own_wage_us40'])), code).toBeLessThan(1e-7)
        published.push(Math.abs(welfare[code]! - Number(row['published_us40_welfare'])))
      }
      expect(Math.max(...exact)).toBeLessThan(1e-6)
      expectKept('us-tariff-40-exact', Math.max(...exact), exact.length)
      expectKept('us-tariff-40-published', Math.max(...published), published.length)
      const named = ['USA', 'CAN', 'MEX', 'CHN', 'DEU']
      expectReproductions(
        'us-tariff-40',
        Object.fromEntries(named.map((code) => [code, welfare[code]!])),
        Object.fromEntries(named.map((code) => [code, Number(results.find((row) => row['country'] === code)!['published_us40_welfare'])])),
      )
    })

    test('gains from trade in three models; Greece, which makes nothing in one sector, has none that is defined', () => {
      const linked = prepared()
      const total = sharesOfTable({ economies, sectors: ['all'], flows: sumOverSectors(linked.base) })
      const one = gainsFromTrade(total, Float64Array.of(5))
      const several = gainsFromTrade(linked.base, elasticity, linked.links.consumedShares)
      // of the table's own inputs, sector by sector
      const uses = filled(
        n * m * m,
        `${folder}/input_use_2008.csv.gz`,
        'value',
        (row) => (place.get(row['country']!)! * m + position.get(row['using_sector']!)!) * m + position.get(row['input_sector']!)!,
      )
      const inputShares = uses.map((value, cell) =>
        linked.base.sectorOutput[Math.floor(cell / m)]! > 0 ? value / linked.base.sectorOutput[Math.floor(cell / m)]! : 0,
      )
      const withInputs = gainsFromTradeWithInputs(linkedShares(linked.base, { ...linked.links, inputShares }), elasticity)
      const differences: [number[], number[], number[]] = [[], [], []]
      for (const row of results) {
        const j = place.get(row['country']!)!
        const columns = ['gains_one_sector', 'gains_multi_sector', 'gains_multi_sector_io'] as const
        for (const [k, ours] of [one[j]!, several[j]!, withInputs[j]!].entries())
          if (Number(row[columns[k]!]) === 100) expect(ours, `${row['country']} ${columns[k]}`).toBeNaN()
          else differences[k]!.push(Math.abs(100 * ours - Number(row[columns[k]!])))
      }
      for (const [k, model] of ['one-sector', 'sectors', 'input-links'].entries()) {
        expect(Math.max(...differences[k]!), model).toBeLessThan(1e-6)
        expectKept(`gains-${model}`, Math.max(...differences[k]!), differences[k]!.length)
      }
    })

    function sumOverSectors(base: TradeShares): Float64Array {
      const flows = new Float64Array(n * n)
      for (const [cell, value] of base.table.flows.entries()) flows[cell % (n * n)]! += value
      return flows
    }
  },
)
