import type { TradeBase } from '../../src/scenarios/data/trade-base.ts'
import { wiodSectors } from '../../src/scenarios/data/wiod-sectors-table.ts'
import { positionsOf, rawCells } from './trade-base-rows.ts'

/** Sales and input use of 41 economies by 31 sectors in 2011, million US dollars. */
export function wiod2011Base(folder: string): TradeBase {
  const rows = rawCells(folder, 'wiod2013/wiod_trade_by_sector.csv.gz').filter(([year]) => year === '2011')
  const economies = [...new Set(rows.map(([, exporter]) => economyOf(exporter!)))].sort()
  const [n, m] = [economies.length, wiodSectors.length]
  const place = positionsOf(economies)
  const flows = new Float64Array(n * n * m)
  const finalUse = new Float64Array(n * m)
  let negative = 0
  for (const [, exporter, code, importer, intermediate, final] of rows) {
    const [s, j] = [wiodSectorOf(code!), place.get(economyOf(importer!))!]
    if (Number(intermediate) < 0 || Number(final) < 0) negative++
    flows[(s * n + place.get(economyOf(exporter!))!) * n + j]! += Math.max(0, Number(intermediate)) + Math.max(0, Number(final))
    finalUse[j * m + s]! += Math.max(0, Number(final))
  }
  const inputShares = inputSharesOf(folder, economies, flows)
  return {
    card: card(economies, negative),
    economies,
    sectors: wiodSectors.map(({ code }) => code),
    flows,
    links: { inputShares, finalShares: rowShares(finalUse, n, m) },
  }
}

const sectorOfIndustry = new Map(
  wiodSectors.flatMap(({ industries }, s) => industries.split(' ').map((industry) => [industry, s] as const)),
)

function wiodSectorOf(industry: string): number {
  const sector = sectorOfIndustry.get(industry)
  if (sector === undefined) throw new Error(`industry ${industry} is in no sector`)
  return sector
}

/** Our code of an economy: the source calls Romania ROM and the rest of the world RoW. */
function economyOf(code: string): string {
  return code === 'ROM' ? 'ROU' : code.toUpperCase()
}

function inputSharesOf(folder: string, economies: readonly string[], flows: Float64Array): Float64Array {
  const [n, m] = [economies.length, wiodSectors.length]
  const place = positionsOf(economies)
  const shares = new Float64Array(n * m * m)
  const output = new Float64Array(n * m)
  for (const [, country, using, supplying, value] of rawCells(folder, 'wiod2013/wiod_input_use_2011.csv.gz'))
    shares[(place.get(economyOf(country!))! * m + wiodSectorOf(using!)) * m + wiodSectorOf(supplying!)]! += Math.max(0, Number(value))
  flows.forEach((flow, cell) => {
    const [s, i] = [Math.floor(cell / (n * n)), Math.floor(cell / n) % n]
    output[i * m + s]! += flow
  })
  const used = new Float64Array(n * m)
  for (const [cell, use] of shares.entries()) used[Math.floor(cell / m)]! += use
  return shares.map((use, cell) => {
    const row = Math.floor(cell / m)
    // a sector that uses more than it sells (refineries of small economies) is left with a hundredth for labour
    const made = Math.max(output[row]!, used[row]! / 0.99)
    return made > 0 ? use / made : 0
  })
}

function rowShares(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const totals = Array.from({ length: rows }, (_, row) =>
    matrix.subarray(row * columns, (row + 1) * columns).reduce((sum, value) => sum + value, 0),
  )
  return matrix.map((value, cell) => value / totals[Math.floor(cell / columns)]!)
}

function card(economies: readonly string[], negative: number): TradeBase['card'] {
  return {
    id: 'wiod-2011',
    title: 'World Input-Output Database: sales and input use of 41 economies in 31 sectors, 2011',
    year: 2011,
    unit: 'million USD',
    economies,
    sectors: wiodSectors.map(({ code }) => code),
    sectorNames: wiodSectors.map(({ name }) => name),
    source: 'World Input-Output Database, November 2013 release (Timmer et al. 2015)',
    licence: 'CC BY 4.0',
    notes: [
      'Trade and technology of 2011. The links from inputs to output are national: which country an input comes from follows the trade of the sector.',
      `${negative} negative cells (changes of inventories) are 0. No tariffs are in the table: a tariff is added to what was in force.`,
      'ROM is Romania in the source and ROU here; RoW is the rest of the world and ROW here.',
    ],
  }
}
