import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Problem } from '../../../src/server/answer-types.ts'
import { postRequest, uploadFile } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { ClaimCard } from '../read/claim-card.tsx'
import { type Answer, displayable, problemOfThrown } from '../read/reading-state.ts'
import { SummaryPanel } from '../read/summary.tsx'
import { Panes } from './panes.tsx'
import '../read/read.css'

/** A text with one claim of each verdict. */
const text =
  'China and Russia signed a treaty of friendship in 2001. China exported goods worth $45 billion to Russia in 2013. Russia joined the World Trade Organization in 2001. Russia supplied most of China’s imported arms between 2010 and 2019.'

/** Verdicts on claims, as the page Read shows them: the counts, and a card of each verdict. */
export function VerdictSamples() {
  const answer = useSignal<Answer | undefined>(undefined)
  const problem = useSignal<Problem | undefined>(undefined)
  useEffect(() => {
    const leaving = new AbortController()
    uploadFile(new Blob([text], { type: 'text/plain' }), 'claims.txt')
      .then((file) => postRequest('read', { file, date: '2024-06-01' }, () => undefined, leaving.signal))
      .then(
        (found) => {
          answer.value = displayable(found)
        },
        (thrown: unknown) => {
          if (!leaving.signal.aborted) problem.value = problemOfThrown(thrown)
        },
      )
    return () => leaving.abort()
  }, [])
  const found = answer.value
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts">Verdicts</h2>
      <p>The record’s answer to four sentences that were written for this page.</p>
      {problem.value !== undefined && <ProblemNote problem={problem.value} />}
      {found === undefined ? problem.value === undefined && <p class="waiting">Reading …</p> : <Verdicts answer={found} />}
    </section>
  )
}

function Verdicts({ answer }: { readonly answer: Answer }) {
  const judged = answer.claims.flatMap((claim, i) => (claim.verdict === null ? [] : [{ claim, number: i + 1 }]))
  return (
    <>
      <Panes title="Counts">{() => <SummaryPanel answer={answer} />}</Panes>
      <Panes title="Cards">
        {(theme) =>
          judged
            .filter((_, i) => i % 2 === (theme === 'light' ? 0 : 1))
            .map(({ claim, number }) => <ClaimCard key={number} claim={claim} number={number} answer={answer} />)
        }
      </Panes>
    </>
  )
}
