import type { Snapshot } from '../../store/index.ts'
import { type RatedCurrency, rateOf } from '../record/euro-rates.ts'
import { type GoodsReport, pairGoods, repeatedGoods, totalOf } from '../record/pair-goods.ts'
import { grouped } from '../rows/grouped.ts'
import { memberNotes } from './mirror-members.ts'
import { mirrorNotes } from './mirror-notes.ts'
import type { Conversion, MirrorFlow, MirrorParty, MirrorReport, MirrorSide, MirrorYear } from './mirror-report.ts'

export interface MirrorRequest {
  readonly a: MirrorParty
  readonly b: MirrorParty
  readonly from: string | undefined
  readonly to: string
  /** From a's point of view: a's exports to b, its imports from b, or each direction and their total. */
  readonly flow: 'exports' | 'imports' | 'both'
  /** Currency into which figures are converted where possible; undefined leaves every figure in its own currency. */
  readonly currency?: RatedCurrency | undefined
}

/** A report, whether another source here has it in its own edition, and its value before conversion. */
interface Voiced extends GoodsReport {
  readonly otherEdition: boolean
  readonly converted: Conversion | null
}

export interface MirrorAnswer {
  readonly schemaVersion: 1
  readonly a: MirrorParty
  readonly b: MirrorParty
  readonly from: string | null
  readonly to: string
  readonly snapshot: { readonly id: string; readonly created: string }
  /** One entry for each direction and currency. */
  readonly flows: readonly MirrorFlow[]
  /** Known reasons why these reports differ. */
  readonly notes: readonly string[]
}

/** The series compared: reports of goods, and the all-pairs compilation of the Correlates of War. */

const directions = { exports: ['a-to-b'], imports: ['b-to-a'], both: ['a-to-b', 'b-to-a', 'both'] } as const

/**
 * Returns every reported figure of goods between two parties, by year, direction and currency. None is corrected or left out.
 *
 * Figures are converted only if a currency is requested, and the rate is given. Figures without a rate stay in their own currency.
 */
export async function mirror(request: MirrorRequest, snapshot: Snapshot): Promise<MirrorAnswer> {
  const { a, b, from, to } = request
  const [{ reports }, repeats] = await Promise.all([pairGoods(snapshot, a.id, b.id, to, true), repeatedGoods(snapshot, a.id, b.id, to)])
  const isAsked = ({ year }: GoodsReport): boolean => `${year}-01-01` >= (from ?? '')
  const all = voiced(reports.filter(isAsked), repeats.filter(isAsked)).map((report) => convert(report, request.currency))
  const flows = directions[request.flow].flatMap((direction) => {
    const units = grouped(
      all.filter((report) => report.direction === direction),
      (report) => report.unit,
    )
    return [...units]
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([unit, reports]): MirrorFlow => ({ direction, unit, years: yearsOf(reports, a.id) }))
  })
  const { id, created } = snapshot.manifest
  const notes = [...(await memberNotes(snapshot, { a, b }, { from, to })), ...(flows.length === 0 ? [] : mirrorNotes({ a, b }, flows))]
  return { schemaVersion: 1, a, b, from: from ?? null, to, snapshot: { id, created }, flows, notes }
}

/** Returns the reports of each direction and totals of both, with reports that repeat another source's own edition marked. */
function voiced(rivals: readonly GoodsReport[], repeats: readonly GoodsReport[]): Voiced[] {
  const rivalTotals = new Set(totalsOf(rivals).map(keyOf))
  const found = [...rivals, ...repeats].sort((x, y) => x.year - y.year || (x.source < y.source ? -1 : Number(x.source > y.source)))
  const single = found.filter((report) => report.direction !== 'both')
  return [
    ...single.map((report) => ({ ...report, otherEdition: repeats.includes(report), converted: null })),
    ...totalsOf(found).map((report) => ({ ...report, otherEdition: !rivalTotals.has(keyOf(report)), converted: null })),
  ]
}

function totalsOf(reports: readonly GoodsReport[]): GoodsReport[] {
  return [...grouped(reports, keyOf).values()].flatMap(totalOf)
}

function convert(report: Voiced, currency: RatedCurrency | undefined): Voiced {
  const rate = currency === undefined || report.unit === currency ? undefined : rateOf(report.unit, currency, report.year)
  if (rate === undefined) return report
  const { unit, value } = report
  return { ...report, unit: currency!, value: value * rate, converted: { unit, value, rate } }
}

function keyOf(report: GoodsReport): string {
  return `${report.year} ${report.source} ${report.reporter} ${report.unit}`
}

function yearsOf(reports: readonly Voiced[], a: string): MirrorYear[] {
  const years = [...grouped(reports, (report) => String(report.year)).values()].sort((x, y) => x[0]!.year - y[0]!.year)
  return years.map((group) => {
    const rivals = group.filter((report) => report.firm && !report.otherEdition)
    return {
      year: group[0]!.year,
      reports: group.map((report) => reportOf(report, sideOf(report, a))).sort(bySideAndSource),
      spread: spreadOf(rivals.map((report) => report.value)),
      mirrorRatio: mirrorRatioOf(rivals, a),
    }
  })
}

function reportOf(report: Voiced, side: MirrorSide): MirrorReport {
  const { source, reporter, valuation, value, status, basis, vintage, locator, otherEdition, converted } = report
  return { source, reporter, side, valuation, value, status, basis, vintage, locator, otherEdition, converted }
}

function sideOf(report: GoodsReport, a: string): MirrorSide {
  if (report.reporter === null) return report.indicator.startsWith('goods-imports-cow') ? 'compiled' : 'reconciled'
  if (report.direction === 'both') return report.reporter === a ? 'a' : 'b'
  return (report.reporter === a) === (report.direction === 'a-to-b') ? 'exporter' : 'importer'
}

const order: readonly MirrorSide[] = ['exporter', 'a', 'importer', 'b', 'reconciled', 'compiled']

/** Sorts by side: exporter, importer, then reconciled and compiled; within a side by source. */
export function bySideAndSource(x: Pick<MirrorReport, 'side' | 'source'>, y: Pick<MirrorReport, 'side' | 'source'>): number {
  return order.indexOf(x.side) - order.indexOf(y.side) || (x.source < y.source ? -1 : 1)
}

/**
 * Returns the lowest and highest of rival figures; null where there are fewer than two. The ratio is null where the lowest is 0.
 *
 * @example spreadOf([88.3, 95.3, 92.2])   // { low: 88.3, high: 95.3, ratio: 95.3 / 88.3 }
 */
export function spreadOf(values: readonly number[]): MirrorYear['spread'] {
  if (values.length < 2) return null
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return { low, high, ratio: low > 0 ? high / low : null }
}

function mirrorRatioOf(reports: readonly GoodsReport[], a: string): MirrorYear['mirrorRatio'] {
  const of = (sides: readonly MirrorSide[]): number[] => reports.filter((one) => sides.includes(sideOf(one, a))).map((one) => one.value)
  const [sent, received] = [of(['exporter', 'a']), of(['importer', 'b'])]
  if (sent.length === 0 || received.length === 0 || Math.min(...sent) <= 0) return null
  return { low: Math.min(...received) / Math.max(...sent), high: Math.max(...received) / Math.min(...sent) }
}
