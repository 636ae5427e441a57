import { setTimeout as pause } from 'node:timers/promises'
import type { Queue } from 'bullmq'
import { cellCount } from '../plan.ts'
import type { ResultFolder } from '../result-folder.ts'
import type { Execution, Executor } from '../run-plan.ts'
import { type CellJob, cardId, cellsLeft, jobId, type PlanCard, PlanQueues } from './plan-queues.ts'
import type { QueueAddress } from './queue-address.ts'
import { unreachable } from './reach-queue.ts'
import { unlessStopped } from './unless-stopped.ts'

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
    const lost = (cause: Error): void => {
      if (!hasToldOfLoss) tell(`${unreachable(address, cause).message}; trying again`)
      hasToldOfLoss = true
    }
    const queues = await PlanQueues.connect(address, lost)
    const ask: Ask = async (question) => {
      try {
        const answer = await unlessStopped(question(), signal)
        if (hasToldOfLoss) tell(`the queue ${address.shown} answers again`)
        hasToldOfLoss = false
        return answer
      } catch (cause) {
        if (!signal.aborted) lost(cause as Error)
        return undefined
      }
    }
    try {
      await untilDone(execution, queues, ask)
    } finally {
      // without a connection, closing would wait for it
      await Promise.race([queues.close(), pause(2000, undefined, { ref: false })])
    }
    if (signal.aborted) tell('the cells stay in the queue; its workers go on with them')
  }
}

/** Asks the queue; undefined if it cannot be reached, which is told, or if the planner is stopped. */
type Ask = <T>(question: () => Promise<T>) => Promise<T | undefined>

async function untilDone(execution: Execution, queues: PlanQueues, ask: Ask): Promise<void> {
  const { folder, missing, signal, tell } = execution
  const total = cellCount(folder.plan)
  let [isQueued, toldLines, alone] = [false, 0, Date.now()]
  while (!signal.aborted) {
    const left = await folder.missing()
    execution.onDone(missing.length - left.length)
    if (left.length === 0) break
    isQueued ||= (await ask(() => queueAll(folder, left, queues))) ?? false
    const failed = isQueued ? await ask(() => look(left)) : undefined
    if (failed !== undefined && failed !== 'more to do') {
      for (const { cell, ...failure } of failed) await folder.park(cell, failure)
      break
    }
    await pause(lookEvery, undefined, { signal }).catch(() => undefined)
  }
  if (signal.aborted) return
  // the result does not depend on the last word, so a queue that is away is not waited for
  const done = total - (await folder.missing()).length
  await Promise.race([
    ask(() => updateCard(folder, queues, { done, finished: new Date().toISOString() })),
    pause(5000, undefined, { ref: false }),
  ])

  /** Looks how far the queue is; returns the cells that are left if all of them have failed. */
  async function look(left: readonly number[]): Promise<Failed[] | 'more to do'> {
    const cells = await queues.cellsOf(folder.plan.hash)
    await updateCard(folder, queues, { done: total - left.length })
    const { logs } = await queues.cards.getJobLogs(cardId(folder.plan.hash), toldLines, -1)
    for (const line of logs) tell(line)
    toldLines += logs.length
    if ((await cells.getActiveCount()) > 0) alone = Date.now()
    if (Date.now() - alone > nobodyAfter) {
      tell(`no worker takes the cells: visavis work worker --queue ${queues.address.shown}`)
      alone = Date.now() + 10 * nobodyAfter
    }
    return (await cellsLeft(cells)) === 0 ? await failedOrAddedAgain(cells, await folder.missing()) : 'more to do'
  }
}

/** Puts the card of a plan and its missing cells into the queue. What is there already is not added twice, so it may be called again. */
async function queueAll(folder: ResultFolder, missing: readonly number[], queues: PlanQueues): Promise<true> {
  await updateCard(folder, queues, { done: cellCount(folder.plan) - missing.length, finished: null })
  const cells = await queues.cellsOf(folder.plan.hash)
  // cells that failed in an earlier run are tried again
  for (const job of await cells.getFailed(0, -1)) await job.retry('failed')
  await addCells(cells, missing)
  return true
}

/** Changes the card of a plan; one that the queue does not have, or has forgotten, is added. */
async function updateCard({ plan, path }: ResultFolder, { cards }: PlanQueues, change: Partial<PlanCard>): Promise<void> {
  const { hash, operation, version, snapshot } = plan
  const id = cardId(hash)
  const kept = await cards.getJob(id)
  const card: PlanCard = {
    ...{ hash, operation, version, snapshot, cells: cellCount(plan), done: 0, started: new Date().toISOString(), finished: null },
    ...kept?.data,
    folder: path,
    ...change,
  }
  if (kept === undefined) await cards.add('plan', card, { jobId: id })
  else if (Object.entries(card).some(([name, value]) => kept.data[name as keyof PlanCard] !== value)) await kept.updateData(card)
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

/**
 * With nothing left in the queue: if the cells that are left all failed, returns them. Otherwise adds anew those of which the queue has lost the memory, or only
 * believes that they are done.
 */
async function failedOrAddedAgain(cells: Queue<CellJob>, left: readonly number[]): Promise<Failed[] | 'more to do'> {
  const [lost, failed]: [number[], Failed[]] = [[], []]
  for (const cell of left) {
    const job = await cells.getJob(jobId(cell))
    if (job !== undefined && (await job.isFailed())) failed.push({ cell, message: job.failedReason ?? 'unknown', tries: job.attemptsMade })
    else if (job === undefined || (await job.isCompleted())) {
      await job?.remove()
      lost.push(cell)
    }
  }
  await addCells(cells, lost)
  return failed.length === left.length ? failed : 'more to do'
}
