import { VisavisError } from '../../errors.ts'
import { highPriorityGoods } from './high-priority-goods.ts'

/** A list of goods by codes of the Harmonized System (two to six digits) or the EU's nomenclature (eight). */
export interface GoodsList {
  /** `all`, `chpl`, or the name of the user's file. */
  readonly id: string
  readonly title: string
  /** The codes; undefined: every product that the data have, by its own code. */
  readonly codes?: readonly ListedCode[]
  /** Without codes: products are codes cut to so many digits (eight unless given). */
  readonly digits?: number
  readonly notes: readonly string[]
}

export interface ListedCode {
  readonly code: string
  readonly tier: string | null
  /** Whether amounts before and after January 2022 (HS 2022) can be compared. */
  readonly comparable: boolean
}

export const allGoods: GoodsList = { id: 'all', title: 'every product that the data have', notes: [] }

/**
 * Returns the list of every product at the level of detail that most codes of a list have: its products are like those of the list.
 *
 * @example everyProductLike(highPriorityList).digits   // 6
 */
export function everyProductLike({ codes }: GoodsList): GoodsList {
  if (codes === undefined) return allGoods
  const lengths = codes.map(({ code }) => code.length).sort((a, b) => a - b)
  return { ...allGoods, id: 'every product', digits: lengths[lengths.length >> 1]! }
}

/** The Common High Priority List by its codes of HS 2022. */
export const highPriorityList: GoodsList = {
  id: 'chpl',
  title: 'Common High Priority List, 23 February 2024',
  codes: highPriorityGoods.map(({ hs2022, tier, comparable }) => ({ code: hs2022, tier, comparable })),
  notes: [],
}

const mostCodes = 20_000

/**
 * Reads a list of codes: the first column of a CSV, or one code a line. A first line without digits is a heading. A heading whose own parts are listed too is
 * left out, since both would count twice.
 *
 * @param name   name of the file, for messages
 * @throws BadInput with the line, for a code that is not two to eight digits; for a list without codes, and one of more than 20,000
 * @example goodsListOf('code\n8542\n854231\n8471', 'my.csv').codes?.map(({ code }) => code)   // ['854231', '8471']
 */
export function goodsListOf(text: string, name: string): GoodsList {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const codes = new Set<string>()
  let doubled = 0
  lines.forEach((line, i) => {
    const cell = (line.split(/[,;\t]/)[0] ?? '').replaceAll(/["\s.]/g, '')
    if (cell === '' || (i === 0 && !/\d/.test(cell))) return
    if (!/^\d{2,8}$/.test(cell)) {
      throw new VisavisError('BadInput', `${name}:${i + 1} has "${cell.slice(0, 40)}", not a code of two to eight digits`, {
        hint: 'one code a line, with its leading zero: 854231 or 85423190',
      })
    }
    if (codes.has(cell)) doubled++
    codes.add(cell)
  })
  if (codes.size === 0) throw new VisavisError('BadInput', `${name} has no code`, { hint: 'one code a line: 854231' })
  if (codes.size > mostCodes) throw new VisavisError('TooLarge', `${name} has ${codes.size} codes; lists are read up to ${mostCodes}`)
  const parents = [...codes].filter((code) => [...codes].some((other) => other !== code && other.startsWith(code)))
  return {
    id: name,
    title: `the list ${name}`,
    codes: [...codes]
      .filter((code) => !parents.includes(code))
      .map((code) => ({ code, tier: tierOf(code), comparable: isComparable(code) })),
    notes: [
      ...(parents.length === 0
        ? []
        : [
            `${parents.slice(0, 5).join(', ')}${parents.length > 5 ? ' …' : ''}: left out of the list, since it has parts of ${parents.length === 1 ? 'this heading' : 'these headings'} too.`,
          ]),
      ...(doubled === 0 ? [] : [`${doubled} codes stand twice in the list and count once.`]),
    ],
  }
}

const byCode = new Map(highPriorityGoods.map((good) => [good.hs2022, good]))

/**
 * Returns the tier of a product on the Common High Priority List; null if it is not on it.
 *
 * @example [tierOf('85423190'), tierOf('01012100')]   // ['1', null]
 */
export function tierOf(code: string): string | null {
  return byCode.get(code.slice(0, 6))?.tier ?? null
}

function isComparable(code: string): boolean {
  return byCode.get(code.slice(0, 6))?.comparable ?? true
}
