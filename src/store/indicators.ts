import type { Indicator } from './indicator.ts'
import { arms } from './indicators-arms.ts'
import { capabilities } from './indicators-capabilities.ts'
import { dyads } from './indicators-dyads.ts'
import { eventIndicators } from './indicators-events.ts'
import { statecraft } from './indicators-statecraft.ts'
import { broughtTrade } from './indicators-trade.ts'

export type { Indicator } from './indicator.ts'

/** The eight fuels of the trade in fossil fuels: id of the fuel in our indicators and its name in print. */
export const fossilFuels = [
  { id: 'coal', title: 'Coal' },
  { id: 'coke', title: 'Coke' },
  { id: 'crude', title: 'Crude oil' },
  { id: 'products', title: 'Oil products' },
  { id: 'gas', title: 'Natural gas by pipeline' },
  { id: 'lng', title: 'Liquefied natural gas' },
  { id: 'tar', title: 'Coal tar' },
  { id: 'coal-gas', title: 'Coal gas' },
] as const

export type FossilFuel = (typeof fossilFuels)[number]['id']

const sizes: readonly Indicator[] = [
  {
    id: 'gdp',
    title: 'GDP at current prices',
    unit: 'USD',
    relation: 'state',
    domain: null,
    higher: 'a larger economy at market exchange rates',
    definition: 'Gross domestic product of a calendar year at current prices and market exchange rates.',
  },
  {
    id: 'population',
    title: 'Population',
    unit: 'persons',
    relation: 'state',
    domain: null,
    higher: 'more inhabitants',
    definition: 'De facto population at mid-year.',
  },
]

const trade: readonly Indicator[] = [
  {
    id: 'goods-exports',
    title: "Goods exports, exporter's report",
    unit: 'mixed',
    relation: 'directed',
    domain: 'trade',
    higher: 'the exporter says it sold more goods to the partner',
    definition: 'Value of goods that the exporter reports as sent to the partner, free on board; from = exporter = reporter.',
  },
  {
    id: 'goods-imports',
    title: "Goods imports, importer's report",
    unit: 'mixed',
    relation: 'directed',
    domain: 'trade',
    higher: 'the importer says it bought more goods from the partner',
    definition:
      'Value of goods that the importer reports as coming from the partner, cost, insurance and freight; from = exporter, to = importer = reporter.',
  },
  {
    id: 'goods-trade-flow',
    title: 'Goods trade flow, both reports reconciled',
    unit: 'USD',
    relation: 'directed',
    domain: 'trade',
    higher: 'more goods went from the exporter to the importer',
    definition: "Value of goods from exporter to importer, free on board, after the source weighed both sides' reports; no reporter.",
  },
  {
    id: 'goods-trade',
    title: 'Goods trade, both directions',
    unit: 'mixed',
    relation: 'undirected',
    domain: 'trade',
    higher: 'more goods passed between the two',
    definition: 'Exports plus imports of goods of the pair as one figure, as one reporter counts them; from = reporter.',
  },
  {
    id: 'goods-services-exports',
    title: "Exports of goods and services, exporter's report",
    unit: 'USD',
    relation: 'directed',
    domain: 'trade',
    higher: 'the exporter says it sold more to the partner',
    definition: 'Value of goods and services together that the exporter reports as sold to the partner; from = exporter = reporter.',
  },
  {
    id: 'goods-services-imports',
    title: "Imports of goods and services, importer's report",
    unit: 'USD',
    relation: 'directed',
    domain: 'trade',
    higher: 'the importer says it bought more from the partner',
    definition:
      'Value of goods and services together that the importer reports as bought from the partner; from = exporter, to = importer = reporter.',
  },
]

const energy: readonly Indicator[] = [
  {
    id: 'fossil-imports',
    title: 'Imports of fossil fuels',
    unit: 'EUR',
    relation: 'directed',
    domain: 'energy',
    higher: 'the importer pays the exporter more for fossil fuels',
    definition: 'Value of coal, oil, oil products and gas that the importer takes from the exporter; from = exporter, to = importer.',
  },
  {
    id: 'fossil-imports-tonnes',
    title: 'Imports of fossil fuels by weight',
    unit: 'tonnes',
    relation: 'directed',
    domain: 'energy',
    higher: 'the importer takes more fossil fuels from the exporter',
    definition: 'Weight of all fossil fuels together that the importer takes from the exporter; says nothing of their mix.',
  },
  ...fossilFuels.flatMap((fuel): Indicator[] => [
    {
      id: `fossil-imports-${fuel.id}`,
      title: `Imports of ${fuel.title.toLowerCase()}`,
      unit: 'EUR',
      relation: 'directed',
      domain: 'energy',
      higher: 'the importer pays the exporter more for this fuel',
      definition: `Value of ${fuel.title.toLowerCase()} that the importer takes from the exporter; from = exporter, to = importer.`,
    },
    {
      id: `fossil-imports-${fuel.id}-tonnes`,
      title: `Imports of ${fuel.title.toLowerCase()} by weight`,
      unit: 'tonnes',
      relation: 'directed',
      domain: 'energy',
      higher: 'the importer takes more of this fuel from the exporter',
      definition: `Weight of ${fuel.title.toLowerCase()} that the importer takes from the exporter; from = exporter, to = importer.`,
    },
  ]),
]

/**
 * The catalogue: every indicator an observation may name.
 *
 * A figure about a state's total has `WLD` on the other side; `WLD` on both sides is the world's total.
 */
export const indicators: readonly Indicator[] = [
  ...sizes,
  ...trade,
  ...energy,
  ...dyads,
  ...capabilities,
  ...broughtTrade,
  ...arms,
  ...eventIndicators,
  ...statecraft,
]

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))

/**
 * The catalogue entry of an id, or undefined.
 *
 * @example indicatorOf('gdp')?.unit   // 'USD'
 */
export function indicatorOf(id: string): Indicator | undefined {
  return byId.get(id)
}
