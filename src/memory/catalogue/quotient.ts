import { viewOf } from '../steps/step.ts'
import type { Figure, Quotient } from './figure.ts'

/** Returns the part of a figure's declaration that makes it a quotient of a stored figure: the query of all pairs, and what one pair needs. */
export function quotient(stored: string, derived: Quotient): Pick<Figure, 'derived' | 'from' | 'sql'> {
  const sizes = viewOf(derived.by)
  return {
    derived,
    from: { steps: [derived.by] },
    sql: `WITH sides AS (
      SELECT * REPLACE (if(forth, a, b) AS a, if(forth, b, a) AS b) FROM ${stored}, (VALUES (true), (false)) AS ways(forth)
      WHERE figure = '${derived.of}' AND firm AND unit = 'USD')
    SELECT s.pair, a, b, s.year, 'share' AS unit, s.value / g.value AS value, s.low / g.value AS low, s.high / g.value AS high, s.status, true AS firm, s.certainty, s.reporter,
      s.source || ' ' || g.source AS source, s.vintage, s.n
    FROM sides s JOIN ${sizes} g ON g.state = a AND g.year = s.year AND g.value > 0
    -- a third inner join would be put before the others, of every two states of a year
    SEMI JOIN ${sizes} h ON h.state = b AND h.year = s.year`,
  }
}
