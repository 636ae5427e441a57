/** A grouping of the rows of a panel: a set of fixed effects, or of clusters. */
export interface RowGroups {
  /** The name for the user: `exporter-year`. */
  readonly name: string
  /** The group of each row, from 0. */
  readonly of: Int32Array
  /** How many groups there are. */
  readonly groups: number
}

/** A regressor: its name, and its value in each row. */
export interface Regressor {
  readonly name: string
  readonly values: Float64Array
}

/** A panel of flows. All arrays have one entry for each row. */
export interface GravityPanel {
  /** The flow, at least 0, in any unit. */
  readonly flow: Float64Array
  readonly regressors: readonly Regressor[]
  /** The sets of fixed effects; without one, a constant is estimated. */
  readonly effects: readonly RowGroups[]
  /** Weight of each row, above 0; without it, each row counts the same. */
  readonly weights?: Float64Array | undefined
}

/**
 * Numbers texts in the order of their first appearance.
 *
 * @example groupRows('pair', ['CHL-PER', 'PER-CHL', 'CHL-PER']).of   // [0, 1, 0]
 */
export function groupRows(name: string, keys: readonly string[]): RowGroups {
  const seen = new Map<string, number>()
  const of = new Int32Array(keys.length)
  keys.forEach((key, i) => {
    const group = seen.get(key) ?? seen.size
    if (group === seen.size) seen.set(key, group)
    of[i] = group
  })
  return { name, of, groups: seen.size }
}

/**
 * Returns the groups of rows that are alike in both groupings: exporter and year give exporter-year.
 *
 * @example crossGroups('xt', groupRows('x', ['A', 'A']), groupRows('t', ['1', '2'])).groups   // 2
 */
export function crossGroups(name: string, a: RowGroups, b: RowGroups): RowGroups {
  const seen = new Map<number, number>()
  const of = new Int32Array(a.of.length)
  for (let i = 0; i < of.length; i++) {
    const key = a.of[i]! * b.groups + b.of[i]!
    const group = seen.get(key) ?? seen.size
    if (group === seen.size) seen.set(key, group)
    of[i] = group
  }
  return { name, of, groups: seen.size }
}
