import type { Answers } from '../../../src/server/answer-types.ts'

export type Source = Answers['sources']['sources'][number]

export const rowCount = ({ rows }: Source): number => Object.values(rows).reduce((sum, count) => sum + count, 0)

/** Returns the first and last year that a source covers; undefined if its coverage is unknown. */
export function coveredYears({ coverage }: Source): readonly [number, number] | undefined {
  const years = coverage.flatMap(({ from, to }) => [from, to]).map((day) => Number(day.slice(0, 4)))
  return years.length === 0 ? undefined : [Math.min(...years), Math.max(...years)]
}

export function yearsText(source: Source): string {
  const years = coveredYears(source)
  if (years === undefined) return 'unknown'
  return years[0] === years[1] ? String(years[0]) : `${years[0]} to ${years[1]}`
}

/** Says in a few words what the licence permits. */
export const licencePermission = ({ licence }: Source): string =>
  licence.redistribute ? 'may be passed on' : 'for your own use, not to be passed on'

/** Formats a count with thousands separators. */
export const count = (number: number): string => number.toLocaleString('en-US')

/** Says how often a source comes out and when its next edition is due. */
export function releaseText({ release: { rhythm, covers, due, overdue } }: Source): string {
  if (due === null) return rhythm
  const what = covers === null ? 'the next edition' : `the edition to ${covers}`
  return `${rhythm}; ${what} ${overdue ? `has been due since ${due}` : `is due by ${due}`}`
}
