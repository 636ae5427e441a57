import { correlatesOfWarLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import type { ReadObservations } from '../rows/observation.ts'
import { type IndicatorColumn, readStateYears } from '../rows/state-years.ts'

const years = { from: 1816, to: 2022 }

/** Returns the currency of military expenditure: pounds sterling until the year before the First World War, US dollars from 1914. */
const currency = (year: number): string => (year < 1914 ? 'GBP' : 'USD')

const count = (column: string, indicator: string, unit: IndicatorColumn['unit'], power = 3): IndicatorColumn => ({
  column,
  indicator,
  unit,
  status: 'observed',
  power,
  least: 0,
})

const forms: readonly IndicatorColumn[] = [
  { column: 'cinc', indicator: 'cinc', unit: 'share of 1', status: 'estimated', least: 0, most: 1 },
  count('milex', 'military-expenditure-nmc', currency),
  count('milper', 'military-personnel-nmc', 'persons'),
  count('irst', 'iron-steel-nmc', 'tonnes'),
  count('pec', 'energy-consumption-nmc', 'tonnes of coal equivalent'),
  count('tpop', 'population-nmc', 'persons'),
  count('upop', 'urban-population-nmc', 'persons'),
]

export const card: SourceCard = {
  id: 'cow-nmc',
  title: 'National Material Capabilities 7.0',
  provider: 'Correlates of War Project',
  url: 'https://correlatesofwar.org/data-sets/national-material-capabilities/',
  licence: correlatesOfWarLicence('https://correlatesofwar.org/data-sets/national-material-capabilities/'),
  citation:
    'Singer, J. D., Bremer, S. and Stuckey, J. (1972). Capability Distribution, Uncertainty, and Major Power War, 1820-1965. In B. Russett (ed.), Peace, War, and Numbers. Sage. Data: National Material Capabilities 7.0.',
  vintage: '7.0 (to 2022), read 2026-11-25',
  coverage: coverageOf(
    forms.map(({ indicator }) => indicator),
    1816,
    2022,
    'members of the interstate system',
  ),
  quirks: [
    'Military expenditure is in pounds sterling to 1913 and in US dollars from 1914, both current and at market rates: no series runs across 1914, and none across inflation.',
    'A blank (-9 in the native file) is missing; a 0 is recorded as none, and in small states may mean less than the unit of a thousand.',
    'CINC is computed by the source from what it has, so a state with blanks has a CINC nevertheless.',
    'Figures stand in thousands in the file; a thousand is the least it can tell apart.',
    'Germany in 1990 has two numbers: the row of 255 (united) counts, that of 260 (West) is left out.',
  ],
}

/**
 * Reads the six capabilities of each state and their index, by year.
 *
 * @param path  `NMC-70-abridged.csv` (columns `ccode, year, milex, milper, irst, pec, tpop, upop, cinc`; missing is -9), or the same with blanks
 */
export function readCowNmc(path: string): Promise<ReadObservations> {
  return readStateYears(path, card, years, forms, { missing: [-9] })
}
