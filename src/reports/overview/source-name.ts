import type { SourceCard } from '../../store/source-card.ts'
import { shortTitle } from '../../store/source-card.ts'

/**
 * Names a source in a few words: its title without contents and edition; its id where the list does not have it.
 *
 * @example sourceName('ucdp', [{ id: 'ucdp', title: 'UCDP/PRIO Armed Conflict Dataset 25.1: pairs of states' }])   // 'UCDP/PRIO Armed Conflict Dataset 25.1'
 */
export function sourceName(id: string, sources: readonly Pick<SourceCard, 'id' | 'title'>[]): string {
  const title = sources.find((source) => source.id === id)?.title
  return title === undefined ? id : shortTitle(title)
}
