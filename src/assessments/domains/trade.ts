import { type Estimate, type Interval, isKnown, type Known } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { unknown, unknownDomain } from '../forms/unknown.ts'
import { amountWords, formatFigure, formatShare, inSentence, intervalWords, possessive, signed, withInterval } from '../forms/wording.ts'
import {
  type GoodsReport,
  goodsReportsIn,
  isObservedOrReconciled,
  preferredReport,
  totalReports,
  withoutOtherEditions,
} from '../record/goods-reports.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import { grouped } from '../rows/grouped.ts'
import { goodsEvidence } from './goods-evidence.ts'
import { type InputOutputSales, inputOutputSales, services } from './input-output-sales.ts'
import { tradeDependence } from './trade-dependence.ts'
import { tradePercentile } from './trade-percentile.ts'
import { tradeProducts } from './trade-products.ts'

const filler =
  'BACI (cepii.fr, all pairs by product, 1995 on), IMF trade by partner (data.imf.org, all pairs, 1948 on) or UN Comtrade: the record holds only what may be passed on.'

/** Assesses goods trade: the level by reporter, its percentile among pairs of the same source, the ten-year change, and the dependence of each side. */
export async function assessTrade(bench: DomainInputs): Promise<DomainAssessment> {
  const { a, b, to } = bench.dyad
  const reports = withoutOtherEditions(goodsReportsIn((await loadedRows(bench)).between(a.iso3, b.iso3), a.iso3))
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
  const inUnit = reports.filter((report) => report.unit === unit)
  const levels = levelsOf(bench, inUnit)
  const rest = (await Promise.all([tradePercentile(bench, inUnit), tradeDependence(bench, inUnit)])).flat()
  const change = changeOf(bench, inUnit)
  const products = await tradeProducts(bench)
  return {
    id: 'trade',
    title: 'Trade',
    state: levels[0]!.state,
    summary: `${summary(bench, levels, change, rest)}${products.sentence} ${sold.sentence}`.trim(),
    estimates: [...levels, ...change, ...rest, ...products.estimates, ...sold.estimates],
    items: recent(inUnit).map((report) => itemOf(bench, report)),
    notes: [...notesOn(reports, unit), ...sold.notes],
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

/** Returns the total of both directions where available, then each direction, each in its latest year. */
function levelsOf(bench: DomainInputs, reports: readonly GoodsReport[]): Known[] {
  const { a, b } = bench.dyad
  const both = totalReports(reports)
  const parts: [string, string, readonly GoodsReport[]][] = [
    ['goods-trade', 'goods, both directions', both],
    [
      'goods-a-to-b',
      `goods from ${inSentence(a.name)} to ${inSentence(b.name)}`,
      reports.filter((report) => report.direction === 'a-to-b'),
    ],
    [
      'goods-b-to-a',
      `goods from ${inSentence(b.name)} to ${inSentence(a.name)}`,
      reports.filter((report) => report.direction === 'b-to-a'),
    ],
  ]
  return parts.flatMap(([id, label, found]) =>
    found.length === 0 ? [] : [levelOf(bench, id, label, latest(found)), ...compared(bench, id, label, found)],
  )
}

/** Returns the firm reports (see `isFirm`) of the latest year that has any; where no report is firm, all reports of the latest year. */
function latest(reports: readonly GoodsReport[]): GoodsReport[] {
  const observed = reports.filter(isObservedOrReconciled)
  const pool = observed.length > 0 ? observed : reports
  const year = Math.max(...pool.map((report) => report.year))
  return pool.filter((report) => report.year === year)
}

/** Adds the latest year with two or more reports where the latest year has only one, to show how much reports differ. */
function compared(bench: DomainInputs, id: string, label: string, reports: readonly GoodsReport[]): Known[] {
  if (id !== 'goods-trade' || latest(reports).length > 1) return []
  const years = [...grouped(reports.filter(isObservedOrReconciled), (report) => String(report.year)).values()].filter(
    (group) => group.length > 1,
  )
  const last = years.at(-1)
  return last === undefined ? [] : [levelOf(bench, `${id}-rivals`, `${label}, rival reports`, last)]
}

function levelOf(bench: DomainInputs, id: string, label: string, reports: readonly GoodsReport[]): Known {
  const { a, b } = bench.dyad
  const chosen = preferredReport(reports)
  const values = reports.map((report) => report.value)
  const single = reports.length === 1
  return {
    state: chosen.status === 'observed' ? 'observed' : 'estimated',
    id,
    label,
    unit: chosen.unit,
    period: String(chosen.year),
    value: chosen.value,
    interval: single ? 'exact' : { low: Math.min(...values), high: Math.max(...values), kind: 'reports' },
    method: `${describeReporter(chosen)}${single ? ', the only report of that year' : `, of ${reports.length} reports; the interval spans them all`}; current prices`,
    evidence: reports.map((report) => goodsEvidence(report, { a: a.iso3, b: b.iso3 })),
    ...(single ? { certainty: 'one report' as const } : {}),
  }
}

function describeReporter(report: GoodsReport): string {
  if (report.reporter === null) return `${report.source} (both reports reconciled)`
  return `${report.source}, reported by ${report.reporter}${report.valuation === null ? '' : ` (${report.valuation})`}`
}

/** Two years of one source and reporter, ten apart. */
interface Span {
  readonly early: GoodsReport
  readonly late: GoodsReport
}

/**
 * Returns the ten-year change within one source and reporter, the one whose two years are the latest, and the amount of its first year. The change is unknown
 * where a later figure of the page reverses it.
 */
function changeOf(bench: DomainInputs, reports: readonly GoodsReport[]): Estimate[] {
  const spans = latestSpans(reports)
  if (spans.length === 0) return []
  const { early, late } = spans.find((span) => span.late === preferredReport(spans.map((one) => one.late)))!
  const level = levelOf(bench, 'goods-trade.change', `change ${early.year} to ${late.year}`, [late])
  const subject = { ...level, period: `${early.year}/${late.year}` }
  const reversal = reversalOf(reports, { early, late })
  if (reversal !== undefined) {
    const { id, label, unit, period } = subject
    return [unknown({ id, label, unit, period }, reversal)]
  }
  const changes = spans.map((span) => span.late.value - span.early.value)
  const change: Known = {
    ...subject,
    value: late.value - early.value,
    interval: changes.length === 1 ? 'exact' : { low: Math.min(...changes), high: Math.max(...changes), kind: 'reports' },
    method: `${describeReporter(late)}: ${amountWords(late.value, late.unit)} less ${amountWords(early.value, early.unit)}, current prices`,
    evidence: spans
      .flatMap((span) => [span.early, span.late])
      .map((report) => goodsEvidence(report, { a: bench.dyad.a.iso3, b: bench.dyad.b.iso3 })),
  }
  return [change, levelOf(bench, 'goods-trade-before', `goods, both directions, ten years before ${late.year}`, [early])]
}

function latestSpans(reports: readonly GoodsReport[]): Span[] {
  const series = grouped(totalReports(reports).filter(isObservedOrReconciled), (report) => `${report.source} ${report.reporter}`)
  const spans = [...series.values()].flatMap((group) =>
    group.flatMap((late) => group.filter((early) => early.year === late.year - 10).map((early) => ({ early, late }))),
  )
  const year = Math.max(...spans.map((span) => span.late.year))
  return spans.filter((span) => span.late.year === year)
}

/** Says which later figure, of whatever source, lies on the other side of the first year; undefined where none does. */
function reversalOf(reports: readonly GoodsReport[], { early, late }: Span): string | undefined {
  const way = Math.sign(late.value - early.value)
  const against = laterTotals(reports, late.year).find(({ value }) => Math.sign(value - early.value) !== way)
  if (against === undefined) return undefined
  const { year, value, source } = against
  return `${late.source} has ${way > 0 ? 'more' : 'less'} in ${late.year} than in ${early.year} (${amountWords(late.value, late.unit)} against ${amountWords(early.value, early.unit)}), but the later figure of ${year} (${source}: ${amountWords(value, late.unit)}) lies on the other side of that of ${early.year}`
}

/** Returns every total after a year, and the sums of the two directions where the page has them from different reporters only. */
function laterTotals(reports: readonly GoodsReport[], after: number): { year: number; value: number; source: string }[] {
  const later = reports.filter(({ year }) => year > after)
  const totals = totalReports(later).map(({ year, value, source }) => ({ year, value, source }))
  const sums = [...grouped(later, ({ year }) => String(year)).values()].flatMap((group) => {
    const ways = (['a-to-b', 'b-to-a'] as const).map((way) => group.filter(({ direction }) => direction === way))
    return ways[0]!.flatMap((out) =>
      ways[1]!.map((back) => ({
        year: out.year,
        value: out.value + back.value,
        source: out.source === back.source ? out.source : `${out.source} and ${back.source}`,
      })),
    )
  })
  return [...totals, ...sums]
}

function summary(bench: DomainInputs, levels: readonly Known[], change: readonly Estimate[], rest: readonly Estimate[]): string {
  const { a, b } = bench.dyad
  const [level] = levels
  const first = `In ${level!.period} ${level!.id === 'goods-trade' ? `goods worth ${withInterval(level!)} went between ${inSentence(a.name)} and ${inSentence(b.name)}` : `${level!.label} were worth ${withInterval(level!)}`}.`
  return first + changeSentence(change) + dependenceSentence(bench, rest)
}

/** States a rise or a fall only where all reports agree on it and no later figure reverses it, with the amounts of both years by one source. */
function changeSentence([change, before]: readonly Estimate[]): string {
  if (change === undefined || before === undefined || !isKnown(change) || !isKnown(before)) return ''
  const { interval, value, unit } = change
  const [from, to] = change.period.split('/')
  if (interval !== 'exact' && interval.low < 0 && interval.high > 0) {
    return ` From ${from} to ${to} the reports do not agree on a rise or a fall: from ${signed(interval.low, unit)} to ${signed(interval.high, unit)}.`
  }
  const [source] = change.method.split(/[ ,:]/)
  const reports = interval === 'exact' ? '' : `; ${intervalWords(sizes(interval, value), unit)}`
  return ` From ${from} to ${to} it ${value < 0 ? 'fell' : 'rose'} by ${formatFigure(Math.abs(value), unit)} at current prices (${source}${reports}).`
}

/** Returns the interval of a fall in absolute amounts, the smaller first; that of a rise is unchanged. */
function sizes(interval: Exclude<Interval, 'exact'>, value: number): Interval {
  return value < 0 ? { ...interval, low: -interval.high, high: -interval.low } : interval
}

function dependenceSentence(bench: DomainInputs, rest: readonly Estimate[]): string {
  const shares = ['gdp-share-a', 'gdp-share-b'].map((id) => rest.find((one): one is Known => one.id === id && 'value' in one))
  if (shares[0] === undefined || shares[1] === undefined) return ''
  const [forA, forB] = shares
  const [inA, inB] = [formatShare(forA.value), formatShare(forB.value)]
  const heavier = forA.value >= forB.value ? bench.dyad.a : bench.dyad.b
  const weighs = inA === inB ? '' : `: it weighs more on ${inSentence(heavier.name)}`
  return ` In ${forA.period} it equalled ${inA} of ${possessive(bench.dyad.a.name)} GDP and ${inB} of ${possessive(bench.dyad.b.name)}${weighs}.`
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
