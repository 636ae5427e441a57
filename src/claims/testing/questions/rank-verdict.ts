import { compilationOf } from '../../../sources/source-traits.ts'
import { verdictLimits } from '../../limits.ts'
import { type PartnerRanking, type RankedPartner, type RankQuery, rankRange } from './partner-rankings.ts'

/** Whether the ranked state is certainly larger than any partner outside the list. */
export function isAboveOmittedPartners({ partners, outside, rest }: PartnerRanking, ranked: string): boolean {
  const own = partners.find(({ id }) => id === ranked)?.value ?? 0
  return (outside !== undefined && own > verdictLimits.omittedPartnerGrowth * outside) || (rest !== undefined && own > rest)
}

/** Whether an order is from the host's own office, and the claimed rank is at least two off. */
const isFarFrom = (order: PartnerRanking, { ranked, of }: RankQuery, claimed: number): boolean =>
  of === 'goods' && order.official && compilationOf(order.source) !== 'imf-dots' && Math.abs(rankRange(order, ranked, 0)[0] - claimed) > 1

/** Whether a partner outside the list may rank above the state: a territory in the remainder, or a union with too few members in a selection. */
function isBelowOthers({ rest, leftOut }: PartnerRanking, partners: readonly RankedPartner[], ranked: string): boolean {
  const own = partners.find(({ id }) => id === ranked)?.value ?? 0
  return (
    own < (rest ?? leftOut) ||
    (rest !== undefined && partners.some(({ isPart, value }) => isPart === true && value <= own && own < value + rest))
  )
}

/** Returns whether an order of partners makes a claimed rank right or wrong; `open` if it cannot decide. */
export function rankVerdict(order: PartnerRanking, place: RankQuery, claimed: number): 'right' | 'wrong' | 'open' {
  const { ranked } = place
  const counted = [order.partners, ...order.united.filter((partners) => partners.some(({ id }) => id === ranked))]
  if (!order.complete && !isAboveOmittedPartners(order, ranked))
    return counted.every((partners) => rankRange({ partners }, ranked, verdictLimits.selectionRankMargin)[0] > claimed) ? 'wrong' : 'open'
  const [best, worst] = rankRange(order, ranked, verdictLimits.rankTie)
  if (best <= claimed && claimed <= worst) return 'right'
  const off = /^sipri-/.test(order.source)
    ? verdictLimits.registerRankMargin
    : isFarFrom(order, place, claimed)
      ? verdictLimits.officeRankMargin
      : verdictLimits.rankMargin
  const rangeOf = (partners: readonly RankedPartner[]): readonly [number, number] => {
    const [atBest, atWorst] = rankRange({ partners }, ranked, off)
    return [atBest, atWorst + (isBelowOthers(order, partners, ranked) ? 1 : 0)]
  }
  const ranges = counted.map(rangeOf)
  const isOut = claimed < Math.min(...ranges.map(([first]) => first)) || claimed > Math.max(...ranges.map(([, last]) => last))
  return isOut ? 'wrong' : 'open'
}

/** Whether these orders can decide a rank. A single compiled list cannot if the claim is one rank off: offices count re-exports and origins differently. */
export function areRankingsConclusive(orders: readonly PartnerRanking[], { ranked }: RankQuery, claimed: number): boolean {
  const makers = new Set(orders.map(({ source }) => compilationOf(source)))
  return (
    orders.some(({ official }) => official) ||
    makers.size > 1 ||
    orders.every((order) => {
      const [best, worst] = rankRange(order, ranked, verdictLimits.compiledRankMargin)
      return Math.abs(rankRange(order, ranked, 0)[0] - claimed) > 1 && (claimed < best || claimed > worst)
    })
  )
}

/** Whether a complete list leaves the rank open, and no official complete list contradicts it. */
export function isRankLeftOpen(orders: readonly PartnerRanking[], place: RankQuery, claimed: number): boolean {
  const isOfficial = ({ official, complete }: PartnerRanking): boolean => official && complete
  const all = orders.map((order) => ({ order, say: rankVerdict(order, place, claimed) }))
  const isOpen = all.some(({ order, say }) => say === 'open' && order.complete)
  return isOpen && !all.some(({ order, say }) => say === 'wrong' && isOfficial(order))
}
