import { type Signal, signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Answers, Problem } from '../../../src/server/answer-types.ts'
import { mayPass, whenToAskAgain } from './ask-again.ts'
import { Failed, fetched, problemIn, responded, silent } from './requests.ts'

export { Failed } from './requests.ts'

export type Asked = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** The state of a request: the last answer stays until the next one arrives. */
export interface Reply<T> {
  readonly state: 'asking' | 'answered' | 'failed'
  readonly answer: T | undefined
  readonly problem: Problem | undefined
}

/** Cached answers by URL, the newest last. */
const kept = new Map<string, unknown>()
const mostKept = 60

/** Prefetched requests by URL; a later request for the same URL waits for the same response. */
const ahead = new Map<string, Promise<unknown>>()

/** Generation of the cache: an answer requested before it was cleared is not cached. */
let forgotten = 0

/** The URL of a GET request. */
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

/** Sends a GET request; answers are cached until the record changes. */
export async function ask<O extends keyof Answers>(operation: O, asked: Asked, signal?: AbortSignal): Promise<Answers[O]> {
  const address = questionAddress(operation, asked)
  const found = kept.get(address)
  if (found !== undefined) return found as Answers[O]
  const asking = forgotten
  const answer = await (ahead.get(address) ?? fetched(address, signal === undefined ? {} : { signal }))
  if (asking === forgotten) keep(address, answer)
  return answer as Answers[O]
}

/** Prefetches what the reader may want next; errors are ignored. */
export async function askAhead<O extends keyof Answers>(operation: O, asked: Asked): Promise<void> {
  const address = questionAddress(operation, asked)
  if (kept.has(address) || ahead.has(address)) return
  const asking = forgotten
  const answer = fetched(address, {})
  ahead.set(address, answer)
  const found = await answer.catch(() => undefined)
  if (asking !== forgotten) return
  ahead.delete(address)
  if (found !== undefined) keep(address, found)
}

function keep(address: string, answer: unknown): void {
  kept.set(address, answer)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
}

/** Clears the cache: the record changed. */
export function forgetAnswers(): void {
  kept.clear()
  ahead.clear()
  forgotten++
}

/** Downloads the answer in another format. */
export async function answerFile(operation: keyof Answers, asked: Asked, format: string): Promise<Blob> {
  return (await responded(questionAddress(operation, asked, format), {})).blob()
}

/** Reactive state of a request: a component that reads it is rendered again when it changes. */
export interface Followed<T> {
  readonly value: Reply<T>
}

/**
 * Requests an answer again whenever the request changes; undefined requests nothing. A cached answer is available at once. While the server
 * is silent it is polled every two seconds; after a server error the reader may retry (`retryOf`).
 */
export function useAnswer<O extends keyof Answers>(operation: O, asked: Asked | undefined): Followed<Answers[O]> {
  const reply: Signal<ReplyTo<Answers[O]>> = useMemo(
    () => signal({ state: 'asking', answer: undefined, problem: undefined, address: undefined }),
    [],
  )
  const address = asked === undefined ? undefined : questionAddress(operation, asked)
  useEffect(() => {
    if (asked === undefined) return
    const leaving = new AbortController()
    follow(operation, asked, reply, leaving.signal)
    return () => leaving.abort()
  }, [address])
  return useMemo(
    () => ({
      get value() {
        return replyTo(reply.value, address)
      },
    }),
    [address],
  )
}

/** A response state with its URL: until the next request starts, it belongs to the previous one. */
interface ReplyTo<T> extends Reply<T> {
  readonly address: string | undefined
}

function replyTo<T>(reply: ReplyTo<T>, address: string | undefined): Reply<T> {
  if (address === undefined || reply.address === address) return reply
  const found = kept.get(address) as T | undefined
  if (found !== undefined) return { state: 'answered', answer: found, problem: undefined }
  return { state: 'asking', answer: reply.answer, problem: undefined }
}

async function follow<O extends keyof Answers>(
  operation: O,
  asked: Asked,
  reply: Signal<ReplyTo<Answers[O]>>,
  leaving: AbortSignal,
): Promise<void> {
  const address = questionAddress(operation, asked)
  if (!kept.has(address)) reply.value = { state: 'asking', answer: reply.peek().answer, problem: undefined, address }
  for (;;) {
    try {
      const answer = await ask(operation, asked, leaving)
      if (!leaving.aborted) reply.value = { state: 'answered', answer, problem: undefined, address }
      return
    } catch (thrown) {
      if (leaving.aborted) return
      // a new object each time, as it is the key of its retry function
      const problem: Problem = thrown instanceof Failed ? { ...thrown.problem } : { ...silent, detail: String(thrown) }
      const waiting = mayPass(problem) ? whenToAskAgain(problem) : undefined
      reply.value = { state: 'failed', answer: reply.peek().answer, problem, address }
      if (waiting === undefined) return
      await waiting
      if (leaving.aborted) return
    }
  }
}

/** Sends long work by POST and reports its progress. */
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

/** Uploads a file and returns its reference. */
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
