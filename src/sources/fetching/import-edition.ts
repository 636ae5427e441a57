import { basename } from 'node:path'
import { VisavisError } from '../../errors.ts'
import type { Session } from '../../store/session.ts'
import type { Snapshot } from '../../store/snapshot.ts'
import type { FetchedFile, SourceCard } from '../../store/source-card.ts'
import { type Brought, editionOf } from '../reader/edition.ts'
import { coverageQueried } from '../reader/edition-coverage.ts'
import type { Joined, Loaded, Queries } from '../reader/reader.ts'

/** An edition of a source, ready to take the place of what a snapshot holds. */
export interface BroughtEdition extends Joined {
  /** Of the source itself; it is among `cards` too. */
  readonly card: SourceCard
  /** How many rows the files gave, by table. */
  readonly rows: Readonly<Record<string, number>>
  /** Rows that are queried when the snapshot is written; not counted among `rows`. */
  readonly queries: Queries
}

/** Of files that were fetched: what their edition is called, and what is known of each. */
export interface Came {
  readonly vintage: string
  readonly files: readonly FetchedFile[]
}

/** What an edition goes into, and when. */
export interface Bringing {
  readonly held: Snapshot
  readonly session: Session
  readonly day: string
  readonly came?: Came | undefined
}

/**
 * Reads the files of a source and puts them together with what a snapshot holds.
 *
 * @param held      the snapshot that the edition is to go into; it is left as it is
 * @param session   where readers that work in SQL do so; content may refer to it
 * @param day       `YYYY-MM-DD`, when the files were brought
 * @param came      of files that were fetched: it stands on the card instead of their names and the day
 * @throws BadInput where a file cannot be read, where a figure is of a day to come, or where the files hold nothing that goes into a table
 */
export async function bringEdition(
  loaded: Loaded,
  paths: readonly string[],
  { held, session, day, came }: Bringing,
): Promise<BroughtEdition> {
  const told: string[] = []
  const brought = await loaded.read(paths, session, (quirk) => void told.push(quirk))
  const rows = rowsOf(brought)
  if (Object.values(rows).every((count) => count === 0)) throw nothingIn(loaded.card.id, paths)
  checkDays(brought, day)
  const vintage = came === undefined ? undefined : [...editionsTold(brought, loaded.card), came.vintage].join('; ')
  const { card: dated, content } = await editionOf(loaded.card, paths, brought, day, vintage)
  const queries = (await loaded.queries?.(paths)) ?? {}
  const queried = coverageQueried(loaded.card.coverage, dated.coverage, Object.keys(queries))
  const fetched = came === undefined ? {} : { fetched: came.files }
  const own = { card: { ...dated, coverage: [...dated.coverage, ...queried], quirks: [...dated.quirks, ...told], ...fetched }, content }
  const joined = (await loaded.join?.(own, held)) ?? { cards: [own.card], gone: [], content, notes: [] }
  const cards = joined.cards.map((one) => (one.id === own.card.id ? withEarlierFiles(one, { joined, held, vintage: dated.vintage }) : one))
  const card = cards.find((one) => one.id === own.card.id) ?? own.card
  return { ...joined, cards, notes: [...told, ...joined.notes], card, rows, queries: marked(queries, card.vintage) }
}

/** Where rows of earlier files stay beside the new ones, so do the addresses from which those came. */
function withEarlierFiles(
  card: SourceCard,
  { joined, held, vintage }: { readonly joined: Joined; readonly held: Snapshot; readonly vintage: string },
): SourceCard {
  const stays = Object.values(joined.content).some(({ source, vintage: of }) =>
    of?.some((one, row) => one !== vintage && source?.[row] === card.id),
  )
  const { fetched: before = [] } = held.manifest.sources.find(({ id }) => id === card.id) ?? {}
  const { fetched: now = [] } = card
  const earlier = stays ? before.filter(({ address }) => now.every((file) => file.address !== address)) : []
  return earlier.length === 0 ? card : { ...card, fetched: [...now, ...earlier] }
}

/** The queries with the vintage of the edition in every row. */
function marked(queries: Queries, vintage: string): Queries {
  const text = vintage.replaceAll("'", "''")
  return Object.fromEntries(
    Object.entries(queries).map(([table, list]) => [table, list.map((sql) => `SELECT * REPLACE ('${text}' AS vintage) FROM (${sql})`)]),
  )
}

/** What the provider itself calls the edition, where its rows say so (`API, updated 2026-03-20`); of more than two, nothing. */
function editionsTold(brought: Brought, card: SourceCard): string[] {
  const told = new Set(Object.values(brought).flatMap((columns) => (columns['vintage'] ?? []) as string[]))
  told.delete(card.vintage)
  return told.size > 2 ? [] : [...told].sort()
}

function rowsOf(brought: Brought): Record<string, number> {
  return Object.fromEntries(Object.entries(brought).map(([table, columns]) => [table, Object.values(columns)[0]?.length ?? 0]))
}

/** A figure of a year to come is a slip of a column or a date read the wrong way round: no source here forecasts. */
function checkDays({ observations }: Brought, day: string): void {
  const starts = (observations?.['start_date'] ?? []) as readonly string[]
  const at = starts.findIndex((start) => start > day)
  if (at < 0) return
  const [indicator, locator] = ['indicator', 'locator'].map((name) => observations![name]?.[at])
  throw new VisavisError('BadInput', `${locator} gives ${indicator} from ${starts[at]} on, which is yet to come (today is ${day})`, {
    hint: 'look at the years and dates of this row; no snapshot was made',
  })
}

function nothingIn(id: string, paths: readonly string[]): VisavisError {
  const files = paths.map((path) => basename(path)).join(', ')
  return new VisavisError('BadInput', `${files}: read whole, and nothing in it makes a row of ${id}; no snapshot was made`, {
    hint: `visavis sources ${id}`,
  })
}
