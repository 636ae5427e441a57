import type { ValueRange } from '../pooled/pooled-forecast.ts'

/** Ids of the quantities of a pair that are forecast. */
export type QuantityId =
  | 'ideal-point-distance'
  | 'agreement-rate'
  | 'agreement-place'
  | 'goods-flow'
  | 'trade-gdp-share'
  | 'trade-dependence'

/** A quantity of a pair. */
export interface Quantity {
  readonly id: QuantityId
  readonly title: string
  readonly definition: string
  /** Of the forecast; errors of logarithms are in ln. */
  readonly unit: string
  /** Whether the logarithm is forecast, so that bands are shares of the level. */
  readonly isLogarithm: boolean
  /** What its periods are: sessions of the General Assembly, or calendar years. */
  readonly period: 'session' | 'year'
  /** Values that can be, in the unit of the model. */
  readonly range: ValueRange
  /** Ends of the ids where the quantity has a direction or belongs to one side. */
  readonly sides: readonly ['a-to-b', 'b-to-a'] | readonly ['a', 'b'] | null
}

const anything: ValueRange = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }
const percent: ValueRange = { least: 0, most: 100 }

export const quantities: readonly Quantity[] = [
  {
    id: 'ideal-point-distance',
    title: 'distance of ideal points',
    definition:
      'Distance of the two positions in a session of the General Assembly under the usual specification, in standard deviations over all states and sessions.',
    unit: 'index',
    isLogarithm: false,
    period: 'session',
    range: { least: 0, most: Number.POSITIVE_INFINITY },
    sides: null,
  },
  {
    id: 'agreement-rate',
    title: 'agreement rate',
    definition:
      'Share of recorded votes on whole resolutions in a session on which both took the same position; at least 20 votes in common.',
    unit: 'percent',
    isLogarithm: false,
    period: 'session',
    range: percent,
    sides: null,
  },
  {
    id: 'agreement-place',
    title: 'place in agreement among all pairs',
    definition:
      'Percentile of the pair among all pairs over a session and the two before, by the mean of its ranks in centred agreement and in distance of ideal points; 100 is closest.',
    unit: 'percentile',
    isLogarithm: false,
    period: 'session',
    range: percent,
    sides: null,
  },
  {
    id: 'goods-flow',
    title: 'goods',
    definition: 'Goods from one state to the other in a calendar year, free on board, in current US dollars.',
    unit: 'USD',
    isLogarithm: true,
    period: 'year',
    range: anything,
    sides: ['a-to-b', 'b-to-a'],
  },
  {
    id: 'trade-gdp-share',
    title: 'goods trade of the two as a share of GDP',
    definition: 'Goods of both directions in a calendar year in percent of the GDP of one of the two at current prices.',
    unit: 'percent',
    isLogarithm: true,
    period: 'year',
    range: anything,
    sides: ['a', 'b'],
  },
  {
    id: 'trade-dependence',
    title: 'trade dependence',
    definition:
      'Goods of both directions in a calendar year in percent of all goods that one of the two trades with any state, by the same source.',
    unit: 'percent',
    isLogarithm: true,
    period: 'year',
    range: { least: Number.NEGATIVE_INFINITY, most: Math.log(100) },
    sides: ['a', 'b'],
  },
]

/** Years ahead. */
export const outlookHorizons = [1, 2, 3, 5, 10] as const

/**
 * Returns the quantity and the side that an id of a forecast names; undefined for an id of another kind.
 *
 * @example quantityNamed('goods-flow-a-to-b')?.side   // 'a-to-b'
 */
export function quantityNamed(id: string): { readonly quantity: Quantity; readonly side: string | null } | undefined {
  for (const quantity of quantities) {
    if (id === quantity.id) return { quantity, side: null }
    const side = quantity.sides?.find((one) => id === `${quantity.id}-${one}`)
    if (side !== undefined) return { quantity, side }
  }
  return undefined
}
