import type { HttpProblem as ServerProblem } from './problem.ts'

export type { Answers } from '../operations/answer-types.ts'

/** A problem as the web application handles it: one sent by the server, or `Silent`, which the application itself sets if the server does not respond. */
export type Problem = Omit<ServerProblem, 'code'> & { readonly code: ServerProblem['code'] | 'Silent' }
