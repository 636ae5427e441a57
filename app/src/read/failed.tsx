import { useEffect, useRef } from 'preact/hooks'
import { ProblemNote } from '../frame/problem-note.tsx'
import { answering, askRecord } from '../frame/record-note.tsx'
import { useFocusIfLost } from './focus.ts'
import { mayPass, type Reading, read } from './reading.ts'

/** Why a text could not be read, with a retry unless the text is at fault; automatic once a silent server is back. */
export function FailedReading({ toRead, problem }: Extract<Reading, { readonly stage: 'failed' }>) {
  const again = useRef<HTMLButtonElement>(null)
  const wasSilent = useRef(false)
  useFocusIfLost(again)
  // poll the server now, to learn whether it is silent altogether
  useEffect(() => void (mayPass(problem) && askRecord()), [])
  useEffect(() => {
    if (answering.value && wasSilent.current) void read(toRead)
    wasSilent.current = !answering.value
  }, [answering.value])
  return (
    <>
      <ProblemNote problem={problem} />
      {mayPass(problem) && (
        <p>
          <button ref={again} type="button" onClick={() => void read(toRead)}>
            Try again
          </button>
        </p>
      )}
    </>
  )
}
