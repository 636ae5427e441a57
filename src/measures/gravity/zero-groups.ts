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
 * minus infinity, and its rows contain no information. No row with a flow is left out, so that one pass finds all such groups.
 *
 * @param used   1 for the rows to look at; changed in place
 */
export function leaveOutZeroGroups(panel: Pick<GravityPanel, 'flow' | 'effects'>, used: Uint8Array): LeftOutRows {
  const zeroGroups = panel.effects.map(({ name, of, groups }) => ({ effect: name, ...leaveOut(panel.flow, { of, groups }, used) }))
  return { used, zeroGroups }
}

function leaveOut(
  flow: Float64Array,
  { of, groups }: Pick<GravityPanel['effects'][number], 'of' | 'groups'>,
  used: Uint8Array,
): { groups: number; rows: number } {
  // 1 for a group with flow, 2 for one whose rows are left out
  const kind = new Uint8Array(groups)
  for (let i = 0; i < flow.length; i++) if (flow[i]! > 0) kind[of[i]!] = 1
  const gone = { groups: 0, rows: 0 }
  for (let i = 0; i < flow.length; i++) {
    const group = of[i]!
    if (kind[group] === 1 || used[i] === 0) continue
    if (kind[group] === 0) gone.groups++
    kind[group] = 2
    used[i] = 0
    gone.rows++
  }
  return gone
}
