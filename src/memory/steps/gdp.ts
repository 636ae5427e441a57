import type { Step } from './step.ts'

const indicators = ['gdp', 'gdp-imf']

/** Gross domestic product of a state in a year in current US dollars: the World Bank's figure, else the IMF's, which may be a projection. */
export const gdp: Step = {
  id: 'gdp',
  from: { tables: ['observations'], indicators, steps: [] },
  sql: `SELECT from_id AS state, start_date[:4]::INTEGER AS year, value, indicator, source, vintage, status FROM observations
    WHERE value IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY from_id, start_date[:4] ORDER BY indicator, end_date DESC, source DESC) = 1`,
  order: ['state', 'year'],
}
