import type { Claim } from './claim.ts'
import type { Series } from './honest-series.ts'
import { growthBetween, isCounted, roomBetween } from './mirror-history.ts'
import { ofNamed } from './named-sources.ts'
import type { Case } from './question.ts'
import type { Apart, Weighed } from './weighed.ts'

/**
 * What customs of two states count of the same goods is a tenth apart as a rule and half as much again one time in ten; their growths are eight points apart as a
 * rule, and of other signs one time in ten (pairs of the record that both sides report). Who exports tells `A's exports` from A's own count as a rule.
 */
const natural = { level: 0.5, growth: 10 }
const other = { level: 0.75, growth: 20 }
/** Goods pass through these, or on their way to them through others: one side counts twice or five times what the other does. */
const passages: ReadonlySet<string> = new Set('ARE ARM BEL BLR GEO HKG KAZ KGZ LAO MAC NLD PAN POL SGP TJK TWN UKR'.split(' '))
const passing = 2
/** It counts its exports without oil, and others count its oil as that of others. */
const hidden: ReadonlySet<string> = new Set(['IRN'])
const hiding = 4
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

/** Where figures of other years stand. */
interface Known {
  readonly levels?: readonly Series[]
  readonly growths?: readonly Series[]
}

/**
 * Marks figures of goods that one of the two sides counted, where nothing says that the text is told from that side: the other side counts the same goods, and its
 * count may be meant. Shares are left as they are: they are told of the trade of whoever counts it.
 *
 * @param values   of one thing at one time
 * @param known   series by which it is known how far the two sides' counts were from one another in other years; of values that are levels, or growths
 */
export function markedSides(values: readonly Weighed[], asked: Case, known: Known = {}): Weighed[] {
  const { claim, question } = asked
  const { family, from, to, mode } = question.subject
  if (family !== 'goods' || claim.unit === 'percent' || [from, to].includes('WLD')) return [...values]
  const isMeant = meantIn(asked)
  return values.map((value) => {
    const counted = known.levels !== undefined && mode !== 'balance' && isCounted(value) ? { ...value, isCount: true } : value
    return isMeant(value) ? counted : { ...counted, otherSide: apartFrom(value, asked, known) }
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
function apartFrom({ reporter }: Weighed, { claim, question }: Case, { levels, growths }: Known): Apart {
  const { from, to, mode } = question.subject
  const isAny = (of: ReadonlySet<string>): boolean => of.has(from) || of.has(to)
  const factor = isAny(hidden) ? hiding : isAny(passages) ? passing : 1
  const isOwn = isOwnCount(claim, reporter)
  const { level, growth } = isOwn ? natural : other
  const limit = factor * level
  const sides = [reporter!, reporter === from ? to : from] as const
  const apart = growths === undefined ? 0 : (growthBetween(growths, sides) ?? 0)
  const general: Apart = { above: limit, below: limit, growth: Math.max(factor * growth, isOwn ? 0 : apart) }
  const room = levels === undefined ? undefined : roomBetween(levels, sides, question.days, mode === 'balance')
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
