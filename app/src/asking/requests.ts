import type { Problem } from '../../../src/server/answer-types.ts'

/** A question that failed, as the server says it, or because it does not answer. */
export class Failed extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/**
 * What the server answers, as JSON.
 *
 * @throws Failed where it does not answer, refuses, or sends what cannot be read
 */
export async function fetched(address: string, init: RequestInit): Promise<unknown> {
  const response = await responded(address, init)
  return response.json().catch((cause: Error) => {
    if (cause.name === 'AbortError') throw cause
    // what is no JSON was sent so; any other failure is a connection that broke off
    throw new Failed(cause instanceof SyntaxError ? { ...unreadable, status: response.status } : silent)
  })
}

/**
 * The response of the server, where it is an answer.
 *
 * @throws Failed where it does not answer, or refuses
 */
export async function responded(address: string, init: RequestInit): Promise<Response> {
  const response = await fetch(address, init).catch((cause: Error) => {
    if (cause.name === 'AbortError') throw cause
    throw new Failed(silent)
  })
  if (!response.ok) throw new Failed(await problemIn(response))
  return response
}

/** The problem of a server that does not answer. */
export const silent: Problem = {
  type: 'urn:visavis:error:Silent',
  title: 'No answer',
  status: 0,
  detail: 'The server does not answer. Is visavis serve still running?',
  code: 'Silent',
}

/** The problem of an answer that is none of ours, whose status says nothing. */
export const unreadable: Problem = {
  ...silent,
  title: 'Unreadable answer',
  detail: 'What the server sent is no answer of Vis-à-vis. Does something stand between this page and visavis serve?',
}

/** The problem that a response tells, or what its number says. */
export async function problemIn(response: Response): Promise<Problem> {
  const text = await response.text().catch(() => '')
  try {
    const problem = JSON.parse(text) as Partial<Problem> | null
    if (typeof problem?.title === 'string' && typeof problem.detail === 'string') return problem as Problem
  } catch {
    // no problem of ours: told by its number alone
  }
  return { ...silent, title: 'No answer', status: response.status, detail: `The server could not answer: it sent ${response.status}.` }
}
