import type { Votes } from '../similarity/votes.ts'
import { type Draws, drawRollCalls } from './bootstrap-draws.ts'

/**
 * Computes quadratic-weighted kappa of many pairs of states in each replicate of a bootstrap over roll calls. The replicates are
 * those of `bootstrapDyads` with the same seed, and the same for all pairs, so pairs can be compared replicate by
 * replicate.
 *
 * @param votes   positions, row-major by roll call
 * @param a, b    the pairs, as indices of states
 * @param draws   number of replicates
 * @param seed    a safe integer
 * @returns       row-major by pair; NaN in a replicate in which it is undefined
 * @example kappaDraws({ states: 2, rollCalls: 1, positions: Uint8Array.of(1, 3) }, [0], [1], 2, 1)   // [0, 0]
 */
export function kappaDraws(votes: Votes, a: ArrayLike<number>, b: ArrayLike<number>, draws: number, seed: number): Float64Array {
  const drawn = drawRollCalls(votes.rollCalls, draws, seed)
  const positions = byState(votes)
  const room = { cells: new Uint8Array(votes.rollCalls), sizes: new Uint32Array(10), counts: new Int32Array(10 * drawn.words) }
  const values = new Float64Array(a.length * draws)
  for (let pair = 0; pair < a.length; pair++) {
    countDraws(positions, a[pair]!, b[pair]!, drawn, room)
    kappas(room.counts, drawn, values, pair * draws)
  }
  return values
}

const none = 9

/** Working memory for one pair at a time. */
interface Room {
  readonly cells: Uint8Array
  readonly sizes: Uint32Array
  readonly counts: Int32Array
}

function byState({ states, rollCalls, positions }: Votes): Uint8Array {
  const turned = new Uint8Array(positions.length)
  for (let r = 0; r < rollCalls; r++) for (let s = 0; s < states; s++) turned[s * rollCalls + r] = positions[r * states + s]!
  return turned
}

/**
 * Counts the cells of a pair's table in every replicate, several replicates per word; roll calls in no cell are in the
 * tenth. The fullest cell is computed as the remainder, which saves most of the additions.
 */
function countDraws(
  positions: Uint8Array,
  a: number,
  b: number,
  { rollCalls, words, packed, lanes, bits }: Draws,
  { cells, sizes, counts }: Room,
): void {
  sizes.fill(0)
  for (let r = 0; r < rollCalls; r++) {
    const row = positions[a * rollCalls + r]!
    const column = positions[b * rollCalls + r]!
    const cell = row === 0 || column === 0 ? none : row * 3 + column - 4
    cells[r] = cell
    sizes[cell]!++
  }
  const fullest = sizes.indexOf(Math.max(...sizes))
  counts.fill(0)
  let whole = 0
  for (let lane = 0; lane < lanes; lane++) whole |= rollCalls << (lane * bits)
  counts.fill(whole, fullest * words, (fullest + 1) * words)
  for (let r = 0; r < rollCalls; r++) {
    if (cells[r] === fullest) continue
    for (let w = 0, at = cells[r]! * words, left = fullest * words, drawn = r * words; w < words; w++) {
      counts[at + w]! += packed[drawn + w]!
      counts[left + w]! -= packed[drawn + w]!
    }
  }
}

function kappas(counts: Int32Array, { count, words, lanes, bits }: Draws, out: Float64Array, at: number): void {
  const mask = bits === 32 ? -1 : (1 << bits) - 1
  const now = new Int32Array(9)
  for (let draw = 0, word = 0; draw < count; word++) {
    for (let cell = 0; cell < 9; cell++) now[cell] = counts[cell * words + word]!
    for (let lane = 0; lane < lanes && draw < count; lane++, draw++) {
      out[at + draw] = kappa(now, lane * bits, mask)
    }
  }
}

/** Computes kappa as in three-levels.ts: 1 - observed / expected disagreement, where abstention lies half-way and distances are squared. */
function kappa(cells: Int32Array, shift: number, mask: number): number {
  const [yy, ya, yn] = [(cells[0]! >>> shift) & mask, (cells[1]! >>> shift) & mask, (cells[2]! >>> shift) & mask]
  const [ay, aa, an] = [(cells[3]! >>> shift) & mask, (cells[4]! >>> shift) & mask, (cells[5]! >>> shift) & mask]
  const [ny, na, nn] = [(cells[6]! >>> shift) & mask, (cells[7]! >>> shift) & mask, (cells[8]! >>> shift) & mask]
  const rowY = yy + ya + yn
  const rowA = ay + aa + an
  const rowN = ny + na + nn
  const columnY = yy + ay + ny
  const columnA = ya + aa + na
  const columnN = yn + an + nn
  const oneStep = rowY * columnA + rowA * columnY + rowA * columnN + rowN * columnA
  const twoSteps = rowY * columnN + rowN * columnY
  return 1 - ((rowY + rowA + rowN) * (ya + ay + an + na + 4 * (yn + ny))) / (oneStep + 4 * twoSteps)
}
