import type { MeasureName } from '../../measures/index.ts'

/** Measures that are 0 or undefined where one of two states took a single position throughout, whatever the other did. */
export const needsVariation: ReadonlySet<MeasureName> = new Set<MeasureName>(['kappa_quadratic', 'tau_b', 'benati_capurri_a'])

/** Which of the two took a single position throughout; undefined if neither did. */
export type ConstantSide = 'a' | 'b' | 'both' | undefined

/**
 * Returns which state took a single position on all common votes. Kappa is then 0 or undefined whatever the other did, and carries no information.
 *
 * @param table   3 × 3 counts of positions; rows are the first state's positions
 * @example constantSide(Float64Array.of(4, 1, 0, 0, 0, 0, 0, 0, 0))   // 'a'
 * @example constantSide(Float64Array.of(4, 1, 0, 0, 2, 0, 0, 0, 0))   // undefined
 */
export function constantSide(table: Float64Array): ConstantSide {
  const rows = [0, 3, 6].filter((i) => table[i]! + table[i + 1]! + table[i + 2]! > 0).length
  const columns = [0, 1, 2].filter((i) => table[i]! + table[i + 3]! + table[i + 6]! > 0).length
  if (rows === 1 && columns === 1) return 'both'
  return rows === 1 ? 'a' : columns === 1 ? 'b' : undefined
}
