import { requestUrl, useAnswer } from '../api/client.ts'
import { Menu } from '../frame/menu.tsx'
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
      {answer === undefined && state === 'asking' && <p class="waiting">Loading …</p>}
      {answer !== undefined && (
        <>
          <div class="answer-first">
            <p>
              The figures rest on {held.length} sources with {count(held.reduce((sum, source) => sum + rowCount(source), 0))} rows. Each has
              its licence, its edition, the years that it covers, and what to know before use.
            </p>
            <p>{others.length} more can be read from files of your own: mostly their terms forbid passing them on.</p>
          </div>
          <p class="small soft">
            Record <code>{answer.snapshot.id}</code> of {answer.snapshot.created.slice(0, 10)}. {answer.snapshot.note}
          </p>
          <h2>In the record</h2>
          <SourceTable sources={held} caption="Sources that the record holds" />
          <Downloads />
          <CoverageFigure sources={held} name="coverage" title="Years that each source covers" />
          <AddFiles sources={answer.sources.filter(({ takes }) => takes !== null)} title="Add files of your own" />
          <h2>With files of your own</h2>
          <p>These are not in the record, mostly because their terms forbid passing them on. Once added they are read like the others.</p>
          <SourceTable sources={others} caption="Sources that can be added" />
        </>
      )}
    </>
  )
}

function Downloads() {
  return (
    <Menu label="Download lists" class="page-files">
      <a data-choice href={requestUrl('indicators', {}, 'csv')} download="indicators.csv">
        Indicators, CSV
      </a>
      <a data-choice href={requestUrl('sources', {}, 'csv')} download="sources.csv">
        Sources, CSV
      </a>
      <a data-choice href={requestUrl('cite', {}, 'table')} download="citations.txt">
        Citations, text
      </a>
      <a data-choice href={requestUrl('cite', { style: 'bibtex' }, 'table')} download="citations.bib">
        Citations, BibTeX
      </a>
    </Menu>
  )
}
