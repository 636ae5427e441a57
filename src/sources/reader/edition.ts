import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Columns } from '../../store/cells.ts'
import type { SourceCard } from '../../store/source-card.ts'
import type { TableName } from '../../store/tables.ts'
import { coverageOfRows } from './edition-coverage.ts'

/** The rows that a reader makes from the files of a source, by table. */
export type RowsByTable = Readonly<Partial<Record<TableName, Columns>>>

/**
 * Returns the edition that some files have: the card with the files' vintage (their names, the day, a hash) and the coverage of their rows, and the rows with
 * the same vintage. Two different files never have the same vintage.
 *
 * @param day     `YYYY-MM-DD`, the day on which the files were added
 * @param given   the vintage of fetched files, instead of one made from names and hash
 */
export async function editionOf(
  card: SourceCard,
  paths: readonly string[],
  brought: RowsByTable,
  day: string,
  given?: string,
): Promise<{ card: SourceCard; content: RowsByTable }> {
  const vintage = given ?? (await vintageOf(paths, day))
  const content = Object.fromEntries(
    Object.entries(brought).map(([table, columns]) => [table, withVintage(columns, vintage)]),
  ) as RowsByTable
  return { card: { ...card, vintage, coverage: coverageOfRows(card.coverage, brought) }, content }
}

async function vintageOf(paths: readonly string[], day: string): Promise<string> {
  const names = paths.map((path) => basename(path)).join(', ')
  return `${names.length > 80 ? `${paths.length} files` : names}, added ${day}, sha256 ${(await hashOf(paths)).slice(0, 12)}`
}

async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of [...paths].sort()) for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

function withVintage(columns: Columns, vintage: string): Columns {
  if (columns['vintage'] === undefined) return columns
  return { ...columns, vintage: columns['vintage'].map(() => vintage) }
}
