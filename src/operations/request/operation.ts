import type { ZodType } from 'zod'
import type { Pace } from '../../claims/pace.ts'
import type { download } from '../../sources/download/download.ts'
import type { FileProgress } from '../../sources/fetching/fetch-files.ts'
import type { RecordCache } from './record-cache.ts'

/**
 * One input of an operation, as plain data: the command line shows it in `--help` without loading any schema library,
 * and the schema that HTTP and assistants publish is derived from it.
 */
export interface Parameter {
  /** Name in JSON (`asOf`); the command line spells it `--as-of`. */
  readonly name: string
  readonly kind: 'text' | 'year' | 'day' | 'integer' | 'flag' | 'choice' | 'list'
  readonly help: string
  /** Positional on the command line. */
  readonly positional?: boolean
  readonly required?: boolean
  readonly choices?: readonly string[]
  /** Least and greatest number allowed; for a text, the most characters (default 200). */
  readonly least?: number
  readonly most?: number
  readonly default?: string | number | boolean
  /** Names one or more local files; over HTTP they are uploaded first. */
  readonly file?: true
  /** `-` reads standard input; HTTP and MCP callers may send the text itself instead. */
  readonly stdin?: true
  /** A flag that makes the operation write to the user's store. */
  readonly writes?: true
}

/** What the caller provides: the environment (`VISAVIS_HOME`), today's date, and the instant (UTC) that stamps a new snapshot. */
export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly today: string
  readonly now: string
  /** Aborted when the caller no longer wants the answer. */
  readonly signal?: AbortSignal | undefined
  /** Opens standard input. */
  readonly stdin?: (() => AsyncIterable<Uint8Array>) | undefined
  /**
   * Shows a warning. Warnings about the record (newer than the requested day, other snapshots corrupt, clock wrong) are shown even with
   * `--quiet`.
   */
  readonly warn?: ((text: string, of?: 'record') => void) | undefined
  /** Reports download progress. */
  readonly onProgress?: ((progress: FileProgress) => void) | undefined
  /** Reports the progress of long work: how many of these things are done. */
  readonly onCount?: ((what: string, done: number, total: number) => void) | undefined
  /** The download function, where not the default; tests use their own server. */
  readonly download?: typeof download
  /** Cache of opened records; without it each request opens its own. */
  readonly records?: RecordCache
  /** Which sentences of a text are read, and where progress is reported; without it all are read. */
  readonly pace?: Pace
}

/** Callbacks for warnings and progress. */
export type ProgressCallbacks = Pick<Context, 'warn' | 'onCount' | 'onProgress'>

/** `zip` is binary; all others are text. */
export type Format = 'table' | 'json' | 'csv' | 'md' | 'html' | 'zip' | 'dot' | 'graphml'

/** The implementation of an operation, loaded when it is first used. */
export interface Work {
  readonly output: ZodType
  run(input: Input, context: Context): Promise<unknown>
  /** Renderers by format; asynchronous where one loads further modules. JSON is the answer itself. */
  readonly show: Readonly<Partial<Record<Exclude<Format, 'json' | 'zip'>, (answer: never) => string | Promise<string>>>> & {
    readonly zip?: (answer: never) => Promise<Uint8Array>
  }
  /** Streaming renderers, for answers that may exceed the longest string. */
  readonly inPieces?: Readonly<Partial<Record<'csv' | 'json', (answer: never) => Iterable<string>>>>
  /** Rebuilds the answer from data sent by another process, where it contains instances of a class. */
  received?(data: never): unknown
  /** A short version of some forty lines; without it the beginning of the table is used. */
  brief?(answer: never): string
  /** Whether the requested condition is met: the command then ends with exit code 4. */
  met?(answer: never): boolean
  /** Suggested next commands, printed after the answer. */
  next?(answer: never): readonly string[]
}

export type Input = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** An operation, defined once: name, inputs, output, function. The command line, HTTP and MCP interfaces are generated from it. */
export interface Operation {
  /** Words of the command: `assess`, `measure similarity`. */
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly formats: readonly Format[]
  readonly examples: readonly string[]
  /** Always writes to the user's store. */
  readonly writes?: true
  /** Answers a question and also records the outcome in the user's store; repeating it changes nothing. */
  readonly keeps?: true
  /** Answers in milliseconds: a server runs it separately from slow operations. */
  readonly quick?: true
  /** For an operation outside our catalogue: the URL of a module whose `operations` contains it, so that a worker process can load it. */
  readonly from?: string
  load(): Promise<Work>
}
