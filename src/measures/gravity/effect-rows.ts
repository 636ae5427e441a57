import type { RowGroups } from './gravity-panel.ts'

/**
 * The rows in use, ordered by the set of effects with the most groups (the lead effects: pairs, in a three-way model). These are eliminated exactly, so that
 * only the rest is left to solve.
 */
export interface EffectRows {
  /** Row of the panel at each position. */
  readonly panelRow: Int32Array
  /** Index of the lead set among the sets of the panel. */
  readonly lead: number
  /** First position of each lead group, and the end of the last. */
  readonly first: Int32Array
  /** Group of the panel for each lead group. */
  readonly leadGroup: Int32Array
  /** How many rows the largest lead group has. */
  readonly longest: number
  /** The other sets. */
  readonly rest: readonly RestEffects[]
  /** Number of groups of all other sets together. */
  readonly size: number
}

/** A set of effects that is not the lead. */
export interface RestEffects {
  /** Index of the set among the sets of the panel. */
  readonly set: number
  /** For each position the number of its group, counted through all other sets. */
  readonly at: Int32Array
  /** Where the numbers of this set begin. */
  readonly from: number
  /** Group of the panel for each group, counted from `from`. */
  readonly group: Int32Array
}

/**
 * Orders the rows in use by their lead effect, and numbers the groups that they have.
 *
 * @param effects   at least one set
 * @param used      1 for a row in use
 */
export function arrangeEffectRows(effects: readonly RowGroups[], used: Uint8Array): EffectRows {
  const lead = leadOf(effects)
  const { of, groups } = effects[lead]!
  const begin = new Int32Array(groups + 1)
  for (let i = 0; i < used.length; i++) if (used[i] === 1) begin[of[i]! + 1]!++
  const leadGroup: number[] = []
  const first: number[] = [0]
  let longest = 0
  for (let g = 0; g < groups; g++) {
    const rows = begin[g + 1]!
    begin[g + 1] = begin[g]! + rows
    if (rows === 0) continue
    leadGroup.push(g)
    first.push(begin[g + 1]!)
    longest = Math.max(longest, rows)
  }
  const panelRow = new Int32Array(begin[groups]!)
  for (let i = 0; i < used.length; i++) if (used[i] === 1) panelRow[begin[of[i]!]!++] = i
  let size = 0
  const rest = effects.flatMap((set, index) => {
    if (index === lead) return []
    const one = numberGroups(set, index, panelRow, size)
    size += one.group.length
    return [one]
  })
  return { panelRow, lead, first: Int32Array.from(first), leadGroup: Int32Array.from(leadGroup), longest, rest, size }
}

/** The set with the most groups; the first of those with equally many. */
function leadOf(effects: readonly RowGroups[]): number {
  let lead = 0
  effects.forEach(({ groups }, e) => {
    if (groups > effects[lead]!.groups) lead = e
  })
  return lead
}

function numberGroups({ of, groups }: RowGroups, set: number, panelRow: Int32Array, from: number): RestEffects {
  const numbers = new Int32Array(groups).fill(-1)
  const group: number[] = []
  const at = new Int32Array(panelRow.length)
  for (let i = 0; i < at.length; i++) {
    const g = of[panelRow[i]!]!
    if (numbers[g] === -1) numbers[g] = group.push(g) - 1
    at[i] = from + numbers[g]!
  }
  return { set, at, from, group: Int32Array.from(group) }
}

/** Writes the sum of `x` over the groups of each row into `out`; two sets, the usual case, in one pass. */
export function sumOfEffects({ rest }: EffectRows, x: Float64Array, out: Float64Array): void {
  if (rest.length === 2) {
    const [a, b] = [rest[0]!.at, rest[1]!.at]
    for (let i = 0; i < out.length; i++) out[i] = x[a[i]!]! + x[b[i]!]!
    return
  }
  out.fill(0)
  for (const { at } of rest) for (let i = 0; i < out.length; i++) out[i]! += x[at[i]!]!
}

/** Adds the value of each row to those of its groups in `out`. */
export function addToEffects({ rest }: EffectRows, values: Float64Array, out: Float64Array): void {
  if (rest.length === 2) {
    const [a, b] = [rest[0]!.at, rest[1]!.at]
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      out[a[i]!]! += value
      out[b[i]!]! += value
    }
    return
  }
  for (const { at } of rest) for (let i = 0; i < values.length; i++) out[at[i]!]! += values[i]!
}
