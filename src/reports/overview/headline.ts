import { clearChange } from '../../assessments/economy/goods/goods-change.ts'
import { hardlyAnyGoods } from '../../assessments/economy/goods/goods-lead.ts'
import type { Judgement } from '../../assessments/forms/judgement-form.ts'
import { leastChanceTold } from '../../assessments/forms/likelihood.ts'
import {
  amountWords,
  capitaliseArticles,
  formatPercentile,
  formatShare,
  inSentence,
  normWords,
  possessive,
} from '../../assessments/forms/wording.ts'
import type { Assessment, DomainAssessment } from '../../assessments/index.ts'
import { leastGain } from '../../assessments/outlook/brief-outlook.ts'
import { measuresDisagree } from '../../assessments/votes/vote-place-figures.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { judgementSentence } from '../parts/judgements.ts'
import { firstSentence } from '../text/first-sentence.ts'
import { type GoodsShown, goodsShown } from './goods-shown.ts'
import { lastFighting } from './last-fighting.ts'
import { isLongPast } from './long-past.ts'

/** The judgement that says most of how a pair changes comes first. */
const rank = ['votes-closer', 'trade-larger', 'stage', 'votes-alike']

/** Shares of GDP below this are not worth a sentence. */
const little = 5e-4

/** Fighting of so many years ago or less is said at once. */
const recentYears = 25

/** From this share of real spending on, what an end of trade would cost leads. */
const heavy = 0.001

/** Sentences on a first screen, and the letters that they may have together: seven lines of the screen are the least that rows need. */
const [mostSentences, mostLetters] = [6, 1050]

/** A statement that weighs less than this says little of a pair; it is in the list behind the screen. */
const leastWeight = 24

/** A statement that weighs as much opens a page on which no fact of standing places the pair. */
const leastOpening = 20

/** What trade weighs among the statements, by what an end of it would cost; a trifle comes last. */
const tradeWeight = { heavy: 58, unusual: 45, usual: 36, trifle: 21 } as const

/** What the statement of the outlook, or the judgement in its place, weighs. */
const aheadWeight = 27

/**
 * Writes the sentences over everything else. First what leads: where facts place the pair, how the two stand and since when, else how close they are, else the
 * weightiest statement. Then statements by their weight, with trade and the outlook among them; none that the lead has told. Of blocs: how their members stand, pair
 * by pair; who is compared; trade.
 */
export function headlineSentences(assessment: Assessment): string[] {
  const { headline, standing, standingAcross } = assessment
  if (standingAcross !== undefined || standing === undefined || assessment.statements === undefined)
    return blocSentences(
      assessment,
      standingAcross === undefined
        ? [standing?.sentence ?? headline[0] ?? '']
        : [standingAcross.sentence, firstSentence(headline[1] ?? '')],
    )
  const ranked = rankedSentences(assessment)
  const { closeness } = assessment
  const isClose = standing.order >= 3 && closeness !== undefined && closeness.sentence !== ''
  const isPlaced = standing.certainty === 'placed'
  const opening = isPlaced
    ? standing.sentence
    : isClose
      ? closeness.sentence
      : ranked[0] !== undefined && ranked[0].weight >= leastOpening
        ? ranked[0].text
        : standing.sentence
  const second = isPlaced ? (isClose && standing.order < 5 && closeness.class !== 'allies' ? [closeness.sentence] : []) : []
  const last = isPlaced || opening === standing.sentence ? [] : [standing.sentence]
  const told = ranked.filter(({ text, weight }) => text !== opening && weight >= leastWeight).map(({ text }) => text)
  return fitting([opening, ...second], told, last).map(capitaliseArticles)
}

