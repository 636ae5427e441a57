import { badInput } from '../../errors.ts'
import { resolve, stateByCow } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { workbookSheets } from '../formats/sheet-table.ts'
import { cellName, type Sheet, textAt } from '../formats/spreadsheet.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { type SanctionRow, sanctionColumns } from '../rows/sanction-rows.ts'

export const card: SourceCard = {
  id: 'eusanct',
  title: 'EUSANCT: sanctions of the EU, the United States and the UN 1989-2015, case level',
  provider: 'P. M. Weber and G. Schneider, University of Konstanz',
  url: 'https://www.polver.uni-konstanz.de/gschneider/research-projects/eusanct/',
  licence: closedLicence(
    'free with citation',
    'https://www.polver.uni-konstanz.de/gschneider/research-projects/eusanct/',
    'Free for use with citation; no licence is stated that lets others pass the file on.',
  ),
  citation:
    'Weber, P. M., G. Schneider (2022). Post-Cold War sanctioning by the EU, the UN, and the US: Introducing the EUSANCT Dataset. Conflict Management and Peace Science 39 (1).',
  vintage: 'case level, 326 cases to 2015',
  coverage: coverageOf(['sanctions-cases'], 1989, 2015, 'senders EU, USA and UN; all target states'),
  quirks: [
    'Only sanctions that were imposed have a row; a case that stayed a threat has none.',
    'The case is the row of the file: each of its three senders has its own start, end and measures.',
    'A case that was ongoing when the data end stands to 2015-12-31, and the note says ongoing.',
    'Cases that began before 1989 and were in force then stand with their own start (North Korea 1950).',
    'The file has numbers for kinds of measure and no list of them: our words are read off cases whose measures are known (docs/sources/eusanct.md); the numbers as given stand in the note.',
    'Dates of threats, success and costs are in the file and not read.',
  ],
}

/** Kind of measure by its number in the file. Each number except 5, 7b, 10 and 13 was confirmed by cases of known content. */
const kinds: Readonly<Record<string, string>> = {
  1: 'comprehensive',
  2: 'trade',
  3: 'trade',
  4: 'trade',
  5: 'other',
  6: 'finance',
  7: 'assets',
  '7b': 'other',
  8: 'aid',
  9: 'travel',
  10: 'other',
  11: 'diplomatic',
  12: 'arms',
  13: 'other',
}

const senders = { EU: 'EU', US: 'USA', UN: 'UN' } as const

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const needed = [
  'caseid',
  'targetstate',
  'targetstate_name',
  ...Object.keys(senders).flatMap((who) => [
    `imposition${who}`,
    `imposition${who}_start`,
    `imposition${who}_type`,
    `imposition${who}_type_other`,
    `enddate${who}`,
    `endyear${who}`,
  ]),
]

interface CaseCells {
  readonly sheet: Sheet
  readonly row: number
  text(column: string): string
  where(column: string): string
}

/**
 * Reads sanctions imposed by the EU, the United States and the UN as rows of the table `sanctions`, one per case and sender.
 *
 * @param path   `EUSANCT_Dataset_Case-level.xls`, or the same as .xlsx
 */
export async function readEusanct(path: string): Promise<{ sanctions: Columns }> {
  const [sheet] = await workbookSheets(path, 'the case-level file of EUSANCT')
  if (sheet === undefined) throw badInput(`${path} has no sheet with cells`)
  const places = placesOf(sheet)
  const once = onlyOnce<number>()
  const rows = sheet.rows.flatMap((_, row): SanctionRow[] => {
    const cells: CaseCells = {
      sheet,
      row,
      text: (column) => textAt(sheet, row, places.get(column)!),
      where: (column) => cellName(sheet, row, places.get(column)!),
    }
    if (row === 0 || cells.text('caseid') === '') return []
    once(cells.text('caseid'), row, (before) => `${cells.where('caseid')} repeats the case of row ${before + 1}`)
    return (Object.keys(senders) as (keyof typeof senders)[]).flatMap((who) => impositionOf(cells, who))
  })
  return { sanctions: sanctionColumns(rows) }
}

