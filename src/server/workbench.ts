import type { Operation } from '../operations/asked/operation.ts'
import type { RecordFound } from '../operations/kept/record-found.ts'
import type { KeptAnswers, RememberedAnswer } from './answers.ts'
import type { SharedWork } from './shared-work.ts'
import type { Turns } from './turns.ts'
import type { Uploads } from './uploads.ts'

/** What the routes of one server share. */
export interface Workbench {
  readonly operations: readonly Operation[]
  readonly version: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly today: () => string
  readonly found: RecordFound
  readonly kept: KeptAnswers
  readonly underWay: SharedWork<RememberedAnswer>
  readonly turns: Turns
  readonly uploads: Uploads
  readonly limits: Limits
  /** Raised when no new question is taken. */
  readonly closing: AbortSignal
  /** Raised when those under way are given up. */
  readonly stopping: AbortSignal
  /** Told of what is thrown and is no error of ours. */
  readonly fault: (thrown: unknown) => void
}

/** How much one question may bring and take. */
export interface Limits {
  readonly milliseconds: number
  /** Bytes of the inputs of a question. */
  readonly inputs: number
  /** Bytes of a file that is brought. */
  readonly file: number
}

export const usualLimits: Limits = { milliseconds: 300_000, inputs: 2 ** 20, file: 2 ** 31 }
