import type { Manifest, Part } from '../manifest.ts'
import type { TableContent } from '../part-rows.ts'
import type { Session } from '../session.ts'
import { partsSource, type Snapshot } from '../snapshot.ts'
import { type SnapshotContent, writeSnapshot } from '../snapshot-write.ts'
import type { SourceCard } from '../source-card.ts'
import { type TableName, tables } from '../tables.ts'
import { rootOf } from '../verify.ts'

/** The content of a new edition of some sources, and its date. */
export interface Edition {
  readonly cards: readonly SourceCard[]
  /** Ids of sources that have no rows any more: their rows and cards are removed. */
  readonly gone?: readonly string[]
  readonly content: SnapshotContent
  /** The session in which `sql` contents run. */
  readonly session?: Session
  /** When the edition was made, as a UTC instant. */
  readonly created: string
  readonly note: string
  /** Called right before the manifest is written, as in `writeSnapshot`. */
  readonly stillWanted?: () => Promise<void>
}

/**
 * Writes a new snapshot under `root`: the parent's content with all rows of the edition's sources replaced. Rows of other sources stay. Parts that contain
 * none of the replaced sources are reused, not rewritten. The parent does not change. This function does not check whether the parent is still the newest
 * snapshot; `nextSnapshot` does.
 *
 * A table without a `source` column is replaced entirely if the edition has content for it.
 */
export async function replaceSources(root: string, parent: Snapshot, edition: Edition): Promise<Manifest> {
  const ids = [...edition.cards.map((card) => card.id), ...(edition.gone ?? [])]
  const content: Partial<Record<TableName, readonly TableContent[]>> = {}
  for (const table of Object.keys(tables) as TableName[]) {
    const brought = listed(edition.content[table])
    content[table] =
      'source' in tables[table]
        ? [...(await keptParts(parent, table, ids)), ...brought]
        : brought.length > 0
          ? brought
          : carriedAll(parent, table)
  }
  const kept = parent.manifest.sources.filter((card) => !ids.includes(card.id))
  return writeSnapshot(root, content, {
    sources: [...kept, ...edition.cards],
    created: edition.created,
    note: edition.note,
    parent: parent.manifest.id,
    ...(edition.session === undefined ? {} : { session: edition.session }),
    ...(edition.stillWanted === undefined ? {} : { stillWanted: edition.stillWanted }),
  })
}

function listed(content: TableContent | readonly TableContent[] | undefined): readonly TableContent[] {
  if (content === undefined) return []
  return Array.isArray(content) ? (content as readonly TableContent[]) : [content as TableContent]
}

function carriedAll(parent: Snapshot, table: TableName): TableContent[] {
  return (parent.manifest.tables[table] ?? []).map((part) => carried(parent, part))
}

function carried(parent: Snapshot, part: Part): TableContent {
  return { carried: part, root: rootOf(parent.directory) }
}

/** Returns the parent's parts without the rows of these sources. A part without such rows is kept unchanged; from a mixed part they are filtered out. */
async function keptParts(parent: Snapshot, table: TableName, ids: readonly string[]): Promise<TableContent[]> {
  const parts = parent.manifest.tables[table] ?? []
  const kept = await Promise.all(parts.map((part) => keptPart(parent, table, part, ids)))
  return kept.flat()
}

async function keptPart(parent: Snapshot, table: TableName, part: Part, ids: readonly string[]): Promise<TableContent[]> {
  const file = partsSource(table, [`${rootOf(parent.directory)}/${part.file}`])
  const found = await parent.columns(`SELECT DISTINCT source FROM ${file}`)
  const sources = (found['source'] ?? []) as string[]
  if (!sources.some((source) => ids.includes(source))) return [carried(parent, part)]
  if (sources.every((source) => ids.includes(source))) return []
  return [{ sql: `SELECT * FROM ${file} WHERE source NOT IN (${ids.map((id) => `'${id.replaceAll("'", "''")}'`).join(', ')})` }]
}
