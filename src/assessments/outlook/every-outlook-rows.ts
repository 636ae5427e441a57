import type { IssuedEntry } from '../../outlook/ledger/issued-ledger.ts'
import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'

/** One forecast of one pair, as a row of a long table. */
export interface OutlookRow extends Omit<IssuedEntry, 'issued' | 'id'> {
  /** s81 is session 81 of the General Assembly; 2026-2030 a window of years. */
  readonly period: string
  /** Gain over the baseline in the back-test, as a share; null where there is none. */
  readonly skill: number | null
}

/** Columns of the CSV, in order, with the fields of a row. */
export const outlookRowColumns: readonly (readonly [column: string, field: keyof OutlookRow])[] = [
  ...(['a', 'b', 'target', 'horizon', 'period', 'unit', 'median', 'low80', 'high80', 'low95', 'high95'] as const).map(
    (name) => [name, name] as const,
  ),
  ...(['probability', 'baseline', 'skill'] as const).map((name) => [name, name] as const),
  ['resolves_on', 'resolvesOn'],
]

const texts: ReadonlySet<keyof OutlookRow> = new Set(['a', 'b', 'target', 'period', 'unit', 'resolvesOn'] as const)

/** Writes a forecast as a line of CSV, with five digits of each number; no cell of it needs quotation marks. */
export function outlookLine(a: string, b: string, target: OutlookTarget, period: string): string {
  const { bands } = target
  const [b80, b95] = [bands.find(({ level }) => level === 80), bands.find(({ level }) => level === 95)]
  const numbers = [target.median, b80?.low, b80?.high, b95?.low, b95?.high, target.probability, target.baseline, target.skill?.value]
  return `${a},${b},${target.id},${target.horizon},${period},${target.unit},${numbers.map(five).join(',')},${target.resolution.day}\n`
}

function five(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(Number(value.toPrecision(5)))
}

/** Forecasts of many pairs as pieces of CSV, read one row at a time: two million objects would take a gigabyte. */
export class PackedOutlooks implements Iterable<OutlookRow> {
  readonly pieces: readonly Uint8Array[]

  constructor(pieces: readonly Uint8Array[]) {
    this.pieces = pieces
  }

  /** The lines of each piece, without a heading. */
  *texts(): Generator<string> {
    for (const piece of this.pieces) yield new TextDecoder().decode(piece)
  }

  *[Symbol.iterator](): Iterator<OutlookRow> {
    for (const text of this.texts()) for (const line of text.split('\n')) if (line !== '') yield rowOf(line)
  }

  /** Returns all rows, for `JSON.stringify` where they are few. */
  toJSON(): OutlookRow[] {
    return [...this]
  }
}

function rowOf(line: string): OutlookRow {
  const cells = line.split(',')
  const fields = outlookRowColumns.map(([, field], i) => {
    const cell = cells[i]!
    return [field, texts.has(field) ? cell : cell === '' ? null : Number(cell)]
  })
  return Object.fromEntries(fields) as OutlookRow
}
