import type { Estimate, KnownEstimate } from '../../figures/estimate.ts'
import { type Domain, isKnown } from '../pair.ts'

/** The figure that speaks for a domain, where it stands among all pairs, and how it moved in ten years. */
export interface Lead {
  readonly level: KnownEstimate | undefined
  readonly rank: Estimate | undefined
  readonly change: Estimate | undefined
}

/** The first level that is known, with the percentile and the change that belong to it; else the first percentile of the domain. */
export function leadOf({ estimates }: Domain): Lead {
  const level = estimates.filter(isKnown).find(({ id, unit }) => unit !== 'percentile' && !id.includes('.'))
  const known = estimates.filter(isKnown)
  return {
    level,
    rank: part(estimates, level, 'percentile') ?? known.find(({ unit }) => unit === 'percentile'),
    change: part(estimates, level, 'change'),
  }
}

/** What belongs to a level: its percentile, its change. */
export function part(estimates: readonly Estimate[], level: Estimate | undefined, what: 'percentile' | 'change'): Estimate | undefined {
  return level === undefined ? undefined : estimates.find(({ id }) => id === `${level.id}.${what}`)
}

/** How many pairs a percentile is among, where its label says it. */
export function amongOf({ label }: Estimate): string {
  const count = /(\d[\d,]*) pairs/.exec(label)?.[1]
  return count === undefined ? 'all pairs' : `${count} pairs`
}