function placesOf(sheet: Sheet): ReadonlyMap<string, number> {
  const header = (sheet.rows[0] ?? []).map((_, column) => textAt(sheet, 0, column))
  const missing = needed.filter((name) => !header.includes(name))
  if (missing.length > 0) {
    const hint = 'give the case-level file of EUSANCT'
    throw badInput(`${sheet.file}!${sheet.name} lacks the columns ${missing.join(', ')} in row 1`, hint)
  }
  return new Map(header.map((name, column) => [name, column]))
}

function impositionOf(cells: CaseCells, who: keyof typeof senders): SanctionRow[] {
  const flag = cells.text(`imposition${who}`)
  if (flag === '0') return []
  if (flag !== '1') throw badInput(`${cells.where(`imposition${who}`)} has "${flag}", not 0 or 1`)
  const start = dayIn(cells, `imposition${who}_start`)
  const end = endOf(cells, who)
  const id = cells.text('caseid')
  const types = cells.text(`imposition${who}_type`)
  const other = cells.text(`imposition${who}_type_other`)
  const remarks = [`types ${types}`, other === '.' ? '' : `other: ${other}`, end.remark].filter((text) => text !== '')
  return [
    {
      regime: `eusanct-${id}`,
      name: `EUSANCT case ${id}`,
      sender: senders[who],
      target: targetOf(cells, start),
      start_date: start,
      end_date: end.day,
      measures: measuresOf(types, cells.where(`imposition${who}_type`)),
      source: card.id,
      vintage: card.vintage,
      citation: `${card.id}: ${cells.where(`imposition${who}`)}`,
      note: remarks.join('; '),
    },
  ]
}

/** Returns the target state. Throws if its Correlates of War number and its name mean different states. */
function targetOf(cells: CaseCells, start: string): string {
  const [code, name] = [cells.text('targetstate'), cells.text('targetstate_name')]
  const state = stateByCow(Number(code), start) ?? stateByCow(Number(code))
  const named = resolve(name, start)
  if (state === undefined || named.kind !== 'state' || named.state.iso3 !== state.iso3) {
    throw badInput(`${cells.where('targetstate')} has the COW number ${code} for "${name}", which do not mean the same state`)
  }
  return state.iso3
}

function endOf(cells: CaseCells, who: keyof typeof senders): { day: string; remark: string } {
  const text = cells.text(`enddate${who}`)
  if (text === 'ongoing') return { day: '2015-12-31', remark: 'ongoing' }
  const year = cells.text(`endyear${who}`)
  if (text === '.' && /^\d{4}$/.test(year)) return { day: `${year}-12-31`, remark: 'of the end only the year is known' }
  return { day: dayIn(cells, `enddate${who}`), remark: '' }
}

/** Reads a day written `05jul1991` as an ISO day. */
function dayIn(cells: CaseCells, column: string): string {
  const text = cells.text(column)
  const [, day, month, year] = /^(\d{1,2})([a-z]{3})(\d{4})$/.exec(text) ?? []
  const iso = `${year}-${String(months.indexOf(month ?? '') + 1).padStart(2, '0')}-${day?.padStart(2, '0')}`
  if (Number.isNaN(Date.parse(iso)) || !new Date(iso).toISOString().startsWith(iso)) {
    throw badInput(`${cells.where(column)} has "${text}", not a day such as 05jul1991`)
  }
  return iso
}

function measuresOf(types: string, where: string): string {
  const found = types.split(';').map((type) => {
    const measure = Object.hasOwn(kinds, type.trim()) ? kinds[type.trim()] : undefined
    if (measure === undefined) throw badInput(`${where} has the kind of measure "${type}", which is not 1 to 13 or 7b`)
    return measure
  })
  return [...new Set(found)].join(',')
}
