import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { VisavisError } from '../../errors.ts'
import type { FetchedFile } from '../../store/source-card.ts'
import type { Download, DownloadProgress, download } from '../download/download.ts'
import type { FileForm } from '../download/download-form-check.ts'
import { addressOf, type FetchableAddress, fetchableAddressOf } from './addresses.ts'
import type { FetchedProvenance } from './import-edition.ts'

/** Progress of fetching several files: the progress of the current file, and its place among them. */
export interface FileProgress extends DownloadProgress {
  /** The name under which the file will be read. */
  readonly name: string
  /** How many files were fetched before this one. */
  readonly before: number
}

/** What fetching files needs. `visavis pull` passes the real `download`; tests pass one that asks a local server. */
export interface FetchOptions {
  readonly download: typeof download
  readonly cacheDir: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The current day, `YYYY-MM-DD`. */
  readonly today: string
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: FileProgress) => void) | undefined
}

/** A file to fetch. */
export interface FileRequest {
  /** Id of the fetchable. */
  readonly fetchable: string
  readonly values: Readonly<Record<string, string>>
  /** The file name that the reader expects. */
  readonly name: string
  /** The form of the file, if the fetchable does not state one. */
  readonly form?: FileForm
  /** The checksum that the provider publishes for these bytes. */
  readonly md5?: string | undefined
}

/** A fetched file and its provenance. */
export interface FetchedFileOnDisk {
  readonly path: string
  readonly how: Download['how']
  readonly file: FetchedFile
}

/**
 * Fetches one file.
 *
 * @param before   how many files of the same source were fetched before
 * @throws as `download`; BadAnswer if the checksum differs from the published one
 */
export async function fetchFile(request: FileRequest, fetching: FetchOptions, before: number): Promise<FetchedFileOnDisk> {
  const { cacheDir, env, signal, onProgress } = fetching
  const kind = fetchableAddressOf(request.fetchable)
  const address = addressOf(kind.id, request.values)
  const got = await withKeyHint(kind, fetching.download, address, {
    cacheDir,
    env,
    signal,
    form: (kind.form ?? request.form)!,
    accept: kind.accept,
    maxBytes: kind.maxBytes,
    interval: kind.interval,
    timeout: kind.patience,
    secret: secretOf(kind, env),
    onProgress: (progress) => onProgress?.({ ...progress, name: request.name, before }),
  })
  const { fetched, checked, sha256, bytes, etag, lastModified, path, how } = got
  if (request.md5 !== undefined) await checkMd5(path, request.md5, address)
  const told = { address, name: request.name, fetched, checked, sha256, bytes, etag, lastModified }
  return { path, how, file: request.md5 === undefined ? told : { ...told, md5: request.md5 } }
}

/** Calls `get`. If the provider refuses an address that requires a key, the error gets the hint to check the key. */
async function withKeyHint({ key }: FetchableAddress, get: typeof download, ...of: Parameters<typeof download>): Promise<Download> {
  try {
    return await get(...of)
  } catch (cause) {
    if (key === undefined || !(cause instanceof VisavisError) || !/ answers 40[13] /.test(cause.message)) throw cause
    throw new VisavisError('BadAnswer', cause.message, { hint: `check the key in ${key.variable}, or unset it to ask without one`, cause })
  }
}

function secretOf({ key }: FetchableAddress, env: FetchOptions['env']): Record<string, string> | undefined {
  const value = key === undefined ? undefined : env[key.variable]
  if (key === undefined || value === undefined) return undefined
  if (/^[\x21-\x7e]+$/.test(value)) return { [key.header]: value }
  throw new VisavisError('Usage', `${key.variable} holds no key: blanks or signs that no key has`)
}

async function checkMd5(path: string, md5: string, address: string): Promise<void> {
  const hash = createHash('md5')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  const found = hash.digest('hex')
  if (found === md5) return
  throw new VisavisError('BadAnswer', `${address} has the MD5 sum ${found}, and its provider says ${md5}: another file, or a damaged one`, {
    hint: 'run it again later; if it stays so, tell the provider',
  })
}

/** Returns the provenance of an edition of fetched files: the files, and a vintage with the hosts, the time of the last file, and one hash over all files. */
export function fetchedProvenance(files: readonly FetchedFileOnDisk[]): FetchedProvenance {
  const told = files.map(({ file }) => file)
  const hosts = [...new Set(told.map(({ address }) => new URL(address).host))].join(', ')
  const last = told
    .map(({ fetched }) => fetched)
    .sort()
    .at(-1)!
  const hash = createHash('sha256')
    .update(
      told
        .map(({ sha256 }) => sha256)
        .sort()
        .join(''),
    )
    .digest('hex')
  const sha256 = told.length === 1 ? told[0]!.sha256 : hash
  const number = told.length === 1 ? '' : `${told.length} files of `
  return { vintage: `${number}${hosts}, fetched ${last.slice(0, 19)}Z, sha256 ${sha256.slice(0, 12)}`, files: told }
}
