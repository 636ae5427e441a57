import { grouped } from '../../../assessments/rows/grouped.ts'
import { traitsOf } from '../../../sources/source-traits.ts'
import type { Snapshot } from '../../../store/index.ts'
import { verdictLimits } from '../../limits.ts'
import { rowsOfPair } from '../record/record-query.ts'
import type { RecordRow } from '../record/record-rows.ts'
import { combinedSeries, type DaySpan, isWholeYear, type Series, type SeriesValue, seriesFromRows, shiftYears } from '../record/series.ts'

/** Reads the rows of one state, bloc or the world for an indicator. */
async function rowsOf(snapshot: Snapshot, id: string, indicator: string): Promise<readonly RecordRow[]> {
  const rows = await rowsOfPair(snapshot, id, id)
  return rows.filter((row) => row.indicator === indicator && row.from === id && row.to === '')
}

const seriesBySource = (rows: readonly RecordRow[], what: string): Series[] =>
  [...grouped(rows, ({ source, unit, vintage }) => `${source} ${unit} ${vintage}`).values()].map((own) => seriesFromRows(own, 'flow', what))

/**
 * Returns the military spending of a bloc as given in a fact sheet, or of several states as the sum of the figures for each; empty if the figure for one of
 * them is missing.
 *
 * @param from   a bloc, or several states joined by plus signs
 */
export async function quotedSpendingSum(snapshot: Snapshot, from: string, what: string): Promise<Series[]> {
  const each = await Promise.all(
    from.split('+').map(async (id) => {
      const rows = (await rowsOf(snapshot, id, 'military-expenditure')).filter(({ source }) => traitsOf(source).lists === 'selection')
      return seriesBySource(rows, what)[0]
    }),
  )
  if (each.includes(undefined)) return []
  return [(each as Series[]).reduce((sum, one) => combinedSeries(sum, one, (x, y) => x + y, {}))]
}

/**
 * Returns military spending at constant prices, extended beyond the table's last year by the growth in later fact sheets. If there is no table, the growth
 * alone gives an index that is 100 in the first year.
 */
export async function realSpending(snapshot: Snapshot, from: string, what: string): Promise<Series[]> {
  const [constant, growth] = await Promise.all([
    rowsOf(snapshot, from, 'military-expenditure-constant'),
    rowsOf(snapshot, from, 'military-expenditure-real-growth'),
  ])
  if (growth.length === 0) return seriesBySource(constant, what)
  const grown = seriesFromRows(growth, 'flow', what)
  const tables = seriesBySource(constant, what)
  return (tables.length > 0 ? tables : [undefined]).map((table) => ({
    ...(table ?? { ...grown, unit: 'index' }),
    what: `${what}, by the growth that fact sheets print`,
    at: (days) => extrapolated(table, grown, days, verdictLimits.factSheetExtension),
  }))
}

/** Returns the figure of a year: the table's own, else the figure of the year before multiplied by the growth since then. Undefined if neither is available. */
function extrapolated(table: Series | undefined, growth: Series, days: DaySpan, left: number): SeriesValue | undefined {
  const own = table?.at(days)
  if (own !== undefined || !isWholeYear(days)) return own
  const by = growth.at(days)
  const start: SeriesValue = { value: 100, estimated: false, atLeast: false, rows: [], note: null }
  if (by === undefined) return table === undefined && growth.at(shiftYears(days, 1)) !== undefined ? start : undefined
  const before = left > 0 ? extrapolated(table, growth, shiftYears(days, -1), left - 1) : undefined
  return before === undefined
    ? undefined
    : {
        ...before,
        value: before.value * (1 + by.value / 100),
        estimated: before.estimated || by.estimated,
        rows: [...before.rows, ...by.rows],
      }
}

const counts: readonly (readonly [indicator: string, say: string])[] = [
  ['military-expenditure-gdp-share', ''],
  ['defence-expenditure-nato-gdp-share', ', as NATO counts it'],
]

/** Returns military spending as a share of GDP, as published: by SIPRI's definition and by NATO's, which treat pensions and police forces differently. */
export async function spendingShareOfGdp(snapshot: Snapshot, from: string, what: string): Promise<Series[]> {
  const each = await Promise.all(counts.map(async ([id, say]) => seriesBySource(await rowsOf(snapshot, from, id), `${what}${say}`)))
  return each.flat()
}
