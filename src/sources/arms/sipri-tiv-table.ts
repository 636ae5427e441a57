import { badInput } from '../../errors.ts'
import { coverageOf, type SourceCard, sipriLicence } from '../cards/source-cards.ts'
import { type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { readSipriExport, type SipriExport } from './sipri-export-file.ts'
import { sipriParty } from './sipri-party.ts'
import { exportDayIn, sipriVintage, sipriVolume } from './sipri-register-deals.ts'

export const card: SourceCard = {
  id: 'sipri-tiv-table',
  title: 'SIPRI Arms Transfers Database: volumes by year (import and export values)',
  provider: 'Stockholm International Peace Research Institute (SIPRI)',
  url: 'https://armstransfers.sipri.org',
  licence: sipriLicence('Free for non-commercial use with attribution; larger re-publication needs its permission.'),
  citation: 'Stockholm International Peace Research Institute. SIPRI Arms Transfers Database, import and export values. Solna.',
  vintage: 'day of the export, as its preamble says',
  coverage: coverageOf(
    ['arms-deliveries-tiv'],
    1950,
    2023,
    'each recipient from the world, and the world; or the suppliers of one recipient',
  ),
  quirks: [
    'TIV measures what the weapons can do, not what was paid for them.',
    'SIPRI counts deliveries by their real years here, and rounds to whole millions: figures need not add up, and 0 is a volume between 0 and 0.5 million.',
    'A blank means that SIPRI identified no deliveries; it gives no row. The last years of a table may be blank for all, since they were not published yet.',
    'All figures are estimated: SIPRI marks most numbers delivered as uncertain, and this table does not say which of its figures hold them.',
    'Armed groups, organisations, territories and unknown parties are left out; they are in the totals.',
  ],
}

/** The direction of trade in the rows of a table, and in its last line, which has the totals. */
interface Form {
  readonly flow: (party: string) => readonly [from: string, to: string]
  readonly total: readonly [from: string, to: string]
}

interface Line {
  readonly line: number
  readonly party: string
  /** One value for each year of the header; null if the cell is blank. */
  readonly values: readonly (number | null)[]
  readonly sum: number | null
}

/**
 * Reads yearly volumes of major arms, in million TIV, from a table of import values (`Recipient,1950,…`), of export values (`Supplier,1950,…`), or of the
 * suppliers of one recipient (last line `Total exports to CHINA`).
 *
 * @throws BadInput for another file or header, an unreadable number, or sums over years or parties that differ by more than rounding
 */
export async function readSipriTivTable(path: string): Promise<ReadObservations> {
  const text = await readSipriExport(path, 'Volume of transfers of major arms', /^(Recipient|Supplier),\d{4},/)
  const years = yearsOf(text)
  const lines = text.lines.flatMap((line, i) => (line === '' ? [] : [lineOf(line, text.headerLine + 1 + i, years, text.file)]))
  const total = lines.at(-1)
  if (total === undefined || !total.party.startsWith('Total ')) {
    throw badInput(`${text.file} does not end with a line of totals: it is cut off, or not this table`, 'export the table again')
  }
  checkTotals(lines, total, years, text.file)
  const form = formOf(text, total, years.at(-1)!)
  const parties = new Map<string, number>()
  return { observations: observationColumns(lines.flatMap((line) => observationsOf(line, line === total, form, years, text, parties))) }
}

function yearsOf({ header, file, headerLine }: SipriExport): number[] {
  const span = header.findIndex((name) => /^\d{4}-\d{4}$/.test(name))
  const years = header.slice(1, span === -1 ? undefined : span).map(Number)
  const [first] = years as [number]
  const due = [
    header[0],
    ...years.map((_, i) => first + i),
    `${first}-${years.at(-1)}`,
    'Percentage',
    'Sum total years',
    'Percentage of total',
  ]
  const wrong = due.findIndex((name, i) => String(name) !== header[i])
  if (span !== -1 && wrong === -1 && header.length === due.length) return years
  const place = wrong === -1 ? due.length : wrong
  throw badInput(
    `${file}:${headerLine} column ${place + 1} is "${header[place] ?? ''}", not "${due[place] ?? ''}"`,
    'export the table again, as CSV, and leave its columns as they are',
  )
}

function lineOf(text: string, line: number, years: readonly number[], file: string): Line {
  const cells = text.split(',')
  if (cells.length !== years.length + 5) throw badInput(`${file}:${line} has ${cells.length} cells, the header has ${years.length + 5}`)
  const numbers = cells.slice(1, years.length + 2).map((cell, i) => {
    const digits = cell.trim()
    if (!/^\d*$/.test(digits)) {
      throw badInput(`${file}:${line} has "${cell}" for ${years[i] ?? 'the sum of the years'}, not a whole number of zero or more`)
    }
    return digits === '' ? null : Number(digits)
  })
  return { line, party: cells[0]!.trim(), values: numbers.slice(0, -1), sum: numbers.at(-1)! }
}

/** Checks that the figures add up to the totals over years and over parties. Every figure is rounded to a whole number, so it is off by at most one half. */
function checkTotals(lines: readonly Line[], total: Line, years: readonly number[], file: string): void {
  for (const { line, party, values, sum } of lines) compare(values, sum, `${file}:${line} the years of "${party}"`)
  const parties = lines.filter((one) => one !== total)
  years.forEach((year, i) => {
    const values = parties.map((one) => one.values[i]!)
    compare(values, total.values[i]!, `${file}:${total.line} the parties of ${year}`)
  })
}

function compare(parts: readonly (number | null)[], sum: number | null, what: string): void {
  const known = parts.filter((part) => part !== null)
  const added = known.reduce((whole, part) => whole + part, 0)
  if (Math.abs(added - (sum ?? 0)) <= 0.5 * (known.length + 1)) return
  throw badInput(`${what} add up to ${added}, the total is ${sum ?? 'blank'}`, 'export the table again')
}

function formOf({ header, file }: SipriExport, total: Line, lastYear: number): Form {
  const recipients = header[0] === 'Recipient'
  if (recipients && /^Total world imports?$/.test(total.party)) return { flow: (to) => ['WLD', to], total: ['WLD', 'WLD'] }
  if (!recipients && /^Total world exports?$/.test(total.party)) return { flow: (from) => [from, 'WLD'], total: ['WLD', 'WLD'] }
  const name = recipients ? undefined : /^Total exports to (.+)$/.exec(total.party)?.[1]
  const to = name === undefined ? null : sipriParty(name, lastYear, `${file}:${total.line}`)
  if (to !== null) return { flow: (from) => [from, to], total: ['WLD', to] }
  throw badInput(`${file}:${total.line} ends with "${total.party}" in a table by ${header[0]}, which is no form that we read`)
}

function observationsOf(
  { line, party, values }: Line,
  isTotal: boolean,
  form: Form,
  years: readonly number[],
  { file, preamble }: SipriExport,
  parties: Map<string, number>,
): Observation[] {
  const before = parties.get(party)
  if (before !== undefined) throw badInput(`${file}:${line} "${party}" stands there twice, first in line ${before}`)
  parties.set(party, line)
  const vintage = sipriVintage(card, exportDayIn(preamble))
  return values.flatMap((value, i): Observation[] => {
    const year = years[i]!
    const id = value === null || isTotal ? null : sipriParty(party, year, `${file}:${line}`)
    const flow = isTotal ? form.total : id === null ? null : form.flow(id)
    if (value === null || flow === null) return []
    return [
      toObservation(card, {
        ...sipriVolume,
        from: flow[0],
        to: flow[1],
        period: year,
        value,
        status: 'estimated',
        vintage,
        locator: `${file}:${line}`,
      }),
    ]
  })
}
