import { formatFigure } from '../../../src/server/wording.ts'
import type { KnownEstimate } from '../figures/estimate.ts'

const meanings = {
  placebo: 'a 90 % interval from what the figure would be had it grown like states without the treatment',
  bootstrap: 'a 90 % interval of sampling error: the figure was worked out anew from roll calls drawn at random, many times',
  jackknife: 'a 90 % interval of sampling error: how far the figure moves when a part of the roll calls or of the text is left out',
  binomial: "a 90 % interval of a share (Wilson's): how far the share of as many trials may lie from the rate behind it",
  credible: 'a 90 % credible interval: where the estimate lies with 90 % by the model',
  prediction: 'a 90 % prediction interval: where nine in ten comparable cases lie',
  reports: 'the span of rival reports of one thing, honest each; it is not an error of sampling and has no level',
  specifications: 'the span over defensible ways to work it out; it is not an error of sampling and has no level',
} as const

/** Describes the interval of a figure and its kind in words; for an exact figure, its reliability. */
export function intervalMeaning({ interval, certainty, unit }: KnownEstimate): string {
  if (interval !== 'exact')
    return `${formatFigure(interval.low, unit)} to ${formatFigure(interval.high, unit)}: ${meanings[interval.kind]}.`
  if (certainty === 'one report')
    return "One report: an amount as one source prints it. Nobody else's report of it is held, so how far it may be off is unknown."
  if (certainty === 'at least') return 'At least: what is counted is on record; there may be more that the record lacks.'
  if (certainty === 'at most') return 'At most: the source has no row, and lists everything from this amount on.'
  return 'Exact: a count of the rows below, without an error of sampling.'
}
