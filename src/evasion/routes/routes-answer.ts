import type { ReportsByYear } from '../panels/reports-by-year.ts'

/** A figure with its 90 % interval and false-discovery rate. */
export interface IntervalWithRate {
  readonly value: number
  readonly low90: number
  readonly high90: number
  /** Least false-discovery rate, over all hubs, at which the figure is still a finding; null where none was computed. */
  readonly q: number | null
}

/** Exports to one hub that follow a treated past, by one method on yearly totals. Ratios: 0.3 means 30 % above the counterfactual. */
export interface HubMethods {
  readonly did: {
    readonly effect: number
    readonly log: number
    readonly error: number
    readonly permutation_p: number
    readonly controls: readonly string[]
    readonly error_is_meaningful: boolean
  } | null
  /** `placebo_low` and `placebo_high`: the middle nine tenths of the same difference at placebo states of similar size. */
  readonly event_study: readonly {
    readonly year: number
    readonly log: number
    readonly error: number
    readonly placebo_low: number
    readonly placebo_high: number
  }[]
  /** Largest difference before the treatment, as a share of the mean difference after it; at 1 or more the past moved as much. */
  readonly pretrend: number | null
  readonly synthetic_control: {
    readonly effect: number
    readonly log: number
    readonly low90: number
    readonly high90: number
    readonly rank: number
    readonly of: number
    readonly p: number
    readonly q: number
    readonly weights: readonly { readonly iso3: string; readonly weight: number }[]
    /** Effect of a pretended treatment four years earlier. */
    readonly in_time: { readonly year: number; readonly effect: number } | null
  } | null
  /** Effects by other controls, first years and last years: a specification curve in short. */
  readonly specifications: {
    readonly count: number
    readonly low: number
    readonly median: number
    readonly high: number
    readonly above_zero: number
  } | null
  /** What structural causes leave unexplained of the gap between both sides' reports; needs reports of many states. */
  readonly mirror_residual: null
}

/** What a hub's answer lacks, by field: how to get it. */
export type Needs = Readonly<Record<string, string>>

export interface HubAnswer {
  readonly iso3: string
  readonly name: string
  /** Exports to the hub before and after, all products of the list. */
  readonly pre: number
  readonly post: number
  readonly near_zero_base: boolean
  /** Growth of exports to the hub, and that expected from controls. */
  readonly growth: number | null
  readonly expected_growth: number
  readonly excess: IntervalWithRate | null
  /** The least reroute by this hub that would be found in nine of ten cases, in EUR; a smaller one may not show. */
  readonly detectable: number | null
  /** Excess over what is missing in exports to the target; `raw` is the plain rise over the plain fall. */
  readonly substitution: (IntervalWithRate & { readonly raw: number | null }) | null
  readonly ghost_share: IntervalWithRate | null
  readonly echo: IntervalWithRate | null
  readonly unit_value: IntervalWithRate | null
  /** Products found beyond control growth at the stated rate, of those tested, and their excess; `trend`: the hub's own growth over controls (0.2 is 20 %) in products that the target hardly lost, which is taken off first. */
  readonly products_found: { readonly found: number; readonly tested: number; readonly excess: number; readonly trend: number } | null
  readonly methods: HubMethods
  /** Both sides' reports of all goods by year, in USD; null where the hub's own reports do not reach both sides of the date. */
  readonly reports: ReportsByYear | null
  /** `unknown` where the data have nothing of the hub. */
  readonly verdict: 'consistent with rerouting' | 'no finding' | 'unknown'
  readonly needs: Needs
}

export interface ProductAtHub {
  readonly iso3: string
  readonly pre: number
  readonly post: number
  readonly excess: number
  readonly low90: number
  readonly high90: number
  readonly p: number
  readonly q: number
  readonly near_zero_base: boolean
}

export interface ProductAnswer {
  readonly product: string
  /** Null for codes that are neither under EU sanctions with eight digits nor on the high-priority list. */
  readonly name: string | null
  readonly tier: string | null
  /** Exports to the target. */
  readonly target_pre: number
  readonly target_post: number
  /** Rise at all hubs over the fall to the target, raw. */
  readonly ratio: number
  readonly kept_out: 'began' | 'ended' | 'not comparable' | null
  readonly hubs: readonly ProductAtHub[]
}

export interface TierAnswer {
  readonly tier: string
  readonly codes: number
  readonly with_data: number
  readonly target_pre: number
  readonly target_post: number
  readonly hubs: readonly { readonly iso3: string; readonly pre: number; readonly post: number }[]
}

