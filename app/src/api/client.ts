import { type Signal, signal } from '@preact/signals'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import type { Answers, Problem } from '../../../src/server/answer-types.ts'
import { fetchJson, fetchResponse, problemOfResponse, RequestFailed, serverSilent } from './http.ts'
import { isTransient, untilRetry } from './retry.ts'

export { RequestFailed } from './http.ts'

export type RequestInput = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** The state of a request. The last answer stays until the next one arrives. */
export interface RequestState<T> {
  readonly state: 'asking' | 'answered' | 'failed'
  readonly answer: T | undefined
  readonly problem: Problem | undefined
}

/** Cached answers by URL, the newest last; the oldest is dropped when there are more than `maxCached`. */
const answerCache = new Map<string, unknown>()
const maxCached = 60

/** Prefetched requests by URL; a later request for the same URL waits for the same response. */
const prefetched = new Map<string, Promise<unknown>>()

/** Counts how often the cache was cleared: an answer requested before the last time is not cached. */
let cacheGeneration = 0

/** Returns the URL of a GET request; empty, false and undefined parameters are left out. */
export function requestUrl(operation: keyof Answers, asked: RequestInput, format?: string): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined || value === '' || value === false) continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  if (format !== undefined) query.set('format', format)
  const path = `/api/v1/${operation.replaceAll(' ', '/')}`
  return query.size === 0 ? path : `${path}?${query}`
}

/** Returns address and options of a request: by GET, or by POST if a text is in it, so that the text is in no address. */
function requestFor(operation: keyof Answers, asked: RequestInput, format?: string, signal?: AbortSignal): [string, RequestInit] {
  const leaving = signal === undefined ? {} : { signal }
  if (!Object.values(asked).some(isDataAddress)) return [requestUrl(operation, asked, format), leaving]
  const body = JSON.stringify(format === undefined ? asked : { ...asked, format })
  return [requestUrl(operation, {}), { method: 'POST', headers: { 'content-type': 'application/json' }, body, ...leaving }]
}

/** Whether an input is a file that is in the request itself. */
export function isDataAddress(value: RequestInput[string]): boolean {
  return typeof value === 'string' && value.startsWith('data:')
}

/** Sends a GET request; answers are cached until the record changes. */
export async function getAnswer<O extends keyof Answers>(operation: O, asked: RequestInput, signal?: AbortSignal): Promise<Answers[O]> {
  const address = requestUrl(operation, asked)
  const found = answerCache.get(address)
  if (found !== undefined) return found as Answers[O]
  const asking = cacheGeneration
  const answer = await (prefetched.get(address) ?? fetchJson(...requestFor(operation, asked, undefined, signal)))
  if (asking === cacheGeneration) cacheAnswer(address, answer)
  return answer as Answers[O]
}

/** Prefetches an answer that the reader may want next; errors are ignored. */
export async function prefetchAnswer<O extends keyof Answers>(operation: O, asked: RequestInput): Promise<void> {
  const address = requestUrl(operation, asked)
  if (answerCache.has(address) || prefetched.has(address)) return
  const asking = cacheGeneration
  const answer = fetchJson(address, {})
  prefetched.set(address, answer)
  const found = await answer.catch(() => undefined)
  if (asking !== cacheGeneration) return
  prefetched.delete(address)
  if (found !== undefined) cacheAnswer(address, found)
}

function cacheAnswer(address: string, answer: unknown): void {
  answerCache.set(address, answer)
  if (answerCache.size > maxCached) answerCache.delete(answerCache.keys().next().value as string)
}

/** Clears the cache, which is necessary when the record changes. */
export function clearAnswers(): void {
  answerCache.clear()
  prefetched.clear()
  cacheGeneration++
}

/** Downloads an answer in another format. */
export async function answerFile(operation: keyof Answers, asked: RequestInput, format: string): Promise<Blob> {
  return (await fetchResponse(...requestFor(operation, asked, format))).blob()
}

/** The reactive state of a request: a component that reads `value` is rendered again when the state changes. */
export interface LiveRequest<T> {
  readonly value: RequestState<T>
}

/**
 * Requests an answer again whenever the request changes; an undefined request sends nothing. A cached answer is available at once. If the
 * server does not respond, the request is repeated every two seconds; after a server error the reader may retry (`retryOf`).
 */
