import type { SourceCard } from '../../store/source-card.ts'
import { manualReasons, manualSources } from '../reader/by-hand-table.ts'
import { type Fetchable, fetchables } from './addresses.ts'

/** How to get the newest edition of a source. Both ways may be open. */
export interface Acquisition {
  readonly source: string
  /** Addresses that may be fetched by a script. */
  readonly fetch: readonly Fetchable[]
  /** What the user has to download from where, and why it is not fetched; null where fetching is enough. */
  readonly byHand: { readonly address: string; readonly bring: string; readonly why: string } | null
}

/** How to get a source; where it is in neither table, by the page on its card. */
export function acquisitionOf(card: SourceCard): Acquisition {
  const fetch = fetchables.filter((one) => one.sources.includes(card.id))
  const named = manualSources.find((one) => one.source === card.id)
  if (named !== undefined)
    return { source: card.id, fetch, byHand: { address: named.address, bring: named.bring, why: manualReasons[named.why] } }
  if (fetch.length > 0) return { source: card.id, fetch, byHand: null }
  return {
    source: card.id,
    fetch,
    byHand: { address: card.url, bring: card.title, why: 'no address of it is known that a script may fetch' },
  }
}
