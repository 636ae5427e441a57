import type { Indicator } from './indicator.ts'

type Entry = readonly [id: string, title: string, unit: string, higher: string, definition: string]

const nmc: readonly Entry[] = [
  [
    'cinc',
    'Composite index of national capability',
    'share of 1',
    "a larger share of the system's capabilities",
    "Mean of a state's shares of the world's sums of six capabilities: military expenditure and personnel, iron and steel, energy, total and urban people.",
  ],
  [
    'military-expenditure-nmc',
    'Military expenditure (Correlates of War)',
    'mixed',
    'more money for the forces',
    'Military expenditure of a year, current prices: pounds sterling to 1913, US dollars from 1914.',
  ],
  ['military-personnel-nmc', 'Military personnel', 'persons', 'larger forces', 'Troops under the command of the national government.'],
  [
    'iron-steel-nmc',
    'Iron and steel production',
    'tonnes',
    'more heavy industry',
    'Production of iron to 1899 and of steel from 1900, in metric tons.',
  ],
  [
    'energy-consumption-nmc',
    'Primary energy consumption',
    'tonnes of coal equivalent',
    'more industry and comfort',
    'Consumption of primary energy, all fuels in metric tons of coal that give the same heat.',
  ],
  [
    'population-nmc',
    'Population (Correlates of War)',
    'persons',
    'more inhabitants',
    'Total population as the Correlates of War estimate it.',
  ],
  [
    'urban-population-nmc',
    'Urban population (Correlates of War)',
    'persons',
    'more people in cities',
    'People living in cities of 100,000 inhabitants or more.',
  ],
]

const products: readonly Entry[] = [
  [
    'gdp-estimate',
    'Real GDP, estimated',
    'international USD of 2017, PPP',
    'a larger economy',
    'Mean of the simulated real GDP of a year at purchasing power parities, on the scale of the Penn World Table 10.',
  ],
  [
    'gdp-estimate-sd',
    'Real GDP, standard deviation of the estimate',
    'international USD of 2017, PPP',
    'a less certain estimate',
    'Standard deviation of the simulations behind gdp-estimate.',
  ],
  [
    'gdp-per-head-estimate',
    'Real GDP per head, estimated',
    'international USD of 2011, PPP',
    'a richer people',
    'Mean of the simulated real GDP per head of a year, on the scale of the Maddison Project.',
  ],
  [
    'gdp-per-head-estimate-sd',
    'Real GDP per head, standard deviation of the estimate',
    'international USD of 2011, PPP',
    'a less certain estimate',
    'Standard deviation of the simulations behind gdp-per-head-estimate.',
  ],
  ['population-estimate', 'Population, estimated', 'persons', 'more inhabitants', 'Mean of the simulated population of a year.'],
  [
    'population-estimate-sd',
    'Population, standard deviation of the estimate',
    'persons',
    'a less certain estimate',
    'Standard deviation of the simulations behind population-estimate.',
  ],
  [
    'gdp-log',
    'GDP, natural logarithm',
    'ln of USD of 2011',
    'a larger economy',
    'Natural logarithm of the estimated GDP in US dollars of 2011.',
  ],
  [
    'gdp-per-head-log',
    'GDP per head, natural logarithm',
    'ln of USD of 2011',
    'a richer people',
    'Natural logarithm of the estimated GDP per head in US dollars of 2011.',
  ],
  [
    'surplus-product-log',
    'Surplus domestic product, natural logarithm',
    'ln of USD of 2011',
    'more left over after subsistence',
    'Natural logarithm of the part of GDP beyond about three dollars of 2011 a head and day; 0 stands for no surplus at all.',
  ],
  [
    'population-log',
    'Population, natural logarithm',
    'ln of persons',
    'more inhabitants',
    'Natural logarithm of the estimated population.',
  ],
]

const regimes: readonly Entry[] = [
  [
    'electoral-democracy',
    'Electoral democracy index',
    'index 0 to 1',
    'freer and fairer elections, with the liberties they need',
    'V-Dem index of electoral democracy (v2x_polyarchy), point estimate.',
  ],
  [
    'polity2',
    'Polity score',
    'score -10 to 10',
    'a more democratic constitution',
    'Revised combined Polity score, democracy minus autocracy.',
  ],
  [
    'unified-democracy',
    'Extended Unified Democracy Score',
    'standard normal score',
    'a more democratic regime by the verdict of many measures',
    'Latent trait behind many measures of democracy, posterior mean; 0 is the average state-year.',
  ],
  [
    'unified-democracy-adjusted',
    'Extended Unified Democracy Score, adjusted',
    'standard normal score',
    'a more democratic regime by the verdict of many measures',
    'The same moved so that 0 is the average point at which the yes-or-no measures among them call a regime democratic.',
  ],
]

/** Ids of indicators that may be negative: logarithms, and scores around a mean. */
const belowZero = /-log$|^polity2$|^unified-democracy/

/** Sizes and scores of a single state that researchers use as explanatory variables. */
export const capabilityIndicators: readonly Indicator[] = [
  ...stateIndicators(
    nmc,
    'Counts heads, steel and fuel of all states alike: quality, technology and the will to use them are not in it. Many early and wartime figures are guesses of the compilers.',
  ),
  ...stateIndicators(
    products,
    'A model, not an account: it fills two centuries from sources that overlap in part, and its uncertainty is large before 1950. Never to be mixed with reported GDP.',
  ),
  ...stateIndicators(regimes, 'A judgement of experts, put into a number: small differences mean nothing, and editions recode the past.'),
]

function stateIndicators(entries: readonly Entry[], limits: string): Indicator[] {
  return entries.map(([id, title, unit, higher, definition]) => ({
    id,
    title,
    unit,
    relation: 'state',
    domain: null,
    higher,
    definition,
    limits,
    ...(belowZero.test(id) ? { belowZero: true } : {}),
  }))
}
