import { badInput } from '../../../errors.ts'
import type { Cell, Columns } from '../../../store/cells.ts'
import type { Snapshot } from '../../../store/snapshot.ts'
import type { Coverage, SourceCard } from '../../../store/source-card.ts'
import type { JoinedContent, UnjoinedEdition } from '../../reader/reader.ts'
import { tableRows } from '../../rows/table-columns.ts'
import { type CouncilGaps, councilGapsIn } from './un-sc-gaps.ts'

/**
 * Merges pages of Council meetings with those that a snapshot holds. A page replaces the rows of its year, and other years stay. The card covers the years that
 * have rows; if the table of a year ends early, only up to the last meeting in it. The card also lists the gaps that the numbering shows.
 */
export async function joinMeetings({ card, content }: UnjoinedEdition, held: Snapshot): Promise<JoinedContent> {
  const brought = content.council_outcomes!
  const before = await held.columns('SELECT * FROM council_outcomes WHERE source = $source', { source: card.id })
  const years = new Set(yearsOf(brought, 'date'))
  const kept = rowsWhere(before, 'date', (date) => !years.has(date.slice(0, 4)))
  const outcomes = stacked(kept, brought)
  const gaps = councilGapsIn(outcomes)
  const told = gapsInWords(gaps)
  const stays = [...new Set(yearsOf(kept, 'date'))].sort()
  const joined: SourceCard = {
    ...card,
    vintage: vintagesOf(card.vintage, kept),
    coverage: windowsOf(outcomes, gaps, card.coverage[0]!),
    quirks: [...card.quirks, ...told],
  }
  const notes = stays.length === 0 ? told : [...told, `Other years that were held stay: ${stays.join(', ')}.`]
  return { cards: [joined], gone: [], content: { council_outcomes: outcomes }, notes }
}

/** Describes the gaps that the numbering of meetings and resolutions shows, one sentence each. */
function gapsInWords({ partialYears, records, resolutions, vetoesWithoutNo }: CouncilGaps): string[] {
  const stops = partialYears.map(
    ({ year, last }) => `The table of ${year} stops on ${last}: later meetings of that year are unknown, not none.`,
  )
  const runs = (what: string, holes: CouncilGaps['records']): string[] =>
    holes.length === 0 ? [] : [`No row has the ${what} ${holes.map(([from, to]) => (from === to ? from : `${from} to ${to}`)).join(', ')}.`]
  const vetoes = vetoesWithoutNo.map((symbol) => `${symbol} is called vetoed, and its totals have no vote against.`)
  return [...stops, ...runs('meeting records (S/PV.)', records), ...runs('resolutions', resolutions), ...vetoes]
}

/** Returns the periods that the tables cover: consecutive years as one period, and a year that ends early up to its last meeting. */
function windowsOf(outcomes: Columns, gaps: CouncilGaps, words: Coverage): Coverage[] {
  const windows: Coverage[] = []
  for (const year of [...new Set(yearsOf(outcomes, 'date'))].sort()) {
    const to = gaps.partialYears.find((partial) => partial.year === Number(year))?.last ?? `${year}-12-31`
    const last = windows.at(-1)
    if (last?.to === `${Number(year) - 1}-12-31`) windows[windows.length - 1] = { ...last, to }
    else windows.push({ ...words, from: `${year}-01-01`, to })
  }
  return windows
}

const [list, coded, own] = ['un-sc-vetoes', 'un-sc-vetoes-coded', 'security-council-vetoes'] as const

/**
 * Merges vetoes with those of the other sources, so that each veto occurs once. Whatever the order of import, vetoes are taken from the UN's own list up to its
 * last day, then from the hand-coded file up to its last day, then from the reviewed table.
 *
 * @throws BadInput if the coded file is imported, but the UN's list that is held has all its vetoes already
 */
export async function joinVetoes({ card, content }: UnjoinedEdition, held: Snapshot): Promise<JoinedContent> {
  const parts: VetoList[] = []
  for (const id of [list, coded, own]) {
    const isBrought = id === card.id
    const columns = isBrought ? content.vetoes! : await held.columns('SELECT * FROM vetoes WHERE source = $id', { id })
    const known = isBrought ? card : held.manifest.sources.find((one) => one.id === id)
    if (known !== undefined && (columns['source'] ?? []).length > 0) parts.push({ card: known, columns })
  }
  if (parts.length === 1) return { cards: [card], gone: [], content, notes: [] }
  const once = vetoesInSequence(parts)
  const gone = parts.filter((part) => !once.cards.some(({ id }) => id === part.card.id)).map((part) => part.card.id)
  if (gone.includes(coded) && card.id === coded) {
    throw badInput(
      `the UN's list of vetoes, which is held, reaches to ${lastOf(parts[0]!.columns)}: it tells every veto of this file`,
      `visavis sources ${list}`,
    )
  }
  return { cards: once.cards, gone, content: { vetoes: once.vetoes }, notes: once.notes }
}

interface VetoList {
  readonly card: SourceCard
  readonly columns: Columns
}

/**
 * Puts lists of vetoes in sequence. From each list only the vetoes after the last day of the earlier lists are taken, and its card covers only the days after
 * that day. A list from which no veto is taken is dropped.
 */
export function vetoesInSequence(lists: readonly VetoList[]): {
  readonly vetoes: Columns
  readonly cards: SourceCard[]
  readonly notes: string[]
} {
  let vetoes: Columns = {}
  let end = ''
  const cards: SourceCard[] = []
  const told: string[] = []
  for (const { card, columns } of lists) {
    const beyond = rowsWhere(columns, 'start_date', (date) => date > end)
    const count = new Set(beyond['draft']).size
    if (count === 0) continue
    told.push(`${count} from ${String(beyond['start_date']![0])} as ${card.id} has them`)
    cards.push(end === '' ? card : from(card, dayAfter(end)))
    vetoes = stacked(vetoes, beyond)
    end = lastOf(beyond)
  }
  return { vetoes, cards, notes: [`Each veto stands once: ${told.join(', ')}.`] }
}

function lastOf(vetoes: Columns): string {
  return (vetoes['start_date'] as string[]).toSorted().at(-1)!
}

function from(card: SourceCard, day: string): SourceCard {
  return { ...card, coverage: card.coverage.map((window) => ({ ...window, from: day })) }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}

function vintagesOf(own: string, kept: Columns): string {
  const older = [...new Set(kept['vintage'] ?? [])].filter((vintage) => vintage !== own)
  return older.length === 0 ? own : `${own}; of other years: ${older.join('; ')}`
}

function yearsOf(columns: Columns, name: string): string[] {
  return ((columns[name] ?? []) as string[]).map((day) => day.slice(0, 4))
}

function rowsWhere(columns: Columns, name: string, keep: (day: string) => boolean): Columns {
  const kept = tableRows(columns).filter((row) => keep(String(row[name])))
  return Object.fromEntries(Object.keys(columns).map((column) => [column, kept.map((row): Cell => row[column]!)]))
}

function stacked(first: Columns, second: Columns): Columns {
  return Object.fromEntries(Object.keys(second).map((name) => [name, [...(first[name] ?? []), ...second[name]!]]))
}
