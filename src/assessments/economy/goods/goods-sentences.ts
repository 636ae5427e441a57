import type { Estimate, Interval, Known } from '../../../store/index.ts'
import type { DomainInputs, Item } from '../../forms/assessment.ts'
import { formatFigure, inSentence, intervalText, possessive } from '../../forms/wording.ts'
import { clearChange } from './goods-change.ts'
import { newerGoods } from './goods-later.ts'
import { laterSentence, leadSentences } from './goods-lead.ts'
import { gdpShares, isRecent, shareWords, tinyShare, tradeWeight } from './trade-weight.ts'

/**
 * Writes what the reports of goods trade say: the newest figure first, then the other way or the total where they are older, the change, and on whom it weighs more.
 *
 * @param estimates   all goods figures of the page, with at least one level
 * @param items       all reports of the page
 * @param caution     a sentence to put after the first figures, or empty
 */
export function goodsSummary(bench: DomainInputs, estimates: readonly Estimate[], items: readonly Item[], caution: string): string {
  const said = [
    leadSentences(bench, estimates, items),
    caution,
    laterSentence(bench, estimates),
    changeSentence(estimates, items),
    weightSentence(bench, estimates),
  ]
  return said.filter((sentence) => sentence !== '').join(' ')
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

/** Where all reports agree on the direction, says so, and that they lie too far apart to rest on it. */
function unclearSentence({ interval, unit, period, value }: Known): string {
  const [from, to] = period.split('/')
  const open = `Whether the trade grew from ${from} to ${to} is not clear`
  if (value !== 0 && (interval === 'exact' || interval.low > 0 || interval.high < 0)) {
    const size = interval === 'exact' ? formatFigure(Math.abs(value), unit) : intervalText(sizes(interval, value), unit)
    return `${open}: ${interval === 'exact' ? 'one report has' : 'the reports have'} a ${value < 0 ? 'fall' : 'rise'} of ${size}, but reports of one flow and year of this pair differ too much to settle it.`
  }
  const range =
    interval === 'exact' ? 'have no change' : `range from ${changeWords(interval.low, unit)} to ${changeWords(interval.high, unit)}`
  return `${open}: the reports ${range}.`
}

function changeWords(value: number, unit: string): string {
  return value === 0 ? 'no change' : `a ${value < 0 ? 'fall' : 'rise'} of ${formatFigure(Math.abs(value), unit)}`
}

/** Returns the interval of a fall in absolute amounts, the smaller first; that of a rise is unchanged. */
function sizes(interval: Exclude<Interval, 'exact'>, value: number): Interval {
  return value < 0 ? { ...interval, low: -interval.high, high: -interval.low } : interval
}

/** Writes the weight; of a year before the one that leads, as past. */
function weightSentence({ dyad: { a, b, to } }: DomainInputs, estimates: readonly Estimate[]): string {
  const shares = gdpShares(estimates)
  if (shares === undefined) return ''
  const [inA, inB] = [shareWords(shares.a), shareWords(shares.b)]
  const { period } = shares.a
  const were = newerGoods(estimates, to) === undefined ? 'were' : 'had been'
  if (inA === tinyShare && inB === tinyShare) return `Both ways together ${were} less than 0.01 % of either GDP in ${period}.`
  const weight = tradeWeight(estimates)
  const heavier = weight === undefined ? '' : `: the trade weighs more on ${inSentence((weight.heavier === 'a' ? a : b).name)}`
  return `Both ways together ${were} ${inA} of ${possessive(a.name)} GDP and ${inB} of ${possessive(b.name)} in ${period}${heavier}.`
}
