import { type Estimate, isKnown, type KnownEstimate } from '../../figures/estimate.ts'
import type { Domain } from '../assessment-values.ts'

/** The leading figure of a domain, a percentile among all pairs, and the ten-year change of the figure; each undefined if there is none. */
export interface LeadingFigure {
  readonly level: KnownEstimate | undefined
  readonly rank: Estimate | undefined
  readonly change: Estimate | undefined
}

/** Finds the first known figure of a domain, with its change and its percentile; if it has none, with the first known percentile of the domain. */
export function leadingFigureOf({ estimates }: Domain): LeadingFigure {
  const level = estimates.filter(isKnown).find(({ id, unit }) => unit !== 'percentile' && !id.includes('.'))
  const known = estimates.filter(isKnown)
  return {
    level,
    rank: companionOf(estimates, level, 'percentile') ?? known.find(({ unit }) => unit === 'percentile'),
    change: companionOf(estimates, level, 'change'),
  }
}

/** Returns the percentile or change of a figure; undefined if there is none. */
export function companionOf(
  estimates: readonly Estimate[],
  level: Estimate | undefined,
  what: 'percentile' | 'change',
): Estimate | undefined {
  return level === undefined ? undefined : estimates.find(({ id }) => id === `${level.id}.${what}`)
}

/** Reads from the label of a percentile how many pairs are ranked; `all pairs` if the label gives no number. */
export function pairCountText({ label }: Estimate): string {
  const count = /(\d[\d,]*) pairs/.exec(label)?.[1]
  return count === undefined ? 'all pairs' : `${count} pairs`
}
