import { VisavisError } from '../../errors.ts'
import { flush, removeTemporary } from '../../store/disk.ts'
import { packageVersion } from '../../store/package-files.ts'
import { continuesPartialFile, detailOf, errorOfStatus, partialFileHeaderOf, requestHeaders } from './download-answer.ts'
import { appendBody, bodyTooLarge, type Content, checkGzip, HashOfBytes, megabytes, type SlowLimit, unpackGzip } from './download-body.ts'
import {
  type CachedDownload,
  type CacheFolders,
  cachedAnswer,
  cacheFoldersIn,
  cacheKey,
  contentPath,
  storeAnswer,
  storeDownload,
} from './download-cache.ts'
import { downloadErrorOf, ProviderUnreachable } from './download-failure.ts'
import { checkContentType, checkForm, type FileForm } from './download-form-check.ts'
import {
  bytesReceived,
  createPartialFile,
  keepPartialFile,
  type PartialFile,
  removePartialFile,
  takeOverPartialFile,
} from './download-partial-file.ts'
import type { Environment } from './download-proxy.ts'
import { getFollowingRedirects, type HttpAnswer, type RequestLimits, withoutCredentials } from './download-request.ts'
import { type Pause, pause, retryDelay } from './download-wait.ts'

/** Progress of a download, for a progress bar. It is reported at most ten times a second, and at every change of phase. */
export interface DownloadProgress {
  readonly phase: 'asking' | 'receiving' | 'waiting' | 'done'
  readonly url: string
  /** Bytes transferred so far, including those of earlier runs. `total`: bytes of the complete answer; null if the provider does not state the number. */
  readonly received: number
  readonly total: number | null
  /** Number of the attempt, from 1. */
  readonly attempt: number
  /** While waiting: how long the wait is, and why. */
  readonly wait?: { readonly milliseconds: number; readonly why: string }
}

export interface DownloadOptions {
  /** Folder of contents, answers and partial downloads; created if it is missing. */
  readonly cacheDir: string
  /** The form that the bytes must have. */
  readonly form: FileForm
  /** The `Accept` header (default: anything). */
  readonly accept?: string | undefined
  /** Whether the answer must not be packed (default: it may be), so that its size is known beforehand. */
  readonly isPlain?: boolean
  /** Whether the caller moves the content elsewhere at once (default: no); then no answer is kept, so that the content is not looked for the next time. */
  readonly isMoved?: boolean
  /** Whether an error shows what the server itself says of a refusal (default: no). */
  readonly withDetail?: boolean
  /** Headers that carry a key. They are sent only to the origin of the address, and never stored. */
  readonly secret?: Readonly<Record<string, string>> | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (progress: DownloadProgress) => void
  /** Environment that names the proxy (default: that of the process). */
  readonly env?: Environment
  /** Limit of bytes, both transferred and unpacked (default 1 GiB). */
  readonly maxBytes?: number
  /** Number of attempts in all (default 5). */
  readonly attempts?: number
  /** Milliseconds until an answer must begin (default 30,000). */
  readonly timeout?: number | undefined
  /** Limit of slowness (default 512 bytes a second over 30 s). */
  readonly slow?: SlowLimit
  /** The most redirects that are followed (default 5). */
  readonly redirects?: number
  /** Milliseconds between two requests to one host (default 1000). */
  readonly interval?: number
  /** Longest `Retry-After` that is obeyed, in milliseconds (default 120,000). If a provider asks for a longer wait, the download fails. */
  readonly longestWait?: number
  /** A day (`YYYY-MM-DD`): an answer that was fetched or confirmed on it is taken from the cache, and the provider is not asked again. */
  readonly unlessCheckedOn?: string
  /** Whether to refuse addresses that are not public, also after redirects and name resolution (default: no). */
  readonly publicOnly?: boolean
  /** The function that waits; tests count the milliseconds instead. */
  readonly wait?: Pause
}

