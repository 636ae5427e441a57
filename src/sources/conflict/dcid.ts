import { basename } from 'node:path'
import { badInput, type VisavisError } from '../../errors.ts'
import { cowOn, resolve, type State } from '../../states/index.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { sheetTable, workbookSheets } from '../formats/sheet-table.ts'
import { readStrictCsv } from '../formats/strict-csv.ts'
import type { ReportQuirk } from '../reader/reader.ts'
import { isDay } from '../rows/calendar-day.ts'
import { checkReach } from '../rows/edition-reach.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'

const years = { from: 2000, to: 2020 }

export const card: SourceCard = {
  id: 'dcid',
  title: 'Dyadic Cyber Incident and Campaign Data 2.0, update of February 2023',
  provider: 'R. C. Maness, B. Valeriano, K. Hedgecock, B. M. Jensen and J. M. Macias',
  url: 'https://drryanmaness.wixsite.com/cyberconflcit/cyber-conflict-dataset',
  licence: closedLicence(
    'none printed; the release before it CC0-1.0',
    'https://doi.org/10.7910/DVN/CQOMYV',
    'The release of September 2022 is CC0 at Dataverse; this update prints no licence, so bring the file yourself.',
  ),
  citation:
    'Maness, R. C., Valeriano, B., Hedgecock, K., Macias, J. M. and Jensen, B. (2023). Expanding the Dyadic Cyber Incident and Campaign Dataset (DCID): Cyber Conflict from 2000 to 2020. The Cyber Defense Review 8 (2). Data: version 2.0, update of February 2023.',
  vintage: '2.0, update of February 2023 (2000 to 2020)',
  coverage: coverageOf(
    ['cyber-incidents', 'cyber-severity'],
    2000,
    2020,
    'pairs of rival states; the file names the pairs that have an incident',
  ),
  quirks: [
    'Only pairs of rivals are in scope: of any other pair the absence of an incident says nothing.',
    'An incident that hit several states, or that two states began, has a row for each pair (Stuxnet: the United States and Israel).',
    'An incident counts in the year in which it began; the one that began in January 2021 is left out.',
    'Two copies of the file are known that differ in the severity of two incidents (223 and 268: 0, or 3 and 5).',
    'Incidents 291, 292, 309 and 331 name an initiator that is neither of their two states, and are left out.',
    'Targets, methods, damage and the texts on each incident are not read.',
  ],
}

const what = 'the incidents of DCID 2.0: the workbook of February 2023, or its first sheet as CSV'
const columns = [
  'Cyberincidentnum',
  'Dyadpair',
  'StateA',
  'StateB',
  'Name',
  'interactionstartdate',
  'interactionenddate',
  'initiator',
  'severity',
]

/** Incidents of the edition whose initiator is neither of their two states: which of the cells is wrong is not known. */
const contradictory: ReadonlySet<string> = new Set(['291', '292', '309', '331'])

/** A row of the file, whether from the workbook or from a CSV; days as ISO text. */
interface IncidentRow {
  readonly where: string
  text(column: string): string
  day(column: string): string
}

/** The incidents of one initiator against one target in a year. */
interface PairYear {
  readonly from: string
  readonly to: string
  readonly year: number
  readonly lines: string[]
  severity: number
  /** Name of the first incident of this severity. */
  gravest: string
  gravestAt: string
}

/**
 * Reads cyber incidents between rivals: by initiator, target and year how many began, and the highest severity, with the name of that incident in the locator.
 *
 * @param path   the workbook, or its first sheet as CSV with days as `2009-06-01`, plain or gzipped
 * @throws BadInput with file and line (or cell) for numbers that are not those of the two states, an invalid day, another severity than 0 to 10, an incident
 *   twice, or another edition
 */
export async function readDcid(path: string, reportQuirk: ReportQuirk = () => {}): Promise<ReadObservations> {
  const file = basename(path)
  const rows = /\.xlsx?$/i.test(file) ? await workbookRows(path) : await csvRows(path)
  const found = new Map<string, PairYear>()
  const numbers = new Map<string, string>()
  for (const row of rows) {
    checkOnce(row, numbers)
    addRow(row, found)
  }
  const taken = [...found.values()].reduce((sum, { lines }) => sum + lines.length, 0)
  checkReach(
    [...found.values()].map(({ year }) => year),
    years,
    file,
    'DCID 2.0',
  )
  if (taken < rows.length)
    reportQuirk(
      `${rows.length - taken} of ${rows.length} incidents are left out: they began after ${years.to}, or name another initiator than their two states.`,
    )
  const gathered = observationCollector(card)
  for (const { from, to, year, lines, severity, gravest, gravestAt } of found.values()) {
    const shared = { from, to, period: year, status: 'observed' } as const
    const places = lines.map((line, i) => (i === 0 ? line : line.slice(line.search(/[:!][^:!]*$/) + 1)))
    gathered.add({ ...shared, indicator: 'cyber-incidents', value: lines.length, unit: 'incidents', locator: places.join(', ') })
    gathered.add({ ...shared, indicator: 'cyber-severity', value: severity, unit: 'level', locator: `${gravestAt} (${gravest})` })
  }
  return { observations: gathered.columns() }
}

