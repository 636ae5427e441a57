/** What members must pay each other so that all lose the same share. */
export interface EqualisingTransfers {
  /** The common loss as a share of each member's size. */
  readonly share: number
  /** What each member receives from the others; negative: what it pays. They sum to zero. */
  readonly received: readonly number[]
  /** The sum that changes hands. */
  readonly volume: number
}

/**
 * Computes the payments between members after which each loses the same share of its size.
 *
 * @param losses   of each member, in money; a gain is negative
 * @param sizes    of each member in the same money, such as its spending; each above zero
 * @throws RangeError for lists of different lengths or a size that is not above zero
 * @see Chowdhry, Hinz, Kamin & Wanner 2024, Economic Policy 39(118)
 * @example equalisingTransfers([3, 1], [100, 100]).received   // [1, -1]
 */
export function equalisingTransfers(losses: readonly number[], sizes: readonly number[]): EqualisingTransfers {
  if (losses.length !== sizes.length || !sizes.every((size) => size > 0)) throw new RangeError('each loss needs a size above zero')
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  const share = losses.length === 0 ? 0 : total(losses) / total(sizes)
  const received = losses.map((loss, i) => loss - share * sizes[i]!)
  return { share, received, volume: total(received.map((value) => Math.max(0, value))) }
}
