import { standingLines } from '../../../src/server/wording.ts'
import { AsOf } from './as-of.tsx'
import type { Assessment } from './assessment-values.ts'
import { AssessmentDownloads } from './downloads.tsx'

/** Shows the pair, the as-of date and the main finding. */
export function Heading({ assessment, to }: { readonly assessment: Assessment; readonly to: string | undefined }) {
  const { a, b, headline, nameReadings = [], standing } = assessment
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
      {headline.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
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
      <AsOf assessment={assessment} to={to} />
      <AssessmentDownloads assessment={assessment} to={to} />
    </header>
  )
}
