import type { Evidence, SourceCard } from '../../store/index.ts'

/** A source, with everything needed to cite it. */
export interface FigureSource {
  readonly id: string
  readonly title: string
  readonly citation: string
  readonly vintage: string
  readonly licence: string
}

/** Returns the sources of the figures, sorted by id. A source without any rows behind the figures is left out. */
export function figureSources(evidence: readonly Evidence[], cards: ReadonlyMap<string, SourceCard>): FigureSource[] {
  const ids = [...new Set(evidence.filter(({ count }) => count > 0).map(({ source }) => source))].sort()
  return ids.flatMap((id) => {
    const card = cards.get(id)
    return card === undefined ? [] : [{ id, title: card.title, citation: card.citation, vintage: card.vintage, licence: card.licence.id }]
  })
}
