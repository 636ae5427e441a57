import { setTimeout as pause } from 'node:timers/promises'
import type { Client, ClientConfig, Pool, PoolClient, QueryResult } from 'pg'
import { hasNoFreeConnection, packageNamed } from './reach-queue.ts'

/** Milliseconds between two tries to connect. */
const retryEvery = 1000

/**
 * The connections of a program to PostgreSQL: one for the queries of all its queues, and one on which a worker listens for cells. BullMQ takes it for a pool of
 * `pg`; left to itself it opens a pool for each queue and each worker, up to five connections for a worker.
 *
 * What is asked while there is no connection waits for one, as it does on Valkey. BullMQ would ask at once again, or keep a first failure for good.
 */
export class PostgresPool {
  readonly options: ClientConfig
  readonly #pool: Pool
  readonly #onError: (cause: Error) => void
  #isClosed = false

  /** @param onError   called with errors of the connections, which are made anew by themselves */
  constructor(url: string, schema: string, onError: (cause: Error) => void) {
    const { Pool } = packageNamed<typeof import('pg')>('pg')
    this.options = {
      connectionString: url,
      options: `-c search_path=${schema}`,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 10_000,
      // a line that was cut silently would keep everything waiting for a quarter of an hour
      query_timeout: 60_000,
    }
    this.#onError = onError
    this.#pool = new Pool({ ...this.options, max: 1 })
    this.#pool.on('error', onError)
  }

  /** Makes the tables of BullMQ where they are missing, in one session. */
  async migrate(run: (client: PoolClient) => Promise<unknown>): Promise<void> {
    const client = await this.#pool.connect()
    const listener = (): void => undefined
    client.on('error', listener)
    try {
      await run(client)
    } finally {
      client.off('error', listener)
      client.release()
    }
  }

  /** Runs one query. */
  query(text: string, values?: readonly unknown[]): Promise<QueryResult> {
    return this.#whenConnected(() => this.#pool.query(text, values as unknown[]))
  }

  /** Opens a connection of its own, which `release` ends. */
  connect(): Promise<PoolClient> {
    const { Client } = packageNamed<typeof import('pg')>('pg')
    return this.#whenConnected(async () => {
      const client: Client = new Client(this.options)
      // an error may come before BullMQ listens for errors, or after
      client.on('error', () => undefined)
      await client.connect()
      const release = (): void => {
        client.on('error', () => undefined)
        client.end().catch(() => undefined)
      }
      return Object.assign(client, { release }) as unknown as PoolClient
    })
  }

  /** Does nothing: BullMQ would listen for errors once for each queue, and `onError` hears each of them once. */
  on(): this {
    return this
  }

  async end(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    await this.#pool.end()
  }

  async #whenConnected<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work()
      } catch (cause) {
        if (this.#isClosed || !isOfConnecting(cause as NodeJS.ErrnoException)) throw cause
        this.#onError(cause as Error)
        await pause(retryEvery)
      }
    }
  }
}

/** Whether a query failed before it was sent: then it can be asked again. */
function isOfConnecting(cause: NodeJS.ErrnoException): boolean {
  return (
    hasNoFreeConnection(cause) ||
    // the service starts, or ends
    cause.code === '57P03' ||
    (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(cause.code ?? '') &&
      !/^(read|write)$/.test(cause.syscall ?? '')) ||
    /timeout exceeded when trying to connect|due to connection timeout|timeout expired/.test(cause.message)
  )
}
