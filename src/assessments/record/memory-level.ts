import { type FigureRow, figureOf, type PairFigures } from '../../memory/index.ts'
import type { State } from '../../states/index.ts'
import type { Evidence, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { formatFigure } from '../forms/wording.ts'
import { inList } from '../rows/conditions.ts'
import { knownFigure } from './memory-figure.ts'

/** One of the two directions of a pair. */
export interface Direction {
  readonly from: State
  readonly to: State
  readonly way: 'a-to-b' | 'b-to-a'
}

/** A directed figure of the memory on a page. */
export interface LevelFound {
  readonly row: FigureRow
  readonly level: Known
  /** Its place among all pairs and its change in ten years by the same source and reporter, where there are any. */
  readonly beside: readonly Known[]
}

/** The two directions of a pair. */
export function directionsOf({ dyad: { a, b } }: Pick<DomainInputs, 'dyad'>): readonly [Direction, Direction] {
  return [
    { from: a, to: b, way: 'a-to-b' },
    { from: b, to: a, way: 'b-to-a' },
  ]
}

/**
 * Returns the level of a directed figure on the last day of the page, with its place and change; undefined without a row.
 *
 * @param indicators   of the observations behind it; all that the figure is worked out from, unless given
 */
export function levelFound(
  { dyad }: Pick<DomainInputs, 'dyad'>,
  figures: PairFigures,
  id: string,
  { from, to, way }: Direction,
  indicators: readonly string[] = figureOf(id).from.indicators!,
): LevelFound | undefined {
  const row = figures.level(id, from.iso3, to.iso3, dyad.to)
  if (row === undefined) return undefined
  const level = knownFigure(figureOf(id), row, dyad, way === 'a-to-b' ? 'a' : 'b', [observationsBehind(row, indicators)])
  const early = figures
    .series(id, from.iso3, to.iso3, dyad.to)
    .find(({ year, source, reporter }) => year === row.year - 10 && source === row.source && reporter === row.reporter)
  const change = early === undefined || (early.value === 0 && row.value === 0) ? [] : [changeOf(level, row, early, indicators)]
  return { row, level, beside: [...placeOf(level, row, indicators), ...change] }
}

/** Returns another directed figure of the same rows, such as a share, as it stands on the last day; `ends` says which observations are behind it. */
export function figureBeside(
  { dyad }: Pick<DomainInputs, 'dyad'>,
  figures: PairFigures,
  id: string,
  { from, to, way }: Direction,
  behind: (row: FigureRow) => readonly Evidence[],
): Known[] {
  const row = figures.level(id, from.iso3, to.iso3, dyad.to)
  return row === undefined ? [] : [knownFigure(figureOf(id), row, dyad, way === 'a-to-b' ? 'a' : 'b', behind(row))]
}

/** The observations of a year between the two that a row was made from. */
export function observationsBehind({ source, vintage, a, b, year, n }: FigureRow, indicators: readonly string[], ends?: string): Evidence {
  const [first] = source.split(' ') as [string]
  return {
    ...{ source: first, vintage, count: n ?? 1 },
    rows: `${inYear(first, indicators, year)} and ${ends ?? `from_id = '${a}' and to_id = '${b}'`}`,
  }
}

function inYear(source: string, indicators: readonly string[], year: number): string {
  return `observations where source = '${source}' and indicator in ${inList(indicators)} and start_date >= '${year}-01-01' and end_date <= '${year}-12-31' and value is not null`
}

function placeOf(level: Known, { figure, place, among, source, vintage, year }: FigureRow, indicators: readonly string[]): Known[] {
  if (place === null || among === null) return []
  const { peers } = figureOf(figure).place!
  const qualify = peers === undefined ? '' : ` qualify ${peers}`
  return [
    {
      ...level,
      id: `${level.id}.percentile`,
      label: `percentile among the ${among} pairs that ${source} has`,
      unit: 'percentile',
      value: place,
      interval: 'exact',
      method: `mid-rank among the ${among} pairs, from one state to another, for which ${source} has more than nothing in ${year}`,
      evidence: [
        { source, vintage, rows: `${inYear(source, indicators, year)} and 'WLD' not in (from_id, to_id)${qualify}`, count: among },
      ],
    },
  ]
}

function changeOf(level: Known, row: FigureRow, early: FigureRow, indicators: readonly string[]): Known {
  return {
    ...level,
    id: `${level.id}.change`,
    label: 'change in ten years',
    period: `${early.year}/${row.year}`,
    value: row.value - early.value,
    interval: 'exact',
    certainty: 'one report',
    method: `less ${formatFigure(early.value, row.unit)} of ${early.year}, same source${row.unit === 'USD' ? ', at current prices' : ''}`,
    evidence: [...level.evidence, observationsBehind(early, indicators)],
  }
}
