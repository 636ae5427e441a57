import { normalQuantile } from './normal.ts'
import type { RandomStream } from './random.ts'

/**
 * Draws from the standard normal: the quantile of a uniform number, so that each takes one word of the stream.
 *
 * @param stream   where the uniform numbers come from
 * @example normalDraws({ uint32: () => 0, below: () => 0 })() < -6   // true
 */
export function normalDraws(stream: RandomStream): () => number {
  return () => normalQuantile(uniform(stream))
}

/** A number above 0 and below 1, never one of the two. */
export function uniform(stream: RandomStream): number {
  return (stream.uint32() + 0.5) / 4294967296
}
