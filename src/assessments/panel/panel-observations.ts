import type { Indicator } from '../../store/indicators/indicator.ts'
import { flagCode } from './panel-flags.ts'
import { MissingRows } from './panel-missing-rows.ts'
import { type PanelCells, type PanelInputs, type PanelSeries, panelStates } from './panel-series.ts'

const [observed, estimated] = [flagCode('observed'), flagCode('estimated')]

/** Rows of an indicator by year, in the order in which they are written: of two for one cell the later one stays. */
interface YearRows {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly source: Uint8Array
  readonly estimated: Uint8Array
  readonly value: Float64Array
  /** Position of the first row of each year, and of the one after the last. */
  readonly years: ReadonlyMap<number, readonly [first: number, end: number]>
}

/**
 * Geography has no year: GeoDist measures it once. Its figures hold in every year.
 */
const timeless = /^(distance|shared-(border|official-language|spoken-language)$|colonial-link|common-coloniser$|same-country$)/

/** The order of states in SQL; a position counts from 1. */
export const isoList: string = `[${panelStates.map(({ iso3 }) => `'${iso3}'`).join(', ')}]`

/** The calendar year of a row: its period is the year, one day of it, or several whole years of which it is the last. Rows of months and quarters have none. */
const yearOfRow = `CASE WHEN start_date = end_date OR (start_date LIKE '%-01-01' AND end_date LIKE '%-12-31') THEN end_date[:4]::INTEGER END`

/**
 * Reads an indicator whose figures are rows of `observations`. A column has one unit, that of most rows, since currencies are not converted. Of several
 * sources with a figure for one cell the one with the most rows of the indicator goes first, and of several reports in it that of the receiving side.
 */
export async function observationSeries(inputs: PanelInputs, indicator: Indicator): Promise<PanelSeries> {
  const { unit, sources, left } = await unitAndSources(inputs, indicator)
  const rows = await rowsOf(inputs, indicator, unit, sources)
  const missing = await MissingRows.of(inputs, { indicator: indicator.id, relation: indicator.relation, unit, sources })
  const held = timeless.test(indicator.id) ? [...rows.years.values()][0] : undefined
  return {
    id: indicator.id,
    title: indicator.title,
    unit,
    directed: indicator.relation === 'directed',
    definition: indicator.definition,
    limits: `${indicator.limits}${left}`,
    year:
      held === undefined
        ? indicator.isSpell === true
          ? 'calendar year, on one day of it at least'
          : 'calendar year; for a stock the last day in it with a figure; for several years together the last of them'
        : 'none: measured once, and repeated in every year',
    ...{ sources, sourceTexts: sources, oneSourceEach: sources.length > 1 },
    fill(year, cells) {
      const span = held ?? rows.years.get(year)
      if (span !== undefined) write(rows, span, indicator.relation === 'undirected', cells)
      missing.explain(year, cells)
    },
  }
}

function write(rows: YearRows, [first, end]: readonly [number, number], isUndirected: boolean, cells: PanelCells): void {
  const n = panelStates.length
  for (let at = first; at < end; at++) {
    const [i, j] = [rows.from[at]!, rows.to[at]!]
    const [x, y] = isUndirected && j < i ? [j, i] : [i, j]
    cells.set(x * n + y, rows.value[at]!, rows.estimated[at] === 1 ? estimated : observed, rows.source[at]! + 1)
  }
}

/** Number of the rows that a source has in a unit. */
export interface SourceCount {
  readonly unit: string
  readonly source: string
  readonly n: number
}

/** The unit of a column, and where its rows come from. */
export interface UnitAndSources {
  readonly unit: string
  /** The source with the most rows first; a row of several sources has their ids with a blank between. */
  readonly sources: readonly string[]
  /** Names rows in other units, as a sentence; empty where there are none. */
  readonly left: string
}

