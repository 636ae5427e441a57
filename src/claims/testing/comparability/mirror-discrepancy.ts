import { leansOnOne } from '../../../assessments/record/single-figures.ts'
import type { Claim } from '../../claim.ts'
import type { CandidateValue, Margins, MirrorMargins } from '../judging/candidate-value.ts'
import { historicalGrowthGap, historicalMargins, isReportedCount } from '../judging/mirror-history.ts'
import type { AskedClaim } from '../questions/question.ts'
import { isFromNamedSource } from '../record/named-sources.ts'
import type { Series } from '../record/series.ts'

/**
 * What customs of two states count of the same goods is a tenth apart as a rule and half as much again one time in ten; their growths are eight points apart as a
 * rule, and of other signs one time in ten (pairs of the record that both sides report). Who exports tells `A's exports` from A's own count as a rule.
 */
const ownCountLimit = { level: 0.5, growth: 10 }
const otherCountLimit = { level: 0.75, growth: 20 }
/** Goods pass through these, or on their way to them through others: one side counts twice or five times what the other does. */
const transitEconomies: ReadonlySet<string> = new Set('ARE ARM BEL BLR GEO HKG KAZ KGZ LAO MAC NLD PAN POL SGP TJK TWN UKR'.split(' '))
const transitFactor = 2
/** It counts its exports without oil, and others count its oil as that of others. */
const oilExcluders: ReadonlySet<string> = new Set(['IRN'])
const oilFactor = 4
/** Since 2022 goods reach it by other ways than before, and it prints less of them. */
const reroutedSince2022: ReadonlySet<string> = new Set(['RUS'])
/** With gold and without. */
const goldTraders: ReadonlySet<string> = new Set(['CHE'])

/** Whose money it is, where only one state or union tells figures in it. */
const reporterOfCurrency: Readonly<Record<string, string>> = {
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
interface YearSeries {
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
export function withMirrorMargins(values: readonly CandidateValue[], asked: AskedClaim, known: YearSeries = {}): CandidateValue[] {
  const { claim, question } = asked
  const { family, from, to, mode } = question.subject
  if (family !== 'goods' || claim.unit === 'percent' || [from, to].includes('WLD')) return [...values]
  const isMeant = isCountOfText(asked)
  const counters = new Set(values.flatMap(({ reporter }) => (reporter === from || reporter === to ? [reporter] : [])))
  return values.map((value) => {
    if (leansOnOne(value.source) && counters.size < 2 && !values.some((one) => one.reporter !== null && isMeant(one)))
      return { ...value, otherSide: marginsFor({ ...value, reporter: [...counters][0] ?? from }, asked, known) }
    const counted = known.levels !== undefined && mode !== 'balance' && isReportedCount(value) ? { ...value, isCount: true } : value
    return isMeant(value) ? counted : { ...counted, otherSide: marginsFor(value, asked, known) }
  })
}

/** Whether a figure is one that the text is told from. */
function isCountOfText({ claim, bench }: AskedClaim): (value: CandidateValue) => boolean {
  const isNamed = isFromNamedSource(claim.source_named)
  return (value) =>
    value.reporter === null ||
    isNamed?.(value) === true ||
    bench.textSources?.has(value.by) === true ||
    bench.corroborated?.get(claim)?.has(value.by) === true ||
    reporterOfCurrency[claim.unit?.slice(0, 3) ?? ''] === value.reporter
}

/** How far the other side's count may be; worked out when asked, as most claims agree with a figure and nobody asks. */
function marginsFor({ reporter }: CandidateValue, asked: AskedClaim, { levels, growths }: YearSeries): MirrorMargins {
  const { from, to } = asked.question.subject
  const sides = [reporter!, reporter === from ? to : from] as const
  const isOwn = isOwnCount(asked.claim, reporter)
  const general = isOwn ? ownCountLimit : otherCountLimit
  const factor = factorOf(asked)
  let known: Margins | undefined
  const room = (): Margins => {
    known ??= levelMargins(asked, sides, { limit: factor * general.level, isOwn, levels })
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
      const apart = growths === undefined || isOwn ? undefined : historicalGrowthGap(growths, sides)
      return Math.max(factor * general.growth, apart ?? 0)
    },
  }
}

const isAny = (of: ReadonlySet<string>, { question: { subject } }: AskedClaim): boolean => of.has(subject.from) || of.has(subject.to)
const factorOf = (asked: AskedClaim): number =>
  isAny(oilExcluders, asked) ? oilFactor : isAny(transitEconomies, asked) ? transitFactor : 1

/**
 * By the other years of the two, where these are known; else by what all pairs are apart. Who exports tells from its own count as a rule, so that there the general limit
 * holds where the history of the two would be wider; and it holds where that would be narrower, of those whom a later year may have changed or who print two wholes.
 */
function levelMargins(
  asked: AskedClaim,
  sides: readonly [string, string],
  { limit, isOwn, levels }: { readonly limit: number; readonly isOwn: boolean; readonly levels: YearSeries['levels'] },
): Margins {
  const { days, subject } = asked.question
  const room = levels === undefined ? undefined : historicalMargins(levels, sides, days, subject.mode === 'balance')
  if (room === undefined) return { above: limit, below: limit }
  const mayNarrow = !isAny(goldTraders, asked) && (room.isNear || !(isAny(transitEconomies, asked) || isAny(reroutedSince2022, asked)))
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
