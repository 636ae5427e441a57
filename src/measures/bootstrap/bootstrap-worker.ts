import { answerChunks } from '../../numeric/chunks.ts'
import type { BootstrapJob } from './bootstrap.ts'
import { bootstrapPairs } from './bootstrap-pairs.ts'

// Worker thread of bootstrap-workers.ts. The results are in shared memory.
await answerChunks<Pick<BootstrapJob, 'plan' | 'room'>, void>(
  ({ plan, room }) =>
    (from, to) =>
      bootstrapPairs(plan, room, from, to),
)
