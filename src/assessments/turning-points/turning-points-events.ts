import { firstDay, lastDay } from '../forms/ledger-check.ts'
import type { Ledger, LedgerItem } from '../forms/ledger-item.ts'
import type { Break, BreakCluster, EventTest, NearEvent, TurningSeries } from '../forms/turning-points-form.ts'
import { counted } from '../forms/wording.ts'

const mostEvents = 3
/** The test needs this many break clusters: with fewer, every placement has about as many items as any other. */
const leastMoments = 3

/**
 * Finds the ledger items nearest in time to a break, at most three: those dated from the year before its interval to its end.
 * Proximity does not imply a cause.
 *
 * @param until   last day of the assessment; later items are left out
 * @returns       null where there is no ledger, or where it has no items and does not cover those years
 */
export function nearEvents(one: Pick<Break, 'year' | 'interval'>, ledger: Ledger | undefined, until: string): NearEvent[] | null {
  const [first, last] = [(one.interval?.low ?? one.year) - 1, one.interval?.high ?? one.year]
  if (ledger === undefined) return null
  const within = ledger.items.filter((item) => lastDay(item.date) <= until && yearOf(item) >= first && yearOf(item) <= last)
  if (within.length === 0 && (String(last) < ledger.from.slice(0, 4) || String(first) > ledger.to.slice(0, 4))) return null
  const beside = within.map((item) => eventOf(item, one.year))
  return beside.sort((x, y) => Math.abs(x.days) - Math.abs(y.days) || (x.id < y.id ? -1 : 1)).slice(0, mostEvents)
}

function yearOf(item: LedgerItem): number {
  return Number(item.date.slice(0, 4))
}

function eventOf(item: LedgerItem, year: number): NearEvent {
  const { id, date, sentence } = item
  const [first, last] = [dayNumber(firstDay(date)), dayNumber(lastDay(date))]
  return { id, date, sentence, days: Math.round((first + last) / 2) - dayNumber(`${year}-01-01`), about: date.length < 10 }
}

function dayNumber(day: string): number {
  return Date.parse(`${day.slice(0, 8)}01`) / 86_400_000 + Number(day.slice(8)) - 1
}

/**
 * Tests whether ledger items cluster around turning points. The items dated in the two years around each turning point
 * are summed. The sum is compared with all choices of as many years from those covered by the ledger in which a break
 * was detectable.
 *
 * p = choices with an equal or larger sum / all choices, counted exactly. Years are treated as exchangeable: the test
 * ignores that items grow denser towards the present and that breaks of one series keep a minimum distance.
 */
export function eventTest(
  moments: readonly BreakCluster[],
  series: readonly TurningSeries[],
  ledger: Ledger | undefined,
  until: string,
): EventTest {
  if (ledger === undefined) return { state: 'unknown', reason: 'there is no ledger of this pair' }
  const years = possibleYears(series, ledger, until)
  const inside = moments.filter(({ year }) => years.includes(year))
  if (inside.length < leastMoments) {
    const few = `${counted(inside.length, 'turning point lies', 'turning points lie')} in the years of which the ledger speaks, at least ${leastMoments} are needed`
    return { state: 'unknown', reason: few }
  }
  const items = ledger.items.filter((item) => lastDay(item.date) <= until)
  const weights = years.map((year) => items.filter((item) => yearOf(item) === year || yearOf(item) === year - 1).length)
  const observed = inside.reduce((sum, { year }) => sum + weights[years.indexOf(year)]!, 0)
  const { atLeast, all } = countSubsets(weights, inside.length, observed)
  return {
    state: 'observed',
    moments: inside.length,
    items: observed,
    expected: (inside.length * weights.reduce((sum, weight) => sum + weight, 0)) / years.length,
    p: atLeast / all,
    placements: all,
    from: years[0]!,
    to: years.at(-1)!,
  }
}

/** Returns the years in which a segment can begin in some run, with both years around the break covered by the ledger. */
function possibleYears(series: readonly TurningSeries[], ledger: Ledger, until: string): number[] {
  const first = Number(ledger.from.slice(0, 4)) + 1
  const last = Number((until < ledger.to ? until : ledger.to).slice(0, 4))
  const runs = series.flatMap((one) => one.runs).filter((run) => run.state === 'observed')
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter((year) =>
    runs.some((run) => year >= run.from + run.shortest! && year <= run.to - run.shortest! + 1),
  )
}

/**
 * Counts the k-subsets of the weights: those with at least a given sum, and all.
 *
 * @param weights   non-negative integers
 * @example countSubsets([1, 2, 3], 2, 4)   // { atLeast: 2, all: 3 }
 */
export function countSubsets(weights: readonly number[], k: number, least: number): { atLeast: number; all: number } {
  const most = weights.reduce((sum, weight) => sum + weight, 0)
  // ways[j][s]: number of choices of j weights with sum s
  const ways = Array.from({ length: k + 1 }, () => new Float64Array(most + 1))
  ways[0]![0] = 1
  for (const weight of weights) {
    for (let j = k; j >= 1; j--) for (let s = most; s >= weight; s--) ways[j]![s]! += ways[j - 1]![s - weight]!
  }
  const total = (from: number): number => ways[k]!.subarray(from).reduce((sum, count) => sum + count, 0)
  return { atLeast: total(least), all: total(0) }
}
