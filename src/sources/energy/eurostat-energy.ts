import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { eurostatLicence, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { type PartnerTable, partnerId } from '../rows/partner.ts'

/** For each commodity and unit of the file: the indicator, and the first and last full year in the file. */
const measures = [
  { of: 'gas_all m3', indicator: 'fossil-imports-all-gas-m3', unit: 'm3', from: 2014, to: 2021 },
  { of: 'gas_all TJ', indicator: 'fossil-imports-all-gas-terajoules', unit: 'TJ', from: 2008, to: 2021 },
  { of: 'lng m3', indicator: 'fossil-imports-lng-m3', unit: 'm3', from: 2014, to: 2021 },
  { of: 'lng TJ', indicator: 'fossil-imports-lng-terajoules', unit: 'TJ', from: 2013, to: 2021 },
  { of: 'crude_oil tonne', indicator: 'fossil-imports-crude-tonnes', unit: 'tonnes', from: 2008, to: 2021 },
  { of: 'oil_products tonne', indicator: 'fossil-imports-products-tonnes', unit: 'tonnes', from: 2013, to: 2021 },
  { of: 'coal tonne', indicator: 'fossil-imports-coal-tonnes', unit: 'tonnes', from: 2008, to: 2016 },
] as const

type Measure = (typeof measures)[number]

export const card: SourceCard = {
  id: 'eurostat-energy',
  title: 'Eurostat energy statistics: monthly imports of gas, oil and coal by partner',
  provider: 'Eurostat',
  url: 'https://ec.europa.eu/eurostat/databrowser/explore/all/envir?lang=en&subtheme=nrg',
  licence: eurostatLicence(),
  citation: 'Eurostat (2022). Energy statistics, imports by partner country, monthly data. Luxembourg. Compiled by CREA.',
  vintage: '2022-11 (2008-01 to 2022-09), read 2026-11-24',
  coverage: measures.map(({ indicator, from, to }) => ({
    indicator,
    from: `${from}-01-01`,
    to: `${to}-12-31`,
    whom: 'EU members, Georgia, Moldova, Montenegro, North Macedonia, Norway, Serbia, Turkey, Ukraine and the United Kingdom, in years of which they reported every month',
    absence: 'unknown' as const,
  })),
  quirks: [
    'Quantities only, no values. Gas is pipeline and liquefied together; the liquefied part stands in indicators of its own.',
    'The file has no zeros: a partner without a row in a month is taken as having sold nothing, where the importer reported the fuel from someone in each of the twelve months; other years of an importer are left out.',
    'Imports from partners not specified are left out, so that the partners here do not add up to all imports (in 2021 they miss 59% of the oil products and 21% of the crude oil of Germany).',
    'The file does not say whether the partner of gas is where it was produced or the neighbour whose pipe it came through (Germany has 17.5 bn m3 from the Netherlands in 2021).',
    '2022 ends in August or September; coal ends in 2016.',
    'Eight rows in which a state imports from itself are left out.',
  ],
}

const places: PartnerTable = { passOver: new Set(['']) }
const columns = ['country', 'unit', 'partner', 'date', 'commodity', 'value'] as const

/** Months and sums by partner of one importer, fuel and year. */
interface Year {
  readonly measure: Measure
  readonly importer: string
  readonly year: number
  readonly months: Set<string>
  readonly partners: Map<string, number>
}

/** Reads imports by importer, partner, fuel and full year, in the units of the file. */
export async function readEurostatEnergy(path: string): Promise<ReadObservations> {
  const file = basename(path)
  const years = new Map<string, Year>()
  const once = onlyOnce<string>()
  for (const row of await readCsv(path, columns)) {
    const key = columns.slice(0, -1).map((name) => row.fields[name])
    once(key.join('|'), row.at, (before) => `${row.at} and ${before} both tell of ${key.join(', ')}`)
    addMonth(row, years)
  }
  const full = [...years.values()].filter(({ months }) => months.size === 12)
  return { observations: observationColumns(full.flatMap((year) => observationsOf(year, file))) }
}

function addMonth(row: CsvRow, years: Map<string, Year>): void {
  const { country, unit, partner, date, commodity } = row.fields as Record<(typeof columns)[number], string>
  const measure = measures.find(({ of }) => of === `${commodity} ${unit}`)
  if (measure === undefined) throw badInput(`${row.at} is about ${commodity} in ${unit}, which this file should not have`)
  if (!/^20\d\d-(0[1-9]|1[0-2])-01$/.test(date)) throw badInput(`${row.at} has the date "${date}", not the first of a month`)
  const year = Number(date.slice(0, 4))
  const [importer, from] = [partnerId(country, year, row.at, places), partnerId(partner, year, row.at, places)]
  const value = numberInField(row, 'value')
  if (value !== null && value < 0) throw badInput(`${row.at} has the negative value ${value}`)
  if (importer === null) throw badInput(`${row.at} has the importer "${country}", which is no state`)
  if (value === null) return
  const key = `${measure.of} ${importer} ${year}`
  const found = years.get(key) ?? { measure, importer, year, months: new Set(), partners: new Map() }
  years.set(key, found)
  found.months.add(date)
  if (from !== null && from !== importer) found.partners.set(from, (found.partners.get(from) ?? 0) + value)
}

function observationsOf({ measure, importer, year, partners }: Year, file: string): Observation[] {
  return [...partners].map(([from, value]) =>
    toObservation(card, {
      indicator: measure.indicator,
      from,
      to: importer,
      reporter: importer,
      period: year,
      value: inSingleUnits(value, 0),
      unit: measure.unit,
      status: 'observed',
      locator: file,
    }),
  )
}
