import { type Signal, signal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Problem } from '../../../src/server/answer-types.ts'
import { getAnswer, RequestFailed, type RequestInput, type RequestState, requestUrl } from '../api/client.ts'
import { serverSilent } from '../api/http.ts'
import { isTransient, untilRetry } from '../api/retry.ts'
import type { ScenarioAnswer } from './scenario-state.ts'

interface Reply extends RequestState<ScenarioAnswer> {
  readonly address: string | undefined
}

/**
 * Asks for the central case whenever the scenario changes. One request runs at a time, and the next is the newest: while a slider moves, answers keep coming, and those
 * that nobody would see are never asked for.
 */
export function useCentralCase(asked: RequestInput): RequestState<ScenarioAnswer> {
  const reply: Signal<Reply> = useMemo(() => signal({ state: 'asking', answer: undefined, problem: undefined, address: undefined }), [])
  const wanted = useRef(asked)
  const running = useRef(false)
  const left = useRef(false)
  wanted.current = asked
  const address = requestUrl('scenario', asked)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
    }
  }, [])
  useEffect(() => {
    if (running.current) return
    running.current = true
    void askUntilSettled(wanted, reply, left).finally(() => {
      running.current = false
    })
  }, [address])
  const now = reply.value
  return now.address === address ? now : { state: 'asking', answer: now.answer, problem: undefined }
}

async function askUntilSettled(
  wanted: { readonly current: RequestInput },
  reply: Signal<Reply>,
  left: { readonly current: boolean },
): Promise<void> {
  for (;;) {
    const asked = wanted.current
    const address = requestUrl('scenario', asked)
    if (left.current || (reply.peek().address === address && reply.peek().state !== 'asking')) return
    try {
      reply.value = { state: 'answered', answer: await getAnswer('scenario', asked), problem: undefined, address }
    } catch (thrown) {
      const problem = problemOf(thrown)
      reply.value = { state: 'failed', answer: reply.peek().answer, problem, address }
      if (isTransient(problem)) {
        await untilRetry(problem)
        reply.value = { ...reply.peek(), state: 'asking' }
      }
    }
  }
}

function problemOf(thrown: unknown): Problem {
  // a new object each time, because the problem is the key of its retry function
  return thrown instanceof RequestFailed ? { ...thrown.problem } : { ...serverSilent, detail: String(thrown) }
}
