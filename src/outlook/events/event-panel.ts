/**
 * Cases in which an event could come, one row for each unit (a pair, a sender and a target, a state and a bloc) and origin: what was known at the end of the
 * year `origin`, and how long it took until the event came.
 */
export interface EventPanel {
  /** Names of the covariates. */
  readonly names: readonly string[]
  /** Covariates row by row; no NaN. */
  readonly values: Float32Array
  /** Number of the unit, from 0. */
  readonly unit: Int32Array
  readonly origin: Int16Array
  /** Years from the origin to the first event after it: 1 in the next year; Infinity where none came by the end of the data. */
  readonly wait: Float32Array
  /** What the row counts: cases that are parts of one matter, such as the members of a coalition in one war, share a weight of 1. */
  readonly share: Float32Array
  /**
   * How many rows the row stands for when a model is fitted; 0 where it is left out. Of the cases that are much alike and without the event, one in sixteen stands
   * for all, which changes a fit little and is ten times faster.
   */
  readonly standsFor: Uint8Array
  /** Group whose base rate is the baseline, such as the sender or the kind of bloc. */
  readonly group: Int16Array
  /** Names of the groups, by number. */
  readonly groups: readonly string[]
  /** The last year whose events are all known. */
  readonly lastKnown: number
}

/** Windows of forecasts, in years. */
export const eventHorizons = [1, 2, 3, 5, 10] as const
const longestHorizon = 10
const thinning = 16

/** A case of a panel. */
export interface EventCase {
  readonly unit: string
  readonly group: string
  readonly origin: number
  /** One for each name, in their order. */
  readonly covariates: readonly number[]
  readonly wait: number
  /** Default: 1. */
  readonly share?: number
  /** Whether the case is much like others, so that one in sixteen will do for a fit. */
  readonly isCommon?: boolean
}

/** Collects the rows of a panel. */
export class EventPanelBuilder {
  private readonly names: readonly string[]
  private readonly lastKnown: number
  private readonly values: number[] = []
  private readonly units = new Map<string, number>()
  private readonly groups = new Map<string, number>()
  private readonly rows: PanelRow[] = []

  constructor(names: readonly string[], lastKnown: number) {
    this.names = names
    this.lastKnown = lastKnown
  }

  add({ unit, group, origin, covariates, wait, share = 1, isCommon = false }: EventCase): void {
    for (const value of covariates) this.values.push(value)
    const number = numberOf(this.units, unit)
    const standsFor = !isCommon || wait <= longestHorizon ? 1 : (number + 5 * origin) % thinning === 0 ? thinning : 0
    this.rows.push({ unit: number, group: numberOf(this.groups, group), origin, wait, share, standsFor })
  }

  panel(): EventPanel {
    return {
      names: this.names,
      values: Float32Array.from(this.values),
      unit: Int32Array.from(this.rows, ({ unit }) => unit),
      origin: Int16Array.from(this.rows, ({ origin }) => origin),
      share: Float32Array.from(this.rows, ({ share }) => share),
      standsFor: Uint8Array.from(this.rows, ({ standsFor }) => standsFor),
      wait: Float32Array.from(this.rows, ({ wait }) => wait),
      group: Int16Array.from(this.rows, ({ group }) => group),
      groups: [...this.groups.keys()],
      lastKnown: this.lastKnown,
    }
  }
}

interface PanelRow {
  readonly unit: number
  readonly group: number
  readonly origin: number
  readonly wait: number
  readonly share: number
  readonly standsFor: number
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, numbers.size)
  return numbers.size - 1
}

/** Returns a panel without some of its covariates. */
export function withoutCovariates(panel: EventPanel, names: readonly string[]): EventPanel {
  const kept = panel.names.flatMap((name, c) => (names.includes(name) ? [] : [c]))
  const values = new Float32Array(panel.origin.length * kept.length)
  for (let row = 0; row < panel.origin.length; row++) {
    kept.forEach((c, i) => {
      values[row * kept.length + i] = panel.values[row * panel.names.length + c]!
    })
  }
  return { ...panel, names: kept.map((c) => panel.names[c]!), values }
}

/** How base rates are counted. */
export interface RateRule {
  /** How many years before the origin count. */
  readonly years: number
  /** How many cases of all groups weigh as much as the group's own. */
  readonly pooled: number
}

const usualRule: RateRule = { years: 20, pooled: 200 }

/**
 * Returns how often the event came within the horizon in those of the last years whose outcome was known at the origin, for each group: a group with few cases
 * is drawn towards the rate of all.
 *
 * @returns   one rate for each group that the panel has up to then, by its number; that of all at -1; 0 where nothing is known
 */
export function baseRates(
  panel: EventPanel,
  origin: number,
  horizon: number,
  { years, pooled }: RateRule = usualRule,
): ReadonlyMap<number, number> {
  const counts = new Map<number, { cases: number; events: number }>([[-1, { cases: 0, events: 0 }]])
  for (let row = 0; row < panel.origin.length; row++) {
    const year = panel.origin[row]!
    if (year > origin - horizon || year <= origin - horizon - years) continue
    for (const group of [-1, panel.group[row]!]) {
      const count = counts.get(group) ?? { cases: 0, events: 0 }
      count.cases += panel.share[row]!
      if (panel.wait[row]! <= horizon) count.events += panel.share[row]!
      counts.set(group, count)
    }
  }
  const all = counts.get(-1)!
  const rate = all.cases === 0 ? 0 : (all.events + 0.5) / (all.cases + 1)
  return new Map(
    [...counts].map(([group, { cases, events }]) => [group, group === -1 ? rate : (events + pooled * rate) / (cases + pooled)]),
  )
}
