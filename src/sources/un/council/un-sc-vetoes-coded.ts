import { basename } from 'node:path'
import { badInput } from '../../../errors.ts'
import type { Columns } from '../../../store/session.ts'
import { openLicence, type SourceCard } from '../../cards/source-cards.ts'
import { isoDay } from '../../formats/english-date.ts'
import { eachCsvRow, readUtf8 } from '../../formats/utf8-csv.ts'
import { vetoersIn } from './un-sc-outcomes.ts'
import { card as listed, type VetoedDraft, vetoColumns } from './un-sc-vetoes.ts'

/** Card of Yordan's coding of the UN's list. Quirks and how they are handled: docs/sources/un-sc-vetoes.md. */
export const card: SourceCard = {
  id: 'un-sc-vetoes-coded',
  title: 'Vetoes in the UN Security Council, 1946 to 2022, coded',
  provider: 'C. L. Yordan, World Politics Data Lab',
  url: 'https://github.com/world-politics-datalab/vetoes-un-security-council',
  licence: openLicence('MIT', 'https://opensource.org/license/mit', 'MIT licence of the repository; the facts are the UN list.'),
  citation: 'Yordan, Carlos L. Vetoes in the UN Security Council, 1946 to September 2022. World Politics Data Lab, Drew University.',
  vintage: '1946 to September 2022 (2023-09-13)',
  coverage: listed.coverage.map((window) => ({ ...window, to: '2022-07-08' })),
  quirks: [
    "A coding of the UN list by hand: where both are held, the list's vetoes stand, and of these only those after its last day.",
    'The file is called 1946 to September 2022 but ends with the veto of 8 July 2022.',
    'The second veto of 26 June 1946 is coded to the Soviet Union alone; the UN list has France and the Soviet Union.',
    'The yes-or-no columns for France, the Soviet Union and the United States are wrong in 26 rows of 1966 to 1985, and that for a single veto in one of 2012: only the names are read.',
  ],
}

const header =
  'year,date,month,draft,meeting_record,agenda_item,crisis_topic,region,member_veto1,member_veto2,member_veto3,single_veto,multiple_vetoes,China,France,Russia,USSR,USA,UK,russia_china,usa_uk,usa_france,usa_france_uk,france_uk'.split(
    ',',
  )

/**
 * Reads the vetoes of the CSV as the table `vetoes`, oldest first.
 *
 * @throws BadInput with file and line: another header, a broken row, a date outside its year and month, a veto of a state that is not a permanent member
 */
export async function readScVetoesCoded(path: string): Promise<{ vetoes: Columns }> {
  const file = basename(path)
  const drafts: VetoedDraft[] = []
  eachCsvRow(await readUtf8(path), file, header, (fields, line) => drafts.push(draftOf(fields, `${file}:${line}`)), /,[01]$/)
  if (drafts.length === 0) throw badInput(`${file} has no row under its header`)
  return { vetoes: vetoColumns(drafts, card) }
}

function draftOf(fields: readonly string[], where: string): VetoedDraft {
  const [year, date, month, symbol, record, topic] = fields as [string, string, string, string, string, string]
  const day = dayOf(date, where)
  if (day.slice(0, 4) !== year || Number(day.slice(5, 7)) !== Number(month)) {
    throw badInput(`${where} has the date ${date} in year ${year} and month ${month}`)
  }
  const who = fields.slice(8, 11).filter((name) => name !== '')
  return { symbol, record, first: day, last: day, topic, states: vetoersIn(who.join(', '), where), locator: where }
}

/** Returns a date `M/D/YYYY` as an ISO day. */
function dayOf(text: string, where: string): string {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const iso = isoDay(year ?? '', Number(month), Number(day))
  if (iso === null) throw badInput(`${where} has the date "${text}", not month/day/year`)
  return iso
}
