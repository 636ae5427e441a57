import { basename } from 'node:path'
import { badInput } from '../../../errors.ts'
import type { Columns } from '../../../store/session.ts'
import { coverageOf, type SourceCard, unitedNationsLicence } from '../../cards/source-cards.ts'
import { daysOfEnglishDate } from '../../formats/english-date.ts'
import { type HtmlRow, htmlRows } from '../../formats/html-table.ts'
import { readUtf8 } from '../../formats/utf8-csv.ts'
import { duplicateGuard } from '../../rows/no-duplicates.ts'
import { type TableRow, tableColumns } from '../../rows/table-columns.ts'
import { type CouncilOutcome, councilOutcomesIn } from './un-sc-outcomes.ts'

/** Card of the yearly tables of the Council's meetings. Quirks and how they are handled: docs/sources/un-sc-meetings.md. */
export const card: SourceCard = {
  id: 'un-sc-meetings',
  title: 'Meetings conducted and actions taken by the Security Council, yearly tables',
  provider: 'United Nations, Dag Hammarskjöld Library',
  url: 'https://research.un.org/en/docs/sc/quick/meetings',
  licence: unitedNationsLicence('symbols, days, totals'),
  citation: 'United Nations, Dag Hammarskjöld Library. Security Council meetings and outcomes, tables by year, 1946 to 2022. New York.',
  vintage: 'tables as of January 2023, that of 2022 as of July 2022',
  coverage: coverageOf(['un-sc-outcomes'], '1946-01-17', '2022-06-30', 'the Council as a whole'),
  quirks: [
    'Totals only: the tables do not say who voted how, except that they name who cast a veto.',
    'A table says what was known when its page was served: where one stops early, later meetings of its year are unknown, not none.',
    'Totals are kept as printed, also where they cannot be: that of S/2022/431, which two vetoed, has no vote against.',
    'On 22 July 2021 a vote of 2-0-13 stands without the draft that was voted on.',
    'Resolutions adopted by acclamation or without a vote have no totals; of one the table does not say how it was adopted.',
    'Of 1946 to 1993 some resolutions are only called unanimous: none was against or abstained, and how many voted for is not stated.',
    'In 2020 and 2021 decisions by written procedure have no meeting record.',
    'Five resolutions with a misprinted number or year (207, 666, 695, 770, 771) have the right one here.',
    'S/PV.969 of 1961 has no outcome in the table, and is left out.',
    'Until 1965 the Council had 11 members.',
  ],
}

/**
 * Reads the outcomes of Council meetings from the library's pages, one page per year, as the table `council_outcomes`, oldest first.
 *
 * A dash in the outcome column is the outcome `none`. Totals are in favour, against, abstaining.
 *
 * @throws BadInput with file and line: another page, a page cut off, an invalid date or outcome, totals of more than 15 members, a year twice
 */
export async function readScMeetings(paths: readonly string[]): Promise<{ council_outcomes: Columns }> {
  const pages: (Days & { readonly file: string })[] = []
  const rows: TableRow<'council_outcomes'>[] = []
  for (const path of paths) {
    const page = tableIn(await readUtf8(path), basename(path))
    const found = page.rows.flatMap((row) => outcomesOf(row, page))
    const days = daysOf(found)
    const before = pages.find(({ first, last }) => first <= days.last && days.first <= last)
    if (before !== undefined)
      throw badInput(
        `${page.file} and ${before.file} are both the table of ${page.year}`,
        'give one page for each year, and beside that of 2020 the one on its written procedure',
      )
    pages.push({ ...days, file: page.file })
    rows.push(...found)
  }
  return { council_outcomes: tableColumns('council_outcomes', rows.sort(byDateAndRecord)) }
}

interface Days {
  readonly first: string
  readonly last: string
}

function daysOf(rows: readonly TableRow<'council_outcomes'>[]): Days {
  const days = rows.map(({ date }) => String(date)).sort()
  return { first: days[0]!, last: days.at(-1)! }
}

interface Page {
  readonly file: string
  readonly year: string
  /** Index of the column with the topic: pages before 1994 have no press release. */
  readonly topic: number
  readonly rows: readonly HtmlRow[]
}

const titled = /^Meetings conducted by the Security Council in (\d{4})/

/** Rows that the library's page of 2011 has twice. */
const doubled: ReadonlySet<string> = new Set(['S/PV.6576'])

/** Resolutions that the pages print with the number of another one, by their meeting record. The Council numbers them in order, so the right one is known. */
const misprinted: Readonly<Record<string, readonly [printed: string, right: string]>> = {
  'S/PV.2939': ['S/RES/663 ', 'S/RES/666 '],
  'S/PV.2990': ['S/RES/701 ', 'S/RES/695 '],
}

/** Meetings whose row lacks the cell of the outcome, which is unknown. */
const withoutOutcome: ReadonlySet<string> = new Set(['S/PV.969'])

