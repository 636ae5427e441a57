import type { InputEquilibrium, LinkedShares } from './input-equilibrium.ts'

/** The two parts of a change of welfare by tariffs, as shares of income; first order. */
export interface WelfareParts {
  /** What exports earn more than imports cost, because costs changed. */
  readonly termsOfTrade: Float64Array
  /** What tariffs earn, because the volume of imports changed. */
  readonly volume: Float64Array
}

/**
 * Splits the change between two equilibria into terms of trade and volume of trade, as Caliendo and Parro print it. The sum is a first-order measure of welfare: for
 * large changes it is far from the exact change of real income, which is the quotient of the two equilibria's `welfare`.
 *
 * @see Caliendo & Parro 2015, Review of Economic Studies 82(1), equation 15
 */
export function welfareParts({ base }: LinkedShares, before: InputEquilibrium, after: InputEquilibrium): WelfareParts {
  const { n, sectors: m, table } = base
  const termsOfTrade = new Float64Array(n)
  const volume = new Float64Array(n)
  for (let s = 0, cell = 0; s < m; s++)
    for (let i = 0; i < n; i++) {
      const change = after.cost[i * m + s]! / before.cost[i * m + s]!
      for (let j = 0; j < n; j++, cell++) {
        const gain = before.flows[cell]! * (change - 1)
        termsOfTrade[i]! += gain
        termsOfTrade[j]! -= gain
        volume[j]! += (table.tariffs?.[cell] ?? 0) * (after.flows[cell]! - before.flows[cell]! * change)
      }
    }
  const share = (value: number, j: number): number => value / before.income[j]!
  return { termsOfTrade: termsOfTrade.map(share), volume: volume.map(share) }
}
