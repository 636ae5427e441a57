import { makerOf } from '../../../assessments/rows/compilers.ts'
import { type Partner, type PartnerOrder, type RankQuery, rankRange } from './partner-orders.ts'

/** Two partners that differ by at most this share may swap ranks with the next revision. */
const tie = 0.03
/** A rank is wrong only if it remains so when every figure is off by this share. For a selection of partners the share is larger. */
const margin = 0.1
const selectionMargin = 0.25
/** A rank by a register, which is revised, is wrong only if it remains so when every figure is off by this share. */
const registerMargin = 0.25

/** Omitted partners have grown by at most this factor since the last complete year. */
const reach = 1.5

/** Whether the ranked state is larger than any partner outside the list can be. */
export function isAboveOutside({ partners, outside, rest }: PartnerOrder, ranked: string): boolean {
  const own = partners.find(({ id }) => id === ranked)?.value ?? 0
  return (outside !== undefined && own > reach * outside) || (rest !== undefined && own > rest)
}

/** If the claimed rank is two or more off in an office's list, the figures are assumed to be off by this share only: revisions hardly change them. */
const officeMargin = 0.05

/** Whether an order is from the host's own office and the claimed rank is two or more off in it. */
const isFarFrom = (order: PartnerOrder, { ranked, of }: RankQuery, claimed: number): boolean =>
  of === 'goods' && order.official && makerOf(order.source) !== 'imf-dots' && Math.abs(rankRange(order, ranked, 0)[0] - claimed) > 1

/** Whether a partner outside the list may rank above the state: a territory in the remainder, or a union with few members in a selection. */
function isBelowOthers({ rest, leftOut }: PartnerOrder, partners: readonly Partner[], ranked: string): boolean {
  const own = partners.find(({ id }) => id === ranked)?.value ?? 0
  return (
    own < (rest ?? leftOut) ||
    (rest !== undefined && partners.some(({ isPart, value }) => isPart === true && value <= own && own < value + rest))
  )
}

/** Returns what an order of partners says about a claimed rank; `open` if it cannot decide. */
export function rankVerdict(order: PartnerOrder, place: RankQuery, claimed: number): 'right' | 'wrong' | 'open' {
  const { ranked } = place
  const counted = [order.partners, ...order.united.filter((partners) => partners.some(({ id }) => id === ranked))]
  if (!order.complete && !isAboveOutside(order, ranked))
    return counted.every((partners) => rankRange({ partners }, ranked, selectionMargin)[0] > claimed) ? 'wrong' : 'open'
  const [best, worst] = rankRange(order, ranked, tie)
  if (best <= claimed && claimed <= worst) return 'right'
  const off = /^sipri-/.test(order.source) ? registerMargin : isFarFrom(order, place, claimed) ? officeMargin : margin
  const rangeOf = (partners: readonly Partner[]): readonly [number, number] => {
    const [atBest, atWorst] = rankRange({ partners }, ranked, off)
    return [atBest, atWorst + (isBelowOthers(order, partners, ranked) ? 1 : 0)]
  }
  const ranges = counted.map(rangeOf)
  const isOut = claimed < Math.min(...ranges.map(([first]) => first)) || claimed > Math.max(...ranges.map(([, last]) => last))
  return isOut ? 'wrong' : 'open'
}

/** In a list compiled from many states' reports, a single pair may be off by this share. */
const compiledMargin = 0.6

/**
 * Whether orders can decide a rank. A single compiled list proves little about a claim that is one rank off: offices count re-exports and origins differently.
 */
export function isConclusive(orders: readonly PartnerOrder[], { ranked }: RankQuery, claimed: number): boolean {
  const makers = new Set(orders.map(({ source }) => makerOf(source)))
  return (
    orders.some(({ official }) => official) ||
    makers.size > 1 ||
    orders.every((order) => {
      const [best, worst] = rankRange(order, ranked, compiledMargin)
      return Math.abs(rankRange(order, ranked, 0)[0] - claimed) > 1 && (claimed < best || claimed > worst)
    })
  )
}

/** Whether a complete list leaves the rank open, and only unofficial lists contradict it. */
export function isLeftOpen(orders: readonly PartnerOrder[], place: RankQuery, claimed: number): boolean {
  const isOfficial = ({ official, complete }: PartnerOrder): boolean => official && complete
  const all = orders.map((order) => ({ order, say: rankVerdict(order, place, claimed) }))
  const isOpen = all.some(({ order, say }) => say === 'open' && order.complete)
  return isOpen && !all.some(({ order, say }) => say === 'wrong' && isOfficial(order))
}
