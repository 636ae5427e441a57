import { workerData } from 'node:worker_threads'
import { type SharedJob, takeChunks } from './bootstrap-chunks.ts'

// Worker thread of bootstrap-workers.ts: takes chunks until none is left, then ends.
takeChunks(workerData as SharedJob)
