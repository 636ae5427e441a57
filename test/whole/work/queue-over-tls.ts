import { queueAddress } from '../../../src/work/queue/queue-address.ts'
import { queueExecutor } from '../../../src/work/queue/queue-executor.ts'
import { workOnQueue } from '../../../src/work/queue/queue-worker.ts'
import { runPlan } from '../../../src/work/run-plan.ts'
import { joiningSmall, smallStart } from '../../work/small-work.ts'

// Runs a plan with a worker and a planner in one process, whose environment names the authority that is trusted: node reads it only at its start.
const [url, plan, result] = process.argv.slice(2) as [string, string, string]
const stopping = new AbortController()
const quiet = { signal: stopping.signal, tell: (text: string): void => void process.stderr.write(`${text}\n`) }
const worker = workOnQueue(queueAddress(url), {
  ...{ start: smallStart, processes: 1, lock: 30, version: 'test', needRecord: async () => undefined },
  ...quiet,
})
const { sha256 } = await runPlan(plan, result, joiningSmall, { executor: queueExecutor(queueAddress(url)), ...quiet })
stopping.abort()
await worker
process.stdout.write(sha256)
