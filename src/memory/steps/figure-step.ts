import type { Manifest } from '../../store/index.ts'
import type { DomainId } from '../catalogue/domain-ids.ts'
import { type Figure, type FigureColumn, figureColumns } from '../catalogue/figure.ts'
import { type Step, sqlOf } from './step.ts'

/** Columns that the step adds to the rows of a declaration where its query has none. */
const given: Partial<Record<FigureColumn, string>> = {
  status: "'observed'",
  firm: "coalesce(status, 'observed') = 'observed' OR reporter IS NULL",
}

/** Columns that the step works out itself. */
const own: ReadonlySet<string> = new Set(['figure', 'doubled', 'among'])

/** Makes the step that works out the stored figures of a domain: one part, in the order of the pairs, so that all figures of one pair lie together. */
export function figureStep(domain: DomainId, figures: readonly Figure[]): Step {
  const stored = figures.filter(({ derived }) => derived === undefined)
  const tables = new Set(stored.flatMap(({ from }) => from.tables ?? []))
  const indicators = [...new Set(stored.flatMap(({ from }) => from.indicators ?? []))].sort()
  // a query that names the whole table is given every indicator
  const isNarrow = indicators.length > 0 && !tables.has('observations')
  return {
    id: `figures-${domain}`,
    from: {
      ...(isNarrow ? { tables: [...tables, 'observations'], indicators } : { tables: [...tables] }),
      steps: [...new Set(stored.flatMap(({ from }) => from.steps ?? []))],
    },
    sql: (manifest) => stored.map((figure) => rowsOf(figure, sqlOf(figure, manifest))).join('\nUNION ALL\n'),
    order: ['pair', 'figure', 'a', 'year', 'unit'],
  }
}

/**
 * Returns the statements of the views `stored_figures`, the rows that the parts of all domains hold, and `figures`, these and the derived ones; with the place of
 * each as a percentile. A part leaves `seen` out where it is the last day of the year, as for nearly all figures: that would take more room than the year itself.
 */
export function figureViews(byDomain: Readonly<Partial<Record<DomainId, readonly Figure[]>>>, manifest: Manifest): string[] {
  const stored = Object.keys(byDomain).map((domain) => `SELECT * FROM figures_${domain}`)
  const derived = Object.values(byDomain).flatMap((figures) => figures.filter((one) => one.derived !== undefined))
  const view = (name: string, rows: readonly string[]): string =>
    `CREATE OR REPLACE VIEW ${name} AS SELECT * EXCLUDE (doubled) REPLACE (coalesce(seen, year || '-12-31') AS seen), 50 * doubled / among AS place FROM (${rows.join('\nUNION ALL\n')})`
  return [view('stored_figures', stored), view('figures', [...stored, ...derived.map((one) => rowsOf(one, sqlOf(one, manifest)))])]
}

function rowsOf(figure: Figure, sql: string): string {
  const columns = Object.entries(figureColumns) as [FigureColumn, string][]
  const blank = columns.filter(([name]) => !own.has(name)).map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`)
  const listed = columns.map(([name, type]) => `${columnOf(name, figure)}::${type} AS ${name}`)
  return `SELECT ${listed.join(', ')} FROM (
    SELECT * FROM (SELECT ${blank.join(', ')} WHERE false) UNION ALL BY NAME (${sql})) WHERE value IS NOT NULL`
}

function columnOf(name: FigureColumn, { id, unit, place, derived }: Figure): string {
  // one order for all three, so that the rows are sorted once
  const { per = [], least = 0, above } = place ?? {}
  const peers = `PARTITION BY ${['year', ...per, ...(above === undefined ? [] : [`value > ${above}`])].join(', ')} ORDER BY value`
  const all = `count(*) OVER (${peers} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`
  const equal = `count(*) OVER (${peers} RANGE BETWEEN CURRENT ROW AND CURRENT ROW)`
  const isPlaced = `${all} >= ${least}${above === undefined ? '' : ` AND value > ${above}`}`
  switch (name) {
    case 'pair':
      // a derived figure has it from the stored one as it is, so that a question of some pairs reads the rows of those alone
      return derived !== undefined ? 'pair' : "(least(a, b) || ' ' || greatest(a, b))"
    case 'figure':
      return `'${id}'`
    case 'unit':
      return `coalesce(unit, '${unit}')`
    case 'doubled':
      // twice the number below, and the number equal: twice the mid-rank (src/measures/similarity/percentile.ts)
      return place === undefined ? '(NULL)' : `(CASE WHEN ${isPlaced} THEN 2 * (rank() OVER (${peers}) - 1) + ${equal} END)`
    case 'among':
      return place === undefined ? '(NULL)' : `(CASE WHEN ${isPlaced} THEN ${all} END)`
    default:
      return given[name] === undefined ? name : `coalesce(${name}, ${given[name]})`
  }
}
