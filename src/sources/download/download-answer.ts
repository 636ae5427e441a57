import { VisavisError } from '../../errors.ts'
import { NothingAtAddress, ProviderUnreachable } from './download-failure.ts'
import type { PartialFile, PartialFileHeader } from './download-partial-file.ts'
import type { HttpAnswer } from './download-request.ts'
import { withoutCredentials } from './download-request.ts'
import { retryAfter } from './download-wait.ts'

/** What a request asks for. */
export interface RequestForm {
  /** The headers `Accept` and `User-Agent`. */
  readonly accept: string
  readonly agent: string
  /** Whether the answer must not be packed. */
  readonly isPlain: boolean
}

/** Returns the headers of a request. With a partial file they ask for the rest of it; with a cached answer, only for newer content; with neither, for all. */
export function requestHeaders(
  { accept, agent, isPlain }: RequestForm,
  part: { part: PartialFile; received: number } | undefined,
  kept: { etag: string | null; lastModified: string | null } | undefined,
): Record<string, string> {
  const always = { accept, 'user-agent': agent, 'accept-encoding': isPlain ? 'identity' : 'gzip' }
  if (part?.part.about.validator) return { ...always, range: `bytes=${part.received}-`, 'if-range': part.part.about.validator }
  return {
    ...always,
    ...(kept?.etag ? { 'if-none-match': kept.etag } : {}),
    ...(kept?.lastModified ? { 'if-modified-since': kept.lastModified } : {}),
  }
}

/** Returns what the headers of an answer with status 200 state about its body. */
export function partialFileHeaderOf(url: string, answer: HttpAnswer): PartialFileHeader {
  const { headers } = answer
  const length = headers['content-length']
  return {
    url,
    finalUrl: withoutCredentials(answer.url),
    etag: headers['etag'] ?? null,
    lastModified: headers['last-modified'] ?? null,
    contentType: headers['content-type'] ?? null,
    encoding: encodingOf(answer),
    total: length !== undefined && /^\d+$/.test(length) ? Number(length) : null,
    validator: validatorOf(headers),
  }
}

function encodingOf(answer: HttpAnswer): 'gzip' | null {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity' || encoding === '') return null
  if (encoding === 'gzip' || encoding === 'x-gzip') return 'gzip'
  throw new VisavisError('BadAnswer', `${withoutCredentials(answer.url)} answers in the encoding ${encoding}, which was not asked for`)
}

/**
 * Returns the validator for `If-Range`. Null if there is no tag or date, or only a weak tag or a date less than a minute old, which two different contents may
 * share. With null, the rest of a partial file is not requested.
 */
function validatorOf(headers: Readonly<Record<string, string>>): string | null {
  const { etag, date, 'last-modified': modified } = headers
  if (etag !== undefined) return etag.startsWith('W/') ? null : etag
  if (modified === undefined || date === undefined) return null
  return Date.parse(date) - Date.parse(modified) >= 60_000 ? modified : null
}

/** Whether an answer with status 206 continues this partial file. A server may send another range than requested, or the range of another edition. */
export function continuesPartialFile(answer: HttpAnswer, part: PartialFile, received: number): boolean {
  const [, start, , total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(answer.headers['content-range'] ?? '') ?? []
  const { etag, lastModified, total: expected } = part.about
  const sameTag = answer.headers['etag'] === undefined || etag === null || answer.headers['etag'] === etag
  const sameDate =
    answer.headers['last-modified'] === undefined || lastModified === null || answer.headers['last-modified'] === lastModified
  const sameTotal = expected === null || total === '*' || Number(total) === expected
  return Number(start) === received && sameTotal && sameTag && sameDate && encodingOf(answer) === part.about.encoding
}

const passing = new Set([408, 425, 429, 500, 502, 503, 504])

/**
 * Returns the error for an answer whose status is neither success nor `304 Not Modified`.
 *
 * @param why   what the server says of it; undefined: what the status usually means
 */
export function errorOfStatus(answer: HttpAnswer, why?: string): VisavisError {
  const { status } = answer
  const asked = retryAfter(answer.headers['retry-after'], Date.now())
  const what = `${withoutCredentials(answer.url)} answers ${status} ${why === undefined ? meaning(status) : `(${why})`}`
  if (passing.has(status)) return new ProviderUnreachable(what, { asked })
  if (status === 404 || status === 410) return new NothingAtAddress(what)
  const hint = status === 401 || status === 403 ? 'the site may turn scripts away: save the file in a browser, then visavis add' : undefined
  return new VisavisError('BadAnswer', what, hint === undefined ? {} : { hint })
}

/** Most bytes of a problem that are read, the milliseconds in which they must come, and the most characters that are shown. */
const [longestProblem, patience, longestDetail] = [16_384, 5000, 500]

/** Returns what a server says of its refusal in one line (RFC 9457, `detail`); undefined if it says nothing. */
export async function detailOf({ headers, body }: HttpAnswer): Promise<string | undefined> {
  if (!/^application\/problem\+json/i.test(headers['content-type'] ?? '')) return undefined
  const timer = setTimeout(() => body.destroy(), patience)
  try {
    let text = ''
    for await (const piece of body) {
      text += (piece as Buffer).toString('utf8')
      if (text.length > longestProblem) return undefined
    }
    const { detail } = JSON.parse(text) as { detail?: unknown }
    // nothing in it may move the cursor of a terminal
    return typeof detail === 'string' ? detail.replaceAll(/\p{C}+/gu, ' ').slice(0, longestDetail) : undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

const meanings: Readonly<Record<number, string>> = {
  400: '(it does not understand the question)',
  401: '(it wants a key)',
  403: '(it refuses)',
  404: '(there is nothing)',
  407: '(the proxy wants a name and a password)',
  408: '(it waited too long)',
  410: '(it is there no more)',
  429: '(too many requests)',
  451: '(it may not pass this on)',
  500: '(its own fault)',
  502: '(what stands behind it fails)',
  503: '(it is overloaded or down)',
  504: '(what stands behind it is too slow)',
}

const meaning = (status: number): string => meanings[status] ?? '(which is no answer to this question)'
