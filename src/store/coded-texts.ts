import type { Cell, Columns } from './cells.ts'

/**
 * A column of texts in which each row holds a number instead of its text: row i has `texts[codes[i]]`, or NULL if the code is past the end of `texts`. The
 * texts are in DuckDB's order, so that codes sort like their texts.
 */
export interface CodedTexts {
  readonly codes: Uint16Array
  readonly texts: readonly string[]
}

/** A column to be written to a table, coded or not. */
export type CodedColumn = readonly Cell[] | CodedTexts

/** The columns of a table, of which some may be coded. */
export type CodedColumns = Readonly<Record<string, CodedColumn>>

/** The most different texts in a coded column: their codes, and one for NULL, must fit in 16 bits. */
const mostTexts = 2 ** 16 - 1

/**
 * Codes a column with few different texts, so that each text is checked, sorted and passed to DuckDB once instead of a million times.
 *
 * @returns undefined if a cell is neither text nor null, or if there are more than 65,535 different texts
 * @example codedTexts(['b', null, 'a', 'b'])   // { codes: Uint16Array.of(1, 2, 0, 1), texts: ['a', 'b'] }
 */
export function codedTexts(cells: readonly Cell[]): CodedTexts | undefined {
  const met = new Map<string, number>()
  const codes = new Uint16Array(cells.length)
  let [before, code]: [Cell, number] = [null, mostTexts]
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!
    if (cell !== before) {
      if (cell !== null && typeof cell !== 'string') return undefined
      code = cell === null ? mostTexts : (met.get(cell) ?? met.size)
      if (cell !== null && code === met.size) {
        if (code === mostTexts) return undefined
        met.set(cell, code)
      }
      before = cell
    }
    codes[row] = code
  }
  return ranked(codes, [...met.keys()])
}

function ranked(codes: Uint16Array, met: readonly string[]): CodedTexts {
  const order = met.map((_, code) => code).sort((a, b) => compareTexts(met[a]!, met[b]!))
  const rank = new Uint16Array(mostTexts + 1).fill(met.length)
  for (const [at, code] of order.entries()) rank[code] = at
  for (let row = 0; row < codes.length; row++) codes[row] = rank[codes[row]!]!
  return { codes, texts: order.map((code) => met[code]!) }
}

/**
 * Compares two texts by their UTF-8 bytes, as DuckDB does. JavaScript compares UTF-16 units, which puts characters beyond 2^16 (stored as surrogates) before
 * the last 8,192 characters below 2^16.
 */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return inOrder(x) - inOrder(y)
  }
  return a.length - b.length
}

function inOrder(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

export function isCoded(column: CodedColumn): column is CodedTexts {
  return 'codes' in column
}

/** Returns, in a list, the text (or null) of every row of a coded column; an empty list if rows differ, if there are none, or if the column is not coded. */
export function constantTextOf(column: CodedColumn): [] | [string | null] {
  if (!isCoded(column) || column.codes.length === 0) return []
  if (column.texts.length === 0) return [null]
  return column.texts.length === 1 && !column.codes.includes(1) ? [column.texts[0]!] : []
}

/** Returns the column in the form that DuckDB appends faster: coded if each text occurs in at least four rows on average, else as plain cells. */
export function codedOrCells(column: CodedColumn): CodedColumn {
  if (!isCoded(column) || column.texts.length * 4 <= column.codes.length) return column
  return Array.from(column.codes, (code) => column.texts[code] ?? null)
}

/** Counts the rows of the columns. */
export function rowCountOf(columns: Columns | CodedColumns): number {
  const [first] = Object.values(columns)
  if (first === undefined) return 0
  return isCoded(first) ? first.codes.length : first.length
}
