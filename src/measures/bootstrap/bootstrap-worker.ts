import { workerData } from 'node:worker_threads'
import { type SharedJob, takeChunks } from './bootstrap-chunks.ts'

// A thread of bootstrap-workers.ts: takes chunks until none is left, then ends.
takeChunks(workerData as SharedJob)
