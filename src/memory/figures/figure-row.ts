import type { Cell } from '../../store/index.ts'

/** One figure of a pair in a year, as the memory holds it. */
export interface FigureRow {
  readonly figure: string
  /** A figure of A towards B; for a figure of the pair the two are in the order of their codes. */
  readonly a: string
  readonly b: string
  readonly year: number
  readonly unit: string
  readonly value: number
  /** Ends of the interval; null where the value is exact. */
  readonly low: number | null
  readonly high: number | null
  readonly status: 'observed' | 'estimated'
  /** Observed, or reconciled from the reports of both: not an estimate that fills a gap. */
  readonly firm: boolean
  readonly certainty: 'one report' | 'at least' | 'at most' | null
  readonly reporter: string | null
  /** Ids of the sources, with a blank between. */
  readonly source: string
  readonly vintage: string
  readonly n: number | null
  /** The day from which on it may be seen. */
  readonly seen: string
  /** Mid-rank percentile among the rows that the declaration names, and their number; null where it has none. */
  readonly place: number | null
  readonly among: number | null
  /** What a model rests on, by the name that its table gives it. */
  readonly basis: string | null
}

/**
 * Returns the row that stands for a figure among those that may be seen: the latest firm one; where none is firm, the latest.
 *
 * @example levelOf([{ year: 2020, firm: true }, { year: 2025, firm: false }])   // { year: 2020, firm: true }
 */
export function levelOf<Row extends Pick<FigureRow, 'year' | 'firm'>>(rows: readonly Row[]): Row | undefined {
  const firm = rows.filter((row) => row.firm)
  return (firm.length > 0 ? firm : rows).reduce<Row | undefined>(
    (last, row) => (last === undefined || row.year > last.year ? row : last),
    undefined,
  )
}

/** SQL: of each figure of each pair, the row that stands for it on `$day` (see `levelOf`). All pairs take some seconds. */
export const levelsSql = `SELECT * FROM (
    SELECT * FROM figures WHERE seen <= $day
    QUALIFY unit = first(unit) OVER (PARTITION BY pair, figure, a ORDER BY unit <> 'USD', unit))
  QUALIFY row_number() OVER (PARTITION BY pair, figure, a ORDER BY firm DESC, year DESC) = 1`

const names = [
  'figure',
  'a',
  'b',
  'year',
  'unit',
  'value',
  'low',
  'high',
  'status',
  'firm',
  'certainty',
  'reporter',
  'source',
  'vintage',
  'n',
  'seen',
  'place',
  'among',
  'basis',
]

/** Makes rows from the columns of the view `figures`. */
export function figureRowsOf(columns: Readonly<Record<string, Cell[]>>): FigureRow[] {
  const count = columns['figure']?.length ?? 0
  return Array.from({ length: count }, (_, i) => Object.fromEntries(names.map((name) => [name, columns[name]![i]])) as unknown as FigureRow)
}
