import { parentPort, workerData } from 'node:worker_threads'
import { openSnapshot } from '../../store/index.ts'
import { type CheckJob, checkUntilNoneLeft } from './check-many.ts'

// Worker thread of check-many.ts: opens the record itself and takes claims until none is left. DuckDB gets one thread because every worker has its own instance.
const job = workerData as CheckJob
const snapshot = await openSnapshot(job.directory, { threads: 1 })
try {
  await checkUntilNoneLeft(job, snapshot, (piece) => parentPort!.postMessage(piece))
} finally {
  snapshot.close()
}
