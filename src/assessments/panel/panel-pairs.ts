import { existedIn } from '../../states/index.ts'
import { panelStates } from './panel-series.ts'

/** The states of one year, and since when and until when each was a state in it. */
export class StatesOfYear {
  /** Places of the states of the year, in rising order. */
  readonly alive: readonly number[]
  readonly #from: readonly string[]
  readonly #to: readonly string[]
  readonly #first: string

  /**
   * @param lastDay   last day of all figures
   */
  constructor(year: number, lastDay: string) {
    const [first, end] = [`${year}-01-01`, lastDay < `${year}-12-31` ? lastDay : `${year}-12-31`]
    const spans = panelStates.map(({ spans: own }) => own.filter(({ from, to }) => from <= end && (to === null || to >= first)).at(-1))
    this.#first = first
    this.#from = spans.map((span) => (span === undefined || span.from < first ? first : span.from))
    this.#to = spans.map((span) => (span?.to == null || span.to > end ? end : span.to))
    this.alive = spans.flatMap((span, at) => (span === undefined ? [] : [at]))
  }

  /** The last day of the year on which both were states; undefined if they never were on one day. */
  dayOf(i: number, j: number): string | undefined {
    const [one, other] = [this.#to[i]!, this.#to[j]!]
    const day = one < other ? one : other
    // most states exist from the first day of the year to its end
    if (this.#from[i] === this.#first && this.#from[j] === this.#first) return day
    return this.#from[i]! > day || this.#from[j]! > day ? undefined : day
  }
}

/** Visits every pair of two states of a year once, the first by code first. */
export function eachPair(year: number, use: (i: number, j: number) => void): void {
  const alive = panelStates.flatMap((state, at) => (existedIn(state, year) ? [at] : []))
  for (const [k, i] of alive.entries()) for (const j of alive.slice(k + 1)) use(i, j)
}

/** The last day of a year, or in its own year the last day of all figures, or of a list. */
export function lastDayIn(year: number, ...lasts: readonly (string | undefined)[]): string {
  const ends = lasts.filter((last) => last?.startsWith(String(year)) === true) as string[]
  return [`${year}-12-31`, ...ends].sort()[0]!
}
