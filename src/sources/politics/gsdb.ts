import { badInput } from '../../errors.ts'
import type { Columns } from '../../store/session.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import type { CsvRow } from '../formats/csv.ts'
import { readStrictCsv, wholeNumberInField, yearIn } from '../formats/strict-csv.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { namesIn, partyId } from '../rows/party.ts'
import { type SanctionRow, sanctionColumns } from '../rows/sanction-rows.ts'

export const card: SourceCard = {
  id: 'gsdb',
  title: 'Global Sanctions Data Base, release 3: cases 1949-2022',
  provider: 'Global Sanctions Data Base (Felbermayr, Kirilakha, Syropoulos, Yalcin, Yotov)',
  url: 'https://www.globalsanctionsdatabase.com',
  licence: closedLicence(
    'GSDB, for research on request',
    'https://www.globalsanctionsdatabase.com',
    'Free for research after a request to the authors, who ask for citation; no right to redistribute.',
  ),
  citation:
    'Syropoulos, C., G. Felbermayr, A. Kirilakha, E. Yalcin, Y. V. Yotov (2024). The Global Sanctions Data Base, release 3: COVID-19, Russia, and multilateral sanctions. Review of International Economics 32 (1).',
  vintage: 'release 3 (1,325 cases to 2022)',
  coverage: coverageOf(['sanctions-cases'], 1949, 2022, 'all senders and all target states'),
  quirks: [
    'Years only: a case stands from the first day of its first year to the last day of its last.',
    'A case that was still in force when the data end stands to 2022-12-31; the note says ongoing. What came after is not in the data.',
    'One case can have several senders or targets in one cell; each pair has a row here, with the measures of the whole case.',
    'A bloc that acts as a bloc stands under its own id, and so do bodies such as CoCom; its members have no rows of their own.',
    'Targets and senders that are no states or bodies (terrorist organisations, regions, signatories of a treaty, territories) have no row.',
    'Yemen after 1990 is called North Yemen, and Vietnam after 1975 South Vietnam; here they are YEM and VNM.',
    'Some senders are named for years in which they were not yet states (Montenegro from 1994): they stand as the data name them.',
    'Tariffs and threats are not cases.',
  ],
}

const columns = [
  'case_id',
  'sanctioned_state',
  'sanctioning_state',
  'begin',
  'end',
  'trade',
  'descr_trade',
  'arms',
  'military',
  'financial',
  'travel',
  'other',
  'objective',
  'success',
]

