import type { HttpProblem as ServerProblem } from './problem.ts'

export type { Answers } from '../operations/answers.ts'

/** A problem as a page has it: as the server sends it, or `Silent`, a page's own word for a server that does not answer. */
export type Problem = Omit<ServerProblem, 'code'> & { readonly code: ServerProblem['code'] | 'Silent' }
