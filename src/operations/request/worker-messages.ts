import type { Candidate, ErrorCode } from '../../errors.ts'
import type { CompanionFile, Context, Format, Input } from './operation.ts'

/** How an answer is to be rendered. */
export interface RenderOptions {
  readonly format: Format
  /** Spaces by which JSON is indented; undefined: JSON on one line. */
  readonly indent?: number
  /** Whether the rendered answer is wanted as bytes, rather than as text that may be streamed. */
  readonly bytes?: boolean
  /** Name of the file that the answer is written to, for an answer with files beside it. */
  readonly file?: string
  /** Columns of the terminal that shows the answer, where they are known. */
  readonly columns?: number
}

/** A request as sent to a worker process; only data can be sent, no functions. */
export interface WorkerRequest {
  readonly operation: string
  /** URL of the module whose `operations` contains the operation; undefined if the catalogue contains it. */
  readonly from: string | undefined
  readonly input: Input
  /** How to render the answer; null: the answer is wanted unrendered. */
  readonly options: RenderOptions | null
  readonly env: Context['env']
  readonly today: string
  readonly now: string
  /** Content of standard input; null if the request does not read it. */
  readonly stdin: Uint8Array | null
  /** Whether only public addresses may be fetched. */
  readonly publicOnly: boolean
  readonly record: Context['record']
  readonly forgetsTexts: boolean
  readonly reading: ReadingLimits
}

/** Limits on the sentences of a text that are read. */
export interface ReadingLimits {
  /** Indexes of sentences that are skipped, as the reader stalled in them earlier. */
  readonly refused: readonly number[]
  /** Index of the first sentence that is no longer read; null: the text is read to its end. */
  readonly end: number | null
  /** Deadline (epoch milliseconds) after which no further sentence is started. */
  readonly until: number
}

/** A message to a worker process: a request, the order to stop it, or the order to send the next piece of a streamed answer. */
export type MessageToWorker = { readonly ask: WorkerRequest } | { readonly stop: true } | { readonly more: true }

/** An error as sent between processes. */
export interface SerializedError {
  /** The code of a VisavisError; null for anything else that was thrown. */
  readonly code: ErrorCode | null
  readonly message: string
  readonly hint: string | undefined
  readonly candidates: readonly Candidate[]
  readonly stack: string | undefined
  /** System error code, such as `ENOSPC`. */
  readonly errno: string | undefined
}

/** What is reported with an answer: whether the condition of the request is met or nothing could be answered, suggested next commands, and files beside it. */
export interface AnswerOutcome {
  readonly met: boolean
  readonly lacks: boolean
  readonly next: readonly string[]
  /** Files to be written beside the answer's file. */
  readonly beside: readonly CompanionFile[]
}

/** A message from a worker process. */
export type MessageFromWorker =
  | { readonly kind: 'warn'; readonly text: string; readonly of?: 'record' | undefined }
  | { readonly kind: 'count'; readonly what: string; readonly done: number; readonly total: number }
  | { readonly kind: 'progress'; readonly progress: Parameters<NonNullable<Context['onProgress']>>[0] }
  /** A part of a rendered answer, as a whole one may be too long for one message. The parts come before `answer`. */
  | { readonly kind: 'part'; readonly part: string | Uint8Array }
  | ({ readonly kind: 'answer'; readonly answer: unknown; readonly comes: 'whole' | 'as text' | 'as bytes' | 'in pieces' } & AnswerOutcome)
  /** A piece of a streamed answer. The pieces come after `answer`; each further one is sent on the order `more`. */
  | { readonly kind: 'piece'; readonly piece: string | Uint8Array }
  | { readonly kind: 'failed'; readonly error: SerializedError }
  /** The worker is idle and takes this many bytes of memory. */
  | { readonly kind: 'free'; readonly memory: number }
