import type { VoteTable } from './contingency.ts'

/**
 * Votes as bits: per state and per 32 roll calls three words (yes, abstain, no), one bit per roll call. Only states
 * with a position on at least one of the roll calls are kept.
 */
export interface BitPlanes {
  /** Indices of the states kept, ascending. */
  readonly states: Uint16Array
  /** Words per state and position: roll calls / 32, rounded up. */
  readonly words: number
  /** bits[(state * words + word) * 3 + position - 1], where state is the index among those kept. */
  readonly bits: Int32Array
}

/**
 * Packs the given roll calls.
 *
 * @param positions   row-major by roll call, `states` wide
 * @param rollCalls   which roll calls, in this order
 */
export function bitPlanes(positions: Uint8Array, states: number, rollCalls: Uint32Array): BitPlanes {
  const words = (rollCalls.length + 31) >>> 5
  const all = new Int32Array(states * words * 3)
  const seen = new Uint8Array(states)
  for (let r = 0; r < rollCalls.length; r++) {
    const from = rollCalls[r]! * states
    const bit = 1 << (r & 31)
    const word = (r >>> 5) * 3
    for (let s = 0; s < states; s++) {
      const position = positions[from + s]!
      if (position === 0) continue
      all[s * words * 3 + word + position - 1]! |= bit
      seen[s] = 1
    }
  }
  return keepSeen(all, seen, words)
}

function keepSeen(all: Int32Array, seen: Uint8Array, words: number): BitPlanes {
  const states = Uint16Array.from(Array.from(seen.keys()).filter((s) => seen[s] === 1))
  const size = words * 3
  const bits = new Int32Array(states.length * size)
  states.forEach((s, place) => {
    bits.set(all.subarray(s * size, (s + 1) * size), place * size)
  })
  return { states, words, bits }
}

// Each byte of a running sum grows by at most 8 per word, so 31 words fit before it is added to the cell.
const wordsPerSum = 31

/** Counts the nine cells of two of the kept states (by index) into `cells`. */
export function countCells(planes: BitPlanes, a: number, b: number, cells: VoteTable): void {
  const { bits, words } = planes
  cells.fill(0)
  for (let word = 0; word < words; word += wordsPerSum) {
    countBlock(bits, (a * words + word) * 3, (b * words + word) * 3, Math.min(wordsPerSum, words - word) * 3, cells)
  }
}

function countBlock(bits: Int32Array, atA: number, atB: number, size: number, cells: VoteTable): void {
  let yy = 0
  let ya = 0
  let yn = 0
  let ay = 0
  let aa = 0
  let an = 0
  let ny = 0
  let na = 0
  let nn = 0
  for (let i = 0; i < size; i += 3) {
    const aYes = bits[atA + i]!
    const aAbstain = bits[atA + i + 1]!
    const aNo = bits[atA + i + 2]!
    const bYes = bits[atB + i]!
    const bAbstain = bits[atB + i + 1]!
    const bNo = bits[atB + i + 2]!
    yy += bitsPerByte(aYes & bYes)
    ya += bitsPerByte(aYes & bAbstain)
    yn += bitsPerByte(aYes & bNo)
    ay += bitsPerByte(aAbstain & bYes)
    aa += bitsPerByte(aAbstain & bAbstain)
    an += bitsPerByte(aAbstain & bNo)
    ny += bitsPerByte(aNo & bYes)
    na += bitsPerByte(aNo & bAbstain)
    nn += bitsPerByte(aNo & bNo)
  }
  cells[0]! += sumOfBytes(yy)
  cells[1]! += sumOfBytes(ya)
  cells[2]! += sumOfBytes(yn)
  cells[3]! += sumOfBytes(ay)
  cells[4]! += sumOfBytes(aa)
  cells[5]! += sumOfBytes(an)
  cells[6]! += sumOfBytes(ny)
  cells[7]! += sumOfBytes(na)
  cells[8]! += sumOfBytes(nn)
}

function bitsPerByte(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (nibbles + (nibbles >>> 4)) & 0x0f0f0f0f
}

function sumOfBytes(sum: number): number {
  const halves = (sum & 0x00ff00ff) + ((sum >>> 8) & 0x00ff00ff)
  return (halves & 0xffff) + (halves >>> 16)
}
