import { type Figure, openMemory, type Universe } from '../../memory/index.ts'
import { flagCode } from './panel-flags.ts'
import { explainThreshold } from './panel-missing-rows.ts'
import { isoList, type SourceCount, sourcesInUnit, spansOf, type UnitAndSources } from './panel-observations.ts'
import { eachPair } from './panel-pairs.ts'
import { type PanelCells, type PanelInputs, type PanelSeries, pairCell, panelStates } from './panel-series.ts'

const [observed, estimated, atLeast, atMost, zero, unknown, notApplicable] = (
  ['observed', 'estimated', 'at-least', 'at-most', 'zero', 'unknown', 'not-applicable'] as const
).map(flagCode) as [number, number, number, number, number, number, number]

const n = panelStates.length

/** Which side reports a row: the source reconciles both (or it is no report), A, or B. */
const [byNone, byA, byB] = [0, 1, 2]

/** Rows of a figure by year. */
interface FigureRows {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly value: Float64Array
  readonly flag: Uint8Array
  readonly by: Uint8Array
  /** Counted from 1. */
  readonly source: Uint8Array
  readonly years: ReadonlyMap<number, readonly [first: number, end: number]>
}

/**
 * A figure of the memory as a column. It has the unit that the figure is declared in, since currencies are not converted. A pair without a row is what the
 * declaration says: none within the universe of its source, else unknown.
 */
export async function figureSeries(inputs: PanelInputs, figure: Figure): Promise<PanelSeries> {
  await openMemory(inputs.snapshot)
  const { sources: texts, left } = await sourcesOf(inputs, figure)
  const rows = await rowsOf(inputs, figure, texts)
  const universe = figure.absent.means === 'none' ? figure.absent.within(inputs.snapshot.manifest) : undefined
  const directed = figure.of === 'directed'
  return {
    id: figure.id,
    ...(figure.column === undefined ? {} : { column: figure.column }),
    ...{ title: figure.title, unit: figure.unit, directed, definition: figure.definition, limits: `${figure.limits}${left}` },
    ...{ year: 'calendar year', sides: [', A the first state, B the second', ', A the second state, B the first'] },
    sources: [...new Set(texts.flatMap((text) => text.split(' ')))].filter((id) => inputs.cards.has(id)),
    sourceTexts: texts,
    oneSourceEach: texts.length > 1,
    fill(year, cells) {
      const span = rows.years.get(year)
      if (span !== undefined) write(rows, span, directed, cells)
      if (isCovered(universe, year, inputs.to)) writeNone(figure, year, cells)
      else if (figure.absent.means === 'unknown') {
        if (span !== undefined) explain(rows, span, directed, cells)
        if (figure.absent.listed !== undefined) explainThreshold(inputs, figure.absent.listed, year, cells)
      }
    },
  }
}

function isCovered(universe: Universe | undefined, year: number, to: string): boolean {
  return universe !== undefined && year >= universe.from && year <= universe.to && `${year}-12-31` <= to
}

async function sourcesOf({ snapshot, to }: PanelInputs, { id, unit }: Figure): Promise<UnitAndSources> {
  const found = (await snapshot.rows(
    `SELECT unit, source, count(*)::INTEGER AS n FROM figures WHERE figure = $id AND seen <= $to GROUP BY ALL ORDER BY n DESC, source`,
    { id, to },
  )) as unknown as SourceCount[]
  return sourcesInUnit(found, unit)
}

async function rowsOf({ snapshot, to }: PanelInputs, { id, unit }: Figure, texts: readonly string[]): Promise<FigureRows> {
  const columns = await snapshot.columns(
    `WITH own AS (
       SELECT year, list_position(${isoList}, a) AS i, list_position(${isoList}, b) AS j, value,
         CASE certainty WHEN 'at most' THEN ${atMost} WHEN 'at least' THEN ${atLeast} ELSE if(status = 'estimated', ${estimated}, ${observed}) END AS flag,
         CASE reporter WHEN a THEN ${byA} WHEN b THEN ${byB} ELSE ${byNone} END AS reported, list_position(string_split($texts, ','), source) AS source
       FROM figures WHERE figure = $id AND unit = $unit AND seen <= $to AND value IS NOT NULL)
     SELECT year, i - 1 AS i, j - 1 AS j, value, flag, reported, source FROM own WHERE i IS NOT NULL AND j IS NOT NULL ORDER BY year`,
    { id, unit, to, texts: texts.join(',') },
  )
  const list = (name: string): number[] => (columns[name] ?? []) as number[]
  return {
    a: Int32Array.from(list('i')),
    b: Int32Array.from(list('j')),
    value: Float64Array.from(list('value')),
    flag: Uint8Array.from(list('flag')),
    by: Uint8Array.from(list('reported')),
    source: Uint8Array.from(list('source')),
    years: spansOf(list('year')),
  }
}

function write(rows: FigureRows, [first, end]: readonly [number, number], directed: boolean, cells: PanelCells): void {
  for (let at = first; at < end; at++) {
    const [i, j] = [rows.a[at]!, rows.b[at]!]
    cells.set(directed ? i * n + j : pairCell(i, j), rows.value[at]!, rows.flag[at]!, rows.source[at]!)
  }
}

/** A pair of two states that existed, without a row in a year that the source covers for all of them. */
function writeNone({ absent, of }: Figure, year: number, cells: PanelCells): void {
  const value = absent.means === 'none' ? absent.value : null
  const none = (at: number): void => {
    if (!Number.isNaN(cells.values[at]!)) return
    // the source of a zero is the list that covers the year
    if (value === null) cells.explain(at, notApplicable)
    else cells.set(at, value, zero)
  }
  eachPair(year, (i, j) => {
    none(pairCell(i, j))
    if (of === 'directed') none(j * n + i)
  })
}

/** Without a row a pair is unknown where one of the two reports in the year, or where a source that names no reporter has rows of both; else it is not covered. */
function explain({ a, b, by }: FigureRows, [first, end]: readonly [number, number], directed: boolean, cells: PanelCells): void {
  const [listed, reporters] = [new Set<number>(), new Set<number>()]
  for (let at = first; at < end; at++) {
    if (by[at] === byNone) listed.add(a[at]!).add(b[at]!)
    else reporters.add(by[at] === byA ? a[at]! : b[at]!)
  }
  const say = (i: number, j: number): void => {
    cells.explain(pairCell(i, j), unknown)
    if (directed) cells.explain(pairCell(i, j) === i * n + j ? j * n + i : i * n + j, unknown)
  }
  for (const i of listed) for (const j of listed) if (i < j) say(i, j)
  for (const i of reporters) for (let j = 0; j < n; j++) if (i !== j) say(i, j)
}
