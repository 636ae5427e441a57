import { type CodedColumn, type CodedColumns, type CodedTexts, compareTexts, constantTextOf, isCoded, rowCountOf } from './coded-texts.ts'

/**
 * Returns the order of rows sorted by all their columns, the first column first and NULL last, as DuckDB's `ORDER BY ALL` sorts. This function is several times
 * faster than DuckDB for long tables with repeated texts in the first columns. Equal rows keep their order.
 *
 * @returns the indexes of the rows, in that order
 * @example [...rowOrder({ state: ['USA', 'CHN'], year: [1950, 1949] })]   // [1, 0]
 */
export function rowOrder(columns: CodedColumns): Uint32Array {
  const list = Object.values(columns).filter((column) => constantTextOf(column).length === 0)
  const plain = list.findIndex((column) => !isCoded(column))
  const leading = (plain < 0 ? list : list.slice(0, plain)) as CodedTexts[]
  const order = byCodes(leading, rowCountOf(columns))
  if (plain >= 0) sortTies(order, leading, list.slice(plain))
  return order
}

/** Sorts rows by coded columns with a counting sort, from the last column to the first; each pass keeps the order of equal rows. */
function byCodes(columns: readonly CodedTexts[], length: number): Uint32Array {
  let order = Uint32Array.from({ length }, (_, row) => row)
  for (const { codes, texts } of columns.toReversed()) {
    const next = new Uint32Array(texts.length + 2)
    for (const code of codes) next[code + 1]!++
    for (let code = 1; code < next.length; code++) next[code]! += next[code - 1]!
    const sorted = new Uint32Array(length)
    for (const row of order) sorted[next[codes[row]!]!++] = row
    order = sorted
  }
  return order
}

function sortTies(order: Uint32Array, leading: readonly CodedTexts[], rest: readonly CodedColumn[]): void {
  const tied = (a: number, b: number): boolean => leading.every(({ codes }) => codes[a] === codes[b])
  const compare = comparing(rest)
  let start = 0
  for (let end = 1; end <= order.length; end++) {
    if (end < order.length && tied(order[start]!, order[end]!)) continue
    if (end - start > 1) order.subarray(start, end).sort(compare)
    start = end
  }
}

function comparing(columns: readonly CodedColumn[]): (a: number, b: number) => number {
  const each = columns.map((column) => (isCoded(column) ? byCode(column) : byCell(column)))
  return (a, b) => {
    for (const compare of each) {
      const result = compare(a, b)
      if (result !== 0) return result
    }
    return a - b
  }
}

function byCode({ codes }: CodedTexts): (a: number, b: number) => number {
  return (a, b) => codes[a]! - codes[b]!
}

function byCell(cells: Exclude<CodedColumn, CodedTexts>): (a: number, b: number) => number {
  return (a, b) => {
    const [x, y] = [cells[a]!, cells[b]!]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    if (typeof x === 'string') return compareTexts(x, y as string)
    return Number(x) - Number(y)
  }
}
