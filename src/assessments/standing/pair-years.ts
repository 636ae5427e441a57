import { type Span, type State, states } from '../../states/index.ts'

/** A pair in a year: the two states, the last day of the year on which both existed, and the first year of that time together. */
export interface PairInYear {
  readonly a: State
  readonly b: State
  readonly day: string
  readonly first: number
}

/**
 * The day of a year on which a pair is placed: the last on which both were states, not after the day of the record.
 *
 * @returns undefined if they were not states on one day of the year
 */
export function pairInYear(a: State, b: State, year: number, lastDay: string): PairInYear | undefined {
  const end = [`${year}-12-31`, lastDay].sort()[0]!
  const [one, other] = [spanIn(a, year, end), spanIn(b, year, end)]
  if (one === undefined || other === undefined) return undefined
  const from = one.from > other.from ? one.from : other.from
  const day = [end, one.to ?? end, other.to ?? end].sort()[0]!
  return from > day ? undefined : { a, b, day, first: Number(from.slice(0, 4)) }
}

/** All pairs of a year, each once, the two in the order of their codes. */
export function pairsInYear(year: number, lastDay: string): PairInYear[] {
  const end = [`${year}-12-31`, lastDay].sort()[0]!
  const alive = states.filter((state) => spanIn(state, year, end) !== undefined)
  return alive.flatMap((a, i) => alive.slice(i + 1).flatMap((b) => pairInYear(a, b, year, lastDay) ?? []))
}

/** The last time of statehood that touches the year by its end. */
function spanIn({ spans }: State, year: number, end: string): Span | undefined {
  return spans.filter(({ from, to }) => from <= end && (to === null || to >= `${year}-01-01`)).at(-1)
}
