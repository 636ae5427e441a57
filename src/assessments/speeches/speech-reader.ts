import type { Evidence, Snapshot } from '../../store/index.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'

/** Similarity of the pair's speeches in a year. */
export interface SpeechYear {
  readonly year: number
  readonly similarity: number
  readonly se: number
}

/** The themes mentioned in a state's speeches of some years. */
export interface StateThemes {
  readonly words: number
  /** Mentions by theme. */
  readonly mentions: ReadonlyMap<string, number>
}

/** A condition that selects rows of the snapshot, and their number. */
export type RowsBehind = Pick<Evidence, 'rows' | 'count'>

/** Mean similarity over some years for every pair with data in all of them, sorted, and the rows behind. */
export interface SpeechPopulation {
  readonly values: Float64Array
  readonly behind: RowsBehind
}

/**
 * Where speech figures come from: the record, or texts that a user added. The domain reads all its data through this
 * interface.
 */
export interface SpeechReader {
  /** Id of the source card for the pair's figures. */
  readonly source: string
  /** Rows behind a figure of two states in the given years. */
  readonly behind: (a: string, b: string, years: readonly number[]) => RowsBehind
  /** All years in which both spoke, oldest first; a precedes b alphabetically. */
  readonly pair: (a: string, b: string) => Promise<readonly SpeechYear[]>
  readonly population: (years: readonly number[]) => Promise<SpeechPopulation>
  /** As `population`, but for two periods and only for the pairs with data in all years of both. */
  readonly bothEnds: (now: readonly number[], before: readonly number[]) => Promise<{ now: SpeechPopulation; before: SpeechPopulation }>
  /** A state's themes in the given years. */
  readonly themes: (state: string, years: readonly number[]) => Promise<StateThemes>
}

/** Reads the record's derived speech figures. */
export function recordedSpeeches(snapshot: Snapshot): SpeechReader {
  return {
    source: 'visavis-speeches',
    behind: (a, b, years) => ({
      rows: `speech_similarities where state_a = '${a}' and state_b = '${b}' and year in (${years.join(', ')})`,
      count: years.length,
    }),
    pair: (a, b) => recordedPair(snapshot, a, b),
    population: (years) => recordedPopulation(snapshot, years),
    bothEnds: (now, before) => recordedEnds(snapshot, now, before),
    themes: async (state, years) => themesOver(await themesByYear(snapshot, state), years),
  }
}

const recordedPair = cachedBySnapshot(async (snapshot, a: string, b: string) => {
  const years = 'SELECT year, similarity, se FROM speech_similarities WHERE state_a = $a AND state_b = $b ORDER BY year'
  return (await snapshot.rows(years, { a, b })) as unknown as SpeechYear[]
})

const recordedPopulation = cachedBySnapshot(async (snapshot, years: readonly number[]) =>
  populationOf(await recordedSums(snapshot, years), years),
)

const recordedEnds = cachedBySnapshot(async (snapshot, now: readonly number[], before: readonly number[]) =>
  populationsOfBothPeriods(await recordedSums(snapshot, now), await recordedSums(snapshot, before), now, before),
)

/** Number of words and mentions by theme in a state's speech, by year. */
type ThemeYears = ReadonlyMap<number, ReadonlyMap<string, { readonly mentions: number; readonly words: number }>>

/** Reads all years of a state at once, since a year-by-year analysis requests one window after another. */
const themesByYear = cachedBySnapshot(async (snapshot, state: string): Promise<ThemeYears> => {
  const rows = await snapshot.rows(
    'SELECT year, theme, sum(mentions)::INTEGER AS mentions, sum(words)::INTEGER AS words FROM speech_themes WHERE state = $state GROUP BY year, theme ORDER BY year, theme',
    { state },
  )
  const years = new Map<number, Map<string, { mentions: number; words: number }>>()
  for (const row of rows) {
    const year = Number(row['year'])
    const own = years.get(year) ?? new Map<string, { mentions: number; words: number }>()
    years.set(year, own.set(String(row['theme']), { mentions: Number(row['mentions']), words: Number(row['words']) }))
  }
  return years
})

function themesOver(byYear: ThemeYears, years: readonly number[]): StateThemes {
  const sums = new Map<string, { mentions: number; words: number }>()
  for (const year of years)
    for (const [theme, { mentions, words }] of byYear.get(year) ?? []) {
      const sum = sums.get(theme) ?? { mentions: 0, words: 0 }
      sums.set(theme, { mentions: sum.mentions + mentions, words: sum.words + words })
    }
  const inOrder = [...sums].sort(([x], [y]) => (x < y ? -1 : 1))
  return { words: inOrder[0]?.[1].words ?? 0, mentions: new Map(inOrder.map(([theme, { mentions }]) => [theme, mentions])) }
}

async function recordedSums(snapshot: Snapshot, years: readonly number[]): Promise<PairSums> {
  const where = `speech_similarities where year in (${years.join(', ')})`
  const rows = await snapshot.rows(
    `SELECT state_a || ' ' || state_b AS pair, count(*)::INTEGER AS years, sum(round(1000 * similarity)::INTEGER)::INTEGER AS sum FROM ${where} GROUP BY ALL`,
  )
  const sums = new Map(rows.map((row) => [String(row['pair']), { years: Number(row['years']), sum: Number(row['sum']) }]))
  return { sums, behind: { rows: where, count: rows.reduce((count, row) => count + Number(row['years']), 0) } }
}

/** Sums in thousandths over some years, by pair, with the number of years available. */
export interface PairSums {
  readonly sums: ReadonlyMap<string, { readonly years: number; readonly sum: number }>
  readonly behind: RowsBehind
}

/** Returns the means of the pairs that have all years and pass a filter. */
export function populationOf(
  { sums, behind }: PairSums,
  years: readonly number[],
  taken: (pair: string) => boolean = () => true,
): SpeechPopulation {
  const whole = [...sums].filter(([pair, one]) => one.years === years.length && taken(pair))
  return { values: Float64Array.from(whole, ([, { sum }]) => meanOfThousandths(sum, years.length)).sort(), behind }
}

/** Returns the populations in two periods, restricted to the pairs available in both. */
export function populationsOfBothPeriods(
  now: PairSums,
  before: PairSums,
  years: readonly number[],
  past: readonly number[],
): { now: SpeechPopulation; before: SpeechPopulation } {
  return {
    now: populationOf(now, years, (pair) => before.sums.get(pair)?.years === past.length),
    before: populationOf(before, past, (pair) => now.sums.get(pair)?.years === years.length),
  }
}

/**
 * Computes the mean of three-decimal figures from their sum in thousandths. Integer sums are the same in any order.
 *
 * @example meanOfThousandths(300, 3)   // 0.1
 */
export function meanOfThousandths(sum: number, count: number): number {
  return sum / (1000 * count)
}
