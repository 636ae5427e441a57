import type { Indicator } from './indicator.ts'
import { conflictIndicators } from './indicators-conflict.ts'

const kinds = [
  ['defence', 'to come to its aid when it is attacked'],
  ['offence', 'to join it in a war that it has not been drawn into by an attack'],
  ['neutrality', 'not to help its enemy'],
  ['nonaggression', 'not to use force against it'],
  ['consultation', 'to consult it in a crisis'],
] as const

const alliances: readonly Indicator[] = kinds.map(([kind, duty]) => ({
  id: `alliance-${kind}`,
  title: `Treaty obligation: ${kind}`,
  unit: '0 or 1',
  relation: 'directed',
  domain: 'alliance',
  higher: `the one is bound by treaty ${duty}`,
  definition: `1 where at some time of the year a treaty bound the first state ${duty}; 0 where they had a treaty that did not.`,
  limits:
    'The words of treaties, not what was done: promises that nobody would keep count, and ties without a treaty do not. Secret clauses are known late.',
}))

const trade: readonly Indicator[] = [
  {
    id: 'goods-imports-cow',
    title: 'Goods imports as the Correlates of War compile them',
    unit: 'USD',
    relation: 'directed',
    domain: 'trade',
    higher: 'the importer took more goods from the exporter',
    definition: 'Value of goods that the importer took from the exporter, current prices; from = exporter (WLD: all), to = importer.',
    limits:
      'Compiled from several providers, whose seams show as jumps; ends in 2014. Zero and missing were told apart by the compilers, not by the states.',
  },
  {
    id: 'goods-imports-cow-smoothed',
    title: 'Goods imports as the Correlates of War smooth them',
    unit: 'USD',
    relation: 'directed',
    domain: 'trade',
    higher: 'the importer took more goods from the exporter',
    definition:
      'A row where the source replaced a figure of goods-imports-cow by a smoothed one; elsewhere the smoothed figure is that figure.',
    limits: 'No report of anybody: a filled or smoothed figure, for continuity only.',
  },
  {
    id: 'goods-exports-cow',
    title: 'Total goods exports as the Correlates of War compile them',
    unit: 'USD',
    relation: 'directed',
    domain: 'trade',
    higher: 'the state sold more goods abroad',
    definition: 'Value of goods that a state sold to all others, current prices; from = exporter, to = WLD.',
    limits: 'Total of a state, not the sum of its pairs; compiled from several providers, ends in 2014.',
  },
]

const memberships = [
  ['igo-memberships', 'full member', 'Memberships in intergovernmental organisations'],
  ['igo-memberships-associate', 'associate member', 'Associate memberships in intergovernmental organisations'],
  ['igo-memberships-observer', 'observer', 'Seats as an observer in intergovernmental organisations'],
  ['igo-memberships-any', 'member, associate or observer', 'Ties of any kind to intergovernmental organisations'],
] as const

const institutions: readonly Indicator[] = [
  {
    id: 'shared-igos',
    title: 'Shared intergovernmental organisations',
    unit: 'organisations',
    relation: 'undirected',
    domain: 'institutions',
    higher: 'the two sit together in more organisations',
    definition:
      'Number of intergovernmental organisations of which both are full members in the year; from is the first of the two by ISO3.',
    limits:
      'Counts seats, not what is done in them: a shared talking shop weighs as much as the Security Council. Bodies that end or merge lower the number.',
  },
  ...memberships.map(
    ([id, role, title]): Indicator => ({
      id,
      title,
      unit: 'organisations',
      relation: 'state',
      domain: 'institutions',
      higher: 'the state takes part in more organisations',
      definition: `Number of intergovernmental organisations of which the state is ${role} in the year.`,
      limits: 'Counts seats, not what is done in them; which bodies are organisations is a decision of the source.',
    }),
  ),
]

const distances = [
  ['distance', 'between the largest cities'],
  ['distance-capitals', 'between the capitals'],
  ['distance-weighted', "between all main cities, weighted by their shares of each country's people (arithmetic mean)"],
  ['distance-weighted-ces', "between all main cities, weighted by their shares of each country's people (harmonic mean)"],
] as const

const links = [
  ['shared-border', 'Shared border', 'the two share a land border'],
  ['shared-official-language', 'Shared official language', 'a language is official or primary in both'],
  ['shared-spoken-language', 'Shared spoken language', 'at least 9 % of the people of each speak the same language'],
  ['colonial-link', 'Colonial link', 'one was ever a colony of the other'],
  ['common-coloniser', 'Common coloniser', 'both had the same coloniser after 1945'],
  ['colonial-link-current', 'Current colonial link', 'one is a colony of the other'],
  ['colonial-link-1945', 'Colonial link after 1945', 'one was a colony of the other after 1945'],
  ['same-country', 'Once one country', 'the two are or were one country'],
] as const

const geography: readonly Indicator[] = [
  {
    id: 'contiguity',
    isSpell: true,
    title: 'Contiguity',
    unit: 'type 1 to 5',
    relation: 'undirected',
    domain: null,
    higher: 'more water lies between the two; a kind, not an amount',
    definition:
      '1: a land or river border; by water at most 2: 12 miles, 3: 24 miles, 4: 150 miles, 5: 400 miles. From is the first of the two by ISO3.',
    limits: 'A border says nothing of how it can be crossed; colonies count for nothing here.',
  },
  ...distances.map(
    ([id, between]): Indicator => ({
      id,
      title: `Distance ${between}`,
      unit: 'km',
      relation: 'directed',
      domain: null,
      higher: 'the two lie farther apart',
      definition: `Great-circle distance ${between}.`,
      limits: 'As the crow flies, of the cities of one year: no mountains, seas or transport in it. The same in every year.',
    }),
  ),
  ...links.map(
    ([id, title, meaning]): Indicator => ({
      id,
      title,
      unit: '0 or 1',
      relation: 'directed',
      domain: null,
      higher: meaning,
      definition: `1 where ${meaning}, else 0.`,
      limits: 'Yes or no, once for all time: when it began or ended, and how much it matters, is not in it.',
    }),
  ),
  {
    id: 'internal-distance',
    title: 'Internal distance',
    unit: 'km',
    relation: 'state',
    domain: null,
    higher: 'goods travel farther within the country',
    definition: 'Two thirds of the radius of a disk of the area of the country: two thirds of the root of area over pi.',
    limits: 'A formula of the area alone; mountains and empty land do not show.',
  },
  {
    id: 'internal-distance-weighted',
    title: 'Internal distance, weighted by people',
    unit: 'km',
    relation: 'state',
    domain: null,
    higher: 'people live farther apart within the country',
    definition: 'Mean distance between the main cities of the country, weighted by their shares of its people.',
    limits: 'Rests on the cities of one year; people who moved since do not show.',
  },
  {
    id: 'area',
    title: 'Area',
    unit: 'km2',
    relation: 'state',
    domain: null,
    higher: 'a larger country',
    definition: 'Area of the country in square kilometres, land and inland waters.',
    limits: 'As one atlas draws the country; disputed land is given to one side without a word.',
  },
  {
    id: 'landlocked',
    title: 'Landlocked',
    unit: '0 or 1',
    relation: 'state',
    domain: null,
    higher: 'the country has no coast',
    definition: '1 where the country has no coast, else 0.',
    limits: 'A river to the sea counts for nothing; so does a canal.',
  },
]

/** Indicators of pairs of states: alliances, trade and shared organisations as research data sets count them, and geography. */
export const dyadIndicators: readonly Indicator[] = [...alliances, ...conflictIndicators, ...trade, ...institutions, ...geography]
