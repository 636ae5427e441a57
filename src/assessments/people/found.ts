import type { Estimate } from '../../store/index.ts'
import type { Item } from '../forms/assessment.ts'

/** What one subject adds to a domain: figures, sentences, dated items and notes. */
export interface Found {
  readonly estimates: readonly Estimate[]
  readonly sentences: readonly string[]
  readonly items: readonly Item[]
  readonly notes: readonly string[]
  /** Whether it is so little that what else is known is said first. */
  readonly isTrifle?: boolean
}

export const nothingFound: Found = { estimates: [], sentences: [], items: [], notes: [] }

/** Puts the findings of several subjects together, in their order. */
export function together(all: readonly Found[]): Found {
  return {
    estimates: all.flatMap((one) => one.estimates),
    sentences: all.flatMap((one) => one.sentences),
    items: all.flatMap((one) => one.items),
    notes: all.flatMap((one) => one.notes),
  }
}

const months = 'January February March April May June July August September October November December'.split(' ')

/**
 * Writes an ISO day as in a sentence.
 *
 * @example dayInWords('2025-01-12')   // "12 January 2025"
 */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-') as [string, string, string]
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`
}
