import { traitsOf } from '../../../sources/source-traits.ts'
import type { Estimate, Known } from '../../../store/index.ts'
import type { DomainInputs, Item } from '../../forms/assessment.ts'
import { isPastYear } from '../../forms/past-years.ts'
import { formatFigure, inSentence, intervalText, joinedWords } from '../../forms/wording.ts'
import { differs, firmIdOf, highOf, largest, type NewerGoods, newerGoods, newestGoods } from './goods-later.ts'
import { type GoodsSwing, goodsSwing, mostOf, swingWords } from './goods-swings.ts'
import { gdpShares, isRecent, laterOf, levelsOf, shareWords, tinyShare } from './trade-weight.ts'

/** Below this, in the currency of the figure, both directions together are hardly any trade between two states. */
export const hardlyAnyGoods = 1_000_000

/** Returns the figures with which the page leads: the newer one where it overturns the firm ones, else the firm ones of the latest year. */
export function leadingGoods(estimates: readonly Estimate[], to: string): readonly Known[] {
  const newer = newerGoods(estimates, to)
  return newer === undefined ? newestGoods(levelsOf(estimates)) : [newer.now]
}

/** Writes the first sentences on goods: what the two trade now, and where a later figure overturns the firm one, both, the newer first. */
export function leadSentences(bench: DomainInputs, estimates: readonly Estimate[], items: readonly Item[]): string {
  const newer = newerGoods(estimates, bench.dyad.to)
  return newer === undefined ? firmSentences(bench, estimates, items) : newerSentences(bench, estimates, items, newer)
}

function newerSentences(
  { dyad: { a, b } }: DomainInputs,
  estimates: readonly Estimate[],
  items: readonly Item[],
  { now, before, swings }: NewerGoods,
): string {
  const both = now.id === 'goods-later'
  const [from, to] = endsOf(now, [a.name, b.name])
  const route = both ? `between ${inSentence(a.name)} and ${inSentence(b.name)}` : `from ${from} to ${to}`
  const swing = goodsSwing(now, items)
  const recent = levelsOf(estimates).filter((one) => isRecent(one, estimates))
  const small = isSmall([now, ...(before === undefined ? [] : [before]), ...recent]) && mostOf(now, swing) < hardlyAnyGoods
  const opening = small ? `Hardly any trade is on record: in ${now.period}` : `In ${now.period}`
  const why = (swings || swing !== undefined) && !small ? ': a few shipments, or an error in one report, can make such a difference' : ''
  const earlier = [
    ...(before === undefined ? [] : [earlierWords(now, before, [a.name, b.name])]),
    ...(small ? [] : otherYears(swing, before?.period, now.unit)),
  ]
  return `${opening} goods worth ${amountOf(now)} went ${route}${earlier.length === 0 ? '' : `, after ${joinedWords(earlier)}`}${why}.${both ? partWords(estimates, [a.name, b.name]) : backWords(estimates, now)}`
}

function earlierWords(now: Known, before: Known, names: readonly [string, string]): string {
  const told = amountOf(before)
  if (before.id === firmIdOf(now)) return `${told} in ${before.period}`
  return before.id === 'goods-trade'
    ? `${told} both ways together in ${before.period}`
    : `${told} from ${endsOf(before, names)[0]} alone in ${before.period}`
}

/** Writes the ends of the range, without the year that is told already. */
function otherYears(swing: GoodsSwing | undefined, told: string | undefined, unit: string): string[] {
  const ends = swing === undefined ? [] : swing.low.year === swing.high.year ? [swing.low] : [swing.low, swing.high]
  return ends.filter(({ year }) => String(year) !== told).map(({ value, year }) => `${formatFigure(value, unit)} in ${year}`)
}

/** Names the larger part of a sum. */
function partWords(estimates: readonly Estimate[], names: readonly [string, string]): string {
  const part = largest(laterOf(estimates).filter(({ id }) => id !== 'goods-later'))
  if (part === undefined) return ''
  const [from, to] = endsOf(part, names)
  return ` Of this, ${formatFigure(part.value, part.unit)} went from ${from} to ${to}.`
}

