import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import type { CsvRow } from '../formats/csv.ts'
import { strictRows, wholeNumberInField, yearIn } from '../formats/strict-csv.ts'
import { readUtf8 } from '../formats/utf8-csv.ts'
import { isDay } from '../rows/calendar-day.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { governmentsIn } from './ucdp-states.ts'

/** A conflict in one year, as UCDP codes it. Sides are lists of ISO3 codes; a side without a government is empty. */
export interface UcdpConflictYear {
  readonly conflict: string
  /** The disputed territory; null if the conflict is about the government. */
  readonly territory: string | null
  readonly year: number
  /** 1: 25 to 999 battle-related deaths in the year; 2: 1,000 or more. */
  readonly intensity: number
  /** 1 extrasystemic, 2 interstate, 3 internal, 4 internationalised internal. */
  readonly type: number
  /** First day of the conflict, and of its present episode; last day of the episode, null if it went on. */
  readonly began: string
  readonly episodeBegan: string
  readonly episodeEnded: string | null
  readonly a: readonly string[]
  readonly helpersOfA: readonly string[]
  readonly b: readonly string[]
  readonly helpersOfB: readonly string[]
  /** Text `file:line`. */
  readonly locator: string
}

/** A data set of UCDP: what it is, and its versions with the last year of each. */
export interface UcdpForm {
  readonly what: string
  readonly versions: Readonly<Record<string, number>>
  /** The columns that identify a row within a year. */
  readonly unit: readonly string[]
  /** Whether rows state the end of episodes and whether the conflict has reached 1,000 deaths. */
  readonly episodes: boolean
}

const shared = [
  'conflict_id',
  'side_a',
  'side_a_2nd',
  'side_b',
  'side_b_2nd',
  'incompatibility',
  'territory_name',
  'year',
  'intensity_level',
]
const dated = ['type_of_conflict', 'start_date', 'start_date2', 'gwno_a', 'gwno_a_2nd', 'gwno_b', 'gwno_b_2nd', 'version']
const ofEpisodes = ['cumulative_intensity', 'ep_end', 'ep_end_date']

/**
 * Reads the rows of a data set of UCDP: its CSV, or one that a spreadsheet saved with semicolons and days as `31-12-2024`.
 *
 * @throws BadInput with file and line for a missing column, another version, an unknown or mixed-up state, an invalid day, a second row of the same conflict and
 *   year, or rows that contradict one another (1,000 deaths in a year of a conflict that never had as many; an episode that begins after it ends)
 */
export async function readConflictYears(path: string, form: UcdpForm): Promise<UcdpConflictYear[]> {
  const file = basename(path)
  const rows = rowsOf(await readUtf8(path), file, form)
  const [first] = rows
  if (first === undefined) throw badInput(`${file} has a header and no rows`, `give ${form.what}`)
  const lastYear = checkVersion(rows, file, form)
  const once = onlyOnce<number>()
  for (const row of rows) checkUnit(row, form, once)
  if (form.episodes) checkEpisodes(rows)
  return rows.map((row) => conflictYear(row, form, lastYear))
}

/** Stands for a comma while a file with semicolons is read. */
const comma = '\u0001'

function rowsOf(text: string, file: string, { what, unit, episodes }: UcdpForm): CsvRow[] {
  const columns = [...new Set([...unit, ...shared, ...dated, ...(episodes ? ofEpisodes : [])])]
  const semicolons = text.slice(0, text.indexOf('\n')).includes(';')
  if (!semicolons) return strictRows(text, file, columns, what)
  const swapped = strictRows(text.replaceAll(',', comma).replaceAll(';', ','), file, columns, what)
  return swapped.map(({ fields, ...place }) => ({
    ...place,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, cell]) => [name, isoDay(cell.replaceAll(',', ';').replaceAll(comma, ','))]),
    ),
  }))
}

