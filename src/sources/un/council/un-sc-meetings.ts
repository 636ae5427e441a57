import { basename } from 'node:path'
import { VisavisError } from '../../../errors.ts'
import type { Columns } from '../../../store/session.ts'
import type { SourceCard } from '../../../store/source-card.ts'
import { daysOfEnglishDate } from '../../formats/english-date.ts'
import { type HtmlRow, htmlRows } from '../../formats/html-table.ts'
import { readUtf8 } from '../../formats/utf8-csv.ts'
import { duplicateGuard } from '../../rows/no-duplicates.ts'
import { type TableRow, tableColumns } from '../../rows/table-columns.ts'
import { type CouncilOutcome, councilOutcomesIn } from './un-sc-outcomes.ts'

const windows = [
  ['2014-01-01', '2020-03-12'],
  ['2021-01-01', '2022-06-30'],
] as const

/** Card of the yearly tables of the Council's meetings. Quirks and how they are handled: docs/sources/un-sc-meetings.md. */
export const card: SourceCard = {
  id: 'un-sc-meetings',
  title: 'Meetings conducted and actions taken by the Security Council, yearly tables',
  provider: 'United Nations, Dag Hammarskjöld Library',
  url: 'https://research.un.org/en/docs/sc/quick/meetings',
  licence: {
    id: 'UN terms',
    url: 'https://www.un.org/en/about-us/terms-of-use',
    redistribute: true,
    terms: 'Free use with acknowledgement of the United Nations as the source, not for sale; we carry over facts (symbols, days, totals).',
  },
  citation: 'United Nations, Dag Hammarskjöld Library. Security Council meetings and outcomes, tables by year, 2014 to 2022. New York.',
  vintage: 'tables as of January 2023, that of 2020 as of March 2020 and that of 2022 as of July 2022',
  coverage: windows.map(([from, to]) => ({ indicator: 'un-sc-outcomes', from, to, whom: 'the Council as a whole', absence: 'unknown' })),
  quirks: [
    'Totals only: the tables do not say who voted how, except that they name who cast a veto.',
    'A table says what was known when its page was served: where one stops early, later meetings of its year are unknown, not none.',
    'Totals are kept as printed, also where they cannot be: that of S/2022/431, which two vetoed, has no vote against.',
    'On 22 July 2021 a vote of 2-0-13 stands without the draft that was voted on.',
    'Resolutions adopted by acclamation or without a vote have no totals; of one the table does not say how it was adopted.',
    'In 2021 decisions by written procedure have no meeting record.',
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
  const years = new Map<string, string>()
  const rows: TableRow<'council_outcomes'>[] = []
  for (const path of paths) {
    const page = tableIn(await readUtf8(path), basename(path))
    const before = years.get(page.year)
    if (before !== undefined) throw new VisavisError('BadInput', `${page.file} and ${before} are both the table of ${page.year}`)
    years.set(page.year, page.file)
    rows.push(...page.rows.flatMap((row) => outcomesOf(row, page)))
  }
  return { council_outcomes: tableColumns('council_outcomes', rows.sort(byDateAndRecord)) }
}

interface Page {
  readonly file: string
  readonly year: string
  readonly rows: readonly HtmlRow[]
}

const titled = /^Meetings conducted by the Security Council in (\d{4})/

/** Returns the rows of meetings: those below the headings, with as many cells. Notes are single cells, and are skipped. */
function tableIn(html: string, file: string): Page {
  const rows = htmlRows(html, file)
  const year = rows.map(({ cells }) => titled.exec(cells[0] ?? '')?.[1]).find((found) => found !== undefined)
  const head = rows.findIndex(({ cells }) => cells[0] === 'Meeting Record' && cells.at(-1) === 'Security Council Outcome / Vote')
  if (year === undefined || head === -1) {
    throw new VisavisError('BadInput', `${file} has no table headed "Meetings conducted by the Security Council in" a year`, {
      hint: `give the page of a year from ${card.url}`,
    })
  }
  const width = rows[head]!.cells.length
  const meetings = rows.slice(head + 1).filter(({ cells }) => cells.length > 1)
  const odd = meetings.find(({ cells }) => cells.length !== width)
  if (odd !== undefined) throw new VisavisError('BadInput', `${file}:${odd.line} has ${odd.cells.length} cells, the headings are ${width}`)
  const once = duplicateGuard(file)
  for (const { line, cells } of meetings) once(cells.join(', '), line)
  if (meetings.length === 0) throw new VisavisError('BadInput', `${file} has no meetings under its headings`)
  return { file, year, rows: meetings }
}

function outcomesOf({ line, cells }: HtmlRow, { file, year }: Page): TableRow<'council_outcomes'>[] {
  const where = `${file}:${line}`
  const days = daysOfEnglishDate(`${cells[1]} ${year}`)
  if (days === null) throw new VisavisError('BadInput', `${where} has the date "${cells[1]}", not a day and a month of ${year}`)
  return councilOutcomesIn(cells.at(-1)!, where).map((outcome: CouncilOutcome) => ({
    record: recordOf(cells[0]!, where),
    date: days.first,
    topic: cells[3]!,
    ...outcome,
    source: card.id,
    vintage: card.vintage,
    locator: where,
  }))
}

/** Returns the symbol of the meeting record, with a resumption in one spelling, `S/PV.7096 (Resumption 1)`; null for a decision without a meeting. */
function recordOf(cell: string, where: string): string | null {
  if (cell === '--') return null
  const [, symbol, resumption] = /^(S\/PV\.\d+)(?: \(closed\))?(?: \(?Resumption ?(\d)\))?$/.exec(cell) ?? []
  if (symbol === undefined) throw new VisavisError('BadInput', `${where} has the meeting record "${cell}", not S/PV. and a number`)
  return resumption === undefined ? symbol : `${symbol} (Resumption ${resumption})`
}

function byDateAndRecord(a: TableRow<'council_outcomes'>, b: TableRow<'council_outcomes'>): number {
  const [left, right] = [a, b].map(({ date, record }) => `${date} ${record ?? ''}`) as [string, string]
  return left < right ? -1 : left > right ? 1 : 0
}
