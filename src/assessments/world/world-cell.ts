import type { Evidence, Snapshot, SourceCard } from '../../store/index.ts'

/** A measure of one state towards the chosen one in one year. */
export interface WorldCell {
  readonly value: number
  /** Ends of the 90 % interval; absent where the figure is exact, at least, or one report. */
  readonly low?: number
  readonly high?: number
  /** What it rests on: roll calls, regimes, members of a bloc. */
  readonly n?: number
}

/** One state's figures by year; a year that is absent is unknown. */
export type WorldSeries = ReadonlyMap<number, WorldCell>

/** Every state's figures towards one state; a state that is absent is unknown throughout. */
export type WorldColumn = ReadonlyMap<string, WorldSeries>

/** What a reader of a measure is given. */
export interface WorldBench {
  readonly snapshot: Snapshot
  readonly cards: ReadonlyMap<string, SourceCard>
  /** No figure is later than this day. */
  readonly to: string
  readonly draws: number
  readonly seed: number
}

/** The figures of a measure towards one state, and the rows that all of them rest on. */
export interface WorldReading {
  readonly column: WorldColumn
  readonly evidence: readonly Evidence[]
}

/** Gathers cells by state and year. */
export class WorldCells {
  readonly column: Map<string, Map<number, WorldCell>> = new Map()

  set(state: string, year: number, cell: WorldCell): void {
    const own = this.column.get(state)
    if (own === undefined) this.column.set(state, new Map([[year, cell]]))
    else own.set(year, cell)
  }
}

/**
 * The day on which what is in force in a year is counted: its last, or the last day of the record in its own year.
 *
 * @example dayOfYear(2026, '2026-06-04')   // "2026-06-04"
 */
export function dayOfYear(year: number, to: string): string {
  return to.startsWith(String(year)) ? to : `${year}-12-31`
}
