import type { Claim } from '../../claim.ts'
import { verdictLimits } from '../../limits.ts'
import { factFile } from '../../text/fact-files.ts'
import type { PartnerRanking } from '../questions/partner-rankings.ts'
import type { FlowQuery } from '../questions/query-flows.ts'
import type { AskedClaim } from '../questions/question.ts'
import type { DaySpan } from '../record/series.ts'

/** By how much output is larger at purchasing power parities than at market rates: at least and at most. */
interface PowerBand {
  readonly low: number
  readonly high: number
}

const { years, levels } = factFile<{
  readonly years: readonly number[]
  /** In per cent of output at market rates, by state and in the order of the years. */
  readonly levels: Readonly<Record<string, readonly (number | null)[]>>
}>('price-levels')

/** Returns by how much the output of a state is larger at purchasing power parities, in the years around. Undefined without a figure. */
function levelsAround(state: string, { to }: DaySpan): PowerBand | undefined {
  const year = Number(to.slice(0, 4))
  const after = years.findIndex((one) => one >= year)
  const [first, last] = after === -1 ? [years.length - 1, years.length - 1] : [years[after] === year ? after : after - 1, after]
  const near = [first, last].flatMap((at) => levels[state]?.[at ?? 0] ?? []).map((level) => level / 100)
  return near.length === 0 ? undefined : { low: Math.min(...near), high: Math.max(...near) }
}

/** The same with the margin for years between or after those of the table, and for later revisions; for all states and years. */
function powerBand(state: string, days: DaySpan): PowerBand {
  const found = levelsAround(state, days)
  return found === undefined
    ? { low: verdictLimits.powerLowest, high: verdictLimits.powerHighest }
    : { low: found.low / verdictLimits.powerMargin, high: found.high * verdictLimits.powerMargin }
}

/** Whether a claim on output may be one at purchasing power parities, of which the record has no figures. */
const mayBeInPower = ({ said }: Claim, { thing }: FlowQuery): boolean => thing === 'gdp' && said?.figure?.isNominal !== true

const doubt = 'at purchasing power parities, of which the record has no figures, it may be right'

/** Returns why an amount of output that is wrong at market rates may be right at purchasing power parities. Undefined if it cannot be. */
export function powerDoubtOfLevel({ claim, question }: AskedClaim, values: readonly { readonly value: number }[]): string | undefined {
  if (!mayBeInPower(claim, question.subject) || claim.value === null || !/^USD\b/.test(claim.unit ?? '')) return undefined
  const { low, high } = powerBand(question.subject.from, question.days)
  return values.some(({ value }) => claim.value! >= low * value && claim.value! <= high * value) ? doubt : undefined
}

/**
 * Returns why a comparison of two economies that is wrong at market rates may be right at purchasing power parities. Undefined if it cannot be.
 *
 * @param than     the state that is compared with
 * @param ratios   values of the ratio of the two at market rates, in the unit of the claim
 * @param fits     whether the claim holds for some ratio from the lowest to the highest
 */
export function powerDoubtOfRatio(
  { claim, question }: AskedClaim,
  { larger, than }: { readonly larger: string; readonly than: string },
  ratios: readonly { readonly value: number }[],
  fits: (lowest: number, highest: number) => boolean,
): string | undefined {
  if (!mayBeInPower(claim, question.subject)) return undefined
  const [own, other] = [larger, than].map((state) => levelsAround(state, question.days))
  if (own === undefined || other === undefined) return doubt
  const [low, high] = [own.low / other.high / verdictLimits.powerMargin, (own.high / other.low) * verdictLimits.powerMargin]
  return ratios.some(({ value }) => fits(value * low, value * high)) ? doubt : undefined
}

/** Returns why a rank by output that is wrong at market rates may be right at purchasing power parities. Undefined if it cannot be. */
export function powerDoubtOfRank({ claim, question }: AskedClaim, order: PartnerRanking, ranked: string): string | undefined {
  const own = order.partners.find(({ id }) => id === ranked)
  if (!mayBeInPower(claim, question.subject) || own === undefined || claim.value === null) return undefined
  const mine = powerBand(ranked, order.year)
  let [best, worst] = [1, 1]
  for (const { id, value } of order.partners) {
    if (id === ranked) continue
    const band = powerBand(id, order.year)
    if (value * band.low > own.value * mine.high) best++
    if (value * band.high > own.value * mine.low) worst++
  }
  return claim.value >= best && claim.value <= worst ? doubt : undefined
}
