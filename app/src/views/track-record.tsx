import { useEffect } from 'preact/hooks'
import { trackRecordSentences } from '../../../src/server/wording.ts'
import { requestUrl, useAnswer } from '../api/client.ts'
import { HorizonChoice } from '../dyad/outlook/horizon-choice.tsx'
import { unbroken } from '../dyad/outlook/outlook-words.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { CoverageFigure } from '../track-record/coverage-figure.tsx'
import { TargetDetail } from '../track-record/detail.tsx'
import { keptForecasts } from '../track-record/issued-forecasts.ts'
import { IssuedLedger } from '../track-record/issued-ledger.tsx'
import type { TrackRecord } from '../track-record/record-route.ts'
import { ReliabilityFigure } from '../track-record/reliability-figure.tsx'
import { SkillMatrix } from '../track-record/skill-matrix.tsx'
import { VotesFigure } from '../track-record/votes-figure.tsx'
import '../dyad/outlook/outlook.css'
import '../track-record/track-record.css'

/** How good forecasts were: `/track-record?of=goods-flow&ahead=10`, and the ledger at `?state=CHN&status=resolved#ledger`. */
export function TrackRecordView() {
  const { answer, problem } = useAnswer('outlook track-record', {}).value
  useEffect(() => {
    document.title = 'Track record – Vis-à-vis'
  }, [])
  return (
    <>
      <h1>Track record</h1>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {answer === undefined && problem === undefined && <p class="waiting">Reading the back-tests …</p>}
      {answer !== undefined && <Record answer={answer} />}
    </>
  )
}

function Record({ answer }: { readonly answer: TrackRecord }) {
  useEffect(() => {
    const { hash } = location
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [])
  const [own, compared] = [
    answer.events.filter(({ isComparison }) => !isComparison),
    answer.events.filter(({ isComparison }) => isComparison),
  ]
  return (
    <article class="track-record">
      <ul class="answer-first">
        {trackRecordSentences(answer).map((sentence) => (
          <li key={sentence}>{unbroken(sentence)}</li>
        ))}
      </ul>
      <p>
        These are <b>back-tests</b>: forecasts of every pair made again as of each year since 1990 with what was known then, not forecasts
        that were published at the time. Their method was chosen with these years in view. Forecasts that were frozen before the outcome are
        in the <a href="#ledger">ledger</a>.
      </p>
      <h2>Quantities: better than no change?</h2>
      <p class="small">
        Gain in CRPS over “the last value stays”, with its 90 % interval, on one scale. Filled: the whole interval lies above the line of no
        gain. Choose a name to see it in detail.
      </p>
      <SkillMatrix answer={answer} records={answer.quantities} baseline="no change" caption="Skill of forecasts of quantities" />
      <CoverageFigure answer={answer} />
      <h2>Events: better than the base rate?</h2>
      <p class="small">
        Gain in the log score over how often such events came before; for moves of standing in the Brier score. For onsets, sanctions and
        blocs a model is used only where its skill is shown; elsewhere the base rate is the forecast. Moves of standing, and conflicts that
        go on, are given the rate of pairs like them in any case.
      </p>
      <SkillMatrix answer={answer} records={own} baseline="the base rate" caption="Skill of forecasts of events" />
      <details>
        <summary>Comparisons: other models and definitions</summary>
        <SkillMatrix answer={answer} records={compared} baseline="the base rate" caption="Skill of comparisons" />
        <ul class="small">
          {compared.map(({ target, title, note }) => (
            <li key={target}>
              {title[0]!.toUpperCase() + title.slice(1)}: {note}
            </li>
          ))}
        </ul>
      </details>
      <h2>Are probabilities right?</h2>
      <HorizonChoice />
      <ReliabilityFigure answer={answer} />
      <h2 id="detail">One forecast in detail</h2>
      <TargetDetail answer={answer} />
      <h2>Votes in the UN General Assembly</h2>
      <VotesFigure answer={answer} />
      <h2 id="ledger">Ledger</h2>
      <Ledger />
      <h2>Limits and files</h2>
      <Limits answer={answer} />
    </article>
  )
}

/** Number of issued forecasts that are loaded; the file has thousands. */
const issuedShown = 200

/** Forecasts that were frozen before their outcome. */
function Ledger() {
  const issued = useAnswer('outlook issued', { first: issuedShown }).value
  const { answer, problem } = useAnswer('outlook due', { all: true }).value
  return (
    <>
      <p>
        A back-test can be tuned; a forecast that was frozen before its outcome cannot. Each has its rule, its day and a hash, and is
        settled once. <code>visavis outlook CHN RUS --keep</code> freezes the forecasts of a pair on this machine, and{' '}
        <code>visavis outlook score</code> settles what has come due.
      </p>
      <section class="issued-by-project">
        <h3>Issued by the project</h3>
        {issued.problem !== undefined && <ProblemNote problem={issued.problem} />}
        {issued.answer === undefined && issued.problem === undefined && <p class="waiting">Reading the ledger …</p>}
        {issued.answer !== undefined && (
          <>
            <p>
              A hundred pairs, chosen by a written rule, once a year. The list has the {issuedShown} that came out or are due first; the{' '}
              <a href={requestUrl('outlook issued', {}, 'csv')} download="issued.csv">
                file
              </a>{' '}
              has all. What was made afterwards, from the data of then, shows how the models would have done; it was not published in time.
            </p>
            <IssuedLedger answer={issued.answer} name="issued-forecasts" whenEmpty="Nothing was issued yet." />
          </>
        )}
      </section>
      <section class="kept-here">
        <h3>Kept on this machine</h3>
        {problem !== undefined && <ProblemNote problem={problem} />}
        {answer === undefined && problem === undefined && <p class="waiting">Reading the ledger …</p>}
        {answer !== undefined && (
          <IssuedLedger answer={keptForecasts(answer)} name="kept-forecasts" whenEmpty="No forecast is kept on this machine yet." />
        )}
      </section>
    </>
  )
}

function Limits({ answer }: { readonly answer: TrackRecord }) {
  return (
    <>
      <ul>
        <li>Scores hold over all pairs together, not for each pair; in a year that moves all pairs at once bands hold less.</li>
        <li>Long horizons have few independent starting years: ten years ahead there are about three since 1990.</li>
        <li>Probabilities of conflict above 2 % between pairs at peace were too high: in the diagram these points lie below the line.</li>
        <li>
          Some of what was used was not known in this form then: classes of standing are those of today’s record, GDP is of the last
          revision, and tables of sanctions and blocs were compiled in 2026.
        </li>
      </ul>
      <p class="row no-print">
        <a class="button" href={requestUrl('outlook track-record', {}, 'csv')} download="track-record.csv">
          CSV of all scores
        </a>
        <a class="button" href={requestUrl('outlook track-record', {})} download="track-record.json">
          JSON
        </a>
      </p>
      <p class="soft small">
        Back-test of quantities from record {answer.snapshots.quantities}, of events and votes from {answer.snapshots.events}.
      </p>
    </>
  )
}
