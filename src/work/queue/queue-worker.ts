import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { VisavisError } from '../../errors.ts'
import { isOfMachine } from '../local-executor.ts'
import { CellPool } from '../processes/cell-pool.ts'
import type { CellProcessStart } from '../processes/cell-process.ts'
import { ResultFolder } from '../result-folder.ts'
import { cellsLeft, type PlanCard, PlanQueues, sortedCards } from './plan-queues.ts'
import type { QueueAddress } from './queue-address.ts'
import { hasNoFreeConnection, unreachable } from './reach-queue.ts'
import { unlessStopped } from './unless-stopped.ts'

/** How a worker works. */
export interface WorkerSettings {
  readonly start: CellProcessStart
  /** Cells that run at once. */
  readonly processes: number
  /** Seconds after which a worker that gives no sign loses its cells to others. */
  readonly lock: number
  readonly version: string
  /**
   * Makes sure that a record is on this machine, which may mean to fetch it.
   *
   * @throws VisavisError if it is not
   */
  readonly needRecord: (snapshot: string) => Promise<void>
  readonly signal: AbortSignal
  readonly tell: (text: string) => void
}

/** Milliseconds between two looks for a plan. */
const lookEvery = 1000
/** Milliseconds between two tries to get into a queue that has no free connection. */
const fullEvery = 2000
/** Milliseconds after which a plan is looked at again whose record could not be reached. */
const refusalMs = 60_000
/** How often a cell may lose its worker before it is parked: some cell may bring down every machine. */
const mostLosses = 20

/**
 * Works on the plans of a queue, the oldest first, until told to stop. Cells under way are then finished by others. If the queue has no free connection, waits
 * for one.
 *
 * @throws VisavisError Unreachable if the queue is not there at first; what makes this machine useless, such as DiskFull
 */
export async function workOnQueue(address: QueueAddress, settings: WorkerSettings): Promise<void> {
  const { signal, tell } = settings
  let isAway = false
  const onError = (cause: Error): void => {
    if (isOfLock(cause)) tell(cause.message)
    else {
      if (!isAway) tell(triesAgain(unreachable(address, cause)))
      isAway = true
    }
  }
  const queues = await connected(address, onError, settings)
  if (queues === undefined) return
  const name = `${hostname()}-${process.pid}`
  // plans that this worker cannot do, and until when: what it could not reach may be there later
  const refused = new Map<string, number>()
  const setAside = new Set<string>()
  tell(`worker ${name} waits for plans at ${address.shown}`)
  try {
    while (!signal.aborted) {
      try {
        const { open: cards, bad } = await unlessStopped(openCards(queues), signal)
        for (const id of bad) {
          if (setAside.has(id)) continue
          setAside.add(id)
          tell(`leaves aside the card ${JSON.stringify(id).slice(0, 80)}, which is no plan`)
        }
        if (isAway) tell(`the queue ${address.shown} answers again`)
        isAway = false
        for (const card of cards) {
          if ((refused.get(card.hash) ?? 0) > performance.now() || signal.aborted) continue
          const refusal = await refusalOf(card, settings)
          if (refusal === undefined) {
            tell(`works on ${card.operation}, ${card.cells} cells, plan ${card.hash.slice(0, 12)}`)
            await workOnPlan(card, queues, settings, name)
            break
          }
          refused.set(card.hash, refusal.isPassing ? performance.now() + refusalMs : Number.POSITIVE_INFINITY)
          const why = refusal.isPassing ? `${refusal.why}; tries again in a minute` : refusal.why
          tell(`refuses plan ${card.hash.slice(0, 12)}: ${why}`)
          await unlessStopped(queues.note(card.hash, `worker ${name} refuses the plan: ${why}`), signal)
        }
      } catch (cause) {
        if (signal.aborted) break
        if (isOfMachine(cause)) throw cause
        onError(cause as Error)
      }
      await pause(lookEvery, undefined, { signal }).catch(() => undefined)
    }
  } finally {
    await Promise.race([queues.close(), pause(2000, undefined, { ref: false })])
  }
}

