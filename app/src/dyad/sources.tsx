import type { Assessment } from './assessment-values.ts'
import { WebLink } from './web-link.tsx'

/** Lists the sources of the page, with edition, licence and citation. */
export function Sources({ assessment: { sources, snapshot, seed } }: { readonly assessment: Assessment }) {
  return (
    <>
      <ul class="sources">
        {sources.map(({ id, title, citation, vintage, licence, url }) => (
          <li key={id}>
            <a href={`/data/${id}`}>{title}</a> <span class="soft small">({id})</span>
            <br />
            <span class="small">
              {citation} Edition: {vintage}. Licence: {licence.id}. <WebLink address={url} text={url} />
            </span>
          </li>
        ))}
      </ul>
      <p class="soft small">
        Record <code>{snapshot.id}</code> of {snapshot.created}, seed {seed}: the same question on the same record gives the same page.
        Missing is not zero: what is unknown is said to be unknown. Intervals hold 90 %, unless they span rival reports.
      </p>
    </>
  )
}
