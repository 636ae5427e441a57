import { basename } from 'node:path'
import { badInput } from '../../../errors.ts'
import { resolve, stateOf, unSeatHolder } from '../../../states/index.ts'
import { eachLine } from '../../formats/compressed-file-lines.ts'
import { parseRecords } from '../../formats/csv.ts'
import { isDay } from '../../rows/calendar-day.ts'
import { issuesOf } from './un-ga-issues.ts'
import { countPositions, type Position, type RollCall, voterNamed } from './un-ga-roll-call.ts'

/** Errors of the file that the reader found, and corrected or left as they are. */
export interface LibraryFindings {
  /** How many rows repeat another row of the same member and record; one of them is kept. */
  readonly repeated: number
  /** Members with two different votes in one record: they get no position. */
  readonly contradictory: readonly { symbol: string; state: string }[]
  /** Stated numbers of votes that differ from the number of rows; the stated numbers are kept. */
  readonly countsDiffer: readonly { symbol: string; position: 'yes' | 'abstain' | 'no'; stated: number; listed: number }[]
  /** Names that have the letter code of another state; the state is identified by the name. */
  readonly codesDiffer: readonly string[]
}

type Findings = { -readonly [K in keyof LibraryFindings]: LibraryFindings[K] extends readonly (infer E)[] ? E[] : LibraryFindings[K] }

const columns = [
  'undl_id',
  'ms_code',
  'ms_name',
  'ms_vote',
  'date',
  'session',
  'resolution',
  'title',
  'agenda_title',
  'total_yes',
  'total_no',
  'total_abstentions',
] as const

type Row = Readonly<Record<(typeof columns)[number], string>>

/** Reads the votes of the file, sorted by date and id, with findings on its errors. */
export async function gatherVotes(path: string): Promise<{ rollCalls: RollCall[]; findings: LibraryFindings }> {
  const file = basename(path)
  const findings: Findings = { repeated: 0, contradictory: [], countsDiffer: [], codesDiffer: [] }
  const records = new Map<string, Gathered>()
  await eachRow(path, (row, line) => {
    const where = `${file}:${line}`
    const record = records.get(row.undl_id)
    if (record === undefined) records.set(row.undl_id, gathered(row, where))
    else if (record.row.date !== row.date || record.row.resolution !== row.resolution) {
      throw badInput(
        `${where} is of ${row.resolution} on ${row.date}; record ${row.undl_id} is ${record.row.resolution} on ${record.row.date}`,
      )
    }
    addVote(records.get(row.undl_id)!, row, where, findings)
  })
  if (records.size === 0) throw badInput(`${file} has no row under its header`)
  const rollCalls = [...records.values()].map((record) => rollCallOf(record, findings))
  return { rollCalls: rollCalls.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id - b.id)), findings }
}

/** Calls `onRow` for each row of the file. It is read line by line, since it may be longer than the longest string; a quoted title may span several lines. */
async function eachRow(path: string, onRow: (row: Row, line: number) => void): Promise<void> {
  const file = basename(path)
  let places: number[] | null = null
  let width = 0
  let pending = ''
  let from = 1
  await eachLine(path, { encoding: 'utf8', lastLine: 'any' }, (text, line) => {
    if (pending === '') from = line
    pending = pending === '' ? text : `${pending}\n${text}`
    if ((pending.split('"').length - 1) % 2 === 1) {
      if (pending.length > 1_000_000) throw badInput(`${file}:${from} a quote is opened and never closed`)
      return
    }
    const cells = cellsOf(pending, `${file}:${from}`)
    pending = ''
    if (places === null) {
      places = placesOf(cells, file)
      width = cells.length
    } else if (cells.length > 0) {
      if (cells.length !== width) throw badInput(`${file}:${from} has ${cells.length} cells, the header has ${width}`)
      onRow(Object.fromEntries(columns.map((name, i) => [name, cells[places![i]!]!])) as Row, from)
    }
  })
  if (pending !== '') throw badInput(`${file}:${from} a quote is opened and never closed`, 'fetch the file again')
}

function cellsOf(record: string, where: string): string[] {
  try {
    return parseRecords(record)[0]?.cells ?? []
  } catch (cause) {
    throw badInput(`${where} has a quotation mark where none may stand`, { cause })
  }
}

function placesOf(header: readonly string[], file: string): number[] {
  const names = header.map((name, i) => (i === 0 ? name.replace(/^\ufeff/, '') : name))
  const wrong = columns.find((name) => names.indexOf(name) === -1 || names.indexOf(name) !== names.lastIndexOf(name))
  if (wrong === undefined) return columns.map((name) => names.indexOf(name))
  throw badInput(
    `${file}:1 ${names.includes(wrong) ? 'has twice' : 'lacks'} the column ${wrong}`,
    'give the CSV of record 4060887 of the UN Digital Library',
  )
}

interface Gathered {
  readonly row: Row
  readonly where: string
  readonly positions: Map<string, Position>
  /** Vote by member, including votes that are not a position. */
  readonly votes: Map<string, string>
}

