import { basename } from 'node:path'
import { badInput, type VisavisError } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import { creativeCommonsAttribution, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { type ExactSum, exactSum } from '../rows/exact-sum.ts'
import { duplicateGuard } from '../rows/no-duplicates.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'

const [firstYear, lastYear] = [2011, 2022]

/** The 79 states among the 81 economies of the tables; the others are Hong Kong and the rest of the world. */
const states =
  'AGO ARE ARG AUS AUT BEL BGD BGR BLR BRA BRN CAN CHE CHL CHN CIV CMR COD COL CRI CYP CZE DEU DNK EGY ESP EST FIN FRA GBR GRC HRV HUN IDN IND IRL ISL ISR ITA JOR JPN KAZ KHM KOR LAO LTU LUX LVA MAR MEX MLT MMR MYS NGA NLD NOR NZL PAK PER PHL POL PRT ROU RUS SAU SEN SGP STP SVK SVN SWE THA TUN TUR TWN UKR USA VNM ZAF'.split(
    ' ',
  )

/** Sales below this, in dollars, are left out: the cells of a table that is made to balance tell nothing so small. */
const leastValue = 100_000

export const card: SourceCard = {
  id: 'oecd-icio',
  title: 'Inter-Country Input-Output tables: sales of fuels, electronics and services',
  provider: 'OECD',
  url: 'https://www.oecd.org/en/data/datasets/inter-country-input-output-tables.html',
  licence: creativeCommonsAttribution('Free to share and adapt with attribution to the OECD.'),
  citation: 'OECD. Inter-Country Input-Output tables (ICIO), extended edition, 2011 to 2022. Paris.',
  vintage:
    'extended edition with 2022, summed to pairs and sectors by a third party, 2026-03-11; accessed via github.com/ahmadlp/tariffwar at 9863698 (unofficial copy)',
  coverage: [
    ...['fuel-sales', 'electronics-sales'].map((indicator) => ({ indicator, from: '2021-01-01' })),
    { indicator: 'services-sales', from: `${firstYear}-01-01` },
  ].map(({ indicator, from }) => ({
    indicator,
    from,
    to: `${lastYear}-12-31`,
    whom: `the ways between 79 states from ${leastValue.toLocaleString('en-US')} dollars on, and what each sells to and buys from all others together`,
    states,
    threshold: leastValue,
    absence: 'under the threshold' as const,
  })),
  quirks: [
    'Estimates: the tables are made to balance, and cells that no survey covers are shared out by proportion. No figure of customs, and never to be set beside one.',
    'Basic prices: freight, insurance and the margins of traders stand with services, and goods that only pass through are taken out (goods from China to Russia in 2022: 56 thousand million dollars, where customs have 76).',
    'Fuels are coal (B05), oil and gas (B06) and refined fuels (C19); electronics are computers, electronic and optical goods (C26); services are all services as one.',
    'Inputs and final goods are added up. A cell that was below zero (stocks that fell) stands as zero in the copy.',
    `No row means less than ${leastValue.toLocaleString('en-US')} dollars by the tables.`,
    'The total of a state (WLD) is our sum over all other economies of the table, Hong Kong and the rest of the world among them.',
  ],
}

const sectors: Readonly<Record<string, string>> = { B05: 'fuel-sales', B06: 'fuel-sales', C19: 'fuel-sales', C26: 'electronics-sales' }

/** Sectors of the tables that are left out here. */
const others = new Set(
  'A01 A02 A03 B07 B08 B09 C10T12 C13T15 C16 C17_18 C20 C21 C22 C23 C24A C24B C25 C27 C28 C29 C301 C302T309 C31T33'
    .split(' ')
    .concat('Services (aggregate)'),
)

/** A sum of sales, and the lines that it was made of. */
interface Sale {
  readonly sum: ExactSum
  readonly lines: number[]
}

/**
 * Reads sales of fuels, electronics and services in USD at basic prices, from seller to buyer, and the sums of each state with all other economies.
 *
 * @param paths   tables by sector (`exporter, importer, sector, value_musd`; the name ends in the year: `icio-sectors-2022.csv`), tables of totals
 *   (`year, exporter, importer, goods_musd, services_musd`), or both; plain or gzipped
 * @throws BadInput for another form, sector or code, a year outside 2011 to 2022, a negative value, or a cell given twice
 */
export async function readOecdIcio(paths: readonly string[]): Promise<ReadObservations> {
  const found: Observation[] = []
  for (const path of paths) {
    const file = basename(path)
    const rows = await readCsv(path, ['exporter', 'importer'])
    const bySector = rows[0] !== undefined && 'sector' in rows[0].fields
    found.push(...observationsOf(bySector ? sectorSales(rows, file) : serviceSales(rows, file), file))
  }
  return { observations: observationColumns(found) }
}

function sectorSales(rows: readonly CsvRow[], file: string): Map<string, Sale> {
  const year = yearIn(/(\d{4})\.csv(?:\.gz)?$/.exec(file)?.[1] ?? '', file)
  const sales = new Map<string, Sale>()
  const once = duplicateGuard()
  for (const row of rows) {
    const { sector = '' } = row.fields
    const indicator = Object.hasOwn(sectors, sector) ? sectors[sector] : undefined
    if (indicator === undefined && !others.has(sector))
      throw bad(row, `names the sector "${sector.slice(0, 30)}", which is none of the tables`)
    once(['exporter', 'importer', 'sector'].map((name) => row.fields[name]).join(' '), row.at)
    if (indicator !== undefined) addSale(sales, row, { indicator, year, column: 'value_musd' })
  }
  return sales
}

function serviceSales(rows: readonly CsvRow[], file: string): Map<string, Sale> {
  const sales = new Map<string, Sale>()
  const once = duplicateGuard()
  for (const row of rows) {
    once(['year', 'exporter', 'importer'].map((name) => row.fields[name]).join(' '), row.at)
    addSale(sales, row, { indicator: 'services-sales', year: yearIn(row.fields['year'] ?? '', file), column: 'services_musd' })
  }
  return sales
}

function yearIn(text: string, file: string): number {
  const year = Number(text)
  if (/^\d{4}$/.test(text) && year >= firstYear && year <= lastYear) return year
  throw badInput(
    `${file} is of the year "${text.slice(0, 20)}", not of ${firstYear} to ${lastYear}`,
    'a table by sector has its year at the end of its name: icio-sectors-2022.csv',
  )
}

/** Adds a cell to the sales of the pair, and to those of seller and buyer with all others. Sales within an economy are left out. */
function addSale(sales: Map<string, Sale>, row: CsvRow, of: { indicator: string; year: number; column: string }): void {
  const [from, to] = [codeIn(row, 'exporter'), codeIn(row, 'importer')]
  const millions = numberInField(row, of.column)
  if (millions === null || millions < 0) throw bad(row, `has "${row.fields[of.column] ?? ''}" for ${of.column}, not an amount`)
  if (from === to || millions === 0) return
  for (const [seller, buyer] of [
    [from, to],
    [from, 'WLD'],
    ['WLD', to],
  ] as const) {
    const key = `${of.indicator} ${seller} ${buyer} ${of.year}`
    const sale = sales.get(key) ?? { sum: exactSum(), lines: [] }
    sales.set(key, sale)
    sale.sum.add(inSingleUnits(millions, 6))
    sale.lines.push(row.line)
  }
}

function codeIn(row: CsvRow, column: string): string {
  const code = row.fields[column]!
  if (states.includes(code) || code === 'HKG' || code === 'ROW') return code
  throw bad(row, `names "${code.slice(0, 20)}", which is no economy of the tables`)
}

function bad({ at }: CsvRow, what: string): VisavisError {
  return badInput(`${at} ${what}`)
}

function observationsOf(sales: ReadonlyMap<string, Sale>, file: string): Observation[] {
  return [...sales].flatMap(([key, { sum, lines }]): Observation[] => {
    const [indicator, from, to, year] = key.split(' ') as [string, string, string, string]
    const value = Math.round(sum.value())
    if (value < leastValue || [from, to].some((id) => id !== 'WLD' && stateOf(id) === undefined)) return []
    return [
      toObservation(card, {
        indicator,
        from,
        to,
        period: Number(year),
        value,
        unit: 'USD',
        status: 'estimated',
        locator: lines.length > 3 ? `${file}, sum of ${lines.length} cells` : `${file}:${lines.join(', ')}`,
      }),
    ]
  })
}
