import { basename } from 'node:path'
import { badInput } from '../../../errors.ts'
import type { Columns } from '../../../store/session.ts'
import { coverageOf, openLicence, type SourceCard } from '../../cards/source-cards.ts'
import { readUtf8 } from '../../formats/utf8-csv.ts'
import type { ReportQuirk } from '../../reader/reader.ts'
import { isDay } from '../../rows/calendar-day.ts'
import { issuesOf } from './un-ga-issues.ts'
import { votesTables } from './un-ga-packing.ts'
import { countPositions, type Position, type RollCall, voterNamed } from './un-ga-roll-call.ts'
import { resolutionId, sessionOfResolution } from './un-ga-symbols.ts'

/** Card of the resolutions adopted by a recorded vote, from the UN's own extract. Quirks and how they are handled: docs/sources/un-ga-resolutions.md. */
export const card: SourceCard = {
  id: 'un-resolutions',
  title: 'General Assembly resolutions in machine-readable form (data extract)',
  provider: 'United Nations, Department for General Assembly and Conference Management',
  url: 'https://github.com/UNxml/GAresolutions',
  licence: openLicence(
    'UN terms',
    'https://github.com/UNxml/GAresolutions',
    'Free use with acknowledgement of the United Nations as the source; no warranty; the copies are not official records.',
  ),
  citation:
    'United Nations, Department for General Assembly and Conference Management. General Assembly resolutions, data extract, sessions 74 to 80 and emergency special sessions 10 and 11. Read as of 10 July 2026.',
  vintage: '2026-07-10',
  coverage: [
    ...coverageOf(['un-votes'], '2019-11-07', '2026-06-04', 'all UN members that voted'),
    ...coverageOf(['un-votes-issues'], '2019-11-07', '2026-06-04', 'six issues, by our own rule'),
  ],
  quirks: [
    'Only resolutions adopted by a recorded vote: no failed drafts, amendments or votes on paragraphs. Across January 2020 compare kind "whole" only.',
    'A member without a recorded position was absent or did not vote; the extract does not list it.',
    'Of the emergency special sessions it holds ES-10/21, 22 and 24 and ES-11/1 to 6 only; later ones are missing.',
    'A/RES/75/254 A-C has counts but no lists: it stands with its counts and no positions.',
    'A/RES/77/293 lists 58 of 59 abstentions: the counts are those stated, one position is unknown.',
    'Issue tags are our own, by the words of title and agenda item; whether the US listed a vote as important is not in this source.',
  ],
}

/** Errors of the extract that the reader found, and corrected or left as they are. */
export interface DgacmFindings {
  /** Symbols with two records, and how many positions differ between the two. */
  readonly doubled: readonly { symbol: string; differing: number }[]
  /** Symbols of recorded votes without lists of members. */
  readonly withoutLists: readonly string[]
  /** Symbols of votes with a list that names a member more than once, and how many names are repeated. */
  readonly repeatedNames: readonly { symbol: string; names: number }[]
  /** Stated numbers of votes that differ from the lists; the stated numbers are kept. */
  readonly countsDiffer: readonly { symbol: string; position: 'yes' | 'abstain' | 'no'; stated: number; listed: number }[]
  /** Members on two lists of one vote; they get no position. */
  readonly contradictory: readonly { symbol: string; state: string }[]
  /** Symbols of records that do not state how the resolution was adopted; they are left out. */
  readonly untold: readonly string[]
}

type Writable<T> = { [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : never }

/**
 * Reads the recorded votes of JSON-lines files, one per session, as the tables `roll_calls` and `voters`.
 *
 * @throws BadInput as `readDgacm` does
 */
export async function readResolutions(
  paths: readonly string[],
  reportQuirk?: ReportQuirk,
): Promise<{ roll_calls: Columns; voters: Columns }> {
  return votesTables((await readDgacm(paths)).rollCalls, card, reportQuirk)
}

/**
 * Reads the recorded votes of the given JSON-lines files, sorted by date and number. Each vote occurs once.
 *
 * @throws BadInput with file and line: invalid JSON, a missing field, an unknown member, date or kind of adoption, a resolution in two of the files
 */
export async function readDgacm(paths: readonly string[]): Promise<{ rollCalls: RollCall[]; findings: DgacmFindings }> {
  const findings: Writable<DgacmFindings> = {
    doubled: [],
    withoutLists: [],
    repeatedNames: [],
    countsDiffer: [],
    contradictory: [],
    untold: [],
  }
  const bySymbol = new Map<string, Told>()
  for (const path of paths) {
    // the last line needs no line break: if it were cut off, it would not be a complete JSON object, and is refused
    const lines = (await readUtf8(path)).split('\n')
    lines.forEach((line, i) => {
      if (line.trim() !== '') addRecord(line, path, `${path}:${i + 1}`, bySymbol, findings)
    })
  }
  const rollCalls = [...bySymbol.values()]
    .map(({ rollCall }) => rollCall)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id - b.id))
  return { rollCalls, findings }
}

interface Told {
  readonly rollCall: RollCall
  readonly path: string
}

