import { type Signal, signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Answers, Problem } from '../../../src/server/answer-types.ts'
import { mayPass, whenToAskAgain } from './ask-again.ts'
import { Failed, fetched, problemIn, responded, silent } from './requests.ts'

export { Failed } from './requests.ts'

export type Asked = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** A question on its way: the last answer stays until the next is there. */
export interface Reply<T> {
  readonly state: 'asking' | 'answered' | 'failed'
  readonly answer: T | undefined
  readonly problem: Problem | undefined
}

/** Answers of this visit by address, the newest last. */
const kept = new Map<string, unknown>()
const mostKept = 60

/** Questions that were asked before anybody waited for them, by address: who wants the answer then waits for the same. */
const ahead = new Map<string, Promise<unknown>>()

/** How often answers were forgotten: one that was asked for before is not kept. */
let forgotten = 0

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
  const asking = forgotten
  const answer = await (ahead.get(address) ?? fetched(address, signal === undefined ? {} : { signal }))
  if (asking === forgotten) keep(address, answer)
  return answer as Answers[O]
}

/** Asks what the reader may want next; nothing is said where it fails. */
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

/** What was answered before is asked anew: the record changed. */
export function forgetAnswers(): void {
  kept.clear()
  ahead.clear()
  forgotten++
}

/** The answer in another of its forms, as a file to take away. */
export async function answerFile(operation: keyof Answers, asked: Asked, format: string): Promise<Blob> {
  return (await responded(questionAddress(operation, asked, format), {})).blob()
}

/** What a page reads of a question that it follows; reading it in a component has the component drawn again when it changes. */
export interface Followed<T> {
  readonly value: Reply<T>
}

/**
 * The answer to a question, followed as the question changes; a question of undefined is not asked. An answer that is kept is there at once. While the server is silent it
 * is asked again every two seconds, after a fault of the server when the reader wants it (`askAgain`).
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

/** A reply, and where it was asked: until a new question is on its way, the reply is to the one before. */
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
      // each time a problem of its own: it is the key by which it is asked again
      const problem: Problem = thrown instanceof Failed ? { ...thrown.problem } : { ...silent, detail: String(thrown) }
      const waiting = mayPass(problem) ? whenToAskAgain(problem) : undefined
      reply.value = { state: 'failed', answer: reply.peek().answer, problem, address }
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
