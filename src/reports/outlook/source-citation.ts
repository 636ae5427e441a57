import type { SourceCard } from '../../store/source-card.ts'

/** What a source is cited as. */
export interface SourceCitation {
  readonly id: string
  readonly title: string
  readonly citation: string
  readonly vintage: string
  /** Id of the licence. */
  readonly licence: string
}

/** Returns the citations of sources, in the order of the ids; ids without a card are left out. */
export function citationsOf(cards: readonly SourceCard[], ids: Iterable<string>): SourceCitation[] {
  return [...new Set(ids)].flatMap((id) => {
    const card = cards.find((one) => one.id === id)
    return card === undefined ? [] : [{ id, title: card.title, citation: card.citation, vintage: card.vintage, licence: card.licence.id }]
  })
}
