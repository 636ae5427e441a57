import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Answers, Problem } from '../../src/server/answer-types.ts'

export type Asked = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** A question on its way: the last answer stays until the next is there. */
export interface Reply<T> {
  readonly state: 'asking' | 'answered' | 'failed'
  readonly answer: T | undefined
  readonly problem: Problem | undefined
}

/** A question that failed, as the server says it, or because it does not answer. */
export class Failed extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** Answers of this visit by address, the newest last. */
const kept = new Map<string, unknown>()
const mostKept = 60

/** Where a question is asked by GET. */
export function questionAddress(operation: keyof Answers, asked: Asked, format?: string): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined || value === '' || value === false) continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  if (format !== undefined) query.set('format', format)
  const path = `/api/v1/${operation.replaceAll(' ', '/')}`
  return query.size === 0 ? path : `${path}?${query}`
}

/** Asks by GET; the same question is asked once a visit. */
export async function ask<O extends keyof Answers>(operation: O, asked: Asked, signal?: AbortSignal): Promise<Answers[O]> {
  const address = questionAddress(operation, asked)
  const found = kept.get(address)
  if (found !== undefined) return found as Answers[O]
  const answer = await fetched(address, signal === undefined ? {} : { signal })
  kept.set(address, answer)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
  return answer as Answers[O]
}

/** What was answered before is asked anew: the record changed. */
export function forgetAnswers(): void {
  kept.clear()
}

/** The answer in another of its forms, as a file to take away. */
export async function answerFile(operation: keyof Answers, asked: Asked, format: string): Promise<Blob> {
  return (await responded(questionAddress(operation, asked, format), {})).blob()
}

async function fetched(address: string, init: RequestInit): Promise<unknown> {
  const response = await responded(address, init)
  return response.json().catch((cause: Error) => {
    if (cause.name === 'AbortError') throw cause
    // what is no JSON was sent so; any other failure is a connection that broke off
    throw new Failed(cause instanceof SyntaxError ? { ...unreadable, status: response.status } : silent)
  })
}

async function responded(address: string, init: RequestInit): Promise<Response> {
  const response = await fetch(address, init).catch((cause: Error) => {
    if (cause.name === 'AbortError') throw cause
    throw new Failed(silent)
  })
  if (!response.ok) throw new Failed(await problemIn(response))
  return response
}

const silent: Problem = {
  type: 'urn:visavis:error:Silent',
  title: 'No answer',
  status: 0,
  detail: 'The server does not answer. Is visavis serve still running?',
  code: 'Silent',
}

const unreadable: Problem = {
  ...silent,
  title: 'Unreadable answer',
  detail: 'What the server sent is no answer of Vis-à-vis. Does something stand between this page and visavis serve?',
}

async function problemIn(response: Response): Promise<Problem> {
  const text = await response.text().catch(() => '')
  try {
    const problem = JSON.parse(text) as Partial<Problem> | null
    if (typeof problem?.title === 'string' && typeof problem.detail === 'string') return problem as Problem
  } catch {
    // no problem of ours: told by its number alone
  }
  return { ...silent, title: 'No answer', status: response.status, detail: `The server could not answer: it sent ${response.status}.` }
}

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
function mayPass(problem: Problem): boolean {
  return isAbsence(problem) || problem.status >= 500 || problem.title === unreadable.title
}

/** Resolves when the question may be asked again: when the reader wants it, and by itself where the server was not there. */
function whenToAskAgain(problem: Problem): Promise<void> {
  return new Promise((resolve) => {
    again.set(problem, resolve)
    if (isAbsence(problem)) setTimeout(resolve, 2000)
  })
}

/**
 * The answer to a question, followed as the question changes; a question of undefined is not asked. While the server is silent it is asked again every two seconds, after
 * a fault of the server when the reader wants it (`askAgain`).
 */
export function useAnswer<O extends keyof Answers>(operation: O, asked: Asked | undefined): ReadonlySignal<Reply<Answers[O]>> {
  const reply: Signal<Reply<Answers[O]>> = useMemo(() => signal({ state: 'asking', answer: undefined, problem: undefined }), [])
  const address = asked === undefined ? undefined : questionAddress(operation, asked)
  useEffect(() => {
    if (asked === undefined) return
    const leaving = new AbortController()
    follow(operation, asked, reply, leaving.signal)
    return () => leaving.abort()
  }, [address])
  return reply
}

async function follow<O extends keyof Answers>(
  operation: O,
  asked: Asked,
  reply: Signal<Reply<Answers[O]>>,
  leaving: AbortSignal,
): Promise<void> {
  reply.value = { state: 'asking', answer: reply.value.answer, problem: undefined }
  for (;;) {
    try {
      const answer = await ask(operation, asked, leaving)
      if (!leaving.aborted) reply.value = { state: 'answered', answer, problem: undefined }
      return
    } catch (thrown) {
      if (leaving.aborted) return
      // each time a problem of its own: it is the key by which it is asked again
      const problem: Problem = thrown instanceof Failed ? { ...thrown.problem } : { ...silent, detail: String(thrown) }
      const waiting = mayPass(problem) ? whenToAskAgain(problem) : undefined
      reply.value = { state: 'failed', answer: reply.value.answer, problem }
      if (waiting === undefined) return
      await waiting
      if (leaving.aborted) return
    }
  }
}

/** Long work: asked by POST, told how far it is. */
export async function work<O extends keyof Answers>(
  operation: O,
  input: Asked,
  told: (event: { readonly what: string; readonly done: number; readonly total: number }) => void,
  leaving?: AbortSignal,
): Promise<Answers[O]> {
  const response = await fetch(`/api/v1/${operation.replaceAll(' ', '/')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(input),
    ...(leaving === undefined ? {} : { signal: leaving }),
  }).catch((cause: Error) => {
    throw cause.name === 'AbortError' ? cause : new Failed(silent)
  })
  if (!response.ok || response.body === null) throw new Failed(await problemIn(response))
  for await (const { event, data } of eventsOf(response.body)) {
    if (event === 'progress') told(JSON.parse(data))
    if (event === 'problem') throw new Failed(JSON.parse(data))
    if (event === 'answer') return JSON.parse(data)
  }
  throw new Failed(silent)
}

/** Brings a file to the server, for a question that takes one; hands back its reference. */
export async function bring(file: Blob, name: string): Promise<string> {
  const answer = await fetched(`/api/v1/files?${new URLSearchParams({ name })}`, { method: 'POST', body: file })
  return (answer as { file: string }).file
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<{ event: string; data: string }> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const blocks = (rest + value).split('\n\n')
    rest = blocks.pop()!
    for (const block of blocks) {
      const lines = block.split('\n')
      const event = lines.find((line) => line.startsWith('event: '))?.slice(7) ?? 'message'
      yield {
        event,
        data: lines
          .filter((line) => line.startsWith('data: '))
          .map((line) => line.slice(6))
          .join('\n'),
      }
    }
  }
}
