import type { ZodType } from 'zod'
import type { Pace } from '../../claims/pace.ts'
import type { download } from '../../sources/download/download.ts'
import type { FileProgress } from '../../sources/fetching/fetch-files.ts'
import type { KeptRecords } from './kept-records.ts'

/**
 * One input of an operation, as plain data: the command line shows it in `--help` without loading any schema library,
 * and the schema that HTTP and assistants publish is derived from it.
 */
export interface Parameter {
  /** Name in JSON (`asOf`); the command line spells it `--as-of`. */
  readonly name: string
  readonly kind: 'text' | 'year' | 'day' | 'integer' | 'flag' | 'choice' | 'list'
  readonly help: string
  /** Given by place rather than by name on the command line. */
  readonly positional?: boolean
  readonly required?: boolean
  readonly choices?: readonly string[]
  /** Smallest and largest number that is allowed; of a text, the most characters (default 200). */
  readonly least?: number
  readonly most?: number
  readonly default?: string | number | boolean
  /** It names a file of the caller (or several), which a door without the caller's files has brought to it first. */
  readonly file?: true
  /** `-` for the file is standard input: a door may bring the text itself there. */
  readonly stdin?: true
  /** A flag that has something written to the caller's store. */
  readonly writes?: true
}

/** What the caller brings: the environment (`VISAVIS_HOME`), today's date, and the instant (UTC) that a new snapshot is stamped with. */
export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly today: string
  readonly now: string
  /** Raised when the caller wants no more. */
  readonly signal?: AbortSignal | undefined
  /** Standard input, opened when it is asked for. */
  readonly stdin?: (() => AsyncIterable<Uint8Array>) | undefined
  /** Told what the reader must know; of the record that is used (it is younger than the day asked for, others are torn, the clock is wrong), whoever wants quiet too. */
  readonly warn?: ((text: string, of?: 'record') => void) | undefined
  /** Told how far a fetch is. */
  readonly onProgress?: ((progress: FileProgress) => void) | undefined
  /** Told how far long work is: how many of these things are done. */
  readonly onCount?: ((what: string, done: number, total: number) => void) | undefined
  /** How an address is fetched, where not from its provider: tests have a server of their own. */
  readonly download?: typeof download
  /** Records that stay open between questions; without it each question opens its own. */
  readonly records?: KeptRecords
  /** Which sentences of a text are read, and who is told at which one it stands; without it all are. */
  readonly pace?: Pace
}

/** `zip` is bytes; all others are text. */
export type Format = 'table' | 'json' | 'csv' | 'md' | 'html' | 'zip' | 'dot' | 'graphml'

/** The working part of an operation, loaded when it is called. */
export interface Work {
  readonly output: ZodType
  run(input: Input, context: Context): Promise<unknown>
  /** The answer as text, or as bytes, for each format that suits it; a promise where it takes modules that the others do without. JSON is the answer itself. */
  readonly show: Readonly<Partial<Record<Exclude<Format, 'json' | 'zip'>, (answer: never) => string | Promise<string>>>> & {
    readonly zip?: (answer: never) => Promise<Uint8Array>
  }
  /** The same piece by piece, where it may be longer than a text can be. */
  readonly inPieces?: Readonly<Partial<Record<'csv' | 'json', (answer: never) => Iterable<string>>>>
  /** The answer again of what came of it from another process, which keeps data and forgets of which class it was; without it that is the answer. */
  received?(data: never): unknown
  /** The most telling of it in some forty lines, for who has little room; without it the beginning of the table stands in. */
  brief?(answer: never): string
  /** Whether a condition that was asked for is met: the command then ends with exit code 4. */
  met?(answer: never): boolean
  /** What a reader may do next: printed apart from the answer. */
  next?(answer: never): readonly string[]
}

export type Input = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** A question that one may ask, defined once: name, inputs, outputs, function. Every door (command line, HTTP, assistants) is made from it. */
export interface Operation {
  /** Words of the command: `assess`, `measure similarity`. */
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly formats: readonly Format[]
  readonly examples: readonly string[]
  /** It writes to the caller's store, whatever is asked. */
  readonly writes?: true
  /** It asks nothing but a question, and puts the outcome beside what the caller kept before: the same again changes nothing. */
  readonly keeps?: true
  /** It is answered in milliseconds: a door has it answered beside what takes long. */
  readonly quick?: true
  /** Where it is no operation of ours: the address of the module whose `operations` holds it, so that another process can find it. */
  readonly from?: string
  load(): Promise<Work>
}
