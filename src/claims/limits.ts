import table from './limits.json' with { type: 'json' }

/** A number that decides verdicts. */
export interface Limit {
  readonly value: number
  readonly unit: string
  /** What the number decides, and where it comes from. */
  readonly decides: string
}

export type LimitName = keyof typeof table

/** Every number that decides how a claim is tested. What halving and doubling each of them does is measured in docs/generated/claims-limits.md. */
export const limitTable: Readonly<Record<LimitName, Limit>> = table

/** The value of each number that decides verdicts, read where it is used, so that scripts/scores/score-limits.ts can change it. */
export const verdictLimits: Readonly<Record<LimitName, number>> = Object.fromEntries(
  Object.entries(limitTable).map(([name, { value }]) => [name, value]),
) as Record<LimitName, number>
