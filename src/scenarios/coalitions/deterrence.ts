import { sharesOfTable } from '../models/trade-shares.ts'
import type { TradeTable } from '../models/trade-table.ts'
import { cutLosses } from './reserves.ts'
import type { TradeCut, TradeParty } from './trade-coalition.ts'

/** A threatened coalition and those who might join it. */
export interface DeterrenceQuestion {
  readonly target: TradeParty
  readonly members: readonly TradeParty[]
  readonly others: readonly TradeParty[]
  readonly cut: TradeCut
  /** Elasticity of each sector in the first year, and when all has adjusted. */
  readonly shortRun: Float64Array
  readonly longRun: Float64Array
}

/** What a coalition costs its target and its members together, in per cent of their real spending. */
export interface DeterrenceLosses {
  readonly firstYear: number
  readonly later: number
  readonly ownFirstYear: number
  readonly ownLater: number
  readonly converged: boolean
}

/** Losses by coalition. */
export interface DeterrenceTable {
  readonly all: DeterrenceLosses
  /** Without each member, in the order of the members; null where nobody would be left. */
  readonly without: readonly (DeterrenceLosses | null)[]
  /** With each of the others, in their order. */
  readonly joined: readonly DeterrenceLosses[]
  /** Grown from nobody by the member that adds most to the target's later loss: positions of the members, and the losses with them and all before. */
  readonly growing: readonly { readonly member: number; readonly losses: DeterrenceLosses }[]
}

/**
 * Computes what a coalition, its parts and its extensions cost the target and the members, in the first year and later.
 *
 * @param onDone   called after each coalition; it may throw to stop
 */
export async function deterrenceTable(
  table: TradeTable,
  { target, members, others, cut, shortRun, longRun }: DeterrenceQuestion,
  onDone?: (done: number, of: number) => Promise<void>,
): Promise<DeterrenceTable> {
  const shares = sharesOfTable(table)
  const n = members.length
  const total = 2 * n + 1 + others.length + (n * (n + 1)) / 2
  let done = 0
  const losses = async (parties: readonly TradeParty[]): Promise<DeterrenceLosses> => {
    const partners = parties.flat()
    const [first, later] = [shortRun, longRun].map((elasticity) => cutLosses(shares, { target, partners, cut, elasticity }))
    await onDone?.(++done, total)
    return {
      ...{ firstYear: first!.target, later: later!.target, ownFirstYear: first!.partners, ownLater: later!.partners },
      converged: first!.converged && later!.converged && [first!.target, later!.target].every(Number.isFinite),
    }
  }
  const without: (DeterrenceLosses | null)[] = []
  for (const [i] of members.entries()) without.push(n === 1 ? null : await losses(members.filter((_, k) => k !== i)))
  const joined: DeterrenceLosses[] = []
  for (const other of others) joined.push(await losses([...members, other]))
  const growing: { member: number; losses: DeterrenceLosses }[] = []
  while (growing.length < n) {
    const inside = growing.map(({ member }) => member)
    const tried: { member: number; losses: DeterrenceLosses }[] = []
    for (const [member] of members.entries())
      if (!inside.includes(member)) tried.push({ member, losses: await losses([...inside, member].map((i) => members[i]!)) })
    growing.push(tried.reduce((best, one) => (one.losses.later > best.losses.later ? one : best)))
  }
  return { all: growing.at(-1)!.losses, without, joined, growing }
}
