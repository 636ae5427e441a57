import { setTimeout as pause } from 'node:timers/promises'
import type { ConnectionOptions, Processor, Queue, Worker, WorkerOptions } from 'bullmq'
import type { PlanSpec } from '../plan.ts'
import { PostgresPool } from './postgres-pool.ts'
import type { QueueAddress } from './queue-address.ts'
import { packageNamed, reachQueue, unreachable } from './reach-queue.ts'

/** What workers learn of a plan: never its items or data, which are in the folder that all share. */
export interface PlanCard extends Pick<PlanSpec, 'operation' | 'version' | 'snapshot'> {
  readonly hash: string
  /** Path of the result's folder. */
  readonly folder: string
  /** Number of cells. */
  readonly cells: number
  /** Finished cells when the planner last looked into the folder. */
  readonly done: number
  /** Instant at which the plan was first started (UTC). */
  readonly started: string
  /** Instant at which its result was joined; null before. */
  readonly finished: string | null
}

/** The number of a cell. */
export interface CellJob {
  readonly cell: number
}

type Bullmq = typeof import('bullmq')

const cardsName = 'visavis-plans'

/** The code of PostgreSQL for a key that is there already. */
const uniqueViolation = '23505'
const mostTries = 20

/**
 * The queues of a service: one with a card for each plan, and one for the cells of each plan. A worker chooses a plan by its card before it takes a cell of it, so
 * a cell is never taken by a worker of another version or without the record.
 */
export class PlanQueues {
  readonly address: QueueAddress
  readonly cards: Queue<PlanCard>
  readonly #bullmq: Bullmq
  /** The connections that all share; on Valkey each queue has one, and each worker two. */
  readonly #pool: PostgresPool | undefined
  readonly #cells = new Map<string, Queue<CellJob>>()
  readonly #onError: (cause: Error) => void

  private constructor(address: QueueAddress, bullmq: Bullmq, pool: PostgresPool | undefined, onError: (cause: Error) => void) {
    this.address = address
    this.#bullmq = bullmq
    this.#pool = pool
    this.#onError = onError
    this.cards = this.#queue<PlanCard>(cardsName)
  }

  /**
   * Connects to a queue. On PostgreSQL its tables are made where they are missing.
   *
   * @param onError   called with errors of the connection, which is made anew by itself
   * @throws VisavisError Unreachable, Usage
   */
  static async connect(address: QueueAddress, onError: (cause: Error) => void): Promise<PlanQueues> {
    const bullmq = packageNamed<Bullmq>('bullmq')
    await reachQueue(address)
    const pool = address.service === 'redis' ? undefined : await migratedPool(address, bullmq, onError)
    const queues = new PlanQueues(address, bullmq, pool, onError)
    await queues.cards.waitUntilReady()
    return queues
  }

  /** Returns the queue of a plan's cells, connected. */
  async cellsOf(hash: string): Promise<Queue<CellJob>> {
    const queue = this.#cells.get(hash) ?? this.#queue<CellJob>(cellsName(hash))
    this.#cells.set(hash, queue)
    try {
      await queue.waitUntilReady()
      return queue
    } catch (cause) {
      // a queue keeps its first failure for good
      this.#cells.delete(hash)
      queue.close().catch(() => undefined)
      throw cause
    }
  }

