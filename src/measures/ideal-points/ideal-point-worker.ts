import { workerData } from 'node:worker_threads'
import { type FitJob, workOnFit } from './ideal-point-fit.ts'

// Worker thread of ideal-points.ts.
const { job, rank } = workerData as { readonly job: FitJob; readonly rank: number }
workOnFit(job, rank)
