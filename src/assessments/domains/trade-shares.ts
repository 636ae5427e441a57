import { type FigureRow, figureOf, type PairFigures } from '../../memory/index.ts'
import type { Estimate, Evidence, Known } from '../../store/index.ts'
import { goodsEvidence, spanOf } from '../economy/goods/goods-evidence.ts'
import { ofRow, sidesOf } from '../economy/goods/goods-levels.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { unknown, vintageOf } from '../forms/unknown.ts'
import { idOnPage, knownFigure, namesOf, type Side } from '../record/memory-figure.ts'
import type { GoodsReport, PairGoods } from '../record/pair-goods.ts'

/** Returns the place of the pair's trade among all pairs, and the weight of the trade for each side: over its GDP, and as a share of all its exports and imports. */
export function tradeShares(bench: DomainInputs, figures: PairFigures, goods: PairGoods): Estimate[] {
  const partners = (
    [
      ['exports', 'a'],
      ['imports', 'b'],
      ['exports', 'b'],
      ['imports', 'a'],
    ] as const
  ).flatMap(([flow, side]) => partnerShare(bench, figures, goods, flow, side))
  return [rankOfTrade(bench, figures, goods), ...gdpShares(bench, figures, goods), ...partners]
}

function levelOf({ dyad: { a, b, to } }: DomainInputs, figures: PairFigures, id: string, side: Side): FigureRow | undefined {
  return side === 'a' ? figures.level(id, a.iso3, b.iso3, to) : figures.level(id, b.iso3, a.iso3, to)
}

/** The condition on the rows of one source and reporter, in one unit. */
function reportedBy({ source, reporter, unit }: GoodsReport): string {
  return `observations where source = '${source}' and ${reporter === null ? 'reporter is null' : `reporter = '${reporter}'`} and unit = '${unit}'`
}

/** Returns the report from which a row was worked out: of its year, source and reporter, and of several units the last by name. */
function reportOf(row: FigureRow, reports: readonly GoodsReport[]): GoodsReport {
  const own = reports.filter(({ year, source, reporter }) => year === row.year && source === row.source && reporter === row.reporter)
  return own.reduce((last, one) => (one.unit > last.unit ? one : last))
}

function rankOfTrade(bench: DomainInputs, figures: PairFigures, { totals }: PairGoods): Estimate {
  const figure = figureOf('goods-trade-rank')
  const row = levelOf(bench, figures, figure.id, 'a')
  if (row === undefined) {
    const period = bench.dyad.to.slice(0, 4)
    return unknown(
      { id: figure.id, label: 'percentile among pairs', unit: figure.unit, period },
      'no source that has both directions of this pair in one year has both of 10 pairs or more in that year',
    )
  }
  const method = figure.words.method(row)
  const whom = method.replace(/^.* among /, '')
  const ofStates =
    "indicator in ('goods-trade-flow', 'goods-imports', 'goods-exports') and from_id not in ('WLD', 'EU') and to_id not in ('WLD', 'EU')"
  const bothWays = 'qualify count(*) over (partition by least(from_id, to_id), greatest(from_id, to_id)) = 2'
  const rows = `${reportedBy(reportOf(row, totals))} and ${spanOf('year', [row.year])} and ${ofStates} ${bothWays}`
  return {
    ...knownFigure(figure, row, bench.dyad, 'a', [{ source: row.source, vintage: row.vintage, rows, count: 2 * row.n! }]),
    label: `percentile among ${whom}`,
    method: `${method} in ${row.year}`,
  }
}

/** Returns trade over the GDP of each, in the latest year with the trade and both GDPs. */
function gdpShares(bench: DomainInputs, figures: PairFigures, goods: PairGoods): Estimate[] {
  const figure = figureOf('gdp-share')
  return (['a', 'b'] as const).flatMap((side): Estimate[] => {
    const row = levelOf(bench, figures, figure.id, side)
    if (row === undefined) {
      const trade = levelOf(bench, figures, 'goods-trade', side)
      if (trade?.unit !== 'USD') return []
      const names = namesOf(bench.dyad, side)
      const about = {
        id: idOnPage(figure, side),
        label: figure.words.title(names),
        unit: 'share',
        period: String(trade.year),
      }
      return [
        unknown(
          about,
          `the record has no GDP of ${names.a} above zero in a year for which it has both directions of trade and the GDP of both`,
        ),
      ]
    }
    const gdpBy = row.source.split(' ')[1]!
    const reports = ofRow({ ...row, unit: 'USD' }, goods.totals)
    const gdp: Evidence = {
      source: gdpBy,
      vintage: vintageOf(bench.cards, gdpBy),
      rows: `observations where indicator in ('gdp', 'gdp-imf') and source = '${gdpBy}' and from_id = '${row.a}' and start_date = '${row.year}-01-01'`,
      count: 1,
    }
    return [knownFigure(figure, row, bench.dyad, side, [...reports.map((report) => goodsEvidence(report, sidesOf(bench))), gdp])]
  })
}

/** Returns the share of the other in all goods that one side exports or imports, by one source and reporter. */
function partnerShare(bench: DomainInputs, figures: PairFigures, { reports }: PairGoods, flow: 'exports' | 'imports', side: Side): Known[] {
  const figure = figureOf(flow === 'exports' ? 'export-share' : 'import-share')
  const row = levelOf(bench, figures, figure.id, side)
  if (row === undefined) return []
  const way = (side === 'a') === (flow === 'exports') ? 'a-to-b' : 'b-to-a'
  const own = reports.filter(
    ({ direction, indicator }) => direction === way && (indicator === 'goods-trade-flow' || indicator.startsWith(`goods-${flow}`)),
  )
  return [knownFigure(figure, row, bench.dyad, side, [partnersEvidence(row, flow, reportOf(row, own))])]
}

/** The rows behind a share: the partner's and the total that the reporter states, or those of all partners where a source lists them. */
function partnersEvidence(row: FigureRow, flow: 'exports' | 'imports', report: GoodsReport): Evidence {
  const [own, other] = flow === 'exports' ? ['from_id', 'to_id'] : ['to_id', 'from_id']
  const whom = row.n === null ? `${other} in ('${row.b}', 'WLD')` : `${other} <> 'WLD'`
  // a list's own total stands beside the flows of pairs, under an indicator of its own
  const of = report.reporter === null && row.n === null ? `in ('${report.indicator}', 'goods-listed-total')` : `= '${report.indicator}'`
  return {
    source: row.source,
    vintage: row.vintage,
    rows: `${reportedBy(report)} and indicator ${of} and ${own} = '${row.a}' and ${whom} and ${spanOf(report.basis, [row.year])}`,
    count: (row.n ?? 2) * (report.basis === 'year' ? 1 : 12),
  }
}
