import { badInput } from '../../errors.ts'
import { resolve, stateOf } from '../../states/index.ts'
import { coverageOf, creativeCommonsAttribution, type SourceCard } from '../cards/source-cards.ts'
import { readCommentedCsv } from '../formats/commented-csv.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { withoutRemark } from '../rows/partner.ts'

export const card: SourceCard = {
  id: 'world-bank',
  title: 'World Development Indicators: GDP and population',
  provider: 'World Bank',
  url: 'https://data.worldbank.org',
  licence: creativeCommonsAttribution('Free to share and adapt with attribution to the World Bank.'),
  citation: 'World Bank (2026). World Development Indicators, series NY.GDP.MKTP.CD and SP.POP.TOTL. Washington, DC.',
  vintage:
    '2026-03 (GDP to 2023, population to 2024), read 2026-11-24; GDP of 2024: 2026-07-13, accessed via github.com/Synthminds/GreatRewire at c2525ed (unofficial copy)',
  coverage: [
    ...coverageOf(['gdp'], 1960, 2024, 'states with national accounts, the EU and the world'),
    ...coverageOf(['population'], 1960, 2024, 'all states, the EU and the world'),
  ],
  quirks: [
    'Years before a state came to be speak of its territory of today (Ukraine 1987).',
    'EU is the union of 27 of today in every year, not its members at the time.',
    'GDP of 2024 is of a later edition than the years before, which it may have revised.',
    'Population is a mid-year estimate; GDP is what the state reported, at market exchange rates.',
    'Some series begin late in this edition (Afghanistan 2000); a gap is unknown, not zero.',
  ],
}

/** Codes of regional, income and lending groups, which only the World Bank uses. */
const groups = new Set(
  (
    'AFE AFW ARB CEB CHI CSS EAP EAR EAS ECA ECS EMU FCS HIC HPC IBD IBT IDA IDB IDX LAC LCN LDC LIC LMC LMY LTE MEA MIC MNA NAC OED OSS PRE ' +
    'PSS PST SAS SSA SSF SST TEA TEC TLA TMN TSA TSS UMC'
  ).split(' '),
)

const indicatorUnits = { gdp: 'USD', population: 'persons' } as const

/** The files of the two series, each a CSV of `Country Name, Country Code, Year, Value`. */
export interface WorldBankFiles {
  readonly gdp: string
  readonly population: string
}

/** Reads GDP (USD, current prices) and population of states, the EU and the world, by year. Regional and income groups are dropped. */
export async function readWorldBank(files: WorldBankFiles): Promise<ReadObservations> {
  const gdp = await seriesOf('gdp', files.gdp)
  return { observations: observationColumns([...gdp, ...(await seriesOf('population', files.population))]) }
}

async function seriesOf(indicator: keyof typeof indicatorUnits, path: string): Promise<Observation[]> {
  const rows = await readCsv(path, ['Country Name', 'Country Code', 'Year', 'Value'], 'any')
  checkEnd(rows)
  return rows.flatMap((row): Observation[] => {
    const code = row.fields['Country Code']!
    const id = worldBankParty(code, row.fields['Country Name']!, row.at)
    const value = numberInField(row, 'Value')
    if (id === null || value === null) return []
    return [observationOf(indicator, id, Number(row.fields.Year), value, row.at, card.vintage)]
  })
}

/** Vintage of the edition from which the record takes the GDP of 2024. */
const laterVintage = 'WDI as of 2026-07-13 (GDP to 2024)'

/**
 * Reads GDP of one year from a later edition: CSV with the columns `country_iso3`, `country_name`, `year`, `gdp_usd`, under lines of comment.
 *
 * @throws BadInput for a code that is neither a state nor a known group
 */
export async function readWorldBankGdp(path: string, year: number): Promise<ReadObservations> {
  const { rows } = await readCommentedCsv(path, ['country_iso3', 'country_name', 'year', 'gdp_usd'])
  // codes of two letters are groups by income and lending
  const own = rows.filter(({ fields }) => fields['year'] === String(year) && fields['country_iso3']!.length === 3)
  const found = own.flatMap((row): Observation[] => {
    const id = worldBankParty(row.fields['country_iso3']!, row.fields['country_name']!, row.at)
    const value = numberInField(row, 'gdp_usd')
    return id === null || value === null ? [] : [observationOf('gdp', id, year, value, row.at, laterVintage)]
  })
  return { observations: observationColumns(found) }
}

function observationOf(
  indicator: keyof typeof indicatorUnits,
  id: string,
  year: number,
  value: number,
  locator: string,
  vintage: string,
): Observation {
  return toObservation(card, {
    ...{ indicator, from: id, to: null, period: year, value: inSingleUnits(value, 0), unit: indicatorUnits[indicator] },
    ...{ status: indicator === 'population' ? 'estimated' : 'observed', locator, vintage },
  })
}

/**
 * Checks the last figure of a file. These files end without a line break, so a figure that was cut off does not show. If the line above is about the same
 * state, the last figure must be at least a fifth of the figure above.
 */
function checkEnd(rows: readonly CsvRow[]): void {
  const [before, last] = rows.slice(-2)
  if (before === undefined || last === undefined || before.fields['Country Code'] !== last.fields['Country Code']) return
  const [was, is] = [numberInField(before, 'Value'), numberInField(last, 'Value')]
  if (was === null || is === null || is >= was / 5) return
  throw badInput(
    `${last.at} ends with ${is}, the year before has ${was}: the file may be cut off`,
    'fetch the file again; if it is whole, end it with a row of another state',
  )
}

/**
 * Returns the id of a World Bank code: ISO3, EU or WLD; null for a group or territory.
 *
 * @throws BadInput for any other code
 */
export function worldBankParty(code: string, name: string, where: string): string | null {
  if (code === 'WLD') return 'WLD'
  if (code === 'EUU') return 'EU'
  if (groups.has(code)) return null
  const state = stateOf(code)
  if (state !== undefined) return state.iso3
  const found = [name, withoutRemark(name)].map((spelling) => resolve(spelling)).find(({ kind }) => kind !== 'unknown')
  if (found?.kind === 'state') return found.state.iso3
  if (found?.kind === 'territory') return null
  throw badInput(`${where}: "${name}" (${code}) is neither a state nor a known group`)
}
