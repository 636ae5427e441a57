import { useEffect, useRef } from 'preact/hooks'
import { ProblemNote } from '../frame/problem-note.tsx'
import { pollRecord, serverAnswers } from '../frame/record-note.tsx'
import { mayRetry, type ReadingState, startReading } from './reading-state.ts'
import { useFocusIfLost } from './use-focus-if-lost.ts'

/**
 * Says why a text could not be read, with a retry button unless the text is at fault. The retry is automatic when a silent server responds
 * again.
 */
export function FailedReading({ toRead, problem }: Extract<ReadingState, { readonly stage: 'failed' }>) {
  const again = useRef<HTMLButtonElement>(null)
  const wasSilent = useRef(false)
  useFocusIfLost(again)
  // poll the server now, to learn whether it responds at all
  useEffect(() => void (mayRetry(problem) && pollRecord()), [])
  useEffect(() => {
    if (serverAnswers.value && wasSilent.current) void startReading(toRead)
    wasSilent.current = !serverAnswers.value
  }, [serverAnswers.value])
  return (
    <>
      <ProblemNote problem={problem} />
      {mayRetry(problem) && (
        <p>
          <button ref={again} type="button" onClick={() => void startReading(toRead)}>
            Try again
          </button>
        </p>
      )}
    </>
  )
}
