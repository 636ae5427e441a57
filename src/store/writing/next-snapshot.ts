import { rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { VisavisError } from '../../errors.ts'
import type { Manifest } from '../manifest.ts'
import { endsOf } from '../order.ts'
import { bundledRecord, findSnapshot, storeHome } from '../places.ts'
import { openSnapshot, type Snapshot, survey } from '../snapshot.ts'
import { readManifest, snapshotDirectories, snapshotsIn } from '../verify.ts'
import { type Edition, replaceSources } from './replace-sources.ts'
import { inTurn, type Waiting } from './writers.ts'

/** Who adds to a store, and when. */
export interface NextRequest extends Waiting {
  /** Into which snapshot, by id or path; the newest unless given. */
  readonly into?: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  /** UTC instant by the clock of this machine. */
  readonly now: string
  /** Told what the user must know of the snapshot that is added to, and of the clock. */
  readonly warn?: ((text: string) => void) | undefined
}

/** What an edition is put together with. */
export interface Building {
  readonly home: string
  readonly parent: Snapshot
  /** Writes the new snapshot: the parent's, with the edition's sources in place of its own. */
  write(edition: Omit<Edition, 'created' | 'stillWanted'>): Promise<Manifest>
}

/** So often the work is done again where another writer was quicker. */
const tries = 5
/** A clock that is so much further than all that was ever stamped is told of: it may be right, but is seldom. */
const longAgo = 366 * 86_400_000
/** Clocks of two machines differ by as much. */
const slack = 60_000

/** Another writer made a snapshot meanwhile, so that this one would not have it. */
class Overtaken extends Error {}

/**
 * Makes the next snapshot of the user's store. Every `add` and `pull` goes through here, from whichever door.
 *
 * Writers take turns (`inTurn`). Right before the manifest is written, and once more after it, the ends of the chain are looked at: should another have written all the same (one that was
 * stopped for so long that it was taken for gone), the work is done again on top of that. So a snapshot that was said to be made is below every later one.
 *
 * The stamp is the instant given, or a millisecond after the latest stamp in the store where the clock is behind that: stamps go up along the chain, whatever the clock does.
 *
 * @param make   reads and puts together; it may be called more than once
 * @throws VisavisError as finding, opening and writing do; CannotWrite where the wait is too long or others were quicker five times; Interrupted where the signal is raised before the
 *   manifest is written
 */
export async function nextSnapshot<T>(request: NextRequest, make: (building: Building) => Promise<T>): Promise<T> {
  const home = storeHome(request.env)
  const began = performance.now()
  for (let n = 0; n < tries; n++) {
    try {
      return await inTurn(home, () => madeOnNewest(request, home, began, make), request)
    } catch (cause) {
      if (!(cause instanceof Overtaken)) throw cause
    }
  }
  throw new VisavisError('CannotWrite', `others were quicker ${tries} times in writing to ${home}; nothing was changed`, {
    hint: 'run it again when they are done',
  })
}

async function madeOnNewest<T>(request: NextRequest, home: string, began: number, make: (building: Building) => Promise<T>): Promise<T> {
  const known = new Map((await survey(home)).known.map((manifest) => [manifest.id, manifest]))
  const before = idsOfEnds(known)
  const { directory, why, unexpected } = await findSnapshot({ snapshot: request.into, env: request.env })
  const parent = await openSnapshot(directory)
  try {
    const created = await stampFor(request, [...known.values(), parent.manifest], performance.now() - began)
    if (unexpected) request.warn?.(`This goes into ${why}.`)
    const write: Building['write'] = async (edition) => {
      const stillWanted = async (): Promise<void> => stillNewest(request, before, await endsIn(home, known))
      const manifest = await replaceSources(home, parent, { ...edition, created, stillWanted })
      if (isOnlyAddition(manifest, before, await endsIn(home, known))) return manifest
      // of which nobody was told yet: it makes room for what was there first
      await rm(join(snapshotsIn(resolve(home)), manifest.id), { recursive: true, force: true })
      throw new Overtaken()
    }
    return await make({ home, parent, write })
  } finally {
    parent.close()
  }
}

function idsOfEnds(manifests: ReadonlyMap<string, Manifest>): Set<string> {
  return new Set(endsOf([...manifests.values()]).map(({ id }) => id))
}

/** The ends as they are now. A snapshot never changes, so only those that are new are read. */
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
  if (!isSame(before, now)) throw new Overtaken()
}

/** Between the look at the ends and the writing there is a moment in which another may have written. */
function isOnlyAddition({ id, parent }: Manifest, before: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return isSame(new Set([...before, id].filter((one) => one !== parent)), now)
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id))
}

/** Not before anything in the store; a clock that cannot be right is told of. */
async function stampFor({ now, warn }: NextRequest, there: readonly Manifest[], waited: number): Promise<string> {
  const own = latestOf(there)
  const known = Math.max(own, latestOf((await survey(bundledRecord())).known))
  const [given, clock] = [Date.parse(now), Date.parse(now) + waited]
  const stamp = new Date(Math.max(given, own + 1)).toISOString()
  if (clock + slack < known) {
    const to = given > own ? 'It is stamped so all the same' : `It is stamped ${stamp}, after all that is there`
    warn?.(
      `The clock of this machine says ${now}, but a record at hand is of ${new Date(known).toISOString()}. ${to}; --as-of goes by stamps. Set the clock right.`,
    )
  } else if (clock - known > longAgo) {
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