function backWords(estimates: readonly Estimate[], now: Known): string {
  const other = levelsOf(estimates).find(({ id }) => id !== 'goods-trade' && id !== firmIdOf(now))
  return other === undefined || !isRecent(other, [...estimates])
    ? ' The other way is not known for that year.'
    : ` The other way it was ${amountOf(other)} in ${other.period}, the latest year on record.`
}

function endsOf({ id }: Known, names: readonly [string, string]): readonly string[] {
  const [a, b] = names.map(inSentence)
  return id.endsWith('b-to-a') ? [b!, a!] : [a!, b!]
}

function firmSentences(bench: DomainInputs, estimates: readonly Estimate[], items: readonly Item[]): string {
  const found = newestGoods(levelsOf(estimates))
  const lead = largest(found)!
  const back = laterOf(estimates).find(({ id, period }) => id !== 'goods-later' && id !== lead.id && period === lead.period)
  const all = (back === undefined ? [...found] : [lead, back]).sort((x, y) => y.value - x.value)
  const older = back === undefined && found.length === 1 && lead.id !== 'goods-trade' ? olderLevel(estimates, lead) : undefined
  const swing = mostOf(lead, goodsSwing(lead, items)) < hardlyAnyGoods ? undefined : goodsSwing(lead, items)
  const opening = swing === undefined ? openingOf(bench, estimates, all, older) : plainOpening(bench, lead)
  return `${opening} ${clauseOf(bench, all)}.${swingSentence(lead, swing)}${jumpSentence(bench, estimates, back)}${older === undefined || isSmall([...all, older]) ? '' : olderSentence(older)}`
}

function plainOpening({ dyad: { to } }: DomainInputs, { period }: Known): string {
  return isPastYear(Number(period), to) ? `${latestOf(period)}:` : `In ${period}`
}

function latestOf(period: string): string {
  return `The latest figure of all goods is of ${period}`
}

/** Says what the years before had, where the leading year is unlike them. */
function swingSentence({ unit }: Known, swing: GoodsSwing | undefined): string {
  return swing === undefined ? '' : ` The five years before had ${swingWords(swing, unit)}.`
}

/** Opens the first sentence: a year long past and a trifle are called so before their figure. */
function openingOf(
  { dyad: { to } }: DomainInputs,
  estimates: readonly Estimate[],
  figures: readonly Known[],
  older: Known | undefined,
): string {
  const { period } = figures[0]!
  if (isPastYear(Number(period), to)) return `${latestOf(period)}${isSmall(figures) && isBothWays(figures) ? ', with hardly any' : ''}:`
  if (isSmall([...figures, ...laterOf(estimates), ...(older === undefined ? [] : [older])]))
    return `Hardly any trade is on record: in ${period}`
  return isLight(estimates, period) ? `Little trade for economies of their size: in ${period}` : `In ${period}`
}

function isBothWays(figures: readonly Known[]): boolean {
  return figures.length > 1 || figures[0]!.id === 'goods-trade'
}

function isSmall(figures: readonly Known[]): boolean {
  return figures.every((one) => highOf(one) < hardlyAnyGoods)
}

/** Whether the trade of the year is less than a ten-thousandth of either GDP. */
function isLight(estimates: readonly Estimate[], period: string): boolean {
  const shares = gdpShares(estimates)
  return shares !== undefined && shares.a.period === period && shareWords(shares.a) === tinyShare && shareWords(shares.b) === tinyShare
}

function clauseOf({ dyad: { a, b } }: DomainInputs, [lead, other]: readonly Known[]): string {
  const whole = lead!.id === 'goods-trade'
  if (whole) return `goods worth ${amountOf(lead!)} went between ${inSentence(a.name)} and ${inSentence(b.name)}`
  const first = `${labelOf(lead!)} were worth ${amountOf(lead!)}`
  if (other === undefined) return `${first}; the other way is not known for that year`
  const mixed = lead!.id.includes('later') || other.id.includes('later')
  return mixed ? `${first}, and goods worth ${amountOf(other)} went the other way` : `${first}, and ${other.label} ${amountOf(other)}`
}

