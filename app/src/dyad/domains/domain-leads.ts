import { type Estimate, isKnown, type KnownEstimate } from '../../figures/estimate.ts'
import type { Domain } from '../pair.ts'

/** The leading figure of a domain, its percentile among all pairs, and its change in ten years. */
export interface Lead {
  readonly level: KnownEstimate | undefined
  readonly rank: Estimate | undefined
  readonly change: Estimate | undefined
}

/** The first known level with its percentile and change, else the first percentile of the domain. */
export function leadOf({ estimates }: Domain): Lead {
  const level = estimates.filter(isKnown).find(({ id, unit }) => unit !== 'percentile' && !id.includes('.'))
  const known = estimates.filter(isKnown)
  return {
    level,
    rank: companionOf(estimates, level, 'percentile') ?? known.find(({ unit }) => unit === 'percentile'),
    change: companionOf(estimates, level, 'change'),
  }
}

/** The percentile or change of a level. */
export function companionOf(
  estimates: readonly Estimate[],
  level: Estimate | undefined,
  what: 'percentile' | 'change',
): Estimate | undefined {
  return level === undefined ? undefined : estimates.find(({ id }) => id === `${level.id}.${what}`)
}

/** The number of pairs that a percentile refers to, from its label. */
export function pairCountText({ label }: Estimate): string {
  const count = /(\d[\d,]*) pairs/.exec(label)?.[1]
  return count === undefined ? 'all pairs' : `${count} pairs`
}
