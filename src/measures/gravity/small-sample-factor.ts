import type { RowGroups } from './gravity-panel.ts'

/**
 * How errors are corrected for the size of the sample. `clusters`: G / (G - 1), with G clusters, as in Stata's ppmlhdfe and the WTO's guide. `fixest`: that
 * times (n - 1) / (n - K), the default of the R package fixest, where K counts coefficients and fixed effects, but not effects that are nested in a cluster.
 * `none`: no correction.
 */
export type SmallSampleFactor = 'clusters' | 'fixest' | 'none'

/** What the factor depends on. */
export interface SampleSize {
  readonly rows: number
  readonly coefficients: number
  /** The sets of effects, with the groups in use. */
  readonly effects: readonly RowGroups[]
  /** The sets of clusters, with the clusters in use; none if rows are independent. */
  readonly clusters: readonly RowGroups[]
}

/**
 * Returns the number by which variances are multiplied. With several sets of clusters, G is the number of the smallest.
 *
 * @throws RangeError for fewer than two clusters
 */
export function smallSampleFactor(kind: SmallSampleFactor, size: SampleSize): number {
  if (kind === 'none') return 1
  const clusters = size.clusters.length === 0 ? size.rows : Math.min(...size.clusters.map(({ groups }) => groups))
  if (clusters < 2) throw new RangeError('fewer than two clusters')
  if (kind === 'clusters') return clusters / (clusters - 1)
  const ofClusters = size.clusters.length === 0 ? 1 : clusters / (clusters - 1)
  return (ofClusters * (size.rows - 1)) / (size.rows - parameters(size))
}

/** Counts coefficients and fixed effects as fixest does: one is left out for each set but the first, and nested sets count as one constant at most. */
function parameters({ coefficients, effects, clusters }: SampleSize): number {
  const nested = effects.filter((set) => clusters.some((cluster) => isNested(set, cluster)))
  const all = coefficients + effects.reduce((sum, { groups }) => sum + groups, 0) - (effects.length - 1)
  const rest =
    nested.length === effects.length ? coefficients + 1 : all - nested.reduce((sum, { groups }) => sum + groups, 0) + nested.length
  return Math.max(rest, coefficients + 1)
}

/** Whether all rows of each group are in one cluster. */
function isNested(set: RowGroups, cluster: RowGroups): boolean {
  const of = new Int32Array(set.groups).fill(-1)
  return set.of.every((group, i) => {
    if (of[group] === -1) of[group] = cluster.of[i]!
    return of[group] === cluster.of[i]
  })
}