/** Matches the end of a complete file: no line break, but one of the words for the outcome of a case. */
const lastOutcome = /[,"](ongoing|failed|success_part|success_total|nego_settlement)"?$/

/** Names of the data set that contain a comma. */
const withComma = ['Congo, Democratic Republic of the', 'Egypt, Arab Rep.', 'Gambia, The', 'Korea, North', 'Korea, South', 'Yemen, North']

/** Ids of parties by names that the general lookup does not know; null for names that stand for no single party, which are left out. */
const partyNames: Readonly<Record<string, string | null>> = {
  EEC: 'EU',
  EEU: 'EAEU',
  'African Union': 'AU',
  CoCom: 'COCOM',
  ChinCom: 'CHINCOM',
  Comecon: 'COMECON',
  CSCE: 'OSCE',
  OSCE: 'OSCE',
  Commonwealth: 'COMMONWEALTH',
  NAFTA: 'NAFTA',
  OAPEC: 'OAPEC',
  OIC: 'OIC',
  'Organisation of African Unity': 'OAU',
  'Organization of American States': 'OAS',
  'Organization of Eastern Carribean States': 'OECS',
  'Pacific Islands Forum': 'PIF',
  SADC: 'SADC',
  UNASUR: 'UNASUR',
  'Yemen, North': 'YAR',
  'Ethiopia (excludes Eritrea)': 'ETH',
  'Kimberly Process Participants': null,
  'Paris Agreement Signatories': null,
  'ICC Rome Statute Signatories': null,
  'Terrorist Organizations (Al-Qaeda)': null,
  'Terrorist Organizations (ISIL and ANF)': null,
  'Terrorist Organizations (Taliban and Al-Qaeda)': null,
  'Terrorist Organizations (Taliban)': null,
  Balkans: null,
  'Western Balkans': null,
  'Western countries': null,
}

/** Names of former states that the data still use for their successors: from which year, and the successor's id. */
const renamedStates = { 'Yemen, North': { from: 1990, id: 'YEM' }, 'South Vietnam': { from: 1976, id: 'VNM' } } as const

/** Word for a kind of measure in the table `sanctions`, by the column of GSDB. */
const measures = { trade: 'trade', arms: 'arms', military: 'military', financial: 'finance', travel: 'travel', other: 'other' } as const

/**
 * Reads the cases of GSDB as rows of the table `sanctions`, one for each sender and target of a case.
 *
 * @param path   `GSDB_V3.csv` as the authors send it
 */
export async function readGsdb(path: string): Promise<{ sanctions: Columns }> {
  const rows = await readStrictCsv(path, columns, 'the case list of GSDB release 3, GSDB_V3.csv', lastOutcome)
  const once = onlyOnce<number>()
  for (const row of rows) {
    const id = wholeNumberInField(row, 'case_id', 1)
    once(id, row.line, (before) => `${row.at} has case ${id}, which stands in line ${before} too`)
  }
  return { sanctions: sanctionColumns(rows.flatMap((row) => pairsOf(row))) }
}

function pairsOf(row: CsvRow): SanctionRow[] {
  const begin = yearIn(row, 'begin', 1945, 2022)
  const end = yearIn(row, 'end', 1945, 2022)
  if (end < begin) throw badInput(`${row.at} ends in ${end}, before it begins in ${begin}`)
  const id = row.fields['case_id']!.trim()
  const senders = partiesOf(row.fields['sanctioning_state']!, begin, row.at)
  const targets = partiesOf(row.fields['sanctioned_state']!, begin, row.at)
  const shared = {
    regime: `gsdb-${id}`,
    name: `GSDB case ${id}`,
    start_date: `${begin}-01-01`,
    end_date: `${end}-12-31`,
    measures: measuresOf(row).join(','),
    source: card.id,
    vintage: card.vintage,
    citation: `${card.id}: ${row.at}`,
    note: noteOf(row),
  }
  return senders.flatMap((sender) => targets.map((target) => ({ ...shared, sender, target })))
}

/** Returns the parties named in a cell. Names are read as of the last day of the first year, so that a state that emerged in that year is found. */
function partiesOf(cell: string, begin: number, at: string): string[] {
  const names = namesIn(cell, withComma)
  return names.flatMap((name) => {
    const later = name in renamedStates ? renamedStates[name as keyof typeof renamedStates] : undefined
    const id = later !== undefined && begin >= later.from ? later.id : partyId(name, `${begin}-12-31`, at, partyNames)
    return id === null ? [] : [id]
  })
}

function measuresOf(row: CsvRow): string[] {
  const found = Object.entries(measures).flatMap(([column, measure]) => {
    const flag = row.fields[column]!.trim()
    if (flag !== '0' && flag !== '1') throw badInput(`${row.at} has "${flag}" for ${column}, not 0 or 1`)
    return flag === '1' ? [measure] : []
  })
  if (found.length === 0) throw badInput(`${row.at} is a case without any measure`)
  return found
}

function noteOf(row: CsvRow): string {
  const of = (column: string): string => row.fields[column]!.replace(/(?<!\s)\s*,\s*/g, ', ').trim()
  const trade = of('descr_trade') === '' ? '' : `; trade: ${of('descr_trade')}`
  return `years only; success: ${of('success')}; objective: ${of('objective')}${trade}`
}
