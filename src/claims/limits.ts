import { type Limit, limitTable } from './limits-table.ts'

/** Name of a number that decides verdicts. */
export type LimitName = keyof typeof limitTable

/** The value of each number that decides verdicts, read where it is used, so that scripts/score-limits.ts can change it. */
export const limits: Readonly<Record<LimitName, number>> = Object.fromEntries(
  Object.entries<Limit>(limitTable).map(([name, { value }]) => [name, value]),
) as Record<LimitName, number>
