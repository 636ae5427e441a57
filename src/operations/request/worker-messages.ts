import type { ErrorCode } from '../../errors.ts'
import type { Context, Format, Input } from './operation.ts'

/** The requested rendering of an answer. */
export interface RenderOptions {
  readonly format: Format
  /** Indentation of JSON; undefined: on one line. */
  readonly indent?: number
  /** Returns bytes rather than text that may be streamed. */
  readonly bytes?: boolean
}

/** A request as sent to a worker process: data only. */
export interface WorkerRequest {
  readonly operation: string
  /** The module whose `operations` contains it, where our own catalogue does not. */
  readonly from: string | undefined
  readonly input: Input
  /** Null: the unrendered answer. */
  readonly options: RenderOptions | null
  readonly env: Context['env']
  readonly today: string
  readonly now: string
  /** Content of standard input. */
  readonly stdin: Uint8Array | null
  /** Only public addresses may be fetched. */
  readonly publicOnly: boolean
  readonly reading: ReadingLimits
}

/** Limits on which sentences of a text are read. */
export interface ReadingLimits {
  /** Sentences that timed out earlier: skipped. */
  readonly refused: readonly number[]
  /** The first sentence that is no longer read. */
  readonly end: number | null
  /** Deadline (epoch milliseconds) after which no further sentence is started. */
  readonly until: number
}

/** Messages to a worker process. */
export type MessageToWorker = { readonly ask: WorkerRequest } | { readonly stop: true } | { readonly more: true }

/** An error as sent between processes. */
export interface SerializedError {
  /** The code of a VisavisError; null for anything else that was thrown. */
  readonly code: ErrorCode | null
  readonly message: string
  readonly hint: string | undefined
  readonly stack: string | undefined
  /** System error code, such as `ENOSPC`. */
  readonly errno: string | undefined
}

/** Whether the requested condition is met, and suggested next commands. */
export interface AnswerOutcome {
  readonly met: boolean
  readonly next: readonly string[]
}

/** Messages from a worker process. */
export type MessageFromWorker =
  | { readonly kind: 'warn'; readonly text: string; readonly of?: 'record' | undefined }
  | { readonly kind: 'count'; readonly what: string; readonly done: number; readonly total: number }
  | { readonly kind: 'progress'; readonly progress: Parameters<NonNullable<Context['onProgress']>>[0] }
  /** A part of an answer that exceeds one message. */
  | { readonly kind: 'part'; readonly part: string | Uint8Array }
  | ({ readonly kind: 'answer'; readonly answer: unknown; readonly comes: 'whole' | 'as text' | 'as bytes' | 'in pieces' } & AnswerOutcome)
  | { readonly kind: 'piece'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: SerializedError }
  /** The worker is idle and holds this many bytes. */
  | { readonly kind: 'free'; readonly memory: number }
