import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { coverageOf, openLicence, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import type { JoinedContent, UnjoinedEdition } from '../reader/reader.ts'
import { isDay } from '../rows/calendar-day.ts'
import { exactSumOf } from '../rows/exact-sum.ts'
import { checkNonNegative } from '../rows/non-negative-amount.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { counterColumns, counterObservations } from './crea-counter.ts'

export const card: SourceCard = {
  id: 'crea-tracker',
  title: 'Russia Fossil Tracker: daily exports of fossil fuels by destination',
  provider: 'Centre for Research on Energy and Clean Air (CREA)',
  url: 'https://www.russiafossiltracker.com',
  licence: openLicence(
    'CREA, free with attribution',
    'https://www.russiafossiltracker.com',
    'Free to use with attribution to CREA; our figures are sums by period of daily ones.',
  ),
  citation: 'Centre for Research on Energy and Clean Air (2024). Russia Fossil Tracker, daily flows by destination. Helsinki.',
  vintage: '2024-10-01, pricing scenario default v2, read 2026-11-24',
  coverage: coverageOf(
    ['fossil-imports', 'fossil-imports-tonnes'],
    '2022-01-14',
    '2024-09-06',
    'Russia to the EU, CHN, IND, TUR, KOR, USA, GBR and the world',
    { states: ['RUS', 'CHN', 'IND', 'TUR', 'KOR', 'USA', 'GBR'] },
  ),
  quirks: [
    'Estimates: CREA multiplies ships and pipeline flows that it observes by prices that it models; no customs office reports these figures.',
    '2022 begins on 14 January and 2024 ends on 6 September: compare periods of equal length only.',
    'The world is the sum of all destinations, others included.',
    'Destination is where the cargo is unloaded, not where it is burnt.',
  ],
}

const destinations: Readonly<Record<string, string>> = {
  EU: 'EU',
  China: 'CHN',
  India: 'IND',
  Turkey: 'TUR',
  'South Korea': 'KOR',
  'United States': 'USA',
  'United Kingdom': 'GBR',
}

const measures: Readonly<Record<string, { indicator: string; unit: string }>> = {
  value_eur: { indicator: 'fossil-imports', unit: 'EUR' },
  value_tonne: { indicator: 'fossil-imports-tonnes', unit: 'tonnes' },
}

/** Reads the tracker's figures from a file of either form: daily flows, or an answer of the API by date and destination country. */
export async function readCreaTracker(path: string): Promise<ReadObservations> {
  const rows = await readCsv(path, ['date'])
  const [first] = rows
  if (first?.fields['destination_iso2'] === undefined) return await readDailyFlows(path)
  const missing = counterColumns.filter((name) => first.fields[name] === undefined)
  if (missing.length > 0) throw badInput(`${basename(path)} lacks the columns ${missing.join(', ')}`)
  return { observations: observationColumns(counterObservations(rows, basename(path), aboutRows)) }
}

/** Returns the edition. If it has other destinations than the daily flows, which an answer of the API may have, the card's coverage lists them. */
export async function joinTracker({ card: edition, content }: UnjoinedEdition): Promise<JoinedContent> {
  const told = new Set([...(content.observations!['to_id'] as string[])].filter((id) => id !== 'EU' && id !== 'WLD'))
  const named = Object.values(destinations)
  if ([...told].every((id) => named.includes(id))) return { cards: [edition], gone: [], content, notes: [] }
  const whom = `Russia to ${told.size} destinations, and to the EU and the world where the answer was over all`
  const states = ['RUS', ...[...told].sort()]
  const card = { ...edition, coverage: edition.coverage.map((one) => ({ ...one, whom, states })) }
  return { cards: [card], gone: [], content, notes: [] }
}

const aboutRows = { source: card.id, vintage: card.vintage }

/**
 * Reads Russian exports of fossil fuels by destination, in EUR and tonnes, summed by calendar year from its first to its last day in the file (`start_date` and
 * `end_date`). A blank cell makes the destination's year unknown.
 *
 * @throws BadInput if a day between the first and the last is missing
 */
async function readDailyFlows(path: string): Promise<ReadObservations> {
  const file = basename(path)
  const rows = await readCsv(path, ['date', 'variable', 'Others', ...Object.keys(destinations)])
  const groups = new Map<string, CsvRow[]>()
  for (const row of rows) {
    const key = `${row.fields.variable} ${row.fields.date!.slice(0, 4)}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return { observations: observationColumns([...groups.values()].flatMap((days) => yearOf(days, file))) }
}

function yearOf(days: readonly CsvRow[], file: string): Observation[] {
  const dates = days.map((day) => day.fields.date!).sort()
  const [first, last] = [dates[0]!, dates.at(-1)!]
  const strange = days.find((day) => !isDay(day.fields.date!))
  if (strange !== undefined) throw badInput(`${file}:${strange.line} has the date "${strange.fields.date}", not a day as YYYY-MM-DD`)
  const length = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1
  if (length !== new Set(dates).size || length !== dates.length) {
    throw badInput(`${file} has ${dates.length} days from ${first} to ${last}, which are ${length}`)
  }
  const measure = measures[days[0]!.fields.variable!]
  if (measure === undefined) throw badInput(`${file}:${days[0]!.line} has the unknown variable "${days[0]!.fields.variable}"`)
  const cell = (day: CsvRow, column: string): number | null => checkNonNegative(numberInField(day, column), day.at, column)
  const sum = (columns: readonly string[]): number | null => {
    const cells = days.flatMap((day) => columns.map((column) => cell(day, column)))
    return cells.some((value) => value === null) ? null : exactSumOf(cells as readonly number[])
  }
  const all = [...Object.keys(destinations), 'Others']
  const sums = [...Object.entries(destinations).map(([column, id]) => ({ id, value: sum([column]) })), { id: 'WLD', value: sum(all) }]
  const flow = { ...measure, from: 'RUS', period: { start_date: first, end_date: last }, status: 'estimated', locator: file } as const
  return sums.flatMap(({ id, value }): Observation[] =>
    value === null ? [] : [toObservation(card, { ...flow, to: id, value: inSingleUnits(value, 0) })],
  )
}
