import type { LedgerItem } from './assessment-values.ts'
import { DirectionSign } from './domains/domain-items.tsx'
import { WebLink } from './web-link.tsx'

/** Lists items of a ledger with their sources. */
export function LedgerEntries({ items, label }: { readonly items: readonly LedgerItem[]; readonly label: string }) {
  return (
    <ul class="items" aria-label={label}>
      {items.map(({ id, date, until, form, direction, sentence, confidence, sources, note }) => (
        <li key={id}>
          <span class="when">
            {date}
            {form === 'standing' && (until === null ? ' on' : ` to ${until}`)}
          </span>{' '}
          <DirectionSign against={direction === 'contradicts'} /> {sentence}{' '}
          <span class="soft small">
            ({confidence === 'low' && 'low confidence; '}
            {sources.map(({ publisher, title, url }, at) => (
              <span key={url} title={title}>
                {at > 0 && ', '}
                <WebLink address={url} text={publisher} />
              </span>
            ))}
            ){note !== undefined && ` ${note}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
