import { linksSentence } from './links-comparison.ts'
import type { PublishedFigure } from './run-scenario.ts'
import type { Scenario } from './shocks/scenario.ts'

/** A scenario of the package, named after the paper that it follows. */
export interface Preset {
  readonly id: string
  readonly paper: string
  readonly scenario: Scenario
  readonly published: readonly PublishedFigure[]
  /** Why ours differs from what is published. */
  readonly gap: string
}

const econpol =
  'Felbermayr, G., H. Mahlkow and A. Sandkamp (2022), Cutting through the Value Chain: The Long-Run Effects of Decoupling the East from the West, EconPol Policy Report 41'
const econpolWhere = 'EconPol Policy Report 41, 2022'
const econpolGap = (id: string): string =>
  `The report uses GTAP data with links from inputs to output, more sectors and its own elasticities; this base has no such links. With them a cut passes through supply chains and losses are larger. ${linksSentence(id)} The elasticities do not close the gap: the published sets are in the table of what moves the result.`

const allies = ['EU', 'USA', 'GBR', 'CAN', 'JPN', 'AUS', 'NZL', 'NOR', 'CHE', 'ISL', 'KOR', 'TWN', 'TUR']
const uncertain = { elasticities: 'sets', size: { spread: 0.25 } } as const

/** The presets, in the order of `visavis scenario list`. */
export const presets: readonly Preset[] = [
  {
    id: 'econpol-2022-allies-russia',
    paper: econpol,
    scenario: {
      name: 'Allies and Russia: trade costs doubled both ways',
      base: 'icio-2022',
      model: 'sectors',
      blocs: { allies },
      shocks: [{ kind: 'trade-cost', from: ['allies'], to: ['RUS'], factor: 2 }],
      uncertain,
    },
    published: [
      { who: 'RUS', published: -9.7, where: econpolWhere },
      { who: 'allies', published: -0.2, where: econpolWhere },
    ],
    gap: econpolGap('econpol-2022-allies-russia'),
  },
  {
    id: 'econpol-2022-eu-china',
    paper: econpol,
    scenario: {
      name: 'European Union and China: trade costs doubled both ways',
      base: 'icio-2022',
      model: 'sectors',
      blocs: { 'European Union': ['EU'] },
      shocks: [{ kind: 'trade-cost', from: ['European Union'], to: ['CHN'], factor: 2 }],
      uncertain,
    },
    published: [
      { who: 'European Union', published: -0.8, where: econpolWhere },
      { who: 'CHN', published: -0.9, where: econpolWhere },
    ],
    gap: econpolGap('econpol-2022-eu-china'),
  },
  {
    id: 'econpol-2022-west-east',
    paper: econpol,
    scenario: {
      name: 'West and East: trade costs between allies and Brazil, Russia, India and China doubled both ways',
      base: 'icio-2022',
      model: 'sectors',
      blocs: { West: allies, East: ['BRA', 'RUS', 'IND', 'CHN'] },
      shocks: [{ kind: 'trade-cost', from: ['West'], to: ['East'], factor: 2 }],
      uncertain,
    },
    published: [
      { who: 'West', published: -1.3, where: econpolWhere },
      { who: 'East', published: -3.9, where: econpolWhere },
    ],
    gap: econpolGap('econpol-2022-west-east'),
  },
  {
    id: 'costinot-rodriguez-clare-2014-us-tariff',
    paper: 'Costinot, A. and A. Rodríguez-Clare (2014), Trade Theory with Numbers, Handbook of International Economics 4, table 4.2',
    scenario: {
      name: 'A tariff of 40 % of the United States on all imports, with input links',
      base: 'wiod-2011',
      model: 'input-links',
      elasticities: 'costinot-rodriguez-clare-2014',
      shocks: [{ kind: 'tariff', by: ['USA'], on: ['others'], percent: 40 }],
    },
    published: [
      { who: 'USA', published: 0.63, where: 'table 4.2, several sectors with intermediates' },
      { who: 'CAN', published: -2.28, where: 'table 4.2, several sectors with intermediates' },
      { who: 'MEX', published: -1.67, where: 'table 4.2, several sectors with intermediates' },
      { who: 'CHN', published: -0.46, where: 'table 4.2, several sectors with intermediates' },
    ],
    gap: 'The handbook uses the tables of 2008, sets all deficits to zero first, and spreads inputs over sectors as all spending; this base is 2011 with the inputs of each sector. On the data of 2008 and by its own rules our model equals an independent solution to a millionth.',
  },
]
