/** Murphy's decomposition of the Brier score: score = reliability - resolution + uncertainty. */
export interface BrierParts {
  readonly score: number
  /** Mean square distance of the probabilities from how often the event came: 0 is perfect. */
  readonly reliability: number
  /** How far apart the frequencies are: more is better. */
  readonly resolution: number
  /** Of the event itself: base rate times its complement. */
  readonly uncertainty: number
  /** One entry for each distinct probability, ascending: the points of a reliability diagram. */
  readonly groups: readonly ReliabilityGroup[]
}

/** Forecasts of one probability. */
export interface ReliabilityGroup {
  readonly probability: number
  /** Share of them after which the event came. */
  readonly frequency: number
  /** Their number, or the sum of their weights. */
  readonly count: number
}

/**
 * Returns the Brier score: the mean square distance of probabilities from what came (1 or 0).
 *
 * @example brierScore([0.8, 0.4], [true, false]).toFixed(2)   // '0.10'
 */
export function brierScore(probabilities: ArrayLike<number>, occurred: readonly boolean[]): number {
  return occurred.reduce((sum, came, i) => sum + (probabilities[i]! - Number(came)) ** 2, 0) / occurred.length
}

/**
 * Returns the Brier score with its decomposition. It is exact, as forecasts are grouped by their exact probability; round the probabilities first for fewer
 * groups.
 *
 * @param weights   what each forecast counts; default: 1 each
 * @see Murphy 1973, Journal of Applied Meteorology 12(4)
 * @example brierParts([0.5, 0.5, 1], [true, false, true]).reliability   // 0
 */
export function brierParts(
  probabilities: ArrayLike<number>,
  occurred: readonly boolean[],
  weights: readonly number[] = occurred.map(() => 1),
): BrierParts {
  const n = weights.reduce((sum, weight) => sum + weight, 0)
  const groups = reliabilityGroups(probabilities, occurred, weights)
  const rate = groups.reduce((sum, { frequency, count }) => sum + count * frequency, 0) / n
  const mean = (of: (group: ReliabilityGroup) => number): number => groups.reduce((sum, group) => sum + group.count * of(group), 0) / n
  return {
    score: occurred.reduce((sum, came, i) => sum + weights[i]! * (probabilities[i]! - Number(came)) ** 2, 0) / n,
    reliability: mean(({ probability, frequency }) => (probability - frequency) ** 2),
    resolution: mean(({ frequency }) => (frequency - rate) ** 2),
    uncertainty: rate * (1 - rate),
    groups,
  }
}

function reliabilityGroups(probabilities: ArrayLike<number>, occurred: readonly boolean[], weights: readonly number[]): ReliabilityGroup[] {
  const counts = new Map<number, { count: number; came: number }>()
  occurred.forEach((came, i) => {
    const group = counts.get(probabilities[i]!) ?? { count: 0, came: 0 }
    counts.set(probabilities[i]!, { count: group.count + weights[i]!, came: group.came + weights[i]! * Number(came) })
  })
  return [...counts].sort(([a], [b]) => a - b).map(([probability, { count, came }]) => ({ probability, frequency: came / count, count }))
}
