import { useEffect } from 'preact/hooks'
import { place } from '../place.ts'
import { DueForecasts } from '../read/due.tsx'
import { FailedReading } from '../read/failed.tsx'
import { ReadText } from '../read/read-text.tsx'
import { readAgain, reading } from '../read/reading.ts'
import { Start } from '../read/start.tsx'
import { UnderWay } from '../read/under-way.tsx'
import '../read/read.css'

/** A text checked claim by claim: `/read`; filtered at `?verdict=contradicted`; one claim at `#claim-7`; saved forecasts at `?due=1`. */
export function ReadView() {
  const due = place.value.query['due'] !== undefined
  useEffect(() => {
    if (!due) readAgain()
  }, [due])
  if (due) return <DueForecasts />
  const now = reading.value
  if (now.stage === 'read') return <ReadText {...now} />
  return (
    <>
      <h1>Is what a text says true?</h1>
      <p>
        Bring a text on states: each claim that can be checked is tested against the record, with the rows behind the verdict and, where it
        fails, what would have been true. Every sentence gets an answer. The text stays on this machine.
      </p>
      {now.stage === 'reading' && <UnderWay {...now} />}
      {now.stage === 'failed' && <FailedReading {...now} />}
      {now.stage !== 'reading' && <Start />}
    </>
  )
}