function gathered(row: Row, where: string): Gathered {
  if (!/^\d{1,9}$/.test(row.undl_id)) throw badInput(`${where} has "${row.undl_id}" as undl_id, not a whole number`)
  if (!isDay(row.date)) throw badInput(`${where} has the date "${row.date}", not YYYY-MM-DD`)
  return { row, where, positions: new Map(), votes: new Map() }
}

/** Position by the file's letter; null: the member did not vote. */
const votes: Readonly<Record<string, Position | null>> = { Y: 1, A: 2, N: 3, X: null, NV: null, '': null }

function addVote({ row: { date, resolution }, positions, votes: given }: Gathered, row: Row, where: string, findings: Findings): void {
  const position = votes[row.ms_vote.trim()]
  if (position === undefined) throw badInput(`${where} has the vote "${row.ms_vote}", not Y, N, A, X, NV or blank`)
  const state = memberOf(row, date, where, findings)
  const vote = String(position)
  const before = given.get(state)
  given.set(state, vote)
  if (before === undefined) {
    if (position !== null) positions.set(state, position)
  } else if (before === vote) findings.repeated++
  else {
    positions.delete(state)
    given.set(state, 'contradictory')
    findings.contradictory.push({ symbol: resolution, state })
  }
}

const named = new Map<string, string | null>()

/** Returns the member that held the seat: by its name, or by its code if the name is unknown. China's seat was Taipei's before 25 October 1971. */
function memberOf(row: Row, date: string, where: string, findings: Findings): string {
  let byName = named.get(row.ms_name)
  if (byName === undefined) {
    const found = resolve(row.ms_name)
    byName = found.kind === 'state' ? found.state.iso3 : null
    named.set(row.ms_name, byName)
  }
  const byCode = stateOf(row.ms_code)?.iso3
  const iso3 = byName ?? byCode ?? voterNamed(row.ms_name, date, where)
  const state = unSeatHolder(stateOf(iso3)!, date)
  if (byName !== null && byCode !== undefined && unSeatHolder(stateOf(byCode)!, date).iso3 !== state.iso3) {
    const what = `${row.ms_name} (${row.ms_code})`
    if (!findings.codesDiffer.includes(what)) findings.codesDiffer.push(what)
  }
  return state.iso3
}

/** Returns a record as a roll call. Its id is 10,000,000 + the library's record number, above the ids of the other sources. */
function rollCallOf({ row, where, positions }: Gathered, findings: Findings): RollCall {
  const symbol = row.resolution.trim() === '' ? null : symbolOf(row.resolution)
  const title = row.title
    .replace(/\s+/g, ' ')
    .replace(/ ?:? ?(resolution|decision) ?\/ ?adopted.*$/i, '')
    .trim()
  const counts = countPositions(positions)
  for (const [position, column] of [
    ['yes', 'total_yes'],
    ['no', 'total_no'],
    ['abstain', 'total_abstentions'],
  ] as const) {
    const stated = statedCount(row[column], column, where)
    if (stated === null || stated === counts[position]) continue
    findings.countsDiffer.push({ symbol: symbol ?? row.undl_id, position, stated, listed: counts[position] })
    counts[position] = stated
  }
  return {
    id: 10_000_000 + Number(row.undl_id),
    date: row.date,
    session: sessionOf(row.session, where),
    symbol,
    title: title || null,
    kind: 'whole',
    issues: issuesOf(title, row.agenda_title),
    issuesBy: 'visavis',
    important: null,
    ...counts,
    positions,
  }
}

/** Reads a stated number of votes, such as `120`, or `120.0` as some software writes whole numbers; null if the cell is blank. */
function statedCount(text: string, column: string, where: string): number | null {
  if (text.trim() === '') return null
  const digits = /^(\d+)(?:\.0+)?$/.exec(text.trim())?.[1]
  if (digits === undefined) throw badInput(`${where} has "${text}" as ${column}, not a number of votes`)
  return Number(digits)
}

/**
 * Returns a session in the form of the table `roll_calls`: `10emsp` is the tenth emergency special session, `29sp` the twenty-ninth special session.
 *
 * @example sessionOf('10emsp', 'f.csv:2')   // 'ES-10'
 * @example sessionOf('79', 'f.csv:2')   // '79'
 */
export function sessionOf(text: string, where: string): string {
  const [, number, special] = /^(\d{1,3})(emsp|sp)?$/i.exec(text.trim()) ?? []
  if (number !== undefined) return special === undefined ? number : `${special.toLowerCase() === 'sp' ? 'S' : 'ES'}-${number}`
  if (/^E?S-\d+$/.test(text.trim())) return text.trim()
  throw badInput(`${where} has the session "${text}", not a number or that of a special session`)
}

/**
 * Returns a resolution's symbol in the form of the table `roll_calls`, with a blank before the letter of a part.
 *
 * @example symbolOf('A/RES/75/290A')   // 'A/RES/75/290 A'
 * @example symbolOf('A/RES/2758(XXVI)')   // 'A/RES/2758(XXVI)'
 */
export function symbolOf(text: string): string {
  return text.trim().replace(/^(A\/RES\/(?:E?S-)?\d+\/\d+)([A-Z](?:-[A-Z])?)$/, '$1 $2')
}
