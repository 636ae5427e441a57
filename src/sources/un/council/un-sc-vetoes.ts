import { basename } from 'node:path'
import { badInput } from '../../../errors.ts'
import { stateOf, unSeatHolder } from '../../../states/index.ts'
import type { Columns } from '../../../store/session.ts'
import { coverageOf, type SourceCard, unitedNationsLicence } from '../../cards/source-cards.ts'
import { daysOfEnglishDate } from '../../formats/english-date.ts'
import { type HtmlRow, htmlRows } from '../../formats/html-table.ts'
import { readUtf8 } from '../../formats/utf8-csv.ts'
import { duplicateGuard } from '../../rows/no-duplicates.ts'
import { tableColumns } from '../../rows/table-columns.ts'
import { vetoersIn } from './un-sc-outcomes.ts'

/** Card of the UN's list of vetoes. Quirks and how they are handled: docs/sources/un-sc-vetoes.md. */
export const card: SourceCard = {
  id: 'un-sc-vetoes',
  title: 'Security Council veto list',
  provider: 'United Nations, Dag Hammarskjöld Library',
  url: 'https://research.un.org/en/docs/sc/quick/veto',
  licence: unitedNationsLicence('symbols, days, who cast a veto'),
  citation: 'United Nations, Dag Hammarskjöld Library. Security Council veto list, 16 February 1946 to 26 May 2022. New York.',
  vintage: 'list as of June 2022',
  coverage: coverageOf(['un-sc-vetoes'], '1946-02-16', '2022-05-26', 'the five permanent members', {
    states: ['CHN', 'FRA', 'GBR', 'RUS', 'TWN', 'USA'],
    absence: 'zero',
  }),
  quirks: [
    'The list ends in May 2022; nothing is known from it after that day.',
    'Vetoes cast in closed meetings on the appointment of a Secretary-General are not in the list.',
    'The Soviet Union is RUS. China has no veto in the list before 1971 (the one of 1955 is not in it).',
    'Early drafts have no symbol of their own: three vetoes of 26 June 1946 share that of the meeting record.',
  ],
}

/** A vetoed draft, from the UN's list or from the coded file (`un-sc-vetoes-coded.ts`). */
export interface VetoedDraft {
  readonly symbol: string
  readonly record: string
  readonly first: string
  readonly last: string
  readonly topic: string
  /** States that cast a veto, as ISO3, each by the state that holds the seat today. */
  readonly states: readonly string[]
  readonly locator: string
}

const headings = ['Date', 'Draft', 'Written Record', 'Agenda Item', 'Permanent Member Casting Negative Vote']

/**
 * Reads the vetoes of the library's page as the table `vetoes`, oldest first: one row for each permanent member that vetoed a draft.
 *
 * @throws BadInput with file and line: another page, a page cut off, an invalid date, a veto of a state that is not a permanent member
 */
export async function readScVetoes(path: string): Promise<{ vetoes: Columns }> {
  const file = basename(path)
  const rows = htmlRows(await readUtf8(path), file)
  const head = rows.findIndex(({ cells }) => cells.join('|') === headings.join('|'))
  if (head === -1) throw badInput(`${file} has no table headed ${headings.join(', ')}`, `give the page ${card.url}`)
  const drafts = rows.slice(head + 1).filter(({ cells }) => cells.length > 1)
  const once = duplicateGuard()
  // an early draft has only the symbol of its meeting record, so two drafts of one meeting may have equal rows
  for (const { line, cells } of drafts) if (!cells[1]!.startsWith('S/PV.')) once(cells.join(', '), `${file}:${line}`)
  return { vetoes: vetoColumns(drafts.map((row) => draftOf(row, file)).reverse(), card) }
}

function draftOf({ line, cells }: HtmlRow, file: string): VetoedDraft {
  const where = `${file}:${line}`
  if (cells.length !== headings.length) throw badInput(`${where} has ${cells.length} cells, the headings are ${headings.length}`)
  const [date, symbol, record, topic, who] = cells as [string, string, string, string, string]
  const days = daysOfEnglishDate(date)
  if (days === null) throw badInput(`${where} has the date "${date}", not a day, a month and a year`)
  return { symbol: symbol.replace(/ ,/g, ','), record, ...days, topic, states: vetoersIn(who, where), locator: where }
}

/** Returns drafts, which must be oldest first, as the table `vetoes`. China's seat was Taipei's before 25 October 1971. */
export function vetoColumns(drafts: readonly VetoedDraft[], source: { readonly id: string; readonly vintage: string }): Columns {
  drafts.forEach((draft, i) => {
    const before = drafts[i - 1]
    if (before !== undefined && before.first > draft.first) {
      throw badInput(`${draft.locator} is of ${draft.first}, out of the order of the list beside ${before.first}`)
    }
  })
  const rows = drafts.flatMap((draft, i) =>
    draft.states.map((state) => ({
      draft: i + 1,
      symbol: draft.symbol,
      record: draft.record,
      start_date: draft.first,
      end_date: draft.last,
      topic: draft.topic,
      state: unSeatHolder(stateOf(state)!, draft.first).iso3,
      source: source.id,
      vintage: source.vintage,
      locator: draft.locator,
    })),
  )
  return tableColumns('vetoes', rows)
}
