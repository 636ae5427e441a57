import { promisify } from 'node:util'
import { type BrotliOptions, brotliCompress, constants, gzip } from 'node:zlib'

/** A content encoding. */
export type Coding = 'gzip' | 'br'

/**
 * Negotiates the content encoding: the client's favourite; between equals, brotli.
 *
 * @param accepted   the header `Accept-Encoding`
 * @param offered    encodings available for this body
 * @returns          undefined: unencoded
 * @example codingFor('gzip, br;q=0.5', ['br', 'gzip'])   // 'gzip'
 * @example codingFor('gzip;q=0, *', ['br', 'gzip'])   // 'br'
 */
export function codingFor(accepted: string | undefined, offered: readonly Coding[]): Coding | undefined {
  const weights = new Map((accepted ?? '').split(',').map(weighed))
  const weightOf = (coding: Coding): number => weights.get(coding) ?? weights.get('*') ?? 0
  const best = [...offered].sort((x, y) => weightOf(y) - weightOf(x) || x.localeCompare(y))[0]
  return best === undefined || weightOf(best) === 0 ? undefined : best
}

function weighed(item: string): [name: string, weight: number] {
  const [name = '', ...options] = item.split(';').map((part) => part.trim().toLowerCase())
  const weight = options.find((option) => option.startsWith('q='))?.slice(2)
  return [name, weight === undefined ? 1 : Number(weight) || 0]
}

/** Smaller bodies fit in a packet or two and gain nothing from compression. */
const worthPacking = 1024

/** Whether a body is worth compressing: text is, a zip is not. */
export function packs(type: string, bytes: number): boolean {
  return bytes >= worthPacking && /^(text\/|image\/svg|application\/(json|graphml\+xml|javascript))/.test(type)
}

const gzipped = promisify<Uint8Array, Uint8Array>(gzip)
const brotli = promisify<Uint8Array, BrotliOptions, Uint8Array>(brotliCompress)

/** Compresses outside the main thread. At this quality brotli takes as long as gzip and makes an assessment a sixth smaller. */
export function compressed(bytes: Uint8Array, coding: Coding): Promise<Uint8Array> {
  return coding === 'gzip' ? gzipped(bytes) : brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}

/**
 * The ETag of an encoded body: a strong tag identifies the exact bytes sent.
 *
 * @example codedTag('"a1"', 'gzip')   // '"a1-gzip"'
 */
export function codedTag(tag: string, coding: Coding | undefined): string {
  return coding === undefined ? tag : `${tag.slice(0, -1)}-${coding}"`
}

/**
 * Whether the client has this body already, encoded or not.
 *
 * @param header   `If-None-Match`: tags, weak ones among them, or `*`
 * @example hasAlready('"x", W/"a1-gzip"', '"a1"')   // true
 */
export function hasAlready(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  const known = ([undefined, 'gzip', 'br'] as const).map((coding) => codedTag(tag, coding))
  return header.split(',').some((one) => known.includes(one.trim().replace(/^W\//, '')))
}
