import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, extname, isAbsolute, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { packageFile } from '../../store/package-files.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Size limit of the cache in bytes; beyond it the oldest files are removed. */
const largestCache = 600e6
const digestLength = 32

/**
 * Returns the cache folder of fits and downloads: `VISAVIS_CACHE` if set, then `$XDG_CACHE_HOME/visavis`, otherwise `~/.cache/visavis`, on
 * macOS `~/Library/Caches/visavis`, on Windows `%LOCALAPPDATA%\visavis\Cache`. Removing the folder loses nothing but time.
 *
 * @example cacheHome({ XDG_CACHE_HOME: '/home/a/cache' })   // '/home/a/cache/visavis'
 */
export function cacheHome(env: Environment): string {
  if (env['VISAVIS_CACHE']) return env['VISAVIS_CACHE']
  if (env['XDG_CACHE_HOME'] && isAbsolute(env['XDG_CACHE_HOME'])) return join(env['XDG_CACHE_HOME'], 'visavis')
  const home = env['HOME'] || homedir()
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'visavis')
  if (process.platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'visavis', 'Cache')
  return join(home, '.cache', 'visavis')
}

/**
 * Returns a cache key of two hashes: 16 digits for the request, then 32 digits for everything that its answer depends on: the request, `on`
 * (such as the snapshot), the estimation code and the version of Node.
 */
export async function fitKey(question: unknown, on: unknown): Promise<string> {
  const engine = [await engineDigest(), process.version]
  return `${hash(question).slice(0, 16)}-${hash([question, on, engine]).slice(0, 32)}`
}

/** Reads a cached value; undefined if there is none or the file is damaged. */
export async function readCachedFit<T>(env: Environment, name: string): Promise<T | undefined> {
  const bytes = await readFile(join(cacheHome(env), `${name}.fit`)).catch(() => undefined)
  if (bytes === undefined) return undefined
  const content = bytes.subarray(digestLength)
  if (!sha256(content).equals(bytes.subarray(0, digestLength))) return undefined
  try {
    return deserialize(content) as T
  } catch {
    return undefined
  }
}

/** Reads the newest cached value for a request, even if it was made from another snapshot or by other code. */
export async function readNewestFit<T>(env: Environment, question: unknown): Promise<T | undefined> {
  const start = `${hash(question).slice(0, 16)}-`
  for (const { name } of (await cachedFiles(cacheHome(env))).reverse().filter((file) => file.name.startsWith(start))) {
    const found = await readCachedFit<T>(env, name.slice(0, -extname(name).length))
    if (found !== undefined) return found
  }
  return undefined
}

/** Caches a value. A write error (full disk, no permission) is ignored, as the answer itself is unaffected. */
export async function cacheFit(env: Environment, name: string, value: unknown): Promise<void> {
  const folder = cacheHome(env)
  const beside = join(folder, `.writing-${randomBytes(8).toString('hex')}`)
  const content = serialize(value)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(beside, Buffer.concat([sha256(content), content]))
    await rename(beside, join(folder, `${name}.fit`))
    await removeOldest(folder)
  } catch {
    await rm(beside, { force: true }).catch(() => undefined)
  }
}

async function removeOldest(folder: string): Promise<void> {
  const files = await cachedFiles(folder)
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  for (const { name, bytes } of files.slice(0, -1)) {
    if (total <= largestCache) return
    await rm(join(folder, name), { force: true })
    total -= bytes
  }
}

/** Lists the cached fits, oldest first. */
async function cachedFiles(folder: string): Promise<{ name: string; bytes: number; written: number }[]> {
  const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => name.endsWith('.fit'))
  const files = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => undefined)
      return found === undefined ? [] : [{ name, bytes: found.size, written: found.mtimeMs }]
    }),
  )
  return files.flat().sort((a, b) => a.written - b.written || (a.name < b.name ? -1 : 1))
}

let engine: Promise<string> | undefined

/** Returns a digest of the estimation code, so that a fit made by other code is not reused. */
function engineDigest(): Promise<string> {
  engine ??= digestOfCode()
  return engine
}

async function digestOfCode(): Promise<string> {
  const all = createHash('sha256')
  const isBuilt = import.meta.url.endsWith('.js')
  // in the build all code is in one folder, and no file belongs to the estimation alone
  for (const folder of isBuilt ? ['dist/chunks'] : ['src/measures', 'src/numeric', 'src/assessments']) {
    const own = (await readdir(packageFile(folder), { recursive: true })).filter(
      (name) => /\.[jt]s$/.test(name) && (isBuilt || folder === 'src/numeric' || isEngine.test(basename(name))),
    )
    for (const name of own.sort()) all.update(name).update(await readFile(packageFile(join(folder, name))))
  }
  return all.digest('hex')
}

const isEngine = /^(ideal-point|resolution-links)/

function hash(value: unknown): string {
  return sha256(Buffer.from(JSON.stringify(value))).toString('hex')
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
