import { type CodedColumn, codedOrCells, codedTexts, isCoded } from '../../store/coded-texts.ts'
import type { Columns, Session } from '../../store/session.ts'
import { type Snapshot, tableSource } from '../../store/snapshot.ts'
import { rootOf } from '../../store/verify.ts'

/** A figure that differs from the held one. `was` is the held value. */
export interface RevisedFigure {
  /** The figure's row in the new edition. */
  readonly row: number
  readonly was: number
}

/** Comparison of a new edition with the figures that a snapshot holds of the same sources. */
export interface EditionComparison {
  readonly held: number
  /** The number of held figures that are not in the new edition. */
  readonly gone: number
  readonly moved: readonly RevisedFigure[]
}

/** Relative tolerance for the last of fifteen digits, in which sums of an earlier version may differ. A figure that lost digits differs by more. */
const roundingTolerance = 1e-14

/** Columns that identify a figure. Two NULLs are equal. */
const figureKey = ['indicator', 'from_id', 'to_id', 'reporter', 'start_date', 'end_date', 'unit', 'valuation', 'source']

/**
 * Compares figures with those that a snapshot holds of the same sources, joined by `figureKey`. The comparison runs in DuckDB, since an edition may have a
 * million figures.
 *
 * @param session   the session in which the comparison runs; nothing is left in it
 */
export async function compareToHeld(
  observations: Columns,
  ids: readonly string[],
  held: Snapshot,
  session: Session,
): Promise<EditionComparison> {
  const list = ids.map(quoted).join(', ')
  const before = `(${lastEditionsSql(heldFigures(held), `source IN (${list})`)})`
  const [{ rows }] = (await session.rows(`SELECT count(*)::INTEGER AS rows FROM ${before}`)) as unknown as [{ rows: number }]
  if (rows === 0) return { held: 0, gone: 0, moved: [] }
  const same = figureKey.map((name) => `b.${name} IS NOT DISTINCT FROM h.${name}`).join(' AND ')
  return await withFigures(observations, session, async (brought) => {
    const moved = await session.columns(
      `SELECT b.rowid::INTEGER AS "row", h.value AS was FROM ${brought} b JOIN ${before} h ON ${same} WHERE abs(b.value - h.value) > ${roundingTolerance} * abs(h.value) ORDER BY 1`,
    )
    const [{ gone }] = (await session.rows(
      `SELECT count(*)::INTEGER AS gone FROM ${before} h WHERE NOT EXISTS (SELECT 1 FROM ${brought} b WHERE ${same})`,
    )) as unknown as [{ gone: number }]
    return { held: rows, gone, moved: moved['row']!.map((row, i) => ({ row: row as number, was: moved['was']![i] as number })) }
  })
}

/** Returns the held rows of the figures with the given indexes in `observations`. */
export async function heldRowsOfFigures(
  observations: Columns,
  rows: readonly number[],
  held: Snapshot,
  session: Session,
): Promise<Columns> {
  const chosen = Object.fromEntries(Object.entries(observations).map(([name, cells]) => [name, rows.map((row) => cells[row]!)]))
  const same = figureKey.map((name) => `b.${name} IS NOT DISTINCT FROM h.${name}`).join(' AND ')
  const ofSources = `source IN (${[...new Set(chosen['source'] as readonly string[])].map(quoted).join(', ')})`
  return await withFigures(chosen, session, (brought) =>
    session.columns(
      `SELECT h.* FROM (${lastEditionsSql(heldFigures(held), ofSources)}) h WHERE EXISTS (SELECT 1 FROM ${brought} b WHERE ${same}) ORDER BY ALL`,
    ),
  )
}

/** Returns SQL for the figures, of each only the last edition. Only the rows of sources that are held in several editions are ranked. */
export function lastEditionsSql(figures: string, which: string): string {
  const several = `source IN (SELECT source FROM (${figures}) WHERE ${which} GROUP BY source HAVING count(DISTINCT vintage) > 1)`
  const last = `rank() OVER (PARTITION BY ${figureKey.join(', ')} ORDER BY vintage DESC) = 1`
  return `SELECT * FROM (SELECT * FROM (${figures}) WHERE ${which} AND ${several} QUALIFY ${last}) UNION ALL SELECT * FROM (${figures}) WHERE ${which} AND NOT ${several}`
}

