import type { Indicator, IndicatorDomain } from './indicator.ts'

type Entry = readonly [id: string, title: string, domain: IndicatorDomain, what: string]

const entries: readonly Entry[] = [
  ['fuel-sales', 'Sales of fuels, by input-output tables', 'energy', 'coal, oil, gas and refined fuels'],
  ['electronics-sales', 'Sales of electronics, by input-output tables', 'technology', 'computers, electronic and optical goods'],
  [
    'services-sales',
    'Sales of services, by input-output tables',
    'trade',
    'services of all kinds, with transport and the margins of traders',
  ],
]

/** Indicators of sales between economies by balanced input-output tables. They are never set beside figures of customs. */
export const salesIndicators: readonly Indicator[] = entries.map(([id, title, domain, what]) => ({
  id,
  title,
  unit: 'USD',
  relation: 'directed',
  domain,
  higher: 'more of the seller’s output went to the buyer',
  definition: `Value at basic prices of ${what} that the seller's industries sell to the buyer, for use and as inputs, as the tables balance it; from = seller (WLD: all others), to = buyer.`,
  limits:
    'A table that was made to balance: single cells are estimates, and what no survey covers is shared out by proportion. Basic prices, without what only passes through: no figure of customs.',
}))
