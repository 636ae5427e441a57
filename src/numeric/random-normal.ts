import { normalQuantile } from './normal.ts'
import type { RandomStream } from './random.ts'

/**
 * Draws from the standard normal as quantiles of uniform numbers, so that each draw uses one word of the stream.
 *
 * @param stream   source of the uniform numbers
 * @example normalDraws({ uint32: () => 0, below: () => 0 })() < -6   // true
 */
export function normalDraws(stream: RandomStream): () => number {
  return () => normalQuantile(uniform(stream))
}

/** A number strictly between 0 and 1. */
export function uniform(stream: RandomStream): number {
  return (stream.uint32() + 0.5) / 4294967296
}
