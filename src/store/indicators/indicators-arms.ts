import type { Indicator } from './indicator.ts'

type Entry = readonly [id: string, title: string, unit: string, higher: string, definition: string]

const deliveries: Indicator = {
  id: 'arms-deliveries-tiv',
  title: 'Deliveries of major arms',
  unit: 'million TIV',
  relation: 'directed',
  domain: 'arms',
  higher: 'the supplier delivered more military capability to the recipient',
  definition:
    'Volume of major conventional arms delivered in a calendar year in SIPRI trend-indicator values, which weigh capability, not price; from = supplier.',
  limits:
    'No price and no payment; small arms, ammunition, services and most components are left out. Deliveries of one year swing with single ships and aircraft: compare five years.',
}

const expenditure: readonly Entry[] = [
  [
    'military-expenditure',
    'Military expenditure at current prices',
    'USD',
    'a larger military budget at market exchange rates',
    'Military expenditure of a calendar year at current prices, converted at the exchange rate of that year.',
  ],
  [
    'military-expenditure-constant',
    'Military expenditure at constant prices',
    'mixed',
    'a larger military budget after inflation',
    'Military expenditure of a calendar year at the prices and exchange rates of one base year; the unit names it (USD of 2022).',
  ],
  [
    'military-expenditure-local',
    'Military expenditure in local currency',
    'mixed',
    "a larger military budget in the state's own money",
    "Military expenditure of a calendar year at current prices in the state's latest currency; the unit is the source's name of it.",
  ],
  [
    'military-expenditure-gdp-share',
    'Military expenditure as a share of GDP',
    'share of GDP',
    'more of the economy goes to the military',
    'Military expenditure of a calendar year divided by gross domestic product: 0.02 is 2 %.',
  ],
  [
    'military-expenditure-per-head',
    'Military expenditure per head',
    'USD',
    'more is spent on the military for each inhabitant',
    'Military expenditure of a calendar year at current prices and exchange rates, divided by the population.',
  ],
  [
    'military-expenditure-government-share',
    'Military expenditure as a share of government spending',
    'share of government spending',
    'more of the public purse goes to the military',
    'Military expenditure of a calendar year divided by general government expenditure: 0.1 is 10 %.',
  ],
]

const orders: Indicator = {
  id: 'arms-orders',
  title: 'Orders of major arms, one by one',
  table: 'events',
  unit: 'events',
  relation: 'directed',
  domain: 'arms',
  higher: 'more deals were made',
  definition:
    'A deal of the trade register: what was ordered and delivered, from the year of the order to the last year of delivery; from = supplier.',
  limits:
    'A deal may be one missile or forty frigates; numbers and years with "about" are SIPRI\'s estimates, and orders that nobody made public are missing.',
}

/** Indicators of arms deliveries, arms orders and military expenditure. */
export const armsIndicators: readonly Indicator[] = [
  deliveries,
  orders,
  ...expenditure.map(
    ([id, title, unit, higher, definition]): Indicator => ({
      id,
      title,
      unit,
      relation: 'state',
      domain: null,
      higher,
      definition,
      limits:
        'Military spending has no common definition: pensions, paramilitary forces and research are in some budgets and not in others, and the largest spenders publish least.',
    }),
  ),
]
