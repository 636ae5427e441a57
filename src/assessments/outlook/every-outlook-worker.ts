import { parentPort, workerData } from 'node:worker_threads'
import { openSnapshot } from '../../store/index.ts'
import { forecastUntilNoneLeft, type OutlookJob } from './every-outlook.ts'

// Worker thread of every-outlook.ts: opens the record itself and takes pairs until none is left. DuckDB gets one thread because every worker has its own instance.
const job = workerData as OutlookJob
const snapshot = await openSnapshot(job.directory, { threads: 1 })
try {
  await forecastUntilNoneLeft(job, snapshot, (piece) => parentPort!.postMessage(piece, [piece.rows.buffer as ArrayBuffer]))
} finally {
  snapshot.close()
}
