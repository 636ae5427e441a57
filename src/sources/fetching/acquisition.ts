import type { SourceCard } from '../../store/source-card.ts'
import { manualDownloadReasons, manualDownloads } from '../reader/manual-downloads.ts'
import { type FetchableAddress, fetchableAddresses } from './addresses.ts'

/** The ways to get the newest edition of a source: fetching, downloading by hand, or either. */
export interface Acquisition {
  readonly source: string
  /** Addresses from which a script may fetch files of the source. */
  readonly fetch: readonly FetchableAddress[]
  /** What the user has to download from which address, and why it is not fetched; null if fetching is enough. */
  readonly byHand: { readonly address: string; readonly bring: string; readonly why: string } | null
}

/** Returns the ways to get a source. A source that can be fetched from no known address has to be downloaded by the user, from the page on its card. */
export function acquisitionOf(card: SourceCard): Acquisition {
  const fetch = fetchableAddresses.filter((one) => one.sources.includes(card.id))
  const named = manualDownloads[card.id]
  if (named !== undefined) {
    const { address = card.url, bring, why } = named
    return { source: card.id, fetch, byHand: { address, bring, why: manualDownloadReasons[why] } }
  }
  if (fetch.length > 0) return { source: card.id, fetch, byHand: null }
  const why = 'no address of it is known that a script may fetch'
  return { source: card.id, fetch, byHand: { address: card.url, bring: card.title, why } }
}
