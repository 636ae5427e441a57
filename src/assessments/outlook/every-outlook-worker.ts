import { answerChunks } from '../../numeric/chunks.ts'
import { openSnapshot } from '../../store/index.ts'
import { type OutlookJob, type OutlookPiece, pairForecaster } from './every-outlook.ts'

// Worker thread of every-outlook.ts, with the record open for itself. DuckDB gets one thread because every worker has its own instance.
await answerChunks<OutlookJob, OutlookPiece>(
  async (job) => pairForecaster(job, await openSnapshot(job.directory, { threads: 1 })),
  ({ rows }) => [rows.buffer as ArrayBuffer],
)
