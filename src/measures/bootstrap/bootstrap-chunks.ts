import { type BootstrapPlan, type BootstrapRoom, bootstrapPairs } from './bootstrap-pairs.ts'

/** A bootstrap that several threads work at, and how many of its pairs are already taken. */
export interface SharedJob {
  readonly plan: BootstrapPlan
  readonly room: BootstrapRoom
  readonly taken: Int32Array
}

const pairsPerChunk = 128

/** Takes the next chunk of pairs and bootstraps it; false where none is left. Which thread takes which chunk leaves no trace in the result. */
export function takeChunk({ plan, room, taken }: SharedJob): boolean {
  const from = Atomics.add(taken, 0, pairsPerChunk)
  if (from >= room.pairs) return false
  bootstrapPairs(plan, room, from, Math.min(from + pairsPerChunk, room.pairs))
  return true
}

/** Takes chunks until none is left. */
export function takeChunks(job: SharedJob): void {
  while (takeChunk(job));
}