/** SQL: the years of a row as a list; NULL where it has none. */
function yearsOfRow({ isSpell }: Indicator): string {
  return isSpell === true
    ? 'range(start_date[:4]::INTEGER, end_date[:4]::INTEGER + 1)'
    : `CASE WHEN ${yearOfRow} IS NOT NULL THEN [${yearOfRow}] END`
}

/** SQL: the day by which a row is known: a spell from its beginning on. */
function dayOfRow({ isSpell }: Indicator): string {
  return isSpell === true ? 'start_date' : 'end_date'
}

async function unitAndSources({ snapshot, to }: PanelInputs, indicator: Indicator): Promise<UnitAndSources> {
  const { id, unit } = indicator
  const found = (await snapshot.rows(
    `SELECT unit, source, count(*)::INTEGER AS n FROM observations
     WHERE indicator = $id AND ${dayOfRow(indicator)} <= $to AND value IS NOT NULL AND ${yearsOfRow(indicator)} IS NOT NULL
       AND list_contains(${isoList}, from_id) AND list_contains(${isoList}, to_id)
     GROUP BY ALL ORDER BY n DESC, source`,
    { id, to },
  )) as unknown as SourceCount[]
  return sourcesInUnit(found, rowsByUnit(found)[0]?.[0] ?? unit)
}

function rowsByUnit(counts: readonly SourceCount[]): [unit: string, rows: number][] {
  const sums = new Map<string, number>()
  for (const { unit, n } of counts) sums.set(unit, (sums.get(unit) ?? 0) + n)
  return [...sums].sort(([, x], [, y]) => y - x)
}

/** Returns the sources of the rows in a unit, and the sentence on the rows in others. */
export function sourcesInUnit(counts: readonly SourceCount[], unit: string): UnitAndSources {
  const others = rowsByUnit(counts).filter(([name]) => name !== unit)
  const left = others.map(([name, rows]) => `${rows.toLocaleString('en-US')} in ${name}`).join(', ')
  return {
    unit,
    sources: counts.filter((row) => row.unit === unit).map(({ source }) => source),
    left: left === '' ? '' : ` Figures in other units are left out, since currencies are not converted: ${left}.`,
  }
}

async function rowsOf({ snapshot, to }: PanelInputs, indicator: Indicator, unit: string, sources: readonly string[]): Promise<YearRows> {
  const { id, isSpell } = indicator
  const columns = await snapshot.columns(
    `WITH own AS (
       SELECT list_position(${isoList}, from_id) AS i, list_position(${isoList}, to_id) AS j, unnest(${yearsOfRow(indicator)}) AS year,
         list_position(string_split($sources, ' '), source) AS rank, coalesce(reporter = to_id, false) AS receiving, coalesce(reporter, '') AS reporter,
         end_date, (status = 'estimated')::INTEGER AS estimated, value
       FROM observations WHERE indicator = $id AND unit = $unit AND ${dayOfRow(indicator)} <= $to AND value IS NOT NULL)
     SELECT i - 1 AS i, j - 1 AS j, year, rank - 1 AS source, estimated, value FROM own
     WHERE i IS NOT NULL AND j IS NOT NULL AND i <> j AND year IS NOT NULL AND rank > 0
     ORDER BY year, rank DESC, ${isSpell === true ? 'value DESC, ' : ''}receiving, reporter DESC, end_date, i, j`,
    { id, unit, to, sources: sources.join(' ') },
  )
  const list = (name: string): number[] => (columns[name] ?? []) as number[]
  return {
    from: Int32Array.from(list('i')),
    to: Int32Array.from(list('j')),
    source: Uint8Array.from(list('source')),
    estimated: Uint8Array.from(list('estimated')),
    value: Float64Array.from(list('value')),
    years: spansOf(list('year')),
  }
}

/** Returns where each year begins and ends in a sorted list. */
export function spansOf(years: readonly number[]): Map<number, readonly [first: number, end: number]> {
  const spans = new Map<number, readonly [number, number]>()
  for (let at = 0; at < years.length; ) {
    const first = at
    while (years[at] === years[first]) at++
    spans.set(years[first]!, [first, at])
  }
  return spans
}
