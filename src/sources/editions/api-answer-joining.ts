import type { Cell, Columns } from '../../store/cells.ts'
import type { Snapshot } from '../../store/snapshot.ts'
import type { Coverage, SourceCard } from '../../store/source-card.ts'
import type { TableName } from '../../store/tables.ts'
import type { RowsByTable } from '../reader/edition.ts'
import type { JoinedContent, UnjoinedEdition } from '../reader/reader.ts'

/** Columns that state something about a flow. All other columns identify the flow. */
const valueColumns = new Set(['value', 'valuation', 'status', 'vintage', 'locator', 'tonnes'])

/**
 * Merges new answers with those that a snapshot holds, for sources whose API answers one query at a time. A new figure replaces the held figure of the same
 * flow (same reporter, pair, period and product). All other held figures stay, with their own vintage.
 */
export async function joinApiAnswers({ card, content }: UnjoinedEdition, held: Snapshot): Promise<JoinedContent> {
  const before = held.manifest.sources.find((one) => one.id === card.id)
  if (before === undefined) return { cards: [card], gone: [], content, notes: [] }
  const joined: Partial<Record<TableName, Columns>> = {}
  let kept = 0
  for (const [table, columns] of Object.entries(content) as [TableName, Columns][]) {
    const rest = withoutReplaced(await held.columns(`SELECT * FROM ${table} WHERE source = $id`, { id: card.id }), columns)
    kept += lengthOf(rest)
    joined[table] = Object.fromEntries(Object.keys(columns).map((name) => [name, [...columns[name]!, ...rest[name]!]]))
  }
  if (kept === 0) return { cards: [card], gone: [], content, notes: [] }
  const note = `${kept.toLocaleString('en-US')} rows of earlier answers stay, under the vintage that they came with`
  return { cards: [joinedCard(card, before)], gone: [], content: joined as RowsByTable, notes: [note] }
}

function withoutReplaced(before: Readonly<Record<string, readonly Cell[]>>, columns: Columns): Columns {
  const names = Object.keys(columns).filter((name) => !valueColumns.has(name))
  const key = (of: Readonly<Record<string, readonly Cell[]>>, row: number): string => JSON.stringify(names.map((name) => of[name]![row]))
  const taken = new Set(Array.from({ length: lengthOf(columns) }, (_, row) => key(columns, row)))
  const rows = Array.from({ length: lengthOf(before) }, (_, row) => row).filter((row) => !taken.has(key(before, row)))
  return Object.fromEntries(Object.keys(columns).map((name) => [name, rows.map((row) => before[name]![row]!)]))
}

function lengthOf(columns: Readonly<Record<string, readonly Cell[]>>): number {
  return Object.values(columns)[0]?.length ?? 0
}

function joinedCard(card: SourceCard, before: SourceCard): SourceCard {
  return { ...card, vintage: `${card.vintage}; with earlier answers`, coverage: joinedCoverage(card.coverage, before.coverage) }
}

function joinedCoverage(now: readonly Coverage[], before: readonly Coverage[]): Coverage[] {
  const widened = now.map((one) => {
    const other = before.find(({ indicator }) => indicator === one.indicator)
    if (other === undefined) return one
    return { ...one, from: one.from < other.from ? one.from : other.from, to: one.to > other.to ? one.to : other.to }
  })
  return [...widened, ...before.filter(({ indicator }) => now.every((one) => one.indicator !== indicator))]
}
