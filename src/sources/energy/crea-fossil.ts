import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { type FossilFuel, fossilFuels } from '../../store/indicators/indicators.ts'
import { comtradeLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { type ExactSum, exactSum, exactSumOf } from '../rows/exact-sum.ts'
import { duplicateGuard } from '../rows/no-duplicates.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { type PartnerTable, partnerId } from '../rows/partner.ts'

export const card: SourceCard = {
  id: 'crea-fossil',
  title: 'Imports of Russian fossil fuels by importer and fuel, from UN Comtrade and Eurostat',
  provider: 'Centre for Research on Energy and Clean Air (CREA)',
  url: 'https://energyandcleanair.org',
  licence: comtradeLicence(
    'CREA compiled it from UN Comtrade, whose terms reserve re-dissemination to written permission; read from the copy of the user.',
  ),
  citation:
    'Centre for Research on Energy and Clean Air (2022). Imports of fossil fuels from Russia, compiled from UN Comtrade and Eurostat. Helsinki.',
  vintage: '2016-01 to 2021-12 of a file of 2022-11, read 2026-11-24',
  coverage: coverageOf(
    ['', ...fossilFuels.map(({ id }) => `-${id}`)].flatMap((fuel) => [`fossil-imports${fuel}`, `fossil-imports${fuel}-tonnes`]),
    2016,
    2021,
    'the EU and importers that reported in all twelve months',
  ),
  quirks: [
    'A year counts for an importer that reported some fuel in each of its twelve months; a fuel it did not report in a month is then taken as not imported.',
    'Gas of EU members is allotted by CREA: it is an estimate, negative for transit states in some months (a fuel with a negative or blank month is left out, and so is the total of that importer).',
    'Turkey is left out: it keeps the origin of its oil, gas and coal secret. Gas, and with it the total, of Austria and Poland is left out for the same reason.',
    '2022 ends in a different month for each importer and is left out.',
  ],
}

const fuels: Readonly<Record<string, FossilFuel>> = {
  coal: 'coal',
  coke: 'coke',
  oil: 'crude',
  oil_products: 'products',
  natural_gas: 'gas',
  lng: 'lng',
  tar: 'tar',
  coal_gas: 'coal-gas',
}

/** Importers that keep the origin of a fuel confidential. Their figure in this file is far too low, and is left out. */
const confidentialOrigins: Readonly<Record<string, readonly FossilFuel[]>> = { TUR: Object.values(fuels), AUT: ['gas'], POL: ['gas'] }
const importers: PartnerTable = { passOver: new Set() }
const lastFullYear = 2021

/** One importer's months in the file, and its sum for each fuel; a sum is null if a month is blank or negative, or the origin confidential. */
interface Importer {
  readonly months: Set<string>
  readonly sums: Map<string, ExactSum | null>
}

/** Reads imports from Russia by importer, fuel and full year, and over all fuels, in EUR and tonnes. */
export async function readCreaFossil(path: string): Promise<ReadObservations> {
  const file = basename(path)
  const years = new Map<string, Importer>()
  const once = duplicateGuard()
  for (const row of await readCsv(path, ['country', 'partner', 'date', 'commodity', 'unit', 'value'])) {
    once(['country', 'partner', 'date', 'commodity', 'unit'].map((name) => row.fields[name]).join(', '), row.at)
    addMonth(row, years)
  }
  const full = [...years].filter(([, importer]) => importer.months.size === 12)
  return { observations: observationColumns(full.flatMap(([key, importer]) => observationsOf(key, importer, file))) }
}

function addMonth(row: CsvRow, years: Map<string, Importer>): void {
  const { country, partner, date, commodity, unit } = row.fields as Record<'country' | 'partner' | 'date' | 'commodity' | 'unit', string>
  const fuel = Object.hasOwn(fuels, commodity) ? fuels[commodity] : undefined
  if (!/^\d{4}-(0[1-9]|1[0-2])-\d\d$/.test(date)) throw badInput(`${row.at} has the date "${date}", not YYYY-MM-DD`)
  if (partner !== 'Russia' || fuel === undefined || !['eur', 'tonne'].includes(unit)) {
    throw badInput(`${row.at} is about ${commodity} from ${partner} in ${unit}`)
  }
  const year = Number(date.slice(0, 4))
  const to = country === 'EU' ? 'EU' : partnerId(country, year, row.at, importers)
  if (to === null || year > lastFullYear || confidentialOrigins[to]?.length === Object.keys(fuels).length) return
  const key = `${to} ${year}`
  const importer = years.get(key) ?? { months: new Set(), sums: new Map() }
  years.set(key, importer)
  importer.months.add(date)
  const value = confidentialOrigins[to]?.includes(fuel) ? null : numberInField(row, 'value')
  const sum = importer.sums.get(`${fuel} ${unit}`) ?? (importer.sums.has(`${fuel} ${unit}`) ? null : exactSum())
  if (value !== null) sum?.add(value)
  importer.sums.set(`${fuel} ${unit}`, value === null || value < 0 ? null : sum)
}

function observationsOf(key: string, { sums }: Importer, file: string): Observation[] {
  const [to, year] = key.split(' ') as [string, string]
  const known = [...sums].map(([of, sum]) => [of, sum?.value() ?? null] as const)
  const rows = known.flatMap(([of, value]): Observation[] => {
    const [fuel, unit] = of.split(' ') as [FossilFuel, 'eur' | 'tonne']
    return value === null ? [] : [observation(`fossil-imports-${fuel}`, unit, value, ['gas', 'lng'].includes(fuel))]
  })
  const totals = (['eur', 'tonne'] as const).flatMap((unit): Observation[] => {
    const parts = known.filter(([of]) => of.endsWith(` ${unit}`)).map(([, value]) => value)
    const whole = parts.some((value) => value === null) ? null : exactSumOf(parts as readonly number[])
    return parts.length === 0 || whole === null ? [] : [observation('fossil-imports', unit, whole, true)]
  })
  return [...rows, ...totals]

  function observation(indicator: string, unit: 'eur' | 'tonne', value: number, estimated: boolean): Observation {
    return toObservation(card, {
      indicator: unit === 'eur' ? indicator : `${indicator}-tonnes`,
      from: 'RUS',
      to,
      reporter: to,
      period: Number(year),
      value: inSingleUnits(value, 0),
      unit: unit === 'eur' ? 'EUR' : 'tonnes',
      valuation: unit === 'eur' ? 'CIF' : null,
      status: estimated ? 'estimated' : 'observed',
      locator: file,
    })
  }
}
