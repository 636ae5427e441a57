import { VisavisError } from '../../errors.ts'
import { NothingAtAddress, ProviderUnreachable } from './download-failure.ts'
import type { PartialFile, PartialFileHeader } from './download-partial-file.ts'
import type { HttpAnswer } from './download-request.ts'
import { withoutCredentials } from './download-request.ts'
import { retryAfter } from './download-wait.ts'

/** Returns the headers of a request. With a partial file they ask for the rest of it; with a cached answer, only for newer content; with neither, for all. */
export function requestHeaders(
  accept: string,
  agent: string,
  part: { part: PartialFile; received: number } | undefined,
  kept: { etag: string | null; lastModified: string | null } | undefined,
): Record<string, string> {
  const always = { accept, 'user-agent': agent, 'accept-encoding': 'gzip' }
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

/** Returns the error for an answer whose status is neither success nor `304 Not Modified`. */
export function errorOfStatus(answer: HttpAnswer): VisavisError {
  const { status } = answer
  const asked = retryAfter(answer.headers['retry-after'], Date.now())
  const address = withoutCredentials(answer.url)
  if (passing.has(status)) return new ProviderUnreachable(`${address} answers ${status} ${meaning(status)}`, { asked })
  if (status === 404 || status === 410) return new NothingAtAddress(`${address} answers ${status} ${meaning(status)}`)
  const hint = status === 401 || status === 403 ? 'the site may turn scripts away: save the file in a browser, then visavis add' : undefined
  return new VisavisError('BadAnswer', `${address} answers ${status} ${meaning(status)}`, hint === undefined ? {} : { hint })
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
  500: '(its own fault)',
  502: '(what stands behind it fails)',
  503: '(it is overloaded or down)',
  504: '(what stands behind it is too slow)',
}

const meaning = (status: number): string => meanings[status] ?? '(which is no answer to this question)'
