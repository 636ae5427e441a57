import { Threads } from './answering.ts'
import type { Operation } from './operation.ts'

// The threads of this process, by who asks. None is started before the first question.

/** Of the command line: as many as it reads texts at once, and each question opens its own record. */
export const commandThreads: Threads = new Threads({ most: 64, keeps: null, text: 600_000 })

/** Of a door that is asked many questions: a few at a time, with records that stay open. */
const doorThreads: Threads = new Threads({ most: 4, keeps: 'memory', text: 240_000 })

/** For what is answered in milliseconds, beside all that takes long. */
const quickThreads: Threads = new Threads({ most: 1, keeps: 'disk', text: 240_000 })

/** Those that answer an operation for a door that is asked many questions. */
export function threadsFor({ quick }: Pick<Operation, 'quick'>): Threads {
  return quick === true ? quickThreads : doorThreads
}

/** Has threads ready before the first question comes. */
export function warmThreads(): void {
  for (const threads of [quickThreads, doorThreads]) threads.warm()
}

/** Ends all threads of the doors, whatever they do. */
export async function endThreads(): Promise<void> {
  await Promise.all([quickThreads, doorThreads].map((threads) => threads.close()))
}
