import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { VisavisError } from '../errors.ts'
import type { Manifest } from './manifest.ts'
import { packageFile } from './package-files.ts'
import { newestOf, type RootSurvey, surveyRoot } from './snapshot.ts'
import { chainEnds, type UnmergedBranch, unmergedBranches } from './snapshot-order.ts'
import { snapshotsIn } from './verify.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Which snapshot a user asks for; the newest if neither `snapshot` nor `asOf` is given. */
export interface SnapshotRequest {
  /** An id, the beginning of an id (at least four digits), or a path with a slash: to a snapshot's directory or manifest, or to a root of snapshots. */
  readonly snapshot?: string | undefined
  /** `YYYY-MM-DD`: the newest snapshot created on that day or before. */
  readonly asOf?: string | undefined
  readonly env?: Environment | undefined
}

/** The directory of the chosen snapshot, and a sentence that says why it was chosen. */
export interface FoundSnapshot {
  readonly directory: string
  readonly why: string
  /** Set if the choice may surprise: the snapshot is younger than the day asked for, or others are damaged, or others hold sources that it lacks. */
  readonly unexpected?: boolean
}

/**
 * Returns the user's own root of snapshots, which need not exist: `VISAVIS_HOME`, or the platform's folder for data. That is `$XDG_DATA_HOME/visavis`, else
 * `~/.local/share/visavis`; on macOS `~/Library/Application Support/visavis`, on Windows `%LOCALAPPDATA%\visavis`. A relative XDG path is ignored, as XDG
 * requires.
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

/**
 * Returns the root of the records that workers fetched. They are found by their id alone: none of them is ever the newest of the user's store.
 *
 * @example fetchedRecords({ VISAVIS_HOME: '/srv/visavis' })   // '/srv/visavis/fetched'
 */
export function fetchedRecords(env: Environment = process.env): string {
  return join(storeHome(env), 'fetched')
}

/** Returns the root of the snapshot that comes with the package. */
export function bundledRecord(): string {
  return packageFile('data/record')
}

/**
 * Finds the snapshot to use. By id or path: that snapshot. By day: the user's newest snapshot created on that day or before. Without a request: the user's
 * newest snapshot. If the user has none, the bundled record is used; if it is younger than the day, `why` says so. The newest snapshot is the one from which no
 * other was made; if there are several, `newestFirst` decides.
 *
 * @throws NoSnapshot (the hint lists the newest ids), TornSnapshot if the newest is damaged, BadDate, UnreadableHome, or Usage if the beginning of an id is
 *   ambiguous or both an id and a day are given
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

/** How many of the newest ids a hint lists. */
const listed = 5

async function byId(id: string, env: Environment): Promise<FoundSnapshot> {
  const places = await Promise.all([storeHome(env), bundledRecord(), fetchedRecords(env)].map(everyIn))
  // the same id is the same record: an intact copy comes before a damaged one, wherever it is
  const all = [...places.flatMap(({ whole }) => whole), ...places.flatMap(({ torn }) => torn)]
  const matching = all.filter((candidate) => candidate.id === id || (/^[0-9a-f]{4,}$/.test(id) && candidate.id.startsWith(id)))
  const ids = [...new Set(matching.map((candidate) => candidate.id))]
  if (ids.length > 1) throw new VisavisError('Usage', `${id} begins ${ids.length} snapshots: ${ids.join(', ')}`)
  if (matching[0] !== undefined) return { directory: matching[0].directory, why: `snapshot ${ids[0]}, as asked` }
  const known = [...new Set(all.map((candidate) => candidate.id))]
  const more = known.length > listed ? `, or one of ${known.length - listed} more` : ''
  const hint =
    known.length === 0 ? 'leave --snapshot away to use the bundled record' : `--snapshot ${known.slice(0, listed).join(', or ')}${more}`
  throw new VisavisError('NoSnapshot', `there is no snapshot ${id} in ${storeHome(env)} or in the bundled record`, { hint })
}

/**
 * Lists every snapshot under a root, including damaged ones: a user who asks for a damaged snapshot should learn what is wrong, not that there is none.
 */
async function everyIn(root: string): Promise<Record<'whole' | 'torn', { id: string; directory: string }[]>> {
  const { whole, torn } = await surveyRoot(root)
  return {
    whole: whole.map(({ id }) => ({ id, directory: join(snapshotsIn(root), id) })),
    torn: torn.map(({ directory }) => ({ id: directory.slice(-16), directory })),
  }
}

