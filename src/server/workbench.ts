import type { Operation } from '../operations/asked/operation.ts'
import type { RecordLookup } from '../operations/kept/record-found.ts'
import type { AnswerCache, CachedAnswer } from './answers.ts'
import type { SharedWork } from './shared-work.ts'
import type { RequestQueue } from './turns.ts'
import type { Uploads } from './uploads.ts'

/** State shared by the routes of a server. */
export interface Workbench {
  readonly operations: readonly Operation[]
  readonly version: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly today: () => string
  readonly found: RecordLookup
  readonly cache: AnswerCache
  readonly inProgress: SharedWork<CachedAnswer>
  readonly turns: RequestQueue
  readonly uploads: Uploads
  readonly limits: Limits
  /** Aborted when no new request is accepted. */
  readonly closing: AbortSignal
  /** Aborted when requests in progress are aborted. */
  readonly stopping: AbortSignal
  /** Called with unexpected errors. */
  readonly fault: (thrown: unknown) => void
}

/** Limits of one request. */
export interface Limits {
  readonly milliseconds: number
  /** Bytes of a JSON body. */
  readonly inputs: number
  /** Bytes of an upload. */
  readonly file: number
}

export const defaultLimits: Limits = { milliseconds: 300_000, inputs: 2 ** 20, file: 2 ** 31 }
