/** Exports before and after a date, over the same months of the calendar. */
export interface BeforeAfter {
  readonly pre: number
  readonly post: number
}

/**
 * Returns what was exported beyond the counterfactual: actual less own past times the growth of controls.
 *
 * @param growth   exports to the controls after, over those before
 * @see Chupilkin, Javorcik & Plekhanov 2023, EBRD Working Paper 276 (exports against a control group)
 * @example excess({ pre: 100, post: 150 }, 1.2)   // 30
 */
export function excess({ pre, post }: BeforeAfter, growth: number): number {
  return post - pre * growth
}

/**
 * Returns the growth of exports of a product to controls, drawn towards the growth of all products where the controls bought little of it.
 *
 * @param product   the product's exports to the controls
 * @param all       growth of all products together
 * @param weight    amount of the product before at which its own growth weighs as much as that of all; same unit
 * @example controlGrowth({ pre: 0, post: 0 }, 1.2, 1e5)   // 1.2
 */
export function controlGrowth({ pre, post }: BeforeAfter, all: number, weight: number): number {
  return (post + weight * all) / (pre + weight)
}

/**
 * Returns the log of exports after over the counterfactual. The threshold of declarations is added to both, so that a product that was never sold before has a
 * finite value.
 *
 * @param growth   of controls
 * @example Number(logExcess({ pre: 1e6, post: 2e6 }, 1).toFixed(3))   // 0.693
 */
export function logExcess({ pre, post }: BeforeAfter, growth: number): number {
  return Math.log((post + declared) / (pre * growth + declared))
}

/** Returns the exports that a log excess stands for, above the counterfactual. */
export function counterfactualAt(pre: number, growth: number, log: number): number {
  return (pre * growth + declared) * Math.exp(log) - declared
}

/** In EUR or USD: a consignment up to 1,000 need not be declared by product in the EU's trade with third states (Regulation 2020/1197). */
const declared = 1000

/**
 * Whether the base is so small that a growth rate means nothing: under ten declared consignments, or under a twentieth of what followed.
 *
 * @example [isNearZeroBase({ pre: 50_000, post: 1.67e6 }), isNearZeroBase({ pre: 4.88e6, post: 14.23e6 })]   // [true, false]
 */
export function isNearZeroBase({ pre, post }: BeforeAfter): boolean {
  return pre < 10 * declared || pre * 20 < post
}

/**
 * Returns the rise at hubs over the fall to the target; undefined if exports to the target did not fall.
 *
 * @param rise   exports to the hub after less before (raw), or the excess (net of controls)
 * @param fall   exports to the target before less after
 * @example substitutionRatio(2912.5, 18452.1)?.toFixed(4)   // '0.1578'
 */
export function substitutionRatio(rise: number, fall: number): number | undefined {
  return fall > 0 ? rise / fall : undefined
}
