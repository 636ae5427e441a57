import type { Session } from '../store/session.ts'
import type { SourceCard } from '../store/source-card.ts'
import type { Brought } from './edition.ts'
import { filesByName, oneFile, someFiles } from './given-files.ts'

/** A source that a user may bring as files. Its module is loaded when it is needed: there are many, and one is used at a time. */
export interface Reader {
  /** Id of its card. */
  readonly id: string
  /** What to give, in words. */
  readonly takes: string
  load(): Promise<Loaded>
}

export interface Loaded {
  readonly card: SourceCard
  read(paths: readonly string[], session: Session): Promise<Brought>
}

interface Module {
  readonly card: SourceCard
}

/** A source of one file. */
export function ofOne<M extends Module>(
  id: string,
  takes: string,
  module: () => Promise<M>,
  reading: (module: M) => (path: string) => Promise<Brought>,
): Reader {
  return make(id, takes, module, (m, paths) => reading(m)(oneFile(id, paths, takes)))
}

/** A source of any number of files of one form. */
export function ofMany<M extends Module>(
  id: string,
  takes: string,
  module: () => Promise<M>,
  reading: (module: M) => (paths: readonly string[]) => Promise<Brought>,
): Reader {
  return make(id, takes, module, (m, paths) => reading(m)(someFiles(id, paths, takes)))
}

/** A source of several files that are told apart by their names. */
export function ofNamed<M extends Module, K extends string>(
  id: string,
  takes: string,
  patterns: Readonly<Record<K, RegExp>>,
  module: () => Promise<M>,
  reading: (module: M) => (files: Record<K, string>, session: Session) => Promise<Brought>,
): Reader {
  return make(id, takes, module, (m, paths, session) => reading(m)(filesByName(id, paths, patterns), session))
}

function make<M extends Module>(
  id: string,
  takes: string,
  module: () => Promise<M>,
  read: (module: M, paths: readonly string[], session: Session) => Promise<Brought>,
): Reader {
  return {
    id,
    takes,
    load: async () => {
      const loaded = await module()
      return { card: loaded.card, read: (paths, session) => read(loaded, paths, session) }
    },
  }
}
