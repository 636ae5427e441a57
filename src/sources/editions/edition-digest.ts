import type { Columns } from '../../store/cells.ts'
import type { RowsByTable } from '../reader/edition.ts'

/** A digest of the figures of one indicator, or of the rows of one table. It does not depend on their order. */
export interface Digest {
  readonly rows: number
  /** Hash that changes with any figure, party or period. */
  readonly hash: string
  readonly sum: number
  /** First day of any row; `to` is the last day. */
  readonly from: string
  readonly to: string
}

/** Columns that are not part of the digest: those of provenance, and the indicator, since each indicator has a digest of its own. */
const provenanceColumns = new Set(['indicator', 'valuation', 'status', 'source', 'vintage', 'locator', 'citation'])

/**
 * Computes the digests of an edition: of its observations by indicator, and of every other table as a whole. The hash is a sum of hashes of rows, so that the
 * order of rows does not matter.
 *
 * @param source   id of the source whose rows count; every row unless given
 *
 * @example digestsOf({}).size   // 0
 */
export function digestsOf(brought: RowsByTable, source?: string): Map<string, Digest> {
  const gathered = new Map<string, Gathered>()
  for (const [table, columns] of Object.entries(brought)) if ('source' in columns) gather(table, columns, gathered, source)
  return new Map([...gathered].map(([name, of]) => [name, digestOf(of)]))
}

interface Gathered {
  rows: number
  hash: number
  values: number[]
  from: string
  to: string
}

function gather(table: string, columns: Columns, gathered: Map<string, Gathered>, source: string | undefined): void {
  const cells = Object.entries(columns).flatMap(([name, column]) => (provenanceColumns.has(name) ? [] : [column]))
  const years = columns['year']
  const starts = columns['start_date'] ?? columns['date'] ?? years?.map((year) => `${year}-01-01`)
  const ends = columns['end_date'] ?? columns['date'] ?? years?.map((year) => `${year}-12-31`) ?? starts
  const { indicator: indicators, value: values } = columns
  for (let row = 0; row < (cells[0]?.length ?? 0); row++) {
    if (source !== undefined && columns['source']![row] !== source) continue
    const name = (indicators?.[row] ?? table) as string
    const [start, end] = [String(starts?.[row] ?? ''), String(ends?.[row] ?? starts?.[row] ?? '')]
    const of = gathered.get(name) ?? { rows: 0, hash: 0, values: [], from: start, to: end }
    gathered.set(name, of)
    of.rows++
    of.hash = (of.hash + rowHash(cells, row)) % hashModulus
    if (table === 'observations') of.values.push(values![row] as number)
    if (start < of.from) of.from = start
    if (end > of.to) of.to = end
  }
}

function digestOf({ rows, hash, values, from, to }: Gathered): Digest {
  const sum = Float64Array.from(values)
    .sort()
    .reduce((total, value) => total + value, 0)
  return { rows, hash: hash.toString(36), sum: Number(sum.toPrecision(9)), from, to }
}

/** Modulus of hashes. The sum of two hashes below 2^52 is still an exact whole number. */
const hashModulus = 2 ** 52

/** Hashes the cells of a row: two hashes of 26 bits (FNV-1a, from two starts), put together. */
function rowHash(cells: readonly (readonly unknown[])[], row: number): number {
  let [high, low] = [0x811c9dc5, 0x01000193]
  for (const column of cells) {
    const text = String(column[row])
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      high = Math.imul(high ^ code, 0x01000193)
      low = Math.imul(low ^ code, 0x85ebca6b)
    }
    high = Math.imul(high ^ 0x1f, 0x01000193)
    low = Math.imul(low ^ 0x1f, 0x85ebca6b)
  }
  return (high >>> 6) * 2 ** 26 + (low >>> 6)
}
