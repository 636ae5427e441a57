import { rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ensureDirectory, writeAtomically, writeError } from '../disk.ts'
import { bundledRecord, isFromTheFuture } from '../find-snapshot.ts'
import { manifestWithId, printManifest } from '../manifest.ts'
import { surveyRoot } from '../snapshot.ts'
import { snapshotsIn } from '../verify.ts'
import { type WriterWait, withWriterTurn } from './writer-turns.ts'

/** A snapshot that was moved out of the store's chain; `by` has the same data under an honest stamp, or is null for a damaged one. */
export interface SetAside {
  readonly id: string
  readonly created: string | null
  readonly to: string
  readonly by: string | null
}

/** The folder of a store for snapshots that are not to be used. */
export const setAsideFolder = (home: string): string => join(resolve(home), 'set-aside')

/**
 * Gives the snapshots of a store that are stamped in the future the stamp of today, as snapshots of their own with the same parts, and moves the originals to
 * `set-aside/`; damaged snapshots are moved there too. No data is removed. Stamps still increase along the chain. A run that is killed can be repeated on the
 * same day: it makes the same snapshots.
 *
 * @param damaged   ids of the damaged snapshots, as `verifySnapshot` finds them
 */
export async function setAsideUnfit(
  home: string,
  now: string,
  damaged: ReadonlySet<string>,
  waiting: WriterWait = {},
): Promise<SetAside[]> {
  return withWriterTurn(home, () => movedAside(home, now, damaged), waiting).catch((cause) => {
    throw writeError(cause, resolve(home))
  })
}

async function movedAside(home: string, now: string, damaged: ReadonlySet<string>): Promise<SetAside[]> {
  const { known } = await surveyRoot(home)
  const future = known.filter((one) => isFromTheFuture(one, now) && !damaged.has(one.id)).reverse()
  const stamps = new Map([...(await surveyRoot(bundledRecord())).known, ...known].map(({ id, created }) => [id, created]))
  const successors = new Map<string, string>()
  for (const one of future) {
    const parent = one.parent === null ? null : (successors.get(one.parent) ?? one.parent)
    const { id: _, schemaVersion: __, ...content } = one
    const created = stampAfter(parent === null ? undefined : stamps.get(parent), now)
    const manifest = await manifestWithId({ ...content, parent, created })
    const directory = join(snapshotsIn(resolve(home)), manifest.id)
    await ensureDirectory(directory)
    await writeAtomically(join(directory, 'manifest.json'), printManifest(manifest))
    successors.set(one.id, manifest.id)
    stamps.set(manifest.id, created)
  }
  const damagedOnes = [...damaged].map((id) => ({ id, created: known.find((one) => one.id === id)?.created ?? null }))
  // the newest first: what is left in the chain after a kill still has its ancestors
  const aside: readonly Pick<SetAside, 'id' | 'created'>[] = [...damagedOnes, ...future.reverse()]
  return Promise.all(aside.map(({ id, created }) => moved(home, id, created, successors.get(id) ?? null)))
}

/** Midnight of today, or a millisecond after the parent if that is later. A day is exact enough for `--as-of`, and the same all day. */
function stampAfter(parent: string | undefined, now: string): string {
  const midnight = Date.parse(now.slice(0, 10))
  return new Date(parent === undefined ? midnight : Math.max(midnight, Date.parse(parent) + 1)).toISOString()
}

async function moved(home: string, id: string, created: string | null, by: string | null): Promise<SetAside> {
  const to = join(setAsideFolder(home), id)
  await ensureDirectory(setAsideFolder(home))
  await rename(join(snapshotsIn(resolve(home)), id), to)
  return { id, created, to, by }
}
