import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import type { Columns } from '../../store/session.ts'
import { coverageOf, type SourceCard } from '../cards/source-cards.ts'
import type { CsvRow } from '../formats/csv.ts'
import { readStrictCsv, wholeNumberInField, yearIn } from '../formats/strict-csv.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { calendarYear, type Observation, observationColumns, toObservation } from '../rows/observation.ts'
import { type SourceEvent, sourceEventColumns } from '../rows/partner-events.ts'
import { partyId } from '../rows/party.ts'

export const card: SourceCard = {
  id: 'russia-exercises',
  title: 'Joint military exercises involving Russia, 2009-2018',
  provider: 'Ministry of Defence of the Russian Federation; table compiled by Z. Leffel',
  url: 'https://structure.mil.ru/mission/practice',
  licence: {
    id: 'none stated',
    redistribute: false,
    terms: 'The table states no licence; facts may be used, the table is not passed on.',
  },
  citation: 'Leffel, Z. Joint military exercises involving Russia (table compiled from structure.mil.ru/mission/practice), 2009-2018.',
  vintage: '99 exercises, table of 2024-04-15, accessed via github.com/zleffel-afk/Visualization-of-NAM-country-data (unofficial copy)',
  coverage: coverageOf(['joint-exercises', 'exercise-events'], 2009, 2018, 'Russia with the partners that its ministry named on its site'),
  quirks: [
    'Only the year of an exercise is given.',
    'Incomplete: the site was read once, most exercises of 2014 and 2016 to 2018 are not there, and a falling count is the table, not the world.',
    'A row whose remark says that states are listed which did not take part is left out.',
    'A count is "at least"; no row is not none.',
  ],
}

const partners = Array.from({ length: 28 }, (_, i) => `part${i + 1}`)

/**
 * Reads exercises as rows of the table `events`, one per partner, and their number by partner and year.
 *
 * @param path   the CSV with one row per exercise and up to 28 partners; rows of nothing but commas are skipped
 */
export async function readRussiaExercises(path: string): Promise<{ events: Columns; observations: Columns }> {
  const file = basename(path)
  // the file ends without a line break, but its last column is not read
  const rows = await readStrictCsv(
    path,
    ['id', 'name', 'yr', 'comments', ...partners],
    'the table of joint exercises involving Russia',
    'any',
  )
  const once = onlyOnce<number>()
  const events = rows.flatMap((row) => {
    const id = wholeNumberInField(row, 'id', 1)
    once(id, row.line, () => `${row.at} has exercise ${id} for the second time`)
    return eventsOf(row)
  })
  return { events: sourceEventColumns(events, card), observations: observationColumns(countsOf(events, file)) }
}

function eventsOf(row: CsvRow): SourceEvent[] {
  const year = yearIn(row, 'yr', 2000, 2030)
  const { start_date, end_date } = calendarYear(year)
  const named = partners.map((column) => row.fields[column]!.trim()).filter((name) => name !== '')
  if (named.length === 0) throw badInput(`${row.at} names no partner`)
  const ids = new Map(named.map((name) => [partyId(name, end_date, row.at, {}), name] as const))
  if (/did not participate/.test(row.fields['comments']!)) return []
  const exercise = { date: start_date, end_date, kind: 'exercise', code: 'joint exercise', locator: row.at } as const
  const russia = { from_id: 'RUS', from_name: 'Russia' }
  return [...ids].flatMap(([id, name]): SourceEvent[] => (id === null ? [] : [{ ...exercise, ...russia, to_id: id, to_name: name }]))
}

function countsOf(events: readonly SourceEvent[], file: string): Observation[] {
  const groups = new Map<string, SourceEvent[]>()
  for (const event of events) {
    const key = `${event.to_id} ${event.date}`
    groups.set(key, [...(groups.get(key) ?? []), event])
  }
  return [...groups.values()].map((group) =>
    toObservation(card, {
      indicator: 'joint-exercises',
      from: 'RUS',
      to: group[0]!.to_id,
      reporter: 'RUS',
      period: { start_date: group[0]!.date, end_date: group[0]!.end_date! },
      value: group.length,
      unit: 'exercises',
      status: 'observed',
      locator: `${file}:${group.map((event) => event.locator.split(':').at(-1)).join(', ')}`,
    }),
  )
}
