import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { VisavisError } from '../errors.ts'
import { sha256Of } from './disk.ts'
import { type Manifest, parseManifest } from './manifest.ts'

/** A difference between a snapshot's files and its manifest. */
export interface IntegrityProblem {
  /** Full path of the file. */
  readonly file: string
  readonly what: string
}

/** Returns the directory that holds a root's snapshots; each snapshot is a directory named by its id. */
export function snapshotsIn(root: string): string {
  return join(root, 'snapshots')
}

/** Returns the root that a snapshot's directory belongs to. */
export function rootOf(directory: string): string {
  return dirname(dirname(resolve(directory)))
}

/**
 * Reads and checks the manifest in a snapshot's directory.
 *
 * @throws NoSnapshot if there is no manifest, TornSnapshot if it is cut off, altered or of another snapshot, UnreadableHome if it cannot be read
 */
export async function readManifest(directory: string): Promise<Manifest> {
  const file = join(directory, 'manifest.json')
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new VisavisError('NoSnapshot', `there is no snapshot in ${directory}`, { cause })
    if (cause.code === 'EISDIR') throw tornSnapshotError(directory, [{ file, what: 'is a directory' }])
    throw unreadable(file, cause)
  })
  const manifest = await parsedOnce(text)
  if (typeof manifest === 'string') throw tornSnapshotError(directory, [{ file, what: manifest }])
  if (manifest.id !== basename(resolve(directory)))
    throw tornSnapshotError(directory, [{ file, what: `is the manifest of snapshot ${manifest.id}` }])
  return manifest
}

/** Manifests by their text, the newest last: a server finds the same few for each question, and checking one takes two milliseconds. */
const parsed = new Map<string, ReturnType<typeof parseManifest>>()
const mostParsed = 4

function parsedOnce(text: string): ReturnType<typeof parseManifest> {
  const manifest = parsed.get(text) ?? parseManifest(text)
  parsed.delete(text)
  parsed.set(text, manifest)
  if (parsed.size > mostParsed) parsed.delete(parsed.keys().next().value as string)
  return manifest
}

/** Finds the parts that are missing, that are not files, or whose size differs from the manifest; with `hash`, also those whose bytes differ. */
export async function partProblems(root: string, manifest: Manifest, depth: 'size' | 'hash'): Promise<IntegrityProblem[]> {
  const parts = Object.values(manifest.tables).flat()
  const found = await Promise.all(
    parts.map(async (part): Promise<IntegrityProblem | undefined> => {
      const file = join(root, part.file)
      const what = (await sizeProblem(file, part.bytes)) ?? (depth === 'hash' ? await hashProblem(file, part.sha256) : undefined)
      return what === undefined ? undefined : { file, what }
    }),
  )
  return found.filter((problem) => problem !== undefined)
}

/**
 * Returns every fault of a snapshot, from its manifest to the SHA-256 of every part; an empty list if it is intact. Every byte of the snapshot is read.
 *
 * @throws NoSnapshot if there is none, UnreadableHome if it cannot be read
 */
export async function verifySnapshot(directory: string): Promise<readonly IntegrityProblem[]> {
  try {
    return await partProblems(rootOf(directory), await readManifest(directory), 'hash')
  } catch (error) {
    if (error instanceof TornSnapshotError) return error.problems
    throw error
  }
}

/** Lists the directories under a root that have the name of a snapshot, intact or not; none if the root does not exist. */
export async function snapshotDirectories(root: string): Promise<string[]> {
  const directory = snapshotsIn(root)
  const reading = readdir(directory, { withFileTypes: true })
  const entries = await reading.catch(async (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw unreadable(cause.code === 'ENOTDIR' ? root : directory, cause)
    await checkRoot(root)
    return []
  })
  return entries.filter((entry) => entry.isDirectory() && /^[0-9a-f]{16}$/.test(entry.name)).map((entry) => join(directory, entry.name))
}

/** Throws if a file is at the path of a root, which Windows does not report by itself. A root that does not exist is not an error. */
async function checkRoot(root: string): Promise<void> {
  const found = await stat(root).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw unreadable(root, cause)
  })
  if (found !== undefined && !found.isDirectory()) throw unreadable(root, Object.assign(new Error(), { code: 'ENOTDIR' }))
}

class TornSnapshotError extends VisavisError {
  readonly problems: readonly IntegrityProblem[]
  constructor(directory: string, problems: readonly IntegrityProblem[], mend: string | undefined) {
    const { file, what } = problems[0]!
    const others = problems.length === 1 ? '' : `, and ${problems.length - 1} more`
    const hint = mend ?? `restore that file from a copy, or move ${resolve(directory)} away and use another snapshot (--snapshot ID)`
    super('TornSnapshot', `${file} ${what}${others}`, { hint })
    this.problems = problems
  }
}

/** Makes the error for a damaged snapshot, with the first fault and the remedy. */
export function tornSnapshotError(directory: string, problems: readonly IntegrityProblem[], mend?: string): VisavisError {
  return new TornSnapshotError(directory, problems, mend)
}

/** Returns the faults that an error about a snapshot reports. */
export function problemsOf(error: VisavisError, directory: string): readonly IntegrityProblem[] {
  return error instanceof TornSnapshotError ? error.problems : [{ file: directory, what: error.message }]
}

function unreadable(path: string, cause: NodeJS.ErrnoException): VisavisError {
  const why: Record<string, string> = { ENOTDIR: 'it is not a directory', EACCES: 'permission denied', EPERM: 'permission denied' }
  const hint = 'set VISAVIS_HOME to a directory you may read, or unset it'
  return new VisavisError('UnreadableHome', `cannot read ${path}: ${why[cause.code ?? ''] ?? cause.message}`, { hint, cause })
}

async function sizeProblem(file: string, bytes: number): Promise<string | undefined> {
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => cause)
  if (found instanceof Error) return found.code === 'ENOENT' ? 'is missing' : `cannot be read (${found.code})`
  if (!found.isFile()) return 'is not a file'
  return found.size === bytes ? undefined : `has ${found.size} bytes instead of ${bytes}`
}

async function hashProblem(file: string, sha256: string): Promise<string | undefined> {
  const actual = await sha256Of(file).catch((cause: NodeJS.ErrnoException) => cause)
  if (actual instanceof Error) return `cannot be read (${actual.code})`
  return actual === sha256 ? undefined : `was altered: its SHA-256 is ${actual.slice(0, 16)}…, not ${sha256.slice(0, 16)}…`
}
