import { type Reproduction, roundingTolerance } from './reproduction.ts'

interface Group extends Pick<Reproduction, 'measure' | 'where' | 'tolerance' | 'test'> {
  /** Begins the id of each number. */
  readonly id: string
  /** What the numbers of the group are, before the name of each. */
  readonly what: string
  readonly note?: string
  readonly numbers: readonly (readonly [id: string, what: string, published: number, ours: number])[]
}

const oneSectorTest = 'test/reference/one-sector-models.test.ts'
const linksTest = 'test/reference/input-links-models.test.ts'
const liberationTest = 'test/reference/liberation-day.test.ts'

const bracketTest = 'test/whole/reference/decoupling-brackets.test.ts'
const icioWhere = 'an independent solution on the same tables, brackets of two decimals'

const econpolNote =
  'The two need not agree. The report uses GTAP data with input links, more sectors and its own elasticities. On our tables of 2022, which have no links, losses are smaller; on those of 2011 links alone make them 1.9 to 3 times as large.'

const econpol = [
  ['RUS', 'allies and Russia: Russia', -9.7],
  ['allies', 'allies and Russia: the allies', -0.2],
  ['EU', 'European Union and China: the Union', -0.8],
  ['CHN', 'European Union and China: China', -0.9],
  ['West', 'West and East: the West', -1.3],
  ['East', 'West and East: Brazil, Russia, India and China', -3.9],
] as const

