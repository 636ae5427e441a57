import { existedIn, stateOf } from '../../states/index.ts'
import type { Manifest, Snapshot } from '../../store/index.ts'
import type { Figure, Universe } from '../catalogue/figure.ts'
import type { FigureRow } from './figure-row.ts'
import { figuresOf } from './pair-figures.ts'

/**
 * What is known of a figure of two parties on a day: the row that stands for it; or without a row, none observed by a source that has every row of its kind; or
 * a figure that does not apply; or nothing, and why.
 */
export type FigureOn =
  | { readonly state: 'row'; readonly row: FigureRow }
  | (Absence & { readonly state: 'none'; readonly value: number })
  | (Absence & { readonly state: 'not-applicable' })
  | { readonly state: 'unknown'; readonly reason: string }

/** Where absence rests: the latest year that the source covers, that is over by the day, and in which both existed. */
interface Absence {
  readonly year: number
  readonly source: string
  readonly vintage: string
}

/**
 * Returns what is known of a figure of A (towards B) on a day. No row is never zero by itself: it is zero only where a source has every row of its kind for the
 * year, and both states existed.
 */
export async function figureOn(snapshot: Snapshot, figure: Figure, a: string, b: string, day: string): Promise<FigureOn> {
  const row = (await figuresOf(snapshot, a, b)).level(figure.id, a, b, day)
  if (row === undefined) return absenceOn(snapshot, figure, a, b, day)
  // a figure such as the last year of conflict has rows in years in which it has no value yet
  const { year, source, vintage } = row
  return (row.value as number | null) === null ? { state: 'not-applicable', year, source, vintage } : { state: 'row', row }
}

/** Returns what it means that a figure has no row for two states by a day. */
export function absenceOn(
  { manifest }: Pick<Snapshot, 'manifest'>,
  { absent }: Pick<Figure, 'absent'>,
  a: string,
  b: string,
  day: string,
): Exclude<FigureOn, { state: 'row' }> {
  if (absent.means === 'unknown') return { state: 'unknown', reason: 'the record has no such figure of the two' }
  const universe = absent.within(manifest)
  if (universe === undefined) return { state: 'unknown', reason: 'the record has no source that lists all of them' }
  const year = lastCommonYear(universe, a, b, day)
  const { source, vintage } = universe
  if (year === undefined) return { state: 'unknown', reason: whyNot(universe, a, b, day) }
  return absent.value === null
    ? { state: 'not-applicable', year, source, vintage }
    : { state: 'none', value: absent.value, year, source, vintage }
}

/** Returns the last year that is covered, over by the day, and one in which both existed; undefined if there is none. */
function lastCommonYear({ from, to }: Universe, a: string, b: string, day: string): number | undefined {
  const states = [stateOf(a), stateOf(b)]
  if (states.includes(undefined)) return undefined
  for (let year = Math.min(to, lastFullYear(day)); year >= from; year--) if (states.every((state) => existedIn(state!, year))) return year
  return undefined
}

function lastFullYear(day: string): number {
  const year = Number(day.slice(0, 4))
  return day.endsWith('-12-31') ? year : year - 1
}

function whyNot({ source, from, to }: Universe, a: string, b: string, day: string): string {
  const missing = [a, b].find((code) => stateOf(code) === undefined)
  if (missing !== undefined) return `${missing} is not a state that ${source} could list`
  if (lastFullYear(day) < from) return `${source} begins in ${from}`
  return `the two did not both exist in a year that ${source} covers (${from} to ${to})`
}

/** Returns what absence means in each year of a figure without any row, up to a day: those that its source covers and in which both existed. */
export function absentYears(
  snapshot: Pick<Snapshot, 'manifest'>,
  figure: Pick<Figure, 'absent'>,
  [a, b]: readonly [string, string],
  day: string,
): Exclude<FigureOn, { state: 'row' | 'unknown' }>[] {
  const { absent } = figure
  const universe = absent.means === 'none' ? absent.within(snapshot.manifest) : undefined
  if (universe === undefined) return []
  return yearsCovered(universe, [a, b], day).flatMap((year) => {
    const found = absenceOn(snapshot, figure, a, b, `${year}-12-31`)
    return found.state !== 'unknown' && found.year === year ? [found] : []
  })
}

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
