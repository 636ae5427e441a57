import { type State, states } from '../../states/index.ts'
import type { Snapshot, SourceCard } from '../../store/index.ts'
import { flagCode } from './panel-flags.ts'

/** The states of a panel, past and present; a cell of a pair is at `place(from) * states + place(to)`. */
export const panelStates: readonly State[] = states

const places: ReadonlyMap<string, number> = new Map(panelStates.map(({ iso3 }, at) => [iso3, at]))

/** The place of a state among `panelStates`; undefined for blocs, territories and the world. */
export function statePlace(iso3: string): number | undefined {
  return places.get(iso3)
}

/**
 * The figures of one series in one year, for all pairs. A directed series has the figure from one state to the other; an undirected one has each pair once,
 * the state that comes first by code first.
 */
export class PanelCells {
  /** NaN where there is no figure. */
  readonly values: Float64Array = new Float64Array(panelStates.length ** 2)
  readonly flags: Uint8Array = new Uint8Array(panelStates.length ** 2)
  /** Which of the sources of the series states the figure, counted from 1; 0 where there is none. */
  readonly sources: Uint8Array = new Uint8Array(panelStates.length ** 2)

  clear(): void {
    this.values.fill(Number.NaN)
    this.flags.fill(notCovered)
    this.sources.fill(0)
  }

  /** Sets the figure of a cell. */
  set(at: number, value: number, flag: number, source = 1): void {
    this.values[at] = value
    this.flags[at] = flag
    this.sources[at] = source
  }

  /** Says why a cell has no figure, unless it has one or a better reason: a missing row that means something goes before one that means nothing. */
  explain(at: number, flag: number): void {
    if (Number.isNaN(this.values[at]!) && reasons.indexOf(flag) > reasons.indexOf(this.flags[at]!)) this.flags[at] = flag
  }
}

const notCovered = flagCode('not-covered')

/** The flags of cells without a figure, the weakest first. */
const reasons = [notCovered, flagCode('not-applicable'), flagCode('unknown'), flagCode('under-threshold')]

/** The place of an undirected pair in the cells. */
export function pairCell(one: number, other: number): number {
  return one < other ? one * panelStates.length + other : other * panelStates.length + one
}

/** An indicator or measure of pairs by year. */
export interface PanelSeries {
  /** Id as in `visavis indicators`, `visavis methods` or `visavis world`. */
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly directed: boolean
  readonly definition: string
  readonly limits: string
  /** What the year of a figure refers to. */
  readonly year: string
  /** Name of its column; its id with underscores, unless given. */
  readonly column?: string
  /** What the two directions are called; from the first state to the second and back, unless given. */
  readonly sides?: readonly [ab: string, ba: string]
  /** Ids of the sources of the record that it rests on. */
  readonly sources: readonly string[]
  /** What a figure may have as its source: an id, or several with a blank between; `PanelCells.sources` counts them from 1. */
  readonly sourceTexts: readonly string[]
  /** Whether a figure comes from one of the sources, and not from all of them together. */
  readonly oneSourceEach: boolean
  /** Writes the figures of a year into cleared cells. */
  fill(year: number, cells: PanelCells): void
}

/** What the readers of series need. */
export interface PanelInputs {
  readonly snapshot: Snapshot
  readonly cards: ReadonlyMap<string, SourceCard>
  /** Last day of all figures. */
  readonly to: string
}