/** As many of the ranked sentences, in their order, as there is room for beside those that stand first and last. */
function fitting(first: readonly string[], ranked: readonly string[], last: readonly string[]): string[] {
  const kept: string[] = []
  const letters = (all: readonly string[]): number => all.reduce((sum, text) => sum + text.length + 1, 0)
  for (const text of ranked) {
    if (first.length + kept.length + last.length >= mostSentences) break
    if (letters([...first, ...kept, text, ...last]) <= mostLetters) kept.push(text)
  }
  return [...first, ...kept, ...last].filter((text) => text !== '')
}

/** The statements of a pair by weight, with trade and what lies ahead among them; without those whose facts the sentence on standing names. */
function rankedSentences(assessment: Assessment): { readonly text: string; readonly weight: number }[] {
  const { standing, statements = [], closeness } = assessment
  const named = standing?.certainty === 'placed' ? standing.facts : []
  const isTold = ({ about, spells, text }: NonNullable<Assessment['statements']>[number]): boolean =>
    // who broke relations, when and why, is more than that they are broken
    (spells.length > 0 &&
      about !== 'hostilities' &&
      about !== 'no-relations' &&
      spells.every(({ from }) => named.some((fact) => fact.from === from))) ||
    (about === 'hostilities' && spells.some(({ from, to }) => named.some((fact) => fact.from === from && fact.to === to))) ||
    (closeness?.sentence !== '' && tiesInCloseness.has(about) && standing !== undefined && standing.order >= 3) ||
    text === standing?.sentence
  const trade = dependence(assessment)
  const next = ahead(assessment) ?? leading(assessment)
  // one sentence on votes is enough: the level is in the row, and what changes says more
  const isOnVotes = next.includes('General Assembly')
  return [
    ...statements.filter((one) => !isTold(one) && !(isOnVotes && one.about === 'vote-place')),
    ...(trade === '' ? [] : [{ text: trade, weight: tradeWeight[tradeRank(trade)] }]),
    ...(next === '' ? [] : [{ text: next, weight: aheadWeight }]),
  ].sort((x, y) => y.weight - x.weight)
}

/** How much the sentence on trade says. */
function tradeRank(sentence: string): keyof typeof tradeWeight {
  if (sentence.startsWith('Hardly')) return 'trifle'
  if (sentence.includes('would cost')) return 'heavy'
  return sentence.includes('gravity model') ? 'unusual' : 'usual'
}

/** Statements whose facts and figures the sentence on closeness names. */
const tiesInCloseness: ReadonlySet<string> = new Set([
  'partnership',
  'trade-agreement',
  'arms-import-share',
  'ally-designation',
  'security-law',
])

/** The sentences of blocs, and of a record without facts: standing, recent fighting, trade, what lies ahead. */
function blocSentences(assessment: Assessment, opening: readonly string[]): string[] {
  const { headline, standing, domains, to } = assessment
  const conflict = domains.find(({ id }) => id === 'conflict')
  const fought = headline.filter((line) => conflict?.summary.startsWith(line) === true)
  const last = conflict === undefined ? undefined : lastFighting(conflict)
  const isRecent = standing?.class === 'at war' || (last !== undefined && last >= Number(to.slice(0, 4)) - recentYears)
  return [
    ...opening.map(capitaliseArticles),
    ...(isRecent && !isToldAlready(assessment, conflict) ? fought.slice(0, 1).map(firstSentence) : []),
    dependence(assessment),
    ahead(assessment) ?? leading(assessment),
  ]
    .filter((sentence) => sentence !== '')
    .slice(0, 3)
}

/** Whether the sentence on standing has named the last fighting with its end: its war, or the use of force that places the pair. */
function isToldAlready({ standing, to }: Assessment, conflict: DomainAssessment | undefined): boolean {
  if (standing?.class === 'at war') return true
  const last = conflict?.items.find(({ relation }) => relation?.kind === 'hostilities')
  const end = last?.relation?.to ?? null
  const isPast = end !== null && end <= to && lastFighting(conflict!) === Number(end.slice(0, 4))
  return (
    isPast &&
    standing?.facts.some((fact) => fact.from === last?.date && fact.to === end && standing.sentence.includes(fact.text.slice(1))) === true
  )
}

