import type { Operation } from '../operations/asked/operation.ts'
import type { SessionAnswers } from './kept-answers.ts'

/** What the tools of one process share. */
export interface Desk {
  readonly operations: readonly Operation[]
  readonly version: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly today: () => string
  readonly answers: SessionAnswers
  /** Directories whose files may be read; none: no file is. */
  readonly files: readonly string[]
  /** Raised when the process is told to end. */
  readonly ending: AbortSignal | undefined
}
