import { badInput, type VisavisError } from '../../errors.ts'
import { readSipriExport, type SipriExport } from './sipri-export-file.ts'

/** One deal of the trade register, with its deliveries. */
export interface Deal {
  /** Line of the file on which the deal begins. */
  readonly line: number
  readonly recipient: string
  readonly supplier: string
  readonly ordered: number
  /** Order and deliveries in words: weapon, numbers, years. */
  readonly words: string
  /** Years of delivery as listed, with repetitions; empty if nothing has been delivered. */
  readonly years: readonly number[]
  /** Delivered volume over all years, in million TIV. */
  readonly delivered: number
  /** Whether SIPRI marks the number delivered as uncertain. */
  readonly uncertain: boolean
}

/** A trade register: its deals, when it was exported, and whether the export covers all suppliers and all recipients. */
export interface Register {
  readonly file: string
  readonly deals: readonly Deal[]
  /** The day of the export, such as `2025-10-23`; null if the preamble does not state it. */
  readonly generated: string | null
  readonly allSuppliers: boolean
  readonly allRecipients: boolean
}

/** Names that each column may have, by position: three have no name, and the ninth was renamed in 2026. */
const columns: readonly (readonly string[])[] = [
  ['Recipient'],
  ['Supplier'],
  ['Year of order'],
  [''],
  ['Number ordered'],
  [''],
  ['Weapon designation'],
  ['Weapon description'],
  ['Number delivered', 'Deliveries in the Year Range'],
  [''],
  ['Year(s) of delivery'],
  ['status'],
  ['Comments'],
  ['SIPRI TIV per unit'],
  ['SIPRI TIV for total order'],
  ['SIPRI TIV of delivered weapons'],
]
const comments = 12
/** Limit of raw line breaks in a comment, which usually has one and rarely more. */
const breaksAtMost = 10
const conditions = new Set(['New', 'Second hand', 'Second hand but modernized'])
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Reads the deals of a trade register as SIPRI exports it: Windows-1252, a preamble above the header, nameless columns, no quotation marks (commas in text are
 * semicolons). Comments contain raw line breaks; their lines are joined again.
 *
 * @throws BadInput for another file or header, a broken line, an unreadable number or doubled rows, with file, line and column
 */
export async function readRegister(path: string): Promise<Register> {
  const text = await readSipriExport(path, 'Transfers of major', /^Recipient,Supplier,/)
  checkHeader(text)
  const records = recordsOf(text)
  checkDoubles(records, text.file)
  checkVolumes(records, text.file)
  const title = text.preamble[0]!
  const asked = /^arms from (.+?)(?<! ) +to (.+?) ?\. /.exec(title.slice(Math.max(0, title.indexOf('arms from '))))
  const range = /year range '([^']*)' to '([^']*)'/.exec(title)
  const generated = exportDayIn(text.preamble)
  const last = generated === null ? Number.POSITIVE_INFINITY : Number(generated.slice(0, 4))
  const [from, to] = [yearOr(range?.[1], 1950), Math.min(yearOr(range?.[2], last), last)]
  return {
    file: text.file,
    deals: records.map((record) => dealOf(record, text.file, from, to)),
    generated,
    allSuppliers: asked?.[1] === 'All countries',
    allRecipients: asked?.[2] === 'All countries',
  }
}

const yearOr = (text: string | undefined, otherwise: number): number => (/^\d{4}$/.test(text ?? '') ? Number(text) : otherwise)

/** The indicator of volumes of major arms, and its unit. */
export const sipriVolume = { indicator: 'arms-deliveries-tiv', unit: 'million TIV' } as const

/** Returns the vintage of an export: its day, or that of the card if the preamble has none. */
export function sipriVintage(card: { readonly vintage: string }, generated: string | null): string {
  return generated === null ? card.vintage : `exported ${generated}`
}

/** Returns the ISO day of `Data generated: 23 Oct 2025 5:22:49 PM` in the preamble; null if it is missing. */
export function exportDayIn(preamble: readonly string[]): string | null {
  const found = /Data generated: *(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})/.exec(preamble.join('\n'))
  const month = months.indexOf(found?.[2] ?? '') + 1
  return found === null || month === 0 ? null : `${found[3]}-${String(month).padStart(2, '0')}-${found[1]!.padStart(2, '0')}`
}

function checkHeader({ file, header, headerLine }: SipriExport): void {
  const wrong = columns.findIndex((names, i) => !names.includes(header[i]?.trim() ?? '?'))
  if (wrong === -1 && header.length === columns.length) return
  const place = wrong === -1 ? columns.length : wrong
  const due = columns[place]?.map((name) => `"${name}"`).join(' or ') ?? 'no more columns'
  throw badInput(
    `${file}:${headerLine} column ${place + 1} is "${header[place] ?? ''}", not ${due}`,
    'export the trade register again, as CSV, and leave its columns as they are',
  )
}

interface Register16 {
  readonly line: number
  readonly cells: readonly string[]
}

function recordsOf({ file, lines, headerLine }: SipriExport): Register16[] {
  const records: Register16[] = []
  for (let at = 0; at < lines.length; at++) {
    if (lines[at] === '') continue
    const line = headerLine + 1 + at
    let cells = lines[at]!.split(',')
    const reach = Math.min(lines.length - 1, at + breaksAtMost)
    while (cells.length < columns.length && cells.length > comments && at < reach) {
      const [first = '', ...rest] = lines[++at]!.split(',')
      cells = [...cells.slice(0, -1), `${cells.at(-1)} ${first}`, ...rest]
    }
    if (cells.length !== columns.length) throw torn(file, line, cells.length)
    records.push({ line, cells })
  }
  if (lines.at(-1) !== '') throw torn(file, headerLine + lines.length, 0)
  return records
}

