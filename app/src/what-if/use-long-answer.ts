import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Answers, Problem } from '../../../src/server/answer-types.ts'
import { postRequest, RequestFailed, type RequestInput, requestUrl } from '../api/client.ts'
import { serverSilent } from '../api/http.ts'

/** An answer that takes long, with its progress. */
export interface LongAnswer<T> {
  readonly answer: T | undefined
  readonly done: number
  readonly total: number
  readonly problem: Problem | undefined
}

const nothing: LongAnswer<never> = { answer: undefined, done: 0, total: 0, problem: undefined }

/** Long answers by request, so that going back does not work them out again; few, since each is whole. */
const kept = new Map<string, unknown>()
const mostKept = 12

/** Asks for a long answer once the request has rested for a moment; undefined asks for none. A change of the request stops the work. */
export function useLongAnswer<O extends keyof Answers>(operation: O, asked: RequestInput | undefined): LongAnswer<Answers[O]> {
  const key = asked === undefined ? undefined : requestUrl(operation, asked)
  const state = useSignal<LongAnswer<Answers[O]> & { readonly key: string | undefined }>({ ...nothing, key: undefined })
  useEffect(() => {
    if (asked === undefined || key === undefined) return
    const known = kept.get(key) as Answers[O] | undefined
    state.value = { ...nothing, answer: known, key }
    if (known !== undefined) return
    const leaving = new AbortController()
    const timer = setTimeout(() => void work(operation, asked, key, state, leaving.signal), 300)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [key])
  return state.value.key === key ? state.value : nothing
}

async function work<O extends keyof Answers>(
  operation: O,
  asked: RequestInput,
  key: string,
  state: Signal<LongAnswer<Answers[O]> & { readonly key: string | undefined }>,
  leaving: AbortSignal,
): Promise<void> {
  try {
    const report = ({ done, total }: { readonly done: number; readonly total: number }): void => {
      if (!leaving.aborted) state.value = { ...state.peek(), done, total }
    }
    const answer = await postRequest(operation, asked, report, leaving)
    kept.set(key, answer)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
    if (!leaving.aborted) state.value = { ...state.peek(), answer }
  } catch (thrown) {
    const problem = thrown instanceof RequestFailed ? thrown.problem : { ...serverSilent, detail: String(thrown) }
    if (!leaving.aborted) state.value = { ...state.peek(), problem }
  }
}
