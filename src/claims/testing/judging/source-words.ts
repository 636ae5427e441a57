import type { SourceCard } from '../../../store/source-card.ts'
import { shortTitle } from '../../../store/source-card.ts'
import { stateName } from './findings.ts'

/** The cards of the sources of a record, by id. */
export interface NamedSources {
  readonly cards: ReadonlyMap<string, Pick<SourceCard, 'title'>>
}

/** Names a source in a reason: by its title, since readers do not know its id. */
export function sourceText(source: string, { cards }: NamedSources): string {
  const title = cards.get(source)?.title
  return title === undefined ? source : shortTitle(title)
}

/**
 * Says whose report a figure is.
 *
 * @example reporterText('CHN')   // 'reported by China'
 */
export const reporterText = (reporter: string): string => `reported by ${reporter === 'WLD' ? 'all partners' : stateName(reporter)}`

/** Names source and reporter of a value, given as `by` of an accepted value. */
export function byText(by: string, sources: NamedSources): string {
  const [source, reporter] = by.split(', ')
  return reporter === undefined ? sourceText(source!, sources) : `${sourceText(source!, sources)}, ${reporterText(reporter)}`
}
