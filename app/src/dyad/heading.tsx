import { standingLines } from '../../../src/server/wording.ts'
import { AsOf } from './as-of.tsx'
import type { Assessment } from './assessment-values.ts'
import { AssessmentDownloads } from './downloads.tsx'
import { StandingFigure } from './summary/standing-figure.tsx'
import { TradeFigure } from './summary/trade-figure.tsx'
import { VotesFigure } from './summary/votes-figure.tsx'

/** Sentences that stand above the charts on a phone too, besides what trade is worth to each; the others follow the charts there. */
const aboveCharts = 2

/** Shows the pair and its day, the sentences of the one-screen answer, how the two stand and trade over the years, and what can be done with the page. */
export function Heading({ assessment, to }: { readonly assessment: Assessment; readonly to: string | undefined }) {
  const { a, b, nameReadings = [], overview } = assessment
  const ofBlocs = [a, b].some(({ members }) => members !== undefined)
  return (
    <header id="summary">
      <h1>
        {a.name} and {b.name} <span class="soft as-of-day">as of {assessment.to}</span>
      </h1>
      {nameReadings.map(({ sentence }) => (
        <p key={sentence} class="small">
          {sentence}
        </p>
      ))}
      <div class="headline">
        {overview.sentences.map((sentence, at) => (
          <p key={sentence} class={at < aboveCharts || sentence === overview.tradeSentence ? undefined : 'after'}>
            {sentence.replaceAll(' %', '\u00a0%')}
          </p>
        ))}
      </div>
      <div class="first-charts">
        {ofBlocs ? <VotesFigure assessment={assessment} /> : <StandingFigure assessment={assessment} />}
        <TradeFigure assessment={assessment} />
      </div>
      <div class="page-controls no-print">
        <AsOf assessment={assessment} to={to} />
        <AssessmentDownloads assessment={assessment} to={to} />
      </div>
      <Besides assessment={assessment} />
    </header>
  )
}

/** Shows what else is said over a page: how much is known, what warns, and what the standing rests on. */
function Besides({ assessment: { headline, overview, standing } }: { readonly assessment: Assessment }) {
  const said = [...overview.sentences, ...(standing === undefined ? [] : [standing.sentence])]
  // a line may go on after a sentence that stands above
  const rest = headline
    .map((line) => said.reduce((left, sentence) => left.replace(sentence, ''), line).trim())
    .filter((line) => line !== '')
  return (
    <>
      {rest.length > 0 && <p class="small soft">{rest.join(' ')}</p>}
      {standing !== undefined && (
        <details class="small">
          <summary>What the standing rests on, and what would move it</summary>
          <ul>
            {standingLines({ standing }).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
