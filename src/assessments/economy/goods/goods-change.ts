import { type Estimate, isKnown, type Known } from '../../../store/index.ts'
import type { DomainInputs, Item } from '../../forms/assessment.ts'
import { leastChanceTold } from '../../forms/likelihood.ts'
import { unknown } from '../../forms/unknown.ts'
import { amountWords } from '../../forms/wording.ts'
import { firstReport, type GoodsReport, type PairGoods } from '../../record/pair-goods.ts'
import { grouped } from '../../rows/grouped.ts'
import { goodsEvidence } from './goods-evidence.ts'
import { impliedTotal } from './goods-later.ts'
import { describeReporter, goodsLevel, sidesOf } from './goods-levels.ts'
import { chanceLarger, type ReportDiscrepancy, reportDiscrepancy } from './report-discrepancy.ts'
import { laterOf, levelsOf } from './trade-weight.ts'

/** Two years of one source and reporter, ten apart. */
interface Span {
  readonly early: GoodsReport
  readonly late: GoodsReport
}

/**
 * Returns the ten-year change within one source and reporter, the one whose two years are the latest, and the amount of its first year. The change is unknown
 * where another figure of the last year or a later one contradicts it.
 *
 * @param stated   the levels and later figures of the page
 */
export function goodsChange(bench: DomainInputs, goods: PairGoods, stated: readonly Known[]): Estimate[] {
  const spans = latestSpans(goods)
  if (spans.length === 0) return []
  const { early, late } = spans.find((span) => span.late === firstReport(spans.map((one) => one.late)))!
  const level = goodsLevel(bench, 'goods-trade.change', `change ${early.year} to ${late.year}`, [late])
  const subject = { ...level, period: `${early.year}/${late.year}` }
  const contradiction = contradictionOf(goods, { early, late }, spans, stated)
  if (contradiction !== undefined) {
    const { id, label, unit, period } = subject
    return [unknown({ id, label, unit, period }, contradiction)]
  }
  const changes = spans.map((span) => span.late.value - span.early.value)
  const change: Known = {
    ...subject,
    value: late.value - early.value,
    interval: changes.length === 1 ? 'exact' : { low: Math.min(...changes), high: Math.max(...changes), kind: 'reports' },
    method: `${describeReporter(late)}: ${amountWords(late.value, late.unit)} less ${amountWords(early.value, early.unit)}, current prices`,
    evidence: spans.flatMap((span) => [span.early, span.late]).map((report) => goodsEvidence(report, sidesOf(bench))),
  }
  return [change, goodsLevel(bench, 'goods-trade-before', `goods, both directions, ten years before ${late.year}`, [early])]
}

function latestSpans({ totals }: PairGoods): Span[] {
  const series = grouped(
    totals.filter(({ firm }) => firm),
    (report) => `${report.source} ${report.reporter}`,
  )
  const spans = [...series.values()].flatMap((group) =>
    group
      .filter((late) => !isCarriedForward(late, group))
      .flatMap((late) => group.filter((early) => early.year === late.year - 10).map((early) => ({ early, late }))),
  )
  const year = Math.max(...spans.map((span) => span.late.year))
  return spans.filter((span) => span.late.year === year)
}

/** Real yearly amounts of one flow do not stay within a thousandth for three years; those of a compiler that repeats its last figure do. */
const repeatedWithin = 0.001

/** Whether the compiler repeats the amount of the two years before, so that no change can be measured from it. */
function isCarriedForward({ year, value }: GoodsReport, series: readonly GoodsReport[]): boolean {
  const isSame = (other: GoodsReport): boolean => Math.abs(other.value - value) <= repeatedWithin * value
  return [1, 2].every((ago) => series.some((other) => other.year === year - ago && isSame(other)))
}

/**
 * Says which other figure, of whatever source, contradicts the change: it lies on the other side of the first year, or has lost more than half of the change
 * since. Undefined where none does.
 */
