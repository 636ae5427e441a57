import { isKnown } from '../../store/index.ts'
import { clearChange } from '../economy/goods/goods-change.ts'
import { leastRepeatedReports, type ReportDiscrepancy } from '../economy/goods/report-discrepancy.ts'
import type { KeyGap, Signpost } from '../forms/judgement-form.ts'
import { amountWords, formatShare, joinedWords } from '../forms/wording.ts'
import {
  areStates,
  confidenceOf,
  domainOf,
  estimateOf,
  type Findings,
  type Grounds,
  likelierClause,
  partyNames,
  type QuestionResult,
  thresholdOn,
} from './judgement-parts.ts'

const oldYears = 3

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

/** Names who reports the trade, and later figures where one source has both years only up to some time ago: no change is judged that they reverse. */
function seriesGrounds(findings: Findings, year: number, discord: ReportDiscrepancy): Grounds {
  const [age, later] = [Number(findings.to.slice(0, 4)) - year, latestFigure(findings, year)]
  return {
    strengths: [
      `${joinedWords(discord.by)} report their trade, and both years are by one reporter`,
      ...(later === undefined ? [] : [`later figures, up to ${later}, do not reverse it`]),
    ],
    doubts: [
      'prices are not taken out',
      ...(age > oldYears && later === undefined ? [`the comparison, by one source, ends in ${year}`] : []),
    ],
  }
}

/** Returns the year of the latest figure of both directions, where it is later than the change and not old itself. */
function latestFigure({ domains, to }: Findings, year: number): number | undefined {
  const totals = domains
    .flatMap(({ estimates }) => estimates.filter(({ id }) => id === 'goods-trade' || id === 'goods-later'))
    .filter(isKnown)
  const last = Math.max(...totals.map(({ period }) => Number(period)))
  return last > year && Number(to.slice(0, 4)) - last <= oldYears ? last : undefined
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
    says: `goods trade ${way} ${amountWords(value, unit)}, that of ${year}, in the next figures of the same source`,
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

/** Says what would supply the missing trade figures. UN Comtrade is free to download for states; for blocs the domain's own suggestion is used. */
function fillOf(findings: Findings): string {
  const { a, b, to } = findings
  const year = Number(to.slice(0, 4)) - 1
  return areStates(findings)
    ? `visavis pull comtrade reporter=${a.iso3} partner=${b.iso3} period=${year}, or the other way round`
    : (domainOf(findings, 'trade')?.wouldFill ?? 'UN Comtrade')
}
