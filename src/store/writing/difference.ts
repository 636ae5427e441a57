import { columnsOfTable } from '../part-rows.ts'
import { type Snapshot, tableSource } from '../snapshot.ts'
import { type TableName, tables } from '../tables.ts'
import { rootOf } from '../verify.ts'
import { type CommonVoters, commonVoters, commonVotersQuery, votesInWords } from './vote-difference.ts'

/** A row that only one of two snapshots has, or that differs between them. */
export interface ChangedRow {
  readonly table: TableName
  readonly source: string
  readonly change: 'added' | 'removed' | 'changed'
  /** The key columns of the row, as `name=value`. */
  readonly key: string
  /** The other columns of the row, as text; null if this snapshot lacks the row. */
  readonly before: string | null
  readonly after: string | null
}

/** How many rows of a table and source changed; `largest` is the largest relative change of a figure (after / before − 1), null if there is none. */
export interface ChangeCount {
  readonly table: TableName
  readonly source: string
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly unchanged: number
  readonly largest: number | null
}

/** The columns that identify a row, by table; the others are values. In a table that is not listed, all columns but those of provenance identify a row. */
const keys: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  observations: ['indicator', 'from_id', 'to_id', 'reporter', 'start_date', 'end_date', 'unit', 'valuation', 'source'],
  roll_calls: ['id'],
  cited_roll_calls: ['symbol'],
  memberships: ['bloc', 'state', 'role', 'start_date'],
  commitments: ['treaty', 'state', 'start_date'],
  dated_relations: ['kind', 'state_a', 'state_b', 'name', 'date_kind', 'told'],
  interstate_relations: ['kind', 'state_a', 'state_b', 'actor', 'name', 'start_told'],
  territorial_claims: ['state_a', 'state_b', 'claimant', 'territory', 'start_told'],
  institution_memberships: ['institution', 'state', 'role', 'start_told'],
  trade_agreements: ['agreement', 'role', 'party', 'other_party', 'start_told'],
  agreements_and_restrictions: ['kind', 'state_a', 'state_b', 'name', 'start_told'],
  conflicts: ['conflict', 'year', 'state_a', 'state_b', 'source'],
  sanctions: ['regime', 'sender', 'target', 'start_date', 'measures', 'source'],
}

/** Columns of provenance, which change with every edition and are not compared. */
const provenanceColumns = new Set(['vintage', 'locator', 'source'])

/**
 * Compares two snapshots and returns the changed rows, and their numbers by table and source. A new edition of an equal figure is not a change.
 *
 * @param before, after   two open snapshots; neither is closed
 * @param limit           the most rows to list, undefined for all; all are counted
 */
export async function rowDifference(
  before: Snapshot,
  after: Snapshot,
  limit: number | undefined,
): Promise<{ counts: ChangeCount[]; rows: ChangedRow[] }> {
  const compared = (Object.keys(tables) as TableName[]).filter((table) => !sameParts(before, after, table))
  const counts: ChangeCount[] = []
  const rows: ChangedRow[] = []
  const voters = await commonVoters(before, after)
  for (const table of compared) {
    const joined = joinOf(before, after, table, voters)
    counts.push(...((await after.rows(countQuery(joined, table))) as unknown as ChangeCount[]))
    const listed = (await after.rows(rowQuery(joined, table, limit))) as unknown as ChangedRow[]
    for (const row of listed) rows.push(row)
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

/** Returns SQL that pairs the rows of both snapshots: the key of each row, its figure if it has one, and its values as text. */
function joinOf(before: Snapshot, after: Snapshot, table: TableName, voters: CommonVoters): string {
  const side = (snapshot: Snapshot, places: readonly number[]): string => {
    const own = keys[table] ?? columnsOfTable(table).flatMap(([name]) => (provenanceColumns.has(name) ? [] : [name]))
    const said = columnsOfTable(table).flatMap(([name]) => (own.includes(name) || provenanceColumns.has(name) ? [] : [name]))
    const text = (names: readonly string[]): string =>
      `concat_ws(', ', ${names.map((name) => `'${name}=' || coalesce(CAST(${name} AS VARCHAR), '')`).join(', ')})`
    const figure = table === 'observations' ? 'value' : 'CAST(NULL AS DOUBLE)'
    const rows = tableSource(rootOf(snapshot.directory), table, snapshot.manifest)
    const from = table === 'roll_calls' ? commonVotersQuery(rows, places) : rows
    const all = `SELECT ${'source' in tables[table] ? 'source' : "''"} AS source, ${text(own)} AS key, ${figure} AS figure, ${text(said)} AS said`
    return table === 'observations' ? byEdition(all, from) : `${all}, 1 AS edition FROM (${from})`
  }
  return `SELECT coalesce(a.source, b.source) AS source, coalesce(a.key, b.key) AS key, b.said AS before, a.said AS after, b.figure AS old, a.figure AS new,
      CASE WHEN b.key IS NULL THEN 'added' WHEN a.key IS NULL THEN 'removed' WHEN a.said <> b.said THEN 'changed' ELSE 'same' END AS change
    FROM (${side(after, voters.after)}) a FULL JOIN (${side(before, voters.before)}) b ON a.key = b.key AND a.edition = b.edition`
}

/**
 * Returns SQL that numbers the editions of a figure, from the latest on. So the latest editions of both snapshots are compared with each other, then the second
 * latest, and so on. Only sources with several editions are sorted, which saves time.
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

/** Returns SQL for the rows to list. Since the list may be limited, the figures that changed most come first among the rows of a source and kind of change. */
function rowQuery(joined: string, table: TableName, limit: number | undefined): string {
  const cut = limit === undefined ? '' : ` LIMIT ${limit}`
  return `SELECT '${table}' AS "table", source, change, key, before, after FROM (${joined}) WHERE change <> 'same' ORDER BY source, change, abs(new / nullif(old, 0) - 1) DESC NULLS LAST, key${cut}`
}
