import { Threads } from './answering.ts'

// The threads of this process, by who asks. None is started before the first question.

/** Of the command line: as many as it reads texts at once, and each question opens its own record. */
export const commandThreads: Threads = new Threads({ most: 64, keeps: null, text: 600_000 })

/** Of a door that is asked many questions: a few at a time, with records that stay open. */
export const doorThreads: Threads = new Threads({ most: 4, keeps: 'memory', text: 240_000 })

/** For what is answered in milliseconds, beside all that takes long. */
export const quickThreads: Threads = new Threads({ most: 1, keeps: 'disk', text: 240_000 })