async function csvRows(path: string): Promise<IncidentRow[]> {
  const rows = await readStrictCsv(path, columns, what)
  return rows.map(({ at: where, fields }) => {
    const text = (column: string): string => fields[column]!.trim()
    return { where, text, day: (column) => dayFrom(text(column), `${where} has "${text(column)}" for ${column}`) }
  })
}

async function workbookRows(path: string): Promise<IncidentRow[]> {
  const rows = sheetTable(await workbookSheets(path, what), basename(path), null, columns, what)
  return rows.map((row) => {
    const serial = (column: string): string => {
      const count = row.number(column)
      const plausible = count !== null && count > 36_000 && count < 55_000
      const day = plausible ? new Date(Date.UTC(1899, 11, 30 + count)).toISOString().slice(0, 10) : ''
      return dayFrom(day, `${row.where(column)} has "${row.text(column)}" for ${column}`)
    }
    return { where: row.where('Cyberincidentnum'), text: (column) => row.text(column), day: serial }
  })
}

function dayFrom(text: string, has: string): string {
  if (isDay(text)) return text
  throw badInput(`${has}, not a day`, `give ${what}, with days as 2009-06-01`)
}

function checkOnce(row: IncidentRow, numbers: Map<string, string>): void {
  const number = row.text('Cyberincidentnum')
  const before = numbers.get(number)
  if (!/^\d{1,4}$/.test(number)) throw fault(row, `has "${number}" for Cyberincidentnum, not a number`)
  if (before !== undefined) throw fault(row, `has the incident ${number} of ${before}`)
  numbers.set(number, row.where)
}

/** Adds an incident to the year in which it began. One that began after the years of the data set, or contradicts itself, is checked and left out. */
function addRow(row: IncidentRow, found: Map<string, PairYear>): void {
  const day = row.day('interactionstartdate')
  row.day('interactionenddate')
  const year = Number(day.slice(0, 4))
  if (year > years.to + 1 || year < years.from) throw fault(row, `began on ${day}, not in the years from ${years.from} to ${years.to}`)
  const ways = waysOf(row, day)
  const severity = severityOf(row)
  const name = row.text('Name')
  if (name === '') throw fault(row, 'has no name')
  if (year > years.to || ways === null) return
  const [from, to] = ways
  const key = `${from} ${to} ${year}`
  const held = found.get(key) ?? { from, to, year, lines: [], severity, gravest: name, gravestAt: row.where }
  found.set(key, held)
  held.lines.push(row.where)
  if (severity > held.severity) Object.assign(held, { severity, gravest: name, gravestAt: row.where })
}

function severityOf(row: IncidentRow): number {
  const text = row.text('severity')
  if (/^(\d|10)$/.test(text)) return Number(text)
  throw fault(row, `has "${text}" for severity, which goes from 0 to 10`)
}

/**
 * Returns initiator and target; null for an incident that is known to contradict itself. The number of the pair must be made of the numbers of its two states,
 * and the initiator must be one of them.
 */
function waysOf(row: IncidentRow, day: string): readonly [string, string] | null {
  const [a, b] = (['StateA', 'StateB'] as const).map((column) => stateIn(row, column, day)) as [State, State]
  const [one, other] = [a, b].map((state) => cowOn(state, day)) as [number | undefined, number | undefined]
  const pair = row.text('Dyadpair')
  if (a.iso3 === b.iso3 || (pair !== `${one}${other}` && pair !== `${other}${one}`))
    throw fault(row, `names ${a.name} and ${b.name}, whose numbers are ${one} and ${other}, but has the pair ${pair}`)
  const initiator = Number(row.text('initiator'))
  if (initiator === one) return [a.iso3, b.iso3]
  if (initiator === other) return [b.iso3, a.iso3]
  if (contradictory.has(row.text('Cyberincidentnum'))) return null
  throw fault(row, `has the initiator ${row.text('initiator')}, which is neither ${a.name} (${one}) nor ${b.name} (${other})`)
}

function stateIn(row: IncidentRow, column: 'StateA' | 'StateB', day: string): State {
  const found = resolve(row.text(column), day)
  if (found.kind === 'state' && found.marked === undefined) return found.state
  throw fault(row, `has "${row.text(column)}" for ${column}, which is no state`)
}

function fault({ where }: IncidentRow, message: string): VisavisError {
  return badInput(`${where} ${message}`, 'numbers of states are those of the Correlates of War: give the file as its authors publish it')
}
