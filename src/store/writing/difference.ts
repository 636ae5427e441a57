import { columnsOfTable } from '../content.ts'
import { type Snapshot, tableSource } from '../snapshot.ts'
import { type TableName, tables } from '../tables.ts'
import { rootOf } from '../verify.ts'
import { type CommonVoters, commonVoters, repackedQuery, votesInWords } from './vote-difference.ts'

/** A row that only one of two snapshots has, or that differs between them. */
export interface ChangedRow {
  readonly table: TableName
  readonly source: string
  readonly change: 'added' | 'removed' | 'changed'
  /** The identity of the row: its key columns, as `name=value`. */
  readonly key: string
  /** The figure, or the columns that differ, as text; null on the side that lacks the row. */
  readonly before: string | null
  readonly after: string | null
}

/** The number of changed rows of a table and source, and for figures the largest relative change (after / before − 1). */
export interface ChangeCount {
  readonly table: TableName
  readonly source: string
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly unchanged: number
  readonly largest: number | null
}

/** Key columns by table; the others are values. In a table that is not listed all columns are the key. */
const keys: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  observations: ['indicator', 'from_id', 'to_id', 'reporter', 'start_date', 'end_date', 'unit', 'valuation', 'source'],
  roll_calls: ['id'],
  cited_roll_calls: ['symbol'],
  memberships: ['bloc', 'state', 'role', 'start_date'],
  commitments: ['treaty', 'state', 'start_date'],
  dated_relations: ['kind', 'state_a', 'state_b', 'name', 'date_kind', 'told'],
  sanctions: ['regime', 'sender', 'target', 'start_date', 'measures', 'source'],
}

/** Columns of provenance, which change with every edition. */
const provenanceColumns = new Set(['vintage', 'locator', 'source'])

/**
 * The changes of a new edition, row by row and counted by table and source. A new vintage of an equal figure is not a change.
 *
 * @param before, after   two open snapshots; both stay open
 * @param limit           how many rows to list at most; all are counted
 */
export async function rowDifference(
  before: Snapshot,
  after: Snapshot,
  limit: number,
): Promise<{ counts: ChangeCount[]; rows: ChangedRow[] }> {
  const compared = (Object.keys(tables) as TableName[]).filter((table) => !sameParts(before, after, table))
  const counts: ChangeCount[] = []
  const rows: ChangedRow[] = []
  const voters = await commonVoters(before, after)
  for (const table of compared) {
    const joined = joinOf(before, after, table, voters)
    counts.push(...((await after.rows(countQuery(joined, table))) as unknown as ChangeCount[]))
    rows.push(...((await after.rows(rowQuery(joined, table), { limit })) as unknown as ChangedRow[]))
  }
  return { counts, rows: rows.slice(0, limit).map((row) => votesInWords(row, voters.states)) }
}

function sameParts(before: Snapshot, after: Snapshot, table: TableName): boolean {
  const hashes = (snapshot: Snapshot): string =>
    (snapshot.manifest.tables[table] ?? [])
      .map((part) => part.sha256)
      .sort()
      .join()
  return hashes(before) === hashes(after)
}

/** SQL for both sides of every row: its key, its figure where it has one, and all its values, as text. */
function joinOf(before: Snapshot, after: Snapshot, table: TableName, voters: CommonVoters): string {
  const side = (snapshot: Snapshot, places: readonly number[]): string => {
    const own = keys[table] ?? columnsOfTable(table).flatMap(([name]) => (provenanceColumns.has(name) ? [] : [name]))
    const said = columnsOfTable(table).flatMap(([name]) => (own.includes(name) || provenanceColumns.has(name) ? [] : [name]))
    const text = (names: readonly string[]): string =>
      `concat_ws(', ', ${names.map((name) => `'${name}=' || coalesce(CAST(${name} AS VARCHAR), '')`).join(', ')})`
    const figure = table === 'observations' ? 'value' : 'CAST(NULL AS DOUBLE)'
    const rows = tableSource(rootOf(snapshot.directory), table, snapshot.manifest)
    const from = table === 'roll_calls' ? repackedQuery(rows, places) : rows
    const all = `SELECT ${'source' in tables[table] ? 'source' : "''"} AS source, ${text(own)} AS key, ${figure} AS figure, ${text(said)} AS said`
    return table === 'observations' ? byEdition(all, from) : `${all}, 1 AS edition FROM (${from})`
  }
  return `SELECT coalesce(a.source, b.source) AS source, coalesce(a.key, b.key) AS key, b.said AS before, a.said AS after, b.figure AS old, a.figure AS new,
      CASE WHEN b.key IS NULL THEN 'added' WHEN a.key IS NULL THEN 'removed' WHEN a.said <> b.said THEN 'changed' ELSE 'same' END AS change
    FROM (${side(after, voters.after)}) a FULL JOIN (${side(before, voters.before)}) b ON a.key = b.key AND a.edition = b.edition`
}

/**
 * SQL that numbers the editions of a figure from the last: the last ones of both sides are compared, then those before. Only sources with several editions
 * are sorted.
 */
function byEdition(all: string, from: string): string {
  const several = `source IN (SELECT source FROM (${from}) GROUP BY source HAVING count(DISTINCT vintage) > 1)`
  const edition = `row_number() OVER (PARTITION BY ${keys.observations!.join(', ')} ORDER BY vintage DESC, value)`
  return `${all}, ${edition} AS edition FROM (${from}) WHERE ${several} UNION ALL ${all}, 1 AS edition FROM (${from}) WHERE NOT ${several}`
}

function countQuery(joined: string, table: TableName): string {
  const count = (change: string): string => `count(*) FILTER (change = '${change}')::INTEGER`
  return `SELECT '${table}' AS "table", source, ${count('added')} AS added, ${count('removed')} AS removed, ${count('changed')} AS changed, ${count('same')} AS unchanged,
      max(abs(new / nullif(old, 0) - 1)) FILTER (change = 'changed') AS largest
    FROM (${joined}) GROUP BY source HAVING added + removed + changed > 0 ORDER BY source`
}

/** SQL for the rows to list. Figures that changed most come first, since the list is limited. */
function rowQuery(joined: string, table: TableName): string {
  return `SELECT '${table}' AS "table", source, change, key, before, after FROM (${joined}) WHERE change <> 'same' ORDER BY source, change, abs(new / nullif(old, 0) - 1) DESC NULLS LAST, key LIMIT $limit`
}