/** The sentences, and then what else stands over a page: how much is known, and warnings. */
export function leadLines(assessment: Assessment): string[] {
  const { headline, standing, domains } = assessment
  const conflict = domains.find(({ id }) => id === 'conflict')?.summary ?? ''
  const said = headlineSentences(assessment)
  const opens = (line: string): boolean => conflict.startsWith(line) || line === capitaliseArticles(standing?.sentence ?? '')
  return [...said, ...headline.filter((line) => !opens(line) && !said.includes(line))]
}

/** What they trade, and who would lose how much by an end of it; shares of GDP where no model has the pair; empty where no goods are on record. */
export function dependence({ a, b, domains, to }: Assessment): string {
  const estimates = domains.find(({ id }) => id === 'trade')?.estimates ?? []
  const find = (id: string): Known | undefined => estimates.find((one): one is Known => one.id === id && isKnown(one))
  if (!estimates.some(({ id }) => id.startsWith('goods-'))) return ''
  const shown = goodsShown(estimates, to)
  if (shown === undefined) return ''
  const { goods } = shown
  if (goods.value < hardlyAnyGoods && goods.unit === 'USD')
    return `Hardly any goods trade is on record (${amountWords(goods.value, goods.unit)}${goods.id.includes('-to-') ? ` ${wayWords(goods, a, b)}` : ''} in ${goods.period.slice(0, 4)}).`
  const worth = `${worthWords(shown, a, b, to)}${unusual(find('gravity-ratio'), goods.period)}`
  const [lossA, lossB] = [find('trade-cut-loss-a'), find('trade-cut-loss-b')]
  if (lossA !== undefined && lossB !== undefined && Math.max(lossA.value, lossB.value) >= heavy) {
    const [more, less] = lossA.value >= lossB.value ? [a, b] : [b, a]
    const [most, least] = lossA.value >= lossB.value ? [lossA, lossB] : [lossB, lossA]
    const base = lossA.period === goods.period ? '' : ` of the trade of ${lossA.period.slice(0, 4)}`
    return `${worth}; by a long-run model${base}, an end of all trade between them would cost ${inSentence(more.name)} ${lossWords(most)} of its real spending and ${inSentence(less.name)} ${lossWords(least)}.`
  }
  const [shareA, shareB] = [find('gdp-share-a'), find('gdp-share-b')]
  if (shareA === undefined || shareB === undefined || Math.max(shareA.value, shareB.value) < little) return `${worth}.`
  if (!isLike(goods, estimates, shareA.period)) return `${worth}.`
  const year = `${shareA.period === goods.period ? '' : `in ${shareA.period.slice(0, 4)} `}trade both ways was`
  return `${worth}; ${year} ${shareInSentence(shareA.value)} of ${gdpOf(a)} and ${shareInSentence(shareB.value)} of ${a.members === undefined && b.members === undefined ? possessive(b.name) : gdpOf(b)}.`
}

/** A bloc has no GDP of its own. */
function gdpOf({ name, members }: Assessment['a']): string {
  return members === undefined ? `${possessive(name)} GDP` : `the combined GDP of ${inSentence(name)}`
}

/** Says of a figure of years ago that no later one is on record, so that it is not read as that of today. */
function lastOnRecord({ goods, newest }: GoodsShown, to: string, isBloc: boolean): string {
  if (isLongPast(goods.period, to) !== true) return ''
  if (newest.period.slice(0, 4) > goods.period.slice(0, 4)) return ', the last year with both ways on record'
  // of blocs, later years have figures of some members
  return `, the last year on record${isBloc ? ' for all members' : ''}`
}

