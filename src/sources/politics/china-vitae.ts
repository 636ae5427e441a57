import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { resolve } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import type { CsvRow } from '../formats/csv.ts'
import { readStrictCsv } from '../formats/strict-csv.ts'
import { isDay } from '../rows/calendar-day.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { calendarYear, type Observation, observationColumns, toObservation } from '../rows/observation.ts'
import { type SourceEvent, sourceEventColumns } from '../rows/partner-events.ts'
import { partyId } from '../rows/party.ts'

export const card: SourceCard = {
  id: 'china-vitae',
  title: 'Foreign engagements of seven Chinese leaders, 2003-2018',
  provider: 'China Vitae (Carnegie Endowment), collected by G. B. Walker',
  url: 'http://www.chinavitae.com',
  licence: closedLicence(
    'all rights reserved',
    'http://www.chinavitae.com',
    'The texts of the site are protected: only day, person, country and kind of the engagement are kept, never the text.',
  ),
  citation: 'China Vitae. Public activities of Chinese leaders, 2003-2018 (engagements collected by G. B. Walker, 2018-12-09).',
  vintage: '2003-01-09 to 2018-12-07',
  coverage: coverageOf(
    ['leader-engagements', 'leader-visit-days', 'engagement-events'],
    2003,
    '2018-12-07',
    'Xi Jinping, Hu Jintao, Li Keqiang, Wen Jiabao, Wang Yi, Yang Jiechi, Li Zhaoxing, in office or not, with any state',
  ),
  quirks: [
    'A row is a mention of a country in what a leader did that day: it may be a visit, a meeting at home or in a third place, or a telephone call, a message or a remark.',
    'A meeting with many states has a row for each; two leaders at one meeting have a row each.',
    'Countries were found by their names in texts: rows where the name is part of another (New South Wales, Papua New Guinea, Democratic Republic of the Congo) are left out where the text has no other mention.',
    'Seven persons only, and 2018 ends on 7 December: compare years with care.',
  ],
}

/** Ids of names that mean something else in this table than in the general lookup. */
const tableNames: Readonly<Record<string, string | null>> = { England: 'GBR', Antigua: 'ATG', Wales: null, 'Cook Islands': null }

/** Names of states that also occur inside longer names (Guinea in Papua New Guinea), each with a pattern that matches only the name itself. */
const standaloneNames: Readonly<Record<string, RegExp>> = {
  Guinea: /(?<!Papua New |Equatorial )Guinea(?!-| Bissau)/,
  Niger: /\bNiger\b/,
  'Republic of the Congo': /(?<!Democratic )Republic of (?:the )?Congo/,
  Dominica: /\bDominica\b/,
  Mali: /\bMali\b/,
  Oman: /\bOman\b/,
  Sudan: /(?<!South )Sudan/,
}

/**
 * Reads engagements as rows of the table `events` (one per day, leader and state), and two counts by state and year: engagements, and days on which at least
 * one of the leaders was in the country.
 *
 * @param path   CSV `date, year, country, leader, text`, plain or gzipped; the text is read only for the kind of event and is not stored
 */
export async function readChinaVitae(path: string): Promise<{ events: Columns; observations: Columns }> {
  const file = basename(path)
  const rows = await readStrictCsv(path, ['date', 'year', 'country', 'leader', 'text'], 'the table of engagements of Chinese leaders', /"$/)
  const once = onlyOnce<number>()
  const events = rows.flatMap((row) => {
    const key = [row.fields['date'], row.fields['country'], row.fields['leader']].join('|')
    once(key, row.line, (before) => `${row.at} has day, country and leader of line ${before}`, 'keep one of the two')
    return eventOf(row)
  })
  return { events: sourceEventColumns(events, card), observations: observationColumns(countsOf(events, file)) }
}

function eventOf(row: CsvRow): SourceEvent[] {
  const { date, year, country, leader, text } = row.fields as Record<'date' | 'year' | 'country' | 'leader' | 'text', string>
  if (!isDay(date) || !date.startsWith(year)) throw badInput(`${row.at} has the day "${date}" in the year "${year}"`)
  if (leader.trim() === '') throw badInput(`${row.at} names no leader`)
  const id = partyId(country, date, row.at, tableNames)
  const pattern = standaloneNames[country]
  if (id === null || id === 'CHN' || (pattern !== undefined && !pattern.test(text))) return []
  const parties = { from_id: 'CHN', from_name: leader, to_id: id, to_name: country }
  return [{ ...parties, date, end_date: null, kind: 'visit', code: kindOf(text, id, date), locator: row.at }]
}

/** Returns the kind of an event, from the standard phrases in which the site states its place. */
function kindOf(text: string, id: string, date: string): string {
  if (/^\D{0,60}was in \D{0,80}and met with the following/.test(text)) return 'met in China'
  const place = /travelled to ([^,]+?)(?:,| and met| Others|$)/.exec(text)?.[1]?.trim()
  if (place === undefined || place === '') return 'contact'
  const found = resolve(place, date)
  if (found.kind === 'territory') return /met with the following/.test(text) ? 'met in a third place' : 'contact'
  if (found.kind !== 'state' || found.state.iso3 === 'CHN') return 'met in China'
  return found.state.iso3 === id ? 'visit' : 'met in a third place'
}

function countsOf(events: readonly SourceEvent[], file: string): Observation[] {
  const groups = new Map<string, SourceEvent[]>()
  for (const event of events) {
    const key = `${event.to_id} ${event.date.slice(0, 4)}`
    groups.set(key, [...(groups.get(key) ?? []), event])
  }
  return [...groups.values()].flatMap((group): Observation[] => {
    const year = Number(group[0]!.date.slice(0, 4))
    const visits = new Set(group.filter((event) => event.code === 'visit').map((event) => event.date))
    const period = { ...calendarYear(year), ...(year === 2018 ? { end_date: '2018-12-07' } : {}) }
    const about = { from: 'CHN', to: group[0]!.to_id, period, status: 'observed', locator: file } as const
    const days = { ...about, indicator: 'leader-visit-days', value: visits.size, unit: 'days' }
    return [
      toObservation(card, { ...about, indicator: 'leader-engagements', value: group.length, unit: 'engagements' }),
      ...(visits.size === 0 ? [] : [toObservation(card, days)]),
    ]
  })
}
