import type { Answers } from '../../../src/server/answer-types.ts'

export type Source = Answers['sources']['sources'][number]

export const rowCount = ({ rows }: Source): number => Object.values(rows).reduce((sum, count) => sum + count, 0)

/** First and last year that a source covers. */
export function coveredYears({ coverage }: Source): readonly [number, number] | undefined {
  const years = coverage.flatMap(({ from, to }) => [from, to]).map((day) => Number(day.slice(0, 4)))
  return years.length === 0 ? undefined : [Math.min(...years), Math.max(...years)]
}

export function yearsText(source: Source): string {
  const years = coveredYears(source)
  if (years === undefined) return 'unknown'
  return years[0] === years[1] ? String(years[0]) : `${years[0]} to ${years[1]}`
}

/** What the licence permits, in a word. */
export const licencePermission = ({ licence }: Source): string =>
  licence.redistribute ? 'may be passed on' : 'for your own use, not to be passed on'

/** A count with thousands separators. */
export const count = (number: number): string => number.toLocaleString('en-US')