async function newest(asOf: string | undefined, env: Environment): Promise<FoundSnapshot> {
  const home = storeHome(env)
  const own = await surveyRoot(home)
  const isInTime = (manifest: Manifest): boolean => asOf === undefined || dayOf(manifest) <= asOf
  const chosen = newestOf(own, isInTime)
  if (chosen === undefined) return fallback(asOf, own, await surveyRoot(bundledRecord()))
  const what = asOf === undefined ? `the newest of ${own.whole.length} in ${home}` : `the newest in ${home} created by ${asOf}`
  const beside = await besideTexts(chosen, chainEnds(own.known.filter(isInTime)), own)
  const why = [`${what}, created ${dayOf(chosen)}`, ...tornText(own), ...beside].join('; ')
  return { directory: join(snapshotsIn(home), chosen.id), why, unexpected: own.torn.length > 0 || beside.length > 0 }
}

function tornText({ torn }: RootSurvey): string[] {
  return torn.length === 0 ? [] : [`${torn.length} torn left out: ${torn.map(({ directory }) => directory.slice(-16)).join(', ')}`]
}

async function besideTexts(chosen: Manifest, ends: readonly Manifest[], { root, known }: RootSurvey): Promise<string[]> {
  if (ends.length < 2) return []
  const { known: bundled } = await surveyRoot(bundledRecord())
  return unmergedBranches(chosen, ends, [...known, ...bundled]).map((one) => besideText(one, root))
}

function besideText({ id, sources }: UnmergedBranch, home: string): string {
  const which = `what ${id} brought of ${sources.join(', ')} is not in it, as that was made beside it and not before it`
  return `${which} (add those files again, name it by --snapshot ${id}, or, where it is not wanted, remove ${join(snapshotsIn(home), id)})`
}

function fallback(asOf: string | undefined, { root: home, whole: ofHome }: RootSurvey, bundled: RootSurvey): FoundSnapshot {
  const why = asOf !== undefined && ofHome.length > 0 ? `${home} has no snapshot created by ${asOf}` : `${home} has no snapshot`
  const record = bundled.whole[0]
  if (record === undefined && bundled.torn.length === 0) {
    throw new VisavisError('NoSnapshot', `${why}, and the bundled record is missing from ${bundled.root}`, {
      hint: 'install visavis again',
    })
  }
  // a damaged record is returned too, since opening it reports the fault
  if (record === undefined) return { directory: bundled.torn[0]!.directory, why: `the bundled record: ${why}` }
  const younger =
    asOf !== undefined && dayOf(record) > asOf ? `; it was made after ${asOf}, on ${dayOf(record)}, so it may hold later revisions` : ''
  return {
    directory: join(snapshotsIn(bundled.root), record.id),
    why: `the bundled record of ${dayOf(record)}: ${why}${younger}`,
    unexpected: younger !== '',
  }
}

function dayOf(manifest: Manifest): string {
  return manifest.created.slice(0, 10)
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The day of a snapshot's answers, and a sentence where it differs from the stamp or is far from the data. */
export interface SnapshotDay {
  readonly day: string
  readonly doubt?: string
}

const dayLength = 86_400_000
/** An answer may be this many days after the newest datum of its record without a warning. */
const mostDaysAfterData = 366

/**
 * Returns the day of a snapshot's answers: the day of its stamp. If the stamp is after today, a clock was wrong when it was made, or is wrong now. The day is then
 * today, but not before the record that comes with the package was made, since a clock that is behind that is wrong.
 */
export async function dayOfAnswers(manifest: Manifest, today: string): Promise<SnapshotDay> {
  const stamped = manifest.created.slice(0, 10)
  if (daysBetween(today, stamped) > 1) {
    const bundled = (await surveyRoot(bundledRecord())).known.map(({ created }) => created.slice(0, 10)).filter((day) => day <= stamped)
    const day = [today, ...bundled].sort().at(-1)!
    if (day < stamped) return { day, doubt: futureText(manifest, stamped, day) }
  }
  const newest = newestDatum(manifest, stamped)
  if (newest === undefined || daysBetween(newest, stamped) <= mostDaysAfterData) return { day: stamped }
  return { day: stamped, doubt: `its newest data are of ${newest}, and it is stamped ${stamped}` }
}

function futureText({ id }: Manifest, stamped: string, day: string): string {
  return (
    `${id} is stamped ${stamped}, in the future, as the clock was wrong when it was made; its answers are as of ${day} ` +
    '(to give it an honest stamp: visavis verify --set-aside)'
  )
}

/** The last day that a source covers, forecasts beyond the stamp left out. */
function newestDatum({ sources }: Manifest, stamped: string): string | undefined {
  return sources
    .flatMap(({ coverage }) => coverage.map(({ to }) => to))
    .filter((to) => to <= stamped)
    .sort()
    .at(-1)
}

/** Whether a snapshot is stamped later than the clock, which two machines may tell a minute apart. */
export function isFromTheFuture({ created }: Manifest, now: string): boolean {
  return Date.parse(created) > Date.parse(now) + 60_000
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
}
