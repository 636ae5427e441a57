import type { Cell, Evidence, Snapshot, SourceCard } from '../../store/index.ts'
import { type TableName, tables } from '../../store/tables.ts'
import type { LedgerItem } from '../forms/ledger-item.ts'
import { bundledLedger } from './ledger.ts'
import { ledgerCard } from './ledger-card.ts'

/** The rows from one source behind a figure or a verdict. */
export interface RowsOfSource {
  readonly source: SourceCard
  /** The edition used. */
  readonly vintage: string
  /** The snapshot table, or the ledger file. */
  readonly table: string
  /** The SQL condition that selects the rows. */
  readonly condition: string
  /** Total number of rows; `rows` may contain fewer. */
  readonly total: number
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Options for reading the rows. */
export interface EvidenceRowsRequest {
  /** Source cards by id. */
  readonly cards: ReadonlyMap<string, SourceCard>
  /** ISO3 codes of the states to decode from votes. If empty, votes stay packed. */
  readonly states: readonly string[]
  /** The pair to look up ledger items for, where the evidence names no ledger. */
  readonly pair?: readonly [string, string]
  /** Maximum number of rows per source; undefined: all. */
  readonly limit: number | undefined
}

/**
 * Reads the rows that the evidence names, source by source. Conditions are run as SQL, so only conditions written by an
 * assessment or a claim test may be passed in.
 *
 * @throws RangeError where a source has no card
 */
export async function rowsOfEvidence(
  snapshot: Snapshot,
  evidence: readonly Evidence[],
  asked: EvidenceRowsRequest,
): Promise<RowsOfSource[]> {
  return Promise.all(evidence.map((one) => rowsOfOne(snapshot, one, asked)))
}

async function rowsOfOne(snapshot: Snapshot, evidence: Evidence, asked: EvidenceRowsRequest): Promise<RowsOfSource> {
  const named = ledgerNamed(evidence)
  if (named !== undefined) return named
  const { source: id, vintage, rows } = evidence
  const at = rows.indexOf(' where ')
  const [table, condition] = [rows.slice(0, at), rows.slice(at + 7)]
  const source = asked.cards.get(id)
  if (source === undefined) throw new RangeError(`rowsOfEvidence: no card of ${id}`)
  const found = table in tables ? await rowsIn(snapshot, table as TableName, condition, asked) : itemsIn(condition, asked)
  return { source, vintage, table, condition, ...found }
}

type Found = Pick<RowsOfSource, 'total' | 'columns' | 'rows'>

async function rowsIn(snapshot: Snapshot, table: TableName, condition: string, { states, limit }: EvidenceRowsRequest): Promise<Found> {
  const own = `SELECT * FROM ${table} WHERE ${condition}`
  const [[counted], found] = await Promise.all([
    snapshot.rows(`SELECT count(*)::INTEGER AS n FROM (${own})`),
    snapshot.columns(
      `SELECT ${await columnsFor(snapshot, table, states)} FROM (${own}) ORDER BY ALL${limit === undefined ? '' : ` LIMIT ${limit}`}`,
    ),
  ])
  const columns = Object.keys(found)
  const length = found[columns[0]!]!.length
  const rows = Array.from({ length }, (_, row) => columns.map((name) => found[name]![row]!))
  return { total: Number(counted!['n']), columns, rows }
}

/**
 * Writes the columns to select. Votes are packed, one character per voter; only the requested voters are decoded. The text of a speech is left out:
 * it is long, and its figures depend only on its words.
 */
async function columnsFor(snapshot: Snapshot, table: TableName, states: readonly string[]): Promise<string> {
  if (table === 'speeches') return '* EXCLUDE (text)'
  if (table !== 'roll_calls' || states.length === 0) return '*'
  const voters = await snapshot.rows('SELECT state, position FROM voters')
  const positions = states.flatMap((iso3) => {
    const voter = voters.find(({ state }) => state === iso3)
    if (voter === undefined) return []
    return `CASE votes[${Number(voter['position']) + 1}] WHEN '1' THEN 'yes' WHEN '2' THEN 'abstained' WHEN '3' THEN 'no' END AS "${voter['state']}"`
  })
  return ['* EXCLUDE (votes)', ...positions].join(', ')
}

const itemColumns = ['id', 'date', 'until', 'form', 'kind', 'indicator', 'direction', 'level', 'confidence', 'sentence', 'sources'] as const

function itemsIn(condition: string, { pair, limit }: EvidenceRowsRequest): Found {
  const ids = new Set([...condition.matchAll(/'([^']*)'/g)].map(([, id]) => id))
  const held = pair === undefined ? [] : (bundledLedger(...pair)?.items ?? [])
  const items = held.filter(({ id }) => ids.has(id))
  return { total: items.length, columns: itemColumns, rows: items.slice(0, limit).map(itemCells) }
}

/** Returns the ledger item that the evidence names by its ledger and id, as in `ledger USA-IND`, `item 1998-malabar-suspended`. */
function ledgerNamed({ source, vintage, rows }: Evidence): RowsOfSource | undefined {
  const [, a, b] = /^ledger ([A-Z]{3})-([A-Z]{3})$/.exec(source) ?? []
  const ledger = a === undefined ? undefined : bundledLedger(a, b!)
  if (ledger === undefined) return undefined
  const id = rows.replace(/^item /, '')
  const found = ledger.items.filter((item) => item.id === id).map(itemCells)
  const table = `data/ledgers/${ledger.a.toLowerCase()}-${ledger.b.toLowerCase()}.json`
  return { source: ledgerCard(ledger), vintage, table, condition: `id = '${id}'`, total: found.length, columns: itemColumns, rows: found }
}

function itemCells(item: LedgerItem): Cell[] {
  const sources = item.sources.map(({ publisher, url }) => `${publisher} <${url}>`).join('; ')
  return itemColumns.map((name) => (name === 'sources' ? sources : item[name]))
}
