import type { Operation } from '../asked/operation.ts'
import { Answerers } from './answering.ts'

// Who answers the questions of this process, by who asks. None is started before the first question.

/** Of the command line: as many as it reads texts at once, and each question opens its own record. */
export const commandAnswerers: Answerers = new Answerers({ most: 64, keeps: 'nothing', text: 600_000 })

/** Of a door that is asked many questions: a few at a time, with records that stay open. From disk: in memory the bundled record alone takes 250 MB of each process. */
const doorAnswerers: Answerers = new Answerers({ most: 4, keeps: 'disk', text: 240_000 })

/** For what is answered in milliseconds, beside all that takes long. */
const quickAnswerers: Answerers = new Answerers({ most: 1, keeps: 'disk', text: 240_000 })

/** Those that answer an operation for a door that is asked many questions. */
export function answerersFor({ quick }: Pick<Operation, 'quick'>): Answerers {
  return quick === true ? quickAnswerers : doorAnswerers
}

/** Has processes ready before the first question comes. */
export function warmAnswerers(): void {
  for (const answerers of [quickAnswerers, doorAnswerers]) answerers.warm()
}

/** Ends all processes of the doors, whatever they do. */
export function endAnswerers(): void {
  for (const answerers of [quickAnswerers, doorAnswerers]) answerers.close()
}
