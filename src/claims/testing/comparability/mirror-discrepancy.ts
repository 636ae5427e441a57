import { traitsOf } from '../../../sources/source-traits.ts'
import type { Claim } from '../../claim.ts'
import { verdictLimits } from '../../limits.ts'
import { namesOfStates, stateGroup } from '../../text/fact-files.ts'
import type { CandidateValue, Margins, MirrorMargins } from '../judging/candidate-value.ts'
import { historicalGrowthGap, historicalMargins, isReportedCount } from '../judging/mirror-history.ts'
import type { AskedClaim } from '../questions/question.ts'
import { isFromNamedSource } from '../record/named-sources.ts'
import type { Series } from '../record/series.ts'

/**
 * Limits for the difference between two states' customs counts of the same goods, from pairs of the record that both sides report. Levels typically differ by a
 * tenth, and by half in one case of ten. Growth typically differs by eight points, with opposite signs in one case of ten. Limits are lower if the text
 * probably means the known side's own count, as `A's exports` means the count of A.
 */
const limitsOfCount = (isOwn: boolean): { readonly level: number; readonly growth: number } =>
  isOwn
    ? { level: verdictLimits.ownCountLevel, growth: verdictLimits.ownCountGrowth }
    : { level: verdictLimits.otherCountLevel, growth: verdictLimits.otherCountGrowth }
/** Economies that goods pass through, or whose goods pass through others: one side's count is two to five times the other's. */
const transitEconomies: ReadonlySet<string> = stateGroup('transit economies')
/** States that leave oil out of their exports, while other states record that oil as coming from third states. */
const oilExcluders: ReadonlySet<string> = stateGroup('oil left out of exports')
/** States that goods have reached by other routes since 2022, and that have published less since then. */
const reroutedSince2022: ReadonlySet<string> = stateGroup('rerouted since 2022')
/** States that publish totals both with and without gold. */
const goldTraders: ReadonlySet<string> = stateGroup('trade with and without gold')

/** Maps a currency to its reporter, for currencies in which only one state or union publishes. */
const reporterOfCurrency: ReadonlyMap<string, string> = new Map(namesOfStates('currencies'))

/** Series of the claimed flow, which show how far the two sides' counts differ in other years. */
interface YearSeries {
  readonly levels?: readonly Series[]
  readonly growths?: readonly Series[]
}

/**
 * Marks goods figures counted by one side if nothing shows that the text means that side: the partner counts the same goods, and the text may mean its count.
 * Shares stay unmarked: they refer to the trade of whichever side counts.
 *
 * @param values   of one quantity at one time
 * @param known   series that show how far the two sides' counts differed in other years: for levels, or for growth
 */
export function withMirrorMargins(values: readonly CandidateValue[], asked: AskedClaim, known: YearSeries = {}): CandidateValue[] {
  const { claim, question } = asked
  const { family, from, to, mode } = question.subject
  if (family !== 'goods' || claim.unit === 'percent' || [from, to].includes('WLD')) return [...values]
  const isMeant = isCountOfText(asked)
  const counters = new Set(values.flatMap(({ reporter }) => (reporter === from || reporter === to ? [reporter] : [])))
  return values.map((value) => {
    if (
      traitsOf(value.source).lacksSilentPairs === true &&
      counters.size < 2 &&
      !values.some((one) => one.reporter !== null && isMeant(one))
    )
      return { ...value, otherSide: marginsFor({ ...value, reporter: [...counters][0] ?? from }, asked, known) }
    const counted = known.levels !== undefined && mode !== 'balance' && isReportedCount(value) ? { ...value, isCount: true } : value
    return isMeant(value) ? counted : { ...counted, otherSide: marginsFor(value, asked, known) }
  })
}

/** Returns a function that tells whether the text uses the count that a figure comes from. */
function isCountOfText({ claim, bench }: AskedClaim): (value: CandidateValue) => boolean {
  const isNamed = isFromNamedSource(claim.said?.source)
  return (value) =>
    value.reporter === null ||
    isNamed?.(value) === true ||
    bench.textSources?.has(value.by) === true ||
    bench.corroborated?.get(claim)?.has(value.by) === true ||
    reporterOfCurrency.get(claim.unit?.slice(0, 3) ?? '') === value.reporter
}

/** Returns how far the partner's count may be off. Computed only when read, since most claims agree with a figure and need no margins. */
function marginsFor({ reporter }: CandidateValue, asked: AskedClaim, { levels, growths }: YearSeries): MirrorMargins {
  const { from, to } = asked.question.subject
  const sides = [reporter!, reporter === from ? to : from] as const
  const isOwn = isOwnCount(asked.claim, reporter)
  const general = limitsOfCount(isOwn)
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
  isAny(oilExcluders, asked) ? verdictLimits.oilFactor : isAny(transitEconomies, asked) ? verdictLimits.transitFactor : 1

/**
 * Returns how far the partner's count may be above or below: from other years of the two sides if these are known, else from what is usual for all pairs.
 * Exporters usually quote their own count, so for that count the general limit caps the margins from other years. The general limit also replaces narrower
 * margins if a later year may differ or two totals exist.
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

/**
 * Whether a claim probably means the count of this reporter: `A's exports` and `A's imports` mean the count of A, and a comparison of several partners means
 * the count of the state that they are partners of.
 */
function isOwnCount({ measured, direction, kind, actors }: Claim, reporter: string | null): boolean {
  const [sender, receiver] = direction.split('->')
  const topic = measured?.topic
  return (
    (topic === 'goods-exports' && reporter === sender) ||
    (topic === 'goods-imports' && reporter === receiver) ||
    (kind === 'comparison' && actors.length > 2)
  )
}
