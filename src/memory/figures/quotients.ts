import type { Snapshot } from '../../store/index.ts'
import { type Catalogue, figuresIn } from '../catalogue/catalogue.ts'
import type { Figure } from '../catalogue/figure.ts'
import { viewOf } from '../steps/step.ts'
import type { FigureRow } from './figure-row.ts'

/** The size by which a quotient divides, by state and year (`CHN 2023`). */
type Sizes = ReadonlyMap<string, { readonly value: number; readonly source: string }>

/** Adds to the stored rows of a pair the rows of one figure that is worked out from them. */
type Derive = (rows: readonly FigureRow[]) => readonly FigureRow[]

const kept = new WeakMap<Snapshot, Promise<readonly Derive[]>>()

/** Returns what works out the derived figures of a pair, as the view `figures` does for all pairs. What they divide by is read once for a snapshot. */
export function quotientsOf(snapshot: Snapshot, own: Catalogue): Promise<readonly Derive[]> {
  const found =
    kept.get(snapshot) ?? Promise.all(figuresIn(own).flatMap((figure) => (figure.derived === undefined ? [] : [derive(snapshot, figure)])))
  kept.set(snapshot, found)
  found.catch(() => kept.delete(snapshot))
  return found
}

async function derive(snapshot: Snapshot, { id, derived }: Figure): Promise<Derive> {
  const rows = await snapshot.rows(`SELECT state, year, value, source FROM ${viewOf(derived!.by)}`)
  const sizes: Sizes = new Map(
    rows.map(({ state, year, value, source }) => [`${state} ${year}`, { value: Number(value), source: String(source) }]),
  )
  return (stored) =>
    stored
      .filter(({ figure, firm, unit }) => figure === derived!.of && firm && unit === 'USD')
      .flatMap((row) => [row, { ...row, a: row.b, b: row.a }])
      .flatMap((row) => {
        const [size, other] = [sizes.get(`${row.a} ${row.year}`), sizes.get(`${row.b} ${row.year}`)]
        if (size === undefined || other === undefined || size.value <= 0) return []
        return [
          {
            ...{ ...row, figure: id, unit: 'share', seen: `${row.year}-12-31`, source: `${row.source} ${size.source}` },
            ...{ value: row.value / size.value, low: over(row.low, size.value), high: over(row.high, size.value) },
            ...{ place: null, among: null, basis: null },
          },
        ]
      })
}

const over = (end: number | null, size: number): number | null => (end === null ? null : end / size)
