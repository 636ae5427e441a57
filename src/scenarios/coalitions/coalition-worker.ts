import { answerChunks } from '../../numeric/chunks.ts'
import { type CoalitionShare, jobSolver, type SolvedCoalition } from './coalition-job.ts'

// Worker thread of coalition-workers.ts.
await answerChunks<CoalitionShare, SolvedCoalition>(({ job, coalitions }) => {
  const solve = jobSolver(job)
  return (k) => ({ members: coalitions[k]!, outcome: solve(coalitions[k]!) })
})
