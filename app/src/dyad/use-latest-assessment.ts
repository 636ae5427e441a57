import { useRef } from 'preact/hooks'
import type { Answers } from '../../../src/server/answer-types.ts'
import { type LiveRequest, type RequestInput, type RequestState, useAnswer } from '../api/client.ts'

type AssessmentReply = RequestState<Answers['assess']>

interface AssessmentInput extends RequestInput {
  readonly a: string
  readonly b: string
}

/**
 * The assessment of a pair, with one request at a time: while one is in progress, of all later ones only the newest is sent. Dragging a
 * slider over thirty years does not queue thirty requests.
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
