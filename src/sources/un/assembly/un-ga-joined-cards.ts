import type { Coverage, SourceCard } from '../../../store/source-card.ts'
import type { JoinedContent } from '../../reader/reader.ts'
import type { PackedVote } from './un-ga-packed.ts'

/** The sources of General Assembly votes. Each vote is held once, from one of them. */
const assembly = ['un-votes', 'un-resolutions', 'un-digital-library']

/**
 * Returns the cards of all sources of General Assembly votes after a merge, and the ids of sources of which no row is left. The coverage on a card becomes the
 * days of its own rows, and the card of the new edition also states their vintages. The card of another source stays unchanged if no row of it was removed.
 */
export function cardsAfterJoining(
  own: SourceCard,
  held: readonly SourceCard[],
  { before, rows }: { readonly before: readonly PackedVote[]; readonly rows: readonly PackedVote[] },
): Pick<JoinedContent, 'cards' | 'gone'> {
  const others = held.filter((card) => card.id !== own.id && assembly.includes(card.id))
  const rowsOf = (id: string): PackedVote[] => rows.filter(({ source }) => source === id)
  const stated = [own, ...others].flatMap((card) => card.coverage)
  const left = others.filter((card) => rowsOf(card.id).length > 0)
  const after = left.map((card) => {
    const mine = rowsOf(card.id)
    const unchanged = before.filter(({ source }) => source === card.id).length === mine.length
    return unchanged ? card : { ...card, coverage: coverageOf(mine, stated) }
  })
  const mine = rowsOf(own.id)
  return {
    cards: [{ ...own, ...editionsOf(own, held, mine), coverage: coverageOf(mine, stated) }, ...after],
    gone: others.filter((card) => !left.includes(card)).map(({ id }) => id),
  }
}

/** Returns the vintage and the files for the card: those of the new edition, and those of earlier rows that remain because the new files do not have them. */
function editionsOf(own: SourceCard, held: readonly SourceCard[], rows: readonly PackedVote[]): Pick<SourceCard, 'vintage' | 'fetched'> {
  const older = [...new Set(rows.map(({ vintage }) => vintage))].filter((vintage) => vintage !== own.vintage)
  if (older.length === 0) return { vintage: own.vintage }
  const before = held.find(({ id }) => id === own.id)?.fetched ?? []
  const now = own.fetched ?? []
  const fetched = [...now, ...before.filter(({ address }) => now.every((file) => file.address !== address))]
  return { vintage: `${own.vintage}; what it does not hold: ${older.join('; ')}`, ...(fetched.length === 0 ? {} : { fetched }) }
}

const carries: Readonly<Record<string, (vote: PackedVote) => boolean>> = {
  'un-votes': () => true,
  'un-votes-important': ({ important }) => important !== null,
  'un-votes-issues': ({ issues }) => issues !== null,
}

/** Returns for each indicator the first and last day of its rows. The states covered are those on the first card that states the indicator. */
function coverageOf(rows: readonly PackedVote[], stated: readonly Coverage[]): Coverage[] {
  return Object.entries(carries).flatMap(([indicator, has]) => {
    const days = rows
      .filter(has)
      .map(({ date }) => date)
      .sort()
    const words = stated.find((one) => one.indicator === indicator)
    return days.length === 0 || words === undefined ? [] : [{ ...words, from: days[0]!, to: days.at(-1)! }]
  })
}
