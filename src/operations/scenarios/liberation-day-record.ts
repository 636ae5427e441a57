import { VisavisError } from '../../errors.ts'
import { openMemory } from '../../memory/memory.ts'
import type { TradeInputs } from '../../scenarios/liberation-day/trade-inputs.ts'
import { readUsTariffs2025, usBaseTariff, usTariffsCitation } from '../../sources/reviewed-tables/us-tariffs-2025.ts'
import type { Evidence, Snapshot } from '../../store/index.ts'
import { packageFile } from '../../store/package-files.ts'

const year = 2023

/** Flows that are absent in the base year are taken from the newest earlier year from here on. */
const earliest = 2021

/** The inputs that a record gives, and what they lack. */
export interface RecordInputs {
  readonly inputs: TradeInputs
  /** Flows of the base year that the record lacks and that an earlier year stands for: their number and share of all trade. */
  readonly filled: { readonly flows: number; readonly share: number }
  /** States with trade that are left out because no GDP of the year is on record. */
  readonly withoutGdp: readonly string[]
  readonly tariffSource: string
  /** The rows behind the figures, source by source. */
  readonly evidence: readonly Evidence[]
}

/**
 * Builds the model's inputs from a record: BACI's goods trade of 2023, with a flow of 2022 or 2021 where that of 2023 is absent; GDP of 2023 at current prices of
 * the World Bank, else of the IMF; and the additional US tariffs of 2 April 2025 from the package's own table.
 *
 * @throws VisavisError NoCoverage if the record lacks this trade
 */
export async function liberationDayInputs(snapshot: Snapshot): Promise<RecordInputs> {
  await openMemory(snapshot)
  const [flows, gdp, tariffs] = await Promise.all([
    snapshot.rows(flowQuery),
    snapshot.rows(gdpQuery),
    readUsTariffs2025(packageFile('data/tables/us-tariffs-2025.csv')),
  ])
  if (!flows.some(({ from_id: from }) => from === 'USA'))
    throw new VisavisError('NoCoverage', `the record has no goods trade of the United States in ${year} (source baci-2023)`, {
      hint: 'visavis scenario liberation-day --data DIR',
    })
  const size = new Map(gdp.map(({ from_id: id, value }) => [id as string, value as number]))
  const trading = statesOnBothSides(flows.map(({ from_id: from, to_id: to }) => [from as string, to as string]))
  const iso3 = trading.filter((id) => size.has(id))
  const index = new Map(iso3.map((id, i) => [id, i]))
  const trade = new Float64Array(iso3.length ** 2)
  const filled = { flows: 0, value: 0, all: 0 }
  for (const { from_id: from, to_id: to, value, year: of } of flows) {
    const [i, j] = [index.get(from as string), index.get(to as string)]
    if (i === undefined || j === undefined) continue
    trade[i * iso3.length + j] = value as number
    filled.all += value as number
    if (of === year) continue
    filled.flows++
    filled.value += value as number
  }
  return {
    inputs: {
      iso3,
      trade,
      gdp: Float64Array.from(iso3, (id) => size.get(id)!),
      tariffs: Float64Array.from(iso3, (id) => tariffs.get(id) ?? usBaseTariff),
    },
    filled: { flows: filled.flows, share: filled.value / filled.all },
    withoutGdp: trading.filter((id) => !size.has(id)),
    tariffSource: usTariffsCitation,
    evidence: [...evidenceOf(flows, 'goods-trade-flow'), ...evidenceOf(gdp, 'gdp')],
  }
}

const flowQuery = `SELECT from_id, to_id, value, year, source, vintage FROM goods_reports
  WHERE rank = 0 AND value > 0 AND year BETWEEN ${earliest} AND ${year} AND from_id <> to_id
  QUALIFY row_number() OVER (PARTITION BY from_id, to_id ORDER BY year DESC, source) = 1
  ORDER BY from_id, to_id`

const gdpQuery = `SELECT state AS from_id, value, source, vintage FROM gdp WHERE year = ${year} AND value > 0 ORDER BY state`

/** States that both export and import, in alphabetical order. */
function statesOnBothSides(flows: readonly (readonly [from: string, to: string])[]): string[] {
  const buyers = new Set(flows.map(([, to]) => to))
  return [...new Set(flows.map(([from]) => from))].filter((id) => buyers.has(id)).sort()
}

function evidenceOf(rows: readonly Readonly<Record<string, unknown>>[], what: string): Evidence[] {
  const sources = [...new Set(rows.map(({ source }) => source as string))].sort()
  return sources.map((source) => {
    const own = rows.filter((row) => row['source'] === source)
    return {
      source,
      vintage: own[0]!['vintage'] as string,
      rows: `observations where indicator like '${what}%' and source = '${source}'`,
      count: own.length,
    }
  })
}
