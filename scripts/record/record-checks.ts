import { VisavisError } from '../../src/errors.ts'
import { blocOf, stateOf } from '../../src/states/index.ts'
import { indicatorOf } from '../../src/store/indicators/indicators.ts'
import type { Columns } from '../../src/store/session.ts'
import type { SourceCard } from '../../src/store/source-card.ts'

/** Maximum bytes of parts and manifest in the package. */
export const recordLimit: number = 18 * 2 ** 20

/**
 * Cards of the sources that the rows name, by id. A source without a card, or one that may not be redistributed, stops
 * the compilation.
 */
export function cardsFor(sources: ReadonlySet<string>, cards: readonly SourceCard[]): SourceCard[] {
  return [...sources].sort().map((id) => {
    const card = cards.find((candidate) => candidate.id === id)
    if (card === undefined) throw new VisavisError('BadInput', `the record has rows of "${id}", which has no card`)
    if (!card.licence.redistribute)
      throw new VisavisError('BadInput', `"${id}" may not be redistributed (${card.licence.id}): it cannot be in the record`)
    return card
  })
}

/** Whether an id names a state, a bloc or the world. */
export function isParty(id: unknown): boolean {
  return typeof id === 'string' && (id === 'WLD' || stateOf(id) !== undefined || blocOf(id) !== undefined)
}

/** Stops the compilation where an observation has an unknown party or indicator. */
export function checkObservations(columns: Columns): void {
  const rows = columns.value?.length ?? 0
  for (let row = 0; row < rows; row++) {
    const parties = ['from_id', 'to_id', 'reporter'].map((name) => columns[name]?.[row]).filter((id) => id !== null)
    const stranger = parties.find((id) => !isParty(id))
    const indicator = String(columns.indicator?.[row])
    if (stranger !== undefined || indicatorOf(indicator) === undefined) {
      throw new VisavisError('BadInput', `${columns.locator?.[row]}: ${indicator} of ${parties.join(', ')} is not in the catalogues`)
    }
  }
}

/** Parts of one table concatenated. */
export function joined(parts: readonly Columns[]): Columns {
  const names = Object.keys(parts[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, parts.flatMap((part) => part[name] ?? [])]))
}