export interface Download extends CachedDownload {
  /** Path of the content, complete, checked, and named by its hash. The file must not be changed. */
  readonly path: string
  /** How the content was got. `unchanged`: the provider confirms that the cached content is still the newest. */
  readonly how: 'fetched' | 'resumed' | 'unchanged'
  readonly attempts: number
}

/** One download in progress. */
interface Job {
  readonly url: URL
  readonly key: string
  readonly folders: CacheFolders
  readonly manner: RequestLimits
  readonly options: DownloadOptions
  readonly maxBytes: number
  readonly kept: CachedDownload | undefined
  part: PartialFile | undefined
  /** The hash of the bytes of `part`, as far as this run has seen them. */
  hash: HashOfBytes
  attempt: number
}

/**
 * Fetches an address into a cache by content. It requests only what is newer than the cached copy (`If-None-Match`, `If-Modified-Since`), continues where an
 * earlier attempt or run stopped (`Range` with `If-Range`), retries failures that may pass, and uses the proxy that the environment names. It returns a file
 * only if the file is complete, of the expected form and within its size limit. A failure leaves the cached contents and answers as they were.
 *
 * @throws Unreachable (the bytes received are kept, the next run continues from them), BadAnswer, TooLarge, Interrupted, DiskFull, CannotWrite, Usage
 */
export async function download(address: string, options: DownloadOptions): Promise<Download> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new VisavisError('Usage', `"${address}" is no http or https address`)
  const signal = options.signal ?? new AbortController().signal
  try {
    const job = await prepare(url, options, signal)
    const { kept, folders } = job
    if (kept !== undefined && job.part === undefined && kept.checked.slice(0, 10) === options.unlessCheckedOn)
      return { ...kept, path: contentPath(folders, kept.sha256), how: 'unchanged', attempts: 0 }
    return await tryAll(job)
  } catch (cause) {
    if (signal.aborted) {
      const hint = 'run it again: it goes on from where it stopped'
      throw new VisavisError('Interrupted', `the download of ${withoutCredentials(url)} was stopped`, { hint, cause })
    }
    throw downloadErrorOf(cause, url.host, options.cacheDir)
  }
}

async function prepare(url: URL, options: DownloadOptions, signal: AbortSignal): Promise<Job> {
  signal.throwIfAborted()
  const { env = process.env, timeout = 30_000, redirects = 5, interval = 1000, wait = pause, secret = {}, publicOnly = false } = options
  const folders = await cacheFoldersIn(options.cacheDir)
  const key = cacheKey(url.href, options.accept ?? '*/*')
  return {
    url,
    key,
    folders,
    manner: { secret, env, signal, timeout, redirects, interval, wait, publicOnly },
    options,
    maxBytes: options.maxBytes ?? 2 ** 30,
    kept: await cachedAnswer(folders, key),
    part: await takeOverPartialFile(folders.parts, key),
    hash: new HashOfBytes(),
    attempt: 1,
  }
}

async function tryAll(job: Job): Promise<Download> {
  try {
    for (; ; job.attempt++) {
      try {
        return await attempt(job)
      } catch (cause) {
        job.manner.signal.throwIfAborted()
        const failure = downloadErrorOf(cause, job.url.host, job.options.cacheDir)
        if (!(failure instanceof ProviderUnreachable) || !failure.again || job.attempt >= (job.options.attempts ?? 5))
          throw await finalFailure(job, failure)
        await waitAfter(job, failure)
      }
    }
  } finally {
    if (job.part !== undefined) await keepPartialFile(job.part)
  }
}

async function waitAfter(job: Job, failure: ProviderUnreachable): Promise<void> {
  const { asked = 0 } = failure
  const longest = job.options.longestWait ?? 120_000
  if (asked > longest) {
    const hint = `wait ${Math.ceil(asked / 60_000)} min, then run it again`
    throw new ProviderUnreachable(`${failure.message}, and asks to wait ${Math.ceil(asked / 1000)} s`, { hint, cause: failure })
  }
  const milliseconds = Math.max(asked, retryDelay(job.url.href, job.attempt))
  const received = job.part === undefined ? 0 : await bytesReceived(job.part)
  reportProgress(job, 'waiting', received, job.part?.about.total ?? null, { milliseconds, why: failure.message })
  await job.manner.wait(milliseconds, job.manner.signal)
}

