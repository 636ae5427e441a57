import { useRef } from 'preact/hooks'
import type { Answers } from '../../../src/server/answer-types.ts'
import { type LiveRequest, type RequestInput, type RequestState, useAnswer } from '../api/client.ts'

type AssessmentReply = RequestState<Answers['assess']>

interface AssessmentInput extends RequestInput {
  readonly a: string
  readonly b: string
}

/**
 * Requests the assessment of a pair, one request at a time: while one is in progress, only the newest of all later requests is kept and
 * sent afterwards. Dragging a slider over thirty years therefore does not queue thirty requests. A request for another pair does not wait.
 */
export function useLatestAssessment(asked: AssessmentInput): AssessmentReply {
  const current = useRef(asked)
  const reply = useRef<LiveRequest<Answers['assess']> | undefined>(undefined)
  const busy = reply.current?.value.state === 'asking'
  const otherPair = current.current.a !== asked.a || current.current.b !== asked.b
  if (!busy || otherPair) current.current = asked
  reply.current = useAnswer('assess', current.current)
  return reply.current.value
}
