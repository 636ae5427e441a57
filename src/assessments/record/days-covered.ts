import { existedIn } from '../../states/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'

/**
 * Returns the first and last day on which a list covers the pair: whole years of its coverage in which both were states, up to the last day. Undefined without
 * such a year, or where the record does not have the list.
 */
export function daysCovered({ cards, dyad }: DomainInputs, source: string, indicator: string): readonly [string, string] | undefined {
  const window = cards.get(source)?.coverage.find((one) => one.indicator === indicator)
  if (window === undefined) return undefined
  const to = dyad.to < window.to ? dyad.to : window.to
  const last = Number(to.slice(0, 4)) - (to.endsWith('-12-31') ? 0 : 1)
  const first = Number(window.from.slice(0, 4))
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  const both = years.filter((year) => existedIn(dyad.a, year) && existedIn(dyad.b, year))
  return both.length === 0 ? undefined : [`${both[0]}-01-01`, `${both.at(-1)}-12-31`]
}
