import type { Claim } from './claim.ts'
import { ofNamed } from './named-sources.ts'
import type { Case } from './question.ts'
import type { Apart, Weighed } from './weighed.ts'

/**
 * What customs of two states count of the same goods is a tenth apart as a rule and half as much again one time in ten; their growths are eight points apart as a
 * rule, and of other signs one time in ten (pairs of the record that both sides report). Who exports tells `A's exports` from A's own count as a rule.
 */
const natural: Apart = { level: 0.5, growth: 10 }
const other: Apart = { level: 0.75, growth: 20 }
/** Goods pass through these, so that one side counts twice or five times what the other does. */
const passages: ReadonlySet<string> = new Set('ARE ARM BEL BLR GEO HKG KAZ KGZ MAC NLD PAN POL SGP TJK UKR'.split(' '))
const passing = 2

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
 */
export function markedSides(values: readonly Weighed[], { claim, question, bench }: Case): Weighed[] {
  const { family, from, to } = question.subject
  if (family !== 'goods' || claim.unit === 'percent' || [from, to].includes('WLD')) return [...values]
  const isNamed = ofNamed(claim.source_named)
  const isMeant = (value: Weighed): boolean =>
    value.reporter === null ||
    isNamed?.(value) === true ||
    bench.tellers?.has(value.by) === true ||
    bench.confirmed?.get(claim)?.has(value.by) === true ||
    ownMoney[claim.unit?.slice(0, 3) ?? ''] === value.reporter
  const factor = [from, to].some((id) => passages.has(id)) ? passing : 1
  return values.map((value) => {
    if (isMeant(value)) return value
    const { level, growth } = isOwnCount(claim, value.reporter) ? natural : other
    return { ...value, otherSide: { level: factor * level, growth: factor * growth } }
  })
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
