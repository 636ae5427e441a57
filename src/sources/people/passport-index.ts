import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { coverageOf, openLicence, type SourceCard } from '../cards/source-cards.ts'
import type { CsvRow } from '../formats/csv.ts'
import { readStrictCsv } from '../formats/strict-csv.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'
import { stateCodesIn } from '../rows/unknown-codes.ts'

/** The day of the edition. */
const day = '2025-01-12'

export const card: SourceCard = {
  id: 'passport-index',
  title: 'Visa rules of 199 passports for 199 destinations, 12 January 2025',
  provider: 'Passport Index (passportindex.org), collected by I. Ilyankou',
  url: 'https://github.com/ilyankou/passport-index-dataset',
  licence: openLicence(
    'MIT',
    'https://github.com/ilyankou/passport-index-dataset/blob/master/LICENSE',
    'Use, copy and pass on with the notice of copyright.',
  ),
  citation: 'Ilyankou, I. Passport Index Dataset, 12 January 2025 (passport-index-tidy-iso3.csv at a46dbc8). Figures of passportindex.org.',
  vintage: '2025-01-12 (a46dbc8)',
  coverage: coverageOf(['visa-rule', 'visa-free-days'], day, day, 'all pairs of 195 states (and four places that are no states, left out)'),
  quirks: [
    'A picture of one day, 12 January 2025, checked by volunteers; no government stands behind it.',
    'Rules for a short visit by holders of an ordinary passport; rules for work, and for diplomatic passports, differ.',
    'The waivers that China gave to many states in 2024 and 2025 came into it late.',
    'Hong Kong, Macao, Palestine and the Holy See have rows of their own in the table; they are left out, as no states.',
  ],
}

/** The source's words for a rule, and our code: the higher, the less is to be done before the journey. */
const rules: Readonly<Record<string, number>> = {
  'no admission': 0,
  'visa required': 1,
  'e-visa': 2,
  eta: 3,
  'visa on arrival': 4,
  'visa free': 5,
}
const visaFree = rules['visa free']!

/** Places of the table that are no states. */
const places: ReadonlySet<string> = new Set(['HKG', 'MAC', 'PSE', 'VAT'])

/**
 * Reads the visa rule for each passport and destination as a code (`visa-rule`), and the days that a visitor may stay without a visa where the table states them
 * (`visa-free-days`).
 *
 * @param path   CSV `Passport,Destination,Requirement` with ISO3 codes, plain or gzipped
 * @throws BadInput with file and line for an unknown rule, more than 366 days, a passport and destination twice, a rule for the own state, or codes of which most
 *   are unknown
 */
export async function readPassportIndex(path: string, reportQuirk: (quirk: string) => void = () => {}): Promise<ReadObservations> {
  const rows = await readStrictCsv(
    path,
    ['Passport', 'Destination', 'Requirement'],
    'the table of visa rules by passport and destination (ISO3, tidy)',
  )
  const gathered = observationCollector(card)
  const once = onlyOnce<number>()
  const codes = stateCodesIn(basename(path), places)
  for (const row of rows) {
    const [from, to] = [row.fields['Passport']!.trim(), row.fields['Destination']!.trim()]
    once(`${from} ${to}`, row.line, (before) => `${row.at} has ${from} to ${to}, as line ${before} has`)
    const areStates = codes.areStates(from, to)
    const rule = ruleIn(row, row.at, from === to)
    if (rule === undefined || !areStates) continue
    const about = { from, to, period: day, status: 'observed', locator: row.at } as const
    gathered.add({ ...about, indicator: 'visa-rule', value: rule.code, unit: 'of 5' })
    if (rule.days !== undefined) gathered.add({ ...about, indicator: 'visa-free-days', value: rule.days, unit: 'days' })
  }
  codes.report(reportQuirk)
  return { observations: gathered.columns() }
}

/** Returns the rule of a row; undefined for the row of a passport in its own state, which has -1. */
function ruleIn(row: CsvRow, at: string, own: boolean): { code: number; days?: number } | undefined {
  const text = row.fields['Requirement']!.trim().toLowerCase()
  if (own !== (text === '-1')) throw badInput(`${at} has "${text}" for ${own ? 'the own state' : 'another state'}`)
  if (own) return undefined
  if (Object.hasOwn(rules, text)) return { code: rules[text]! }
  const days = Number(text)
  if (/^\d{1,3}$/.test(text) && days >= 1 && days <= 366) return { code: visaFree, days }
  throw badInput(`${at} has the rule "${text}", which is neither days (1 to 366) nor one of: ${Object.keys(rules).join(', ')}`)
}
