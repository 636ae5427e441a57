import type { Claim } from './claim.ts'
import type { Series } from './honest-series.ts'
import { isCounted, roomBetween } from './mirror-history.ts'
import { ofNamed } from './named-sources.ts'
import type { Case } from './question.ts'
import type { Apart, Weighed } from './weighed.ts'

/**
 * What customs of two states count of the same goods is a tenth apart as a rule and half as much again one time in ten; their growths are eight points apart as a
 * rule, and of other signs one time in ten (pairs of the record that both sides report). Who exports tells `A's exports` from A's own count as a rule.
 */
const natural = { level: 0.5, growth: 10 }
const other = { level: 0.75, growth: 20 }
/** Goods pass through these, so that one side counts twice or five times what the other does. */
const passages: ReadonlySet<string> = new Set('ARE ARM BEL BLR GEO HKG KAZ KGZ MAC NLD PAN POL SGP TJK UKR'.split(' '))
const passing = 2
/** Since 2022 goods reach it by other ways than before, and it prints less of them. */
const changed: ReadonlySet<string> = new Set(['RUS'])
/** With gold and without. */
const twoWholes: ReadonlySet<string> = new Set(['CHE'])

/** Whose money it is, where only one state or union tells figures in it. */
const ownMoney: Readonly<Record<string, string>> = {
  EUR: 'EUU',
  CNY: 'CHN',
  GBP: 'GBR',
  INR: 'IND',
  JPY: 'JPN',
  KRW: 'KOR',
  RUB: 'RUS',
  TRY: 'TUR',
}

/**
 * Marks figures of goods that one of the two sides counted, where nothing says that the text is told from that side: the other side counts the same goods, and its
 * count may be meant. Shares are left as they are: they are told of the trade of whoever counts it.
 *
 * @param values   of one thing at one time
 * @param series   of levels: by these it is known how far the two sides' counts were from one another in other years
 */
export function markedSides(values: readonly Weighed[], asked: Case, series?: readonly Series[]): Weighed[] {
  const { claim, question } = asked
  const { family, from, to, mode } = question.subject
  if (family !== 'goods' || claim.unit === 'percent' || [from, to].includes('WLD')) return [...values]
  const isMeant = meantIn(asked)
  return values.map((value) => {
    const counted = series !== undefined && mode !== 'balance' && isCounted(value) ? { ...value, isCount: true } : value
    return isMeant(value) ? counted : { ...counted, otherSide: apartFrom(value, asked, series) }
  })
}

/** Whether a figure is one that the text is told from. */
function meantIn({ claim, bench }: Case): (value: Weighed) => boolean {
  const isNamed = ofNamed(claim.source_named)
  return (value) =>
    value.reporter === null ||
    isNamed?.(value) === true ||
    bench.tellers?.has(value.by) === true ||
    bench.confirmed?.get(claim)?.has(value.by) === true ||
    ownMoney[claim.unit?.slice(0, 3) ?? ''] === value.reporter
}

/**
 * By the other years of the two, where these are known; else by what all pairs are apart. Who exports tells from its own count as a rule, so that there the general limit
 * holds where the history of the two would be wider; and it holds where that would be narrower, of those whom a later year may have changed or who print two wholes.
 */
function apartFrom({ reporter }: Weighed, { claim, question }: Case, series: readonly Series[] | undefined): Apart {
  const { from, to, mode } = question.subject
  const isAny = (of: ReadonlySet<string>): boolean => of.has(from) || of.has(to)
  const factor = isAny(passages) ? passing : 1
  const isOwn = isOwnCount(claim, reporter)
  const { level, growth } = isOwn ? natural : other
  const limit = factor * level
  const general: Apart = { above: limit, below: limit, growth: factor * growth }
  const sides = [reporter!, reporter === from ? to : from] as const
  const room = series === undefined ? undefined : roomBetween(series, sides, question.days, mode === 'balance')
  if (room === undefined) return general
  const mayNarrow = !isAny(twoWholes) && (room.isNear || !(isAny(passages) || isAny(changed)))
  const within = (own: number): number => (mayNarrow ? own : Math.max(own, limit))
  const least = (own: number): number => (isOwn ? Math.min(within(own), limit) : within(own))
  return { ...general, above: least(room.above), below: least(room.below) }
}

/** `A's exports` by the count of A, `A's imports` too; and what several send to one, or have from it, by the count of that one. */
function isOwnCount({ measured, direction, kind, actors }: Claim, reporter: string | null): boolean {
  const [sender, receiver] = direction.split('->')
  const topic = measured?.topic
  return (
    (topic === 'goods-exports' && reporter === sender) ||
    (topic === 'goods-imports' && reporter === receiver) ||
    (kind === 'comparison' && actors.length > 2)
  )
}
