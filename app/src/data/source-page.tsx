import { useEffect } from 'preact/hooks'
import { requestUrl, useAnswer } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { AddFiles } from './add-files.tsx'
import { CopyButton } from './copy-button.tsx'
import { CoverageFigure } from './coverage-figure.tsx'
import { count, licencePermission, releaseText, type Source, yearsText } from './source.ts'

/** The page of one source, such as `/data/un-votes`. */
export function SourcePage({ id }: { readonly id: string }) {
  const { answer, problem, state } = useAnswer('sources', { id }).value
  const source = answer?.sources.find((one) => one.id === id)
  return (
    <>
      <p class="small">
        <a href="/data">All sources</a>
      </p>
      {source === undefined && <h1>{state === 'failed' ? 'No such source' : 'A source'}</h1>}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {source === undefined && state === 'asking' && <p class="waiting">Loading …</p>}
      {source !== undefined && <Card source={source} />}
    </>
  )
}

function Card({ source }: { readonly source: Source }) {
  const { title, provider, url, vintage, held, get, quirks, licence } = source
  useEffect(() => {
    document.title = `${title} – Data – Vis-à-vis`
  }, [title])
  return (
    <article>
      <h1>{title}</h1>
      <p>
        {provider} · <Address url={url} /> · {held ? rowsText(source) : 'not in the record'} · {yearsText(source)}
      </p>
      <dl class="card-lines">
        <dt>Edition</dt>
        <dd>{vintage}</dd>
        <dt>Comes out</dt>
        <dd>{releaseText(source)}</dd>
        <dt>Licence</dt>
        <dd>
          <strong>{licence.id}</strong>, {licencePermission(source)}. {licence.terms}{' '}
          {licence.url !== undefined && <Address url={licence.url} />}
        </dd>
        <dt>Where from</dt>
        <dd>{get}</dd>
      </dl>
      <Citation source={source} />
      <h2>What to know before use</h2>
      {quirks.length === 0 ? <p>No known faults or peculiarities.</p> : <List items={quirks} />}
      <h2>Years</h2>
      <CoverageFigure sources={[source]} name={`${source.id}-coverage`} title="Years that it covers" />
      <p class="row">
        <a class="button" href={requestUrl('indicators', { source: source.id }, 'csv')} download={`${source.id}-indicators.csv`}>
          Its indicators, CSV
        </a>
        <a class="button" href={requestUrl('sources', { id: source.id }, 'json')} download={`${source.id}.json`}>
          This card, JSON
        </a>
      </p>
      {source.takes !== null && <AddFiles sources={[source]} title={held ? 'Add a newer edition' : 'Add it'} />}
    </article>
  )
}

function Citation({ source: { id, citation } }: { readonly source: Source }) {
  const bibtex = requestUrl('cite', { ids: [id], style: 'bibtex' }, 'table')
  return (
    <>
      <h2>Citation</h2>
      <p>{citation}</p>
      <p class="row">
        <CopyButton what="citation" text={() => citation} />
        <CopyButton what="BibTeX" text={async () => (await fetch(bibtex)).text()} />
        <a class="button" href={bibtex} download={`${id}.bib`}>
          BibTeX file
        </a>
      </p>
    </>
  )
}

function rowsText({ rows }: Source): string {
  return Object.entries(rows)
    .map(([table, number]) => `${count(number)} rows of ${table.replaceAll('_', ' ')}`)
    .join(', ')
}

function List({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

/** Shows a web address as a link, and a page of the documentation as its name. */
function Address({ url }: { readonly url: string }) {
  return /^https?:\/\//.test(url) ? (
    <a href={url} target="_blank" rel="noreferrer">
      {url}
    </a>
  ) : (
    <code>{url}</code>
  )
}
