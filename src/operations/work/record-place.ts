import { readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { VisavisError } from '../../errors.ts'
import type { Download, DownloadOptions, DownloadProgress, download } from '../../sources/download/download.ts'
import { NothingAtAddress } from '../../sources/download/download-failure.ts'
import { bytesOfPartialFiles } from '../../sources/download/download-partial-file.ts'
import { type Manifest, parseManifest } from '../../store/manifest.ts'
import { readManifest } from '../../store/verify.ts'
import { copyOfPart, type RecordPlace, type WrittenFile } from '../../store/writing/fetch-record.ts'

/** How a place is asked. */
export interface PlaceContext {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined
  /** Replaces the downloader in tests. */
  readonly download?: typeof download | undefined
}

/**
 * Returns the place that `--records` names: a public server, or a folder with records (a store, such as the home of another machine).
 *
 * @throws VisavisError Usage if it is neither
 */
export function recordPlace(named: string, context: PlaceContext): RecordPlace {
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(named)) return folderPlace(resolve(named))
  const url = URL.parse(named)
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new VisavisError('Usage', `${named} is neither a folder nor the address of a server`, {
      hint: '--records https://visavis.example.org, or --records /shared/visavis',
    })
  return new ServerPlace(url, context)
}

function folderPlace(folder: string): RecordPlace {
  return {
    shown: folder,
    manifest: (id) =>
      readManifest(join(folder, 'snapshots', id)).catch((cause: VisavisError) => {
        if (cause.code !== 'NoSnapshot') throw cause
        throw new VisavisError('NoSnapshot', `there is no record ${id} in ${folder}`, {
          hint: '--records takes a store: a folder with snapshots/ and parts/, such as the VISAVIS_HOME of another machine',
          cause,
        })
      }),
    part: (part, _, root) => copyOfPart(folder, part, root),
  }
}

/** Most bytes of a manifest. */
const largestManifest = 2 ** 26
/** Attempts without any progress, over some two minutes. */
const attempts = 8

/** A server that was started with `visavis serve --public --offer-records`, or any that serves files of the same names. */
class ServerPlace implements RecordPlace {
  readonly shown: string
  readonly #url: URL
  readonly #context: PlaceContext

  constructor(url: URL, context: PlaceContext) {
    this.#url = new URL(url)
    if (!this.#url.pathname.endsWith('/')) this.#url.pathname += '/'
    const shown = new URL(this.#url)
    shown.username = shown.password = ''
    this.shown = shown.href.replace(/\/$/, '')
    this.#context = context
  }

  async manifest(id: string, root: string): Promise<Manifest> {
    const { path } = await this.#get(id, 'manifest.json', root, { form: 'json', maxBytes: largestManifest })
    const manifest = await parseManifest(await readFile(path, 'utf8'))
    const wrong = typeof manifest === 'string' ? manifest : manifest.id === id ? undefined : `is the manifest of the record ${manifest.id}`
    if (wrong !== undefined) await rm(path, { force: true })
    if (typeof manifest === 'string' || wrong !== undefined)
      throw new VisavisError('TornSnapshot', `what ${this.shown} sends as the manifest of the record ${id} ${wrong}`)
    return manifest
  }

  async part({ file, sha256, bytes }: Parameters<RecordPlace['part']>[0], id: string, root: string): Promise<WrittenFile> {
    const get = (): Promise<Download> => this.#get(id, file, root, { form: 'parquet', maxBytes: bytes, isMoved: true })
    const first = await get()
    if (first.sha256 === sha256 || first.how !== 'resumed') return first
    // what was resumed may have been the beginning of other bytes
    await rm(first.path, { force: true })
    return get()
  }

  left(id: string, root: string): Promise<number> {
    return bytesOfPartialFiles(cacheOf(root, id))
  }

  done(id: string, root: string): Promise<void> {
    return rm(cacheOf(root, id), { recursive: true, force: true })
  }

  /** Downloads a file, as long as each round brings more of it than the one before. */
  async #get(id: string, name: string, root: string, how: Pick<DownloadOptions, 'form' | 'maxBytes' | 'isMoved'>): Promise<Download> {
    const { env, signal, onProgress } = this.#context
    const get = this.#context.download ?? (await import('../../sources/download/download.ts')).download
    const address = new URL(`records/${id}/${name}`, this.#url)
    let most = 0
    const options: DownloadOptions = {
      ...how,
      ...{ cacheDir: cacheOf(root, id), env, signal, attempts, interval: 0, isPlain: true, withDetail: true },
      onProgress: (progress) => {
        most = Math.max(most, progress.received)
        onProgress?.(progress)
      },
    }
    for (let before = -1; ; ) {
      try {
        return await get(address.href, options)
      } catch (cause) {
        if (!(cause instanceof VisavisError)) throw cause
        if (cause.code !== 'Unreachable' || most <= Math.max(before, 0)) throw this.#refusal(cause, id, name)
        before = most
      }
    }
  }

  #refusal(cause: VisavisError, id: string, name: string): VisavisError {
    if (cause.code === 'TooLarge')
      return new VisavisError('TornSnapshot', `what ${this.shown} sends as ${name} of the record ${id} is longer than it should be`, {
        cause,
      })
    if (cause.code !== 'BadAnswer') return cause
    const code = cause instanceof NothingAtAddress ? 'NoSnapshot' : 'BadAnswer'
    return new VisavisError(code, `the record ${id} cannot be fetched: ${cause.message}`, {
      hint: '--records takes the address of a visavis serve --public --offer-records, or a folder with records',
      cause,
    })
  }
}

/** The folder of what is under way, beside what is complete. */
const cacheOf = (root: string, id: string): string => join(root, 'downloads', id)
