import { sourcesWith } from '../../sources/source-traits.ts'
import { goodsReports } from './goods-reports.ts'
import type { Step } from './step.ts'

/**
 * Goods traded both ways between two parties in a year, one row for each source and reporter: its own total, else the sum of its two directions. One direction
 * never counts as a total. `sum`: whether the two directions were added up; `low` and `high`: see `figures-trade`.
 */
export const goodsTotals: Step = {
  id: 'goods-totals',
  from: { tables: [], steps: [goodsReports] },
  sql: `WITH ways AS (
      SELECT pair, year, source, reporter, unit,
        min_by(value, locator) FILTER (indicator = 'goods-trade') AS whole, min_by(status, locator) FILTER (indicator = 'goods-trade') AS whole_status,
        min_by(value, (indicator, locator)) FILTER (indicator <> 'goods-trade' AND from_id < to_id) AS forth,
        min_by(status, (indicator, locator)) FILTER (indicator <> 'goods-trade' AND from_id < to_id) AS forth_status,
        min_by(value, (indicator, locator)) FILTER (indicator <> 'goods-trade' AND from_id > to_id) AS back,
        min_by(status, (indicator, locator)) FILTER (indicator <> 'goods-trade' AND from_id > to_id) AS back_status,
        max(parts) AS parts, min(vintage) AS vintage
      FROM goods_reports WHERE 'WLD' NOT IN (from_id, to_id) AND rank < 4 GROUP BY ALL)
    SELECT pair, year, source, reporter, unit, vintage, coalesce(whole, forth + back) AS value, whole IS NULL AS sum,
      CASE WHEN whole IS NOT NULL THEN whole_status WHEN forth_status = 'observed' AND back_status = 'observed' THEN 'observed' ELSE 'estimated' END AS status,
      status = 'observed' OR reporter IS NULL AS firm,
      CASE WHEN reporter IS NULL THEN 0 WHEN whole IS NOT NULL THEN 1 ELSE 3 END AS rank,
      parts
    FROM ways WHERE coalesce(whole, forth + back) IS NOT NULL`,
  order: ['pair', 'year', 'source', 'reporter', 'unit'],
}

/** SQL: whether a source's rows are single figures, which are never summed or ranked. */
export const isSelection: string = `source IN (${sourcesWith(({ lists }) => lists === 'selection')
  .map((id) => `'${id}'`)
  .join(', ')})`

/** SQL: whether a source lists every flow, so that the flows of a state add up to its trade. */
export const listsAllPairs: string = `source IN (${sourcesWith(({ lists }) => lists === 'all pairs')
  .map((id) => `'${id}'`)
  .join(', ')})`
