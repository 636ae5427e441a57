import { listNumbersIn } from '../../states/index.ts'
import { panelFlags } from './panel-flags.ts'
import { StatesOfYear } from './panel-pairs.ts'
import { PanelCells, type PanelSeries, pairCell, panelStates, statePlace } from './panel-series.ts'

/** Which rows a panel has. */
export interface PanelScope {
  readonly from: number
  readonly to: number
  /** Last day of all figures. */
  readonly lastDay: string
  /** Whether each pair has two rows a year, one from each side. */
  readonly directed: boolean
  /** Only pairs of two of these states; undefined: of all. */
  readonly states?: readonly string[] | undefined
  /** Only these pairs; undefined: all. */
  readonly pairs?: readonly (readonly [a: string, b: string])[] | undefined
}

/** One series in one direction: three columns of a panel, its value, its flag and, where it has several, its source. */
export interface PanelFigure {
  readonly series: PanelSeries
  /** `ab`: from the first state to the second; `ba`: back; null: of the pair. */
  readonly way: 'ab' | 'ba' | null
}

/** The rows of one year. */
export interface PanelBlock {
  readonly year: number
  readonly count: number
  /** Place of the two states among `panelStates`. */
  readonly a: Uint16Array
  readonly b: Uint16Array
  /** Numbers of each of `panelStates` in the year in the lists of Correlates of War and of Gleditsch and Ward; 0 where it has none. */
  readonly cow: Uint16Array
  readonly gw: Uint16Array
  /** By figure: value (NaN where missing), flag, and source counted from 1 (0 where there is none). */
  readonly values: readonly Float64Array[]
  readonly flags: readonly Uint8Array[]
  readonly sources: readonly Uint8Array[]
}

/**
 * The figures of a panel in the order of its columns. A directed series has one figure in a directed panel, and two in an undirected one.
 */
export function panelFigures(series: readonly PanelSeries[], directed: boolean): PanelFigure[] {
  return series.flatMap((one): PanelFigure[] => {
    if (!one.directed) return [{ series: one, way: null }]
    return directed
      ? [{ series: one, way: 'ab' }]
      : [
          { series: one, way: 'ab' },
          { series: one, way: 'ba' },
        ]
  })
}

/** Makes the rows of a panel year by year, so that memory does not grow with their number. Sorted by year, first and second state. */
export function* panelBlocks(scope: PanelScope, series: readonly PanelSeries[]): Generator<PanelBlock> {
  const figures = panelFigures(series, scope.directed)
  const cells = series.map(() => new PanelCells())
  for (let year = scope.from; year <= scope.to; year++) {
    const { a, b } = rowsIn(scope, year)
    for (const [s, one] of series.entries()) {
      cells[s]!.clear()
      one.fill(year, cells[s]!)
    }
    const block: PanelBlock = {
      ...{ year, count: a.length, a, b },
      cow: panelStatesNumbers('cow', year),
      gw: panelStatesNumbers('gw', year),
      values: figures.map(() => new Float64Array(a.length)),
      flags: figures.map(() => new Uint8Array(a.length)),
      sources: figures.map(() => new Uint8Array(a.length)),
    }
    for (const [f, figure] of figures.entries()) copyFigure(figure, cells[series.indexOf(figure.series)]!, block, f)
    yield block
  }
}

function copyFigure({ way }: PanelFigure, cells: PanelCells, { a, b, count, values, flags, sources }: PanelBlock, f: number): void {
  const [value, flag, source] = [values[f]!, flags[f]!, sources[f]!]
  for (let row = 0; row < count; row++) {
    const [i, j] = [a[row]!, b[row]!]
    const at = way === null ? pairCell(i, j) : way === 'ab' ? i * panelStates.length + j : j * panelStates.length + i
    value[row] = cells.values[at]!
    flag[row] = cells.flags[at]!
    source[row] = cells.sources[at]!
  }
}

/** Counts the rows of a panel without making them. */
export function countRows(scope: PanelScope): number {
  let rows = 0
  for (let year = scope.from; year <= scope.to; year++) rows += rowsIn(scope, year).a.length
  return rows
}

function rowsIn({ lastDay, directed, states, pairs }: PanelScope, year: number): { a: Uint16Array; b: Uint16Array } {
  const [a, b]: [number[], number[]] = [[], []]
  const inYear = new StatesOfYear(year, lastDay)
  const living = new Set(inYear.alive)
  const add = (i: number, j: number): void => {
    if (!living.has(i) || !living.has(j) || inYear.dayOf(i, j) === undefined) return
    a.push(i)
    b.push(j)
  }
  if (pairs !== undefined) {
    const wanted = pairs.map((pair) => pair.map((iso3) => statePlace(iso3)!).sort((x, y) => x - y) as [number, number])
    const all = directed ? wanted.flatMap(([i, j]) => [[i, j] as const, [j, i] as const]) : wanted
    for (const [i, j] of all.sort(([i, j], [k, l]) => i - k || j - l)) add(i, j)
  } else {
    const only = states === undefined ? undefined : new Set(states)
    const alive = inYear.alive.filter((at) => only?.has(panelStates[at]!.iso3) !== false)
    for (const i of alive) for (const j of alive) if (directed ? i !== j : i < j) add(i, j)
  }
  return { a: Uint16Array.from(a), b: Uint16Array.from(b) }
}

/** The number that each state has in a list in a year, the last one where it changed; 0 where the list lacks it. */
function panelStatesNumbers(list: 'cow' | 'gw', year: number): Uint16Array {
  return Uint16Array.from(panelStates, (state) => listNumbersIn(state, year)[list] ?? 0)
}

/** How many rows of a figure have each flag, in the order of `panelFlags`. */
export function tallyFlags(flags: Uint8Array, tally: Float64Array): void {
  for (const flag of flags) tally[flag - 1]!++
}

/** An empty tally. */
export function noFlags(): Float64Array {
  return new Float64Array(panelFlags.length)
}