  /** Makes a worker for the cells of a plan, which takes cells at once. */
  worker(hash: string, processor: Processor<CellJob>, options: Omit<WorkerOptions, 'connection'>): Worker<CellJob> {
    const { Worker, createPostgresBackend } = this.#bullmq
    const worker =
      this.#pool === undefined
        ? new Worker<CellJob>(cellsName(hash), processor, { ...options, connection: this.#redis() })
        : (new Worker(
            cellsName(hash),
            processor,
            { ...options, connection: this.#pool as never },
            createPostgresBackend,
          ) as unknown as Worker<CellJob>)
    worker.on('error', this.#onError)
    return worker
  }

  /**
   * Adds a line to what is said of a plan. On PostgreSQL lines that are added at the same moment get the same number, and all but one of them fail: those are
   * added again.
   */
  async note(hash: string, line: string): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.cards.addJobLog(cardId(hash), line)
        return
      } catch (cause) {
        if ((cause as { code?: string }).code !== uniqueViolation || tries === mostTries) throw cause
      }
      await pause(Math.random() * 50 * tries)
    }
  }

  /** The errors by which a processor tells that a cell goes back to the queue. */
  get delayedError(): Bullmq['DelayedError'] {
    return this.#bullmq.DelayedError
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.cards, ...this.#cells.values()].map((queue) => queue.close()))
    await this.#pool?.end()
  }

  #queue<Data>(name: string): Queue<Data> {
    const { Queue, createPostgresBackend } = this.#bullmq
    const queue =
      this.#pool === undefined
        ? new Queue<Data>(name, { connection: this.#redis() })
        : (new Queue(name, { connection: this.#pool as never }, createPostgresBackend) as unknown as Queue<Data>)
    queue.on('error', this.#onError)
    return queue
  }

  #redis(): ConnectionOptions {
    return {
      url: this.address.url,
      maxRetriesPerRequest: null,
      keepAlive: 5000,
      retryStrategy: (times: number) => Math.min(200 * times, 2000),
    }
  }
}

async function migratedPool(address: QueueAddress, bullmq: Bullmq, onError: (cause: Error) => void): Promise<PostgresPool> {
  const { DEFAULT_SCHEMA, quoteSchemaName, runMigrations } = bullmq
  const pool = new PostgresPool(address.url, quoteSchemaName(DEFAULT_SCHEMA), onError)
  try {
    await pool.migrate((client) => runMigrations(client))
    return pool
  } catch (cause) {
    await pool.end()
    throw unreachable(address, cause as Error)
  }
}

const cellsName = (hash: string): string => `visavis-${hash.slice(0, 16)}`
/** Id of a plan's card. */
export const cardId = (hash: string): string => `plan-${hash}`
/** Id of a cell's job: the same cell is never in the queue twice. */
export const jobId = (cell: number): string => `cell-${cell}`

/** Number of cells that wait or are under way. */
export async function cellsLeft(cells: Queue<CellJob>): Promise<number> {
  const counts = await cells.getJobCounts('waiting', 'active', 'delayed', 'prioritized')
  return Object.values(counts).reduce((sum, one) => sum + one, 0)
}

/**
 * Splits what a queue has as cards into those of plans and the ids of those that are none, such as `null`: anybody who reaches the queue may put anything there,
 * and one bad card must not stop the work on the others.
 *
 * @example sortedCards([{ id: 'x', data: null }]).bad   // ['x']
 */
export function sortedCards(jobs: readonly ({ readonly id?: string | undefined; readonly data: unknown } | undefined)[]): {
  readonly cards: PlanCard[]
  readonly bad: string[]
} {
  const cards: PlanCard[] = []
  const bad: string[] = []
  for (const job of jobs) {
    // a job that was removed since it was listed
    if (job === undefined || job === null) continue
    if (isCard(job.data)) cards.push(job.data)
    else bad.push(job.id ?? 'without an id')
  }
  return { cards, bad }
}

function isCard(data: unknown): data is PlanCard {
  if (typeof data !== 'object' || data === null) return false
  const card = data as Readonly<Record<string, unknown>>
  const texts = ['operation', 'version', 'snapshot', 'folder', 'started'].every((name) => typeof card[name] === 'string')
  const numbers = ['cells', 'done'].every((name) => Number.isSafeInteger(card[name]) && (card[name] as number) >= 0)
  return (
    texts &&
    numbers &&
    /^[0-9a-f]{16,64}$/.test(String(card['hash'])) &&
    (card['finished'] === null || typeof card['finished'] === 'string')
  )
}
