import type { Estimate, Interval, Known } from '../../store/index.ts'
import type { DomainInputs, Item } from '../forms/assessment.ts'
import { formatFigure, formatShare, inSentence, intervalText, possessive, signed } from '../forms/wording.ts'
import { type GoodsReport, isObservedOrReconciled } from '../record/goods-reports.ts'
import { compilationOf } from '../rows/source-compilations.ts'
import { clearChange } from './goods-change.ts'
import { gdpShares, isRecent, levelsOf, shareWords, tradeWeight } from './trade-weight.ts'

/** Sources whose copy does not say which of its figures were reported. */
const withoutMarks: ReadonlySet<string> = new Set(['imf-imts-2025'])

const publishers: Readonly<Record<string, string>> = { baci: 'BACI', 'imf-dots': 'the IMF' }

/**
 * Writes what the reports of goods trade say: the newest figure first, then the other way or the total where they are older, the change, and on whom it weighs more.
 *
 * @param estimates   all goods figures of the page, with at least one level
 * @param items       all reports of the page
 */
export function goodsSummary(
  bench: DomainInputs,
  estimates: readonly Estimate[],
  items: readonly Item[],
  reports: readonly GoodsReport[],
): string {
  const said = [
    leadSentence(bench, estimates, reports),
    estimatedSentence(bench, estimates, reports),
    changeSentence(estimates, items),
    weightSentence(bench, estimates),
  ]
  return said.filter((sentence) => sentence !== '').join(' ')
}

/** Returns the levels of the latest year: the total alone where that year has one. */
export function newestLevels(estimates: readonly Estimate[]): Known[] {
  const levels = levelsOf(estimates)
  const newest = String(Math.max(...levels.map(({ period }) => Number(period))))
  const found = levels.filter(({ period }) => period === newest)
  const total = found.find(({ id }) => id === 'goods-trade')
  return total === undefined ? found : [total]
}

function leadSentence({ dyad: { a, b } }: DomainInputs, estimates: readonly Estimate[], reports: readonly GoodsReport[]): string {
  const [lead, other] = newestLevels(estimates) as [Known, Known?]
  const of = `In ${lead.period} ${lead.id === 'goods-trade' ? 'goods' : lead.label}`
  if (lead.id === 'goods-trade') return `${of} worth ${amountOf(lead)} went between ${inSentence(a.name)} and ${inSentence(b.name)}.`
  if (other !== undefined) return `${of} were worth ${amountOf(lead)}, and ${other.label} ${amountOf(other)}.`
  const back = unfirmBack(lead, reports)
  if (back !== undefined)
    return `${of} were worth ${amountOf(lead)}, and goods worth ${formatFigure(back.value, back.unit)} went the other way (${estimateBy(back.source)}).`
  return `${of} were worth ${amountOf(lead)}; the other way is not known for that year.${olderSentence(estimates, lead)}`
}

/** Returns a report of the other direction in the same year that may be an estimate, and so is no level where a firm one of an earlier year stands. */
function unfirmBack({ id, period }: Known, reports: readonly GoodsReport[]): GoodsReport | undefined {
  const way = id === 'goods-a-to-b' ? 'b-to-a' : 'a-to-b'
  return reports.find(({ direction, year }) => direction === way && String(year) === period)
}

/** Adds the latest total, or the other way where it is known for a later year than the total, if it is of the ten years up to the lead. */
function olderSentence(estimates: readonly Estimate[], lead: Known): string {
  const older = levelsOf(estimates).filter((level) => level.id !== lead.id && isRecent(level, estimates))
  const [last] = older.sort((x, y) => Number(y.period) - Number(x.period))
  if (last === undefined) return ''
  return last.id === 'goods-trade'
    ? ` In ${last.period}, the latest year with both ways, goods worth ${amountOf(last)} went between them.`
    : ` In ${last.period}, their latest year on record, ${last.label} were worth ${amountOf(last)}.`
}

/** Writes a level: where its reports differ, the range alone, since no one of them is surer than the others. */
function amountOf(level: Known): string {
  const { interval, value, unit, state } = level
  const one = formatFigure(value, unit)
  const differs = interval !== 'exact' && formatFigure(interval.low, unit) !== formatFigure(interval.high, unit)
  if (differs) return `${intervalText(interval, unit)} (rival reports)`
  return state === 'estimated' ? `${one} (${estimateBy(level.evidence[0]!.source)})` : one
}

