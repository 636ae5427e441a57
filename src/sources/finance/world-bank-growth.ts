import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { resolve } from '../../states/index.ts'
import { coverageOf, creativeCommonsAttribution, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { withoutRemark } from '../rows/partner.ts'
import { worldBankParty } from './world-bank.ts'

/** The two editions that are bundled. Growth is revised for years, and a text quotes the edition that was current when it was written. */
export const growthEditions = { earlier: 'WDI as of 2025-04-28 (1960 to 2023)', later: 'WDI as of 2026-04-28 (2010 to 2024)' } as const

const growth = { indicator: 'gdp-growth', unit: 'percent', status: 'observed' } as const

export const card: SourceCard = {
  id: 'world-bank-growth',
  title: 'World Development Indicators: real GDP growth',
  provider: 'World Bank',
  url: 'https://data.worldbank.org/indicator/NY.GDP.MKTP.KD.ZG',
  licence: creativeCommonsAttribution('Free to share and adapt with attribution to the World Bank.'),
  citation: 'World Bank (2026). World Development Indicators, series NY.GDP.MKTP.KD.ZG. Washington, DC.',
  vintage: `${growthEditions.earlier}; ${growthEditions.later}`,
  coverage: coverageOf(['gdp-growth'], 1961, 2024, 'states with national accounts, the EU and the world'),
  quirks: [
    'Growth is revised for years: each edition keeps rows of its own, and neither corrects the other. Of 2,884 figures of 2010 to 2023 in both editions one in twenty differs by more than a point, of those of 2023 one in seven.',
    'At constant prices of the state’s own currency: it says nothing of GDP in dollars, which moves with prices and exchange rates.',
    'Years before a state came to be speak of its territory of today.',
    'EU is the union of 27 of today in every year, not its members at the time.',
  ],
}

/** Limits of growth in per cent: the lowest and highest in this series, rounded outwards (Iraq 1991: −64 %, Equatorial Guinea 1997: +150 %). */
const [least, most] = [-80, 200]

/** Column names of the three forms in which the series circulates: name, three-letter code, year, value. */
const forms = [
  { name: 'Country Name', code: 'Country Code', year: 'Year', value: 'Value' },
  { name: 'wb_country_name', code: 'country_code', year: 'year', value: 'gdp_growth' },
  { name: 'country', code: undefined, year: 'date', value: 'gdp_growth' },
] as const

type Form = (typeof forms)[number]

/**
 * Reads the growth of real GDP in per cent a year, of states, the EU and the world. Regional and income groups are dropped.
 *
 * @param path      one edition as CSV, plain or gzipped, with the columns `Country Name, Country Code, Year, Value`, or
 *   `wb_country_name, country_code, year, gdp_growth`, or `country, date, gdp_growth`
 * @param vintage   name of the edition, for each row
 * @throws BadInput for a name or code that is neither a state nor a known group, and for growth beyond the limits
 */
export async function readWorldBankGrowth(path: string, vintage: string = card.vintage): Promise<ReadObservations> {
  const file = basename(path)
  const rows = await readCsv(path, [])
  const form = forms.find(
    (one) => rows[0] !== undefined && [one.name, one.code ?? one.name, one.year, one.value].every((name) => name in rows[0]!.fields),
  )
  if (form === undefined)
    throw badInput(`${file} lacks the columns Country Name, Country Code, Year and Value, or country, date and gdp_growth`)
  return { observations: observationColumns(rows.flatMap((row) => growthIn(row, form, vintage))) }
}

function growthIn(row: CsvRow, form: Form, vintage: string): Observation[] {
  const name = row.fields[form.name]!
  const id = form.code === undefined ? worldBankPartyNamed(name, row.at) : worldBankParty(row.fields[form.code]!, name, row.at)
  const value = numberInField(row, form.value)
  if (id === null || value === null) return []
  if (value < least || value > most)
    throw badInput(
      `${row.at} gives growth of ${value} %: no economy of this series shrank or grew so much in a year`,
      'check the row against the file as the provider serves it',
    )
  return [
    toObservation(card, {
      ...growth,
      from: id,
      to: null,
      period: yearIn(row, form, row.at),
      value: inSingleUnits(value, 0),
      vintage,
      locator: row.at,
    }),
  ]
}

/** Returns the year of a cell that has `2023` or `2023-01-01`. */
function yearIn(row: CsvRow, form: Form, where: string): number {
  const year = /^(\d{4})(?:-01-01)?$/.exec(row.fields[form.year]!)?.[1]
  if (year === undefined) throw badInput(`${where}: "${row.fields[form.year]}" is no year`)
  return Number(year)
}

/** Returns the id of a World Bank name: ISO3, EU or WLD; null for a group or territory. */
function worldBankPartyNamed(name: string, where: string): string | null {
  if (name === 'World') return 'WLD'
  if (name === 'European Union') return 'EU'
  if (name === 'Not classified') return null
  const found = [name, withoutRemark(name)].map((spelling) => resolve(spelling)).find(({ kind }) => kind !== 'unknown')
  if (found === undefined) throw badInput(`${where}: "${name}" is neither a state nor a known group`)
  return found.kind === 'state' ? found.state.iso3 : null
}
