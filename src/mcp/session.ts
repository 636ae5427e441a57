import type { Operation } from '../operations/request/operation.ts'
import type { SessionAnswers } from './session-answers.ts'

/** State shared by the tools of one session. */
export interface McpSession {
  readonly operations: readonly Operation[]
  readonly version: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly today: () => string
  readonly answers: SessionAnswers
  /** Directories whose files may be read; if empty, no file may be read. */
  readonly files: readonly string[]
  /** Aborted when the process is about to end. */
  readonly ending: AbortSignal | undefined
}
