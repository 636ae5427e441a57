import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { coverageOf, eurostatLicence, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { type ExactSum, exactSum } from '../rows/exact-sum.ts'
import { asOneEdition, rowsOfColumns } from '../rows/files-of-one-edition.ts'
import { duplicateGuard } from '../rows/no-duplicates.ts'
import { checkNonNegative } from '../rows/non-negative-amount.ts'
import { goodsObservation, inSingleUnits, type Observation, observationColumns, type ReadObservations } from '../rows/observation.ts'
import { type PartnerTable, partnerId, withoutRemark } from '../rows/partner.ts'
import { checkMembersAddUp, type MonthRow } from './comext-adding-up.ts'

export const card: SourceCard = {
  id: 'comext',
  title: 'Comext: EU trade in goods by reporter and partner',
  provider: 'Eurostat',
  url: 'https://ec.europa.eu/eurostat/comext/newxtweb',
  licence: eurostatLicence(),
  citation: 'Eurostat (2024). EU trade since 1988 by HS2-4-6 and CN8 (data set DS-045409). Luxembourg.',
  vintage: '2024-10, read 2026-11-24',
  coverage: [
    ...coverageOf(['goods-exports'], 2010, 2023, 'the EU of 27 to every partner; its members to RUS, KGZ, ARM, GEO, KAZ and UZB from 2019'),
    ...coverageOf(['goods-imports'], 2019, 2023, 'the EU of 27 and its members from KGZ'),
  ],
  quirks: [
    'EU is the union of 27 of today in every year; a member state of 2019 that has left (United Kingdom) stands for itself.',
    'EU to the world is its trade with third states (extra-EU); the downloads from 2019 on do not have it.',
    'A year of a member state is the sum of its months; a month without a row is one without declared trade with that partner. 2024 has eight months and is left out.',
    'Euro area and the union of changing composition stand among the reporters and are dropped: with them a sum would count 2.5 times.',
    'Labels come in several languages and spellings; the French download of 2016 calls Guinea-Bissau Guinea.',
  ],
}

const partners: PartnerTable = {
  passOver: new Set([
    'High seas',
    'Haute mer',
    'Ceuta',
    'Melilla',
    'Intra-EU27 (from 2020)',
    'Intra-UE27 (depuis 2020)',
    ...['extra-Union', 'intra-Union'].flatMap((trade) => [
      `Countries and territories not specified for commercial or military reasons in the framework of ${trade} trade`,
      `Countries and territories not specified within the framework of ${trade} trade`,
      `Stores and provisions within the framework of ${trade} trade`,
    ]),
    ...['avec les pays tiers', 'intra-UE'].flatMap((trade) => [
      `Pays et territoires non précisés pour des raisons commerciales ou militaires dans le cadre des échanges ${trade}`,
      `Pays et territoires non déterminés dans le cadre des échanges ${trade}`,
      `Avitaillement et soutage dans le cadre des échanges ${trade}`,
    ]),
  ]),
}

/** The last full year of membership of a state that left the EU; later years are not read. */
const lastYear: Readonly<Record<string, number>> = { GBR: 2019 }

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const thing = ['REPORTER', 'PARTNER', 'PRODUCT', 'FLOW', 'PERIOD']
const columns = [...thing, 'VALUE_IN_EUR']

/**
 * Reads exports and imports of all goods in EUR by reporter, partner and year, from yearly downloads.
 *
 * Flows inside the EU are included: EU to Germany is the exports of the other members to Germany. But EU to WLD is only trade with states outside the EU.
 */
export async function readComextYears(path: string): Promise<ReadObservations> {
  const rows = await readCsv(path, columns)
  return {
    observations: observationColumns(
      rows.flatMap((row): Observation[] => {
        const { flow, reporter } = headOf(row)
        const year = yearOf(row)
        const label = partnerLabel(row)
        const partner = /^Extra-(EU|UE)27/.test(label) ? 'WLD' : partnerId(withoutComextRemark(label), year, row.at, partners)
        const value = numberInField(row, 'VALUE_IN_EUR')
        if (reporter === null || partner === null || value === null) return []
        return [goodsObservation({ flow, reporter, partner, year, value, unit: 'EUR', status: 'observed', locator: row.at }, card)]
      }),
    ),
  }
}

/**
 * Reads trade of EU members with one partner in EUR by full year, summed from monthly downloads.
 *
 * @param union   whether to sum the EU's own rows too
 */
export async function readComextMonths(path: string, union: boolean): Promise<ReadObservations> {
  const file = basename(path)
  const rows = await readCsv(path, columns)
  const full = fullYears(rows)
  const sums = new Map<string, { row: Omit<Observation, 'value'>; value: ExactSum }>()
  const once = duplicateGuard()
  const told: MonthRow[] = []
  for (const row of rows) {
    once(thing.map((name) => row.fields[name]).join(', '), row.at)
    const { flow, reporter } = headOf(row)
    const { year, month } = monthOf(row)
    const value = checkNonNegative(numberInField(row, 'VALUE_IN_EUR'), row.at, 'VALUE_IN_EUR')
    const partner = partnerId(withoutComextRemark(row.fields.PARTNER!), year, row.at, partners)
    if (value !== null)
      told.push({ reporter, of: `${flow} with ${row.fields.PARTNER} in ${year}-${String(month).padStart(2, '0')}`, value })
    if (reporter === null || partner === null || value === null || !full.has(year) || (reporter === 'EU' && !union)) continue
    if (year > (lastYear[reporter] ?? year)) continue
    const key = `${flow} ${reporter} ${partner} ${year}`
    const sum = sums.get(key)
    if (sum === undefined) {
      sums.set(key, {
        row: goodsObservation({ flow, reporter, partner, year, value, unit: 'EUR', status: 'observed', locator: file }, card),
        value: exactSum(),
      })
    }
    sums.get(key)!.value.add(value)
  }
  checkMembersAddUp(told, file)
  return {
    observations: observationColumns([...sums.values()].map(({ row, value }) => ({ ...row, value: inSingleUnits(value.value(), 0) }))),
  }
}

function headOf(row: CsvRow): { flow: 'exports' | 'imports'; reporter: string | null } {
  const { REPORTER: reporter, PRODUCT: product, FLOW: flow } = row.fields as Record<string, string>
  if (!/^(TOTAL-)?Total$/.test(product ?? '')) throw badInput(`${row.at} is about "${product}", not all goods`)
  const way = /^(2-)?EXPORT(ATION)?$/.test(flow ?? '') ? 'exports' : /^(1-)?IMPORT(ATION)?$/.test(flow ?? '') ? 'imports' : undefined
  if (way === undefined) throw badInput(`${row.at} has the unknown flow "${flow}"`)
  return { flow: way, reporter: reporterId(reporter ?? '', row.at) }
}

function reporterId(label: string, where: string): string | null {
  if (/^(European Union - 27 countries|Union européenne - 27 pays)/.test(label)) return 'EU'
  if (/^(European Union|Union européenne|Euro area|Zone euro) /.test(label)) return null
  return partnerId(withoutComextRemark(label), 2019, where, partners)
}

/**
 * Returns the label of a partner. The French download of 2016 writes `Guinée` for Guinea, and `Guinea` for Guinea-Bissau: the figures are of its size, and it
 * has no other row.
 */
const partnerLabel = ({ fields }: CsvRow): string =>
  fields.FLOW === 'EXPORTATION' && fields.PARTNER === 'Guinea' ? 'Guinea-Bissau' : fields.PARTNER!

/** Returns a Comext label without the remark on what the partner once included. Labels such as `Ireland (Eire)` are left to the resolver. */
const withoutComextRemark = (label: string): string => (label.includes('(incl.') ? withoutRemark(label) : label)

/** Returns the year of the period `201952-Jan.-Dec. 2019` or `Jan.-Dec. 2010`. */
function yearOf(row: CsvRow): number {
  const year = /^(?:\d{4}52-)?Jan\.-D[eé]c\. (\d{4})$/.exec(row.fields.PERIOD!)?.[1]
  if (year === undefined) throw badInput(`${row.at} has the period "${row.fields.PERIOD}", not a full year`)
  return Number(year)
}

/** Returns the year and month (1 to 12) of the period `Aug. 2024` or `202408-Aug. 2024`. */
function monthOf(row: CsvRow): { year: number; month: number } {
  const found = /^(?:\d{6}-)?([A-Z][a-z]{2})\w*\.? (\d{4})$/.exec(row.fields.PERIOD!)
  const month = monthNames.indexOf(found?.[1] ?? '') + 1
  if (found === null || month === 0) throw badInput(`${row.at} has the period "${row.fields.PERIOD}", not a month`)
  return { year: Number(found[2]), month }
}

/** Returns the years that have all twelve months in the file. */
function fullYears(rows: readonly CsvRow[]): Set<number> {
  const months = new Map<number, Set<number>>()
  for (const row of rows) {
    const { year, month } = monthOf(row)
    months.set(year, (months.get(year) ?? new Set()).add(month))
  }
  return new Set([...months].filter(([, found]) => found.size === 12).map(([year]) => year))
}

/**
 * Reads any number of yearly and monthly CSVs of Comext's relational view, in any order; the PERIOD column shows which is which. If both give the same flow,
 * parties and year, the yearly figure is used.
 */
export async function readComextFiles(paths: readonly string[]): Promise<ReadObservations> {
  const yearly: Observation[] = []
  const monthly: Observation[] = []
  for (const path of paths) {
    if (await isYearly(path)) yearly.push(...rowsOfColumns<Observation>((await readComextYears(path)).observations))
    else monthly.push(...rowsOfColumns<Observation>((await readComextMonths(path, true)).observations))
  }
  const told = new Set(yearly.map(flowOf))
  return { observations: asOneEdition([...yearly, ...monthly.filter((row) => !told.has(flowOf(row)))]) }
}

/** Whether the period of the first row is a year (`Jan.-Dec. 2010` or `201952-Jan.-Dec. 2019`). */
async function isYearly(path: string): Promise<boolean> {
  const [first] = await readCsv(path, ['PERIOD'])
  return /Jan\.-D/.test(first?.fields['PERIOD'] ?? '')
}

function flowOf({ indicator, from_id, to_id, start_date }: Observation): string {
  return [indicator, from_id, to_id, start_date].join('|')
}
