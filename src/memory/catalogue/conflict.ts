import { existence } from '../steps/existence.ts'
import { armedConflicts, countedConflicts } from './conflict-universe.ts'
import type { Figure } from './figure.ts'

const method = 'years of the UCDP/PRIO list, which has every armed conflict with 25 or more battle-related deaths in a year'
const limits = 'Deaths are those of the whole conflict: of two coalitions, not every state fought each state of the other side.'

/**
 * The years of every pair that was ever on opposing sides: those that the list covers and in which both existed, and single later years with a conflict. A figure
 * has rows from the first conflict on: earlier ones would tell a past day that there will be one.
 */
const years = (manifest: Parameters<typeof countedConflicts>[0]): string => {
  const { source = '', vintage = '', from = 0, to = -1 } = armedConflicts(manifest) ?? {}
  return `WITH counted AS (${countedConflicts(manifest)}),
    fought AS (
      SELECT state_a AS a, state_b AS b, year, max(intensity) AS intensity, min(if(episode_began[:4] = year::VARCHAR, episode_began, NULL)) AS began, any_value(source) AS source, any_value(vintage) AS vintage
      FROM counted GROUP BY ALL),
    pairs AS (SELECT DISTINCT a, b FROM fought),
    covered AS (
      SELECT a, b, y.year FROM pairs, (SELECT unnest(range(${from}, ${to + 1}))::INTEGER AS year) y
      JOIN existence e ON e.state = a AND y.year BETWEEN e.from_year AND e.to_year JOIN existence f ON f.state = b AND y.year BETWEEN f.from_year AND f.to_year),
    told AS (SELECT a, b, year FROM covered UNION SELECT a, b, year FROM fought),
    by_year AS (
      SELECT a, b, year, coalesce(intensity, 0) AS intensity, coalesce(source, '${source}') AS source, coalesce(vintage, '${vintage.replaceAll("'", "''")}') AS vintage,
        least(year || '-12-31', coalesce(began, '9999')) AS seen
      FROM told LEFT JOIN fought USING (a, b, year))`
}

const none = (value: number | null): Figure['absent'] => ({ means: 'none', value, within: armedConflicts })

const shared = {
  domain: 'conflict',
  limits,
  of: 'pair',
  from: { tables: ['conflicts'], steps: [existence] },
  interval: 'exact',
  words: { title: () => '', method: () => method },
} as const satisfies Partial<Figure>

function counted(
  id: string,
  title: string,
  definition: string,
  value: string,
  about: Pick<Figure, 'unit' | 'absent' | 'scale' | 'pool' | 'claims'>,
): Figure {
  return {
    ...shared,
    ...about,
    id,
    title,
    definition,
    sql: (manifest) => `${years(manifest)}
      SELECT a, b, year, ${value}, source, vintage, seen, (count(*) OVER so_far)::INTEGER AS n FROM by_year WINDOW so_far AS (PARTITION BY a, b ORDER BY year)
      QUALIFY year >= min(year) FILTER (intensity > 0) OVER (PARTITION BY a, b)`,
    words: { title: () => title, method: () => method },
    assessed: [id],
  }
}

/** The figures of conflict, in the order in which they are shown. */
export const conflictFigures: readonly Figure[] = [
  counted(
    'conflict-years',
    'years on opposing sides of an armed conflict',
    'Years, up to the one told, in which A and B were on opposing sides of an armed conflict with 25 or more battle-related deaths.',
    'count(*) FILTER (intensity > 0) OVER so_far AS value',
    { unit: 'count', absent: none(0), scale: [0, null], pool: 'none', claims: ['years of armed conflict'] },
  ),
  counted(
    'war-years',
    'of these, years with 1,000 or more battle-related deaths',
    'Years, up to the one told, in which A and B were on opposing sides of an armed conflict with 1,000 or more battle-related deaths.',
    'count(*) FILTER (intensity = 2) OVER so_far AS value',
    { unit: 'count', absent: none(0), scale: [0, null], pool: 'none', claims: ['years of war'] },
  ),
  counted(
    'last-conflict-year',
    'last year on opposing sides of an armed conflict',
    'The last year, up to the one told, in which A and B were on opposing sides of an armed conflict with 25 or more battle-related deaths.',
    'max(year) FILTER (intensity > 0) OVER so_far AS value',
    { unit: 'year', absent: none(null), scale: [null, null], pool: 'most', claims: ['last armed conflict'] },
  ),
  counted(
    'conflict-intensity',
    'armed conflict in the latest year (0 none, 1 from 25 deaths, 2 from 1,000)',
    'The two were on opposing sides of an armed conflict in the year: 0 no, 1 with 25 or more battle-related deaths, 2 with 1,000 or more.',
    'intensity AS value',
    { unit: 'count', absent: none(0), scale: [0, 2], pool: 'most', claims: ['armed conflict in'] },
  ),
]
