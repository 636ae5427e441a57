import { VisavisError } from '../errors.ts'
import type { Cell, Columns } from '../store/cells.ts'
import type { Snapshot } from '../store/snapshot.ts'
import type { Coverage, SourceCard } from '../store/source-card.ts'
import type { Joined, OwnEdition } from './reader.ts'
import { tableRows } from './table-columns.ts'
import { type CouncilGaps, gapsIn } from './un-sc-gaps.ts'

/**
 * Pages of Council meetings put together with those that a snapshot holds: a page takes the place of its year, other years stay. The card speaks for the years
 * that are there and, of a year whose table stops early, up to its last meeting; it tells what else the numbering shows to be missing.
 */
export async function joinMeetings({ card, content }: OwnEdition, held: Snapshot): Promise<Joined> {
  const brought = content.council_outcomes!
  const before = await held.columns('SELECT * FROM council_outcomes WHERE source = $source', { source: card.id })
  const years = new Set(yearsOf(brought, 'date'))
  const kept = rowsWhere(before, 'date', (date) => !years.has(date.slice(0, 4)))
  const outcomes = stacked(kept, brought)
  const gaps = gapsIn(outcomes)
  const told = gapsTold(gaps)
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

/** What the numbering of meetings and resolutions shows to be missing, a sentence each. */
function gapsTold({ partialYears, records, resolutions, vetoesWithoutNo }: CouncilGaps): string[] {
  const stops = partialYears.map(
    ({ year, last }) => `The table of ${year} stops on ${last}: later meetings of that year are unknown, not none.`,
  )
  const runs = (what: string, holes: CouncilGaps['records']): string[] =>
    holes.length === 0 ? [] : [`No row has the ${what} ${holes.map(([from, to]) => (from === to ? from : `${from} to ${to}`)).join(', ')}.`]
  const vetoes = vetoesWithoutNo.map((symbol) => `${symbol} is called vetoed, and its totals have no vote against.`)
  return [...stops, ...runs('meeting records (S/PV.)', records), ...runs('resolutions', resolutions), ...vetoes]
}

/**
 * The windows that the tables speak for: years one after the other as one, a year that stops early up to its last meeting.
 */
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

const [list, coded] = ['un-sc-vetoes', 'un-sc-vetoes-coded'] as const

/**
 * Vetoes put together with those of the other source of them, so that each stands once: the UN's own list up to its last day, whichever came first, and the
 * coding of it by hand where it reaches further.
 *
 * @throws BadInput where the list that is held tells every veto of the coded file
 */
export async function joinVetoes({ card, content }: OwnEdition, held: Snapshot): Promise<Joined> {
  const other = card.id === list ? coded : list
  const rest = await held.columns('SELECT * FROM vetoes WHERE source = $other', { other })
  if ((rest['source'] ?? []).length === 0) return { cards: [card], gone: [], content, notes: [] }
  const [official, further] = card.id === list ? [content.vetoes!, rest] : [rest, content.vetoes!]
  const last = (official['start_date'] as string[]).toSorted().at(-1)!
  const beyond = rowsWhere(further, 'start_date', (date) => date > last)
  const otherCard = held.manifest.sources.find(({ id }) => id === other)
  const count = new Set(beyond['draft']).size
  const cards = [card.id === list ? card : otherCard, card.id === coded ? card : otherCard].filter((one) => one !== undefined)
  if (count === 0 && card.id === coded) {
    throw new VisavisError('BadInput', `the UN's list of vetoes, which is held, reaches to ${last}: it tells every veto of this file`, {
      hint: `visavis sources ${list}`,
    })
  }
  return {
    cards: cards.flatMap((one) => (one.id === list ? [one] : count === 0 ? [] : [from(one, dayAfter(last))])),
    gone: count === 0 ? [coded] : [],
    content: { vetoes: stacked(official, beyond) },
    notes: [`Each veto stands once: those to ${last} as the UN's list has them, ${count === 0 ? 'none' : count} later as coded.`],
  }
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
