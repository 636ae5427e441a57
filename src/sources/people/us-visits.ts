import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import type { Columns } from '../../store/session.ts'
import { coverageOf, openLicence, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, textsIn } from '../formats/csv.ts'
import { readStrictCsv } from '../formats/strict-csv.ts'
import { isDay } from '../rows/calendar-day.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { calendarYear, type Observation, observationColumns, toObservation } from '../rows/observation.ts'
import { withoutRemark } from '../rows/partner.ts'
import { type SourceEvent, sourceEventColumns } from '../rows/partner-events.ts'
import { partyId } from '../rows/party.ts'

const spans = {
  received: { from: '1874-12-12', to: '2024-11-12' },
  travels: { from: '1866-01-09', to: '2025-02-19' },
}

export const card: SourceCard = {
  id: 'us-visits',
  title: 'Visits of foreign leaders to the United States, and travels of its President and Secretary of State',
  provider: 'Office of the Historian, U.S. Department of State',
  url: 'https://history.state.gov/departmenthistory/visits',
  licence: openLicence(
    'US public domain (CC0-1.0 elsewhere)',
    'https://github.com/HistoryAtState/visits/blob/master/LICENSE.md',
    'A work of the United States government, in the public domain; dedicated to it elsewhere by CC0 1.0.',
  ),
  citation:
    'Office of the Historian, U.S. Department of State. Visits by Foreign Leaders (HistoryAtState/visits at 869ca4f) and Travels Abroad of the President and the Secretary of State (HistoryAtState/travels at 3170c77).',
  vintage: 'visits to 2024-11-12 (869ca4f), travels to 2025-02-19 (3170c77)',
  coverage: [
    ...coverageOf(
      ['leaders-received'],
      spans.received.from,
      spans.received.to,
      'heads of state and government who came to the United States, as the Office lists them',
      { absence: 'zero' },
    ),
    ...coverageOf(
      ['leaders-travelled'],
      spans.travels.from,
      spans.travels.to,
      'Presidents and Secretaries of State of the United States abroad, as the Office lists them',
      { absence: 'zero' },
    ),
    ...coverageOf(['visit-events'], spans.travels.from, spans.travels.to, 'both lists, one row a visit'),
  ],
  quirks: [
    'The lists end on 12 November 2024 (visits) and 19 February 2025 (travels): a year that is not over counts less.',
    'A journey through several places of one country may have several rows: a count is of entries of the list, not of journeys.',
    'A visit to the United Nations in New York is listed only where the leader also met the United States.',
    'Texts of the lists are not kept: only who, where from or to, and the days.',
    'Visits to the West Bank, by the Palestinian Authority, and to or from territories and former states outside our list (Hawaii, Netherlands Antilles, Antarctica) are left out.',
  ],
}

/** Names of the lists that the general lookup reads otherwise or not at all; null: no state of ours. */
const names: Readonly<Record<string, string | null>> = {
  'China, Republic of': 'TWN',
  'Republic of China': 'TWN',
  'China, People’s Republic of': 'CHN',
  China: 'CHN',
  Korea: 'KOR',
  'Korea, South': 'KOR',
  'Korea, Republic of': 'KOR',
  'Korea, North': 'PRK',
  'South Korea': 'KOR',
  'Congo, Democratic Republic of': 'COD',
  'Democratic Republic of the Congo (Zaire)': 'COD',
  'Congo, Republic of': 'COG',
  'Germany, Federal Republic of': 'DEU',
  Germany: 'DEU',
  'Bosnian Federation': 'BIH',
  Somoa: 'WSM',
}

/**
 * Reads both lists as rows of the table `events` (kind `visit`), and the number of entries by state and year: leaders who came, and journeys of the President or
 * Secretary of State.
 *
 * @param files   `visits`: CSV `id,start,end,visitor,from_id,from,description`; `travels`: CSV `id,role,who,name,start,end,country_id,country,locale,remarks`
 */
export async function readUsVisits(files: {
  readonly visits: string
  readonly travels: string
}): Promise<{ events: Columns; observations: Columns }> {
  const [visits, travels] = await Promise.all([
    eventsIn(files.visits, ['id', 'start', 'end', 'visitor', 'from_id', 'from'], 'the list of visits by foreign leaders', visitOf),
    eventsIn(
      files.travels,
      ['id', 'role', 'who', 'name', 'start', 'end', 'country_id', 'country'],
      'the list of travels of the President and the Secretary of State',
      travelOf,
    ),
  ])
  return {
    events: sourceEventColumns([...visits, ...travels], card),
    observations: observationColumns([
      ...countsOf(visits, 'leaders-received', spans.received.to, basename(files.visits)),
      ...countsOf(travels, 'leaders-travelled', spans.travels.to, basename(files.travels)),
    ]),
  }
}

