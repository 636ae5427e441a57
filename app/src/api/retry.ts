import type { Problem } from '../../../src/server/answer-types.ts'
import { badResponse } from './http.ts'

/** Retry functions by the problem that a request ran into. */
const retries = new WeakMap<Problem, () => void>()

/** A function that retries the request that failed; undefined where a retry would give the same answer, or nobody waits for it. */
export function retryOf(problem: Problem): (() => void) | undefined {
  return retries.get(problem)
}

/** Whether the server did not respond or is stopping, so that the request is retried until it is back. */
export function isServerAway({ status, code }: Problem): boolean {
  return status === 0 || code === 'Stopping'
}

/** Whether a retry may succeed: the fault was with the server or the connection, not with the request. */
export function isTransient(problem: Problem): boolean {
  return isServerAway(problem) || problem.status >= 500 || problem.title === badResponse.title
}

/** Resolves when to retry: when the reader wants it, or after a delay if the server was not there. */
export function untilRetry(problem: Problem): Promise<void> {
  return new Promise((resolve) => {
    retries.set(problem, resolve)
    if (isServerAway(problem)) setTimeout(resolve, 2000)
  })
}
