import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Columns } from '../store/cells.ts'
import type { Coverage, SourceCard } from '../store/source-card.ts'
import type { TableName } from '../store/tables.ts'

/** What a reader makes of the files of a source. */
export type Brought = Readonly<Partial<Record<TableName, Columns>>>

/**
 * The edition that a user brings: the card with the vintage of these very files (names, day, hash) and the coverage of these very rows, and the rows marked
 * with it. Two different files never pass under one vintage.
 *
 * @param day   `YYYY-MM-DD`, when they were added
 */
export async function editionOf(
  card: SourceCard,
  paths: readonly string[],
  brought: Brought,
  day: string,
): Promise<{ card: SourceCard; content: Brought }> {
  const names = paths.map((path) => basename(path)).join(', ')
  const vintage = `${names.length > 80 ? `${paths.length} files` : names}, added ${day}, sha256 ${(await hashOf(paths)).slice(0, 12)}`
  const content = Object.fromEntries(Object.entries(brought).map(([table, columns]) => [table, withVintage(columns, vintage)])) as Brought
  return { card: { ...card, vintage, coverage: coverageOf(card.coverage, brought.observations) }, content }
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

/** First and last day of each indicator's rows; whom, and what silence means, stay as the card says. */
function coverageOf(stated: readonly Coverage[], observations: Columns | undefined): readonly Coverage[] {
  if (observations === undefined) return stated
  const spans = new Map<string, { from: string; to: string }>()
  observations['indicator']!.forEach((indicator, row) => {
    const [from, to] = [observations['start_date']![row] as string, observations['end_date']![row] as string]
    const span = spans.get(indicator as string)
    if (span === undefined) spans.set(indicator as string, { from, to })
    else spans.set(indicator as string, { from: span.from < from ? span.from : from, to: span.to > to ? span.to : to })
  })
  return stated.flatMap((one) => {
    const span = spans.get(one.indicator)
    return span === undefined ? [] : [{ ...one, ...span }]
  })
}
