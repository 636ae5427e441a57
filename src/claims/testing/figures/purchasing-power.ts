import type { Snapshot } from '../../../store/index.ts'
import type { Claim } from '../../claim.ts'
import type { PartnerRanking } from '../questions/partner-rankings.ts'
import { type FlowQuery, levelSeries } from '../questions/query-flows.ts'
import type { AskedClaim } from '../questions/question.ts'
import type { DaySpan } from '../record/series.ts'

/** By how much output is larger at purchasing power parities than at market rates: at least and at most. */
export interface PowerBand {
  readonly low: number
  readonly high: number
}

/**
 * The band by output per head, in parts of that of the United States. The World Bank's price levels of 2005 to 2023 (PA.NUS.PPPC.RF) of states with more than a
 * million people keep within these, rounded outwards.
 */
const bands: readonly (readonly [from: number, band: PowerBand])[] = [
  [0.9, { low: 0.6, high: 2.4 }],
  [0.6, { low: 0.8, high: 2.6 }],
  [0.4, { low: 0.95, high: 2.7 }],
  [0.2, { low: 1.05, high: 3.5 }],
  [0.05, { low: 1.1, high: 4.5 }],
  [0, { low: 1, high: 7.5 }],
]
/** The widest of all from 1995 to 2023: for years before 2005 and states whose output per head is not on record. */
const widest: PowerBand = { low: 0.5, high: 10.5 }
const bandsFrom = '2005'

const bandOf = (perHead: number, ofStates: number, year: string): PowerBand =>
  year < bandsFrom || !(perHead > 0 && ofStates > 0) ? widest : (bands.find(([from]) => perHead / ofStates >= from)?.[1] ?? widest)

async function perHead(snapshot: Snapshot, state: string, days: DaySpan): Promise<number> {
  const of = (thing: string): FlowQuery => ({ family: 'own', thing, mode: 'one', from: state, to: '' })
  const [gdp, people] = await Promise.all(
    ['gdp', 'population'].map(async (thing) => (await levelSeries(snapshot, of(thing)))[0]?.at(days)?.value),
  )
  return gdp === undefined || people === undefined ? Number.NaN : gdp / people
}

/** Returns by how much the output of a state may be larger at purchasing power parities than at market rates. */
async function powerBand({ bench: { snapshot } }: AskedClaim, state: string, days: DaySpan): Promise<PowerBand> {
  const [own, ofStates] = await Promise.all([perHead(snapshot, state, days), perHead(snapshot, 'USA', days)])
  return bandOf(own, ofStates, days.to)
}

/** Whether a claim on output may be one at purchasing power parities, of which the record has no figures. */
const mayBeInPower = ({ said }: Claim, { thing }: FlowQuery): boolean => thing === 'gdp' && said?.figure?.isNominal !== true

const doubt = 'at purchasing power parities, of which the record has no figures, it may be right'

/** Returns why an amount of output that is wrong at market rates may be right at purchasing power parities. Undefined if it cannot be. */
export async function powerDoubtOfLevel(asked: AskedClaim, values: readonly { readonly value: number }[]): Promise<string | undefined> {
  const { claim, question } = asked
  if (!mayBeInPower(claim, question.subject) || claim.value === null || !/^USD\b/.test(claim.unit ?? '')) return undefined
  const { low, high } = await powerBand(asked, question.subject.from, question.days)
  return values.some(({ value }) => claim.value! >= low * value && claim.value! <= high * value) ? doubt : undefined
}

/**
 * Returns why a comparison of two economies that is wrong at market rates may be right at purchasing power parities. Undefined if it cannot be.
 *
 * @param than     the state that is compared with
 * @param ratios   values of the ratio of the two at market rates, in the unit of the claim
 * @param fits     whether the claim holds for some ratio from the lowest to the highest
 */
export async function powerDoubtOfRatio(
  asked: AskedClaim,
  { larger, than }: { readonly larger: string; readonly than: string },
  ratios: readonly { readonly value: number }[],
  fits: (lowest: number, highest: number) => boolean,
): Promise<string | undefined> {
  if (!mayBeInPower(asked.claim, asked.question.subject)) return undefined
  const [own, other] = await Promise.all([larger, than].map((state) => powerBand(asked, state, asked.question.days)))
  return ratios.some(({ value }) => fits((value * own!.low) / other!.high, (value * own!.high) / other!.low)) ? doubt : undefined
}

/** Returns why a rank by output that is wrong at market rates may be right at purchasing power parities. Undefined if it cannot be. */
export async function powerDoubtOfRank(asked: AskedClaim, order: PartnerRanking, ranked: string): Promise<string | undefined> {
  const { claim, question } = asked
  const own = order.partners.find(({ id }) => id === ranked)
  if (!mayBeInPower(claim, question.subject) || own === undefined || claim.value === null) return undefined
  const bandAt = (state: string): Promise<PowerBand> => powerBand(asked, state, order.year)
  const mine = await bandAt(ranked)
  let [best, worst] = [1, 1]
  for (const { id, value } of order.partners) {
    // most economies are too small to matter, whatever their prices
    if (id === ranked || value * widest.high < own.value * mine.low) continue
    const band = await bandAt(id)
    if (value * band.low > own.value * mine.high) best++
    if (value * band.high > own.value * mine.low) worst++
  }
  return claim.value >= best && claim.value <= worst ? doubt : undefined
}
