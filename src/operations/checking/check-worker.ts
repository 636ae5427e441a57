import { answerChunks } from '../../numeric/chunks.ts'
import { openSnapshot } from '../../store/index.ts'
import { type CheckJob, type CheckPiece, groupChecker } from './check-many.ts'

// Worker thread of check-many.ts, with the record open for itself. DuckDB gets one thread because every worker has its own instance.
await answerChunks<CheckJob, CheckPiece>(async (job) => groupChecker(job, await openSnapshot(job.directory, { threads: 1 })))
