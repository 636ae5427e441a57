import { sourcesWith } from '../../sources/source-traits.ts'
import { goodsReports } from './goods-reports.ts'
import type { Step } from './step.ts'

/**
 * What insurance and freight add to imports by the IMF's own convention. Importers' reports are divided by it, as reconciled figures and exporters' reports are
 * without.
 */
export const insuranceAndFreight = 1.06

const everyReporter = sourcesWith(({ everyPair }) => everyPair === true)
  .map((id) => `'${id}'`)
  .join(', ')

/**
 * SQL: goods from one state to another by year in USD, free on board, by the sources that cover every pair: the reconciled figure, else the importer's report, else
 * the exporter's. Figures that a source estimates to fill a gap are left out. `$where` is a condition on `goods_reports`.
 */
export function goodsFobSql(where = 'true'): string {
  return `SELECT from_id, to_id, year,
      coalesce(max(value) FILTER (rank = 0), max(value) FILTER (rank = 2) / ${insuranceAndFreight}, max(value) FILTER (rank = 3)) AS value
    FROM goods_reports
    WHERE source IN (${everyReporter}) AND unit = 'USD' AND value > 0 AND parts = 1 AND rank <> 4 AND 'WLD' NOT IN (from_id, to_id) AND 'EU' NOT IN (from_id, to_id)
      AND (rank = 0 OR (rank = 2 AND reporter = to_id AND status = 'observed') OR (rank = 3 AND reporter = from_id AND status = 'observed')) AND ${where}
    GROUP BY from_id, to_id, year`
}

/** All known goods from and to each state by year, so that a forecast of one pair need not read all partners of both. */
export const goodsFobTotals: Step = {
  id: 'goods-fob-totals',
  from: { tables: [], steps: [goodsReports] },
  sql: `WITH flows AS (${goodsFobSql()}),
    sides AS (SELECT from_id AS state, from_id, to_id, year, value FROM flows UNION ALL SELECT to_id, from_id, to_id, year, value FROM flows)
    SELECT state, year, sum(value ORDER BY from_id, to_id) AS value FROM sides GROUP BY state, year`,
  order: ['state', 'year'],
}