function worthWords(shown: GoodsShown, a: Assessment['a'], b: Assessment['b'], to: string): string {
  const { goods, newest, other, whole } = shown
  const amount = amountWords(goods.value, goods.unit)
  const when = `${goods.period.slice(0, 4)}${lastOnRecord(
    shown,
    to,
    [a, b].some(({ members }) => members !== undefined),
  )}`
  if (goods !== newest && newest.value < hardlyAnyGoods) return `Goods trade was worth ${amount} in ${when}`
  const way = `${amountWords(newest.value, newest.unit)} ${wayWords(newest, a, b)}`
  if (goods !== newest) return `Goods trade was worth ${amount} in ${when} (in ${newest.period.slice(0, 4)} ${way} alone)`
  if (!goods.id.includes('-to-')) return `Goods trade was worth ${amount} in ${when}`
  const isOther = other !== undefined && other.period === newest.period
  const both = whole === undefined ? '' : `; both ways ${amountWords(whole.value, whole.unit)} in ${whole.period.slice(0, 4)}`
  return `Goods worth ${amount} went ${wayWords(goods, a, b)} in ${when}${isOther ? '' : ` (the other way is not known${both})`}`
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
  return `, ${when}${normWords(ratio.value)} what a gravity model expects for their size and distance`
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
function leading(assessment: Assessment): string {
  const { judgements, domains, to } = assessment
  const estimates = domains.flatMap((domain) => domain.estimates)
  const isRecent = (basis: readonly string[]): boolean => {
    const past = estimates.filter(({ id }) => basis.includes(id)).flatMap(({ period }) => isLongPast(period, to) ?? [])
    return past.length === 0 || past.includes(false)
  }
  const [first] = judgements
    .filter((one) => !one.id.startsWith('speeches') && isRecent(one.basis) && !belittles(one, assessment))
    .sort((x, y) => place(x.id) - place(y.id))
  if (first === undefined) return ''
  return first.id === 'trade-larger'
    ? (tradeMoved(assessment) ?? judgementSentence(first))
    : `${judgementSentence(first).replace(/\.$/, '')}${stillWords(first, assessment)}.`
}

/** Whether a judgement calls closer in votes on world issues two states that are at war, in a severe rivalry or without relations. */
function belittles({ id, statement }: Judgement, { standing, domains }: Assessment): boolean {
  if (!id.startsWith('votes') || !statement.includes('closer')) return false
  const items = domains.find((domain) => domain.id === 'diplomacy')?.items ?? []
  return (
    (standing !== undefined && standing.order <= 1) ||
    items.some(({ relation }) => relation?.kind === 'no-relations' && relation.to === null)
  )
}

/** The side of the middle on which two states still are that have moved the other way. */
function stillWords({ id, statement }: Judgement, { domains }: Assessment): string {
  const estimates = domains.find((domain) => domain.id === 'diplomacy')?.estimates ?? []
  const found = estimates.find((one): one is Known => one.id === 'vote-place.percentile' && isKnown(one))
  const level = estimates.find((one): one is Known => one.id === 'vote-place' && isKnown(one))
  if (
    id !== 'votes-closer' ||
    found === undefined ||
    level === undefined ||
    found.interval === 'exact' ||
    measuresDisagree(level, estimates)
  )
    return ''
  const { low, high } = found.interval
  if (statement.includes('closer')) return high < 50 ? `, still further apart than ${formatPercentile(100 - found.value)} % of them` : ''
  return low > 50 ? `, still closer than ${formatPercentile(found.value)} % of them` : ''
}

/** A rise or a fall of trade with both amounts: what reports say needs no words of likelihood. */
function tradeMoved({ domains }: Assessment): string | undefined {
  const trade = domains.find(({ id }) => id === 'trade')
  const found = trade === undefined ? undefined : clearChange(trade.estimates, trade.items)
  if (found === undefined || found === 'unclear') return undefined
  const { change, early, late } = found
  const [from, to] = change.period.split('/')
  return `Goods trade ${late > early ? 'rose' : 'fell'} from ${amountWords(early, change.unit)} in ${from} to ${amountWords(late, change.unit)} in ${to}, at current prices.`
}

function place(id: string): number {
  const at = rank.indexOf(id)
  return at === -1 ? rank.length : at
}
