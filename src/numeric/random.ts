/** A random stream that is identical on every machine for the same seed. */
export interface RandomStream {
  /** Returns the next 32 bits, as an integer in [0, 2^32). */
  uint32(): number
  /** Returns a uniform integer in [0, bound); `bound` is from 1 to 2^32. */
  below(bound: number): number
  /** Fills an array with the numbers that calls of `below`, one for each element, would return. */
  fillBelow(target: Uint32Array, bound: number): void
}

const mask64 = (1n << 64n) - 1n

/**
 * Makes a SplitMix64 generator, which has one 64-bit word of state. It expands a seed into the state of a larger generator.
 *
 * @param seed   any integer; only its low 64 bits are used
 * @returns      a function that returns the next 64-bit word
 * @see Steele, Lea & Flood 2014, OOPSLA; constants as in Vigna's reference implementation
 * @example splitMix64(1477776061723855037n)() === 1985237415132408290n   // true
 */
export function splitMix64(seed: bigint): () => bigint {
  let state = seed & mask64
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & mask64
    let z = state
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask64
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask64
    return z ^ (z >> 31n)
  }
}

/**
 * Makes a stream of the generator Xoshiro128** 1.1 from its four words of state. The period is 2^128 - 1; 32-bit arithmetic makes it fast in JavaScript.
 *
 * @param state   four unsigned 32-bit words, not all zero
 * @throws RangeError if all four words are zero
 * @see Blackman & Vigna 2021, ACM Transactions on Mathematical Software 47(4)
 * @example xoshiro128([1, 2, 3, 4]).uint32()   // 11520
 */
export function xoshiro128(state: readonly [number, number, number, number]): RandomStream {
  let [a, b, c, d] = state
  if ((a | b | c | d) === 0) throw new RangeError('xoshiro128: the state must not be all zero')
  const uint32 = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotateLeft(d, 11)
    return result
  }
  const below = (bound: number): number => drawBelow(uint32, bound, limitOf(bound))
  const fillBelow = (target: Uint32Array, bound: number): void => {
    const limit = limitOf(bound)
    for (let i = 0; i < target.length; i++) target[i] = drawBelow(uint32, bound, limit)
  }
  return { uint32, below, fillBelow }
}

/**
 * Returns the stream for a seed, a name and an index. Streams with different names or indices are independent for all practical purposes. So work that takes a
 * stream per index gives the same result however it is split over threads.
 *
 * @param seed    a safe integer
 * @param name    the purpose of the stream, such as `bootstrap`
 * @param index   the number of the stream, such as that of a bootstrap replicate; a safe integer
 * @example randomStream(1, 'bootstrap', 0).uint32() === randomStream(1, 'bootstrap', 0).uint32()   // true
 */
export function randomStream(seed: number, name: string, index = 0): RandomStream {
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(index))
    throw new RangeError('randomStream: seed and index must be safe integers')
  return xoshiro128(startOf(seed, name, index))
}

type Start = readonly [number, number, number, number]

/**
 * The first states of streams. They are kept because the same replicates are requested for every year, and the 64-bit arithmetic is the main cost of a stream.
 */
const starts = new Map<string, Start>()

function startOf(seed: number, name: string, index: number): Start {
  const key = `${seed} ${index} ${name}`
  const kept = starts.get(key)
  if (kept !== undefined) return kept
  const next = splitMix64(namedWord(seed, name) ^ (BigInt(index) & mask64))
  const [first, second] = [next(), next()]
  const start: Start = [low(first), high(first), low(second), high(second)]
  if (starts.size >= 4096) starts.clear()
  starts.set(key, start)
  return start
}

/** The words computed from a seed and a name. They are kept because a bootstrap requests the same name thousands of times. */
const namedWords = new Map<string, bigint>()

function namedWord(seed: number, name: string): bigint {
  const key = `${seed} ${name}`
  const found = namedWords.get(key)
  if (found !== undefined) return found
  const word = splitMix64(splitMix64(BigInt(seed))() ^ fnv1a64(name))()
  if (namedWords.size >= 64) namedWords.clear()
  namedWords.set(key, word)
  return word
}

const low = (word: bigint): number => Number(word & 0xffffffffn)
const high = (word: bigint): number => Number(word >> 32n)
const rotateLeft = (x: number, by: number): number => (x << by) | (x >>> (32 - by))

function fnv1a64(text: string): bigint {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask64
  return hash
}

// Returns the largest multiple of the bound up to 2^32. Words from there on are drawn again, since their remainders would favour small values.
function limitOf(bound: number): number {
  if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) throw new RangeError(`below: ${bound} is not an integer from 1 to 2^32`)
  return 2 ** 32 - (2 ** 32 % bound)
}

function drawBelow(uint32: () => number, bound: number, limit: number): number {
  let word = uint32()
  while (word >= limit) word = uint32()
  return word % bound
}
