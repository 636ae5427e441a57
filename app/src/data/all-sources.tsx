import { requestUrl, useAnswer } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { AddFiles } from './add-files.tsx'
import { CoverageFigure } from './coverage-figure.tsx'
import { count, rowCount } from './source.ts'
import { SourceTable } from './source-table.tsx'

/** The page `/data`: the sources of the record, further available ones, and a form to add files. */
export function AllSources() {
  const { answer, problem, state } = useAnswer('sources', { all: true }).value
  const held = answer?.sources.filter((source) => source.held) ?? []
  const others = answer?.sources.filter((source) => !source.held) ?? []
  return (
    <>
      <h1>Data</h1>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {answer === undefined && state === 'asking' && <p class="waiting">Looking …</p>}
      {answer !== undefined && (
        <>
          <p>
            Record <code>{answer.snapshot.id}</code> of {answer.snapshot.created.slice(0, 10)}: {held.length} sources,{' '}
            {count(held.reduce((sum, source) => sum + rowCount(source), 0))} rows. {answer.snapshot.note}
          </p>
          <CoverageFigure sources={held} name="coverage" title="Years that each source can speak for" />
          <h2>Held</h2>
          <SourceTable sources={held} caption="Sources that the record holds" />
          <Downloads />
          <AddFiles sources={answer.sources.filter(({ takes }) => takes !== null)} title="Add files of your own" />
          <h2>What else can be read</h2>
          <p>
            These are not in the record, mostly since their terms let nobody pass them on. With files of your own they are read like the
            others.
          </p>
          <SourceTable sources={others} caption="Sources that can be added" />
        </>
      )}
    </>
  )
}

function Downloads() {
  return (
    <p class="row">
      <a class="button" href={requestUrl('indicators', {}, 'csv')} download="indicators.csv">
        Indicators, CSV
      </a>
      <a class="button" href={requestUrl('sources', {}, 'csv')} download="sources.csv">
        Sources, CSV
      </a>
      <a class="button" href={requestUrl('cite', {}, 'table')} download="citations.txt">
        Citations, text
      </a>
      <a class="button" href={requestUrl('cite', { style: 'bibtex' }, 'table')} download="citations.bib">
        Citations, BibTeX
      </a>
    </p>
  )
}
