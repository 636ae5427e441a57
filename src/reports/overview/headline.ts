import { hardlyAnyGoods } from '../../assessments/economy/goods-lead.ts'
import { leastChanceTold } from '../../assessments/forms/likelihood.ts'
import { amountWords, capitaliseArticles, formatShare, inSentence, possessive, timesWords } from '../../assessments/forms/wording.ts'
import type { Assessment } from '../../assessments/index.ts'
import { leastGain } from '../../assessments/outlook/brief-outlook.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { judgementSentence } from '../parts/judgements.ts'
import { firstSentence } from '../text/first-sentence.ts'
import { type GoodsShown, goodsShown } from './goods-shown.ts'
import { lastFighting } from './last-fighting.ts'
import { isLongPast } from './long-past.ts'

/** The judgement that says most of how a pair changes comes first. */
const rank = ['votes-closer', 'trade-larger', 'stage', 'votes-alike']

/** Shares of GDP below this are not worth a sentence. */
const little = 1e-4

/** Fighting of so many years ago or less is said at once. */
const recentYears = 25

/** From this share of real spending on, what an end of trade would cost leads. */
const heavy = 0.001

/**
 * Writes the three sentences over everything else: how the two stand, and since when; armed conflict, where it is recent; who depends on whom; and the statement of
 * the outlook that says most, or else the judgement. Each has its figure. Of blocs: how their members stand, pair by pair; who is compared; trade.
 */
export function headlineSentences(assessment: Assessment): string[] {
  const { headline, standing, standingAcross, domains, to } = assessment
  const conflict = domains.find(({ id }) => id === 'conflict')
  const fought = headline.filter((line) => conflict?.summary.startsWith(line) === true)
  const last = conflict === undefined ? undefined : lastFighting(conflict)
  const isRecent = standing?.class === 'at war' || (last !== undefined && last >= Number(to.slice(0, 4)) - recentYears)
  return [
    ...(standingAcross === undefined ? [standing?.sentence ?? headline[0] ?? ''] : [standingAcross.sentence, headline[1] ?? '']).map(
      capitaliseArticles,
    ),
    ...(isRecent ? fought.slice(0, 1).map(firstSentence) : []),
    dependence(assessment),
    ahead(assessment) ?? leading(assessment),
  ]
    .filter((sentence) => sentence !== '')
    .slice(0, 3)
}

/** The sentences, and then what else stands over a page: how much is known, and warnings. */
export function leadLines(assessment: Assessment): string[] {
  const { headline, standing, domains } = assessment
  const conflict = domains.find(({ id }) => id === 'conflict')?.summary ?? ''
  const said = headlineSentences(assessment)
  const opens = (line: string): boolean => conflict.startsWith(line) || line === capitaliseArticles(standing?.sentence ?? '')
  return [...said, ...headline.filter((line) => !opens(line) && !said.includes(line))]
}

/** What they trade, and who would lose how much by an end of it; shares of GDP where no model has the pair. */
function dependence({ a, b, domains, to }: Assessment): string {
  const estimates = domains.find(({ id }) => id === 'trade')?.estimates ?? []
  const find = (id: string): Known | undefined => estimates.find((one): one is Known => one.id === id && isKnown(one))
  if (!estimates.some(({ id }) => id.startsWith('goods-'))) return ''
  const shown = goodsShown(estimates, to)
  if (shown === undefined) return ''
  const { goods, newest } = shown
  if (newest.value < hardlyAnyGoods && newest.unit === 'USD')
    return `Hardly any goods trade is on record (${amountWords(newest.value, newest.unit)}${newest.id.includes('-to-') ? ` ${wayWords(newest, a, b)}` : ''} in ${newest.period.slice(0, 4)}).`
  const worth = `${worthWords(shown, a, b)}${unusual(find('gravity-ratio'), goods.period)}`
  const [lossA, lossB] = [find('trade-cut-loss-a'), find('trade-cut-loss-b')]
  if (lossA !== undefined && lossB !== undefined && Math.max(lossA.value, lossB.value) >= heavy) {
    const [more, less] = lossA.value >= lossB.value ? [a, b] : [b, a]
    const [most, least] = lossA.value >= lossB.value ? [lossA, lossB] : [lossB, lossA]
    return `${worth}; by a long-run model, an end of all trade between them would cost ${inSentence(more.name)} ${lossWords(most)} of its real spending and ${inSentence(less.name)} ${lossWords(least)}.`
  }
  const [shareA, shareB] = [find('gdp-share-a'), find('gdp-share-b')]
  if (shareA === undefined || shareB === undefined || Math.max(shareA.value, shareB.value) < little) return `${worth}.`
  if (!isLike(goods, estimates, shareA.period)) return `${worth}.`
  const year = `${shareA.period === goods.period ? '' : `in ${shareA.period.slice(0, 4)} `}trade both ways was`
  return `${worth}; ${year} ${shareInSentence(shareA.value)} of ${possessive(a.name)} GDP and ${shareInSentence(shareB.value)} of ${possessive(b.name)}.`
}

