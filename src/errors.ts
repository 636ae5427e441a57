/**
 * The codes of all errors that a user can meet, with the exit codes of the command line.
 *
 * Exit codes: 0 done, 1 failed, 2 usage, 3 needed data missing, 4 a `--fail-on` condition was met, 130 interrupted.
 */
const exitCodes = {
  Usage: 2,
  AmbiguousName: 2,
  UnknownState: 2,
  UnknownSource: 2,
  SameState: 2,
  NotAState: 2,
  BadDate: 2,
  NoSuchStateThen: 3,
  NoCoverage: 3,
  NoSnapshot: 3,
  TornSnapshot: 3,
  BadInput: 1,
  Unreachable: 1,
  BadAnswer: 1,
  TooLarge: 1,
  UnreadableHome: 1,
  CannotWrite: 1,
  DiskFull: 1,
  Interrupted: 130,
  Internal: 1,
} as const

export type ErrorCode = keyof typeof exitCodes

/** One of the meanings of an ambiguous name. */
export interface Candidate {
  readonly kind: 'state' | 'territory' | 'bloc'
  /** ISO3 code of a state, id of a bloc, null for a territory. */
  readonly id: string | null
  readonly name: string
}

/**
 * An error for the user, with a code that is the same in all interfaces (command line, HTTP, assistants). The hint says what to do, often a command to run.
 *
 * @example new VisavisError('SameState', 'CHN was given twice', { hint: 'visavis assess CHN RUS' }).exitCode   // 2
 */
export class VisavisError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly exitCode: number
  /** What the name may mean, if it is ambiguous; else empty. */
  readonly candidates: readonly Candidate[]

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown; candidates?: readonly Candidate[] } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = code
    this.code = code
    this.hint = options.hint
    this.exitCode = exitCodes[code]
    this.candidates = options.candidates ?? []
  }
}

/**
 * Returns an error as text: a line `Code: message`, and a second line `Try: hint` if there is a hint.
 *
 * @example describeError(new VisavisError('SameState', 'CHN was given twice'))   // 'SameState: CHN was given twice'
 */
export function describeError(error: VisavisError): string {
  return error.hint === undefined ? `${error.code}: ${error.message}` : `${error.code}: ${error.message}\n  Try: ${error.hint}`
}

/**
 * Returns the error for a file, a row or a figure that cannot be used.
 *
 * @param message   what is wrong, beginning with the place: `file:line`, or the cell
 * @param more      the hint, or the hint with the cause
 * @example badInput('x.csv:2 has "n/a" for value, not a number').code   // 'BadInput'
 */
export function badInput(message: string, more: string | { hint?: string; cause?: unknown } = {}): VisavisError {
  return new VisavisError('BadInput', message, typeof more === 'string' ? { hint: more } : more)
}
