import type { ZodType } from 'zod'
import type { ReadingTimeLimit } from '../../claims/reading-time-limit.ts'
import type { download } from '../../sources/download/download.ts'
import type { FileProgress } from '../../sources/fetching/fetch-files.ts'
import type { FoundSnapshot } from '../../store/index.ts'
import type { RecordCache } from './record-cache.ts'

/**
 * One input of an operation, as plain data: the command line shows it in `--help` without loading a schema library, and the schemas published
 * by the servers are derived from it.
 */
export interface Parameter {
  /** Name in JSON (`asOf`); the command line spells it `--as-of`. */
  readonly name: string
  readonly kind: 'text' | 'year' | 'day' | 'integer' | 'flag' | 'choice' | 'list'
  readonly help: string
  /** Whether the input is positional on the command line; otherwise it is an option. */
  readonly positional?: boolean
  readonly required?: boolean
  readonly choices?: readonly string[]
  /** Least number allowed. */
  readonly least?: number
  /** Greatest number allowed; for a text, or each text of a list, the most characters (default 200). */
  readonly most?: number
  readonly default?: string | number | boolean
  /** The number that holds in a table or Markdown if none is given; the other formats then have all rows. */
  readonly inTables?: number
  /** Whether the input names one or more local files; over HTTP they are uploaded first. */
  readonly file?: true
  /** Words that a file input takes instead of a file, such as the name of a built-in list. */
  readonly words?: readonly string[]
  /** Whether the value `-` means standard input; MCP clients may send the text itself instead. */
  readonly stdin?: true
  /** Beginning of such a text, for the example of a tool; without it, a sentence of prose. */
  readonly sampleText?: string
  /** Whether the input is a flag that makes the operation write to the user's store. */
  readonly writes?: true
  /**
   * Whether the input makes the operation send a text of the user's elsewhere, so that only the command line takes it freely: the environment variable in which
   * the operator of a server lists the values that are allowed there, separated by commas. Assistants never have the input.
   */
  readonly allowedBy?: string
}

/** What the caller of an operation provides. */
export interface Context {
  /** Environment variables, such as `VISAVIS_HOME`. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Today's date (UTC). */
  readonly today: string
  /** The current instant (UTC), which a new snapshot gets as its time of creation. */
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
  /** Reports the progress of long work: how many (`done`) of all (`total`) things are done, and what these are (`what`). */
  readonly onCount?: ((what: string, done: number, total: number) => void) | undefined
  /** The download function; undefined: the default one. Servers pass one for public addresses only, tests one for their own server. */
  readonly download?: typeof download
  /** Cache of opened records; without it each request opens the record anew. */
  readonly records?: RecordCache
  /** The record of a question that names neither a snapshot nor a day, where the caller has chosen it; else the newest is found at each question. */
  readonly record?: FoundSnapshot | undefined
  /** Whether nothing of a text may be kept after its answer, not even in memory. */
  readonly forgetsTexts?: boolean
  /** Decides which sentences of a text are read, and reports progress; without it all sentences are read. */
  readonly pace?: ReadingTimeLimit
}

/** Callbacks for warnings and progress. */
export type ProgressCallbacks = Pick<Context, 'warn' | 'onCount' | 'onProgress'>

/** A format of an answer: `jsonl` is one JSON object a line; `zip`, `parquet` and `dta` (Stata) are binary, all others are text. */
export type Format = 'table' | 'full' | 'json' | 'jsonl' | 'csv' | 'md' | 'html' | 'zip' | 'dot' | 'graphml' | 'parquet' | 'dta'

/** A text file that is written beside an answer. */
export interface CompanionFile {
  readonly name: string
  readonly text: string
}

/** The implementation of an operation, loaded when it is first used. */
export interface OperationImplementation {
  /** The published schema of the answer. */
  readonly output: ZodType
  run(input: Input, context: Context): Promise<unknown>
  /** Functions that render the answer, by format. JSON needs none, as it is the answer itself. A table may fit itself to the columns of a terminal. */
  readonly show: Readonly<
    Partial<Record<Exclude<Format, 'table' | 'json' | 'zip' | 'parquet' | 'dta'>, (answer: never) => string | Promise<string>>>
  > & {
    readonly table?: (answer: never, columns?: number) => string | Promise<string>
    readonly zip?: (answer: never) => Promise<Uint8Array>
  }
  /** Functions that render the answer in pieces (texts, or the same as UTF-8), for answers that may be longer than the longest string of JavaScript. */
  readonly inPieces?: Readonly<Partial<Record<'csv' | 'json' | 'jsonl', (answer: never) => Iterable<string | Uint8Array>>>>
  /** Functions that render the answer as binary pieces. */
  readonly inBytes?: Readonly<Record<'parquet' | 'dta', (answer: never) => Iterable<Uint8Array> | Promise<Iterable<Uint8Array>>>>
  /** Returns the files that describe the answer's file, to be written into the same folder; `file` is its name. */
  beside?(answer: never, file: string, format: Format): readonly CompanionFile[]
  /** Rebuilds the answer from the data that a worker process sent; needed only if the answer contains instances of a class. */
  received?(data: never): unknown
  /** Renders a short version of some forty lines; without it the rendered answer is shortened to its beginning and end. */
  brief?(answer: never): string
  /** Whether a condition set by the request is met (`--fail-on`, a watch file); if so, the command ends with exit code 4. */
  met?(answer: never): boolean
  /** Whether nothing that was asked could be answered for want of usable input or data; the command then ends with exit code 3, after its answer. */
  lacks?(answer: never): boolean
  /** Returns what the answer in this format leaves out, in sentences for stderr. */
  notes?(answer: never, format: Format): readonly string[]
  /** Returns suggested next commands, which are printed after the answer. */
  next?(answer: never): readonly string[]
}

export type Input = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** An operation, defined once by name, inputs, output and function. Its command, HTTP path and MCP tool are generated from this. */
export interface Operation {
  /** The words of the command, such as `assess` or `measure similarity`. */
  readonly name: string
  /** Name of the tool for assistants, where the command alone would not say what it does. */
  readonly tool?: string
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly formats: readonly Format[]
  readonly examples: readonly string[]
  /** Whether the operation always writes to the user's store. */
  readonly writes?: true
  /** Whether the operation answers a question and also saves the outcome in the user's store. Repeating the operation changes nothing. */
  readonly keeps?: true
  /** Whether the operation answers in milliseconds, so that a server runs it separately from slow operations. */
  readonly quick?: true
  /**
   * Set if the answer is a data set for other programs: `-o` takes a folder too, its format follows from the ending of the file, and files that describe it are
   * written beside it.
   */
  readonly dataSet?: true
  /** URL of a module whose `operations` contains this operation, so that a worker process can load it; only if it is not in the catalogue. */
  readonly from?: string
  load(): Promise<OperationImplementation>
}
