import { readFileSync } from 'node:fs'
import { VisavisError } from '../../errors.ts'
import type { InputLinks, TradeTable } from '../models/trade-table.ts'

/** What is known of a base besides its numbers. */
export interface BaseCard {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly unit: string
  readonly economies: readonly string[]
  readonly sectors: readonly string[]
  readonly sectorNames: readonly string[]
  /** Publisher and edition, and where it is published. */
  readonly source: string
  readonly licence: string
  /** What a reader must know: what was filled, set to zero or left out. */
  readonly notes: readonly string[]
}

/** A base: a table of trade, input links where the source has them, and its card. */
export interface TradeBase extends TradeTable {
  readonly card: BaseCard
  readonly links: InputLinks | undefined
  /** Elasticities that come with a base of the user's own, one number for each sector; undefined for bases of the package. */
  readonly ownElasticities?: readonly {
    readonly id: string
    readonly title: string
    readonly citation: null
    readonly values: Float64Array
  }[]
}

interface FileHeader {
  readonly schema: 'visavis-trade-base/1'
  readonly card: BaseCard
  /** Names and lengths of the arrays that follow, each number a little-endian 32-bit float. */
  readonly arrays: readonly { readonly name: string; readonly length: number }[]
}

const schema = 'visavis-trade-base/1'

/**
 * Writes a base as bytes: one line of JSON, filled up with blanks to a multiple of four bytes, then 32-bit floats. A float keeps a number to six parts in a hundred
 * million; the tables print six digits.
 */
export function baseBytes(base: TradeBase): Uint8Array {
  const arrays = arraysOf(base)
  const header: FileHeader = { schema, card: base.card, arrays: arrays.map(({ name, cells }) => ({ name, length: cells.length })) }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const start = Math.ceil((text.length + 1) / 4) * 4
  const bytes = new Uint8Array(start + 4 * arrays.reduce((sum, { cells }) => sum + cells.length, 0)).fill(0x20, 0, start)
  bytes.set(text)
  bytes[start - 1] = 0x0a
  const view = new DataView(bytes.buffer)
  let at = start
  for (const { cells } of arrays)
    for (const cell of cells) {
      view.setFloat32(at, cell, true)
      at += 4
    }
  return bytes
}

function arraysOf(base: TradeBase): { name: string; cells: Float64Array }[] {
  const { flows, tariffs, links } = base
  const named: Record<string, Float64Array | undefined> = {
    flows,
    tariffs,
    inputShares: links?.inputShares,
    finalShares: links?.finalShares,
  }
  return Object.entries(named).flatMap(([name, cells]) => (cells === undefined ? [] : [{ name, cells }]))
}

/**
 * Reads a base from its bytes.
 *
 * @throws VisavisError BadInput if the bytes are not a base or are cut short
 */
export function readBase(bytes: Uint8Array, path: string): TradeBase {
  const header = headerOf(bytes, path)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = Math.ceil((bytes.indexOf(0x0a) + 1) / 4) * 4
  const expected = at + 4 * header.arrays.reduce((sum, { length }) => sum + length, 0)
  if (bytes.length !== expected) throw damaged(path, `it has ${bytes.length} bytes, not ${expected}`)
  const cells = new Map<string, Float64Array>()
  for (const { name, length } of header.arrays) {
    cells.set(
      name,
      Float64Array.from({ length }, (_, k) => view.getFloat32(at + 4 * k, true)),
    )
    at += 4 * length
  }
  const { economies, sectors } = header.card
  const [flows, tariffs, inputShares, finalShares] = ['flows', 'tariffs', 'inputShares', 'finalShares'].map((name) => cells.get(name))
  if (flows?.length !== economies.length ** 2 * sectors.length) throw damaged(path, 'its table does not fit its economies and sectors')
  const links = inputShares === undefined || finalShares === undefined ? undefined : { inputShares, finalShares }
  return { card: header.card, economies, sectors, flows, ...(tariffs === undefined ? {} : { tariffs }), links }
}

function headerOf(bytes: Uint8Array, path: string): FileHeader {
  const end = bytes.subarray(0, 1 << 20).indexOf(0x0a)
  if (end < 0) throw damaged(path, 'it has no header')
  try {
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as FileHeader
    if (header.schema === schema) return header
  } catch {
    // told below
  }
  throw damaged(path, `its header is not ${schema}`)
}

function damaged(path: string, why: string): VisavisError {
  return new VisavisError('BadInput', `${path} is not a base of trade: ${why}.`, {
    hint: 'npm install visavis@latest restores the bases of the package',
  })
}

/**
 * Reads a base from a file.
 *
 * @throws VisavisError BadInput if the file is missing or damaged
 */
export function baseFromFile(path: string): TradeBase {
  try {
    return readBase(readFileSync(path), path)
  } catch (error) {
    if (error instanceof VisavisError) throw error
    throw new VisavisError('BadInput', `The base ${path} cannot be read.`, { cause: error })
  }
}
