import type { Evidence, Snapshot, SourceCard } from '../../store/index.ts'

/** A state's measure towards the chosen state in one year. */
export interface WorldCell {
  readonly value: number
  /** Ends of the 90 % interval; absent where the figure is exact, a lower bound, or a single report. */
  readonly low?: number
  readonly high?: number
  /** Number behind the figure: common roll calls; for ideal points, votes of the state with fewer; towards a bloc, members. */
  readonly n?: number
  /** Of a share over a bloc: that of which it is a share. */
  readonly whole?: number
}

/** One state's figures by year; missing years are unknown. */
export type WorldSeries = ReadonlyMap<number, WorldCell>

/** Every state's figures towards one state; missing states are unknown throughout. */
export type WorldColumn = ReadonlyMap<string, WorldSeries>

/** The inputs of a measure's reader. */
export interface WorldInputs {
  readonly snapshot: Snapshot
  readonly cards: ReadonlyMap<string, SourceCard>
  /** Figures after this day are excluded. */
  readonly to: string
  readonly draws: number
  readonly seed: number
}

/** The figures of a measure towards one state, and the rows behind them. */
export interface WorldReading {
  readonly column: WorldColumn
  readonly evidence: readonly Evidence[]
}

/** Collects cells by state and year. */
export class WorldCells {
  readonly column: Map<string, Map<number, WorldCell>> = new Map()

  set(state: string, year: number, cell: WorldCell): void {
    const own = this.column.get(state)
    if (own === undefined) this.column.set(state, new Map([[year, cell]]))
    else own.set(year, cell)
  }
}

/**
 * Returns the reference day of a year for counting what is in force: its last day, or `to` in the year of `to`.
 *
 * @example referenceDay(2026, '2026-06-04')   // "2026-06-04"
 */
export function referenceDay(year: number, to: string): string {
  return to.startsWith(String(year)) ? to : `${year}-12-31`
}
