/**
 * Every error a user can meet: a code, what happened, a hint (a command to run where there is one) and an exit code.
 *
 * Exit codes of the command line: 0 done, 1 failed, 2 usage, 3 needed data missing, 4 a `--fail-on` condition was met, 130 interrupted.
 */
const exitCodes = {
  Usage: 2,
  UnknownState: 2,
  UnknownBloc: 2,
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

/**
 * An error with a code that all interfaces share (command line, HTTP, assistants).
 *
 * @example new VisavisError('SameState', 'CHN was given twice', { hint: 'visavis assess CHN RUS' }).exitCode   // 2
 */
export class VisavisError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly exitCode: number

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = code
    this.code = code
    this.hint = options.hint
    this.exitCode = exitCodes[code]
  }
}

/**
 * One printable block: `Code: message`, and `Try: hint` where there is one.
 *
 * @example describeError(new VisavisError('SameState', 'CHN was given twice'))   // 'SameState: CHN was given twice'
 */
export function describeError(error: VisavisError): string {
  return error.hint === undefined ? `${error.code}: ${error.message}` : `${error.code}: ${error.message}\n  Try: ${error.hint}`
}
