import { copyFile, link, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { ensureDirectory } from '../../store/disk.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Returns the folder of fetched files: `cache` in `VISAVIS_HOME`, or in the platform's folder for data that can be fetched again: `$XDG_CACHE_HOME/visavis`,
 * else `~/.cache/visavis`; on macOS `~/Library/Caches/visavis`, on Windows `%LOCALAPPDATA%\visavis\cache`.
 *
 * @example downloadCacheFolder({ VISAVIS_HOME: '/srv/visavis' })   // '/srv/visavis/cache'
 * @example downloadCacheFolder({ XDG_CACHE_HOME: '/home/a/cache' })   // '/home/a/cache/visavis'
 */
export function downloadCacheFolder(env: Environment): string {
  if (env['VISAVIS_HOME']) return join(resolve(env['VISAVIS_HOME']), 'cache')
  if (env['XDG_CACHE_HOME'] && isAbsolute(env['XDG_CACHE_HOME'])) return join(env['XDG_CACHE_HOME'], 'visavis')
  const home = env['HOME'] || homedir()
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'visavis')
  if (process.platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'visavis', 'cache')
  return join(home, '.cache', 'visavis')
}

/** Prefix of temporary folders, in which cached files have the names that readers expect, as long as they are read. */
const prefix = 'named-'
const dayMs = 24 * 3600 * 1000

/**
 * Runs `use` with cached files under the names that a reader expects, then removes these names. Readers recognise files by their names, but the cache names
 * files by their hash.
 *
 * The names are hard links; the files are copied if the file system has none.
 */
export async function withReaderNames<T>(
  files: readonly { readonly path: string; readonly name: string }[],
  cacheDir: string,
  use: (paths: readonly string[]) => Promise<T>,
): Promise<T> {
  await ensureDirectory(cacheDir)
  await sweepNames(cacheDir)
  const folder = await mkdtemp(join(cacheDir, prefix))
  try {
    const paths: string[] = []
    for (const { path, name } of files) {
      const named = join(folder, name)
      await link(path, named).catch(() => copyFile(path, named))
      paths.push(named)
    }
    return await use(paths)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Removes the folders that killed processes left, if they are more than a day old. */
async function sweepNames(cacheDir: string): Promise<void> {
  for (const name of (await readdir(cacheDir)).filter((one) => one.startsWith(prefix))) {
    const found = await stat(join(cacheDir, name)).catch(() => undefined)
    if (found !== undefined && found.mtimeMs < Date.now() - dayMs) await rm(join(cacheDir, name), { recursive: true, force: true })
  }
}
