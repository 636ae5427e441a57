import type { Assessment } from '../../assessments/index.ts'
import { questionOf } from '../../claims/testing/questions/question.ts'
import type { AnsweredClaim } from '../../reports/claims/claims-answer.ts'
import { stateOf } from '../../states/index.ts'

/** Figures that an answer lacks or may lack, in certain years: goods between two states, the GDP of one, fossil fuels that one buys of another. */
export type SeriesNeed =
  // b is a state, or the world (WLD)
  | { readonly kind: 'goods'; readonly a: string; readonly b: string; readonly years: readonly number[] }
  | { readonly kind: 'gdp'; readonly state: string; readonly years: readonly number[] }
  | { readonly kind: 'fuels'; readonly buyer: string; readonly seller: string; readonly years: readonly number[] }

/** Returns what the assessment of a pair would use: goods, GDP and fuels in the last two full years. Empty for blocs, whose figures are sums over many pairs. */
export function needsOfAssessment({ a, b, to }: Pick<Assessment, 'a' | 'b' | 'to'>): SeriesNeed[] {
  if (a.members !== undefined || b.members !== undefined) return []
  const last = Number(to.slice(0, 4)) - (to.endsWith('-12-31') ? 0 : 1)
  const years = [last - 1, last]
  return [
    { kind: 'goods', a: a.iso3, b: b.iso3, years },
    ...[a, b].map(({ iso3 }): SeriesNeed => ({ kind: 'gdp', state: iso3, years })),
    { kind: 'fuels', buyer: a.iso3, seller: b.iso3, years },
    { kind: 'fuels', buyer: b.iso3, seller: a.iso3, years },
  ]
}

/** At most so many years are asked for a claim: a claim on a longer span is about a sum or a record, for which single years do not suffice. */
const mostYears = 3

/**
 * Returns what would test the claims that the record could not decide: goods or fuels between two states in the years of the claim, the exports and imports of one state
 * where a share of them is claimed, and GDP.
 */
export function needsOfClaims(claims: readonly AnsweredClaim[]): SeriesNeed[] {
  const open = claims.filter(({ checkable, verdict, kind }) => checkable && verdict === 'unverifiable' && kind !== 'forecast')
  return [...new Map(open.flatMap(needsOfClaim).map((need) => [JSON.stringify(need), need])).values()]
}

function needsOfClaim(claim: AnsweredClaim): SeriesNeed[] {
  const question = questionOf(claim)
  if (question === undefined) return []
  const { subject, days, base, wholes } = question
  const years = [...new Set([days, base].flatMap((span) => (span === null ? [] : yearsOf(span))))].sort((x, y) => x - y)
  if (years.length === 0 || years.length > mostYears) return []
  if (subject.family === 'own' && subject.thing === 'gdp') return isState(subject.from) ? [{ kind: 'gdp', state: subject.from, years }] : []
  if (subject.family === 'fossil')
    return isState(subject.from) && isState(subject.to) ? [{ kind: 'fuels', buyer: subject.to, seller: subject.from, years }] : []
  if (subject.family !== 'goods') return []
  const [a, b] = isState(subject.from) ? [subject.from, subject.to] : [subject.to, subject.from]
  const pair: SeriesNeed[] = isState(a) && (isState(b) || b === 'WLD') ? [{ kind: 'goods', a, b, years }] : []
  if (claim.measured?.form !== 'share') return pair
  return [...pair, ...wholes.filter(({ state }) => isState(state)).map(({ of, state }) => wholeOf(of, state, years))]
}

function wholeOf(of: string, state: string, years: readonly number[]): SeriesNeed {
  return of === 'gdp' ? { kind: 'gdp', state, years } : { kind: 'goods', a: state, b: 'WLD', years }
}

function isState(id: string): boolean {
  return stateOf(id) !== undefined
}

/** Returns the full calendar years of a span. */
function yearsOf({ from, to }: { readonly from: string; readonly to: string }): number[] {
  const first = Number(from.slice(0, 4)) + (from.slice(4) === '-01-01' ? 0 : 1)
  const last = Number(to.slice(0, 4)) - (to.slice(4) === '-12-31' ? 0 : 1)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}
