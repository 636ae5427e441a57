import type { RoutesAnswer } from '../../evasion/index.ts'
import { loadSourceCards } from '../../sources/index.ts'
import type { Snapshot } from '../../store/index.ts'

/** An answer with what its sources, and those of both sides' reports, are cited as. */
export interface CitedRoutes extends RoutesAnswer {
  readonly cited_sources: readonly {
    readonly id: string
    readonly title: string
    readonly citation: string
    readonly vintage: string
  }[]
}

/** Adds the citations; a source that the record has is cited by the card of the record. */
export async function citedRoutes(answer: RoutesAnswer, snapshot: Snapshot): Promise<CitedRoutes> {
  const vintages = new Map(answer.sources.map(({ source, vintage }) => [source, vintage]))
  const { semiconductors, electronics } = answer.other_suppliers
  const suppliers = [semiconductors, electronics].flatMap((group) => group?.source ?? [])
  const ids = new Set([...vintages.keys(), ...answer.hubs.flatMap(({ reports }) => reports?.sources ?? []), ...suppliers])
  const cards = new Map([...(await loadSourceCards()), ...snapshot.manifest.sources].map((card) => [card.id, card]))
  return {
    ...answer,
    cited_sources: [...ids].flatMap((id) => {
      const card = cards.get(id)
      return card === undefined ? [] : [{ id, title: card.title, citation: card.citation, vintage: vintages.get(id) ?? card.vintage }]
    }),
  }
}
