import type { Problem } from '../../../src/server/answer-types.ts'
import { badResponse } from './http.ts'

/** Functions that retry a request, by the problem that the request ran into. */
const retries = new WeakMap<Problem, () => void>()

/** Returns a function that retries the request which failed with this problem; undefined if no retry is waiting, because it would fail again. */
export function retryOf(problem: Problem): (() => void) | undefined {
  return retries.get(problem)
}

/** Whether the server does not respond or is stopping, so that the request is retried until the server is back. */
export function isServerAway({ status, code }: Problem): boolean {
  return status === 0 || code === 'Stopping'
}

/** Whether a retry may succeed, because the fault was with the server or the connection and not with the request. */
export function isTransient(problem: Problem): boolean {
  return isServerAway(problem) || problem.status >= 500 || problem.title === badResponse.title
}

/** Resolves when the request should be retried: when the reader asks for it, or after two seconds if the server was away. */
export function untilRetry(problem: Problem): Promise<void> {
  return new Promise((resolve) => {
    retries.set(problem, resolve)
    if (isServerAway(problem)) setTimeout(resolve, 2000)
  })
}