/** Connects to the queue, as soon as it has a free connection; undefined if told to stop before. */
async function connected(
  address: QueueAddress,
  onError: (cause: Error) => void,
  { signal, tell }: WorkerSettings,
): Promise<PlanQueues | undefined> {
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      return await PlanQueues.connect(address, onError)
    } catch (cause) {
      const error = cause as VisavisError
      if (!(error.cause instanceof Error && hasNoFreeConnection(error.cause))) throw error
      if (tries === 1) tell(triesAgain(error))
    }
    await pause(fullEvery, undefined, { signal }).catch(() => undefined)
  }
  return undefined
}

/** Whether an error says that a cell was given to another worker: the queue itself is well. */
const isOfLock = ({ message }: Error): boolean => /\block\b/i.test(message)

const triesAgain = ({ message, hint }: VisavisError): string => `${message}; tries again (${hint})`

/** Cards of plans that are not finished and have cells in the queue, the oldest first. */
async function openCards(queues: PlanQueues): Promise<{ open: PlanCard[]; bad: string[] }> {
  const { cards, bad } = sortedCards(await queues.cards.getWaiting(0, -1))
  const open: PlanCard[] = []
  // one after the other, as each queue that is new takes a connection for a moment
  for (const card of cards) if (card.finished === null && (await cellsLeft(await queues.cellsOf(card.hash))) > 0) open.push(card)
  return { open: open.sort((x, y) => (x.started < y.started ? -1 : 1)), bad }
}

/** Why a worker cannot do a plan. */
interface Refusal {
  readonly why: string
  /** Whether it may be able to later. */
  readonly isPassing: boolean
}

/**
 * Says why this worker cannot do a plan; undefined if it can.
 *
 * @throws VisavisError DiskFull, CannotWrite, UnreadableHome, Interrupted: of this machine, not of the plan
 */
async function refusalOf(card: PlanCard, { version, needRecord }: WorkerSettings): Promise<Refusal | undefined> {
  if (card.version !== version) return { why: `it was made by version ${card.version}, this is ${version}`, isPassing: false }
  try {
    const { plan } = await ResultFolder.open(card.folder)
    if (plan.hash !== card.hash) return { why: `${card.folder} holds another plan here`, isPassing: false }
    await needRecord(plan.snapshot)
    return undefined
  } catch (cause) {
    const { code, message } = cause as VisavisError
    if (isOfMachine(cause) && code !== 'NoSnapshot' && code !== 'TornSnapshot') throw cause
    return { why: message, isPassing: code === 'Unreachable' }
  }
}

async function workOnPlan(card: PlanCard, queues: PlanQueues, settings: WorkerSettings, name: string): Promise<void> {
  const { start, processes, lock, signal, tell } = settings
  const pool = new CellPool(start, await ResultFolder.open(card.folder))
  let fatal: VisavisError | undefined
  const worker = queues.worker(
    card.hash,
    async (job, token) => {
      try {
        await pool.run(job.data.cell)
      } catch (cause) {
        if (!isOfMachine(cause) && !signal.aborted) throw cause
        if (isOfMachine(cause)) fatal ??= cause
        await job.moveToDelayed(Date.now(), token)
        throw new queues.delayedError()
      }
    },
    {
      name,
      concurrency: processes,
      lockDuration: lock * 1000,
      stalledInterval: lock * 500,
      maxStalledCount: mostLosses,
      runRetryDelay: 1000,
    },
  )
  worker.on('failed', (job, cause) => tell(`cell ${job?.data.cell ?? '?'} failed: ${cause.message}`))
  try {
    await unlessStopped(worker.waitUntilReady(), signal)
    while (!signal.aborted && fatal === undefined) {
      await pause(lookEvery, undefined, { signal }).catch(() => undefined)
      const left = await unlessStopped(queues.cellsOf(card.hash).then(cellsLeft), signal).catch(() => 1)
      if (left === 0) break
    }
  } finally {
    // cells under way go back to the queue, where others find them at once
    pool.close()
    await Promise.race([worker.close(), pause(3000, undefined, { ref: false })])
  }
  if (fatal !== undefined) throw fatal
}
