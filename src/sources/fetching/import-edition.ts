import { basename } from 'node:path'
import { badInput, type VisavisError } from '../../errors.ts'
import type { Session } from '../../store/session.ts'
import type { Snapshot } from '../../store/snapshot.ts'
import type { FetchedFile, SourceCard } from '../../store/source-card.ts'
import { checkFileSize } from '../formats/file-size.ts'
import { editionOf, type RowsByTable } from '../reader/edition.ts'
import { coverageOfQueries } from '../reader/edition-coverage.ts'
import type { JoinedContent, LoadedReader, QueriesByTable } from '../reader/reader.ts'

/** An edition of a source, ready to be written into a snapshot. */
export interface ImportedEdition extends JoinedContent {
  /** Card of the source itself; `cards` contains it too. */
  readonly card: SourceCard
  /** How many rows were read from the files, by table. */
  readonly rows: Readonly<Record<string, number>>
  /** Queries for the rows that are read only when the snapshot is written. `rows` does not count these rows. */
  readonly queries: QueriesByTable
}

/** Provenance of fetched files: the vintage of their edition, and each file. */
export interface FetchedProvenance {
  readonly vintage: string
  readonly files: readonly FetchedFile[]
}

/** The snapshot into which an edition is imported, and the day of the import. */
export interface ImportTarget {
  readonly held: Snapshot
  readonly session: Session
  readonly day: string
  readonly came?: FetchedProvenance | undefined
}

/**
 * Reads the files of a source and merges their rows with those that a snapshot holds.
 *
 * @param held      the snapshot into which to import; it is not changed
 * @param session   for readers that use SQL; the content may refer to its tables
 * @param day       `YYYY-MM-DD`, the day of the import
 * @param came      provenance of fetched files; undefined for files that the user gave, whose vintage is made from their names and the day
 * @throws BadInput if a file cannot be read, a figure has a future date, or the files have nothing for any table
 */
export async function importEdition(
  loaded: LoadedReader,
  paths: readonly string[],
  { held, session, day, came }: ImportTarget,
): Promise<ImportedEdition> {
  await Promise.all(paths.map((path) => checkFileSize(path, Number.POSITIVE_INFINITY)))
  const told: string[] = []
  const brought = await loaded.read(paths, session, (quirk) => void told.push(quirk))
  const rows = rowsOf(brought)
  const days = await loaded.queriedDays?.(paths)
  if (days === undefined && Object.values(rows).every((count) => count === 0)) throw nothingIn(loaded.card.id, paths)
  if (days !== undefined && days.from > day) throw yetToCome(`${loaded.card.id} has figures`, days.from, day)
  checkDays(brought, day)
  const vintage = came === undefined ? undefined : [...statedEditions(brought, loaded.card), came.vintage].join('; ')
  const { card: dated, content } = await editionOf(loaded.card, paths, brought, day, vintage)
  const queries = (await loaded.queries?.(paths)) ?? {}
  const kept = (await loaded.keptQueries?.(paths, held)) ?? {}
  const earlier = Object.keys(kept).length === 0 ? [] : (held.manifest.sources.find(({ id }) => id === loaded.card.id)?.coverage ?? [])
  const queried = coverageOfQueries(loaded.card.coverage, days === undefined ? dated.coverage : [days, ...earlier], Object.keys(queries))
  const fetched = came === undefined ? {} : { fetched: came.files }
  const own = { card: { ...dated, coverage: [...dated.coverage, ...queried], quirks: [...dated.quirks, ...told], ...fetched }, content }
  const joined = (await loaded.join?.(own, held)) ?? { cards: [own.card], gone: [], content, notes: [] }
  const cards = joined.cards.map((one) => (one.id === own.card.id ? withEarlierFiles(one, { joined, held, vintage: dated.vintage }) : one))
  const card = cards.find((one) => one.id === own.card.id) ?? own.card
  return {
    ...joined,
    cards,
    notes: [...told, ...joined.notes],
    card,
    rows,
    queries: together(withVintageInRows(queries, card.vintage), kept),
  }
}

/** Returns the card. If rows of an earlier vintage remain in the snapshot, the card also has the addresses of the files fetched earlier. */
function withEarlierFiles(
  card: SourceCard,
  { joined, held, vintage }: { readonly joined: JoinedContent; readonly held: Snapshot; readonly vintage: string },
): SourceCard {
  const stays = Object.values(joined.content).some(({ source, vintage: of }) =>
    of?.some((one, row) => one !== vintage && source?.[row] === card.id),
  )
  const { fetched: before = [] } = held.manifest.sources.find(({ id }) => id === card.id) ?? {}
  const { fetched: now = [] } = card
  const earlier = stays ? before.filter(({ address }) => now.every((file) => file.address !== address)) : []
  return earlier.length === 0 ? card : { ...card, fetched: [...now, ...earlier] }
}

function together(queries: QueriesByTable, kept: QueriesByTable): QueriesByTable {
  const tables = new Set([...Object.keys(queries), ...Object.keys(kept)]) as Set<keyof QueriesByTable>
  return Object.fromEntries([...tables].map((table) => [table, [...(queries[table] ?? []), ...(kept[table] ?? [])]]))
}

/** Returns the queries with the vintage of the edition added to every row. */
function withVintageInRows(queries: QueriesByTable, vintage: string): QueriesByTable {
  const text = vintage.replaceAll("'", "''")
  return Object.fromEntries(
    Object.entries(queries).map(([table, list]) => [table, list.map((sql) => `SELECT * REPLACE ('${text}' AS vintage) FROM (${sql})`)]),
  )
}

/** Returns the provider's own names of the edition, if its rows have them (`API, updated 2026-03-20`); an empty list if there are more than two. */
function statedEditions(brought: RowsByTable, card: SourceCard): string[] {
  const told = new Set(Object.values(brought).flatMap((columns) => (columns['vintage'] ?? []) as string[]))
  told.delete(card.vintage)
  return told.size > 2 ? [] : [...told].sort()
}

function rowsOf(brought: RowsByTable): Record<string, number> {
  return Object.fromEntries(Object.entries(brought).map(([table, columns]) => [table, Object.values(columns)[0]?.length ?? 0]))
}

/** Refuses a figure with a future date, which comes from a shifted column or a misread date: no source here forecasts. */
function checkDays({ observations }: RowsByTable, day: string): void {
  const starts = (observations?.['start_date'] ?? []) as readonly string[]
  const at = starts.findIndex((start) => start > day)
  if (at < 0) return
  const [indicator, locator] = ['indicator', 'locator'].map((name) => observations![name]?.[at])
  throw yetToCome(`${locator} gives ${indicator}`, starts[at]!, day)
}

function yetToCome(what: string, from: string, day: string): VisavisError {
  return badInput(
    `${what} from ${from} on, which is yet to come (today is ${day})`,
    'look at the years and dates of this row; no snapshot was made',
  )
}

function nothingIn(id: string, paths: readonly string[]): VisavisError {
  const files = paths.map((path) => basename(path)).join(', ')
  return badInput(`${files}: read whole, and nothing in it makes a row of ${id}; no snapshot was made`, `visavis sources ${id}`)
}
