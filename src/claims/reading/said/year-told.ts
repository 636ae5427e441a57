import type { Claim } from '../../claim.ts'
import { yearsOfPeriod } from '../../text/days-of-text.ts'
import type { TextOfClaims } from './text-of-claims.ts'

/** Kinds of claims for which the text may name the first year of the period instead of the last: a state may have joined long before the day of the text. */
const deeds: ReadonlySet<Claim['kind']> = new Set(['event', 'membership'])

/** Whether the claim's sentence, or any earlier one, has the claim's year in digits. */
export function isYearTold({ period, kind, sentence_index: index }: Claim, { sentences }: TextOfClaims): boolean {
  if (period === null) return false
  const { from, to } = yearsOfPeriod(period)
  return (deeds.has(kind) ? [from, to] : [to]).some((year) => firstWithYear(sentences, year) <= index)
}

const known = new WeakMap<readonly string[], Map<number, number>>()

/** Returns the index of the first sentence that has a year, alone or as the end of a span: `2004`, `2003/04`, `2003-04`. */
function firstWithYear(sentences: readonly string[], year: number): number {
  const years = known.get(sentences) ?? new Map<number, number>()
  known.set(sentences, years)
  const found = years.get(year)
  if (found !== undefined) return found
  const short = String(year % 100).padStart(2, '0')
  const forms = [String(year), `${year - 1}/${short}`, `${year - 1}-${short}`]
  const at = sentences.findIndex((one) => forms.some((form) => one.includes(form)))
  const first = at < 0 ? Number.POSITIVE_INFINITY : at
  years.set(year, first)
  return first
}
