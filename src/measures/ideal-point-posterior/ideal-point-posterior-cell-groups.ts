import type { IdealPointSample } from '../ideal-points/ideal-point-sample.ts'

/** Cells that move together: those of one session, or of all sessions up to or from one. */
export interface Group {
  /** The range of its cells: first, and one after the last. */
  readonly from: number
  readonly to: number
  /** Items with all votes in the range. They move along, so that the probability of these votes is unchanged. */
  readonly own: Int32Array
  /** By item: 1 where the item is in `own`, else 0. */
  readonly isOwn: Uint8Array
  /** The votes in the range on other items: item, cell, category (0 yes, 1 abstain, 2 no) of each. */
  readonly tied: Int32Array
}

/** Numbers per vote in `tied`. */
export const tiedWidth = 3

/**
 * Returns the groups of a sample: each session by itself and, for each boundary between sessions, all cells before or after it,
 * whichever are fewer. Duplicates of a single session are left out.
 */
export function groupsOf(sample: IdealPointSample): { readonly sessions: Group[]; readonly sides: Group[] } {
  const begins = sample.cellSession.reduce<number[]>((list, session, cell, all) => {
    if (cell === 0 || session !== all[cell - 1]) list.push(cell)
    return list
  }, [])
  const reach = reachOf(sample)
  const n = sample.cellSession.length
  const ends = [...begins.slice(1), n]
  return {
    sessions: begins.map((from, i) => groupOf(sample, reach, from, ends[i]!)),
    sides: begins
      .slice(2, -1)
      .map((between) => (2 * between <= n ? groupOf(sample, reach, 0, between) : groupOf(sample, reach, between, n))),
  }
}

/** Returns the first and last cell of each item. */
function reachOf({ items, itemStart, itemCell }: IdealPointSample): Int32Array {
  const reach = new Int32Array(2 * items.length)
  for (let item = 0; item < items.length; item++) {
    const cells = itemCell.subarray(itemStart[3 * item]!, itemStart[3 * item + 3]!)
    reach[2 * item] = cells.reduce((a, b) => Math.min(a, b))
    reach[2 * item + 1] = cells.reduce((a, b) => Math.max(a, b))
  }
  return reach
}

function groupOf(sample: IdealPointSample, reach: Int32Array, from: number, to: number): Group {
  const { items, itemStart, itemCell } = sample
  const own: number[] = []
  const tied: number[] = []
  for (let item = 0; item < items.length; item++) {
    const [first, last] = [reach[2 * item]!, reach[2 * item + 1]!]
    if (last < from || first >= to) continue
    if (first >= from && last < to) own.push(item)
    else
      for (let category = 0; category < 3; category++)
        for (let k = itemStart[3 * item + category]!; k < itemStart[3 * item + category + 1]!; k++)
          if (itemCell[k]! >= from && itemCell[k]! < to) tied.push(item, itemCell[k]!, category)
  }
  const isOwn = new Uint8Array(items.length)
  for (const item of own) isOwn[item] = 1
  return { from, to, own: Int32Array.from(own), isOwn, tied: Int32Array.from(tied) }
}
