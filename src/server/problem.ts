import { type Candidate, type ErrorCode, VisavisError } from '../errors.ts'
import { type RefusalReason, RequestRefused, RequestTooLarge } from './public/request-refused.ts'
import type { ServerState } from './server-state.ts'
import { type AbortReason, RequestAborted } from './time-limit.ts'

/** The body of an error response (RFC 9457, problem details), with the same error codes as the command line. */
export interface HttpProblem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ErrorCode | HttpCode
  readonly hint?: string
  /** What an ambiguous name may mean. */
  readonly candidates?: readonly Candidate[]
}

/** Error codes that only a server has: a faulty request, a time limit, a server that is stopping, or what a public server refuses. */
export type HttpCode =
  | 'NotFound'
  | 'MethodNotAllowed'
  | 'ForeignHost'
  | 'ForeignOrigin'
  | 'TooManyRequests'
  | 'NotOffered'
  | 'RangeNotSatisfiable'
  | AbortReason
  | RefusalReason

const statuses: Readonly<Record<ErrorCode | HttpCode, number>> = {
  Usage: 400,
  AmbiguousName: 400,
  UnknownState: 404,
  UnknownSource: 404,
  SameState: 400,
  NotAState: 400,
  BadDate: 400,
  NoSuchStateThen: 422,
  NoCoverage: 422,
  NoSnapshot: 404,
  TornSnapshot: 500,
  BadInput: 422,
  Unreachable: 502,
  BadAnswer: 502,
  TooLarge: 422,
  UnreadableHome: 500,
  CannotWrite: 500,
  DiskFull: 507,
  Interrupted: 503,
  Internal: 500,
  NotFound: 404,
  MethodNotAllowed: 405,
  ForeignHost: 403,
  ForeignOrigin: 403,
  TimedOut: 503,
  Stopping: 503,
  ReadOnly: 403,
  TooManyRequests: 429,
  NotOffered: 501,
  Busy: 503,
  Unavailable: 503,
  NotPassedOn: 451,
  RangeNotSatisfiable: 416,
}

/**
 * Makes the problem for an error code.
 *
 * @example problemOf('NotFound', 'there is no /x').status   // 404
 */
export function problemOf(code: ErrorCode | HttpCode, detail: string, hint?: string): HttpProblem {
  const title = code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  return {
    type: `urn:visavis:error:${code}`,
    title: title[0]!.toUpperCase() + title.slice(1),
    status: statuses[code],
    detail,
    code,
    ...(hint === undefined ? {} : { hint }),
  }
}

/**
 * Makes the problem for anything thrown, as sent to the client. An unexpected error reveals only that it is internal; its details go to the
 * server's log. An upload is shown by its name, not its path.
 */
export function problemOfError({ fault, uploads, open }: Pick<ServerState, 'fault' | 'uploads' | 'open'>, thrown: unknown): HttpProblem {
  const problem = problemOfUnknown(thrown)
  if (problem.code === 'Internal') fault(thrown)
  const shown = (text: string): string => open?.withoutPaths(uploads.namesOnly(text)) ?? uploads.namesOnly(text)
  const hint = problem.hint === undefined ? {} : { hint: shown(problem.hint) }
  return { ...problem, detail: shown(problem.detail), ...hint }
}

function problemOfUnknown(thrown: unknown): HttpProblem {
  if (thrown instanceof RequestAborted) return problemOf(thrown.why, thrown.message)
  if (thrown instanceof RequestRefused) return problemOf(thrown.why, thrown.message, thrown.hint)
  if (thrown instanceof VisavisError && thrown.code !== 'Internal') {
    const found = problemOf(thrown.code, thrown.message, thrown.hint)
    const problem = thrown instanceof RequestTooLarge ? { ...found, status: 413 } : found
    return thrown.candidates.length === 0 ? problem : { ...problem, candidates: thrown.candidates }
  }
  const code = (thrown as NodeJS.ErrnoException | undefined)?.code
  if (code === 'ENOSPC') return problemOf('DiskFull', 'no space left on the disk')
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return problemOf('CannotWrite', 'the store cannot be written')
  return problemOf('Internal', 'a fault of ours: please report it', 'the terminal of visavis serve says more')
}

/** Returns the problem as an HTTP response. */
export function problemResponse(problem: HttpProblem): Response {
  const { code, status } = problem
  const wait = code === 'Busy' || code === 'Unavailable' || code === 'Stopping' ? { 'retry-after': '5' } : undefined
  return new Response(JSON.stringify(problem), { status, headers: { 'content-type': 'application/problem+json', ...wait } })
}