/** Returns the rows of meetings: those below the headings, with as many cells. Notes are single cells, and are skipped. */
function tableIn(html: string, file: string): Page {
  const rows = htmlRows(html, file)
  const title = rows.map(({ cells }) => titled.exec(cells[0] ?? '')?.[1]).find((found) => found !== undefined)
  const head = rows.findIndex(({ cells }) => cells[0] === 'Meeting Record' && cells.at(-1) === 'Security Council Outcome / Vote')
  if (title === undefined || head === -1) {
    throw badInput(
      `${file} has no table headed "Meetings conducted by the Security Council in" a year`,
      `give the page of a year from ${card.url}`,
    )
  }
  const headings = rows[head]!.cells
  if (headings[1] !== 'Date' || !headings.includes('Topic')) {
    throw badInput(
      `${file}:${rows[head]!.line} has the headings ${headings.join(', ')}, where Date and Topic are due`,
      `give the page of a year from ${card.url}`,
    )
  }
  const meetings = meetingsBelow(rows.slice(head + 1), headings.length)
  const odd = meetings.find(({ cells }) => cells.length !== headings.length)
  if (odd !== undefined) throw badInput(`${file}:${odd.line} has ${odd.cells.length} cells, the headings are ${headings.length}`)
  const once = duplicateGuard()
  const seen = new Set<string>()
  const distinct = meetings.filter(({ line, cells }) => {
    const text = cells.join(', ')
    if (seen.has(text) && doubled.has(cells[0]!)) return false
    seen.add(text)
    once(text, `${file}:${line}`)
    return true
  })
  if (distinct.length === 0) throw badInput(`${file} has no meetings under its headings`)
  return { file, year: yearOf(distinct, title, file), topic: headings.indexOf('Topic'), rows: distinct }
}

/**
 * Returns the rows of meetings in one form. A meeting with several topics may leave out its record and day in the later rows; one row has a second, blank outcome.
 */
function meetingsBelow(rows: readonly HtmlRow[], width: number): HtmlRow[] {
  const found: HtmlRow[] = []
  for (const { line, cells } of rows) {
    if (cells.length < 2 || (cells.length === width - 1 && withoutOutcome.has(cells[0]!))) continue
    const before = found.at(-1)
    const whole =
      cells[0] === '' && cells[1] === '' && before !== undefined ? [before.cells[0]!, before.cells[1]!, ...cells.slice(2)] : cells
    found.push({ line, cells: whole.length === width + 1 && whole.at(-1) === '--' ? whole.slice(0, -1) : whole })
  }
  return found
}

/**
 * Returns the year of a page: that of its title, unless all of its resolutions are of another one. The title of the page on the written procedure of 2020 says
 * 2021; single resolutions have a wrong year on the pages of 1965 and 1992.
 *
 * @throws BadInput for resolutions of several years, none of them that of the title
 */
function yearOf(rows: readonly HtmlRow[], title: string, file: string): string {
  const symbols = rows.flatMap(({ cells }) => [...cells.at(-1)!.matchAll(/S\/RES\/\d{1,5} ?\((\d{4}) ?\)/g)].map(([, year]) => year!))
  const years = [...new Set(symbols)]
  if (years.length === 0 || years.includes(title)) return title
  if (years.length === 1) return years[0]!
  throw badInput(`${file} is titled ${title}, but has resolutions of ${years.join(', ')}`, 'give the pages as the library serves them')
}

function outcomesOf({ line, cells }: HtmlRow, { file, year, topic }: Page): TableRow<'council_outcomes'>[] {
  const where = `${file}:${line}`
  const day = cells[1]!.replace(/\bSep\./, 'September').replace(/(\d) ?[/+] ?(\d)/, '$1-$2')
  const days = daysOfEnglishDate(`${day} ${year}`)
  if (days === null) throw badInput(`${where} has the date "${cells[1]}", not a day and a month of ${year}`)
  const record = recordOf(cells[0]!, where)
  return councilOutcomesIn(cells.at(-1)!, where).map((outcome: CouncilOutcome) => ({
    record,
    date: days.first,
    topic: cells[topic]!,
    ...outcome,
    symbol: printedRight(outcome, record, year),
    source: card.id,
    vintage: card.vintage,
    locator: where,
  }))
}

/** Returns the symbol of an outcome, with a misprinted number or year of a resolution put right. */
function printedRight({ outcome, symbol }: CouncilOutcome, record: string | null, year: string): string | null {
  if (outcome !== 'resolution' || symbol === null) return symbol
  const [printed = '', right = ''] = misprinted[record ?? ''] ?? []
  return symbol.replace(printed, right).replace(/\(\d{4}\)$/, `(${year})`)
}

/** What stands beside the symbol of a meeting record: how or where the meeting was held, corrections, parts. */
const besideRecord =
  /^(?: ?\(?closed\)?| ?\(privada\)| ?\+ Corr\.\d| ?\(meeting held in [A-Z][a-z]+\)| ?\(Part ?I{1,2}\)| S\/PV\.\d{1,5}(?= ?\(Part))/

/** Returns the symbol of the meeting record, with a resumption in one spelling, `S/PV.7096 (Resumption 1)`; null for a decision without a meeting. */
function recordOf(cell: string, where: string): string | null {
  if (cell === '--' || cell === '') return null
  const symbol = /^S\/PV\.\d+/.exec(cell)?.[0]
  let rest = cell.slice(symbol?.length)
  const [, text = '', number] = / ?(\(?Resumption ?([\dI])? ?\))/.exec(rest) ?? []
  rest = rest.replace(text, '').replace(/\s+/g, ' ')
  for (let found = besideRecord.exec(rest); found !== null; found = besideRecord.exec(rest)) rest = rest.slice(found[0].length)
  if (symbol === undefined || rest.trim() !== '') throw badInput(`${where} has the meeting record "${cell}", not S/PV. and a number`)
  return text === '' ? symbol : `${symbol} (Resumption ${number === undefined || number === 'I' ? 1 : number})`
}

function byDateAndRecord(a: TableRow<'council_outcomes'>, b: TableRow<'council_outcomes'>): number {
  const [left, right] = [a, b].map(({ date, record }) => `${date} ${record ?? ''}`) as [string, string]
  return left < right ? -1 : left > right ? 1 : 0
}
