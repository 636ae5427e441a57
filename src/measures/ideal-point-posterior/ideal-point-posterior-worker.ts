import { answerChunks } from '../../numeric/chunks.ts'
import { type PosteriorJob, runChain } from './ideal-point-posterior-sampler.ts'

// Worker thread of ideal-point-posterior.ts. The draws are in shared memory.
await answerChunks<PosteriorJob, void>((job) => (chain) => runChain(job, chain))
