import { sourcesWith, traitsOf } from '../../sources/source-traits.ts'
import type { Step } from './step.ts'

/** Series of goods trade, and those of the table that covers all pairs up to 2014. */
export const goodsIndicators = ['goods-trade-flow', 'goods-imports', 'goods-exports', 'goods-trade'] as const
const lastResortIndicators = ['goods-imports-cow', 'goods-exports-cow'] as const

const indicators = [...goodsIndicators, ...lastResortIndicators]

const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

const repeating = sourcesWith(({ editionOf }) => editionOf !== undefined)
const repeated = [...new Set(repeating.map((id) => traitsOf(id).editionOf!))]
const editions = repeating.map((id) => `('${id}', '${traitsOf(id).editionOf}')`).join(', ')

/** What two reports of one flow and year by one reporter have in common. */
const key = 'indicator, from_id, to_id, year, source, unit, reporter'

const sameKey = (one: string, other: string, but: readonly string[] = []): string =>
  key
    .split(', ')
    .filter((name) => !but.includes(name))
    .map((name) => `${one}.${name} IS NOT DISTINCT FROM ${other}.${name}`)
    .join(' AND ')

/** SQL: every report of goods in a calendar year by sources that meet a condition, and of those the ones that are (`SEMI`) or are not (`ANTI`) repeated from another edition. */
const reports = (sources: string, which: 'SEMI' | 'ANTI'): string => `WITH raw AS (
      SELECT indicator, reporter, unit, valuation, source, vintage, value, status, locator, start_date, start_date[:4]::INTEGER AS year,
        if(indicator = 'goods-trade', least(from_id, to_id), from_id) AS from_id, if(indicator = 'goods-trade', greatest(from_id, to_id), to_id) AS to_id,
        CASE WHEN start_date LIKE '%-01-01' AND end_date = start_date[:4] || '-12-31' THEN 1
             WHEN start_date LIKE '%-01' AND start_date[:7] = end_date[:7] AND end_date = last_day(start_date::DATE)::VARCHAR THEN 12 END AS parts
      FROM observations
      WHERE value IS NOT NULL AND from_id IS NOT NULL AND to_id IS NOT NULL AND ${sources}),
    years AS (SELECT * EXCLUDE (start_date) FROM raw WHERE parts = 1),
    sums AS (
      SELECT indicator, reporter, unit, valuation, source, vintage, sum(value ORDER BY start_date) AS value,
        if(bool_and(status = 'observed'), 'observed', 'estimated') AS status, min_by(locator, start_date) || ' and 11 more months' AS locator, year, from_id, to_id, 12 AS parts
      FROM raw WHERE parts = 12 GROUP BY ALL HAVING count(*) = 12),
    every_year AS (
      SELECT * FROM years
      UNION ALL BY NAME
      SELECT * FROM sums ANTI JOIN years ON ${sameKey('years', 'sums')}),
    marked AS (SELECT every_year.*, main FROM every_year LEFT JOIN (VALUES ${editions}) AS e(edition, main) ON source = e.edition)
    SELECT least(from_id, to_id) || ' ' || greatest(from_id, to_id) AS pair, r.*,
      status = 'observed' OR reporter IS NULL AS firm,
      CASE WHEN indicator IN (${list(lastResortIndicators)}) THEN 4 WHEN reporter IS NULL THEN 0 WHEN indicator = 'goods-trade' THEN 1 WHEN indicator = 'goods-imports' THEN 2 ELSE 3 END AS rank
    FROM (SELECT * EXCLUDE (main) FROM marked r ${which} JOIN (SELECT * FROM every_year WHERE source IN (${list(repeated)})) m
      ON m.source = r.main AND ${sameKey('m', 'r', ['source'])}) r`

const order = ['pair', 'year', 'source', 'indicator', 'from_id', 'reporter', 'unit', 'vintage', 'locator']

/**
 * Every report of goods traded in a calendar year, between two parties or between one and the world (`WLD`): the source's own annual figure, or the sum of its
 * twelve months. Fiscal years and parts of years are left out, and so is a report that its source repeats from another one, where that is there.
 *
 * `firm`: observed, or reconciled from both sides' reports; not an estimate that fills in for a missing reporter. `rank`: which report stands for a flow: a
 * reconciled one, a total of both ways, the importer's, the exporter's, in this order, since customs check imports more closely than exports. `parts`: number of
 * rows behind it.
 */
export const goodsReports: Step = {
  id: 'goods-reports',
  from: { tables: ['observations'], indicators, steps: [] },
  sql: reports('true', 'ANTI'),
  order,
}

/** The reports that their source repeats from another one which is there too: shown as such beside the others, and in no sum. */
export const goodsRepeats: Step = {
  id: 'goods-repeats',
  from: { tables: ['observations'], indicators, steps: [] },
  sql: reports(`source IN (${list([...repeating, ...repeated])})`, 'SEMI'),
  order,
}
