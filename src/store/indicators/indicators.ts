import type { Indicator } from './indicator.ts'
import { statecraftIndicators } from './indicators-aid-visits-exercises.ts'
import { armsIndicators } from './indicators-arms.ts'
import { capabilityIndicators } from './indicators-capabilities.ts'
import { debtIndicators } from './indicators-debt.ts'
import { dyadIndicators } from './indicators-dyads.ts'
import { eventIndicators } from './indicators-events.ts'
import { peopleIndicators } from './indicators-people.ts'
import { quotedIndicators } from './indicators-quoted.ts'
import { salesIndicators } from './indicators-sales.ts'
import { technologyIndicators } from './indicators-technology.ts'
import { addedTradeIndicators } from './indicators-trade.ts'
import { recordTableIndicators } from './indicators-with-own-table.ts'

export type { Indicator } from './indicator.ts'

/** The eight traded fossil fuels: the id that the ids of their indicators contain, and the title. */
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
    limits:
      'Current prices at market exchange rates: years and states compare only through the rates of the day, and national accounts are revised for years.',
  },
  {
    id: 'gdp-imf',
    title: 'GDP at current prices, IMF, with projections',
    unit: 'USD',
    relation: 'state',
    domain: null,
    higher: 'a larger economy at market exchange rates',
    definition:
      'Gross domestic product of a calendar year at current prices and market exchange rates, as the IMF estimates or projects it.',
    limits: 'Recent years are estimates and coming ones projections at assumed exchange rates; never to be mixed with reported GDP.',
  },
  {
    id: 'gdp-growth',
    title: 'Growth of real GDP',
    unit: 'percent',
    relation: 'state',
    domain: null,
    higher: 'an economy that grew faster than in the year before',
    definition: 'Change of gross domestic product at constant prices of the own currency, in per cent of the calendar year before.',
    belowZero: true,
    limits:
      'Revised for years, by half a point as a rule and by several at times; each edition keeps its own figure. It says nothing of GDP in dollars, of a quarter, or of output per head.',
  },
  {
    id: 'population',
    title: 'Population',
    unit: 'persons',
    relation: 'state',
    domain: null,
    higher: 'more inhabitants',
    definition: 'De facto population at mid-year.',
    limits: 'An estimate between censuses; refugees and people without papers are counted unevenly.',
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
    limits:
      "One side's account. Re-exports, free zones and secrecy are treated differently by each reporter; the importer reports more by freight and insurance.",
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
    limits:
      "One side's account, with freight and insurance in it (by custom 3 to 10 %); origin and last port are not told apart by all reporters.",
  },
  {
    id: 'goods-trade-flow',
    title: 'Goods trade flow, both reports reconciled',
    unit: 'USD',
    relation: 'directed',
    domain: 'trade',
    higher: 'more goods went from the exporter to the importer',
    definition: "Value of goods from exporter to importer, free on board, after the source weighed both sides' reports; no reporter.",
    limits: 'An estimate: where the two reports disagree, the method of the source decides, and revises it with each edition.',
  },
  {
    id: 'goods-listed-total',
    title: 'Goods sent to or received from all economies of a list',
    unit: 'USD',
    relation: 'directed',
    domain: 'trade',
    higher: 'the state sold to or bought from all economies more goods',
    definition:
      'Sum of all flows of a list of goods trade in which a state sends (to = WLD) or receives (from = WLD), with economies that are no states and flows too small for a row of their own.',
    limits: 'At least so much where the list lacks flows of the state: between two that it has no report of.',
  },
  {
    id: 'goods-trade',
    title: 'Goods trade, both directions',
    unit: 'mixed',
    relation: 'undirected',
    domain: 'trade',
    higher: 'more goods passed between the two',
    definition: 'Exports plus imports of goods of the pair as one figure, as one reporter counts them; from = reporter.',
    limits:
      "Adds what is valued free on board to what has freight in it, so it lies a few per cent above either side's exports taken twice.",
  },
  {
    id: 'goods-services-exports',
    title: "Exports of goods and services, exporter's report",
    unit: 'USD',
    relation: 'directed',
    domain: 'trade',
    higher: 'the exporter says it sold more to the partner',
    definition: 'Value of goods and services together that the exporter reports as sold to the partner; from = exporter = reporter.',
    limits: 'Goods and services cannot be told apart in it, and services are known worse than goods.',
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
    limits: 'Goods and services cannot be told apart in it, and services are known worse than goods.',
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
    limits:
      'A value moves with prices: a higher figure may be less fuel. Where the fuel came from is what was declared, and blends and transit hide it.',
  },
  {
    id: 'fossil-imports-tonnes',
    title: 'Imports of fossil fuels by weight',
    unit: 'tonnes',
    relation: 'directed',
    domain: 'energy',
    higher: 'the importer takes more fossil fuels from the exporter',
    definition: 'Weight of all fossil fuels together that the importer takes from the exporter; says nothing of their mix.',
    limits: 'A tonne of gas and a tonne of coal are added up; the mix is not told.',
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
      limits:
        'A value moves with prices: a higher figure may be less fuel. Where the fuel came from is what was declared, and blends and transit hide it.',
    },
    {
      id: `fossil-imports-${fuel.id}-tonnes`,
      title: `Imports of ${fuel.title.toLowerCase()} by weight`,
      unit: 'tonnes',
      relation: 'directed',
      domain: 'energy',
      higher: 'the importer takes more of this fuel from the exporter',
      definition: `Weight of ${fuel.title.toLowerCase()} that the importer takes from the exporter; from = exporter, to = importer.`,
      limits: 'Where the fuel came from is what was declared; blends, transit and trade by ship-to-ship transfer hide it.',
    },
  ]),
]

/**
 * The catalogue: every indicator of every source, with rows in `observations` or in a table of its own.
 *
 * The total of a state has `WLD` as its partner; `WLD` on both sides is the world's total.
 */
export const indicators: readonly Indicator[] = [
  ...sizes,
  ...trade,
  ...energy,
  ...dyadIndicators,
  ...capabilityIndicators,
  ...addedTradeIndicators,
  ...armsIndicators,
  ...eventIndicators,
  ...quotedIndicators,
  ...statecraftIndicators,
  ...peopleIndicators,
  ...debtIndicators,
  ...technologyIndicators,
  ...salesIndicators,
  ...recordTableIndicators,
]

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))

/**
 * Returns the catalogue entry of an id; undefined for an unknown id.
 *
 * @example indicatorOf('gdp')?.unit   // 'USD'
 */
export function indicatorOf(id: string): Indicator | undefined {
  return byId.get(id)
}
