import { createHash } from 'node:crypto'
import { readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureDirectory, flush, removeOldTemporaries, sha256Of, writeAtomically } from '../../store/disk.ts'

/** The metadata of an answer that the cache keeps beside the bytes. */
export interface CachedDownload {
  readonly url: string
  /** The address after all redirects. */
  readonly finalUrl: string
  readonly etag: string | null
  readonly lastModified: string | null
  readonly contentType: string | null
  /** SHA-256 of the unpacked content. */
  readonly sha256: string
  readonly bytes: number
  /** When the bytes were fetched. `checked`: when the provider last confirmed that there are no newer ones. Both are ISO 8601, UTC. */
  readonly fetched: string
  readonly checked: string
}

/** The folders of a cache: answers by address, contents by hash, partial downloads. */
export interface CacheFolders {
  readonly answers: string
  readonly contents: string
  readonly parts: string
}

export async function cacheFoldersIn(cacheDir: string): Promise<CacheFolders> {
  const folders = { answers: join(cacheDir, 'answers'), contents: join(cacheDir, 'contents'), parts: join(cacheDir, 'parts') }
  for (const folder of Object.values(folders)) await ensureDirectory(folder)
  await removeOldTemporaries(folders.contents)
  return folders
}

/** Returns the cache key of an address and of the `Accept` header sent with it. */
export function cacheKey(url: string, accept: string): string {
  return createHash('sha256').update(`${accept}\n${url}`).digest('hex').slice(0, 32)
}

export function contentPath(folders: CacheFolders, sha256: string): string {
  return join(folders.contents, sha256)
}

/** Returns the answer that is cached under a key; undefined if there is none, or if its bytes are missing or changed. */
export async function cachedAnswer(folders: CacheFolders, key: string): Promise<CachedDownload | undefined> {
  try {
    const kept = JSON.parse(await readFile(join(folders.answers, `${key}.json`), 'utf8')) as CachedDownload
    const path = contentPath(folders, kept.sha256)
    return (await stat(path)).size === kept.bytes && (await sha256Of(path)) === kept.sha256 ? kept : undefined
  } catch {
    return undefined
  }
}

/**
 * Stores a finished file under its hash, then the answer under its key. In this order an answer in the cache always has its content.
 *
 * @param key   undefined: the answer is not stored, since the content is moved away
 */
export async function storeDownload(
  folders: CacheFolders,
  key: string | undefined,
  temporary: string,
  kept: CachedDownload,
): Promise<void> {
  await rename(temporary, contentPath(folders, kept.sha256))
  if (key === undefined) return
  await flush(folders.contents)
  await storeAnswer(folders, key, kept)
}

export async function storeAnswer(folders: CacheFolders, key: string, kept: CachedDownload): Promise<void> {
  await writeAtomically(join(folders.answers, `${key}.json`), `${JSON.stringify(kept, null, 2)}\n`)
}
