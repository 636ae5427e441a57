import type { CachedAnswer } from './answer-cache.ts'
import { type ContentEncoding, compress, encodedEtag, isCompressible, negotiateEncoding } from './content-encoding.ts'

/** Compressed bodies, kept as long as their answers. */
const compressedBodies = { gzip: new WeakMap<CachedAnswer, Promise<Uint8Array>>(), br: new WeakMap<CachedAnswer, Promise<Uint8Array>>() }

/** How the client requested an answer. */
export interface ResponseOptions {
  /** The format was named explicitly, so the answer is likely to be saved as a file. */
  readonly named: boolean
  /** The header `Accept-Encoding`. */
  readonly accepted: string | undefined
}

/** An answer as an HTTP response, compressed where the client accepts it and it helps. */
export async function respond(
  answer: CachedAnswer,
  headers: Readonly<Record<string, string>>,
  { named, accepted }: ResponseOptions,
): Promise<Response> {
  const { body, type, filename } = answer
  const worth = isCompressible(type, body.length)
  const coding = worth ? negotiateEncoding(accepted, ['br', 'gzip']) : undefined
  const { etag } = headers
  return new Response((coding === undefined ? body : await compressedBody(answer, coding)).slice(), {
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

const reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

/** The client's copy is still valid (304). */
export function notModified(etag: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(null, { status: 304, headers: { etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding', ...headers } })
}

/**
 * The warnings about the record as a header. A header holds ASCII only: other characters and the percent sign are percent-encoded.
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
  const found = compressedBodies[coding].get(answer) ?? compress(answer.body, coding)
  compressedBodies[coding].set(answer, found)
  return found
}
