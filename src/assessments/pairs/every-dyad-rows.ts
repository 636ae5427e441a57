import { isKnown } from '../../store/index.ts'
import type { Assessment } from '../forms/assessment.ts'
import type { DomainId } from '../forms/domains.ts'

/** One figure of one domain of one pair, as a row of a long table. Unknown figures have no value. */
export interface DyadRow {
  readonly a: string
  readonly b: string
  readonly domain: DomainId
  readonly id: string
  readonly state: 'observed' | 'estimated' | 'unknown' | 'not-applicable'
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string
  readonly period: string
  /** Of the figure among the pairs that its method names; null where there is none. */
  readonly percentile: number | null
  /** What the ends are: a kind of interval, or `exact`, `one report`, `at least`. */
  readonly certainty: string | null
  /** Ids of the sources, between blanks. */
  readonly source: string | null
}

/** The names of the columns, in their order. */
export const dyadColumns = [
  'a',
  'b',
  'domain',
  'id',
  'state',
  'value',
  'low',
  'high',
  'unit',
  'period',
  'percentile',
  'certainty',
  'source',
] as const

/**
 * The figures of an assessment as rows: a percentile stands beside its figure and not on a line of its own; the figures of single years (`kappa_quadratic.series`) are left
 * out, since they are eighty a pair.
 */
export function rowsOf({ a, b, domains }: Pick<Assessment, 'a' | 'b' | 'domains'>): DyadRow[] {
  return domains.flatMap(({ id: domain, estimates }) => {
    const ranks = new Map(estimates.filter(isKnown).flatMap((one) => (isRank(one.id) ? [[one.id, one.value] as const] : [])))
    return estimates
      .filter(({ id }) => !isRank(id) && !id.endsWith('.series'))
      .map((one): DyadRow => {
        const { id, state, unit, period } = one
        const about = { a: a.iso3, b: b.iso3, domain, id, state }
        if (!isKnown(one))
          return { ...about, value: null, low: null, high: null, unit, period, percentile: null, certainty: null, source: null }
        const { value, interval, evidence } = one
        const [low, high] = interval === 'exact' ? [value, value] : [interval.low, interval.high]
        const certainty = one.certainty ?? (interval === 'exact' ? 'exact' : interval.kind)
        const source = [...new Set(evidence.map((each) => each.source))].join(' ')
        return { ...about, value, low, high, unit, period, percentile: ranks.get(`${id}.percentile`) ?? null, certainty, source }
      })
  })
}

function isRank(id: string): boolean {
  return id.endsWith('.percentile')
}

/** Rows as bytes, a line of JSON each without the names of the columns: half a million rows of objects would take a gigabyte. */
export function packedDyadRows(rows: readonly DyadRow[]): Uint8Array {
  const lines = rows.map((row) => `${JSON.stringify(dyadColumns.map((name) => row[name]))}\n`)
  return new TextEncoder().encode(lines.join(''))
}

/** Packed rows, opened one piece at a time whenever they are gone through. */
export class PackedRows implements Iterable<DyadRow> {
  readonly pieces: readonly Uint8Array[]

  constructor(pieces: readonly Uint8Array[]) {
    this.pieces = pieces
  }

  *[Symbol.iterator](): Iterator<DyadRow> {
    for (const piece of this.pieces) {
      for (const line of new TextDecoder().decode(piece).split('\n')) {
        if (line === '') continue
        const cells = JSON.parse(line) as unknown[]
        yield Object.fromEntries(dyadColumns.map((name, i) => [name, cells[i]])) as unknown as DyadRow
      }
    }
  }

  /** For `JSON.stringify` of an answer that is small enough for it. */
  toJSON(): DyadRow[] {
    return [...this]
  }
}

/** Packed rows that came from another process, as plain data, to be gone through again. */
export function unpackedDyadRows({ pieces }: Pick<PackedRows, 'pieces'>): PackedRows {
  return new PackedRows(pieces)
}
