import type { Assessment } from '../../assessments/index.ts'

/** What follows the name of a source: its contents, its edition, that it has dates. */
const detail = /[:(].*$|, (?:with |[A-Z0-9]).*$|(?<=^BACI),.*$/

/**
 * Names a source in a few words: its title without contents and edition; its id where the assessment does not list it.
 *
 * @example sourceName('ucdp', [{ id: 'ucdp', title: 'UCDP/PRIO Armed Conflict Dataset 25.1: pairs of states' }])   // 'UCDP/PRIO Armed Conflict Dataset 25.1'
 */
export function sourceName(id: string, sources: readonly Pick<Assessment['sources'][number], 'id' | 'title'>[]): string {
  const title = sources.find((source) => source.id === id)?.title
  return title === undefined ? id : title.replace(detail, '').trim()
}
