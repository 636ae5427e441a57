import type { Snapshot } from '../store/index.ts'
import { once } from './once.ts'

/** Similarity of the pair's speeches in a year. */
export interface SpeechYear {
  readonly year: number
  readonly similarity: number
  readonly se: number
}

/** What a state's speeches of some years mention. */
export interface StateThemes {
  readonly words: number
  /** Mentions by theme. */
  readonly mentions: ReadonlyMap<string, number>
}

/** Where the figures on speeches come from: the record's own, or texts that a user added. All that the domain reads goes through here. */
export interface SpeechReader {
  /** Source of the figures of the pair, as its card names it. */
  readonly source: string
  /** Rows behind a figure of two states in some years. */
  readonly where: (a: string, b: string, years: readonly number[]) => string
  /** All years in which both spoke, the earliest first; a before b in the alphabet. */
  readonly pair: (a: string, b: string) => Promise<readonly SpeechYear[]>
  /** Mean similarity over the years of every pair that has all of them, sorted. */
  readonly population: (years: readonly number[]) => Promise<Float64Array>
  /** Themes of a state over the years. */
  readonly themes: (state: string, years: readonly number[]) => Promise<StateThemes>
}

/** The reader of the record's derived figures. */
export function recordedSpeeches(snapshot: Snapshot): SpeechReader {
  return {
    source: 'visavis-speeches',
    where: (a, b, years) => `speech_similarities where state_a = '${a}' and state_b = '${b}' and year in (${years.join(', ')})`,
    pair: async (a, b) =>
      (await snapshot.rows('SELECT year, similarity, se FROM speech_similarities WHERE state_a = $a AND state_b = $b ORDER BY year', {
        a,
        b,
      })) as unknown as SpeechYear[],
    population: (years) => once(snapshot, `speeches ${years.join(' ')}`, () => recordedPopulation(snapshot, years)),
    themes: async (state, years) => {
      const rows = await snapshot.rows(
        `SELECT theme, sum(mentions)::INTEGER AS mentions, sum(words)::INTEGER AS words FROM speech_themes WHERE state = $state AND year IN (${years.join(', ')}) GROUP BY theme`,
        { state },
      )
      const mentions = new Map(rows.map((row) => [String(row['theme']), Number(row['mentions'])]))
      return { words: Number(rows[0]?.['words'] ?? 0), mentions }
    },
  }
}

async function recordedPopulation(snapshot: Snapshot, years: readonly number[]): Promise<Float64Array> {
  const found = await snapshot.columns(
    `SELECT sum(round(1000 * similarity)::INTEGER)::INTEGER AS thousandths FROM speech_similarities WHERE year IN (${years.join(', ')})
       GROUP BY state_a, state_b HAVING count(*) = ${years.length}`,
  )
  return Float64Array.from((found['thousandths'] ?? []) as number[], (sum) => meanOfThousandths(sum, years.length)).sort()
}

/**
 * A mean of figures with three decimals, from their sum in thousandths: whole numbers add up alike in any order.
 *
 * @example meanOfThousandths(300, 3)   // 0.1
 */
export function meanOfThousandths(sum: number, count: number): number {
  return sum / (1000 * count)
}
