import { basename } from 'node:path'
import { badInput } from '../../../errors.ts'
import { stateByCow, stateOf } from '../../../states/index.ts'
import type { Columns } from '../../../store/session.ts'
import { coverageOf, publicDomain, type SourceCard } from '../../cards/source-cards.ts'
import { parseRecords, readBytes } from '../../formats/csv.ts'
import { gunzipped } from '../../formats/file-size.ts'
import { type TableRow, tableColumns } from '../../rows/table-columns.ts'
import { type IdealPointLayout, layoutOf, type SeriesColumns } from './un-ideal-point-layouts.ts'

/** Card of ideal points that others published. Quirks and how they are handled: docs/sources/un-ideal-points.md. */
export const card: SourceCard = {
  id: 'un-ideal-points',
  title: 'Ideal points of states in the UN General Assembly, published estimates',
  provider: 'Michael Bailey, Anton Strezhnev and Erik Voeten',
  url: 'https://doi.org/10.7910/DVN/LEJUQZ',
  licence: publicDomain('Public domain dedication at Harvard Dataverse. Citation is asked for.'),
  citation:
    'Bailey, Michael A., Anton Strezhnev and Erik Voeten. 2017. "Estimating Dynamic State Preferences from United Nations Voting Data." Journal of Conflict Resolution 61(2): 430-456; data: Harvard Dataverse, doi:10.7910/DVN/LEJUQZ.',
  vintage: 'April 2020, June 2024 and July 2025',
  coverage: coverageOf(['un-ideal-points'], 1946, 2024, 'all UN members that voted'),
  quirks: [
    'For comparison only: no figure of ours is computed from them.',
    'Three editions, not one series: neither scale nor sign is held fixed from one to the next.',
    'July 2025 has three series that disagree (final passage, all votes, legacy): China in 2023 is -0.73, -1.20 or -0.80. Say which one is meant.',
    'Editions to June 2024 go by session, that of July 2025 by calendar year; a session is dated by the year in which it opened. Session 19 has no estimates.',
    'The legacy series of July 2025 has no posterior quantiles.',
    'In 1990 Germany stands under two numbers (255 and 260); from 1971 the seat of China is CHN (710), before it TWN (713), and in 1971 both have a row.',
  ],
}

/**
 * Reads published ideal points as the table `ideal_points`, in the order of the files. The edition is read from the month and year in the file's name, the
 * series from its columns.
 *
 * @param paths   the CSV files of the provider under their own names, plain or `.gz`. The edition of July 2025 may be converted from Stata into CSV, or by
 *   Dataverse into tab-separated text (`.tab`)
 * @throws BadInput with file and line: columns of no known edition, a name without month and year, a broken row, an invalid number, quantiles out of order,
 *   a state number that is unknown or contradicts the letter code, a state twice in a session or year, one series of one edition in two files
 */
export async function readIdealPoints(paths: readonly string[]): Promise<{ ideal_points: Columns }> {
  const rows: TableRow<'ideal_points'>[] = []
  const from = new Map<string, string>()
  for (const path of paths) {
    const file = basename(path)
    const [header, ...records] = recordsIn(textOf(await readBytes(path), file), file)
    const layout = layoutOf(header?.cells ?? [], file)
    for (const { series } of layout.series) once(`${editionOf(file)} ${series}`, file, from)
    const seen = new Map<string, string>()
    for (const { line, cells } of records) {
      if (cells.length !== layout.width) throw badInput(`${file}:${line} has ${cells.length} cells, the header has ${layout.width}`)
      rows.push(...pointsOf(cells, layout, file, line, seen))
    }
    if (records.length === 0) throw badInput(`${file} has no row under its header`)
  }
  return { ideal_points: tableColumns('ideal_points', rows) }
}

function once(key: string, place: string, seen: Map<string, string>): void {
  const before = seen.get(key)
  if (before !== undefined) throw badInput(`${place} and ${before} both have ${key}`)
  seen.set(key, place)
}

