import type { Estimate, Interval, Known } from '../../store/index.ts'
import type { DomainInputs, Item } from '../forms/assessment.ts'
import { formatFigure, formatShare, inSentence, intervalText, intervalWords, possessive, signed } from '../forms/wording.ts'
import { type GoodsReport, isObservedOrReconciled } from '../record/goods-reports.ts'
import { compilationOf } from '../rows/source-compilations.ts'
import { clearChange } from './goods-change.ts'
import { gdpShares, isRecent, levelsOf, tradeWeight } from './trade-weight.ts'

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
    leadSentence(bench, estimates),
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

function leadSentence({ dyad: { a, b } }: DomainInputs, estimates: readonly Estimate[]): string {
  const [lead, other] = newestLevels(estimates) as [Known, Known?]
  const of = `In ${lead.period} ${lead.id === 'goods-trade' ? 'goods' : lead.label}`
  if (lead.id === 'goods-trade') return `${of} worth ${amountOf(lead)} went between ${inSentence(a.name)} and ${inSentence(b.name)}.`
  if (other !== undefined) return `${of} were worth ${amountOf(lead)}, and ${other.label} ${amountOf(other)}.`
  return `${of} were worth ${amountOf(lead)}; the other way is not known for that year.${olderSentence(estimates, lead)}`
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
  if (differs) return `${intervalText(interval, unit)}, by rival reports`
  return state === 'estimated' ? `${one} (${estimateBy(level)})` : one
}

function estimateBy({ evidence }: Known): string {
  const by = publisherOf(evidence[0]!.source)
  return `${by.replace(/^the /, '')} estimate`
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
  return `By figures of ${publisherOf(first!.source)} for ${year}, reported or estimated, goods worth ${formatFigure(first!.value, first!.unit)} went from ${from} to ${to}${back}.`
}

/** States a rise or a fall, with the amounts of both years by one source, only where the reports are clear about it (see `clearChange`). */
function changeSentence(estimates: readonly Estimate[], items: readonly Item[]): string {
  const found = clearChange(estimates, items)
  const told = estimates.find((one): one is Known => one.id === 'goods-trade.change' && 'value' in one)
  if (found === undefined || told === undefined || !isRecent(told, estimates)) return ''
  const { interval, value, unit, period, method } = told
  const [from, to] = period.split('/')
  if (found === 'unclear') return unclearSentence(told)
  const [source] = method.split(/[ ,:]/)
  const reports =
    interval === 'exact' ? '' : `; ${value < 0 ? 'falls' : 'rises'} in all reports, ${rangeWords(sizes(interval, value), unit)}`
  return `From ${from} to ${to} it ${value < 0 ? 'fell' : 'rose'} from ${formatFigure(found.early, unit)} to ${formatFigure(found.late, unit)} at current prices (${source}${reports}).`
}

function unclearSentence({ interval, unit, period }: Known): string {
  const [from, to] = period.split('/')
  const reports =
    interval !== 'exact' && interval.low < 0 && interval.high > 0
      ? `, which have from ${signed(interval.low, unit)} to ${signed(interval.high, unit)}`
      : ''
  return `Its change from ${from} to ${to} is not clear from the reports${reports}.`
}

function rangeWords(interval: Interval, unit: string): string {
  return intervalWords(interval, unit).replace(/^reports /, '')
}

/** Returns the interval of a fall in absolute amounts, the smaller first; that of a rise is unchanged. */
function sizes(interval: Exclude<Interval, 'exact'>, value: number): Interval {
  return value < 0 ? { ...interval, low: -interval.high, high: -interval.low } : interval
}

function weightSentence({ dyad: { a, b } }: DomainInputs, estimates: readonly Estimate[]): string {
  const shares = gdpShares(estimates)
  if (shares === undefined) return ''
  const [inA, inB] = [shareOf(shares.a), shareOf(shares.b)]
  const { period } = shares.a
  const tiny = formatShare(0.00001)
  if (inA === tiny && inB === tiny) return `Both ways together were less than 0.01 % of either GDP in ${period}.`
  const weight = tradeWeight(estimates)
  const heavier = weight === undefined ? '' : `: it weighs more on ${inSentence((weight.heavier === 'a' ? a : b).name)}`
  return `Both ways together equalled ${inA} of ${possessive(a.name)} GDP and ${inB} of ${possessive(b.name)} in ${period}${heavier}.`
}

function shareOf({ interval, value, unit }: Known): string {
  const differs = interval !== 'exact' && formatShare(interval.low) !== formatShare(interval.high)
  return differs ? intervalText(interval, unit) : formatShare(value)
}
