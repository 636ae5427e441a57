import { rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { VisavisError } from '../../errors.ts'
import { bundledRecord, findSnapshot, storeHome } from '../find-snapshot.ts'
import type { Manifest } from '../manifest.ts'
import { openSnapshot, type Snapshot, surveyRoot } from '../snapshot.ts'
import { chainEnds } from '../snapshot-order.ts'
import { readManifest, snapshotDirectories, snapshotsIn } from '../verify.ts'
import { type Edition, replaceSources } from './replace-sources.ts'
import { type WriterWait, withWriterTurn } from './writer-turns.ts'

/** A request to add to a store. */
export interface NextRequest extends WriterWait {
  /** The snapshot to add to, by id or path; the newest unless given. */
  readonly into?: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  /** The present instant in UTC, by the clock of this machine. */
  readonly now: string
  /** Called with warnings about the parent snapshot or the clock. */
  readonly warn?: ((text: string) => void) | undefined
}

/** The parent snapshot, and the function that writes its successor. */
export interface SnapshotBuild {
  readonly home: string
  readonly parent: Snapshot
  /** Writes the new snapshot: the parent's content with the sources of the edition replaced. */
  write(edition: Omit<Edition, 'created' | 'stillWanted'>): Promise<Manifest>
}

/** How many times the work is tried if other writers are faster. */
const tries = 5
/** If the clock is ahead of every stamp in the store by more than this (in milliseconds), the user is warned that the clock is probably wrong. */
const clockJump = 366 * 86_400_000
/** Tolerated difference between the clocks of two machines, in milliseconds. */
const clockSkew = 60_000

/** Thrown if another writer has made a snapshot in the meantime, which the new snapshot would not include. */
class OvertakenByWriter extends Error {}

/**
 * Makes the next snapshot of the user's store. The commands `add` and `pull` use this function in all interfaces.
 *
 * Writers take turns (`withWriterTurn`). But a writer that pauses too long is taken for dead, and may still write later. So the newest snapshots are read again
 * right before the manifest is written, and once more afterwards. If another writer has added a snapshot, the work is repeated on that one. So every snapshot
 * that is reported as made is an ancestor of all later ones.
 *
 * The new snapshot gets the given instant as its stamp. If the store already has a later stamp, it gets one a millisecond after that: stamps increase along
 * the chain, whatever the clock does.
 *
 * @param make   reads and merges the new content; it may be called more than once
 * @throws as finding, opening and writing do; CannotWrite if the wait is too long or others were faster five times; Interrupted if the signal is raised
 *   before the manifest is written
 */
export async function nextSnapshot<T>(request: NextRequest, make: (building: SnapshotBuild) => Promise<T>): Promise<T> {
  const home = storeHome(request.env)
  const began = performance.now()
  for (let n = 0; n < tries; n++) {
    try {
      return await withWriterTurn(home, () => madeOnNewest(request, home, began, make), request)
    } catch (cause) {
      if (!(cause instanceof OvertakenByWriter)) throw cause
    }
  }
  throw new VisavisError('CannotWrite', `others were quicker ${tries} times in writing to ${home}; nothing was changed`, {
    hint: 'run it again when they are done',
  })
}

async function madeOnNewest<T>(
  request: NextRequest,
  home: string,
  began: number,
  make: (building: SnapshotBuild) => Promise<T>,
): Promise<T> {
  const known = new Map((await surveyRoot(home)).known.map((manifest) => [manifest.id, manifest]))
  const before = idsOfEnds(known)
  const { directory, why, unexpected } = await findSnapshot({ snapshot: request.into, env: request.env })
  const parent = await openSnapshot(directory)
  try {
    const created = await stampFor(request, [...known.values(), parent.manifest], performance.now() - began)
    if (unexpected) request.warn?.(`This goes into ${why}.`)
    const write: SnapshotBuild['write'] = async (edition) => {
      const stillWanted = async (): Promise<void> => stillNewest(request, before, await endsIn(home, known))
      const manifest = await replaceSources(home, parent, { ...edition, created, stillWanted })
      if (isOnlyAddition(manifest, before, await endsIn(home, known))) return manifest
      // this snapshot has not been reported to anyone yet, and gives way to the one that was there first
      await rm(join(snapshotsIn(resolve(home)), manifest.id), { recursive: true, force: true })
      throw new OvertakenByWriter()
    }
    return await make({ home, parent, write })
  } finally {
    parent.close()
  }
}

function idsOfEnds(manifests: ReadonlyMap<string, Manifest>): Set<string> {
  return new Set(chainEnds([...manifests.values()]).map(({ id }) => id))
}

/** Returns the ids of the snapshots from which no other has been made so far. A snapshot never changes, so only those not in `known` are read. */
async function endsIn(home: string, known: ReadonlyMap<string, Manifest>): Promise<Set<string>> {
  const there = new Map<string, Manifest>()
  for (const directory of await snapshotDirectories(home)) {
    const manifest = known.get(basename(directory)) ?? (await readManifest(directory).catch(() => undefined))
    if (manifest !== undefined) there.set(manifest.id, manifest)
  }
  return idsOfEnds(there)
}

function stillNewest({ signal }: NextRequest, before: ReadonlySet<string>, now: ReadonlySet<string>): void {
  if (signal?.aborted) throw new VisavisError('Interrupted', 'called off before the snapshot was made; nothing was changed')
  if (!isSame(before, now)) throw new OvertakenByWriter()
}

/** Whether this writer's snapshot is the only new one; false if another writer has written since the last check. */
function isOnlyAddition({ id, parent }: Manifest, before: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return isSame(new Set([...before, id].filter((one) => one !== parent)), now)
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id))
}

/** Returns the stamp of the new snapshot, later than all in the store. Warns if the clock is likely to be wrong. */
async function stampFor({ now, warn }: NextRequest, there: readonly Manifest[], waited: number): Promise<string> {
  const own = latestOf(there)
  const known = Math.max(own, latestOf((await surveyRoot(bundledRecord())).known))
  const [given, clock] = [Date.parse(now), Date.parse(now) + waited]
  const stamp = new Date(Math.max(given, own + 1)).toISOString()
  if (clock + clockSkew < known) {
    const to = given > own ? 'It is stamped so all the same' : `It is stamped ${stamp}, after all that is there`
    warn?.(
      `The clock of this machine says ${now}, but a record at hand is of ${new Date(known).toISOString()}. ${to}; --as-of goes by stamps. Set the clock right.`,
    )
  } else if (clock - known > clockJump) {
    warn?.(
      `The clock of this machine says ${now}, and nothing at hand was made later than ${new Date(known).toISOString().slice(0, 10)}. If the clock is wrong, set it right: ` +
        'what is added from now on is stamped after this, and --as-of goes by stamps.',
    )
  }
  return stamp
}

function latestOf(manifests: readonly Manifest[]): number {
  return Math.max(...manifests.map(({ created }) => Date.parse(created)))
}