/** Returns the edition named in a file's name: `Apr2020` for `IdealpointestimatesAll_Apr2020.csv`, `Jul2025` for `IdealpointsJuly2025.csv.gz`. */
function editionOf(file: string): string {
  const [, month, year] = /(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(\d{4})/.exec(file) ?? []
  if (month !== undefined) return `${month}${year}`
  throw badInput(`${file} does not say in its name which edition it is`, 'keep the name under which the provider serves it')
}

/** Reads the records of CSV, or of the tab-separated text that Dataverse makes of a Stata file, which has texts in quotation marks without line breaks. */
function recordsIn(text: string, file: string): { line: number; cells: string[] }[] {
  if (!/\.tab$/i.test(file)) return parseRecords(text)
  return text.split('\n').flatMap((line, i) => {
    const cells = line.replace(/\r$/, '').split('\t')
    return line === '' ? [] : [{ line: i + 1, cells: cells.map((cell) => cell.replace(/^"(.*)"$/, '$1')) }]
  })
}

/** Returns the text of a file. Names of states in some editions are not UTF-8, and the file is then read as Windows-1252; the columns of names are not used. */
function textOf(bytes: Uint8Array, file: string): string {
  const plain = file.endsWith('.gz') ? gunzipped(bytes, file) : bytes
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    return new TextDecoder('windows-1252').decode(plain)
  }
}

function pointsOf(
  cells: readonly string[],
  layout: IdealPointLayout,
  file: string,
  line: number,
  seen: Map<string, string>,
): TableRow<'ideal_points'>[] {
  const where = `${file}:${line}`
  const cow = whole(cells[layout.ccode]!, 'ccode', where)
  const time = whole(cells[layout.time]!, layout.bySession ? 'session' : 'year', where)
  const year = layout.bySession ? 1945 + time : time
  if (year < 1946 || year > 2100) throw badInput(`${where} is of ${layout.bySession ? 'session' : 'year'} ${time}`)
  once(`state ${cow} in ${time}`, where, seen)
  const about = {
    edition: editionOf(file),
    state: stateIn(cow, cells[layout.iso3c]!, year, where),
    cow,
    session: layout.bySession ? time : null,
    year,
    source: card.id,
    vintage: card.vintage,
    locator: where,
  }
  return layout.series.flatMap((series) => {
    const figures = figuresOf(cells, series, where)
    return figures === null ? [] : [{ ...about, series: series.series, ...figures }]
  })
}

type Figures = Pick<TableRow<'ideal_points'>, 'votes' | 'point' | 'q5' | 'q50' | 'q95'>

/** Returns the figures of one series; null if the row has no estimate of this series. */
function figuresOf(cells: readonly string[], columns: SeriesColumns, where: string): Figures | null {
  const [votes, point, q5, q50, q95] = [columns.votes, columns.point, columns.q5, columns.q50, columns.q95].map((column) =>
    column === null ? null : numberOf(cells[column]!, where),
  ) as [number | null, number | null, number | null, number | null, number | null]
  if (point === null) return null
  if (q5 !== null && q50 !== null && q95 !== null && !(q5 <= q50 && q50 <= q95)) {
    throw badInput(`${where} has the quantiles ${q5}, ${q50}, ${q95} of ${columns.series}, which do not rise`)
  }
  return { votes, point, q5, q50, q95 }
}

function numberOf(text: string, where: string): number | null {
  if (text === '' || text === 'NA') return null
  const value = Number(text)
  if (Number.isFinite(value) && text.trim() === text) return value
  throw badInput(`${where} has "${text}" for a number`)
}

function whole(text: string, column: string, where: string): number {
  if (/^\d{1,4}(\.0)?$/.test(text)) return Number(text)
  throw badInput(`${where} has "${text}" as ${column}, not a whole number`)
}

/**
 * Known contradictions of the files, which are accepted: the state by its number, then by its letter code. South Yemen has the code of North Yemen, and Serbia
 * that of Yugoslavia. The number is right.
 */
const codeContradictions = new Set(['YMD YAR', 'SRB YUG'])

/** Returns the state of a Correlates of War number in a year. Throws if the row also has a letter code, and that is of another state. */
function stateIn(cow: number, iso3c: string, year: number, where: string): string {
  const state = stateByCow(cow, `${year}-12-31`)
  if (state === undefined) throw badInput(`${where} has the state number ${cow}, which is nobody's`)
  const known = iso3c === '' || iso3c === 'NA' || iso3c === state.iso3 || stateOf(iso3c) === undefined
  if (!known && !codeContradictions.has(`${state.iso3} ${iso3c}`)) {
    throw badInput(`${where} has the state number ${cow}, which is ${state.iso3}, with the code ${iso3c}`)
  }
  return state.iso3
}