/** Returns `5-6-1967` as `1967-06-05`; any other text unchanged. */
function isoDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? []
  return day === undefined ? text : `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Checks that all rows are of one known version, and returns its last year. */
function checkVersion(rows: readonly CsvRow[], file: string, { versions, what }: UcdpForm): number {
  const version = rows[0]!.fields['version']!.trim()
  const stray = Object.hasOwn(versions, version) ? rows.find((row) => row.fields['version']!.trim() !== version) : rows[0]!
  if (stray === undefined) return versions[version]!
  const known = Object.keys(versions).join(' or ')
  throw badInput(
    `${file}:${stray.line} is of version ${stray.fields['version']!.trim() || '(blank)'}; this reader takes ${known}`,
    `give ${what}`,
  )
}

function checkUnit(row: CsvRow, { unit }: UcdpForm, once: ReturnType<typeof onlyOnce<number>>): void {
  const key = [...unit, 'year'].map((name) => row.fields[name]!.trim()).join(' ')
  once(key, row.line, (before) => `${row.at} has the conflict and year of line ${before}`, 'keep one of the two rows')
}

/** Checks that the rows of each conflict agree with one another through the years. */
function checkEpisodes(rows: readonly CsvRow[]): void {
  const byConflict = new Map<string, CsvRow[]>()
  for (const row of rows) {
    const id = row.fields['conflict_id']!.trim()
    byConflict.set(id, [...(byConflict.get(id) ?? []), row])
  }
  for (const group of byConflict.values()) {
    const inOrder = group.sort((x, y) => Number(x.fields['year']) - Number(y.fields['year']))
    inOrder.forEach((row, i) => {
      const fault = rowFault(row.fields) ?? (i === 0 ? undefined : sequenceFault(inOrder[i - 1]!.fields, row.fields))
      if (fault !== undefined) throw badInput(`${row.at} ${fault}`, 'this is not as UCDP publishes it: fetch the file again')
    })
  }
}

type Fields = CsvRow['fields']

function rowFault(of: Fields): string | undefined {
  if (of['intensity_level'] === '2' && of['cumulative_intensity'] !== '1')
    return 'has 1,000 deaths in the year, but not in the conflict as a whole'
  if ((of['ep_end'] === '1') !== (of['ep_end_date'] !== '')) return `has ep_end ${of['ep_end']} and the day "${of['ep_end_date']}"`
  if (of['ep_end_date'] !== '' && !of['ep_end_date']!.startsWith(of['year']!)) return `ends on ${of['ep_end_date']}, not in ${of['year']}`
  return undefined
}

function sequenceFault(before: Fields, row: Fields): string | undefined {
  if (before['start_date'] !== row['start_date'])
    return `begins on ${row['start_date']}, but in ${before['year']} on ${before['start_date']}`
  if (before['cumulative_intensity'] === '1' && row['cumulative_intensity'] === '0')
    return `has fewer than 1,000 deaths so far, but more in ${before['year']}`
  const continues = before['ep_end'] === '0'
  if (continues && before['start_date2'] !== row['start_date2']) return `is another episode than ${before['year']}, which had not ended`
  if (continues && Number(before['year']) !== Number(row['year']) - 1)
    return `goes on after ${before['year']}, without a row of the year between`
  return undefined
}

function conflictYear(row: CsvRow, form: UcdpForm, lastYear: number): UcdpConflictYear {
  const year = yearIn(row, 'year', 1946, lastYear)
  const type = oneOf(row, 'type_of_conflict', 4)
  const side = (name: string): string[] => governmentsIn(row.fields[`gwno_${name}`]!, row.fields[`side_${name}`]!, year, row.at)
  const [began, episodeBegan] = [dayIn(row, 'start_date'), dayIn(row, 'start_date2')]
  const found: UcdpConflictYear = {
    conflict: String(wholeNumberInField(row, 'conflict_id', 1)),
    territory: row.fields['territory_name']!.trim() || null,
    ...{ year, type, intensity: oneOf(row, 'intensity_level', 2), began, episodeBegan },
    episodeEnded: form.episodes && row.fields['ep_end'] === '1' ? dayIn(row, 'ep_end_date') : null,
    ...{ a: side('a'), helpersOfA: side('a_2nd'), b: side('b'), helpersOfB: side('b_2nd'), locator: row.at },
  }
  const fault =
    typeFault(found, row.fields) ?? (began > episodeBegan || episodeBegan > `${year}-12-31` ? 'has its days in the wrong order' : undefined)
  if (fault !== undefined) throw badInput(`${row.at} ${fault}`, 'this is not as UCDP publishes it: fetch the file again')
  return found
}

function typeFault({ type, territory, helpersOfA, helpersOfB }: UcdpConflictYear, of: Fields): string | undefined {
  const between = of['gwno_b'] !== ''
  if ((type === 2) !== between) return `has the type ${type}, and ${between ? 'a' : 'no'} government on its second side`
  const helped = helpersOfA.length + helpersOfB.length > 0
  if ((type === 4 && !helped) || (type === 3 && helped))
    return `has the type ${type}, and ${helped ? '' : 'no '}states that take part in it`
  if ((of['incompatibility'] === '2') !== (territory === null))
    return `has the incompatibility ${of['incompatibility']} and the territory "${territory ?? ''}"`
  return undefined
}

function oneOf(row: CsvRow, column: string, most: number): number {
  const value = wholeNumberInField(row, column, 1)
  if (value <= most) return value
  throw badInput(`${row.at} has ${value} for ${column}, which goes from 1 to ${most}`)
}

function dayIn(row: CsvRow, column: string): string {
  const text = row.fields[column]!.trim()
  if (isDay(text)) return text
  throw badInput(`${row.at} has "${text}" for ${column}, not a day`)
}
