import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { coverageOf, eurostatLicence, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { duplicateGuard } from '../rows/no-duplicates.ts'
import { checkNonNegative } from '../rows/non-negative-amount.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { partnerId } from '../rows/partner.ts'
import { comextMeasures, fuelHeadings, fuelHeadingsLeftOut } from './fuel-headings.ts'

export const card: SourceCard = {
  id: 'comext-fossil',
  title: 'Comext: EU imports of fossil fuels by supplier',
  provider: 'Eurostat',
  url: 'https://ec.europa.eu/eurostat/comext/newxtweb',
  licence: eurostatLicence(),
  citation: 'Eurostat (2022). EU trade since 1988 by HS2-4-6 and CN8 (data set DS-045409), headings 2701 to 2711. Luxembourg.',
  vintage: '2022, 19 suppliers, read 2026-11-24',
  coverage: coverageOf(
    ['coal', 'coke', 'crude', 'products', 'lng'].flatMap((fuel) => [`fossil-imports-${fuel}`, `fossil-imports-${fuel}-tonnes`]),
    2019,
    2021,
    'the EU of 27 from 19 suppliers, and from all third states (WLD) to 2020',
  ),
  quirks: [
    'Pipeline gas is left out: Germany and others keep its origin secret, so that the published figure for Russia in 2021 (12.9 bn EUR) is less than a third of the trade; for the same reason there is no total over fuels.',
    'Member states are left out: what they keep secret differs from one to the other.',
    'EU from the world is its imports from third states (extra-EU), of 2019 and 2020 only: the file lacks it for December 2021.',
    'A year is the sum of its months; a month without a row is one without declared trade.',
  ],
}

const [union, world] = ['EU27_2020', 'EU27_2020_EXTRA']

/** Reads imports of the EU of 27 by supplier, fuel and full year, in EUR and tonnes. */
export async function readComextFossil(path: string): Promise<ReadObservations> {
  const file = basename(path)
  const rows = await readCsv(path, ['REPORTER', 'PARTNER', 'PRODUCT', 'FLOW', 'PERIOD', 'INDICATORS', 'INDICATOR_VALUE'])
  const once = duplicateGuard()
  for (const row of rows) {
    checkPlace(row)
    once(['REPORTER', 'PARTNER', 'PRODUCT', 'FLOW', 'PERIOD', 'INDICATORS'].map((name) => row.fields[name]).join(', '), row.at)
  }
  const periods = new Set(rows.map((row) => row.fields.PERIOD!))
  const worldPeriods = new Set(
    rows.filter((row) => row.fields.REPORTER === union && row.fields.PARTNER === world).map((row) => row.fields.PERIOD!),
  )
  const sums = new Map<string, Observation>()
  for (const row of rows) {
    const observation = row.fields.REPORTER === union ? observationOf(row, file) : null
    if (observation === null || !isFull(row.fields.PERIOD!.slice(0, 4), observation.from_id === 'WLD' ? worldPeriods : periods)) continue
    const key = `${observation.indicator} ${observation.from_id} ${observation.start_date}`
    const before = sums.get(key)
    sums.set(key, before === undefined ? observation : { ...before, value: before.value + observation.value })
  }
  return { observations: observationColumns([...sums.values()].map((row) => ({ ...row, value: inSingleUnits(row.value, 0) }))) }
}

/** Checks importer and month: if one of them were damaged, the row would silently be left out of a sum. */
function checkPlace({ at, fields: { REPORTER: reporter, PERIOD: period } }: CsvRow): void {
  if (/^([A-Z]{2}|EU27_2020|EA19|EUROZONE)$/.test(reporter!) && /^\d{4}(0[1-9]|1[0-2])$/.test(period!)) return
  throw badInput(`${at} has the reporter "${reporter}" and the period "${period}", not a code and YYYYMM`)
}

const isFull = (year: string, periods: ReadonlySet<string>): boolean =>
  Array.from({ length: 12 }, (_, i) => `${year}${String(i + 1).padStart(2, '0')}`).every((period) => periods.has(period))

function observationOf(row: CsvRow, file: string): Observation | null {
  const { PRODUCT: product, PARTNER: partner, INDICATORS: measured, FLOW: flow, PERIOD: period } = row.fields as Record<string, string>
  const fuel = Object.hasOwn(fuelHeadings, product!) ? fuelHeadings[product!] : undefined
  const measure = Object.hasOwn(comextMeasures, measured!) ? comextMeasures[measured!] : undefined
  if (flow !== '1' || measure === undefined || (fuel === undefined && !fuelHeadingsLeftOut.has(product!))) {
    throw badInput(`${row.at} has flow ${flow}, product ${product}, indicator ${measured}`)
  }
  const year = Number(period!.slice(0, 4))
  const value = checkNonNegative(numberInField(row, 'INDICATOR_VALUE'), row.at, 'INDICATOR_VALUE')
  if (fuel === undefined || value === null || partner === 'EU27_2020_INTRA') return null
  const from = partner === world ? 'WLD' : partnerId(partner!, year, row.at, { passOver: new Set() })
  if (from === null) return null
  return toObservation(card, {
    ...{ indicator: `fossil-imports-${fuel}${measure.suffix}`, unit: measure.unit, valuation: measure.valuation, status: 'observed' },
    ...{ from, to: 'EU', reporter: 'EU', period: year, value: inSingleUnits(value, measure.power), locator: file },
  })
}
