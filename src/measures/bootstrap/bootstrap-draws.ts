import { randomStream } from '../../numeric/random.ts'

/**
 * How often each bootstrap replicate contains each roll call. Several replicates share one 32-bit number ("lanes"), so
 * one addition counts a roll call in all of them. A lane is wide enough for the total number of roll calls, which no
 * count can exceed.
 */
export interface Draws {
  readonly count: number
  readonly rollCalls: number
  /** Width of a lane in bits. */
  readonly bits: number
  /** Lanes per word. */
  readonly lanes: number
  /** Words per roll call. */
  readonly words: number
  /** packed[rollCall * words + word]: replicate `word * lanes + lane` is shifted by `lane * bits` bits. */
  readonly packed: Int32Array
}

/**
 * Draws roll calls with replacement, as many as there are, `count` times. Replicate d has its own random stream,
 * independent of the others.
 *
 * @param rollCalls   number of roll calls to draw from
 * @param count       number of replicates
 * @param seed        a safe integer
 */
export function drawRollCalls(rollCalls: number, count: number, seed: number): Draws {
  const bits = Math.max(1, 32 - Math.clz32(rollCalls))
  const lanes = Math.floor(32 / bits)
  const words = Math.ceil(count / lanes)
  const packed = new Int32Array(new SharedArrayBuffer(4 * rollCalls * words))
  for (let draw = 0; draw < count; draw++) {
    const word = Math.floor(draw / lanes)
    const one = 1 << ((draw % lanes) * bits)
    const drawn = drawnRollCalls(rollCalls, draw, seed)
    for (let i = 0; i < rollCalls; i++) packed[drawn[i]! * words + word]! += one
  }
  return { count, rollCalls, bits, lanes, words, packed }
}

const keptDraws = new Map<string, Draws>()
/** Most bytes of replicates to keep (48 MiB). The yearly series of a pair with the default 200 replicates take 2 MiB. */
const mostKept = 48 * 2 ** 20

/**
 * Returns the replicates of `drawRollCalls`, cached. They depend neither on the states compared nor on their votes, so every pair
 * requests the same ones.
 */
export function drawsFor(rollCalls: number, count: number, seed: number): Draws {
  const key = `${rollCalls} ${count} ${seed}`
  const kept = keptDraws.get(key)
  if (kept !== undefined) return kept
  const made = drawRollCalls(rollCalls, count, seed)
  let bytes = made.packed.byteLength
  for (const one of keptDraws.values()) bytes += one.packed.byteLength
  if (bytes > mostKept) keptDraws.clear()
  keptDraws.set(key, made)
  return made
}

/**
 * Returns the roll calls of one replicate, by position among those drawn from.
 *
 * @example drawnRollCalls(5, 0, 1).length   // 5
 */
export function drawnRollCalls(rollCalls: number, draw: number, seed: number): Uint32Array {
  const stream = randomStream(seed, 'bootstrap', draw)
  const drawn = new Uint32Array(rollCalls)
  if (rollCalls > 0) stream.fillBelow(drawn, rollCalls)
  return drawn
}