function addRecord(line: string, path: string, where: string, bySymbol: Map<string, Told>, findings: Writable<DgacmFindings>): void {
  const record = parseRecord(line, where)
  const adopted = text(record, 'adoption_type', where)
  const symbol = text(record, 'symbol', where).trim()
  if (adopted === '') findings.untold.push(symbol)
  if (adopted !== 'By a recorded vote') {
    if (adopted !== '' && adopted !== 'Without a vote') throw badInput(`${where} has the unknown adoption_type "${adopted}"`)
    return
  }
  const before = bySymbol.get(symbol)
  // the second of two records would repeat the findings of the first
  const rollCall = rollCallOf(record, symbol, where, before === undefined ? findings : noFindings())
  if (before === undefined) bySymbol.set(symbol, { rollCall, path })
  else if (before.path === path)
    findings.doubled.push({ symbol, differing: differingPositions(before.rollCall.positions, rollCall.positions) })
  else throw badInput(`${where} has ${symbol}, which ${basename(before.path)} has too`, 'give one file of each session')
}

function noFindings(): Writable<DgacmFindings> {
  return { doubled: [], withoutLists: [], repeatedNames: [], countsDiffer: [], contradictory: [], untold: [] }
}

function differingPositions(a: ReadonlyMap<string, Position>, b: ReadonlyMap<string, Position>): number {
  return [...new Set([...a.keys(), ...b.keys()])].filter((state) => a.get(state) !== b.get(state)).length
}

type Fields = Readonly<Record<string, unknown>>

function parseRecord(line: string, where: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw badInput(`${where} is not a JSON object on one line: ${(cause as Error).message}`, { cause, hint: 'fetch the file again' })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw badInput(`${where} is JSON, but no object`)
}

function text(record: Fields, field: string, where: string): string {
  const value = record[field]
  if (typeof value === 'string') return value.replace(/\s+/g, ' ')
  throw badInput(`${where} has no text in "${field}"`)
}

const lists = [
  ['yes', 'MS_in_favour', 1],
  ['no', 'MS_against', 3],
  ['abstain', 'MS_abstaining', 2],
] as const

function rollCallOf(record: Fields, symbol: string, where: string, findings: Writable<DgacmFindings>): RollCall {
  const date = isoDate(text(record, 'adoption_date', where), where)
  const id = resolutionId(symbol)
  const session = sessionOfResolution(symbol)
  if (id === null || session === null) throw badInput(`${where} has the symbol "${symbol}", not A/RES/session/number`)
  const positions = positionsIn(record, symbol, date, where, findings)
  if (positions.size === 0) findings.withoutLists.push(symbol)
  const title = text(record, 'title', where).trim()
  const issues = issuesOf(title, text(record, 'agenda_item_name', where))
  const counts = countsOf(record, symbol, where, positions, findings)
  return { id, date, session, symbol, title, kind: 'whole', issues, issuesBy: 'visavis', important: null, ...counts, positions }
}

/** Returns the stated numbers of votes. The extract has `N.A.` for an empty list: the names on the list are then counted. */
function countsOf(
  record: Fields,
  symbol: string,
  where: string,
  positions: ReadonlyMap<string, Position>,
  findings: Writable<DgacmFindings>,
): { yes: number; abstain: number; no: number } {
  const counts = countPositions(positions)
  for (const [position, field] of lists) {
    const stated = statedCount(record, field, where)
    if (stated === null || stated === counts[position]) continue
    if (positions.size > 0) findings.countsDiffer.push({ symbol, position, stated, listed: counts[position] })
    counts[position] = stated
  }
  return counts
}

function positionsIn(
  record: Fields,
  symbol: string,
  date: string,
  where: string,
  findings: Writable<DgacmFindings>,
): Map<string, Position> {
  const positions = new Map<string, Position>()
  const contradictory = new Set<string>()
  let repeated = 0
  for (const [, field, position] of lists) {
    for (const name of names(record, field, where)) {
      const voter = voterNamed(name, date, where)
      const before = positions.get(voter)
      if (before === position) repeated++
      else if (before !== undefined) contradictory.add(voter)
      positions.set(voter, position)
    }
  }
  if (repeated > 0) findings.repeatedNames.push({ symbol, names: repeated })
  for (const state of contradictory) {
    positions.delete(state)
    findings.contradictory.push({ symbol, state })
  }
  return positions
}

function names(record: Fields, field: string, where: string): string[] {
  const value = record[field]
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value as string[]
  throw badInput(`${where} has no list of names in "${field}"`)
}

function statedCount(record: Fields, field: string, where: string): number | null {
  const stated = text(record, `${field}_count`, where)
  if (stated === 'N.A.') return null
  if (/^\d+$/.test(stated)) return Number(stated)
  throw badInput(`${where} has "${stated}" in "${field}_count", not a number`)
}

const months = 'January February March April May June July August September October November December'.split(' ')

/**
 * Reads a date in any of the extract's spellings, also with a no-break space between day and month.
 *
 * @example isoDate('2019-12-12 00:00:00', 'f.json:1')   // '2019-12-12'
 * @example isoDate('7\u00a0April 2022', 'f.json:1')   // '2022-04-07'
 */
export function isoDate(given: string, where: string): string {
  const iso = /^(\d{4}-\d\d-\d\d)( 00:00:00)?$/.exec(given.trim())
  if (iso !== null && isDay(iso[1]!)) return iso[1]!
  const [, day, month, year] = /^(\d{1,2})\s+(\p{L}+)\s+(\d{4})$/u.exec(given.trim()) ?? []
  const number = months.indexOf(month ?? '') + 1
  const written = `${year}-${String(number).padStart(2, '0')}-${day?.padStart(2, '0')}`
  if (!isDay(written)) throw badInput(`${where} has the date "${given}", no day in any of the three spellings known`)
  return written
}
