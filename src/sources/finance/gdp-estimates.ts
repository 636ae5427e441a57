import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import type { ReadObservations } from '../rows/observation.ts'
import { type IndicatorColumn, readStateYears } from '../rows/state-years.ts'

const years = { from: 1816, to: 2019 }

const series = [
  { column: 'mrgdppc', indicator: 'gdp-per-head-estimate', unit: 'international USD of 2011, PPP' },
  { column: 'pwtrgdp', indicator: 'gdp-estimate', unit: 'international USD of 2017, PPP', power: 6 },
  { column: 'pwtpop', indicator: 'population-estimate', unit: 'persons', power: 6 },
] as const

const forms: readonly IndicatorColumn[] = series.flatMap((one): IndicatorColumn[] => [
  { ...one, status: 'estimated', least: 0 },
  { ...one, column: `sd_${one.column}`, indicator: `${one.indicator}-sd`, status: 'estimated', least: 0 },
])

export const card: SourceCard = {
  id: 'gdp-estimates',
  title: 'Estimates of historic GDP, GDP per head and population by COW state and year (isard)',
  provider: 'C. J. Fariss, T. Anders, J. N. Markowitz and M. Barnum; means by S. V. Miller (isard)',
  url: 'https://doi.org/10.1177/00220027211054432',
  licence: closedLicence(
    'GPL-2.0-or-later',
    'https://github.com/svmiller/isard',
    'The R package is under the GPL; the simulations behind it are free with citation.',
  ),
  citation:
    'Fariss, C. J., Anders, T., Markowitz, J. N. and Barnum, M. (2022). New Estimates of Over 500 Years of Historic GDP and Population Data. Journal of Conflict Resolution 66, 553-591.',
  vintage: 'to 2019, accessed via github.com/svmiller/isard at 46944ad (unofficial copy), read 2026-11-25',
  coverage: coverageOf(
    forms.map(({ indicator }) => indicator),
    1816,
    2019,
    'members of the interstate system',
  ),
  quirks: [
    'Means and standard deviations of simulations from a latent variable model, not what statistical offices reported.',
    'GDP per head is in international dollars of 2011 on the scale of the Maddison Project, GDP in those of 2017 on the scale of the Penn World Table: one divided by the other is no number of people.',
    'The simulations are by Gleditsch and Ward number; Germany, Yemen and Serbia were joined to COW numbers by the package, and 43 state-years have no estimate.',
    'Germany in 1990 stands under two numbers with the same figures; one is kept.',
  ],
}

/**
 * Reads estimated real GDP, GDP per head and population, each with the standard deviation of the estimate, by state and year.
 *
 * @param path  table `cw_gdppop` of R's isard as CSV: `ccode, year, mrgdppc, sd_mrgdppc, pwtrgdp, sd_pwtrgdp, pwtpop, sd_pwtpop`
 */
export function readGdpEstimates(path: string): Promise<ReadObservations> {
  return readStateYears(path, card, years, forms)
}
