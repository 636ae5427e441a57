import { writeSimilarity } from '../similarity/three-level-measures.ts'
import type { Draws } from './bootstrap-draws.ts'

/** The cell of a roll call on which either state has no position; 0 to 8 are those of the 3 × 3 table. */
export const noCell = 9

/**
 * Counts the cells of a pair in every bootstrap replicate. The fullest cell is computed as the remainder, which saves
 * most of the additions.
 *
 * @param cellOf   the cell of each roll call, or `noCell`
 * @param counts   10 × words: counts[cell * words + word], lanes as in `Draws.packed`; overwritten
 */
export function countInDraws(draws: Draws, cellOf: Uint8Array, counts: Int32Array): void {
  const { words, packed, rollCalls } = draws
  const fullest = fullestCell(cellOf, rollCalls)
  counts.fill(0, 0, 10 * words)
  for (let r = 0; r < rollCalls; r++) {
    const cell = cellOf[r]!
    if (cell === fullest) continue
    const at = cell * words
    const drawn = r * words
    for (let w = 0; w < words; w++) counts[at + w]! += packed[drawn + w]!
  }
  fillRest(draws, counts, fullest)
}

const sizes = new Uint32Array(10)

function fullestCell(cellOf: Uint8Array, rollCalls: number): number {
  sizes.fill(0)
  for (let r = 0; r < rollCalls; r++) sizes[cellOf[r]!]!++
  let fullest = 0
  for (let cell = 1; cell < 10; cell++) if (sizes[cell]! > sizes[fullest]!) fullest = cell
  return fullest
}

function fillRest({ words, rollCalls, bits, lanes }: Draws, counts: Int32Array, fullest: number): void {
  let all = 0
  for (let lane = 0; lane < lanes; lane++) all |= rollCalls << (lane * bits)
  for (let w = 0; w < words; w++) {
    let rest = all
    for (let cell = 0; cell < 10; cell++) rest -= counts[cell * words + w]!
    counts[fullest * words + w] = rest
  }
}

const cells = new Float64Array(9)

/** Computes every measure in every replicate: values[measure * draws + draw], in the order of `measureNames`. */
export function measuresInDraws(draws: Draws, counts: Int32Array, values: Float64Array): void {
  const { count, words, lanes, bits } = draws
  const mask = bits === 32 ? -1 : (1 << bits) - 1
  for (let draw = 0, word = 0; draw < count; word++) {
    for (let lane = 0; lane < lanes && draw < count; lane++, draw++) {
      const shift = lane * bits
      for (let cell = 0; cell < 9; cell++) cells[cell] = (counts[cell * words + word]! >>> shift) & mask
      writeSimilarity(cells, values, draw, count)
    }
  }
}

/**
 * Computes only quadratic-weighted kappa in every replicate: the same figures as in `measuresInDraws`, in a fifth of the time.
 * NaN where it is undefined.
 */
export function kappaInDraws(draws: Draws, counts: Int32Array, values: Float64Array): void {
  const { count, words, lanes, bits } = draws
  const mask = bits === 32 ? -1 : (1 << bits) - 1
  for (let draw = 0, word = 0; draw < count; word++) {
    for (let lane = 0; lane < lanes && draw < count; lane++, draw++) values[draw] = kappaOfLane(counts, word, words, lane * bits, mask)
  }
}

function kappaOfLane(counts: Int32Array, word: number, words: number, shift: number, mask: number): number {
  const yy = (counts[word]! >>> shift) & mask
  const ya = (counts[word + words]! >>> shift) & mask
  const yn = (counts[word + 2 * words]! >>> shift) & mask
  const ay = (counts[word + 3 * words]! >>> shift) & mask
  const aa = (counts[word + 4 * words]! >>> shift) & mask
  const an = (counts[word + 5 * words]! >>> shift) & mask
  const ny = (counts[word + 6 * words]! >>> shift) & mask
  const na = (counts[word + 7 * words]! >>> shift) & mask
  const nn = (counts[word + 8 * words]! >>> shift) & mask
  const [rowY, rowA, rowN] = [yy + ya + yn, ay + aa + an, ny + na + nn]
  const [columnY, columnA, columnN] = [yy + ay + ny, ya + aa + na, yn + an + nn]
  const oneStep = (rowY + rowN) * columnA + rowA * (columnY + columnN)
  const twoSteps = rowY * columnN + rowN * columnY
  return 1 - ((rowY + rowA + rowN) * (ya + ay + an + na + 4 * (yn + ny))) / (oneStep + 4 * twoSteps)
}
