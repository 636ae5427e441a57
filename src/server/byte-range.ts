/** The first and the last byte of a part of a file, both included. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/**
 * Reads the header `Range` of a request for a file of `size` bytes. Only one range is understood; several, or another unit, mean the whole file, which a server
 * may always send.
 *
 * @returns   undefined: the whole file; null: the file has no such bytes
 * @example byteRange('bytes=100-', 150)   // { from: 100, to: 149 }
 * @example byteRange('bytes=-10', 150)   // { from: 140, to: 149 }
 * @example byteRange('bytes=150-', 150)   // null
 * @example byteRange('bytes=0-1,5-6', 150)   // undefined
 */
export function byteRange(header: string | undefined, size: number): ByteRange | null | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? null : { from: size - length, to: size - 1 }
  }
  const from = Number(first)
  const to = last === '' ? Number.POSITIVE_INFINITY : Number(last)
  if (from > to) return undefined
  return from >= size ? null : { from, to: Math.min(to, size - 1) }
}
