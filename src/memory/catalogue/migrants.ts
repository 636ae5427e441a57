import { type Figure, fewestPairs } from './figure.ts'

const stock: Figure = {
  id: 'migrant-stock',
  also: ['migrants-in', 'migrants-from'],
  domain: 'people',
  title: 'people born in the one who live in the other',
  definition: 'People born in A, or citizens of it, who live in B, at mid-year.',
  limits: 'Estimated between censuses. Each state lists its own origins: one that is not listed is unknown, not none.',
  unit: 'persons',
  of: 'directed',
  flow: 'sent',
  from: { indicators: ['migrant-stock'] },
  sql: `SELECT from_id AS a, to_id AS b, end_date[:4]::INTEGER AS year, value, status, true AS firm, 'one report' AS certainty, source, vintage, 1 AS n, end_date AS seen
    FROM observations WHERE indicator = 'migrant-stock' AND 'WLD' NOT IN (from_id, to_id) AND value IS NOT NULL`,
  interval: 'exact',
  place: { per: ['source'], least: fewestPairs, above: 0, among: 'pairs, from one state to another, that are listed in the year' },
  absent: { means: 'unknown' },
  pool: 'sum',
  words: {
    title: ({ a, b }) => `people born in ${a} who live in ${b}`,
    method: ({ source }) => `as ${source} gives it, at mid-year`,
  },
  assessed: ['migrants-a-in-b', 'migrants-b-in-a'],
  scale: [0, null],
  claims: ['migrants from', 'people born in'],
}

const share: Figure = {
  ...stock,
  id: 'migrant-share',
  also: [],
  title: 'people born in the one who live in the other, against the population of the one',
  definition: 'People born in A who live in B at mid-year, over the population of A in that year.',
  unit: 'share',
  from: { indicators: ['migrant-stock', 'population'] },
  sql: `SELECT m.from_id AS a, m.to_id AS b, m.end_date[:4]::INTEGER AS year, m.value / p.value AS value, 'estimated' AS status, true AS firm, 'one report' AS certainty,
      m.source || ' ' || p.source AS source, m.vintage, 2 AS n, m.end_date AS seen
    FROM observations m JOIN (
      SELECT from_id, start_date[:4] AS year, source, value FROM observations WHERE indicator = 'population' AND to_id IS NULL AND value > 0
      QUALIFY row_number() OVER (PARTITION BY from_id, start_date[:4] ORDER BY end_date DESC, start_date DESC, source DESC) = 1) p
      ON p.from_id = m.from_id AND p.year = m.end_date[:4]
    WHERE m.indicator = 'migrant-stock' AND 'WLD' NOT IN (m.from_id, m.to_id) AND m.value IS NOT NULL`,
  place: { per: [], least: fewestPairs, among: 'pairs, from one state to another, that are listed in the year' },
  pool: 'none',
  words: {
    title: ({ a, b, whoseA }) => `people born in ${a} who live in ${b}, against ${whoseA} population`,
    method: ({ source }) => `over the population of the same year (${source.split(' ')[1]})`,
  },
  assessed: ['migrants-a-in-b-share', 'migrants-b-in-a-share'],
  scale: [0, null],
  claims: [],
}

/** The figures of people who live in the other state, in the order in which they are shown. */
export const migrantFigures: readonly Figure[] = [stock, share]
