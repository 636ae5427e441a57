import { promisify } from 'node:util'
import { type BrotliOptions, brotliCompress, constants, gzip } from 'node:zlib'

/** How a body is packed on its way. */
export type Coding = 'gzip' | 'br'

/**
 * The packing to use, of those that there are: the asker's favourite, brotli before gzip where they are equal to it.
 *
 * @param accepted   the header `Accept-Encoding`
 * @param offered    what there is of this body
 * @returns          undefined: as it is
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

/** Bodies below this many bytes fit in a packet or two: packing them gains nothing. */
const worthPacking = 1024

/** Whether packing makes a body of this kind smaller: text does get smaller, a zip does not. */
export function packs(type: string, bytes: number): boolean {
  return bytes >= worthPacking && /^(text\/|image\/svg|application\/(json|graphml\+xml|javascript))/.test(type)
}

const gzipped = promisify<Uint8Array, Uint8Array>(gzip)
const brotli = promisify<Uint8Array, BrotliOptions, Uint8Array>(brotliCompress)

/** Packed, outside the main thread. At this quality brotli takes as long as gzip, and makes an assessment a sixth smaller. */
export function compressed(bytes: Uint8Array, coding: Coding): Promise<Uint8Array> {
  return coding === 'gzip' ? gzipped(bytes) : brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}

/**
 * The tag of a body as it is packed: a strong tag stands for the very bytes that are sent.
 *
 * @example codedTag('"a1"', 'gzip')   // '"a1-gzip"'
 */
export function codedTag(tag: string, coding: Coding | undefined): string {
  return coding === undefined ? tag : `${tag.slice(0, -1)}-${coding}"`
}

/**
 * Whether the asker has this body already, packed or not.
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
