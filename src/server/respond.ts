import type { CachedAnswer } from './answer-cache.ts'
import { type ContentEncoding, compress, decompress, encodedEtag, isCompressible, negotiateEncoding, quality } from './content-encoding.ts'

/** Compressed bodies of answers. A weak map keeps each only as long as its answer is in memory. */
const compressedBodies = { gzip: new WeakMap<CachedAnswer, Promise<Uint8Array>>(), br: new WeakMap<CachedAnswer, Promise<Uint8Array>>() }

/** Details of a request that decide how its answer is sent. */
export interface ResponseOptions {
  /** Whether the client named a format, as it does when the answer is to be saved as a file. */
  readonly named: boolean
  /** The header `Accept-Encoding`. */
  readonly accepted: string | undefined
}

/** Returns an answer as an HTTP response, compressed if the client accepts that and the body is worth it. */
export async function respond(
  answer: CachedAnswer,
  headers: Readonly<Record<string, string>>,
  { named, accepted }: ResponseOptions,
): Promise<Response> {
  const { type, filename } = answer
  const worth = answer.coding !== undefined || isCompressible(type, answer.body.length)
  const coding = worth ? negotiateEncoding(accepted, ['br', 'gzip']) : undefined
  const { etag } = headers
  return new Response((await bodyOf(answer, coding)).slice(), {
    headers: {
      'content-type': type,
      ...headers,
      ...(worth ? { vary: 'accept-encoding' } : {}),
      ...(coding === undefined ? {} : { 'content-encoding': coding }),
      ...(etag === undefined ? {} : { etag: encodedEtag(etag, coding) }),
      ...(named && filename !== undefined ? { 'content-disposition': `inline; filename="${filename}"` } : {}),
      // a report is a self-contained document: its own styles apply, scripts do not run
      ...(type.startsWith('text/html') ? { 'content-security-policy': reportPolicy } : {}),
    },
  })
}

/** Returns the body of an answer in this encoding; unencoded if undefined. */
export async function bodyOf(answer: CachedAnswer, coding: ContentEncoding | undefined): Promise<Uint8Array> {
  if (answer.coding === coding) return answer.body
  const body = answer.coding === undefined ? answer.body : await decompress(answer.body)
  if (coding === undefined) return body
  return answer.coding === undefined ? compressedBody(answer, coding) : compress(body, coding, quality.sent)
}

/** Returns an answer with its body compressed, if that is worth it. */
export async function packedAnswer(answer: CachedAnswer): Promise<CachedAnswer> {
  if (!isCompressible(answer.type, answer.body.length)) return answer
  return { ...answer, body: await compress(answer.body, 'br', quality.kept), coding: 'br' }
}

const reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

/** Returns the response which says that the client's copy is still valid (304). */
export function notModified(headers: Readonly<Record<string, string>>): Response {
  return new Response(null, { status: 304, headers: { vary: 'accept-encoding', ...headers } })
}

/**
 * Returns the warnings about the record as a header. A header holds ASCII only: other characters and the percent sign are percent-encoded.
 *
 * @example warningHeader(['This rests on /Çin'])   // { 'visavis-warning': 'This rests on /%C3%87in' }
 * @example warningHeader([])   // {}
 */
export function warningHeader(warnings: readonly string[]): Record<string, string> {
  if (warnings.length === 0) return {}
  // a lone surrogate cannot be encoded: a buffer replaces it
  const whole = Buffer.from(warnings.join(' | ')).toString()
  return { 'visavis-warning': whole.replaceAll(/[^\x20-\x7e]|%/gu, (sign) => encodeURIComponent(sign)) }
}

function compressedBody(answer: CachedAnswer, coding: ContentEncoding): Promise<Uint8Array> {
  const found = compressedBodies[coding].get(answer) ?? compress(answer.body, coding, quality.sent)
  compressedBodies[coding].set(answer, found)
  return found
}