function estimateBy(source: string): string {
  const by = publisherOf(source).replace(/^the /, '')
  return withoutMarks.has(source) ? `${by}, reported or estimated` : `${by} estimate`
}

function publisherOf(source: string): string {
  return publishers[compilationOf(source)] ?? source
}

/** Adds the reports of a still later year that the source marks as possible estimates, which are no level beside firm ones. */
function estimatedSentence({ dyad: { a, b } }: DomainInputs, estimates: readonly Estimate[], reports: readonly GoodsReport[]): string {
  const after = Number(newestLevels(estimates)[0]!.period)
  const later = reports.filter((report) => !isObservedOrReconciled(report) && report.year > after && report.direction !== 'both')
  if (later.length === 0) return ''
  const year = Math.max(...later.map((report) => report.year))
  const [first, ...rest] = later.filter((report) => report.year === year)
  const other = rest.find(({ source, direction }) => source === first!.source && direction !== first!.direction)
  const [from, to] = (first!.direction === 'a-to-b' ? [a, b] : [b, a]).map(({ name }) => inSentence(name))
  const back = other === undefined ? '' : `, and goods worth ${formatFigure(other.value, other.unit)} the other way`
  const by = publisherOf(first!.source)
  const figures = withoutMarks.has(first!.source) ? `figures of ${by} for ${year}, reported or estimated` : `estimates of ${by} for ${year}`
  return `By ${figures}, goods worth ${formatFigure(first!.value, first!.unit)} went from ${from} to ${to}${back}.`
}

/** States a rise or a fall, with the amounts of both years by one source, only where the reports are clear about it (see `clearChange`). */
function changeSentence(estimates: readonly Estimate[], items: readonly Item[]): string {
  const found = clearChange(estimates, items)
  const told = estimates.find((one): one is Known => one.id === 'goods-trade.change' && 'value' in one)
  if (found === undefined || told === undefined || !isRecent(told, estimates)) return ''
  if (found === 'unclear') return unclearSentence(told)
  const { interval, value, unit, period, method } = told
  const [from, to] = period.split('/')
  const [source] = method.split(/[ ,:]/)
  const way = value < 0 ? ['fell', 'fall'] : ['rose', 'rise']
  const reports = interval === 'exact' ? '' : `; all reports have a ${way[1]}, of ${intervalText(sizes(interval, value), unit)}`
  return `From ${from} to ${to} the trade ${way[0]} from ${formatFigure(found.early, unit)} to ${formatFigure(found.late, unit)} at current prices (${source}${reports}).`
}

function unclearSentence({ interval, unit, period }: Known): string {
  const [from, to] = period.split('/')
  const why =
    interval !== 'exact' && interval.low < 0 && interval.high > 0
      ? `the reports have from ${signed(interval.low, unit)} to ${signed(interval.high, unit)}`
      : 'reports of one year differ about as much'
  return `Whether the trade grew from ${from} to ${to} is not clear: ${why}.`
}

/** Returns the interval of a fall in absolute amounts, the smaller first; that of a rise is unchanged. */
function sizes(interval: Exclude<Interval, 'exact'>, value: number): Interval {
  return value < 0 ? { ...interval, low: -interval.high, high: -interval.low } : interval
}

function weightSentence({ dyad: { a, b } }: DomainInputs, estimates: readonly Estimate[]): string {
  const shares = gdpShares(estimates)
  if (shares === undefined) return ''
  const [inA, inB] = [shareWords(shares.a), shareWords(shares.b)]
  const { period } = shares.a
  const tiny = formatShare(0.00001)
  if (inA === tiny && inB === tiny) return `Both ways together were less than 0.01 % of either GDP in ${period}.`
  const weight = tradeWeight(estimates)
  const heavier = weight === undefined ? '' : `: the trade weighs more on ${inSentence((weight.heavier === 'a' ? a : b).name)}`
  return `Both ways together equalled ${inA} of ${possessive(a.name)} GDP and ${inB} of ${possessive(b.name)} in ${period}${heavier}.`
}
