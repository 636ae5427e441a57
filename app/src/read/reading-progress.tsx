import type { Progress, ReadingState } from './reading-state.ts'
import { inputName } from './text-input.ts'

/** Shows the progress of the reading, with a stop button. */
export function ProgressPanel({ toRead, howFar, stop }: Extract<ReadingState, { readonly stage: 'reading' }>) {
  const name = inputName(toRead.brought)
  return (
    <section class="under-way card" aria-label="Reading">
      <p role="status">
        Reading {toRead.title === '' ? name : toRead.title} … {howFar !== undefined && words(howFar)}
      </p>
      {howFar === undefined ? (
        <progress aria-label={`Reading ${name}`} />
      ) : (
        <progress aria-label={`Reading ${name}`} max={howFar.total} value={howFar.done} />
      )}
      <button type="button" onClick={stop}>
        Stop
      </button>
    </section>
  )
}

function words({ what, done, total }: Progress): string {
  if (what === 'bytes') return `${Math.round(done / 1024).toLocaleString('en-US')} kB fetched`
  return `${what}: ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`
}
