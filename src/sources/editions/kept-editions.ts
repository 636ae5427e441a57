import type { Cell, Columns } from '../../store/cells.ts'
import type { Snapshot } from '../../store/snapshot.ts'
import type { JoinedContent, UnjoinedEdition } from '../reader/reader.ts'

/**
 * Adds a new edition to those that a snapshot holds, each under its own vintage. This is for sources that are revised for years, since texts still quote their
 * earlier editions. An edition that is imported again replaces its own rows.
 */
export async function joinEditions({ card, content }: UnjoinedEdition, held: Snapshot): Promise<JoinedContent> {
  const before = held.manifest.sources.find(({ id }) => id === card.id)
  const own = content.observations
  if (before === undefined || own === undefined) return { cards: [card], gone: [], content, notes: [] }
  const rows = await held.columns('SELECT * FROM observations WHERE source = $id AND vintage <> $vintage', {
    id: card.id,
    vintage: card.vintage,
  })
  const kept = rows['value']?.length ?? 0
  if (kept === 0) return { cards: [card], gone: [], content, notes: [] }
  const vintages = new Set((rows['vintage'] ?? []) as string[])
  const [now] = card.coverage
  const coverage = now === undefined ? card.coverage : before.coverage.map((one) => widened(one, now))
  return {
    cards: [{ ...card, vintage: `${card.vintage}; with ${[...vintages].sort().join('; ')}`, coverage }],
    gone: [],
    content: { ...content, observations: addedTo(own, rows) },
    notes: [`${kept.toLocaleString('en-US')} rows of earlier editions stay, under the vintage that they came with`],
  }
}

type Coverage = UnjoinedEdition['card']['coverage'][number]
const widened = (held: Coverage, now: Coverage): Coverage => ({
  ...now,
  from: held.from < now.from ? held.from : now.from,
  to: held.to > now.to ? held.to : now.to,
})

const addedTo = (own: Columns, held: Readonly<Record<string, readonly Cell[]>>): Columns =>
  Object.fromEntries(Object.keys(own).map((name) => [name, [...own[name]!, ...held[name]!]]))
