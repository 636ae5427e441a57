import { compilationOf } from '../../../assessments/rows/source-compilations.ts'
import { type PartnerRanking, type RankedPartner, type RankQuery, rankRange } from './partner-rankings.ts'

/** If two partners differ by at most this share, a revision may swap their ranks. */
const tie = 0.03
/** A rank is called wrong only if it is wrong even with every figure off by this share. For a selection of partners the share is larger. */
const margin = 0.1
const selectionMargin = 0.25
/** A rank in a register, which is revised, is called wrong only if it is wrong even with every figure off by this share. */
const registerMargin = 0.25

/** Omitted partners have grown by at most this factor since the last complete year. */
const reach = 1.5

/** Whether the ranked state is certainly larger than any partner outside the list. */
export function isAboveOmittedPartners({ partners, outside, rest }: PartnerRanking, ranked: string): boolean {
  const own = partners.find(({ id }) => id === ranked)?.value ?? 0
  return (outside !== undefined && own > reach * outside) || (rest !== undefined && own > rest)
}

/**
 * In an office's list, a rank that is at least two off is called wrong if it is wrong even with every figure off by this share: revisions hardly change such a
 * rank.
 */
const officeMargin = 0.05

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
    return counted.every((partners) => rankRange({ partners }, ranked, selectionMargin)[0] > claimed) ? 'wrong' : 'open'
  const [best, worst] = rankRange(order, ranked, tie)
  if (best <= claimed && claimed <= worst) return 'right'
  const off = /^sipri-/.test(order.source) ? registerMargin : isFarFrom(order, place, claimed) ? officeMargin : margin
  const rangeOf = (partners: readonly RankedPartner[]): readonly [number, number] => {
    const [atBest, atWorst] = rankRange({ partners }, ranked, off)
    return [atBest, atWorst + (isBelowOthers(order, partners, ranked) ? 1 : 0)]
  }
  const ranges = counted.map(rangeOf)
  const isOut = claimed < Math.min(...ranges.map(([first]) => first)) || claimed > Math.max(...ranges.map(([, last]) => last))
  return isOut ? 'wrong' : 'open'
}

/** Share by which the figure of a single pair may be off in a list compiled from many states' reports. */
const compiledMargin = 0.6

/** Whether these orders can decide a rank. A single compiled list cannot if the claim is one rank off: offices count re-exports and origins differently. */
export function areRankingsConclusive(orders: readonly PartnerRanking[], { ranked }: RankQuery, claimed: number): boolean {
  const makers = new Set(orders.map(({ source }) => compilationOf(source)))
  return (
    orders.some(({ official }) => official) ||
    makers.size > 1 ||
    orders.every((order) => {
      const [best, worst] = rankRange(order, ranked, compiledMargin)
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
