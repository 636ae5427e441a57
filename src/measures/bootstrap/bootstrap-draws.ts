import { randomStream } from '../../numeric/random.ts'

/**
 * How often each draw of a bootstrap holds each roll call. Several draws share one 32-bit number ("lanes"), so that one addition counts a roll call in
 * all of them; a lane is wide enough for the number of roll calls, which a sum over roll calls can never pass.
 */
export interface Draws {
  readonly count: number
  readonly rollCalls: number
  /** Width of a lane. */
  readonly bits: number
  /** Lanes per word. */
  readonly lanes: number
  /** Words per roll call. */
  readonly words: number
  /** packed[rollCall * words + word]: draw `word * lanes + lane` sits `lane * bits` bits up. */
  readonly packed: Int32Array
}

/**
 * Draws as many roll calls as there are, with replacement, `count` times. Draw number d comes from its own random stream, whatever the others do.
 *
 * @param rollCalls   how many there are to draw from
 * @param count       how many draws
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
    for (const r of drawnRollCalls(rollCalls, draw, seed)) packed[r * words + word]! += one
  }
  return { count, rollCalls, bits, lanes, words, packed }
}

const keptDraws = new Map<string, Draws>()
/** 48 MiB: the yearly series of a pair with the usual 200 draws take two. */
const mostKept = 48 * 2 ** 20

/** `drawRollCalls`, remembered: the draws depend neither on who is compared nor on how they voted, so that pair after pair asks for the same ones. */
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
 * The roll calls of one draw, by place among those drawn from.
 *
 * @example drawnRollCalls(5, 0, 1).length   // 5
 */
export function drawnRollCalls(rollCalls: number, draw: number, seed: number): Uint32Array {
  const stream = randomStream(seed, 'bootstrap', draw)
  const drawn = new Uint32Array(rollCalls)
  if (rollCalls > 0) stream.fillBelow(drawn, rollCalls)
  return drawn
}
