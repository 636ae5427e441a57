import { normalQuantile } from './normal.ts'
import type { RandomStream } from './random.ts'

/**
 * Returns a function that draws from the standard normal. A draw is the quantile of a uniform number, so that each draw uses one 32-bit word of the stream.
 *
 * @param stream   source of the uniform numbers
 * @example normalDraws({ uint32: () => 0, below: () => 0 })() < -6   // true
 */
export function normalDraws(stream: RandomStream): () => number {
  return () => normalQuantile(uniform(stream))
}

/** Returns a uniform random number, strictly between 0 and 1. */
export function uniform(stream: RandomStream): number {
  return (stream.uint32() + 0.5) / 4294967296
}
