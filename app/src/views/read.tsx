import { useEffect } from 'preact/hooks'
import { DueForecasts } from '../read/due-forecasts.tsx'
import { InputForm } from '../read/input-form.tsx'
import { ReadResult } from '../read/read-result.tsx'
import { FailedReading } from '../read/reading-failed.tsx'
import { ProgressPanel } from '../read/reading-progress.tsx'
import { readingState, resumeReading } from '../read/reading-state.ts'
import { route } from '../route.ts'
import '../read/read.css'

/** A text checked claim by claim (`/read`): filtered by `?verdict=contradicted`, at one claim by `#claim-7`, saved forecasts by `?due=1`. */
export function ReadView() {
  const due = route.value.query['due'] !== undefined
  useEffect(() => {
    if (!due) resumeReading()
  }, [due])
  if (due) return <DueForecasts />
  const now = readingState.value
  if (now.stage === 'read') return <ReadResult {...now} />
  return (
    <>
      <h1>Is what a text says true?</h1>
      <p>
        Each claim about states that can be checked is tested against the record: with the rows behind the verdict and, where it fails, what
        would have been true. The text stays on this machine.
      </p>
      {now.stage === 'reading' && <ProgressPanel {...now} />}
      {now.stage === 'failed' && <FailedReading {...now} />}
      {now.stage !== 'reading' && <InputForm />}
    </>
  )
}
