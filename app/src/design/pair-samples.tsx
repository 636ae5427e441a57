import type { ComponentChildren } from 'preact'
import { useAnswer } from '../api/client.ts'
import { type Assessment, requestOf } from '../dyad/assessment-values.ts'
import { DomainRow } from '../dyad/domains/domain-row.tsx'
import { StandingFigure } from '../dyad/summary/standing-figure.tsx'
import { TradeFigure } from '../dyad/summary/trade-figure.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { Panes } from './panes.tsx'
import '../dyad/dyad.css'

/** Parts of the page of a pair, with real answers: much is known, names are long, and nearly nothing is known. */
export function PairSamples() {
  return (
    <section aria-labelledby="pair-parts">
      <h2 id="pair-parts">Parts of the page of a pair</h2>
      <p>These are answers of the record.</p>
      <OfPair a="CHN" b="RUS">
        {(assessment) => (
          <>
            <Panes title="Charts of the first screen">
              {() => (
                <>
                  <StandingFigure assessment={assessment} />
                  <TradeFigure assessment={assessment} />
                </>
              )}
            </Panes>
            <Panes title="Domains" note="Closed, and opened to all figures." wide>
              {(theme) => <Rows assessment={assessment} ids={theme === 'light' ? ['diplomacy', 'energy'] : ['trade', 'arms']} open={1} />}
            </Panes>
          </>
        )}
      </OfPair>
      <OfPair a="VCT" b="BIH">
        {(assessment) => (
          <Panes title="Long names, and little that is known" wide>
            {(theme) => (
              <>
                <StandingFigure assessment={assessment} />
                <TradeFigure assessment={assessment} />
                <Rows assessment={assessment} ids={theme === 'light' ? ['arms'] : ['finance']} open={0} />
              </>
            )}
          </Panes>
        )}
      </OfPair>
      <Panes title="While the first answer is computed">
        {(theme) => <p class="waiting">{theme === 'light' ? 'Assessing …' : 'Loading the charts …'}</p>}
      </Panes>
    </section>
  )
}

interface OfPairProps {
  readonly a: string
  readonly b: string
  readonly children: (assessment: Assessment) => ComponentChildren
}

function OfPair({ a, b, children }: OfPairProps) {
  const { answer, problem } = useAnswer('assess', { a, b }).value
  if (problem !== undefined) return <ProblemNote problem={problem} />
  if (answer === undefined) return <p class="waiting">Assessing …</p>
  return <>{children(answer)}</>
}

function Rows({ assessment, ids, open }: { readonly assessment: Assessment; readonly ids: readonly string[]; readonly open: number }) {
  const domains = ids.flatMap((id) => assessment.domains.filter((domain) => domain.id === id))
  return (
    <ul class="domains">
      {domains.map((domain, i) => (
        <DomainRow
          key={domain.id}
          domain={domain}
          row={assessment.overview.rows.find(({ id }) => id === domain.id)}
          assessment={assessment}
          pair={requestOf(assessment)}
          open={open > 0 && i === open}
          onOpen={() => undefined}
        />
      ))}
    </ul>
  )
}
