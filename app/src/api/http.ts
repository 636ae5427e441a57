import type { Problem } from '../../../src/server/answer-types.ts'

/** The error of a failed request, with the problem that the server reported, or one of our own if the server does not respond. */
export class RequestFailed extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/**
 * Fetches JSON.
 *
 * @throws RequestFailed if the server does not respond, refuses, or sends something unreadable
 */
export async function fetchJson(address: string, init: RequestInit): Promise<unknown> {
  const response = await fetchResponse(address, init)
  return response.json().catch((cause: Error) => {
    if (cause.name === 'AbortError') throw cause
    // a syntax error means a bad response; anything else is a lost connection
    throw new RequestFailed(cause instanceof SyntaxError ? { ...badResponse, status: response.status } : serverSilent)
  })
}

/**
 * Fetches a response and returns it if it is successful.
 *
 * @throws RequestFailed if the server does not respond or refuses
 */
export async function fetchResponse(address: string, init: RequestInit): Promise<Response> {
  const response = await fetch(address, init).catch((cause: Error) => {
    if (cause.name === 'AbortError') throw cause
    throw new RequestFailed(serverSilent)
  })
  if (!response.ok) throw new RequestFailed(await problemOfResponse(response))
  return response
}

/** The problem to show when the server does not respond. */
export const serverSilent: Problem = {
  type: 'urn:visavis:error:Silent',
  title: 'No answer',
  status: 0,
  detail: 'The server does not answer. Is visavis serve still running?',
  code: 'Silent',
}

/** The problem to show when a response is not from our server, so that its status means nothing. */
export const badResponse: Problem = {
  ...serverSilent,
  title: 'Unreadable answer',
  detail: 'What the server sent is no answer of Vis-à-vis. Does something stand between this page and visavis serve?',
}

/** Returns the problem in a response, or one made from the status code. */
export async function problemOfResponse(response: Response): Promise<Problem> {
  const text = await response.text().catch(() => '')
  try {
    const problem = JSON.parse(text) as Partial<Problem> | null
    if (typeof problem?.title === 'string' && typeof problem.detail === 'string') return problem as Problem
  } catch {
    // the response has no problem of ours: only the status is known
  }
  return {
    ...serverSilent,
    title: 'No answer',
    status: response.status,
    detail: `The server could not answer: it sent ${response.status}.`,
  }
}
