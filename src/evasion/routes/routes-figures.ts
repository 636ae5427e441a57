import type { Snapshot } from '../../store/index.ts'
import type { GoodsList } from '../goods/goods-list.ts'
import type { ProductAmounts, ProductHoldings } from '../panels/product-amounts.ts'
import type { YearlyExports } from '../panels/yearly-exports.ts'
import type { MonthWindow } from '../windows/month-window.ts'
import type { Background, YearPairs } from './background.ts'

/** What a person asks; without a date it follows from the record. */
export type RoutesQuestion = Omit<RoutesRequest, 'since'> & { readonly since?: string | undefined }

export interface RoutesRequest {
  /** ISO3 of the state under sanctions. */
  readonly target: string
  readonly goods: GoodsList
  /** ISO3 of the hubs; undefined: the usual ones of the target. */
  readonly hubs?: readonly string[] | undefined
  readonly controls?: readonly string[] | undefined
  /** First treated month, `2022-03`. */
  readonly since: string
  /** Last month that is looked at; undefined: the last of the data. */
  readonly until?: string | undefined
  /** Most products in the answer. */
  readonly limit?: number | undefined
}

/** The figures that an answer rests on, before anything is tested. */
export interface RoutesFigures {
  readonly request: RoutesRequest
  readonly snapshot: Snapshot
  readonly yearly: YearlyExports
  readonly holdings: ProductHoldings | undefined
  /** Undefined if the answer is on all goods by year. */
  readonly window: MonthWindow | undefined
  readonly years: YearPairs
  readonly hubs: readonly string[]
  readonly controls: readonly string[]
  readonly donors: readonly string[]
  readonly background: Background
  readonly placeboGrowth: number
  readonly products: readonly ProductAmounts[]
  /** Growth of controls expected of a product; that of all goods where the controls are not in the data by product. */
  growthOf(product: ProductAmounts): number
}
