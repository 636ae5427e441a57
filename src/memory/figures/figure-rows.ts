import type { Cell, Snapshot } from '../../store/index.ts'
import { figures } from '../catalogue/catalogue.ts'
import { openMemory } from '../memory.ts'

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
}

/** The figures of a pair, of all years. */
export class PairFigures {
  private readonly byKey: ReadonlyMap<string, readonly FigureRow[]>

  /** @param rows   by figure, first party and year */
  constructor(rows: Iterable<FigureRow>) {
    const byKey = new Map<string, FigureRow[]>()
    for (const row of rows) {
      const key = `${row.figure} ${row.a}`
      const own = byKey.get(key)
      if (own === undefined) byKey.set(key, [row])
      else own.push(row)
    }
    this.byKey = byKey
  }

  /**
   * The rows of a figure by year that may be seen on a day, in one unit: US dollars where it has any, else the first unit by name, since no currency is converted.
   *
   * @param a   the party whose figure it is; for a figure of the pair either of the two
   */
  series(figure: string, a: string, b: string, day: string): readonly FigureRow[] {
    const rows = this.byKey.get(`${figure} ${ofPairs.has(figure) && b < a ? b : a}`) ?? []
    const seen = rows.filter((row) => row.seen <= day)
    const unit = preferredUnit(seen)
    return seen.filter((row) => row.unit === unit)
  }

  /** The level of a figure on a day: see `levelOf`. */
  level(figure: string, a: string, b: string, day: string): FigureRow | undefined {
    return levelOf(this.series(figure, a, b, day))
  }
}

/** Figures of the pair: of a directed one that A lacks, that of B never stands in its place. */
const ofPairs: ReadonlySet<string> = new Set(figures.filter(({ of }) => of === 'pair').map(({ id }) => id))

function preferredUnit(rows: readonly FigureRow[]): string | undefined {
  const units = [...new Set(rows.map(({ unit }) => unit))].sort()
  return units.includes('USD') ? 'USD' : units[0]
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

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

interface Kept {
  readonly pairs: Map<string, Promise<PairFigures>>
  /** The state of which the figures with every later one are read, and they. */
  state?: { readonly iso3: string; readonly figures: Promise<ReadonlyMap<string, PairFigures>> }
}

const kept = new WeakMap<Snapshot, Kept>()

/** Beyond this many, the pair asked for first is forgotten. */
const mostKept = 2048

const ordered = 'ORDER BY pair, figure, a, year, unit'

/** Returns the figures of a pair, in whichever order the two are given: read once for a snapshot, in some milliseconds. */
export async function figuresOf(snapshot: Snapshot, a: string, b: string): Promise<PairFigures> {
  const own = keptOf(snapshot)
  const pair = pairOf(a, b)
  if (own.state !== undefined && pair.startsWith(`${own.state.iso3} `)) return (await own.state.figures).get(pair) ?? new PairFigures([])
  const known = own.pairs.get(pair)
  if (known !== undefined) return known
  const found = readPair(snapshot, pair)
  if (own.pairs.size >= mostKept) own.pairs.delete(own.pairs.keys().next().value!)
  own.pairs.set(pair, found)
  found.catch(() => own.pairs.delete(pair))
  return found
}

function keptOf(snapshot: Snapshot): Kept {
  const own = kept.get(snapshot) ?? { pairs: new Map() }
  kept.set(snapshot, own)
  return own
}

async function readPair(snapshot: Snapshot, pair: string): Promise<PairFigures> {
  await openMemory(snapshot)
  return new PairFigures(rowsOf(await snapshot.columns(`SELECT * FROM figures WHERE pair = $pair ${ordered}`, { pair })))
}

/**
 * Reads the figures of a state with every state that comes after it in the order of their codes, in one question, for a caller that asks for all pairs in that
 * order. They are forgotten with the next state.
 */
export async function readFiguresFrom(snapshot: Snapshot, iso3: string): Promise<void> {
  const own = keptOf(snapshot)
  if (own.state?.iso3 === iso3) return
  await openMemory(snapshot)
  const figures = snapshot
    .columns(`SELECT * FROM figures WHERE pair > $first AND pair < $last ${ordered}`, { first: `${iso3} `, last: `${iso3}~` })
    .then((columns) => byPair(columns))
  own.state = { iso3, figures }
  await figures
}

function byPair(columns: Readonly<Record<string, Cell[]>>): ReadonlyMap<string, PairFigures> {
  const rows = new Map<string, FigureRow[]>()
  for (const row of rowsOf(columns)) {
    const pair = pairOf(row.a, row.b)
    const own = rows.get(pair)
    if (own === undefined) rows.set(pair, [row])
    else own.push(row)
  }
  return new Map([...rows].map(([pair, own]) => [pair, new PairFigures(own)]))
}

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
]

/** Makes rows from the columns of the view `figures`. */
export function rowsOf(columns: Readonly<Record<string, Cell[]>>): FigureRow[] {
  const count = columns['figure']?.length ?? 0
  return Array.from({ length: count }, (_, i) => Object.fromEntries(names.map((name) => [name, columns[name]![i]])) as unknown as FigureRow)
}
