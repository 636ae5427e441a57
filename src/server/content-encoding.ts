import { promisify } from 'node:util'
import { type BrotliOptions, brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'

export type ContentEncoding = 'gzip' | 'br'

/**
 * Negotiates the content encoding: the one that the client prefers; among equally preferred ones, brotli.
 *
 * @param accepted   the header `Accept-Encoding`
 * @param offered    encodings available for this body
 * @returns          the encoding; undefined where the body is to be sent unencoded
 * @example negotiateEncoding('gzip, br;q=0.5', ['br', 'gzip'])   // 'gzip'
 * @example negotiateEncoding('gzip;q=0, *', ['br', 'gzip'])   // 'br'
 */
export function negotiateEncoding(accepted: string | undefined, offered: readonly ContentEncoding[]): ContentEncoding | undefined {
  const weights = new Map((accepted ?? '').split(',').map(parseWeight))
  const weightOf = (coding: ContentEncoding): number => weights.get(coding) ?? weights.get('*') ?? 0
  const best = [...offered].sort((x, y) => weightOf(y) - weightOf(x) || x.localeCompare(y))[0]
  return best === undefined || weightOf(best) === 0 ? undefined : best
}

function parseWeight(item: string): [name: string, weight: number] {
  const [name = '', ...options] = item.split(';').map((part) => part.trim().toLowerCase())
  const weight = options.find((option) => option.startsWith('q='))?.slice(2)
  return [name, weight === undefined ? 1 : Number(weight) || 0]
}

/** Least bytes of a body to be compressed: a smaller body fits in a packet or two, so that compression gains nothing. */
const leastCompressed = 1024

/** Whether a body is worth compressing: it is long enough, and text rather than, for example, a zip. */
export function isCompressible(type: string, bytes: number): boolean {
  return bytes >= leastCompressed && /^(text\/|image\/svg|application\/(json|x-ndjson|graphml\+xml|javascript))/.test(type)
}

const gzipCompress = promisify<Uint8Array, Uint8Array>(gzip)
const brotliDecompressed = promisify<Uint8Array, Uint8Array>(brotliDecompress)
const brotliCompressed = promisify<Uint8Array, BrotliOptions, Uint8Array>(brotliCompress)

/**
 * Qualities of brotli: for an answer that is sent at once, two milliseconds for an assessment; for one that is kept, six, as long as gzip takes, and a sixth smaller
 * than by gzip.
 */
export const quality = { sent: 2, kept: 5 } as const

/** Compresses outside the main thread. */
export function compress(bytes: Uint8Array, coding: ContentEncoding, level: number): Promise<Uint8Array> {
  return coding === 'gzip' ? gzipCompress(bytes) : brotliCompressed(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: level } })
}

/** Undoes the compression with brotli, outside the main thread. */
export function decompress(bytes: Uint8Array): Promise<Uint8Array> {
  return brotliDecompressed(bytes)
}

/**
 * Returns the ETag of an encoded body, which differs from that of the unencoded body, as a strong tag identifies the exact bytes sent.
 *
 * @example encodedEtag('"a1"', 'gzip')   // '"a1-gzip"'
 */
export function encodedEtag(tag: string, coding: ContentEncoding | undefined): string {
  return coding === undefined ? tag : `${tag.slice(0, -1)}-${coding}"`
}

/**
 * Whether the client has the body with this tag already, encoded or not.
 *
 * @param header   the header `If-None-Match`: a list of tags, some perhaps weak (`W/"a1"`), or `*`
 * @example matchesEtag('"x", W/"a1-gzip"', '"a1"')   // true
 */
export function matchesEtag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  const known = ([undefined, 'gzip', 'br'] as const).map((coding) => encodedEtag(tag, coding))
  return header.split(',').some((one) => known.includes(one.trim().replace(/^W\//, '')))
}
