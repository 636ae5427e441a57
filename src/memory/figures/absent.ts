import { existedIn, stateOf } from '../../states/index.ts'
import type { Manifest } from '../../store/index.ts'
import type { Figure, Universe } from '../catalogue/figure.ts'

/** What it means that a figure has no row for a pair: `value` in each of these years, by a list that has every row of its kind. */
export interface AbsentFigure {
  readonly universe: Universe
  /** The years that the list covers by the day and in which both existed. */
  readonly years: readonly number[]
  /** Null where there is nothing to tell, such as the year of a last conflict. */
  readonly value: number | null
}

/** Returns what it means that a figure has no row for a pair on a day; undefined where that is not known. */
export function absentFigure(
  { absent }: Pick<Figure, 'absent'>,
  manifest: Manifest,
  [a, b]: readonly [string, string],
  day: string,
): AbsentFigure | undefined {
  const universe = absent.means === 'none' ? absent.within(manifest) : undefined
  if (universe === undefined || absent.means !== 'none') return undefined
  return { universe, years: yearsCovered(universe, [a, b], day), value: absent.value }
}

/** Returns the years of a list, up to a day, in which both states existed. */
export function yearsCovered({ from, to }: Pick<Universe, 'from' | 'to'>, [a, b]: readonly [string, string], day: string): number[] {
  const other = new Set(yearsOfState(b))
  return yearsOfState(a).filter((year) => year >= from && year <= to && `${year}-12-31` <= day && other.has(year))
}

const [first, last] = [1816, 2100]

const ofStates = new Map<string, readonly number[]>()

/** The years in which a state existed, worked out once: every pair of states asks for them. */
function yearsOfState(iso3: string): readonly number[] {
  const state = stateOf(iso3)!
  const known = ofStates.get(iso3) ?? Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => existedIn(state, year))
  ofStates.set(iso3, known)
  return known
}
