import type { Cell, Estimate, Evidence, Snapshot, SourceCard } from '../store/index.ts'
import { isKnown } from '../store/index.ts'
import { type TableName, tables } from '../store/tables.ts'
import type { Assessment } from './assessment.ts'
import { bundledLedger } from './ledger.ts'
import type { LedgerItem } from './ledger-item.ts'

/** The rows of one source behind a figure. */
export interface RowsOfSource {
  readonly source: SourceCard
  /** Edition that the figure rests on. */
  readonly vintage: string
  /** The table of the snapshot, or the file of the ledger. */
  readonly table: string
  /** Which of its rows, as SQL has it. */
  readonly condition: string
  /** How many there are; `rows` may have fewer. */
  readonly total: number
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * Figures of an assessment of one id: those of its domains, then of the third states that depend on the pair.
 *
 * @param domain   only of this domain
 * @param period   only of this span of time: the figures of single years share an id
 */
export function figuresCalled(
  { domains, thirdStates }: Assessment,
  id: string,
  of: { readonly domain?: string | undefined; readonly period?: string | undefined },
): Estimate[] {
  const held = domains.filter((one) => of.domain === undefined || one.id === of.domain).flatMap(({ estimates }) => estimates)
  const thirds = of.domain === undefined ? thirdStates.flatMap(({ a, b, partners }) => [a, b, partners]) : []
  return [...held, ...thirds].filter(
    (one): one is Estimate => one !== null && one.id === id && (of.period === undefined || one.period === of.period),
  )
}

/**
 * The rows behind a figure of an assessment, source by source; none where it is unknown. Conditions are those that the assessment wrote down itself.
 *
 * @param limit   most rows of each source
 */
export async function rowsBehind(snapshot: Snapshot, assessment: Assessment, figure: Estimate, limit: number): Promise<RowsOfSource[]> {
  if (!isKnown(figure)) return []
  const cards = new Map(assessment.sources.map((card) => [card.id, card]))
  return Promise.all(
    figure.evidence.map(async (evidence) => {
      const [table, condition] = partsOf(evidence)
      const source = cards.get(evidence.source)
      if (source === undefined) throw new RangeError(`rowsBehind: no card of ${evidence.source}`)
      const found =
        table in tables ? await rowsIn(snapshot, assessment, table as TableName, condition, limit) : itemsIn(assessment, condition, limit)
      return { source, vintage: evidence.vintage, table, condition, ...found }
    }),
  )
}

type Found = Pick<RowsOfSource, 'total' | 'columns' | 'rows'>

function partsOf({ rows }: Evidence): [table: string, condition: string] {
  const at = rows.indexOf(' where ')
  return [rows.slice(0, at), rows.slice(at + 7)]
}

async function rowsIn(snapshot: Snapshot, assessment: Assessment, table: TableName, condition: string, limit: number): Promise<Found> {
  const own = `SELECT * FROM ${table} WHERE ${condition}`
  const [[counted], found] = await Promise.all([
    snapshot.rows(`SELECT count(*)::INTEGER AS n FROM (${own})`),
    snapshot.columns(`SELECT ${await columnsFor(snapshot, assessment, table)} FROM (${own}) ORDER BY ALL LIMIT ${limit}`),
  ])
  const columns = Object.keys(found)
  const length = found[columns[0]!]!.length
  const rows = Array.from({ length }, (_, row) => columns.map((name) => found[name]![row]!))
  return { total: Number(counted!['n']), columns, rows }
}

/** Votes are packed, one character for each voter: of a pair its own two are read out. The text of a speech is left out: it is long, and its figures rest on its words. */
async function columnsFor(snapshot: Snapshot, { a, b }: Assessment, table: TableName): Promise<string> {
  if (table === 'speeches') return '* EXCLUDE (text)'
  if (table !== 'roll_calls' || a.members !== undefined || b.members !== undefined) return '*'
  const voters = await snapshot.rows('SELECT state, position FROM voters WHERE state IN ($a, $b)', { a: a.iso3, b: b.iso3 })
  const inOrder = [a.iso3, b.iso3].flatMap((iso3) => voters.filter(({ state }) => state === iso3))
  const positions = inOrder.map(
    ({ state, position }) =>
      `CASE votes[${Number(position) + 1}] WHEN '1' THEN 'yes' WHEN '2' THEN 'abstained' WHEN '3' THEN 'no' END AS "${state}"`,
  )
  return ['* EXCLUDE (votes)', ...positions].join(', ')
}

const itemColumns = ['id', 'date', 'until', 'form', 'kind', 'indicator', 'direction', 'level', 'confidence', 'sentence', 'sources'] as const

function itemsIn({ a, b }: Assessment, condition: string, limit: number): Found {
  const ids = new Set([...condition.matchAll(/'([^']*)'/g)].map(([, id]) => id))
  const items = (bundledLedger(a.iso3, b.iso3)?.items ?? []).filter(({ id }) => ids.has(id))
  return { total: items.length, columns: itemColumns, rows: items.slice(0, limit).map(itemCells) }
}

function itemCells(item: LedgerItem): Cell[] {
  const sources = item.sources.map(({ publisher, url }) => `${publisher} <${url}>`).join('; ')
  return itemColumns.map((name) => (name === 'sources' ? sources : item[name]))
}
