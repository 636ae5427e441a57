import type { Evidence, SourceCard } from '../../store/index.ts'

/** A source as whoever takes figures away must name it. */
export interface FigureSource {
  readonly id: string
  readonly title: string
  readonly citation: string
  readonly vintage: string
  readonly licence: string
}

/** The sources that figures rest on, by id; one without any row behind the figures is not among them. */
export function figureSources(evidence: readonly Evidence[], cards: ReadonlyMap<string, SourceCard>): FigureSource[] {
  const ids = [...new Set(evidence.filter(({ count }) => count > 0).map(({ source }) => source))].sort()
  return ids.flatMap((id) => {
    const card = cards.get(id)
    return card === undefined ? [] : [{ id, title: card.title, citation: card.citation, vintage: card.vintage, licence: card.licence.id }]
  })
}
