import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VisavisError } from '../errors.ts'
import type { Manifest } from './manifest.ts'
import { survey } from './snapshot.ts'
import { snapshotsIn } from './verify.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What a user asked for; nothing asked means the newest. */
export interface SnapshotRequest {
  /** An id, the beginning of one (four digits or more), or a path to a snapshot (its directory or its manifest) or to a root; a path has a slash in it. */
  readonly snapshot?: string | undefined
  /** `YYYY-MM-DD`: the newest snapshot created on that day or before. */
  readonly asOf?: string | undefined
  readonly env?: Environment | undefined
}

/** A snapshot chosen, and a sentence that says why this one. */
export interface FoundSnapshot {
  readonly directory: string
  readonly why: string
  /** It is not what one would expect of the question: younger than the day asked for, or others were left out that are torn. */
  readonly unexpected?: boolean
}

/**
 * The user's own root of snapshots: `VISAVIS_HOME`, or the platform's place for data: `$XDG_DATA_HOME/visavis`, else `~/.local/share/visavis`; on macOS
 * `~/Library/Application Support/visavis`, on Windows `%LOCALAPPDATA%\visavis`. It need not exist. An XDG path that is not absolute is ignored, as XDG says.
 *
 * @example storeHome({ VISAVIS_HOME: '/srv/visavis' })   // '/srv/visavis'
 * @example storeHome({ XDG_DATA_HOME: '/home/a/data' })   // '/home/a/data/visavis'
 */
export function storeHome(env: Environment = process.env): string {
  if (env.VISAVIS_HOME) return resolve(env.VISAVIS_HOME)
  if (env.XDG_DATA_HOME && isAbsolute(env.XDG_DATA_HOME)) return join(env.XDG_DATA_HOME, 'visavis')
  const home = env.HOME || homedir()
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'visavis')
  if (process.platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'visavis')
  return join(home, '.local', 'share', 'visavis')
}

/** The root that comes with the package, from the sources and from the built files alike: both lie two directories below it. */
export function bundledRecord(): string {
  return fileURLToPath(new URL('../../data/record', import.meta.url))
}

/**
 * The snapshot to use: the one asked for by id or path; as of a day, the newest of the home created by then, else the bundled record (which may be younger: `why`
 * says so); else the newest of the home, else the bundled record.
 *
 * Throws NoSnapshot (its hint lists the newest ids that exist), BadDate, Usage where an id's beginning is ambiguous, or both ways of asking are used, UnreadableHome.
 */
export async function findSnapshot(request: SnapshotRequest = {}): Promise<FoundSnapshot> {
  const { snapshot, asOf, env = process.env } = request
  if (snapshot !== undefined && asOf !== undefined)
    throw new VisavisError('Usage', 'a snapshot is asked for by id and by date: give one of the two')
  if (snapshot !== undefined) return /[/\\]/.test(snapshot) ? atPath(snapshot) : byId(snapshot, env)
  if (asOf !== undefined && !isDay(asOf))
    throw new VisavisError('BadDate', `${asOf} is not a day of the calendar`, { hint: '--as-of 2026-06-30' })
  return newest(asOf, env)
}

async function atPath(path: string): Promise<FoundSnapshot> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new VisavisError('NoSnapshot', `there is nothing at ${path}`)
  return { directory: found.isFile() ? dirname(resolve(path)) : resolve(path), why: `the snapshot at ${path}` }
}

/** How many ids a hint names, the newest. */
const listed = 5

async function byId(id: string, env: Environment): Promise<FoundSnapshot> {
  const places = await Promise.all([storeHome(env), bundledRecord()].map(everyIn))
  const all = places.flat()
  const matching = all.filter((candidate) => candidate.id === id || (/^[0-9a-f]{4,}$/.test(id) && candidate.id.startsWith(id)))
  const ids = [...new Set(matching.map((candidate) => candidate.id))]
  if (ids.length > 1) throw new VisavisError('Usage', `${id} begins ${ids.length} snapshots: ${ids.join(', ')}`)
  if (matching[0] !== undefined) return { directory: matching[0].directory, why: `snapshot ${ids[0]}, as asked` }
  const known = all.map((candidate) => candidate.id)
  const more = known.length > listed ? `, or one of ${known.length - listed} more` : ''
  const hint =
    known.length === 0 ? 'leave --snapshot away to use the bundled record' : `--snapshot ${known.slice(0, listed).join(', or ')}${more}`
  throw new VisavisError('NoSnapshot', `there is no snapshot ${id} in ${storeHome(env)} or in the bundled record`, { hint })
}

/** Torn ones too: who asks for one of them should learn what is wrong with it, not that it does not exist. */
async function everyIn(root: string): Promise<{ id: string; directory: string }[]> {
  const { whole, torn } = await survey(root)
  const directories = [...whole.map((manifest) => join(snapshotsIn(root), manifest.id)), ...torn]
  return directories.map((directory) => ({ id: directory.slice(-16), directory }))
}

async function newest(asOf: string | undefined, env: Environment): Promise<FoundSnapshot> {
  const home = storeHome(env)
  const { whole, torn } = await survey(home)
  const chosen = whole.find((manifest) => asOf === undefined || dayOf(manifest) <= asOf)
  const warning = torn.length === 0 ? '' : `; ${torn.length} torn left out: ${torn.map((directory) => directory.slice(-16)).join(', ')}`
  if (chosen === undefined) return fallback(asOf, whole.length, home, warning)
  const why = asOf === undefined ? `the newest of ${whole.length} in ${home}` : `the newest in ${home} created by ${asOf}`
  return { directory: join(snapshotsIn(home), chosen.id), why: `${why}, created ${dayOf(chosen)}${warning}`, unexpected: torn.length > 0 }
}

async function fallback(asOf: string | undefined, inHome: number, home: string, warning: string): Promise<FoundSnapshot> {
  const { whole, torn } = await survey(bundledRecord())
  const record = whole[0]
  const why = asOf !== undefined && inHome > 0 ? `${home} has no snapshot created by ${asOf}` : `${home} has no snapshot`
  if (record === undefined && torn.length === 0) {
    throw new VisavisError('NoSnapshot', `${why}, and the bundled record is missing from ${bundledRecord()}`, {
      hint: 'install visavis again',
    })
  }
  // a torn record is handed over too: opening it says what is wrong with it
  if (record === undefined) return { directory: torn[0]!, why: `the bundled record: ${why}${warning}` }
  const younger =
    asOf !== undefined && dayOf(record) > asOf ? `; it was made after ${asOf}, on ${dayOf(record)}, so it may hold later revisions` : ''
  return {
    directory: join(snapshotsIn(bundledRecord()), record.id),
    why: `the bundled record of ${dayOf(record)}: ${why}${younger}${warning}`,
    unexpected: younger !== '' || warning !== '',
  }
}

function dayOf(manifest: Manifest): string {
  return manifest.created.slice(0, 10)
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
