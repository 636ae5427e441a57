import { useEffect } from 'preact/hooks'
import { requestUrl, useAnswer } from '../api/client.ts'
import { ComparisonControls } from '../compare/comparison-controls.tsx'
import { comparisonRoute, comparisonTitle, type PairComparison } from '../compare/comparison-route.ts'
import { FigureByPair } from '../compare/figure-by-pair.tsx'
import { FigureOverTime } from '../compare/figure-over-time.tsx'
import { FiguresTable } from '../compare/figures-table.tsx'
import { SelectedPairs } from '../compare/selected-pairs.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import '../compare/compare.css'

/** Several pairs side by side: `/compare?pairs=CHN-RUS,USA-IND&domain=trade&figure=goods-trade`. */
export function CompareView() {
  const { pairs, domain, to } = comparisonRoute()
  const asked = { pairs, domain, to, by: 'year' }
  const { state, answer, problem } = useAnswer('compare', pairs.length === 0 ? undefined : asked).value
  const comparison = pairs.length === 0 ? undefined : answer
  const title = comparison === undefined ? 'Compare pairs' : comparisonTitle(comparison)
  useEffect(() => {
    document.title = `${title} – Vis-à-vis`
  }, [title])
  return (
    <>
      <h1>{title}</h1>
      {comparison !== undefined && problem === undefined && (
        <div class="answer-first">
          {comparison.sentences.map((sentence) => (
            <p key={sentence}>{sentence.replaceAll(' %', '\u00a0%')}</p>
          ))}
        </div>
      )}
      <SelectedPairs pairs={comparison?.pairs ?? []} />
      {pairs.length === 0 && <Beginnings />}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {comparison === undefined && state === 'asking' && pairs.length > 0 && <p class="waiting">Comparing …</p>}
      {comparison !== undefined && (
        <Compared comparison={comparison} busy={state === 'asking'} csv={requestUrl('compare', { pairs, domain, to }, 'csv')} />
      )}
    </>
  )
}

function Beginnings() {
  return (
    <p>
      Add pairs in the field above, or begin with <a href="/compare?pairs=CHN-RUS,USA-JPN,USA-IND">three partnerships</a>,{' '}
      <a href="/compare?pairs=RUS-CHN,RUS-IND,RUS-IRN,RUS-PRK&domain=diplomacy">Russia and four partners in diplomacy</a> or{' '}
      <a href="/compare?pairs=RUS-EU,USA-EU,CHN-EU&domain=trade">three powers trading with the European Union</a>.
    </p>
  )
}

interface ComparedProps {
  readonly comparison: PairComparison
  readonly busy: boolean
  readonly csv: string
}

function Compared({ comparison, busy, csv }: ComparedProps) {
  const { rows } = comparison
  const series = comparison.years ?? []
  const { figure = series[0]?.id ?? rows[0]?.id } = comparisonRoute()
  const [byYear, row] = [series.find(({ id }) => id === figure), rows.find(({ id }) => id === figure)]
  return (
    <article class={busy ? 'asking' : undefined} aria-busy={busy}>
      <ComparisonControls rows={rows} series={series} figure={figure} />
      {byYear !== undefined && <FigureOverTime comparison={comparison} series={byYear} />}
      {row !== undefined && <FigureByPair comparison={comparison} row={row} />}
      {byYear === undefined && row === undefined && <p>This figure is not available for these pairs. Choose another.</p>}
      <h2>Side by side</h2>
      {rows.length === 0 ? <p>No figure of this domain is available for these pairs.</p> : <FiguresTable comparison={comparison} />}
      <p class="no-print">
        <a class="button" href={csv} download="compare.csv">
          CSV of all figures
        </a>
      </p>
    </article>
  )
}
