import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { existedOn, resolve } from '../../states/index.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import type { CsvRow } from '../formats/csv.ts'
import { readStrictCsv } from '../formats/strict-csv.ts'
import type { ReportQuirk } from '../reader/reader.ts'
import { isDay } from '../rows/calendar-day.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'
import { partyId } from '../rows/party.ts'

export const card: SourceCard = {
  id: 'cfr-cyber',
  title: 'Cyber Operations Tracker of the Council on Foreign Relations',
  provider: 'Council on Foreign Relations',
  url: 'https://www.cfr.org/cyber-operations/',
  licence: closedLicence(
    'all rights reserved',
    'https://www.cfr.org/terms-use',
    'All rights reserved: bring the file yourself. Only day, sponsor and victims are kept, never a text.',
  ),
  citation: 'Council on Foreign Relations. Cyber Operations Tracker. New York. https://www.cfr.org/cyber-operations/',
  vintage: '713 operations, 2005 to 2022',
  coverage: coverageOf(
    ['cyber-operations'],
    2005,
    2022,
    'states suspected as sponsors, and states named as victims, or as the state of a victim',
  ),
  quirks: [
    'The sponsor is who is suspected, by public reports; the tracker does not prove it.',
    'A victim counts where the tracker names a state, or puts its adjective before the victim (Ukrainian banks): of other firms, bodies and groups the state is not told, so a count is "at least".',
    'The day is that of the report, not of the operation.',
    'An operation of several sponsors counts for each of them.',
    'Operations without a day or a sponsor, and rows whose cells were shifted by a stray quotation mark, are left out.',
  ],
}

/** Words of the columns Type and Category: where one stands for the sponsor, the cells of the row were shifted. */
const kinds: ReadonlySet<string> = new Set([
  ...['Espionage', 'Sabotage', 'Denial of service', 'Data destruction', 'Financial Theft', 'Defacement', 'Doxing'],
  ...['Government', 'Military', 'Private sector', 'Civil society'],
])

interface PairYear {
  readonly from: string
  readonly to: string
  readonly year: number
  readonly lines: number[]
}

/**
 * Reads operations by suspected sponsor, victim and year.
 *
 * @param path   the tracker as CSV: `Title, Date, Victims, Sponsor, Type`, with days as `2012-05-28`; other columns are not read
 * @throws BadInput with file and line for an invalid day, an unknown sponsor, a torn line, or the same operation twice
 */
export async function readCfrCyber(path: string, reportQuirk: ReportQuirk = () => {}): Promise<ReadObservations> {
  const file = basename(path)
  const rows = await readStrictCsv(path, ['Title', 'Date', 'Victims', 'Sponsor', 'Type'], 'the operations of the tracker as CSV')
  const found = new Map<string, PairYear>()
  const leftOut = { 'without a day': 0, 'without a sponsor': 0, 'with shifted cells': 0 }
  for (const row of rows) {
    const why = reasonToLeaveOut(row)
    if (why === undefined) addRow(row, found)
    else leftOut[why]++
  }
  if (found.size === 0)
    throw badInput(`${file} has no operation with a day, a sponsor and a state as victim`, 'give the operations of the tracker as CSV')
  const told = Object.entries(leftOut).filter(([, count]) => count > 0)
  if (told.length > 0) reportQuirk(`Left out: ${told.map(([why, count]) => `${count} ${why}`).join(', ')}.`)
  const gathered = observationCollector(card)
  for (const { from, to, year, lines } of found.values()) {
    const locator = `${file}:${lines.join(', ')}`
    gathered.add({
      from,
      to,
      period: year,
      indicator: 'cyber-operations',
      value: lines.length,
      unit: 'operations',
      status: 'observed',
      locator,
    })
  }
  return { observations: gathered.columns() }
}

function reasonToLeaveOut({ fields }: CsvRow): 'without a day' | 'without a sponsor' | 'with shifted cells' | undefined {
  const sponsor = fields['Sponsor']!.trim()
  const shifted = sponsor.split(',').some((part) => kinds.has(part.trim())) || sponsor.includes('"') || fields['Victims']!.includes('"')
  if (shifted) return 'with shifted cells'
  if (sponsor === '') return 'without a sponsor'
  return fields['Date']!.trim() === '' ? 'without a day' : undefined
}

function addRow(row: CsvRow, found: Map<string, PairYear>): void {
  const day = row.fields['Date']!.trim()
  if (!isDay(day) || day < '2000-01-01' || day > '2099-12-31')
    throw badInput(`${row.at} has "${day}" for Date, not a day`, 'write days as 2012-05-28')
  const sponsors = partsOf(row.fields['Sponsor']!).map((name) => partyId(name, day, row.at, {}))
  const victims = partsOf(row.fields['Victims']!).flatMap((name) => stateOfVictim(name, day) ?? [])
  const year = Number(day.slice(0, 4))
  for (const from of new Set(sponsors)) {
    if (from === null) continue
    for (const to of new Set(victims)) {
      if (from === to) continue
      const key = `${from} ${to} ${year}`
      const held = found.get(key) ?? { from, to, year, lines: [] }
      found.set(key, held)
      held.lines.push(row.line)
    }
  }
}

/** Returns the parts of a list in words: `Iran, Israel, and the U.S. government.` has three. */
function partsOf(cell: string): string[] {
  return cell
    .split(',')
    .map((part) => part.trim().replace(/^and /, '').replace(/^the /i, '').replace(/\.$/, ''))
    .filter((part) => part !== '')
}

/** Abbreviations of states that stand before a noun as an adjective does: `U.S. universities`. */
const abbreviations: ReadonlySet<string> = new Set(['U.S.', 'US', 'U.K.', 'UK'])

/**
 * Returns the state of a part of the list of victims: its name alone (`Saudi Arabia`), or its adjective before the victim (`South Korean corporations`). Undefined
 * for a firm, a body, a group or a region without one.
 */
function stateOfVictim(part: string, day: string): string | undefined {
  const words = part.split(' ')
  const found = [part, ...[2, 1].filter((length) => length < words.length).map((length) => words.slice(0, length).join(' '))].map(
    (text, i) => {
      const meaning = resolve(text, day)
      if (meaning.kind !== 'state' || !existedOn(meaning.state, day)) return undefined
      const isNamed = i === 0 ? meaning.marked === undefined : meaning.marked === 'demonym' || abbreviations.has(text)
      return isNamed ? meaning.state.iso3 : undefined
    },
  )
  return found.find((iso3) => iso3 !== undefined)
}
