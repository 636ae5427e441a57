import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { type SheetRow, sheetTable, workbookSheets } from '../formats/sheet-table.ts'
import { exactSumOf } from '../rows/exact-sum.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'

const flows = {
  'ODA-like': 'official-finance-oda',
  'OOF-like': 'official-finance-oof',
  'Vague (Official Finance)': 'official-finance-vague',
} as const

export const card: SourceCard = {
  id: 'aiddata-china-finance',
  title: 'Global Chinese Official Finance Dataset, version 1.0, 2000-2014',
  provider: 'AidData, William & Mary',
  url: 'https://www.aiddata.org/data/chinese-global-official-finance-dataset',
  licence: closedLicence(
    'AidData, attribution',
    'https://www.aiddata.org/data/chinese-global-official-finance-dataset',
    'Free with citation; the attribution licence is not stated in the file, so that it is not passed on.',
  ),
  citation: 'AidData Research and Evaluation Unit (2017). Global Chinese Official Finance Dataset, version 1.0. Williamsburg, VA.',
  vintage: 'version 1.0 (2017), 5,466 projects',
  coverage: coverageOf(
    [...Object.values(flows), 'official-finance-projects', 'official-finance-unvalued'],
    2000,
    2014,
    'China to all states that are the only recipient of a project',
  ),
  quirks: [
    'Superseded: GCDF 3.0 goes to 2021 and revises amounts.',
    'Only projects that AidData recommends for research are counted: pledges, cancelled and suspended projects and umbrella agreements are not.',
    'Amounts are commitments, not payments. They are in current USD as AidData converted them, hence estimated; the file also has 2014 USD, which are not read.',
    'More than a third of the projects have no amount: a sum is "at least", and official-finance-unvalued says how many projects are not in it.',
    'Projects with several recipients or a region as recipient are left out, since their shares are not known.',
    'Years marked uncertain by AidData are taken as they are.',
  ],
}

const columns = [
  'project_id',
  'recommended_for_research',
  'year',
  'donor',
  'flow_class',
  'usd_current',
  'recipient_count',
  'recipient_iso3',
]

interface Project {
  readonly recipient: string
  readonly year: number
  readonly indicator: string
  readonly usd: number | null
}

/**
 * Reads Chinese official finance by recipient and year: sums of known amounts by kind of flow, number of projects, and number of projects without an amount.
 *
 * @param path   `GlobalChineseOfficialFinanceDataset_v1.0.xlsx`
 */
export async function readAiddataFinance(path: string): Promise<ReadObservations> {
  const what = 'the workbook of the Global Chinese Official Finance Dataset, version 1.0'
  const rows = sheetTable(await workbookSheets(path, what), path, null, columns, what)
  const seen = new Set<string>()
  const groups = new Map<string, Project[]>()
  for (const row of rows) {
    const id = row.text('project_id')
    if (seen.has(id)) throw badInput(`${row.where('project_id')} has project ${id} for the second time`)
    seen.add(id)
    const project = projectOf(row)
    if (project === undefined) continue
    const key = `${project.recipient} ${project.year}`
    groups.set(key, [...(groups.get(key) ?? []), project])
  }
  return { observations: observationColumns([...groups.values()].flatMap((group) => figuresOf(group, basename(path)))) }
}

function projectOf(row: SheetRow): Project | undefined {
  const recommended = row.text('recommended_for_research').toLowerCase()
  if (recommended !== 'true' && recommended !== 'false') {
    throw badInput(`${row.where('recommended_for_research')} has "${recommended}", not TRUE or FALSE`)
  }
  if (row.text('donor') !== 'China') throw badInput(`${row.where('donor')} has the donor "${row.text('donor')}", not China`)
  const year = row.number('year')
  if (year === null || year < 2000 || year > 2014) throw badInput(`${row.where('year')} has ${year}, not a year from 2000 to 2014`)
  const flow = row.text('flow_class')
  const indicator = Object.hasOwn(flows, flow) ? flows[flow as keyof typeof flows] : undefined
  if (indicator === undefined) throw badInput(`${row.where('flow_class')} has the class "${row.text('flow_class')}"`)
  const usd = row.number('usd_current')
  if (usd !== null && usd < 0) throw badInput(`${row.where('usd_current')} has ${usd}, less than nothing`)
  const recipient = recipientOf(row)
  return recommended === 'true' && recipient !== undefined ? { recipient, year, indicator, usd } : undefined
}

/** Returns the ISO3 code of the only recipient; undefined if there are several, or if it is a region or not a state. */
function recipientOf(row: SheetRow): string | undefined {
  const code = row.text('recipient_iso3')
  if (row.number('recipient_count') !== 1 || !/^[A-Z]{3}$/.test(code)) return undefined
  if (code === 'CHN') throw badInput(`${row.where('recipient_iso3')} has China as recipient of its own finance`)
  return stateOf(code)?.iso3 ?? placeOf(code, row)
}

/** Codes of places that are not in the state list. */
const places = new Set(['COK', 'NIU', 'PSE'])

function placeOf(code: string, row: SheetRow): undefined {
  if (places.has(code)) return undefined
  throw badInput(`${row.where('recipient_iso3')} has the code ${code}, which is no state's`)
}

function figuresOf(group: readonly Project[], file: string): Observation[] {
  const { recipient, year } = group[0]!
  const unvalued = group.filter(({ usd }) => usd === null).length
  const locator = `${file}: ${group.length} projects, ${unvalued} without an amount`
  const projects = { from: 'CHN', to: recipient, period: year, unit: 'projects', status: 'observed', locator } as const
  const sums = Object.values(flows).flatMap((indicator): Observation[] => {
    const known = group.flatMap((project) => (project.indicator === indicator && project.usd !== null ? [project.usd] : []))
    const value = inSingleUnits(exactSumOf(known), 0)
    return known.length === 0 ? [] : [toObservation(card, { ...projects, indicator, value, unit: 'USD', status: 'estimated' })]
  })
  return [
    ...sums,
    toObservation(card, { ...projects, indicator: 'official-finance-projects', value: group.length }),
    toObservation(card, { ...projects, indicator: 'official-finance-unvalued', value: unvalued }),
  ]
}
