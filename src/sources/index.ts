import type { SourceCard } from '../store/source-card.ts'
import type { Reader } from './reader/reader.ts'
import { registeredSources } from './registered-sources.ts'

/** Every source whose files `visavis add` takes. */
export const readers: readonly Reader[] = registeredSources.filter((source) => 'takes' in source)

/** Returns the cards of all sources that this version can read. This loads the module of every source. */
export async function loadSourceCards(): Promise<readonly SourceCard[]> {
  return Promise.all(registeredSources.map(async (source) => (await source.load()).card))
}