function labelOf({ label }: Known): string {
  return label.replace(', reported or estimated', '')
}

/** Adds what one way was worth in the year of its firm figure where that differs by the factor from the later one beside the lead. */
function jumpSentence({ dyad: { a, b, to } }: DomainInputs, estimates: readonly Estimate[], back: Known | undefined): string {
  const before = back === undefined ? undefined : levelsOf(estimates).find(({ id }) => id === firmIdOf(back))
  if (back === undefined || before === undefined || !differs(back.value, before)) return ''
  if (isPastYear(Number(before.period), to) || isSmall([back, before])) return ''
  const [one, other] = endsOf(before, [a.name, b.name])
  return ` From ${one} to ${other} it was ${amountOf(before)} in ${before.period}.`
}

/**
 * Returns the latest total, or the other way where it is known for a later year than the total, if it is of the ten years up to the lead. None where a later
 * figure of both ways follows, so that no earlier year is called the latest.
 */
function olderLevel(estimates: readonly Estimate[], lead: Known): Known | undefined {
  if (laterOf(estimates).some(({ id }) => id === 'goods-later')) return undefined
  const older = levelsOf(estimates).filter((level) => level.id !== lead.id && isRecent(level, estimates))
  return older.sort((x, y) => Number(y.period) - Number(x.period))[0]
}

function olderSentence(last: Known): string {
  return last.id === 'goods-trade'
    ? ` In ${last.period}, the latest year with both ways, goods worth ${amountOf(last)} went between them.`
    : ` In ${last.period}, their latest year on record, ${last.label} were worth ${amountOf(last)}.`
}

/** Writes a level: where its reports differ, the range alone, since no one of them is surer than the others. */
function amountOf(level: Known): string {
  const { interval, value, unit, state } = level
  const one = formatFigure(value, unit)
  const differing = interval !== 'exact' && formatFigure(interval.low, unit) !== formatFigure(interval.high, unit)
  if (differing) return `${intervalText(interval, unit)} (reports differ)`
  return state === 'estimated' ? `${one} (${estimateBy(level.evidence[0]!.source)})` : one
}

function estimateBy(source: string): string {
  const by = publisherOf(source).replace(/^the /, '')
  return traitsOf(source).unmarked === true ? `${by}, reported or estimated` : `${by} estimate`
}

function publisherOf(source: string): string {
  return traitsOf(source).publisher ?? source
}

/** Adds the figures of a still later year that may be estimates, where they do not lead. */
export function laterSentence({ dyad: { a, b, to } }: DomainInputs, estimates: readonly Estimate[]): string {
  const after = newestGoods(levelsOf(estimates))[0]!.period
  const later = laterOf(estimates).filter(({ id, period }) => id !== 'goods-later' && period > after)
  if (later.length === 0 || newerGoods(estimates, to) !== undefined) return ''
  const [first, other] = later.sort((x, y) => y.value - x.value) as [Known, Known?]
  const [from, whom] = endsOf(first, [a.name, b.name])
  const back = other === undefined ? '' : `, and goods worth ${formatFigure(other.value, other.unit)} the other way`
  const { source } = first.evidence[0]!
  const by = publisherOf(source)
  const figures =
    traitsOf(source).unmarked === true
      ? `figures of ${by} for ${first.period}, reported or estimated`
      : `estimates of ${by} for ${first.period}`
  const before = other === undefined ? levelsOf(estimates).find(({ id }) => id === firmIdOf(first)) : undefined
  const jump =
    before !== undefined && differs(first.value, before) && !isSmall([first, before])
      ? `, after ${amountOf(before)} in ${before.period}`
      : ''
  return `By ${figures}, goods worth ${formatFigure(first.value, first.unit)} went from ${from} to ${whom}${back}${jump}.`
}
