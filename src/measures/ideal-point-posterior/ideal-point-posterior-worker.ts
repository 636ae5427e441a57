import { workerData } from 'node:worker_threads'
import { type PosteriorJob, walkChains } from './ideal-point-posterior-walk.ts'

// Worker thread of ideal-point-posterior.ts.
walkChains(workerData as PosteriorJob)
