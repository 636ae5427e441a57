import type { Problem } from '../../../src/server/answer-types.ts'
import { unreadable } from './requests.ts'

/** Retry functions by the problem that a request ran into. */
const again = new WeakMap<Problem, () => void>()

/** A function that retries the request that failed; undefined where a retry would give the same answer, or nobody waits for it. */
export function askAgain(problem: Problem): (() => void) | undefined {
  return again.get(problem)
}

/** Whether the server did not respond or is stopping, so that the request is retried until it is back. */
export function isAbsence({ status, code }: Problem): boolean {
  return status === 0 || code === 'Stopping'
}

/** Whether a retry may succeed: the fault was with the server or the connection, not with the request. */
export function mayPass(problem: Problem): boolean {
  return isAbsence(problem) || problem.status >= 500 || problem.title === unreadable.title
}

/** Resolves when to retry: when the reader wants it, or after a delay if the server was not there. */
export function whenToAskAgain(problem: Problem): Promise<void> {
  return new Promise((resolve) => {
    again.set(problem, resolve)
    if (isAbsence(problem)) setTimeout(resolve, 2000)
  })
}