function worthWords({ goods, newest, other }: GoodsShown, a: Assessment['a'], b: Assessment['b']): string {
  const [amount, year] = [amountWords(goods.value, goods.unit), goods.period.slice(0, 4)]
  const way = `${amountWords(newest.value, newest.unit)} ${wayWords(newest, a, b)}`
  if (goods !== newest) return `Goods trade was worth ${amount} in ${year} (in ${newest.period.slice(0, 4)} ${way} alone)`
  if (!goods.id.includes('-to-')) return `Goods trade was worth ${amount} in ${year}`
  const isOther = other !== undefined && other.period === newest.period
  return `Goods worth ${amount} went ${wayWords(goods, a, b)} in ${year}${isOther ? '' : ' (the other way is not known)'}`
}

/** Whether the trade of another year was within a factor of three, so that its shares may stand beside the figure that leads. */
function isLike(goods: Known, estimates: readonly Estimate[], year: string): boolean {
  if (goods.period === year) return true
  const same = estimates.find((one): one is Known => isKnown(one) && one.id === 'goods-trade' && one.period === year)
  if (same === undefined || same.unit !== goods.unit) return false
  // a figure of one direction is to be at most all of it
  return same.value / goods.value < (goods.id.includes('-to-') ? 6 : 3) && goods.value / same.value < 3
}

/** What they trade over what gravity expects, where similar pairs seldom do. */
function unusual(ratio: Known | undefined, year: string): string {
  if (ratio === undefined || ratio.interval === 'exact' || (ratio.interval.low <= 1 && ratio.interval.high >= 1)) return ''
  const when = ratio.period === year ? '' : `in ${ratio.period} `
  return `, ${when}${timesWords(ratio.value)} what a gravity model expects for their size and distance`
}

function wayWords({ id }: Known, a: Assessment['a'], b: Assessment['b']): string {
  const [from, to] = id.endsWith('a-to-b') ? [a, b] : [b, a]
  return `from ${inSentence(from.name)} to ${inSentence(to.name)}`
}

/** A share as part of a sentence: `less than 0.01 %`. */
function shareInSentence(share: number): string {
  return formatShare(share).replace('< ', 'less than ')
}

function lossWords({ value, interval }: Known): string {
  if (value < 1e-4) return 'less than 0.01 %'
  if (interval === 'exact') return formatShare(value)
  if (interval.low < 1e-4 && value < 2e-4) return `at most ${formatShare(interval.high)}`
  const range = `${shareInSentence(Math.max(0, interval.low))} to ${formatShare(interval.high)}`
  // the end of its range would be read as the middle
  return formatShare(value) === formatShare(interval.high) ? range : `${formatShare(value)} (${range})`
}

/** The first statement of the outlook that has shown skill and says more than "likely"; armed conflict is no less than that where it goes on. */
function ahead({ outlook }: Assessment): string | undefined {
  return outlook?.statements.find(({ skillShown, probability, gain }) => skillShown && probability > leastChanceTold && gain >= leastGain)
    ?.statement
}

/** The judgement that says most; none of how alike speeches are in their words, and none that ends years before the day of the page. */
function leading({ judgements, domains, to }: Assessment): string {
  const estimates = domains.flatMap((domain) => domain.estimates)
  const isRecent = (basis: readonly string[]): boolean => {
    const past = estimates.filter(({ id }) => basis.includes(id)).flatMap(({ period }) => isLongPast(period, to) ?? [])
    return past.length === 0 || past.includes(false)
  }
  const [first] = judgements
    .filter(({ id, basis }) => !id.startsWith('speeches') && isRecent(basis))
    .sort((x, y) => place(x.id) - place(y.id))
  return first === undefined ? '' : judgementSentence(first)
}

function place(id: string): number {
  const at = rank.indexOf(id)
  return at === -1 ? rank.length : at
}
