import type { Snapshot } from '../../store/index.ts'
import { type Catalogue, catalogue, figuresIn } from '../catalogue/catalogue.ts'
import { catalogueOf, openMemory } from '../memory.ts'
import { type FigureRow, figureRowsOf, levelOf } from './figure-row.ts'
import { PairCache, pairOf } from './pair-cache.ts'
import { quotientsOf } from './quotients.ts'

/** The figures of a pair, of all years. */
export class PairFigures {
  private readonly byKey: ReadonlyMap<string, readonly FigureRow[]>
  private readonly directed: ReadonlySet<string>

  /**
   * @param rows   by figure, first party and year
   * @param own   the catalogue that says which figures are directed
   */
  constructor(rows: Iterable<FigureRow>, own: Catalogue = catalogue) {
    const byKey = new Map<string, FigureRow[]>()
    for (const row of rows) {
      const key = `${row.figure} ${row.a}`
      const found = byKey.get(key)
      if (found === undefined) byKey.set(key, [row])
      else found.push(row)
    }
    this.byKey = byKey
    this.directed = directedIn(own)
  }

  /**
   * The rows of a figure by year that may be seen on a day, in one unit: US dollars where it has any, else the first unit by name, since no currency is converted.
   *
   * @param a   the party whose figure it is; for a figure of the pair either of the two. A directed figure of one party is never that of the other.
   */
  series(figure: string, a: string, b: string, day: string): readonly FigureRow[] {
    const [first, second] = this.directed.has(figure) || a < b ? [a, b] : [b, a]
    const rows = this.byKey.get(`${figure} ${first}`) ?? []
    const seen = rows.filter((row) => row.seen <= day && row.b === second)
    const unit = preferredUnit(seen)
    return seen.filter((row) => row.unit === unit)
  }

  /** The level of a figure on a day: see `levelOf`. */
  level(figure: string, a: string, b: string, day: string): FigureRow | undefined {
    return levelOf(this.series(figure, a, b, day))
  }
}

const directedBy = new WeakMap<Catalogue, ReadonlySet<string>>()

function directedIn(own: Catalogue): ReadonlySet<string> {
  const found = directedBy.get(own) ?? new Set(figuresIn(own).flatMap(({ id, of }) => (of === 'directed' ? [id] : [])))
  directedBy.set(own, found)
  return found
}

function preferredUnit(rows: readonly FigureRow[]): string | undefined {
  const units = [...new Set(rows.map(({ unit }) => unit))].sort()
  return units.includes('USD') ? 'USD' : units[0]
}

const kept = new PairCache(readPairs, new PairFigures([]))

/** Returns the figures of a pair, in whichever order the two are given: read once for a snapshot, in some milliseconds. */
export function figuresOf(snapshot: Snapshot, a: string, b: string): Promise<PairFigures> {
  return kept.of(snapshot, a, b)
}

/** Reads the figures of a state with every state that comes after it: see `PairCache`. */
export function readFiguresFrom(snapshot: Snapshot, iso3: string): Promise<void> {
  return kept.readFrom(snapshot, iso3)
}

async function readPairs(snapshot: Snapshot, where: string): Promise<ReadonlyMap<string, PairFigures>> {
  await openMemory(snapshot)
  const own = catalogueOf(snapshot)
  // worked out here, quotients take no time; joined to the question of a pair, they took as long to plan as all its rows to read
  const [columns, quotients] = await Promise.all([
    snapshot.columns(`SELECT * FROM stored_figures WHERE ${where} ORDER BY pair, figure, a, year, unit`),
    quotientsOf(snapshot, own),
  ])
  const byPair = new Map<string, FigureRow[]>()
  for (const row of figureRowsOf(columns)) {
    const pair = pairOf(row.a, row.b)
    const found = byPair.get(pair)
    if (found === undefined) byPair.set(pair, [row])
    else found.push(row)
  }
  return new Map([...byPair].map(([pair, rows]) => [pair, new PairFigures([...rows, ...quotients.flatMap((make) => make(rows))], own)]))
}
