import { answerChunks } from '../../numeric/chunks.ts'
import { openSnapshot } from '../../store/index.ts'
import { type DyadJob, type DyadPiece, dyadAssessor } from './every-dyad.ts'

// Worker thread of every-dyad.ts, with the record open for itself. DuckDB gets one thread because every worker has its own instance.
await answerChunks<DyadJob, DyadPiece>(
  async ({ directory, request }) => (await dyadAssessor(request, await openSnapshot(directory, { threads: 1 }))).assess,
  ({ rows }) => [rows.buffer as ArrayBuffer],
)