/** Returns the last failure, with the number of attempts and a hint on what is kept for the next run. */
async function finalFailure(job: Job, failure: VisavisError): Promise<VisavisError> {
  if (!(failure instanceof ProviderUnreachable)) return failure
  const received = job.part === undefined ? 0 : await bytesReceived(job.part)
  const times = job.attempt === 1 ? '' : `, after ${job.attempt} attempts`
  const resumable = received > 0 && job.part?.about.validator != null
  const hint = resumable
    ? `run it again: ${megabytes(received)} are kept and it goes on from there`
    : (failure.hint ?? 'run it again later')
  return new VisavisError('Unreachable', `${failure.message}${times}`, { hint, cause: failure })
}

async function attempt(job: Job): Promise<Download> {
  const received = job.part === undefined ? 0 : await bytesReceived(job.part)
  if (received === 0) await forget(job)
  const { total = null } = job.part?.about ?? {}
  reportProgress(job, 'asking', received, total)
  // If all bytes are here, only the last step is missing: a run that was killed before it has nothing left to request.
  if (job.part !== undefined && total !== null && received === total) return await finish(job, job.part, 'resumed')
  const accept = job.options.accept ?? '*/*'
  const resuming = job.part === undefined ? undefined : { part: job.part, received }
  const answer = await getFollowingRedirects(
    job.url,
    requestHeaders({ accept, agent: userAgent(), isPlain: job.options.isPlain === true }, resuming, job.kept),
    job.manner,
  )
  try {
    return await take(job, answer, received)
  } finally {
    answer.body.destroy()
  }
}

async function take(job: Job, answer: HttpAnswer, received: number): Promise<Download> {
  if (answer.status === 304 && job.kept !== undefined && job.part === undefined) return await unchanged(job, job.kept)
  if (answer.status === 206 && job.part !== undefined) {
    if (!continuesPartialFile(answer, job.part, received))
      await restart(job, `${answer.url.host} sends another part than the one asked for`)
    return await fill(job, job.part, answer, received)
  }
  if (answer.status === 416 && job.part !== undefined) await restart(job, `${answer.url.host} has no such rest`)
  if (answer.status !== 200) throw errorOfStatus(answer, job.options.withDetail === true ? await detailOf(answer) : undefined)
  checkContentType(answer.headers['content-type'], job.options.form, withoutCredentials(answer.url))
  const about = partialFileHeaderOf(withoutCredentials(job.url), answer)
  if (about.total !== null && about.total > job.maxBytes) throw bodyTooLarge(answer.url.host, job.maxBytes)
  await forget(job)
  job.part = await createPartialFile(job.folders.parts, job.key, about)
  return await fill(job, job.part, answer, 0)
}

/** Discards the partial file and throws, so that the next attempt begins at the first byte. */
async function restart(job: Job, why: string): Promise<never> {
  await forget(job)
  throw new ProviderUnreachable(`${why}; it begins anew`)
}

async function forget(job: Job): Promise<void> {
  if (job.part !== undefined) await removePartialFile(job.part)
  job.part = undefined
}

