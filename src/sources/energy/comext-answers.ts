import { badInput } from '../../errors.ts'
import { resolve, states } from '../../states/index.ts'
import { coverageOf, eurostatLicence, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { duplicateGuard } from '../rows/no-duplicates.ts'
import { checkNonNegative } from '../rows/non-negative-amount.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { comextMeasures, fuelHeadings, fuelHeadingsLeftOut } from './fuel-headings.ts'

export const card: SourceCard = {
  id: 'comext-answers',
  title: 'Comext: fossil fuels that a member of the EU imports from a supplier, answers of the API',
  provider: 'Eurostat',
  url: 'https://ec.europa.eu/eurostat/databrowser/view/DS-045409',
  licence: eurostatLicence(),
  citation: 'Eurostat. EU trade since 1988 by HS2-4-6 and CN8 (data set DS-045409), headings 2701 to 2711. Luxembourg.',
  vintage: 'answers of the API as the user brought them; each says when it was updated',
  coverage: coverageOf(
    Object.values(fuelHeadings).flatMap((fuel) => [`fossil-imports-${fuel}`, `fossil-imports-${fuel}-tonnes`]),
    1988,
    2025,
    'importers of the EU, suppliers and years that the user asked for',
  ),
  quirks: [
    'What a member keeps secret is not in the answer: a fuel without a row is unknown, not none.',
    'Pipeline gas is left out, since its origin is kept secret by several members; for the same reason there is no total over fuels.',
    'The supplier is the country of origin for goods from outside the EU, and the country of dispatch within it.',
  ],
}

/** Codes of Comext that differ from ISO 3166. */
const ownCodes: Readonly<Record<string, string>> = { XS: 'SRB', XK: 'XKX' }
const byCode: ReadonlyMap<string, string> = new Map([
  ...states.flatMap(({ iso2, iso3 }) => (iso2 === null ? [] : [[iso2, iso3] as const])),
  ...Object.entries(ownCodes),
])

/**
 * Returns the code of a state in Comext; undefined if it has none.
 *
 * @example [comextCode('DEU'), comextCode('SRB'), comextCode('GRC')]   // ['DE', 'XS', 'GR']
 */
export function comextCode(iso3: string): string | undefined {
  const own = Object.keys(ownCodes).find((code) => ownCodes[code] === iso3)
  return own ?? states.find((state) => state.iso3 === iso3)?.iso2 ?? undefined
}

const columns = [
  'DATAFLOW',
  'LAST UPDATE',
  'freq',
  'reporter',
  'partner',
  'product',
  'flow',
  'indicators',
  'TIME_PERIOD',
  'OBS_VALUE',
] as const

/** Reads yearly imports of fuels by importer and supplier, in EUR and tonnes, from answers of the API in SDMX-CSV. */
export async function readComextAnswers(paths: readonly string[]): Promise<ReadObservations> {
  const rows: Observation[] = []
  for (const path of paths) {
    const once = duplicateGuard()
    for (const row of await readCsv(path, columns)) {
      once(['reporter', 'partner', 'product', 'indicators', 'TIME_PERIOD'].map((name) => row.fields[name]).join(', '), row.at)
      rows.push(...observationOf(row))
    }
  }
  return { observations: observationColumns(rows) }
}

function observationOf(row: CsvRow): Observation[] {
  const { product, indicators, TIME_PERIOD: period } = row.fields as Record<(typeof columns)[number], string>
  const vintage = editionOfRow(row, row.at)
  const fuel = Object.hasOwn(fuelHeadings, product) ? fuelHeadings[product] : undefined
  const measure = Object.hasOwn(comextMeasures, indicators) ? comextMeasures[indicators] : undefined
  if (measure === undefined || (fuel === undefined && !fuelHeadingsLeftOut.has(product)))
    throw badInput(`${row.at} has product ${product}, indicator ${indicators}`)
  const [importer, supplier] = [comextParty(row.fields['reporter']!, row.at), comextParty(row.fields['partner']!, row.at)]
  const value = checkNonNegative(numberInField(row, 'OBS_VALUE'), row.at, 'OBS_VALUE')
  if (fuel === undefined || importer === null || supplier === null || value === null) return []
  return [
    toObservation(card, {
      ...{ indicator: `fossil-imports-${fuel}${measure.suffix}`, unit: measure.unit, valuation: measure.valuation, status: 'observed' },
      ...{ from: supplier, to: importer, reporter: importer, period: Number(period), value: inSingleUnits(value, measure.power) },
      ...{ vintage, locator: row.at },
    }),
  ]
}

/** Checks that a row is a year of imports from this data set, and returns its edition, `DS-045409, updated 2026-09-15`. */
function editionOfRow({ fields }: CsvRow, where: string): string {
  if (!/^ESTAT:DS-045409\([\d.]+\)$/.test(fields['DATAFLOW']!))
    throw badInput(`${where} is of the data flow "${fields['DATAFLOW']}", not of ESTAT:DS-045409`)
  if (fields['flow'] !== '1') throw badInput(`${where} has the flow "${fields['flow']}", not imports (1)`)
  if (fields['freq'] !== 'A' || !/^(19|20)\d\d$/.test(fields['TIME_PERIOD']!))
    throw badInput(`${where} is of "${fields['TIME_PERIOD']}" at the frequency "${fields['freq']}", not of a year`)
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d\d)\b/.exec(fields['LAST UPDATE']!) ?? []
  if (day === undefined) throw badInput(`${where} says LAST UPDATE "${fields['LAST UPDATE']}", not a day`)
  return `DS-045409, updated 20${year}-${month}-${day}`
}

/**
 * Returns the state of a code of Comext; WLD for the world, EU for the union of 27; null for territories, remainders and other groups.
 *
 * @throws BadInput for an unknown code, with its place
 */
export function comextParty(code: string, where: string): string | null {
  if (code === 'WORLD') return 'WLD'
  if (code === 'EU27_2020') return 'EU'
  const state = byCode.get(code)
  if (state !== undefined) return state
  if (/_|^(Q|X)[A-Z]$/.test(code) || resolve(code).kind === 'territory') return null
  throw badInput(`${where} names "${code.slice(0, 40)}", which is neither a state nor a territory or remainder we know`)
}
