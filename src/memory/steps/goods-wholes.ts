import { goodsReports } from './goods-reports.ts'
import { listsAllPairs } from './goods-totals.ts'
import type { Step } from './step.ts'

/**
 * A source that lacks the trade of two states neither of which reports has the whole list of a state that trades there with all but `missing` of the `largest`
 * traders: such a state reports itself. Measured on BACI of 2022 and 2023, whose reporters are known.
 */
export const wholeListRule = { largest: 60, missing: 2 } as const

/**
 * All goods that a state exports or imports in a year, by the same source and reporter as its trade with each partner: as the source states it, or where it lists
 * all pairs, the sum over its partners. `listed`: the list tells the sum over all economies, those that are no states among them. `whole` is false where the list
 * may lack partners, so that a share of it is at most that.
 */
export const goodsWholes: Step = {
  id: 'goods-wholes',
  from: { tables: ['observations'], indicators: ['goods-listed-total'], steps: [goodsReports] },
  sql: `WITH flows AS (SELECT * FROM goods_reports WHERE indicator = 'goods-trade-flow' AND ${listsAllPairs} AND 'WLD' NOT IN (from_id, to_id)),
    sides AS (
      SELECT source, year, unit, from_id AS state, to_id AS partner, 'exports' AS flow, value, vintage FROM flows
      UNION ALL SELECT source, year, unit, to_id, from_id, 'imports', value, vintage FROM flows),
    sizes AS (SELECT source, year, unit, state, sum(value ORDER BY flow, partner) AS size FROM sides GROUP BY ALL),
    top AS (SELECT * FROM sizes QUALIFY row_number() OVER (PARTITION BY source, year, unit ORDER BY size DESC, state) <= ${wholeListRule.largest}),
    met AS (
      SELECT s.source, s.year, s.unit, s.state, count(DISTINCT s.partner) AS partners FROM sides s
      JOIN top t ON t.source = s.source AND t.year = s.year AND t.unit = s.unit AND t.state = s.partner GROUP BY ALL),
    own AS (SELECT source, year, unit, count(*) AS n FROM top GROUP BY ALL),
    listed AS (
      SELECT source, start_date[:4]::INTEGER AS year, unit, if(to_id = 'WLD', from_id, to_id) AS state, if(to_id = 'WLD', 'exports', 'imports') AS flow, value AS total
      FROM observations WHERE indicator = 'goods-listed-total' AND value IS NOT NULL)
    SELECT source, NULL AS reporter, year, unit, state, flow, coalesce(any_value(l.total), sum(value ORDER BY partner)) AS value, count(*)::INTEGER AS partners,
      any_value(l.total) IS NOT NULL AS listed, min(vintage) AS vintage,
      coalesce(any_value(m.partners) >= any_value(own.n) - (any_value(t.state) IS NOT NULL)::INTEGER - ${wholeListRule.missing}, false) AS whole
    FROM sides s LEFT JOIN met m USING (source, year, unit, state) JOIN own USING (source, year, unit) LEFT JOIN top t USING (source, year, unit, state)
    LEFT JOIN listed l USING (source, year, unit, state, flow)
    GROUP BY source, year, unit, state, flow
    UNION ALL BY NAME
    SELECT source, reporter, year, unit, if(to_id = 'WLD', from_id, to_id) AS state, if(to_id = 'WLD', 'exports', 'imports') AS flow,
      min_by(value, (valuation, locator)) AS value, NULL AS partners, false AS listed, min(vintage) AS vintage, true AS whole
    FROM goods_reports
    WHERE (indicator IN ('goods-exports', 'goods-exports-cow') AND to_id = 'WLD') OR (indicator IN ('goods-imports', 'goods-imports-cow') AND from_id = 'WLD')
    GROUP BY source, reporter, year, unit, state, flow`,
  order: ['state', 'flow', 'year', 'source', 'reporter', 'unit'],
}
