import { probabilityText, wordsNote } from '../../../src/server/wording.ts'
import type { Assessment } from './assessment-values.ts'

type Judgement = Assessment['judgements'][number]

/** Shows judgements with likelihood, confidence and what would change them, then key gaps. */
export function Judgements({ assessment }: { readonly assessment: Assessment }) {
  const { a, b, judgements, keyGaps } = assessment
  if (judgements.length + keyGaps.length === 0) return null
  return (
    <section id="judgements" aria-labelledby="judgements-title">
      <h2 id="judgements-title">Judgements</h2>
      {judgements.length === 0 ? (
        <p>{whyNone([a, b].some(({ members }) => members !== undefined))}</p>
      ) : (
        <>
          <ol class="judgements">
            {judgements.map((one) => (
              <JudgementEntry key={one.id} judgement={one} />
            ))}
          </ol>
          <details class="small soft">
            <summary>What the words mean</summary>
            <p>{wordsNote}</p>
          </details>
        </>
      )}
      {keyGaps.length > 0 && <KeyGaps gaps={keyGaps} />}
    </section>
  )
}

function whyNone(blocs: boolean): string {
  return blocs
    ? 'No judgement is made on blocs: the ways to one were tested on pairs of states.'
    : 'No figure of this record has an interval from which a probability could be computed.'
}

function JudgementEntry({ judgement }: { readonly judgement: Judgement }) {
  const { statement, probability, confidence, raises, lowers, how } = judgement
  return (
    <li>
      <p class="statement">
        {statement} <span class="tag">{probabilityText(probability)}</span> <span class="tag">{confidence.level} confidence</span>
      </p>
      <ProbabilityBar probability={probability} />
      <details class="small">
        <summary>Grounds, and what would move it</summary>
        <p>{confidence.sentence}</p>
        <dl>
          <dt>Raised by</dt>
          <dd>{raises.says}</dd>
          <dt>Lowered by</dt>
          <dd>{lowers.says}</dd>
          <dt>Computed from</dt>
          <dd>{how}</dd>
        </dl>
      </details>
    </li>
  )
}

/** Draws a bar for a probability, which the text beside it also states. */
function ProbabilityBar({ probability: { low, high } }: Pick<Judgement, 'probability'>) {
  return (
    <svg class="probability" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="4" />
      <rect class="level" width={100 * low} height="4" />
      <rect class="range" x={100 * low} width={Math.max(0, 100 * (high - low))} height="4" />
    </svg>
  )
}

function KeyGaps({ gaps }: { readonly gaps: Assessment['keyGaps'] }) {
  return (
    <details class="gaps">
      <summary>
        <h3 class="gap-title">Key gaps</h3>{' '}
        <span class="soft">what the record lacks, the facts first that would change a judgement most ({gaps.length})</span>
      </summary>
      <ul>
        {gaps.map(({ id, missing, why, fill }) => (
          <li key={id}>
            <strong>{missing}</strong>: {why}. <span class="soft">What would fill it:</span> <span class="fill">{fill}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
