import { leansOnOne } from '../../../assessments/record/single-figures.ts'
import type { Claim } from '../../claim.ts'
import type { Room, ValueDistance, Weighed } from '../judging/candidate-value.ts'
import { growthBetween, isCounted, roomBetween } from '../judging/mirror-history.ts'
import type { Case } from '../questions/question.ts'
import { ofNamed } from '../record/named-sources.ts'
import type { Series } from '../record/series.ts'

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
  const counters = new Set(values.flatMap(({ reporter }) => (reporter === from || reporter === to ? [reporter] : [])))
  return values.map((value) => {
    if (leansOnOne(value.source) && counters.size < 2 && !values.some((one) => one.reporter !== null && isMeant(one)))
      return { ...value, otherSide: apartFrom({ ...value, reporter: [...counters][0] ?? from }, asked, known) }
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

/** How far the other side's count may be; worked out when asked, as most claims agree with a figure and nobody asks. */
function apartFrom({ reporter }: Weighed, asked: Case, { levels, growths }: Known): ValueDistance {
  const { from, to } = asked.question.subject
  const sides = [reporter!, reporter === from ? to : from] as const
  const isOwn = isOwnCount(asked.claim, reporter)
  const general = isOwn ? natural : other
  const factor = factorOf(asked)
  let known: Room | undefined
  const room = (): Room => {
    known ??= roomFor(asked, sides, { limit: factor * general.level, isOwn, levels })
    return known
  }
  return {
    get above() {
      return room().above
    },
    get below() {
      return room().below
    },
    get growth() {
      const apart = growths === undefined || isOwn ? undefined : growthBetween(growths, sides)
      return Math.max(factor * general.growth, apart ?? 0)
    },
  }
}

const isAny = (of: ReadonlySet<string>, { question: { subject } }: Case): boolean => of.has(subject.from) || of.has(subject.to)
const factorOf = (asked: Case): number => (isAny(hidden, asked) ? hiding : isAny(passages, asked) ? passing : 1)

/**
 * By the other years of the two, where these are known; else by what all pairs are apart. Who exports tells from its own count as a rule, so that there the general limit
 * holds where the history of the two would be wider; and it holds where that would be narrower, of those whom a later year may have changed or who print two wholes.
 */
function roomFor(
  asked: Case,
  sides: readonly [string, string],
  { limit, isOwn, levels }: { readonly limit: number; readonly isOwn: boolean; readonly levels: Known['levels'] },
): Room {
  const { days, subject } = asked.question
  const room = levels === undefined ? undefined : roomBetween(levels, sides, days, subject.mode === 'balance')
  if (room === undefined) return { above: limit, below: limit }
  const mayNarrow = !isAny(twoWholes, asked) && (room.isNear || !(isAny(passages, asked) || isAny(changed, asked)))
  const within = (own: number): number => (mayNarrow ? own : Math.max(own, limit))
  const least = (own: number): number => (isOwn ? Math.min(within(own), limit) : within(own))
  return { above: least(room.above), below: least(room.below) }
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