const groups: readonly Group[] = [
  {
    id: 'ge-gravity',
    measure: 'one-sector-model',
    what: 'enlargement of the European Union, 44 economies, θ = 4, real spending afterwards over before:',
    where: 'GE_gravity (Baier, Yotov and Zylkin), output of Stata',
    tolerance: 1e-7,
    test: oneSectorTest,
    numbers: [
      ['HUN', 'Hungary', 1.01404285430908, 1.01404281187],
      ['POL', 'Poland', 1.00680363178253, 1.00680357816],
      ['DEU', 'Germany', 1.00072491168976, 1.00072493771],
      ['RUS', 'Russia', 0.999797761440277, 0.999797747275],
    ],
  },
  {
    id: 'gegravity',
    measure: 'one-sector-model',
    what: 'agreement of Canada and Japan, 30 countries, σ = 5, price of what the country makes, change in %:',
    where: 'gegravity 0.3 (US International Trade Commission)',
    tolerance: 1e-6,
    test: oneSectorTest,
    note: 'gegravity keeps the shares of output and spending of the start, so that ours is taken after the first round too.',
    numbers: [
      ['CAN', 'Canada', -0.1357699765, -0.135769959555],
      ['JPN', 'Japan', 0.2453922575, 0.245392257892],
      ['USA', 'United States', -0.04093889795, -0.0409388968589],
    ],
  },
  {
    id: 'wto-guide',
    measure: 'one-sector-model',
    what: 'no borders, 69 countries of 2006, σ = 7, real GDP, change in %:',
    where: 'Yotov, Piermartini, Monteiro and Larch 2016, chapter 2, result file of the authors',
    tolerance: null,
    test: oneSectorTest,
    note: 'The two need not agree: the loop of the guide ends when prices change by less than 0.01, and leaves up to 2.4 % of a country’s goods without a buyer. Ours equals an exact solution of the same equations to 5e-6 points.',
    numbers: [
      ['ARG', 'Argentina', 49.0068052, 49.0640615491],
      ['DEU', 'Germany', 24.3132461, 24.4060819158],
      ['HKG', 'Hong Kong', 16.5715394, 17.1694792082],
      ['USA', 'United States', 10.6517419, 10.6813269064],
    ],
  },
  {
    id: 'caliendo-parro-zero',
    measure: 'input-links-model',
    what: 'tariffs of NAFTA, 31 × 40 of 1993, deficits set to zero, welfare in %:',
    where: 'cp2015, an independent program for the model of Caliendo and Parro 2015 (which prints 1.31, −0.06 and 0.08)',
    tolerance: 1e-5,
    test: linksTest,
    numbers: [
      ['Mexico', 'Mexico', 1.3121137284513, 1.31211369845],
      ['Canada', 'Canada', -0.0638163875506, -0.0638163143308],
      ['USA', 'United States', 0.0847532145642, 0.0847533169702],
    ],
  },
  {
    id: 'caliendo-parro-kept',
    measure: 'input-links-model',
    what: 'tariffs of NAFTA, 31 × 40 of 1993, deficits kept, welfare in %:',
    where: 'cp2015, an independent program for the model of Caliendo and Parro 2015 (which prints 1.31, −0.06 and 0.08)',
    tolerance: 1e-5,
    test: linksTest,
    numbers: [
      ['Mexico', 'Mexico', 1.174264456, 1.1742644899],
      ['Canada', 'Canada', -0.04051527633, -0.0405152845538],
      ['USA', 'United States', 0.08495725529, 0.0849572512832],
    ],
  },
  {
    id: 'us-tariff-40',
    measure: 'input-links-model',
    what: 'US tariff of 40 % on all imports, 34 × 31 of 2008, welfare in %:',
    where: 'Costinot and Rodríguez-Clare 2014, table 4.2, several sectors with intermediates',
    tolerance: 0.15,
    test: linksTest,
    note: 'The handbook used the World Input-Output Database as released in April 2012, ours is the release of November 2013: another vintage of the data, so that agreement to the last digit is not to be had.',
    numbers: [
      ['USA', 'United States', 0.63, 0.609841266781],
      ['CAN', 'Canada', -2.28, -2.32586842006],
      ['MEX', 'Mexico', -1.67, -1.69219937788],
      ['CHN', 'China', -0.46, -0.32638383914],
      ['DEU', 'Germany', -0.2, -0.206622017612],
    ],
  },
  {
    id: 'liberation-day',
    measure: 'liberation-day-model',
    what: 'tariffs as announced, revenue lowers the income tax, welfare in %:',
    where: 'Ignatenko, Lashkaripour, Macedoni and Simonovska 2025, output file of the authors’ package',
    tolerance: 1e-8,
    test: liberationTest,
    numbers: [
      ['USA', 'United States', 1.13071239738307, 1.13071239738],
      ['CHN', 'China', -1.13256221236169, -1.13256221236],
      ['RUS', 'Russia', -0.861290671205728, -0.861290671206],
      ['VNM', 'Vietnam', -11.0228558417723, -11.0228558418],
    ],
  },
  {
    id: 'liberation-day-usa',
    measure: 'liberation-day-model',
    what: 'welfare of the United States in %,',
    where: 'Ignatenko, Lashkaripour, Macedoni and Simonovska 2025, printed tables',
    tolerance: roundingTolerance(2),
    test: liberationTest,
    numbers: [
      ['lump-sum', 'revenue paid out to all alike', -0.01, -0.00572339634494],
      ['eaton-kortum', 'no part of a sale paid locally (Eaton and Kortum)', 1.24, 1.24257433876],
      ['elasticity-8', 'elasticity 8', 0.33, 0.32565345773],
      ['optimal', 'the best uniform tariff', 1.79, 1.789558734],
      ['reciprocal', 'partners answer with the same tariffs', -0.36, -0.357627430633],
      ['retaliation', 'partners answer with their best tariff', -0.75, -0.745409699118],
      ['both-optimal', 'best tariff against best tariff', -0.32, -0.31913081425],
    ],
  },
  ...(
    [
      [
        'many-sectors-model',
        'tables of 2022, 81 × 28, without input links',
        'test/whole/reference/model-runs.test.ts',
        [-1.88, -0.06, -0.42, -0.27, -0.62, -1.09],
      ],
      [
        'input-links-model',
        'tables of 2011, 41 × 31, with input links',
        'test/scenarios/links-comparison.test.ts',
        [-6.22, -0.08, -0.53, -1.29, -0.85, -3.48],
      ],
    ] as const
  ).map(
    ([measure, version, test, ours]): Group => ({
      id: `econpol-${measure}`,
      measure,
      what: `trade costs doubled both ways, real spending in %, ${version}:`,
      where: 'Felbermayr, Mahlkow and Sandkamp 2022, EconPol Policy Report 41',
      tolerance: null,
      test,
      note: econpolNote,
      numbers: econpol.map(([id, what, published], k) => [id, what, published, ours[k]!] as const),
    }),
  ),
  {
    id: 'icio-eu-china',
    measure: 'many-sectors-model',
    what: 'European Union and China double the cost of their trade, six published sets of elasticities, tables of 2022 with tariffs, %:',
    where: icioWhere,
    tolerance: 0.006,
    test: bracketTest,
    numbers: [
      ['EU-low', 'largest loss of the Union', -0.59, -0.588906595452],
      ['EU-high', 'smallest loss of the Union', -0.3, -0.294953197297],
      ['CHN-low', 'largest loss of China', -0.35, -0.34944069575],
      ['CHN-high', 'smallest loss of China', -0.29, -0.287410184009],
    ],
  },
  {
    id: 'icio-allies',
    measure: 'many-sectors-model',
    what: 'the same between allies and Russia, or West and East, %:',
    where: icioWhere,
    tolerance: 0.05,
    test: bracketTest,
    note: 'The other solution does not say who the allies are; ours are those of the presets. One ally less, or Singapore more, moves these numbers by as much as they differ. Between the European Union and China, where there is no such choice, both agree to the digits given. The tariffs may not be passed on, so that these eight numbers cannot be rerun with the package alone.',
    numbers: [
      ['RUS-low', 'largest loss of Russia', -2.15, -2.18025316608],
      ['RUS-high', 'smallest loss of Russia', -1.76, -1.80016372189],
      ['allies-low', 'largest loss of the allies', -0.082, -0.0822514149592],
      ['allies-high', 'smallest loss of the allies', -0.058, -0.0585039452895],
      ['West-low', 'largest loss of the West', -0.82, -0.805399454236],
      ['West-high', 'smallest loss of the West', -0.45, -0.446000224982],
      ['East-low', 'largest loss of the East', -1.42, -1.42812511763],
      ['East-high', 'smallest loss of the East', -1.13, -1.13643126255],
    ],
  },
]

/** Published results of the models of trade, which tests reproduce from the published inputs. */
export const modelReproductions: readonly Reproduction[] = groups.flatMap(({ id, what, numbers, ...group }) =>
  numbers.map(([own, name, published, ours]) => ({ ...group, id: `${id}-${own}`, what: `${what} ${name}`, published, ours })),
)