/** Sizes and flows for which several sources exist, by the pattern of their indicators. */
const comparableIndicators: readonly [kind: string, indicators: string][] = [
  ['goods', '^goods-(exports|imports|trade-flow|exports-cow|imports-cow)$'],
  ['population', '^population(-nmc|-estimate)?$'],
  ['forces', '^military-expenditure(-nmc)?$'],
  ['fuel', '^fossil-imports'],
  ['arms', '^arms-deliveries-tiv$'],
]
const isOfKind = comparableIndicators.map(([, indicators]) => new RegExp(indicators))

/** Maximum number of figures that are compared with other sources. A larger sample would hardly change the median difference. */
const sampleSize = 20_000

/**
 * Compares figures with those that other sources have for the same quantities. Returns the median ratio (1 if none are in common) and the number in common.
 */
export async function ratioToOtherSources(
  observations: Columns,
  ids: readonly string[],
  held: Snapshot,
  session: Session,
): Promise<{ readonly ratio: number; readonly common: number }> {
  const indicators = observations['indicator'] as readonly string[]
  const fitting = indicators.flatMap((id, row) => (isOfKind.some((pattern) => pattern.test(id)) ? [row] : []))
  if (fitting.length === 0) return { ratio: 1, common: 0 }
  const step = Math.ceil(fitting.length / sampleSize)
  const rows = fitting.filter((_, i) => i % step === 0)
  const chosen = Object.fromEntries(Object.entries(observations).map(([name, cells]) => [name, rows.map((row) => cells[row]!)]))
  const kind = `CASE ${comparableIndicators.map(([name, pattern]) => `WHEN regexp_matches(indicator, '${pattern}') THEN ${name === 'fuel' ? 'indicator' : `'${name}'`}`).join(' ')} END`
  const of = `SELECT ${kind} AS kind, from_id, to_id, start_date, end_date, unit, value FROM`
  const others = `${of} (${heldFigures(held)}) WHERE source NOT IN (${ids.map(quoted).join(', ')})`
  return await withFigures(chosen, session, async (brought) => {
    const [found] = await session.rows(`SELECT median(ln(b.value / h.value)) AS ratio, count(*)::INTEGER AS common
      FROM (${of} ${brought}) b JOIN (${others}) h
      ON b.kind = h.kind AND b.from_id = h.from_id AND b.to_id IS NOT DISTINCT FROM h.to_id AND b.start_date = h.start_date AND b.end_date = h.end_date AND b.unit = h.unit
      WHERE b.value > 0 AND h.value > 0`)
    return { ratio: Math.exp((found!['ratio'] as number | null) ?? 0), common: found!['common'] as number }
  })
}

function heldFigures(held: Snapshot): string {
  return tableSource(rootOf(held.directory), 'observations', held.manifest)
}

/** Runs `ask` with the name of a temporary table that has the figures and their keys, in the order of their rows. */
async function withFigures<T>(observations: Columns, session: Session, ask: (table: string) => Promise<T>): Promise<T> {
  const table = 'figures_in_question'
  const columns = [...figureKey, 'value'].map((name): [string, CodedColumn] => {
    const cells = observations[name]!
    return [name, name === 'value' ? cells : codedOrCells(codedTexts(cells) ?? cells)]
  })
  await session.run(`CREATE TEMP TABLE ${table} (${columns.map(([name, column]) => `${name} ${typeOf(name, column)}`).join(', ')})`)
  try {
    await session.append(table, Object.fromEntries(columns))
    return await ask(table)
  } finally {
    await session.run(`DROP TABLE ${table}`)
  }
}

function typeOf(name: string, column: CodedColumn): string {
  if (name === 'value') return 'DOUBLE'
  return isCoded(column) && column.texts.length > 0 ? `ENUM(${column.texts.map(quoted).join(', ')})` : 'VARCHAR'
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
