import { badInput } from '../../errors.ts'
import { stateByCow } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import { coverageOf, creativeCommonsAttribution, type SourceCard } from '../cards/source-cards.ts'
import { textsIn } from '../formats/csv.ts'
import { readStrictCsv, wholeNumberInField } from '../formats/strict-csv.ts'
import { isDay } from '../rows/calendar-day.ts'
import { type SourceEvent, sourceEventColumns } from '../rows/partner-events.ts'

const last = '2024-12-31'

export const card: SourceCard = {
  id: 'us-missions',
  title: 'Status of the diplomatic mission of the United States by state and day, 1776-2024',
  provider: 'B. Kenkel (Vanderbilt University)',
  url: 'https://github.com/brentonk/us_diplomatic_missions',
  licence: creativeCommonsAttribution('Share and adapt with attribution.'),
  citation:
    'Kenkel, B. (2026). U.S. Diplomatic Missions, version 0.1 (data/v0.1 at 6b3b3ac), after the Office of the Historian, U.S. Department of State.',
  vintage: 'v0.1 (6b3b3ac), to 2024-12-31',
  coverage: coverageOf(['us-missions'], 1816, last, 'every state of the Correlates of War system'),
  quirks: [
    'One row a span of days with the same status: Embassy, Ambassador Nonresident, Legation, Envoy Nonresident, Consulate, Consul Nonresident, Liaison, Interests, or None.',
    'Partly extracted from texts by a language model and reconciled by hand (version 0.1).',
    'The mission of the United States in the other state only; the mission of the other state in Washington is not told.',
    'A mission whose work is suspended, without a break of relations, may stand as an embassy.',
  ],
}

/** The statuses of the source, from none to an embassy. */
const missionStatuses = [
  ...['None', 'Interests', 'Consul Nonresident', 'Consulate', 'Liaison', 'Envoy Nonresident', 'Legation', 'Ambassador Nonresident'],
  'Embassy',
]

const columns = [
  'country_abbrev_cow',
  'country_code_cow',
  'country_name_cow',
  'country_name_usdos',
  'date_start',
  'date_end',
  'us_mission_status',
]

/**
 * Reads spans of the status of the US mission in a state, as rows of the table `events` (kind `mission`, `code` the status, from the first day to the last).
 *
 * @param path   CSV mission_status_range_cow: one row a state and span, by Correlates of War number
 * @throws BadInput with file and line for an unknown number or status, an invalid day, an end before the start, or spans of one state that overlap
 */
export async function readUsMissions(path: string): Promise<{ events: Columns }> {
  const rows = await readStrictCsv(path, columns, 'the table mission_status_range_cow of US diplomatic missions')
  const ends = new Map<string, string>()
  const events = rows.map((row): SourceEvent => {
    const code = wholeNumberInField(row, 'country_code_cow', 1)
    const [start, end, status] = textsIn(row, 'date_start', 'date_end', 'us_mission_status')
    checkSpan(start, end, row.at)
    if (!missionStatuses.includes(status)) throw badInput(`${row.at} has the status "${status}", not one of: ${missionStatuses.join(', ')}`)
    const name = row.fields['country_abbrev_cow']!
    const before = ends.get(name)
    if (before !== undefined && start <= before) throw badInput(`${row.at} begins on ${start}, but the state has a span to ${before}`)
    ends.set(name, end)
    // a number may pass from one state to the next (Serbia, Yugoslavia, Serbia): the last day of a span tells whose it is
    const state = stateByCow(code, end) ?? stateByCow(code, start)
    if (state === undefined) throw badInput(`${row.at} has the number ${code}, which no state has from ${start} to ${end}`)
    const parties = { from_id: 'USA', from_name: 'United States', to_id: state.iso3, to_name: row.fields['country_name_usdos']! }
    return { ...parties, date: start, end_date: end, kind: 'mission', code: status, locator: row.at }
  })
  return { events: sourceEventColumns(events, card) }
}

function checkSpan(start: string, end: string, at: string): void {
  const strange = [start, end].find((day) => !/^(17|18|19|20)/.test(day) || !isDay(day))
  if (strange !== undefined) throw badInput(`${at} has the day "${strange}"`)
  if (end < start) throw badInput(`${at} ends on ${end}, before it begins on ${start}`)
}
