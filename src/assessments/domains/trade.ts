import { figuresOf } from '../../memory/index.ts'
import type { Estimate } from '../../store/index.ts'
import { goodsChange } from '../economy/goods/goods-change.ts'
import { laterGoods } from '../economy/goods/goods-later.ts'
import { leadingGoods } from '../economy/goods/goods-lead.ts'
import { describeReporter, goodsLevels } from '../economy/goods/goods-levels.ts'
import { goodsSummary } from '../economy/goods/goods-sentences.ts'
import { type InputOutputSales, inputOutputSales, services } from '../economy/input-output-sales.ts'
import { koreanConfusion } from '../economy/korean-confusion.ts'
import { tradeCutLosses } from '../economy/models/cut-losses.ts'
import { gravityFigures } from '../economy/models/gravity-figures.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { isPastYear } from '../forms/past-years.ts'
import { unknownDomain } from '../forms/unknown.ts'
import { amountWords, inSentence } from '../forms/wording.ts'
import { type GoodsReport, goodsOfPage, type PairGoods } from '../record/pair-goods.ts'
import { tradeProducts } from './trade-products.ts'
import { tradeShares } from './trade-shares.ts'

const filler =
  'BACI (cepii.fr, all pairs by product, 1995 on), IMF trade by partner (data.imf.org, all pairs, 1948 on) or UN Comtrade: the record holds only what may be passed on.'

/** Assesses goods trade: the level by reporter, its percentile among pairs of the same source, the ten-year change, and the dependence of each side. */
export async function assessTrade(bench: DomainInputs): Promise<DomainAssessment> {
  const { a, b, to } = bench.dyad
  const [figures, held] = await Promise.all([figuresOf(bench.snapshot, a.iso3, b.iso3), goodsOfPage(bench)])
  const { reports } = held
  const sold = await inputOutputSales(bench, services)
  if (reports.length === 0) {
    if (sold.estimates.length > 0) return servicesAlone(bench, sold)
    return unknownDomain(
      'trade',
      'Trade',
      to,
      `the record has no goods trade between ${inSentence(a.name)} and ${inSentence(b.name)} for a full year that ends by ${to}.`,
      filler,
    )
  }
  const unit = reports.some((report) => report.unit === 'USD') ? 'USD' : reports[0]!.unit
  const goods = inUnit(held, unit)
  const levels = goodsLevels(bench, figures, goods)
  const stated = [...levels, ...laterGoods(bench, levels, goods.reports)]
  const estimates = [...stated, ...goodsChange(bench, goods, stated), ...tradeShares(bench, figures, held)]
  const caution = koreanConfusion(bench.dyad)
  const items = recent(goods.reports).map((report) => itemOf(bench, report))
  const products = await tradeProducts(bench)
  const norm = gravityFigures(bench, figures, reports)
  const losses = tradeCutLosses(bench, figures)
  return {
    id: 'trade',
    title: 'Trade',
    state: leadingGoods(estimates, to)[0]!.state,
    summary: [
      `${goodsSummary(bench, estimates, items, caution?.sentence ?? '')}${products.sentence}`,
      norm.sentence,
      losses.sentence,
      sold.sentence,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    estimates: [...estimates, ...norm.estimates, ...losses.estimates, ...products.estimates, ...sold.estimates],
    items,
    notes: [
      ...(caution?.notes ?? []),
      ...notesOn(reports, unit),
      ...pastNotes(estimates, to),
      ...norm.notes,
      ...losses.notes,
      ...sold.notes,
    ],
    wouldFill: filler,
  }
}

/** Makes the domain of a pair of which the record has services by input-output tables, and no goods. */
function servicesAlone({ dyad: { a, b, to } }: DomainInputs, sold: InputOutputSales): DomainAssessment {
  return {
    id: 'trade',
    title: 'Trade',
    state: 'estimated',
    summary: `Goods are unknown: the record has no goods trade between ${inSentence(a.name)} and ${inSentence(b.name)} for a full year that ends by ${to}. ${sold.sentence}`,
    estimates: sold.estimates,
    items: [],
    notes: sold.notes,
    wouldFill: filler,
  }
}

function inUnit({ reports, totals }: PairGoods, wanted: string): PairGoods {
  return { reports: reports.filter(({ unit }) => unit === wanted), totals: totals.filter(({ unit }) => unit === wanted) }
}

/** Returns the reports of the last ten years before and including the latest available year. */
function recent(reports: readonly GoodsReport[]): GoodsReport[] {
  const last = Math.max(...reports.map((report) => report.year))
  return reports.filter((report) => report.year > last - 10)
}

function itemOf(bench: DomainInputs, report: GoodsReport): Item {
  const { a, b } = bench.dyad
  const way =
    report.direction === 'both'
      ? `${a.iso3} and ${b.iso3}, both directions`
      : report.direction === 'a-to-b'
        ? `${a.iso3} to ${b.iso3}`
        : `${b.iso3} to ${a.iso3}`
  const estimated = report.status === 'observed' ? '' : ', estimated'
  return {
    kind: 'report',
    date: `${report.year}-12-31`,
    text: `${report.year}, ${way}: ${amountWords(report.value, report.unit)} (${describeReporter(report)}${estimated})`,
    source: report.source,
    citation: report.locator,
    reported: {
      what: 'goods',
      direction: report.direction,
      from: `${report.year}-01-01`,
      to: `${report.year}-12-31`,
      value: report.value,
      unit: report.unit,
      by: describeReporter(report),
      estimated: report.status !== 'observed',
    },
  }
}

function notesOn(reports: readonly GoodsReport[], unit: string): string[] {
  const others = [...new Set(reports.map((report) => report.unit))].filter((other) => other !== unit)
  const kept =
    others.length === 0 ? [] : [`Reports in ${others.join(', ')} are left out of these figures: no currency is converted silently.`]
  const guessed = reports.some((report) => report.status === 'estimated')
    ? ['Reports marked estimated are kept apart from observed ones and used only where there is no other.']
    : []
  return [...kept, ...guessed]
}

/** Says what the record cannot hold of later years, where the page ends with a year long past. */
function pastNotes(goods: readonly Estimate[], to: string): string[] {
  const [lead] = leadingGoods(goods, to)
  return isPastYear(Number(lead!.period), to)
    ? [
        'For 2022 and 2023 the record lists goods worth 100,000 dollars and more, for 2025 about 50,000 and more: smaller trade of these years is not in it.',
      ]
    : []
}
