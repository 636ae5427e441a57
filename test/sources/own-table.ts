import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Columns, openSession, type Session } from '../../src/store/index.ts'

/** One of the project's own tables in a test. */
interface OwnTable {
  readonly asItStands: () => Promise<Columns>
  /** Reads other lines under the same header. */
  readonly read: (lines: readonly string[]) => Promise<Columns>
  readonly session: () => Session
  /** A file in the test's own folder. */
  readonly at: (file: string) => string
}

/**
 * A session and a folder for the tests of one of the project's own tables, removed after them.
 *
 * @param path   the table, in `data/tables`
 * @param header   its required first line
 */
export function ownTable(path: string, header: string, reader: (path: string, session: Session) => Promise<Columns>): OwnTable {
  let directory: string
  let session: Session
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'visavis-'))
    session = await openSession({ threads: 1 })
  })
  afterAll(() => {
    session.close()
    rmSync(directory, { recursive: true })
  })
  const at = (file: string): string => join(directory, file)
  const read = (lines: readonly string[]): Promise<Columns> => {
    const other = at(basename(path))
    writeFileSync(other, `${[header, ...lines].join('\n')}\n`)
    return reader(other, session)
  }
  return { asItStands: () => reader(path, session), read, session: () => session, at }
}
