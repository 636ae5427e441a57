import { closedLicence, type SourceCard } from '../cards/source-cards.ts'
import type { ReadObservations } from '../rows/observation.ts'
import { type IndicatorColumn, readStateYears } from '../rows/state-years.ts'

const years = { from: 1816, to: 2025 }

const normal = { unit: 'standard normal score', status: 'estimated', least: -5, most: 5 } as const

const forms: readonly IndicatorColumn[] = [
  { column: 'v2x_polyarchy', indicator: 'electoral-democracy', unit: 'index 0 to 1', status: 'estimated', least: 0, most: 1 },
  { column: 'polity2', indicator: 'polity2', unit: 'score -10 to 10', status: 'observed', least: -10, most: 10 },
  { column: 'euds', indicator: 'unified-democracy', ...normal },
  { column: 'aeuds', indicator: 'unified-democracy-adjusted', ...normal },
]

const ends: Readonly<Record<string, string>> = { polity2: '2020-12-31' }

export const card: SourceCard = {
  id: 'regimes',
  title: 'Democracy by COW state and year: V-Dem 16, Polity 5, extended Unified Democracy Scores (isard)',
  provider: 'V-Dem Institute; Center for Systemic Peace; X. Márquez; joined by S. V. Miller (isard)',
  url: 'https://www.v-dem.net',
  licence: closedLicence(
    'V-Dem CC-BY-SA-4.0, Polity 5 and UDS free with citation',
    'https://www.v-dem.net',
    'V-Dem is CC BY-SA 4.0; Polity 5 and the Unified Democracy Scores are free with citation and state no licence.',
  ),
  citation:
    'Coppedge, M. et al. (2026). V-Dem Country-Year Dataset v16. Varieties of Democracy Project. - Marshall, M. G. (2020). Polity5: Dataset Users Manual v2018. Center for Systemic Peace. - Márquez, X. (2016). A Quick Method for Extending the Unified Democracy Scores.',
  vintage: 'isard at 46944ad of 2026-06-25 (to 2025), read 2026-11-25',
  coverage: forms.map(({ indicator }) => ({
    indicator,
    from: '1816-01-01',
    to: ends[indicator] ?? '2025-12-31',
    whom: 'members of the interstate system; very small states in part',
    absence: 'unknown' as const,
  })),
  quirks: [
    'Reduced to four measures without their intervals: V-Dem publishes a lower and an upper bound that this table does not carry.',
    'Polity ends in 2018, for the United States alone in 2020; 0 there is a score in the middle, or a state in transition, not a blank.',
    'The scale of each measure is its own: they are not to be averaged.',
    'Germany in 1990 has two numbers: the row of 255 (united) counts, which has no V-Dem figure; that of 260 (West) is left out.',
  ],
}

/**
 * Reads four measures of how democratic each state was, by year.
 *
 * @param path  table `cw_democracy` of R's isard as CSV: `ccode, year, euds, aeuds, polity2, v2x_polyarchy`
 */
export function readDemocracyScores(path: string): Promise<ReadObservations> {
  return readStateYears(path, card, years, forms)
}