async function fill(job: Job, part: PartialFile, answer: HttpAnswer, already: number): Promise<Download> {
  const { host } = answer.url
  const { total } = part.about
  if (job.hash.bytes !== already) job.hash = already === 0 ? new HashOfBytes() : await HashOfBytes.of(part.path)
  const limits = { maxBytes: job.maxBytes, slow: job.options.slow ?? { bytesPerSecond: 512, over: 30_000 }, host }
  let toldAt = 0
  try {
    await appendBody(answer.body, part.path, job.hash, limits, (received) => {
      if (Date.now() - toldAt < 100) return
      toldAt = Date.now()
      reportProgress(job, 'receiving', received, total)
    })
  } catch (cause) {
    if (cause instanceof VisavisError && cause.code === 'TooLarge') await forget(job)
    throw cause
  }
  job.manner.signal.throwIfAborted()
  const received = await bytesReceived(part)
  const failure = answer.failure()
  if (failure?.code?.startsWith('HPE_') || (total !== null && received > total)) {
    await forget(job)
    throw new VisavisError(
      'BadAnswer',
      `${host} sends more bytes than the ${total ?? received} it announced, or none that can be understood`,
    )
  }
  if (total === null ? failure !== undefined : received < total) throw brokenOff(part, host, received, failure)
  return await finish(job, part, already > 0 ? 'resumed' : 'fetched')
}

function brokenOff(part: PartialFile, host: string, received: number, cause: unknown): ProviderUnreachable {
  const of = part.about.total === null ? '' : ` of ${part.about.total}`
  return new ProviderUnreachable(`${host} broke off after ${received}${of} bytes`, { cause })
}

/** Unpacks and checks a complete download, and stores it. If a check fails, the bytes are not kept, since the check would fail again. */
async function finish(job: Job, part: PartialFile, how: 'fetched' | 'resumed'): Promise<Download> {
  const address = part.about.finalUrl
  const limits = { maxBytes: job.maxBytes, host: new URL(address).host }
  const received = await bytesReceived(part)
  const { signal } = job.manner
  try {
    const content =
      part.about.encoding === null ? await flushed(job, part, received) : await unpackGzip(part.path, job.folders.contents, limits, signal)
    try {
      await checkForm(content.path, job.options.form, address)
      if (job.options.form === 'gzip') await checkGzip(content.path, limits, signal)
      const { url, finalUrl, etag, lastModified, contentType } = part.about
      const now = new Date().toISOString()
      const { sha256, bytes } = content
      const kept: CachedDownload = { url, finalUrl, etag, lastModified, contentType, sha256, bytes, fetched: now, checked: now }
      await storeDownload(job.folders, job.options.isMoved === true ? undefined : job.key, content.path, kept)
      await forget(job)
      reportProgress(job, 'done', received, received)
      return { ...kept, path: contentPath(job.folders, sha256), how, attempts: job.attempt }
    } finally {
      if (content.path !== part.path) await removeTemporary(content.path)
    }
  } catch (cause) {
    if (cause instanceof VisavisError) await forget(job)
    throw cause
  }
}

/** Waits until a partial file that is complete, and not packed, is on the disk: then it is the content. */
async function flushed(job: Job, { path }: PartialFile, bytes: number): Promise<Content> {
  if (job.hash.bytes !== bytes) job.hash = await HashOfBytes.of(path)
  await flush(path)
  return { path, sha256: job.hash.sha256(), bytes }
}

async function unchanged(job: Job, kept: CachedDownload): Promise<Download> {
  const checked = { ...kept, checked: new Date().toISOString() }
  await storeAnswer(job.folders, job.key, checked)
  reportProgress(job, 'done', 0, 0)
  return { ...checked, path: contentPath(job.folders, kept.sha256), how: 'unchanged', attempts: job.attempt }
}

function reportProgress(
  job: Job,
  phase: DownloadProgress['phase'],
  received: number,
  total: number | null,
  wait?: DownloadProgress['wait'],
): void {
  const progress = { phase, url: withoutCredentials(job.url), received, total, attempt: job.attempt }
  job.options.onProgress?.(wait === undefined ? progress : { ...progress, wait })
}

let agent: string | undefined

/** Returns the `User-Agent` header: a provider that has a complaint finds a name and a version in its log. */
function userAgent(): string {
  if (agent === undefined) {
    agent = `visavis/${packageVersion()} (reads published data sets for research; node ${process.versions.node})`
  }
  return agent
}