/** Civilian goods at the same hubs, which nobody has a reason to reroute. */
export interface PlaceboGoods {
  readonly goods: number
  /** The p-value up to which a good counts as a rise. */
  readonly bound: number
  readonly hubs: readonly {
    readonly iso3: string
    readonly pre: number
    readonly post: number
    /** What the growth of controls would have made of `pre`. */
    readonly expected: number
    readonly tested: number
    readonly rose: number
  }[]
}

/** What states outside the EU sell to the target, in two groups of goods; null where the record has no year that would show the ban. */
export interface OtherSuppliers {
  /** One year: a level, and whether it is out of proportion to what the state sells elsewhere. */
  readonly semiconductors: {
    readonly source: string
    readonly year: number
    readonly unit: 'USD'
    readonly total: number
    readonly states: readonly {
      readonly iso3: string
      readonly name: string
      readonly value: number
      /** Of all that the target buys, and of all that others buy. */
      readonly share: number
      readonly share_elsewhere: number
    }[]
  } | null
  /** Two years: growth against the same seller's other markets. */
  readonly electronics: {
    readonly source: string
    readonly pre_year: number
    readonly post_year: number
    readonly unit: 'USD'
    readonly states: readonly {
      readonly iso3: string
      readonly name: string
      readonly pre: number
      readonly post: number
      readonly growth: number
      readonly expected_growth: number
      readonly excess: number
      /** Place of the target's growth among the seller's markets of similar size. */
      readonly rank: number
      readonly of: number
    }[]
    /** Growth of the members' own sales to the target in these tables, and of all their goods by customs: tables that miss the ban are not usable. */
    readonly check: { readonly members_growth: number; readonly customs_growth: number; readonly is_usable: boolean } | null
  } | null
}

export interface RoutesAnswer {
  readonly schemaVersion: 1
  readonly target: { readonly id: string; readonly name: string }
  readonly goods: { readonly list: string; readonly title: string; readonly scope: 'products' | 'all goods'; readonly products: number }
  readonly unit: 'EUR'
  readonly window: {
    readonly since: string
    /** The measure from which the date follows; null if the date was asked for. */
    readonly since_measure: string | null
    readonly basis: 'months' | 'years'
    readonly post: readonly string[]
    readonly pre: readonly string[]
    /** With years, amounts are means a year. */
    readonly per: 'window' | 'year'
  }
  /** Exports of the EU to the target. */
  readonly direct: {
    readonly pre: number
    readonly post: number
    readonly fall: number
    readonly missing: number
    /** Missing exports had the target grown like controls. */
  }
  readonly together: {
    readonly hubs: readonly string[]
    readonly rise: number
    readonly excess: IntervalWithRate
    readonly raw: number | null
    readonly net: IntervalWithRate | null
    /** Of additional exports of all goods to the hubs with a finding that report themselves: the share that they do not report as imports from the EU. */
    readonly not_arrived: { readonly hubs: readonly string[]; readonly share: number } | null
  } | null
  /** Products that fell, as codes: how many, and at how many the hubs' rise exceeds a half and the whole of the fall. */
  readonly codes: {
    readonly fell: number
    readonly over_half: number
    readonly over_whole: number
    readonly weighted: number
    readonly kept_out: { readonly began: number; readonly ended: number; readonly not_comparable: number; readonly share_of_fall: number }
  } | null
  readonly hubs: readonly HubAnswer[]
  readonly products: readonly ProductAnswer[]
  readonly products_total: number
  readonly tiers: readonly TierAnswer[]
  readonly other_suppliers: OtherSuppliers
  readonly placebo: {
    readonly rate: number
    readonly states: number
    /** Place of each hub's growth among all placebo states, the largest first. */
    readonly space: readonly { readonly iso3: string; readonly rank: number; readonly of: number; readonly p: number }[]
    /** Cells of an earlier year that stand for no rerouting; null without product data that reach back two years. */
    readonly cells: {
      readonly count: number
      readonly kind: 'dates' | 'dates and control states'
      readonly tested: number
      readonly found: number
    } | null
    readonly goods: PlaceboGoods | null
    readonly needs: Needs
  }
  readonly published: readonly { readonly source: string; readonly figure: string; readonly difference: string }[]
  readonly needs: Needs
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly sources: readonly { readonly source: string; readonly vintage: string }[]
  readonly notes: readonly string[]
}
