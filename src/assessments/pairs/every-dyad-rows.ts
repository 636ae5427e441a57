import { isKnown, type Known } from '../../store/index.ts'
import type { DomainAssessment } from '../forms/assessment.ts'
import type { DomainId } from '../forms/domains.ts'

/** One figure of one pair as a row of a long table. Unknown figures have no value. */
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
  /** Percentile among the pairs that the figure's method names; null where there is none. */
  readonly percentile: number | null
  /** What the interval ends are: a kind of interval, or `exact`, `one report`, `at least`, `at most`. */
  readonly certainty: string | null
  /** Source ids, separated by spaces. */
  readonly source: string | null
}

/** Column names, in order. */
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
 * Returns the figures of an assessment as rows. A percentile is a column beside its figure, not a separate row. Single-year
 * figures (`kappa_quadratic.series`) are left out, since each pair has about eighty.
 */
export function rowsOf({ a, b, domains }: { a: { iso3: string }; b: { iso3: string }; domains: readonly DomainAssessment[] }): DyadRow[] {
  const rows: DyadRow[] = []
  for (const { id: domain, estimates } of domains) {
    for (const one of estimates) {
      const { id, state, unit, period } = one
      if (isRank(id) || id.endsWith('.series')) continue
      const known = isKnown(one) ? one : undefined
      const ends = known === undefined || known.interval === 'exact' ? undefined : known.interval
      rows.push({
        a: a.iso3,
        b: b.iso3,
        domain,
        id,
        state,
        value: known?.value ?? null,
        low: ends?.low ?? known?.value ?? null,
        high: ends?.high ?? known?.value ?? null,
        unit,
        period,
        percentile: known === undefined ? null : rankOf(estimates, id),
        certainty: known?.certainty ?? ends?.kind ?? (known === undefined ? null : 'exact'),
        source: known === undefined ? null : sourcesOf(known),
      })
    }
  }
  return rows
}

/** Returns the percentile that a domain has for one of its figures. */
function rankOf(estimates: DomainAssessment['estimates'], id: string): number | null {
  const rank = estimates.find((one) => isRank(one.id) && one.id.length === id.length + rankEnd.length && one.id.startsWith(id))
  return rank === undefined || !isKnown(rank) ? null : rank.value
}

function sourcesOf({ evidence }: Known): string {
  if (evidence.length === 1) return evidence[0]!.source
  return [...new Set(evidence.map(({ source }) => source))].join(' ')
}

const rankEnd = '.percentile'

function isRank(id: string): boolean {
  return id.endsWith(rankEnd)
}

/** Packs rows into bytes, one JSON array per line without column names. Half a million row objects would take a gigabyte. */
export function packedDyadRows(rows: readonly DyadRow[]): Uint8Array {
  const lines = rows.map((row) => `${JSON.stringify(dyadColumns.map((name) => row[name]))}\n`)
  return new TextEncoder().encode(lines.join(''))
}

/** Packed rows, decoded one piece at a time on each iteration. */
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

  /** Returns all rows, for `JSON.stringify` when the answer is small enough. */
  toJSON(): DyadRow[] {
    return [...this]
  }
}

/** Restores packed rows that another process passed as plain data. */
export function unpackedDyadRows({ pieces }: Pick<PackedRows, 'pieces'>): PackedRows {
  return new PackedRows(pieces)
}