type EventOf = (row: CsvRow, days: readonly [start: string, end: string], at: string) => SourceEvent | undefined

async function eventsIn(path: string, columns: readonly string[], what: string, eventOf: EventOf): Promise<SourceEvent[]> {
  const rows = await readStrictCsv(path, columns, what)
  const once = onlyOnce<number>()
  const kept = new Set<string>()
  return rows.flatMap((row) => {
    const id = row.fields['id']!.trim()
    if (!/^\d+$/.test(id)) throw badInput(`${row.at} has the number "${id}"`)
    once(id, row.line, (before) => `${row.at} has number ${id}, as line ${before} has`)
    const event = eventOf(row, daysOf(row, row.at), row.at)
    if (event === undefined) return []
    // the lists have a few visits twice, under two numbers
    const key = [event.date, event.end_date, event.from_id, event.from_name, event.to_id, event.to_name].join('|')
    if (kept.has(key)) return []
    kept.add(key)
    return [event]
  })
}

function daysOf(row: CsvRow, at: string): [start: string, end: string] {
  const days = textsIn(row, 'start', 'end')
  const strange = days.find((day) => !/^(18|19|20)/.test(day) || !isDay(day))
  if (strange !== undefined) throw badInput(`${at} has the day "${strange}"`)
  if (days[1] < days[0]) throw badInput(`${at} ends on ${days[1]}, before it begins on ${days[0]}`)
  return days
}

function visitOf(row: CsvRow, [date, end]: readonly [string, string], at: string): SourceEvent | undefined {
  const from = stateIn(row.fields['from_id']!, row.fields['from']!, date, at)
  const who = named(row.fields['visitor']!, at)
  if (from === null) return undefined
  const parties = { from_id: from, from_name: who, to_id: 'USA', to_name: 'United States' }
  return { ...parties, date, end_date: end, kind: 'visit', code: 'visit of a leader', locator: at }
}

const offices: Readonly<Record<string, string | undefined>> = {
  president: 'visit of the President',
  secretary: 'visit of the Secretary of State',
}

function travelOf(row: CsvRow, [date, end]: readonly [string, string], at: string): SourceEvent | undefined {
  const country = row.fields['country']!.trim()
  const to = stateIn(row.fields['country_id']!, country, date, at)
  const code = offices[row.fields['role']!]
  if (code === undefined) throw badInput(`${at} has the role "${row.fields['role']}", not president or secretary`)
  const who = named(row.fields['name']!, at)
  if (to === null) return undefined
  const parties = { from_id: 'USA', from_name: who, to_id: to, to_name: country }
  return { ...parties, date, end_date: end, kind: 'visit', code, locator: at }
}

function named(name: string, at: string): string {
  if (name.trim() === '') throw badInput(`${at} names no person`)
  return name.trim()
}

/** Ids of the lists whose names are no state of ours. */
const noStates: ReadonlySet<string> = new Set(
  'hawaii french-polynesia new-caledonia cook-islands niue antarctica netherlands-antilles palestinian-authority west-bank holy-see'.split(
    ' ',
  ),
)

/** The country of an entry. A remark in brackets (a provisional government, a part of the country) is dropped, and Kosovo before its own time belongs to Yugoslavia. */
function stateIn(id: string, name: string, date: string, at: string): string | null {
  if (noStates.has(id)) return null
  const label = name.trim()
  if (id === 'kosovo') return date < kosovoSince ? partyId('Yugoslavia', date, at, {}) : 'XKX'
  if (id === 'vietnam' && date < southVietnamUntil) return partyId('South Vietnam', date, at, {})
  return partyId(Object.hasOwn(names, label) ? label : withoutRemark(label), date, at, names)
}

/** The day on which Kosovo declared itself a state. */
const kosovoSince = '2008-02-17'

/** Before this day the lists mean South Vietnam (Saigon). */
const southVietnamUntil = '1975-04-30'

function countsOf(events: readonly SourceEvent[], indicator: string, last: string, file: string): Observation[] {
  const counts = new Map<string, number>()
  for (const { date, from_id, to_id } of events) {
    const key = `${from_id} ${to_id} ${date.slice(0, 4)}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, value]) => {
    const [from, to, year] = key.split(' ') as [string, string, string]
    const { start_date, end_date } = calendarYear(Number(year))
    const period = { start_date, end_date: end_date > last ? last : end_date }
    return toObservation(card, { indicator, from, to, reporter: 'USA', period, value, unit: 'visits', status: 'observed', locator: file })
  })
}
