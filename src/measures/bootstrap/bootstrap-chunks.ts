import { type BootstrapPlan, type BootstrapResults, bootstrapPairs } from './bootstrap-pairs.ts'

/** A bootstrap shared by several threads, and the number of pairs already taken. */
export interface SharedJob {
  readonly plan: BootstrapPlan
  readonly room: BootstrapResults
  readonly taken: Int32Array
}

const pairsPerChunk = 128

/**
 * Takes the next chunk of pairs and bootstraps it. Returns whether there was one. The result does not depend on which thread
 * takes which chunk.
 */
export function bootstrapNextChunk({ plan, room, taken }: SharedJob): boolean {
  const from = Atomics.add(taken, 0, pairsPerChunk)
  if (from >= room.pairs) return false
  bootstrapPairs(plan, room, from, Math.min(from + pairsPerChunk, room.pairs))
  return true
}

/** Takes chunks until none is left. */
export function takeChunks(job: SharedJob): void {
  while (bootstrapNextChunk(job));
}
