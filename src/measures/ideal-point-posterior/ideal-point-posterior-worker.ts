import { workerData } from 'node:worker_threads'
import { type PosteriorJob, runChains } from './ideal-point-posterior-sampler.ts'

// Worker thread of ideal-point-posterior.ts.
runChains(workerData as PosteriorJob)
