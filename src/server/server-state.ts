import type { Operation } from '../operations/request/operation.ts'
import type { RecordLookup } from '../operations/storage/record-lookup.ts'
import type { AnswerCache, CachedAnswer } from './answer-cache.ts'
import type { PublicServer } from './public/public-server.ts'
import type { RequestQueue } from './request-queue.ts'
import type { SharedWork } from './shared-work.ts'
import type { Uploads } from './uploads.ts'

/** State shared by the routes of a server. */
export interface ServerState {
  readonly operations: readonly Operation[]
  readonly version: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly today: () => string
  readonly found: Pick<RecordLookup, 'of'>
  readonly cache: AnswerCache
  readonly inProgress: SharedWork<CachedAnswer>
  readonly turns: RequestQueue
  readonly uploads: Uploads
  readonly limits: Limits
  /** Aborted when the server begins to stop: new requests are refused from then on. */
  readonly closing: AbortSignal
  /** Aborted when the server no longer waits for requests in progress. */
  readonly stopping: AbortSignal
  /** What only a server for the public has. */
  readonly open: PublicServer | undefined
  /** Called with each unexpected error. */
  readonly fault: (thrown: unknown) => void
}

/** Limits of one request. */
export interface Limits {
  readonly milliseconds: number
  /** Most bytes of a JSON body. */
  readonly inputs: number
  /** Most bytes of an upload. */
  readonly file: number
  /** Most questions that wait for their turn. */
  readonly waiting: number
}

export const defaultLimits: Limits = { milliseconds: 300_000, inputs: 2 ** 20, file: 2 ** 31, waiting: Number.POSITIVE_INFINITY }

/** Limits of a request to a public server: less time than a reader on the own machine has, and an end to the queue. */
export const publicLimits: Partial<Limits> = { milliseconds: 60_000, waiting: 200 }
