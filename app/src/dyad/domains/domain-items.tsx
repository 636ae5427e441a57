import { useSignal } from '@preact/signals'
import { directionSign, distanceWords, itemTitles } from '../../../../src/server/wording.ts'
import type { Domain } from '../assessment-values.ts'
import { Citation, WebLink } from '../web-link.tsx'

type Item = Domain['items'][number]

const most = 12

/** Lists the dated items of a domain, the newest first. */
export function DomainItems({ domain }: { readonly domain: Domain }) {
  const all = useSignal(false)
  const { items, title } = domain
  if (items.length === 0) return null
  const newest = [...items].sort((x, y) => (x.date < y.date ? 1 : x.date > y.date ? -1 : 0))
  const kinds = [...new Set(items.map(({ kind }) => itemTitles[kind] ?? kind))].join(', ')
  const shown = all.value ? newest : newest.slice(0, most)
  return (
    <>
      <h4>
        {items.length} {kinds}
        <span class="soft">, newest first</span>
      </h4>
      <ul class="items" aria-label={`${title}: ${kinds}`}>
        {shown.map((item, at) => (
          <ItemEntry key={`${item.date} ${at}`} item={item} />
        ))}
      </ul>
      {items.length > shown.length && (
        <button type="button" class="small" onClick={() => (all.value = true)}>
          All {items.length}
        </button>
      )}
    </>
  )
}

function ItemEntry({ item }: { readonly item: Item }) {
  const { kind, date, text, source, citation, address } = item
  if (kind === 'event')
    return (
      <li>
        <span class="when">{date}</span> <DirectionSign against={directionSign(item) !== '+'} /> {text}{' '}
        <span class="soft small">
          ({item.confidence === 'low' && 'low confidence; '}
          <WebLink address={address ?? ''} text={citation ?? source} />
          {distanceWords(item)})
        </span>
      </li>
    )
  return (
    <li>
      {kind === 'vote' && <span class="when">{date} </span>}
      {text}{' '}
      <span class="soft small">
        (<a href={`/data/${source}`}>{source}</a>
        {citation !== undefined && (
          <>
            , <Citation text={citation} />
          </>
        )}
        )
      </span>
    </li>
  )
}

/** Shows + for evidence for a closer tie and − for evidence against it, with words for screen readers. */
export function DirectionSign({ against }: { readonly against: boolean }) {
  return (
    <span class={against ? 'direction against' : 'direction'} title={against ? 'against a closer tie' : 'for a closer tie'}>
      <span aria-hidden="true">{against ? '−' : '+'}</span>
      <span class="visually-hidden">{against ? 'against a closer tie: ' : 'for a closer tie: '}</span>
    </span>
  )
}
