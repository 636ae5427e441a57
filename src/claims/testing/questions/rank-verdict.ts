import { makerOf } from '../../../assessments/rows/compilers.ts'
import { type Partner, type PartnerOrder, type RankQuery, rankRange } from './partner-orders.ts'

/** Two that are as near as this may change places with the next revision. */
const tie = 0.03
/** A place is called wrong only where it would be so with every figure this much off, and more so in a selection of partners. */
const margin = 0.1
const selectionMargin = 0.25
/** Of a register, which is revised, by as much as of a selection. */
const registerMargin = 0.25

/** So much more than those who are left out had some years before is out of their reach. */
const reach = 1.5

/** Whether whoever is ranked has more than anybody who is not in the list can have. */
export function isAboveOutside({ partners, outside, rest }: PartnerOrder, ranked: string): boolean {
  const own = partners.find(({ id }) => id === ranked)?.value ?? 0
  return (outside !== undefined && own > reach * outside) || (rest !== undefined && own > rest)
}

/** What an office prints of a year is hardly moved by a revision: by so much a place that is not the next one is wrong. */
const officeMargin = 0.05

/** A list of the host's own office in which a claimed place is two or more off. */
const isFarFrom = (order: PartnerOrder, { ranked, of }: RankQuery, claimed: number): boolean =>
  of === 'goods' && order.official && makerOf(order.source) !== 'imf-dots' && Math.abs(rankRange(order, ranked, 0)[0] - claimed) > 1

/** Whether somebody who is not in a list may stand above: a territory in what is left out, or a union of which hardly any members are in a selection. */
function isBelowOthers({ rest, leftOut }: PartnerOrder, partners: readonly Partner[], ranked: string): boolean {
  const own = partners.find(({ id }) => id === ranked)?.value ?? 0
  return (
    own < (rest ?? leftOut) ||
    (rest !== undefined && partners.some(({ isPart, value }) => isPart === true && value <= own && own < value + rest))
  )
}

/** What an order says of a claimed place. */
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

/** In a list compiled of many states' reports a single pair may be off by this. */
const compiledMargin = 0.6

/** One compiled list next to a claim that is a place or two off proves little: offices count re-exports and origins in other ways. */
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

/** Whether a whole list leaves a place open, and only lists that are no office's own say that it is wrong. */
export function isLeftOpen(orders: readonly PartnerOrder[], place: RankQuery, claimed: number): boolean {
  const isOfficial = ({ official, complete }: PartnerOrder): boolean => official && complete
  const all = orders.map((order) => ({ order, say: rankVerdict(order, place, claimed) }))
  const isOpen = all.some(({ order, say }) => say === 'open' && order.complete)
  return isOpen && !all.some(({ order, say }) => say === 'wrong' && isOfficial(order))
}
