import { useEffect, useRef } from 'preact/hooks'
import { ProblemNote } from '../frame/problem-note.tsx'
import { answering, askRecord } from '../frame/record-note.tsx'
import { useFocusIfLost } from './focus.ts'
import { mayPass, type Reading, read } from './reading.ts'

/** Why a text was not read. Where the fault was not the text's it can be read again, by itself when a silent server is back. */
export function FailedReading({ toRead, problem }: Extract<Reading, { readonly stage: 'failed' }>) {
  const again = useRef<HTMLButtonElement>(null)
  const wasSilent = useRef(false)
  useFocusIfLost(again)
  // whether the server is silent to other questions too is found out now, not when it is asked the next time
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
