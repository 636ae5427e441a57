import type { Session } from '../../store/session.ts'
import type { Snapshot } from '../../store/snapshot.ts'
import type { SourceCard } from '../../store/source-card.ts'
import type { TableName } from '../../store/tables.ts'
import type { RowsByTable } from './edition.ts'
import { allGivenFiles, filesByRole, onlyGivenFile } from './given-files.ts'
import { readAfterFileChecks } from './given-files-check.ts'

/** A source whose files a user may add. Its module is loaded on demand, since there are many sources and a run uses few. */
export interface Reader {
  /** Id of the source's card. */
  readonly id: string
  /** The files that the reader takes, in words. */
  readonly takes: string
  load(): Promise<LoadedReader>
}

export interface LoadedReader extends JoiningSteps {
  readonly card: SourceCard
  /** @param reportQuirk   is called with each quirk of these files (what they leave out or leave open), one sentence for the card */
  read(paths: readonly string[], session: Session, reportQuirk?: ReportQuirk): Promise<RowsByTable>
}

export type ReportQuirk = (quirk: string) => void

/** The extra steps of the few sources that share rows with other sources, or have too many rows for memory. */
export interface JoiningSteps {
  /** For a source with rows that other sources also have: merges the edition with the content of a snapshot, so that no row occurs twice. */
  readonly join?: (edition: UnjoinedEdition, held: Snapshot) => Promise<JoinedContent>
  /** For a source with too many rows for memory: returns SQL queries over its files; the result of each is stored as a separate Parquet part. */
  readonly queries?: (paths: readonly string[]) => Promise<QueriesByTable>
  /** For a source of which all rows come by queries, and one answer at a time: queries for the rows of a snapshot that the files do not replace. */
  readonly keptQueries?: (paths: readonly string[], held: Snapshot) => Promise<QueriesByTable>
  /** For a source of which all rows come by queries: returns their first and last day, which no row in memory has. */
  readonly queriedDays?: QueriedDays
}

/** Returns the first and last day of the rows of some files; undefined if they have none. */
export type QueriedDays = (paths: readonly string[]) => Promise<{ readonly from: string; readonly to: string } | undefined>

/** SQL queries by the table that their rows are for. They run in any session that may read the files. */
export type QueriesByTable = Readonly<Partial<Record<TableName, readonly string[]>>>

/** An edition as read from its files, before any merge: the card, and rows with the card's vintage. */
export interface UnjoinedEdition {
  readonly card: SourceCard
  readonly content: RowsByTable
}

/** The result of a merge. `content` replaces every row that a snapshot has of the sources in `cards` and `gone`. */
export interface JoinedContent {
  readonly cards: readonly SourceCard[]
  /** Ids of sources that no longer have a row. */
  readonly gone: readonly string[]
  readonly content: RowsByTable
  /** Notes on the merge, one sentence each. */
  readonly notes: readonly string[]
}

/** A source that is registered: users may add its files, or it is only in the bundled record. */
export type RegisteredSource = Reader | BundledSource

/** A source that is only in the bundled record, compiled from our own tables or figures (see `npm run record`). Users do not add its files. */
export interface BundledSource {
  /** Id of the source's card. */
  readonly id: string
  load(): Promise<Module>
}

interface Module {
  readonly card: SourceCard
}

export function bundledSource(id: string, module: () => Promise<Module>): BundledSource {
  return { id, load: module }
}

/** How a module reads files: the name of its function, or a function that adapts what the module has. */
type ReadingOf<M, Name, Reads> = Name | ((module: M) => Reads)

/** Extra steps of a source, or the function that takes them from its module. */
type JoiningOf<M> = JoiningSteps | ((module: M) => JoiningSteps)

type ReadsFile = (path: string, reportQuirk: ReportQuirk) => Promise<RowsByTable>
type ReadsFiles = (paths: readonly string[], reportQuirk: ReportQuirk, session: Session) => Promise<RowsByTable>
type ReadsByRole<K extends string> = (files: Record<K, string>, session: Session, reportQuirk: ReportQuirk) => Promise<RowsByTable>

/** Makes the reader of a source of one file. */
export function singleFileReader<M extends Module & Record<Name, ReadsFile>, Name extends string = never>(
  id: string,
  takes: string,
  module: () => Promise<M>,
  reading: ReadingOf<M, Name, ReadsFile>,
  joining?: JoiningOf<M>,
): Reader {
  return readerOf(id, takes, module, joining, (m, paths, _, reportQuirk) => {
    const path = onlyGivenFile(id, paths, takes)
    return () => functionOf<M, Name, ReadsFile>(m, reading)(path, reportQuirk)
  })
}

/** Makes the reader of a source of any number of files of one form. */
export function manyFilesReader<M extends Module & Record<Name, ReadsFiles>, Name extends string = never>(
  id: string,
  takes: string,
  module: () => Promise<M>,
  reading: ReadingOf<M, Name, ReadsFiles>,
  joining?: JoiningOf<M>,
): Reader {
  return readerOf(id, takes, module, joining, (m, paths, session, reportQuirk) => {
    const files = allGivenFiles(id, paths, takes)
    return () => functionOf<M, Name, ReadsFiles>(m, reading)(files, reportQuirk, session)
  })
}

/** Makes the reader of a source of several files with different roles, recognised by their names. */
export function namedFilesReader<M extends Module & Record<Name, ReadsByRole<K>>, K extends string, Name extends string = never>(
  id: string,
  takes: string,
  patterns: Readonly<Record<K, RegExp>>,
  module: () => Promise<M>,
  reading: ReadingOf<M, Name, ReadsByRole<K>>,
  joining?: JoiningOf<M>,
): Reader {
  return readerOf(id, takes, module, joining, (m, paths, session, reportQuirk) => {
    const files = filesByRole(id, paths, patterns)
    return () => functionOf<M, Name, ReadsByRole<K>>(m, reading)(files, session, reportQuirk)
  })
}

function functionOf<M extends Record<Name, Reads>, Name extends string, Reads>(module: M, reading: ReadingOf<M, Name, Reads>): Reads {
  return typeof reading === 'function' ? reading(module) : module[reading]
}

/** @param prepare   assigns the files given to what the module reads, and returns the step that reads them */
function readerOf<M extends Module>(
  id: string,
  takes: string,
  module: () => Promise<M>,
  joining: JoiningOf<M> | undefined,
  prepare: (module: M, paths: readonly string[], session: Session, reportQuirk: ReportQuirk) => () => Promise<RowsByTable>,
): Reader {
  return {
    id,
    takes,
    load: async () => {
      const loaded = await module()
      const read: LoadedReader['read'] = async (paths, session, reportQuirk = () => {}) =>
        readAfterFileChecks({ id, takes }, paths, prepare(loaded, paths, session, reportQuirk))
      return { card: loaded.card, read, ...(typeof joining === 'function' ? joining(loaded) : joining) }
    },
  }
}
