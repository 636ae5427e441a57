import { badInput } from '../../errors.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField } from '../formats/csv.ts'
import { readStrictCsv, wholeNumberInField, yearIn } from '../formats/strict-csv.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { kielDonor, kielSupportFirstDay } from './kiel-donor.ts'

const until = '2026-02-28'
const kinds = ['financial', 'humanitarian', 'military'] as const

export const card: SourceCard = {
  id: 'kiel-ukraine-support-tables',
  title: 'Ukraine Support Tracker, release 28 (January 2022 to February 2026), tables by donor',
  provider: 'Kiel Institute for the World Economy',
  url: 'https://www.kielinstitut.de/publications/ukraine-support-tracker-data-6453/',
  licence: closedLicence(
    'free with citation',
    'https://www.kielinstitut.de/publications/ukraine-support-tracker-data-6453/',
    'Free with citation of the Kiel Institute; no licence is stated that lets others pass the tables on.',
  ),
  citation: 'Trebesch, C., et al. (2026). The Ukraine Support Tracker, release 28. Kiel Institute for the World Economy.',
  vintage: 'release 28 (2026-04), tables of 2026-06-01, accessed via github.com/marhip97/ukrainastotte (unofficial copy)',
  coverage: coverageOf(
    [...kinds.flatMap((kind) => [`support-allocations-${kind}`, `support-commitments-${kind}`]), 'support-disbursements-financial'],
    kielSupportFirstDay,
    until,
    'some 40 governments, the EU (Commission and Council), EPF and EIB, to Ukraine',
  ),
  quirks: [
    'Allocations and commitments are different measures of one thing, never to be added up; disbursements are what was paid.',
    'A donor has a figure for the whole period (country summary) and figures by month; the months leave out measures without a month and do not add up to the whole.',
    'A month without a row has no measure in the tables; that is unknown, not zero.',
    'A negative month takes back what an earlier one had.',
    'The tables were extracted by a third party from a workbook whose form changes with each release; column names are Norwegian.',
  ],
}

/** The three tables of the tracker that are read. Amounts are in EUR or in billion (bn) EUR. */
export interface KielTables {
  /** Path of `..._country_summary.csv`: by donor, bn EUR. */
  readonly summary: string
  /** Path of `..._tidsserier_maanedlig.csv`: by donor, month, kind and measure, EUR. */
  readonly monthly: string
  /** Path of `..._financial_disbursements.csv`: by donor and month, bn EUR. */
  readonly disbursements: string
}

/** Reads government support for Ukraine in EUR: allocations and commitments by donor and kind, in total and by month, and disbursements by month. */
export async function readKielTables(files: KielTables): Promise<ReadObservations> {
  const whole = await readWhole(files.summary)
  const monthly = await readMonthly(files.monthly)
  return { observations: observationColumns([...whole, ...monthly, ...(await readPaid(files.disbursements))]) }
}

async function readWhole(path: string): Promise<Observation[]> {
  const measures = ['allocation', 'commitment'] as const
  const columns = measures.flatMap((measure) => [...kinds, 'total'].map((kind) => `${kind}_${measure}`))
  const rows = await readStrictCsv(path, ['land', ...columns], 'release28_country_summary.csv')
  return rows.flatMap((row) =>
    measures.flatMap((measure) => {
      const parts = kinds.map((kind) => needed(row, `${kind}_${measure}`))
      const total = needed(row, `total_${measure}`)
      const sum = parts.reduce((a, b) => a + b, 0)
      if (Math.abs(sum - total) > 1e-6) throw badInput(`${row.at} has ${total} for total_${measure}, its parts add up to ${sum}`)
      return kinds.map((kind, i) =>
        figureOf(row, 'land', {
          indicator: `support-${measure}s-${kind}`,
          start_date: kielSupportFirstDay,
          end_date: until,
          value: inSingleUnits(parts[i]!, 9),
        }),
      )
    }),
  )
}

async function readMonthly(path: string): Promise<Observation[]> {
  const rows = await readStrictCsv(path, ['land', 'aar', 'maaned', 'kategori', 'maal', 'sum_eur'], 'release28_tidsserier_maanedlig.csv')
  return rows.map((row) => {
    const [kind, measure] = [row.fields['kategori']!.toLowerCase(), row.fields['maal']!]
    if (!kinds.includes(kind as (typeof kinds)[number]) || (measure !== 'Allocation' && measure !== 'Commitment')) {
      throw badInput(`${row.at} has the kind "${row.fields['kategori']}" and the measure "${measure}"`)
    }
    const indicator = `support-${measure.toLowerCase()}s-${kind}`
    return figureOf(row, 'land', { indicator, ...monthOf(row), value: inSingleUnits(needed(row, 'sum_eur'), 0) })
  })
}

async function readPaid(path: string): Promise<Observation[]> {
  const rows = await readStrictCsv(path, ['giver', 'aar', 'maaned', 'verdi_eur_mrd'], 'release28_financial_disbursements.csv')
  return rows.map((row) => {
    const value = inSingleUnits(needed(row, 'verdi_eur_mrd'), 9)
    return figureOf(row, 'giver', { indicator: 'support-disbursements-financial', ...monthOf(row), value })
  })
}

function needed(row: CsvRow, column: string): number {
  const value = numberInField(row, column)
  if (value === null) throw badInput(`${row.at} has nothing for ${column}`)
  return value
}

function monthOf(row: CsvRow): { start_date: string; end_date: string } {
  const year = yearIn(row, 'aar', 2022, 2100)
  const month = wholeNumberInField(row, 'maaned', 1)
  if (month > 12) throw badInput(`${row.at} has ${month} for maaned, not a month`)
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { start_date: `${last.slice(0, 8)}01`, end_date: last }
}

function figureOf(
  row: CsvRow,
  donorColumn: string,
  { indicator, value, ...period }: Pick<Observation, 'indicator' | 'start_date' | 'end_date' | 'value'>,
): Observation {
  const donor = kielDonor(row.fields[donorColumn]!.trim(), row.at)
  if (donor === null) throw badInput(`${row.at} has the donor "${row.fields[donorColumn]}", which is no state`)
  return toObservation(card, { indicator, from: donor, to: 'UKR', period, value, unit: 'EUR', status: 'estimated', locator: row.at })
}
