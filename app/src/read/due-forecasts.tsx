import { useEffect } from 'preact/hooks'
import type { Answers } from '../../../src/server/answer-types.ts'
import { dueLines, outcomeWords, verdictSigns } from '../../../src/server/wording.ts'
import { requestUrl, useAnswer } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { urlOf } from '../route.ts'

type Due = Answers['claims due']['due'][number]

/** Shows the saved forecasts that have come due, and how they turned out. */
export function DueForecasts() {
  const { state, answer, problem } = useAnswer('claims due', {}).value
  useEffect(() => {
    document.title = 'Forecasts that were kept – Vis-à-vis'
  }, [])
  return (
    <>
      <h1>Forecasts that were kept</h1>
      <p>
        <a href={urlOf('read')}>Back to the text</a>
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {answer === undefined ? state === 'asking' && <p class="waiting">Testing them …</p> : <Ledger answer={answer} />}
    </>
  )
}

function Ledger({ answer }: { readonly answer: Answers['claims due'] }) {
  const { on, due, snapshot, folder } = answer
  return (
    <>
      <p class="lead">
        {due.length === 0
          ? `No kept forecast has come due by ${on}.`
          : `${due.length} ${due.length === 1 ? 'forecast has' : 'forecasts have'} come due by ${on}.`}
      </p>
      {dueLines(answer).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {due.length > 0 && (
        <p class="no-print">
          <a class="button" href={requestUrl('claims due', {}, 'csv')} download="forecasts.csv">
            CSV
          </a>
        </p>
      )}
      {due.map((forecast) => (
        <DueForecast key={forecast.id} forecast={forecast} />
      ))}
      <p class="soft small">
        Record {snapshot.id}. They lie in <code>{folder}</code>; a forecast is never changed.
      </p>
    </>
  )
}

function DueForecast({ forecast }: { readonly forecast: Due }) {
  const { id, due, document, claim, probability, resolution, wouldSettle } = forecast
  const changed = forecast.earlier.filter(({ verdict }) => verdict !== resolution.verdict)
  return (
    <article class={`card claim-card ${resolution.verdict}`}>
      <h2>
        <span class="sign">
          {verdictSigns[resolution.verdict]} {due} {outcomeWords[resolution.verdict].toLowerCase()}
        </span>
      </h2>
      <blockquote dir="auto">{claim.sentence}</blockquote>
      <p class="soft small">
        {claim.speaker ?? document.author ?? document.title ?? document.name}, {document.date} ({document.name}).
        {probability !== null && ` “${probability.words}” read as ${probability.low} to ${probability.high} by ${probability.scale}.`} Kept
        as {id}.
      </p>
      <p>{resolution.why}</p>
      {resolution.brier !== null && <p>Brier score {resolution.brier.toFixed(2)} (0 is best; 0.25 is what a coin would score).</p>}
      {wouldSettle !== null && (
        <p>
          <b>What would settle it:</b> {wouldSettle}
        </p>
      )}
      {changed.map(({ snapshot, verdict, on }) => (
        <p key={snapshot + on} class="small">
          Snapshot {snapshot} said {verdict} as of {on}.
        </p>
      ))}
    </article>
  )
}
