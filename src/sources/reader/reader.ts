import type { Session } from '../../store/session.ts'
import type { Snapshot } from '../../store/snapshot.ts'
import type { SourceCard } from '../../store/source-card.ts'
import type { TableName } from '../../store/tables.ts'
import type { RowsByTable } from './edition.ts'
import { filesByName, oneFile, someFiles } from './given-files.ts'
import { readChecked } from './given-files-check.ts'

/** A source whose files a user may add. Its module is loaded on demand: there are many, and one is used at a time. */
export interface Reader {
  /** Id of its card. */
  readonly id: string
  /** The files that it takes, in words. */
  readonly takes: string
  load(): Promise<LoadedReader>
}

export interface LoadedReader extends Joining {
  readonly card: SourceCard
  /** @param reportQuirk   called with each quirk of these files (what they leave out or open), a sentence for the card */
  read(paths: readonly string[], session: Session, reportQuirk?: ReportQuirk): Promise<RowsByTable>
}

export type ReportQuirk = (quirk: string) => void

/** The extra steps of the few sources that share rows with others, or have too many. */
export interface Joining {
  /** For a source with rows that other sources also have: merges the edition with what a snapshot holds, so that no row is there twice. */
  readonly join?: (edition: OwnEdition, held: Snapshot) => Promise<Joined>
  /** For a source with more rows than memory should hold: queries over files that have been read, each to become a part of its own. */
  readonly queries?: (paths: readonly string[]) => Promise<Queries>
}

/** SQL by table; it runs in any session that may read the files. */
export type Queries = Readonly<Partial<Record<TableName, readonly string[]>>>

/** What was read of one source: its card, and rows with its vintage. */
export interface OwnEdition {
  readonly card: SourceCard
  readonly content: RowsByTable
}

/** The content that replaces every row of the sources in `cards` and `gone`. */
export interface Joined {
  readonly cards: readonly SourceCard[]
  /** Ids of sources that no longer have a row. */
  readonly gone: readonly string[]
  readonly content: RowsByTable
  /** Notes on the merge, a sentence each. */
  readonly notes: readonly string[]
}

/** A source with its card; those that users may add are a `Reader` too. */
export type RegisteredSource = Reader | BundledSource

/** A source of the bundled record alone, compiled from our own tables or figures (see `npm run record`), which users do not add. */
export interface BundledSource {
  /** Id of its card. */
  readonly id: string
  load(): Promise<Module>
}

interface Module {
  readonly card: SourceCard
}

export function bundledSource(id: string, module: () => Promise<Module>): BundledSource {
  return { id, load: module }
}

/** A source of one file. */
export function singleFileReader<M extends Module>(
  id: string,
  takes: string,
  module: () => Promise<M>,
  reading: (module: M) => (path: string, reportQuirk: ReportQuirk) => Promise<RowsByTable>,
  joining?: (module: M) => Joining,
): Reader {
  return readerOf(
    id,
    takes,
    module,
    (paths) => oneFile(id, paths, takes),
    (m, path, _, reportQuirk) => reading(m)(path, reportQuirk),
    joining,
  )
}

/** A source of any number of files of one form. */
export function manyFilesReader<M extends Module>(
  id: string,
  takes: string,
  module: () => Promise<M>,
  reading: (module: M) => (paths: readonly string[], reportQuirk: ReportQuirk, session: Session) => Promise<RowsByTable>,
  joining?: (module: M) => Joining,
): Reader {
  return readerOf(
    id,
    takes,
    module,
    (paths) => someFiles(id, paths, takes),
    (m, paths, session, reportQuirk) => reading(m)(paths, reportQuirk, session),
    joining,
  )
}

/** A source of several files with different roles, recognised by their names. */
export function namedFilesReader<M extends Module, K extends string>(
  id: string,
  takes: string,
  patterns: Readonly<Record<K, RegExp>>,
  module: () => Promise<M>,
  reading: (module: M) => (files: Record<K, string>, session: Session, reportQuirk: ReportQuirk) => Promise<RowsByTable>,
  joining?: (module: M) => Joining,
): Reader {
  return readerOf(
    id,
    takes,
    module,
    (paths) => filesByName(id, paths, patterns),
    (m, files, session, reportQuirk) => reading(m)(files, session, reportQuirk),
    joining,
  )
}

function readerOf<M extends Module, Given>(
  id: string,
  takes: string,
  module: () => Promise<M>,
  choose: (paths: readonly string[]) => Given,
  read: (module: M, given: Given, session: Session, reportQuirk: ReportQuirk) => Promise<RowsByTable>,
  joining?: (module: M) => Joining,
): Reader {
  return {
    id,
    takes,
    load: async () => {
      const loaded = await module()
      const reading: LoadedReader['read'] = async (paths, session, reportQuirk = () => {}) => {
        const given = choose(paths)
        return readChecked({ id, takes }, paths, () => read(loaded, given, session, reportQuirk))
      }
      return { card: loaded.card, read: reading, ...joining?.(loaded) }
    },
  }
}