function contradictionOf(
  { reports, totals }: PairGoods,
  { early, late }: Span,
  spans: readonly Span[],
  stated: readonly Known[],
): string | undefined {
  const rise = late.value >= early.value
  const middle = (early.value + late.value) / 2
  const isOther = isLaterOrRival(late.year, spans)
  const from = reports.filter(isOther)
  const whole = [...totals.filter(isOther), ...sumsOfReporters(from)]
  // one direction alone is less than the total, so it can contradict a fall, never a rise
  const others = rise ? whole : [...whole, ...from]
  // a year with both directions counts before one of which half is of an earlier year
  const [against] = [others, impliedTotals(stated, late.year)].flatMap((group) =>
    group.filter(({ value }) => (rise ? value < middle : value > middle)).sort((x, y) => y.year - x.year),
  )
  if (against === undefined) return undefined
  const { year, value, source } = against
  const which = year === late.year ? `another report of ${year}` : `the later figure of ${year}`
  const beyond = rise ? value <= early.value : value >= early.value
  const lies = beyond
    ? `lies on the other side of that of ${early.year}`
    : `lies nearer to that of ${early.year} than to that of ${late.year}`
  return `${late.source} has ${rise ? 'more' : 'less'} in ${late.year} than in ${early.year} (${amountWords(late.value, late.unit)} against ${amountWords(early.value, early.unit)}), but ${which} (${source}: ${amountWords(value, late.unit)}) ${lies}`
}

interface OtherTotal {
  readonly year: number
  readonly value: number
  readonly source: string
}

/** Selects what is reported of later years, and of the last year by sources and reporters that have no total of the first, so that no change of their own stands beside. */
function isLaterOrRival(last: number, spans: readonly Span[]): (report: GoodsReport) => boolean {
  const own = new Set(spans.map(({ late }) => `${late.source} ${late.reporter}`))
  return ({ year, firm, source, reporter }) => year > last || (year === last && firm && !own.has(`${source} ${reporter}`))
}

/** Returns the sums of the two directions of a year, also where they are by different reporters. */
function sumsOfReporters(reports: readonly GoodsReport[]): OtherTotal[] {
  return [...grouped(reports, ({ year }) => String(year)).values()].flatMap((group) => {
    const ways = (['a-to-b', 'b-to-a'] as const).map((way) => group.filter(({ direction }) => direction === way))
    return ways[0]!.flatMap((out) =>
      ways[1]!.map((back) => ({
        year: out.year,
        value: out.value + back.value,
        source: out.source === back.source ? out.source : `${out.source} and ${back.source}`,
      })),
    )
  })
}

/** Returns what both directions come to where one of them has a later figure alone and the other a firm one of a year after the last. */
function impliedTotals(stated: readonly Known[], last: number): OtherTotal[] {
  const levels = levelsOf(stated)
  return laterOf(stated).flatMap((way) => {
    const [whole, year] = [way.id === 'goods-later' ? undefined : impliedTotal(way, levels), Number(way.period)]
    const alone = laterOf(stated)[0] === way
    return whole === undefined || !alone || year <= last ? [] : [{ year, value: whole, source: way.evidence[0]!.source }]
  })
}

/** A rise or a fall over ten years that the page may state. */
export interface ClearChange {
  readonly change: Known
  /** Amounts of the last and of the first year, by one source and reporter. */
  readonly late: number
  readonly early: number
  /** How far rival reports of the pair lie apart, and the chance that the last amount is the larger; absent where too few reports repeat another. */
  readonly measured?: { readonly discord: ReportDiscrepancy; readonly above: number }
}

/**
 * Returns the ten-year change where the reports are clear about it: all agree on a rise or a fall, and the spread between rival reports leaves it more than
 * likely. Summary and judgement both ask here, so that neither states what the other doubts.
 *
 * @returns undefined without a change, `unclear` where there is one but the reports do not settle its direction
 */
export function clearChange(estimates: readonly Estimate[], items: readonly Item[]): ClearChange | 'unclear' | undefined {
  const [change, before] = ['goods-trade.change', 'goods-trade-before'].map((id) => estimates.find((one) => one.id === id))
  if (change === undefined || before === undefined || !isKnown(change) || !isKnown(before)) return undefined
  if (change.value === 0 || (change.interval !== 'exact' && change.interval.low <= 0 && change.interval.high >= 0)) return 'unclear'
  const [early, late] = [before.value, before.value + change.value]
  const discord = early > 0 && late > 0 ? reportDiscrepancy(items) : undefined
  const above = discord === undefined ? undefined : chanceLarger(Math.log(late / early), discord)
  if (discord === undefined || above === undefined) return { change, late, early }
  return Math.max(above, 1 - above) > leastChanceTold ? { change, late, early, measured: { discord, above } } : 'unclear'
}
