import type { GravityPanel } from './gravity-panel.ts'

/** Why a row has no part in the estimate. */
export interface LeftOutRows {
  /** 1 for a row that is used. */
  readonly used: Uint8Array
  /** How many groups of each set of effects have no flow at all, and how many rows went with them. */
  readonly zeroGroups: readonly { readonly effect: string; readonly groups: number; readonly rows: number }[]
}

/**
 * Leaves out the rows of groups without any flow, such as an exporter that sells nothing in a year: the fitted flow of such a group is 0 with an effect of
 * minus infinity, and its rows contain no information. Leaving out rows can empty further groups, so this repeats until nothing changes.
 *
 * @param used   1 for the rows to look at; changed in place
 */
export function leaveOutZeroGroups(panel: Pick<GravityPanel, 'flow' | 'effects'>, used: Uint8Array): LeftOutRows {
  const counts = panel.effects.map(({ name }) => ({ effect: name, groups: 0, rows: 0 }))
  const sums = panel.effects.map(({ groups }) => new Float64Array(groups))
  const gone = panel.effects.map(({ groups }) => new Uint8Array(groups))
  for (let changed = true; changed; ) {
    changed = false
    panel.effects.forEach(({ of }, e) => {
      const rows = leaveOut(panel.flow, of, used, sums[e]!, gone[e]!)
      counts[e]!.rows += rows
      if (rows > 0) changed = true
    })
  }
  panel.effects.forEach((_, e) => {
    counts[e]!.groups = gone[e]!.reduce((sum, one) => sum + one, 0)
  })
  return { used, zeroGroups: counts }
}

function leaveOut(flow: Float64Array, of: Int32Array, used: Uint8Array, sums: Float64Array, gone: Uint8Array): number {
  sums.fill(0)
  for (let i = 0; i < flow.length; i++) if (used[i] === 1) sums[of[i]!]! += flow[i]!
  let rows = 0
  for (let i = 0; i < flow.length; i++) {
    if (used[i] === 0 || sums[of[i]!]! > 0) continue
    used[i] = 0
    gone[of[i]!] = 1
    rows++
  }
  return rows
}
