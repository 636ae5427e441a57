import { quantile } from '../../src/numeric/quantile.ts'
import type { TradeBase } from '../../src/scenarios/data/trade-base.ts'
import { readBaci2023 } from '../../src/sources/baci/baci-2023.ts'
import { rowsOfColumns } from '../../src/sources/rows/files-of-one-edition.ts'
import type { Observation } from '../../src/sources/rows/observation.ts'
import { bundledRecord, openSnapshot } from '../../src/store/index.ts'
import { rawFiles } from './record-files.ts'
import { positionsOf, rawCells } from './trade-base-rows.ts'

interface Sources {
  /** Sales of goods by `exporter importer`, million US dollars. */
  readonly goods: ReadonlyMap<string, number>
  readonly filled: number
  /** Gross output over GDP of the states for which it is known, and of a typical one. */
  readonly outputOverGdp: ReadonlyMap<string, number>
  readonly typical: number
  readonly gdp: ReadonlyMap<string, number>
}

/** Goods between all states in 2023 with what each sells at home, million US dollars. */
export async function baci2023Base(folder: string): Promise<TradeBase> {
  const sources = await sourcesOf(folder)
  const { economies, left } = coveredEconomies(sources)
  const n = economies.length
  const place = positionsOf(economies)
  const flows = new Float64Array(n * n)
  for (const [pair, value] of sources.goods) {
    const [i, j] = pair.split(' ').map((code) => place.get(code)) as [number | undefined, number | undefined]
    if (i !== undefined && j !== undefined) flows[i * n + j] = value
  }
  economies.forEach((code, i) => {
    const sold = flows.subarray(i * n, (i + 1) * n).reduce((sum, value) => sum + value, 0)
    flows[i * n + i] = outputOf(code, sources) - sold
  })
  const sectors = ['ALL']
  return { card: card(economies, left, sources), economies, sectors, flows, links: undefined }
}

async function sourcesOf(folder: string): Promise<Sources> {
  const goods = new Map<string, number>()
  for (const { indicator, from_id, to_id, value } of rowsOfColumns<Observation>(await readBaci2023(rawFiles(folder).baci2023)))
    if (indicator === 'goods-trade-flow') goods.set(`${from_id} ${to_id}`, value / 1e6)
  const [gdp2022, gdp] = [await gdpOf(2022), await gdpOf(2023)]
  const output = new Map<string, number>()
  let filled = 0
  for (const [year, exporter, importer, goodsCell, servicesCell] of rawCells(folder, 'icio/icio-goods-pairs-2011-2022.csv.gz')) {
    if (year !== '2022') continue
    output.set(exporter!, (output.get(exporter!) ?? 0) + Number(goodsCell) + Number(servicesCell))
    const key = `${exporter} ${importer}`
    if (exporter === importer || goods.has(key) || [exporter, importer].some((code) => code === 'ROW' || code === 'HKG')) continue
    if (Number(goodsCell) >= 0.1) {
      goods.set(key, Number(goodsCell))
      filled++
    }
  }
  const outputOverGdp = new Map(
    [...output].flatMap(([code, made]) => (gdp2022.has(code) ? [[code, made / gdp2022.get(code)!] as const] : [])),
  )
  return { goods, filled, outputOverGdp, typical: quantile(Float64Array.from(outputOverGdp.values()), 0.5), gdp }
}

/** GDP of a year in million US dollars: the World Bank's, or the IMF's where the World Bank has none. */
async function gdpOf(year: number): Promise<Map<string, number>> {
  const snapshot = await openSnapshot(bundledRecord())
  try {
    const rows = await snapshot.rows(
      `SELECT from_id, value FROM observations WHERE indicator IN ('gdp', 'gdp-imf') AND start_date = '${year}-01-01' AND end_date = '${year}-12-31'
       ORDER BY indicator = 'gdp', vintage`,
    )
    return new Map(rows.map(({ from_id, value }) => [String(from_id), Number(value) / 1e6]))
  } finally {
    snapshot.close()
  }
}

function outputOf(code: string, { gdp, outputOverGdp, typical }: Sources): number {
  return gdp.get(code)! * (outputOverGdp.get(code) ?? typical)
}

/** The states with a GDP, and sales at home of at least a tenth of their output. */
function coveredEconomies(sources: Sources): { economies: string[]; left: string[] } {
  const sold = new Map<string, number>()
  for (const [pair, value] of sources.goods) {
    const exporter = pair.slice(0, 3)
    sold.set(exporter, (sold.get(exporter) ?? 0) + value)
  }
  const all = [...new Set([...sources.goods.keys()].flatMap((pair) => pair.split(' ')))].sort()
  const covered = (code: string): boolean =>
    sources.gdp.has(code) && (sold.get(code) ?? 0) > 0 && sold.get(code)! < 0.9 * outputOf(code, sources)
  return { economies: all.filter(covered), left: all.filter((code) => !covered(code)) }
}

function card(economies: readonly string[], left: readonly string[], { filled, outputOverGdp, typical }: Sources): TradeBase['card'] {
  return {
    id: 'baci-2023',
    title: `CEPII BACI: goods between ${economies.length} states in one sector, 2023`,
    year: 2023,
    unit: 'million USD',
    economies,
    sectors: ['ALL'],
    sectorNames: ['All goods; what is sold at home includes services'],
    source: 'CEPII, BACI HS 2022, V202501; GDP: World Bank and IMF; output over GDP: OECD Inter-Country Input-Output tables 2022',
    licence: 'Etalab Open Licence 2.0 (BACI), CC BY 4.0 (World Bank, OECD), IMF terms of use',
    notes: [
      `What a state sells at home is estimated: its GDP times gross output over GDP (from the OECD tables for ${[...outputOverGdp.keys()].filter((code) => economies.includes(code)).length} states, ${typical.toFixed(2)} for the others), less its exports of goods. Services between states count as sold at home.`,
      `${filled} flows that BACI lacks (both sides report in an older nomenclature, as Korea and Vietnam do) are the OECD's of 2022.`,
      `Left out for want of a GDP or of sales at home: ${left.join(', ')}.`,
      'No tariffs are in the table: a tariff is added to what was in force.',
    ],
  }
}
