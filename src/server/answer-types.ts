import type { HttpProblem as ServerProblem } from './problem.ts'

export type { Answers } from '../operations/answers.ts'

/** A problem as the web application handles it: as sent by the server, or `Silent`, its own code for a server that does not respond. */
export type Problem = Omit<ServerProblem, 'code'> & { readonly code: ServerProblem['code'] | 'Silent' }