function torn(file: string, line: number, cells: number): VisavisError {
  const what = cells === 0 ? 'is the last line and does not end: the file is cut off' : `has ${cells} cells, a deal has ${columns.length}`
  return badInput(`${file}:${line} ${what}`, 'export the trade register again, and do not save it with another program')
}

/**
 * Refuses a file in which more than 1 % of the deals, and more than one deal, occur twice: the list was then pasted in twice. A handful of deals occur twice in
 * SIPRI's own list, and may be two deals each.
 */
function checkDoubles(records: readonly Register16[], file: string): void {
  const seen = new Map<string, number>()
  const doubled = records.filter(({ cells, line }) => {
    const key = cells.join(',')
    if (seen.has(key)) return true
    seen.set(key, line)
    return false
  })
  if (doubled.length <= 1 || doubled.length <= records.length / 100) return
  const [first] = doubled as [Register16]
  const before = seen.get(first.cells.join(','))
  throw badInput(
    `${file}: ${doubled.length} of ${records.length} deals stand there twice, the first in lines ${before} and ${first.line}`,
    'remove what was pasted twice, or export the register again',
  )
}

function dealOf({ line, cells }: Register16, file: string, from: number, to: number): Deal {
  const [recipient, supplier, ordered, orderMark, , numberMark, , , number, mark, list, condition, , , , volume] = cells as string[]
  const wrong = (column: number, what: string): VisavisError =>
    badInput(`${file}:${line} has "${cells[column]}" for ${columns[column]!.join(' / ') || `column ${column + 1}`}, ${what}`)
  for (const [column, text] of [
    [0, recipient],
    [1, supplier],
  ] as const)
    if (text === '') throw wrong(column, 'a blank')
  for (const [column, text] of [
    [3, orderMark],
    [5, numberMark],
    [9, mark],
  ] as const)
    if (text !== '' && text !== '?') throw wrong(column, 'not "?"')
  if (!/^\d{4}$/.test(ordered!)) throw wrong(2, 'not a year')
  if (!/^\d+$/.test(number!)) throw wrong(8, 'not a whole number')
  if (!conditions.has(condition!.trim())) throw wrong(11, `not one of ${[...conditions].join(', ')}`)
  if (!/^(\d+(\.\d+)?)?$/.test(volume!.trim())) throw wrong(15, 'not a number of zero or more')
  if (!/^(\d{4}(; *\d{4})*)?$/.test(list!.trim())) throw wrong(10, 'not a list of years such as 2017; 2018')
  const years = list!.trim() === '' ? [] : list!.split(';').map(Number)
  if (years.some((year) => year < from || year > to)) throw wrong(10, `outside ${from} to ${to}`)
  if (years.length > 0 && volume!.trim() === '') throw wrong(15, 'although deliveries are listed')
  if (years.length === 0 && Number(volume) > 0) throw wrong(15, 'although no year of delivery is listed')
  return {
    line,
    recipient: recipient!,
    supplier: supplier!,
    ordered: Number(ordered),
    words: dealWords(cells, years),
    years,
    delivered: Number(volume),
    uncertain: mark === '?',
  }
}

/** The least number of deals for which volumes are checked: in a smaller register, one wrong product should not condemn the file. */
const registerFrom = 100

/**
 * Checks the volumes of each deal. A deal states the numbers ordered and delivered, the TIV of one weapon, and the TIV of all weapons ordered and of all
 * delivered. In all 28,348 deals of October 2025 the last two are number times TIV of one weapon; otherwise a column was shifted or a figure changed.
 */
function checkVolumes(records: readonly Register16[], file: string): void {
  if (records.length < registerFrom) return
  for (const { line, cells } of records) {
    const [ordered, delivered, each, whole, volume] = [4, 8, 13, 14, 15].map((column) => cells[column]!.trim()) as string[]
    for (const [number, total, column] of [
      [ordered, whole, 14],
      [delivered, volume, 15],
    ] as const) {
      if (![number, each, total].every((cell) => /^\d+(\.\d+)?$/.test(cell!))) continue
      const due = Number(number) * Number(each)
      // Both figures are rounded to two decimals.
      if (Math.abs(Number(total) - due) <= 0.005 * Number(number) + 0.006) continue
      throw badInput(
        `${file}:${line} has ${total} for ${columns[column]![0]}, and ${number} at ${each} come to ${Number(due.toFixed(2))}`,
        'export the trade register again, and do not save it with another program',
      )
    }
  }
}

/** Describes a deal: `Su-35 (FGA aircraft): 24 ordered in 2015, 24 delivered from 2016 to 2018`, with `about` where SIPRI puts a question mark. */
function dealWords(cells: readonly string[], years: readonly number[]): string {
  const [, , ordered, orderMark, count, countMark, weapon, description, number, mark] = cells.map((cell) => cell.trim()) as string[]
  const about = (doubt: string | undefined): string => (doubt === '?' ? 'about ' : '')
  const amount = count === '' ? 'a number not known' : `${about(countMark)}${count}`
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const when = years.length === 0 ? '' : first === last ? ` in ${first}` : ` from ${first} to ${last}`
  const what = weapon === description ? weapon : `${weapon} (${description})`
  return `${what}: ${amount} ordered in ${about(orderMark)}${ordered}, ${about(mark)}${number} delivered${when}`
}