export function useAnswer<O extends keyof Answers>(operation: O, asked: RequestInput | undefined): LiveRequest<Answers[O]> {
  const reply: Signal<StateOfUrl<Answers[O]>> = useMemo(
    () => signal({ state: 'asking', answer: undefined, problem: undefined, address: undefined }),
    [],
  )
  const address = asked === undefined ? undefined : requestUrl(operation, asked)
  // an ordinary effect would wait for the next frame to be painted: some thirty milliseconds in which the server has nothing to do
  useLayoutEffect(() => {
    if (asked === undefined) return
    const leaving = new AbortController()
    pollAnswer(operation, asked, reply, leaving.signal)
    return () => leaving.abort()
  }, [address])
  return useMemo(
    () => ({
      get value() {
        return stateFor(reply.value, address)
      },
    }),
    [address],
  )
}

/** The state of a request with the URL of that request, since a component may already want the answer from another URL. */
interface StateOfUrl<T> extends RequestState<T> {
  readonly address: string | undefined
}

function stateFor<T>(reply: StateOfUrl<T>, address: string | undefined): RequestState<T> {
  if (address === undefined || reply.address === address) return reply
  const found = answerCache.get(address) as T | undefined
  if (found !== undefined) return { state: 'answered', answer: found, problem: undefined }
  return { state: 'asking', answer: reply.answer, problem: undefined }
}

async function pollAnswer<O extends keyof Answers>(
  operation: O,
  asked: RequestInput,
  reply: Signal<StateOfUrl<Answers[O]>>,
  leaving: AbortSignal,
): Promise<void> {
  const address = requestUrl(operation, asked)
  if (!answerCache.has(address)) reply.value = { state: 'asking', answer: reply.peek().answer, problem: undefined, address }
  for (;;) {
    try {
      const answer = await getAnswer(operation, asked, leaving)
      if (!leaving.aborted) reply.value = { state: 'answered', answer, problem: undefined, address }
      return
    } catch (thrown) {
      if (leaving.aborted) return
      // a new object each time, because the problem is the key of its retry function
      const problem: Problem = thrown instanceof RequestFailed ? { ...thrown.problem } : { ...serverSilent, detail: String(thrown) }
      const waiting = isTransient(problem) ? untilRetry(problem) : undefined
      reply.value = { state: 'failed', answer: reply.peek().answer, problem, address }
      if (waiting === undefined) return
      await waiting
      if (leaving.aborted) return
    }
  }
}

/** Sends a request for long work by POST, reports its progress to `told`, and returns the answer. */
export async function postRequest<O extends keyof Answers>(
  operation: O,
  input: RequestInput,
  told: (event: { readonly what: string; readonly done: number; readonly total: number }) => void,
  leaving?: AbortSignal,
): Promise<Answers[O]> {
  const response = await fetch(`/api/v1/${operation.replaceAll(' ', '/')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(input),
    ...(leaving === undefined ? {} : { signal: leaving }),
  }).catch((cause: Error) => {
    throw cause.name === 'AbortError' ? cause : new RequestFailed(serverSilent)
  })
  if (!response.ok || response.body === null) throw new RequestFailed(await problemOfResponse(response))
  for await (const { event, data } of serverEvents(response.body)) {
    if (event === 'progress') told(JSON.parse(data))
    if (event === 'problem') throw new RequestFailed(JSON.parse(data))
    if (event === 'answer') return JSON.parse(data)
  }
  throw new RequestFailed(serverSilent)
}

/** Uploads a file and returns its reference for later requests. For a server that keeps no files the reference is the file itself, as a `data:` address. */
export async function uploadFile(file: Blob, name: string): Promise<string> {
  try {
    const answer = await fetchJson(`/api/v1/files?${new URLSearchParams({ name })}`, { method: 'POST', body: file })
    return (answer as { file: string }).file
  } catch (thrown) {
    if (thrown instanceof RequestFailed && thrown.problem.code === 'ReadOnly') return dataAddress(file)
    throw thrown
  }
}

function dataAddress(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'))
    reader.readAsDataURL(file)
  })
}

async function* serverEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<{ event: string; data: string }> {
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
