import type { ErrorCode } from '../../errors.ts'
import type { Context, Format, Input } from './operation.ts'

/** In which form an answer is wanted. */
export interface Form {
  readonly format: Format
  /** Blanks by which JSON is set in; none: on one line. */
  readonly indent?: number
  /** As bytes, whole, rather than as text that may come piece by piece. */
  readonly bytes?: boolean
}

/** A question as it is handed to a process: data alone. */
export interface Asked {
  readonly operation: string
  /** The module whose `operations` has it, where our own catalogue has not. */
  readonly from: string | undefined
  readonly input: Input
  /** Null: the answer itself is wanted. */
  readonly form: Form | null
  readonly env: Context['env']
  readonly today: string
  readonly now: string
  /** What came by standard input. */
  readonly stdin: Uint8Array | null
  /** Addresses of the open network alone are fetched. */
  readonly publicOnly: boolean
  readonly reading: ReadingLimits
}

/** What is left out of a reading. */
export interface ReadingLimits {
  /** Sentences that took too long before. */
  readonly refused: readonly number[]
  /** From this sentence on nothing is read. */
  readonly end: number | null
  /** Instant (milliseconds) after which no further sentence is taken. */
  readonly until: number
}

/** What who asks sends. */
export type ToProcess = { readonly ask: Asked } | { readonly stop: true } | { readonly more: true }

/** An error as it crosses over. */
export interface ToldError {
  /** Of ours; null: anything else that was thrown. */
  readonly code: ErrorCode | null
  readonly message: string
  readonly hint: string | undefined
  readonly stack: string | undefined
  /** Of the system: `ENOSPC`. */
  readonly errno: string | undefined
}

/** What is known beside the answer: whether a condition that was asked for is met, and what to do next. */
export interface Beside {
  readonly met: boolean
  readonly next: readonly string[]
}

/** What the process sends. */
export type FromProcess =
  | { readonly kind: 'warn'; readonly text: string; readonly of?: 'record' | undefined }
  | { readonly kind: 'count'; readonly what: string; readonly done: number; readonly total: number }
  | { readonly kind: 'progress'; readonly progress: Parameters<NonNullable<Context['onProgress']>>[0] }
  /** A part of an answer that is too long for one message. */
  | { readonly kind: 'part'; readonly part: string | Uint8Array }
  | ({ readonly kind: 'answer'; readonly answer: unknown; readonly comes: 'whole' | 'as text' | 'as bytes' | 'in pieces' } & Beside)
  | { readonly kind: 'piece'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: ToldError }
  /** It is free; so many bytes it holds. */
  | { readonly kind: 'free'; readonly held: number }
