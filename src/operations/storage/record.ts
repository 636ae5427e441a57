import { VisavisError } from '../../errors.ts'
import {
  dayOfAnswers,
  type FoundSnapshot,
  findSnapshot,
  listSnapshots,
  type Manifest,
  openSnapshot,
  type Snapshot,
} from '../../store/index.ts'
import { readManifest } from '../../store/verify.ts'
import type { Context, Input } from '../request/operation.ts'
import { periodEnd } from '../request/period.ts'
import type { RecordCache } from '../request/record-cache.ts'

/** Opens the requested record, calls `use` with it, and closes it in any case. If the caller has a cache, the record stays open in it. */
export async function withRecord<T>(input: Input, context: Context, use: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const { directory, why, unexpected } = await findRecord(input, context)
  if (unexpected) context.warn?.(`This rests on ${why}.`, 'record')
  const useDated = async (snapshot: Snapshot): Promise<T> => use(await withHonestDay(snapshot, context))
  if (context.records !== undefined) return withCached(directory, context.records, useDated)
  const snapshot = await openSnapshot(directory)
  try {
    return await useDated(snapshot)
  } finally {
    snapshot.close()
  }
}

/** Snapshots with another day than their stamp, by that day; kept, since what is worked out of a snapshot is kept by its object. */
const redated = new WeakMap<Snapshot, Map<string, Snapshot>>()

/** Returns the snapshot as its answers are dated: one that is stamped in the future has the day of `dayOfAnswers`. */
async function withHonestDay(snapshot: Snapshot, context: Pick<Context, 'today'>): Promise<Snapshot> {
  const { day } = await dayOfAnswers(snapshot.manifest, context.today)
  if (day === snapshot.manifest.created.slice(0, 10)) return snapshot
  const byDay = redated.get(snapshot) ?? new Map<string, Snapshot>()
  redated.set(snapshot, byDay)
  const dated = byDay.get(day) ?? { ...snapshot, manifest: { ...snapshot.manifest, created: day } }
  byDay.set(day, dated)
  return dated
}

/**
 * Calls `use` with a record from the cache. After an unexpected error the record is dropped, and its files are checked by opening them anew: if
 * they are gone or corrupt, that error is thrown instead.
 */
async function withCached<T>(directory: string, records: RecordCache, use: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const snapshot = await records.open(directory)
  try {
    return await use(snapshot)
  } catch (cause) {
    if (cause instanceof VisavisError && cause.code !== 'Internal') throw cause
    records.drop(directory)
    const again = await openSnapshot(directory)
    again.close()
    throw cause
  }
}

/** Finds the directory of the requested record, and says why it was selected. */
export async function findRecord(input: Input, context: Pick<Context, 'env' | 'today' | 'record'>): Promise<FoundSnapshot> {
  const asked = input['snapshot'] as string | undefined
  if (asked === undefined && input['asOf'] === undefined && context.record !== undefined) return context.record
  const asOf = asOfDay(input, context)
  return withDoubt(await findSnapshot({ snapshot: asked, asOf: asked === undefined ? asOf : undefined, env: context.env }), context.today)
}

/** Adds what is in doubt about the day of a record to the reason why it was selected. */
export async function withDoubt(found: FoundSnapshot, today: string): Promise<FoundSnapshot> {
  const manifest = await manifestOf(found.directory).catch(() => undefined)
  const { doubt } = manifest === undefined ? {} : await dayOfAnswers(manifest, today)
  return doubt === undefined ? found : { ...found, why: `${found.why}; ${doubt}`, unexpected: true }
}

function asOfDay(input: Input, context: Pick<Context, 'today'>): string | undefined {
  const asOf = input['asOf'] as string | undefined
  if (asOf === undefined) return undefined
  const day = periodEnd(asOf)
  if (day.slice(0, 4) > context.today.slice(0, 4)) {
    throw new VisavisError('BadDate', `--as-of ${asOf} lies in the future (today is ${context.today})`, {
      hint: `--as-of ${context.today}`,
    })
  }
  return day
}

/** Returns the last day of data to use: the end of the window, the as-of day or the day of the record, whichever is earliest. */
export function lastDayFor(input: Input, context: Context, snapshot: Snapshot, to: string | undefined): string {
  const created = snapshot.manifest.created.slice(0, 10)
  return [to, asOfDay(input, context), created].filter((day) => day !== undefined).sort()[0]!
}

/** Reads the manifest of the record in a directory. */
export async function manifestOf(directory: string): Promise<Manifest> {
  const [newest] = await listSnapshots(directory)
  return newest ?? readManifest(directory)
}
