import { badInput } from '../../../errors.ts'
import { cellName, readSheets, type Sheet, textAt } from '../../formats/spreadsheet.ts'
import type { TableRow } from '../../rows/table-columns.ts'
import { speakerCoded, speakerNamed } from './un-general-debate-codes.ts'

const headings = ['Year', 'Session', 'ISO Code', 'Country', 'Name of Person Speaking', 'Post']

/** Names in the workbook that are not states. */
const notStates = new Set(['Leage of Arab States', 'League of Arab States'])

/**
 * Reads the speakers of each state in each session from the first sheet of the workbook of speakers. A state is identified by name and code, or by one of them
 * if the other is unknown. A blank name or post of the person is NULL. A row that repeats another is dropped.
 *
 * @throws BadInput with the cell for other headings, a session that does not fit its year, or a row whose name and code mean two states or none
 */
export async function readSpeakers(
  path: string,
  source: { readonly id: string; readonly vintage: string },
): Promise<TableRow<'speakers'>[]> {
  const sheet = (await readSheets(path))[0]
  if (sheet === undefined) throw badInput(`${path} has no sheet with cells`)
  headings.forEach((heading, column) => {
    if (textAt(sheet, 0, column) !== heading) {
      throw badInput(`${cellName(sheet, 0, column)} is headed "${textAt(sheet, 0, column)}", not "${heading}"`)
    }
  })
  const kept = new Map<string, TableRow<'speakers'>>()
  sheet.rows.forEach((_, row) => {
    if (row === 0 || headings.every((_, column) => textAt(sheet, row, column) === '')) return
    const speaker = speakerIn(sheet, row, source)
    if (speaker === null) return
    const key = [speaker.session, speaker.state, speaker.speaker, speaker.post].join('|').toLowerCase()
    if (!kept.has(key)) kept.set(key, speaker)
  })
  return [...kept.values()]
}

function speakerIn(sheet: Sheet, row: number, source: { readonly id: string; readonly vintage: string }): TableRow<'speakers'> | null {
  const [year, session, code, country, person, post] = headings.map((_, column) => textAt(sheet, row, column)) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  if (!/^\d{4}$/.test(year) || Number(session) !== Number(year) - 1945) {
    throw badInput(`${cellName(sheet, row, 0)} has year ${year} and session ${session}; session 1 was in 1946`)
  }
  if (notStates.has(country)) return null
  const locator = cellName(sheet, row, 3)
  return {
    state: speakerOf(country, code, Number(year), locator),
    session: Number(session),
    year: Number(year),
    speaker: person || null,
    post: post || null,
    source: source.id,
    vintage: source.vintage,
    locator,
  }
}

/**
 * The right state of rows whose name and code mean two different states, by year and code. It was determined from the person who spoke (Menzies, Sidikou,
 * Lindh, Mamba …).
 */
const reviewedSpeakers: Readonly<Record<string, string>> = {
  '1960 AUS': 'AUS',
  '1962 ARE': 'EGY',
  '1966 NER': 'NER',
  '1986 DDR': 'DEU',
  '1986 DEU': 'DDR',
  '1990 DDR': 'DEU',
  '2001 CHE': 'SWE',
  '2001 SWE': 'SWZ',
}

/** Returns the state of a row. One row of Western Samoa has the name Western Sahara, which is not a state, but the right code. */
function speakerOf(country: string, code: string, year: number, where: string): string {
  const named = speakerNamed(country, year)
  const coded = speakerCoded(code, year)
  if (named !== null && coded !== null && named !== coded) {
    const state = reviewedSpeakers[`${year} ${code}`]
    if (state === named || state === coded) return state
    throw badInput(`${where} has "${country}", which is ${named}, with the code ${code}`, 'correct the one that is wrong')
  }
  const state = named ?? coded
  if (state === null) throw badInput(`${where} has "${country}" with the code "${code}", no state we know`)
  return state
}
