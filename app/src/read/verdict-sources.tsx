import { Citation } from '../dyad/web-link.tsx'
import type { Answer } from './reading-state.ts'

/** Lists the sources of the verdicts, and the document and record used. */
export function VerdictSources({ answer: { sources, document, snapshot } }: { readonly answer: Answer }) {
  return (
    <section id="sources" aria-labelledby="sources-heading">
      <h2 id="sources-heading">Sources</h2>
      {sources.length === 0 && <p>No verdict rests on a source: nothing could be answered.</p>}
      <ul class="sources">
        {sources.map(({ id, title, citation, vintage, licence }) => (
          <li key={id}>
            <a href={`/data/${id}`}>{title}</a> <span class="soft small">({id})</span>
            <br />
            <span class="small">
              <Citation text={citation} /> Edition: {vintage}. Licence: {licence.id}.
            </span>
          </li>
        ))}
      </ul>
      <p class="soft small">
        Record <code>{snapshot.id}</code> of {snapshot.created}, a text with SHA-256 <code class="hash">{document.sha256}</code>: the same
        text on the same record gives the same answer. A verdict is about the claim as it was understood, which its card shows. Unverifiable
        is not false: this record cannot tell.
      </p>
    </section>
  )
}
