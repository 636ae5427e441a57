import { isKnown, type Known } from '../../store/index.ts'
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
import { chanceLarger, leastRepeatedReports, type ReportDiscrepancy, reportDiscrepancy } from './report-discrepancy.ts'

const oldYears = 3
/** With a lower probability neither a rise nor a fall is stated. */
const leastSaid = 0.55

/** Judges which of the two economies depends more on goods trade with the other. */
export function judgeTradeDependence(findings: Findings): QuestionResult {
  const [a, b] = ['gdp-share-a', 'gdp-share-b'].map((id) => estimateOf(findings, id))
  if (a === undefined || b === undefined || !isKnown(a) || !isKnown(b) || a.value <= 0 || b.value <= 0) return { gaps: [] }
  const id = 'trade-leans'
  const discord = reportDiscrepancy(findings)
  if (discord === undefined) return { gaps: [rivalsMissing(findings, id, 'how far rival reports of their trade lie apart')] }
  const above = chanceLarger(Math.log(a.value / b.value), discord)
  if (above === undefined) return { gaps: [rivalsMissing(findings, id, 'reports of their trade that differ at all')] }
  const clause = (leaning: Findings['a'], other: Findings['a']): string =>
    `trade in goods with ${inSentence(other.name)} weighs more on ${possessive(leaning.name)} economy than on ${possessive(other.name)}, as a share of GDP in ${a.period}`
  const { yes, ...said } = likelierClause(above, clause(findings.a, findings.b), clause(findings.b, findings.a))
  const [more, less] = yes ? [a, b] : [b, a]
  return {
    gaps: oldFigures(findings, id, a),
    judgement: {
      id,
      title: 'on whom trade in goods weighs more',
      domains: ['trade'],
      ...said,
      how: `${formatShare(more.value)} against ${formatShare(less.value)} of GDP; chance that two reports that lie apart as rival reports of this pair do (${formatShare(discord.sd)} in standard deviation, ${discord.repeats} repeats) leave the order; GDP is taken as given`,
      confidence: confidenceOf(grounds(findings, a, discord)),
      raises: signOf(findings, more, { above: more.value }),
      lowers: signOf(findings, more, { below: less.value }),
      basis: ['gdp-share-a', 'gdp-share-b'],
    },
  }
}

/** Judges whether their goods trade grew over ten years, by the page's ten-year change; where a later figure reverses it, the reason is a gap. */
export function judgeTradeGrowth(findings: Findings): QuestionResult {
  const id = 'trade-larger'
  const found = tenYearsOf(findings)
  if (found === undefined) return { gaps: reversed(findings, id) }
  const { by, unit, late, early, basis } = found
  const discord = reportDiscrepancy(findings)
  const above = discord === undefined ? undefined : chanceLarger(Math.log(late[1] / early[1]), discord)
  if (discord === undefined || above === undefined)
    return { gaps: [rivalsMissing(findings, id, `rival reports of their goods trade of ${late[0]}`)] }
  if (Math.max(above, 1 - above) < leastSaid) return { gaps: [] }
  const clause = (way: string): string =>
    `goods trade between ${partyNames(findings)} was worth ${way} in ${late[0]} than in ${early[0]}, at current prices`
  const { yes, ...said } = likelierClause(above, clause('more'), clause('less'))
  return {
    gaps: [],
    judgement: {
      id,
      title: 'goods trade against that of ten years before',
      domains: ['trade'],
      ...said,
      how: `${amountWords(late[1], unit)} against ${amountWords(early[1], unit)} (${by}); chance that two reports that lie apart as rival reports of this pair do (${formatShare(discord.sd)} in standard deviation, ${discord.repeats} repeats) leave the order`,
      confidence: confidenceOf(seriesGrounds(findings, late[0], discord)),
      raises: totalSign(findings, unit, yes, late),
      lowers: totalSign(findings, unit, !yes, early),
      basis: [basis],
    },
  }
}

/** Two amounts ten years apart, from one source and reporter. */
interface TenYears {
  readonly by: string
  readonly unit: string
  readonly late: readonly [year: number, value: number]
  readonly early: readonly [year: number, value: number]
  readonly basis: string
}

/** Returns the two amounts of the page's ten-year change, from one source and reporter; undefined where the reports do not agree on a rise or a fall. */
function tenYearsOf(findings: Findings): TenYears | undefined {
  const [change, before] = ['goods-trade.change', 'goods-trade-before'].map((id) => estimateOf(findings, id))
  if (change === undefined || before === undefined || !isKnown(change) || !isKnown(before)) return undefined
  if (change.interval !== 'exact' && change.interval.low < 0 && change.interval.high > 0) return undefined
  const [first, last] = change.period.split('/').map(Number) as [number, number]
  const late = before.value + change.value
  if (!(before.value > 0) || !(late > 0)) return undefined
  return { by: change.method.split(':')[0]!, unit: change.unit, late: [last, late], early: [first, before.value], basis: change.id }
}

function grounds(findings: Findings, known: Known, discord: ReportDiscrepancy): Grounds {
  const age = figureAge(known, findings.to)
  return {
    strengths: [`${joinedWords(discord.by)} report their trade`],
    doubts: [
      ...(known.certainty === 'one report' ? [`the share of ${known.period} rests on one report`] : []),
      ...(known.state === 'estimated' ? ['the figure is an estimate'] : []),
      ...(age > oldYears ? [`it is ${age} years old`] : []),
    ],
  }
}

function seriesGrounds({ to }: Findings, year: number, discord: ReportDiscrepancy): Grounds {
  const age = Number(to.slice(0, 4)) - year
  return {
    strengths: [`${joinedWords(discord.by)} report their trade, and both years are by one reporter`],
    doubts: ['prices are not taken out', ...(age > oldYears ? [`the figures end ${age} years before the day`] : [])],
  }
}

function signOf(findings: Findings, { id, value }: Known, bound: { above: number } | { below: number }): Signpost {
  const way = 'above' in bound ? 'above' : 'below'
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

/** Returns the gap of a ten-year change that a later figure of the page reverses. */
function reversed(findings: Findings, judgement: string): KeyGap[] {
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
