import type { OutlookTarget } from '../targets/outlook-target.ts'

/** An event of a pair and how probable it is. */
export interface EventTarget extends Omit<OutlookTarget, 'period' | 'quantiles' | 'basis'> {
  readonly title: string
  /** What counts as the event. */
  readonly definition: string
  /** What the baseline is the rate of, and in which years. */
  readonly baseRateOf: string
  /** How the probability came about, and what the back-test says of that. */
  readonly basis: string
  /** What would change the probability, with by how much where it can be computed. */
  readonly change: string
}

/** Returns an event in the form of any target: its window, which ends its title, is the period. */
export function targetOfEvent({ title, definition, baseRateOf, basis, change, ...rest }: EventTarget): OutlookTarget {
  const end = title.lastIndexOf(', ')
  return {
    ...rest,
    title: title.slice(0, end),
    period: title.slice(end + 2),
    quantiles: [],
    basis: { definition, baseRateOf, basis, change },
  }
}

/** An event without a forecast, and why. */
export interface EventWithout {
  readonly id: string
  readonly why: string
}

/** The events of a pair. */
export interface EventOutlook {
  readonly targets: readonly EventTarget[]
  readonly without: readonly EventWithout[]
}
