import { setTimeout as pause } from 'node:timers/promises'
import type { Queue } from 'bullmq'
import { cellCount } from '../plan.ts'
import type { Execution, Executor } from '../run-plan.ts'
import { type CellJob, cardId, cellsLeft, jobId, type PlanCard, PlanQueues } from './plan-queues.ts'
import type { QueueAddress } from './queue-address.ts'

/** How often a cell that fails is tried, and the milliseconds before the second try; they double from try to try. */
const [tries, firstPause] = [3, 1000]
/** Cells that are added to the queue at once. */
const cellsAtOnce = 1000
/** Milliseconds between two looks at the folder. */
const lookEvery = 500
/** Milliseconds without any worker after which a message says so. */
const nobodyAfter = 10_000

/**
 * Returns an executor that leaves cells to the workers of a queue (`visavis work worker`). What is done is what is in the folder: a queue that forgot cells, or
 * whose memory was lost, gets them again.
 */
export function queueExecutor(address: QueueAddress): Executor {
  return async (execution) => {
    const { signal, tell } = execution
    let hasToldOfLoss = false
    const queues = await PlanQueues.connect(address, () => {
      if (!hasToldOfLoss) tell(`the queue ${address.shown} cannot be reached; trying again`)
      hasToldOfLoss = true
    })
    const again = (): void => {
      if (hasToldOfLoss) tell(`the queue ${address.shown} answers again`)
      hasToldOfLoss = false
    }
    try {
      await untilDone(execution, queues, again)
    } finally {
      // without a connection, closing would wait for it
      await Promise.race([queues.close(), pause(2000, undefined, { ref: false })])
    }
    if (signal.aborted) tell('the cells stay in the queue; its workers go on with them')
  }
}

async function untilDone(execution: Execution, queues: PlanQueues, onReached: () => void): Promise<void> {
  const { folder, missing, signal, tell } = execution
  const { plan } = folder
  const { hash, operation, version, snapshot } = plan
  const cells = queues.cellsOf(hash)
  const card: PlanCard = {
    ...{ hash, operation, version, snapshot, folder: folder.path, cells: cellCount(plan), done: cellCount(plan) - missing.length },
    ...{ started: new Date().toISOString(), finished: null },
  }
  await queues.cards.add('plan', card, { jobId: cardId(hash) })
  const cardJob = await queues.cards.getJob(cardId(hash))
  const update = async (change: Partial<PlanCard>): Promise<void> =>
    cardJob?.updateData({ ...cardJob.data, folder: folder.path, ...change })
  await update({ done: card.done, finished: null })
  await retryFailed(cells)
  await addCells(cells, missing)
  let told = 0
  let alone = Date.now()
  while (!signal.aborted) {
    await pause(lookEvery, undefined, { signal }).catch(() => undefined)
    const left = await folder.missing()
    execution.onDone(missing.length - left.length)
    if (left.length === 0) break
    let failed: readonly Failed[] | undefined
    try {
      const done = cellCount(plan) - left.length
      if (done !== cardJob?.data.done) await update({ done })
      const { logs } = await queues.cards.getJobLogs(cardId(hash), told, -1)
      for (const line of logs) tell(line)
      told += logs.length
      if ((await cells.getActiveCount()) > 0) alone = Date.now()
      if (Date.now() - alone > nobodyAfter) {
        tell(`no worker takes the cells: visavis work worker --queue ${queues.address.shown}`)
        alone = Date.now() + 10 * nobodyAfter
      }
      onReached()
      if ((await cellsLeft(cells)) === 0) failed = await failedOrAddedAgain(cells, await folder.missing())
    } catch {
      // the connection to the queue is made anew by itself; what is done meanwhile is in the folder
    }
    if (failed === undefined) continue
    for (const { cell, ...failure } of failed) await folder.park(cell, failure)
    break
  }
  if (!signal.aborted) await update({ done: cellCount(plan) - (await folder.missing()).length, finished: new Date().toISOString() })
}

interface Failed {
  readonly cell: number
  readonly message: string
  readonly tries: number
}

async function addCells(cells: Queue<CellJob>, missing: readonly number[]): Promise<void> {
  for (let at = 0; at < missing.length; at += cellsAtOnce)
    await cells.addBulk(
      missing.slice(at, at + cellsAtOnce).map((cell) => ({
        name: 'cell',
        data: { cell },
        opts: { jobId: jobId(cell), attempts: tries, backoff: { type: 'exponential', delay: firstPause } },
      })),
    )
}

/** Cells that failed in an earlier run are tried again. */
async function retryFailed(cells: Queue<CellJob>): Promise<void> {
  for (const job of await cells.getFailed(0, -1)) await job.retry('failed')
}

/**
 * With nothing left in the queue: if the cells that are left all failed, returns them. Otherwise adds anew those of which the queue has lost the memory, or only
 * believes that they are done, and returns undefined.
 */
async function failedOrAddedAgain(cells: Queue<CellJob>, left: readonly number[]): Promise<Failed[] | undefined> {
  const [lost, failed]: [number[], Failed[]] = [[], []]
  for (const cell of left) {
    const job = await cells.getJob(jobId(cell))
    if (job !== undefined && (await job.isFailed())) failed.push({ cell, message: job.failedReason ?? 'unknown', tries: job.attemptsMade })
    else if (job === undefined || (await job.isCompleted())) {
      await job?.remove()
      lost.push(cell)
    }
  }
  if (lost.length === 0) return failed
  await addCells(cells, lost)
  return undefined
}
