import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { VisavisError } from '../../errors.ts'
import { packageFile } from '../../store/package-files.ts'
import { type GoodsList, tierOf } from '../goods/goods-list.ts'

/** What is known of the bundled panel besides its amounts. */
export interface RestrictedGoodsCard {
  readonly schema: 'visavis-restricted-goods/1'
  readonly title: string
  /** Id of the source of which this is an extract, and its edition. */
  readonly source: string
  readonly vintage: string
  readonly citation: string
  readonly licence: string
  readonly reporters: readonly string[]
  readonly partners: readonly string[]
  readonly products: readonly string[]
  readonly months: readonly string[]
  /** Headings that the extract had beside its eight-digit codes; they are left out. */
  readonly headings: number
}

/** Exports of the EU's members together, of goods under its export sanctions, by eight-digit code, partner and month, in EUR. */
export interface RestrictedGoods extends RestrictedGoodsCard {
  /** Amounts by partner, then product, then month; 0 where no trade was declared. */
  readonly cells: Float64Array
}

const path = 'data/routes/eu-restricted-goods.panel'

let held: RestrictedGoods | undefined

/**
 * Returns the panel that the package brings; it is read once.
 *
 * @throws BadInput if the file is damaged
 */
export function restrictedGoods(): RestrictedGoods {
  held ??= readRestrictedGoods(readFileSync(packageFile(path)))
  return held
}

/**
 * Reads a panel: one line of JSON, then the amounts in whole euros, each in as many groups of seven bits as it needs, the lowest first, compressed by gzip.
 *
 * @throws BadInput if the bytes are no panel or are cut short
 */
export function readRestrictedGoods(bytes: Uint8Array): RestrictedGoods {
  const end = bytes.indexOf(0x0a)
  try {
    const card = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as RestrictedGoodsCard
    return {
      ...card,
      cells: unpacked(gunzipSync(bytes.subarray(end + 1)), card.partners.length * card.products.length * card.months.length),
    }
  } catch (error) {
    throw new VisavisError('BadInput', `${path} is damaged: ${(error as Error).message}`, { hint: 'install the package again' })
  }
}

function unpacked(bytes: Uint8Array, count: number): Float64Array {
  const cells = new Float64Array(count)
  let [at, value, place] = [0, 0, 1]
  for (const byte of bytes) {
    value += (byte & 127) * place
    place *= 128
    if (byte > 127) continue
    cells[at++] = value
    value = 0
    place = 1
  }
  if (at !== count) throw new Error(`it has ${at} amounts, not ${count}`)
  return cells
}

/** Writes a panel as bytes, the reverse of `readRestrictedGoods`; amounts are rounded to whole euros. */
export function packedAmounts(cells: Float64Array): Uint8Array {
  const bytes: number[] = []
  for (const cell of cells) {
    let rest = Math.round(cell)
    while (rest > 127) {
      bytes.push((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    bytes.push(rest)
  }
  return Uint8Array.from(bytes)
}

/** Returns the goods of the bundled panel as a list, to be applied to any data. */
export function restrictedGoodsList(): GoodsList {
  const { title, products } = restrictedGoods()
  return { id: 'sanctioned', title, codes: products.map((code) => ({ code, tier: tierOf(code), comparable: true })), notes: [] }
}
