import { isKnown, type Known } from '../../store/index.ts'
import { clearChange } from '../economy/goods-change.ts'
import { leastRepeatedReports, type ReportDiscrepancy } from '../economy/report-discrepancy.ts'
import { gdpDiscrepancy, shareWords, tradeWeight } from '../economy/trade-weight.ts'
import type { KeyGap, Signpost } from '../forms/judgement-form.ts'
import { amountWords, formatShare, inSentence, joinedWords, possessive } from '../forms/wording.ts'
import {
  areStates,
  confidenceOf,
  domainOf,
  estimateOf,
  type Findings,
  figureAge,
  type Grounds,
  likelierClause,
  partyNames,
  type QuestionResult,
  thresholdOn,
} from './judgement-parts.ts'

const oldYears = 3

/** Judges which of the two economies depends more on goods trade with the other; none where the summary leaves it open. */
export function judgeTradeDependence(findings: Findings): QuestionResult {
  const id = 'trade-leans'
  const weight = tradeWeight(domainOf(findings, 'trade')?.estimates ?? [])
  if (weight === undefined) return { gaps: [] }
  const { heavier, shares, chance } = weight
  const lighter = heavier === 'a' ? 'b' : 'a'
  const [leaning, other, more, less] = [findings[heavier], findings[lighter], shares[heavier], shares[lighter]]
  const clause = `trade in goods with ${inSentence(other.name)} weighs more on ${possessive(leaning.name)} economy than on ${possessive(other.name)}, as a share of GDP in ${more.period}`
  const { yes: _, ...said } = likelierClause(chance, clause, clause)
  return {
    gaps: oldFigures(findings, id, more),
    judgement: {
      id,
      title: 'on whom trade in goods weighs more',
      domains: ['trade'],
      ...said,
      how: `${shareWords(more)} against ${shareWords(less)} of GDP, the same trade above both; chance that GDPs that err as much as those of the World Bank and the IMF differ (${formatShare(gdpDiscrepancy)} in standard deviation) leave the order`,
      confidence: confidenceOf(grounds(findings, more)),
      raises: signOf(findings, more, { above: more.value }),
      lowers: signOf(findings, more, { below: less.value }),
      basis: ['gdp-share-a', 'gdp-share-b'],
    },
  }
}

/** Judges whether their goods trade grew over ten years, where the summary states a rise or a fall; where another figure contradicts it, the reason is a gap. */
export function judgeTradeGrowth(findings: Findings): QuestionResult {
  const id = 'trade-larger'
  const trade = domainOf(findings, 'trade')
  const found = clearChange(trade?.estimates ?? [], trade?.items ?? [])
  if (found === undefined || found === 'unclear') return { gaps: contradicted(findings, id) }
  const [from, to] = found.change.period.split('/').map(Number) as [number, number]
  const { unit } = found.change
  const { measured } = found
  if (measured === undefined) return { gaps: [rivalsMissing(findings, id, `rival reports of their goods trade of ${to}`)] }
  const clause = (way: string): string =>
    `goods trade between ${partyNames(findings)} was worth ${way} in ${to} than in ${from}, at current prices`
  const { yes, ...said } = likelierClause(measured.above, clause('more'), clause('less'))
  const { discord } = measured
  return {
    gaps: [],
    judgement: {
      id,
      title: 'goods trade against that of ten years before',
      domains: ['trade'],
      ...said,
      how: `${amountWords(found.late, unit)} against ${amountWords(found.early, unit)} (${found.change.method.split(':')[0]!}); chance that two reports that lie apart as rival reports of this pair do (${formatShare(discord.sd)} in standard deviation, ${discord.repeats} repeats) leave the order`,
      confidence: confidenceOf(seriesGrounds(findings, to, discord)),
      raises: totalSign(findings, unit, yes, [to, found.late]),
      lowers: totalSign(findings, unit, !yes, [from, found.early]),
      basis: [found.change.id],
    },
  }
}

function grounds({ to }: Findings, known: Known): Grounds {
  const age = figureAge(known, to)
  return {
    strengths: ['the trade is the same in both shares, so that only the two GDPs decide'],
    doubts: age > oldYears ? [`the figures are ${age} years old`] : [],
  }
}

function seriesGrounds({ to }: Findings, year: number, discord: ReportDiscrepancy): Grounds {
  const age = Number(to.slice(0, 4)) - year
  return {
    strengths: [`${joinedWords(discord.by)} report their trade, and both years are by one reporter`],
    doubts: ['prices are not taken out', ...(age > oldYears ? [`the figures end ${age} years before the day`] : [])],
  }
}

function signOf(findings: Findings, { id }: Known, bound: { above: number } | { below: number }): Signpost {
  const [way, value] = 'above' in bound ? ['above', bound.above] : ['below', bound.below]
  const name = findings[id.endsWith('-a') ? 'a' : 'b'].name
  return {
    says: `their trade ${way} ${formatShare(value)} of ${possessive(name)} GDP in a later year`,
    watch: thresholdOn(findings, `${id} ${way} ${formatShare(value)}`, id, bound),
  }
}

/**
 * Describes a total above or below that of an earlier year as an observation to look for. A watch condition is given only where the page's leading figure has
 * the same currency and has not passed the threshold already.
 */
function totalSign(findings: Findings, unit: string, upward: boolean, [year, value]: readonly [number, number]): Signpost {
  const way = upward ? 'above' : 'below'
  const now = estimateOf(findings, 'goods-trade')
  const watched = now !== undefined && isKnown(now) && now.unit === unit && (upward ? now.value <= value : now.value >= value)
  const name = `goods trade ${way} that of ${year}`
  return {
    says: `goods trade ${way} ${amountWords(value, unit)}, that of ${year}, in a later year by the same reporter`,
    watch: watched ? thresholdOn(findings, name, 'goods-trade', upward ? { above: value } : { below: value }) : null,
  }
}

/** Returns the gap of a ten-year change that another figure of the page contradicts. */
function contradicted(findings: Findings, judgement: string): KeyGap[] {
  const change = estimateOf(findings, 'goods-trade.change')
  if (change === undefined || isKnown(change)) return []
  const missing = 'whether their goods trade grew over ten years, by one source up to the latest year'
  return [{ id: `no-${judgement}`, domains: ['trade'], missing, why: change.reason, fill: fillOf(findings), judgement }]
}

function rivalsMissing(findings: Findings, judgement: string, missing: string): KeyGap {
  return {
    id: 'no-rival-reports',
    domains: ['trade'],
    missing,
    why: `fewer than ${leastRepeatedReports} reports in the record repeat another of the same flow and year`,
    fill: fillOf(findings),
    judgement,
  }
}

function oldFigures(findings: Findings, judgement: string, known: Known): KeyGap[] {
  if (figureAge(known, findings.to) <= oldYears) return []
  return [
    {
      id: `old-${judgement}`,
      domains: ['trade'],
      missing: `their goods trade after ${known.period}`,
      why: `the record has trade and GDP of both in one year only up to ${known.period}`,
      fill: fillOf(findings),
      judgement,
    },
  ]
}

/** Says what would supply the missing trade figures. UN Comtrade is free to download for states; for blocs the domain's own suggestion is used. */
function fillOf(findings: Findings): string {
  const { a, b, to } = findings
  const year = Number(to.slice(0, 4)) - 1
  return areStates(findings)
    ? `visavis pull comtrade reporter=${a.iso3} partner=${b.iso3} period=${year}, or the other way round`
    : (domainOf(findings, 'trade')?.wouldFill ?? 'UN Comtrade')
}
