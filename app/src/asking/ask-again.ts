import type { Problem } from '../../../src/server/answer-types.ts'
import { unreadable } from './requests.ts'

/** How to ask again, by the problem that a question which a page follows ran into. */
const again = new WeakMap<Problem, () => void>()

/** Asks once more what ran into this problem; undefined where that would bring the same answer, or nobody waits for it any more. */
export function askAgain(problem: Problem): (() => void) | undefined {
  return again.get(problem)
}

/** Whether the server was silent or is stopping, so that a question is asked again until it is back. */
export function isAbsence({ status, code }: Problem): boolean {
  return status === 0 || code === 'Stopping'
}

/** Whether the same question may be answered another time: the fault lay with the server or the way to it, not with the question. */
export function mayPass(problem: Problem): boolean {
  return isAbsence(problem) || problem.status >= 500 || problem.title === unreadable.title
}

/** Resolves when the question may be asked again: when the reader wants it, and by itself where the server was not there. */
export function whenToAskAgain(problem: Problem): Promise<void> {
  return new Promise((resolve) => {
    again.set(problem, resolve)
    if (isAbsence(problem)) setTimeout(resolve, 2000)
  })
}
