import type { Snapshot } from '../../store/index.ts'
import { grouped } from '../rows/grouped.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { recordedSpeeches, type SpeechReader, type SpeechYear, type StateThemes } from './speech-reader.ts'

/**
 * Reads the record's speech figures into memory, for assessing every pair. It gives the same answers as the ordinary
 * reader.
 */
export async function allRecordedSpeeches(snapshot: Snapshot): Promise<SpeechReader> {
  const [pairs, states] = await Promise.all([allPairs(snapshot), allThemes(snapshot)])
  return {
    ...recordedSpeeches(snapshot),
    pair: async (a, b) => pairs.get(`${a} ${b}`) ?? [],
    themes: async (state, years) => themesIn(states.get(state) ?? [], years),
  }
}

const allPairs = cachedBySnapshot(async (snapshot): Promise<ReadonlyMap<string, SpeechYear[]>> => {
  const found = await snapshot.columns('SELECT state_a, state_b, year, similarity, se FROM speech_similarities ORDER BY year')
  const [a, b, years, similarities, errors] = ['state_a', 'state_b', 'year', 'similarity', 'se'].map((name) => found[name]!)
  const byPair = new Map<string, SpeechYear[]>()
  years!.forEach((year, row) => {
    const key = `${a![row]} ${b![row]}`
    const own = byPair.get(key) ?? []
    own.push({ year: year as number, similarity: similarities![row] as number, se: errors![row] as number })
    byPair.set(key, own)
  })
  return byPair
})

interface ThemeRow {
  readonly state: string
  readonly year: number
  readonly theme: string
  readonly mentions: number
  readonly words: number
}

const allThemes = cachedBySnapshot(async (snapshot): Promise<ReadonlyMap<string, ThemeRow[]>> => {
  const rows = await snapshot.rows('SELECT state, year, theme, mentions, words FROM speech_themes ORDER BY theme, year')
  return grouped(rows as unknown as ThemeRow[], ({ state }) => state)
})

function themesIn(rows: readonly ThemeRow[], years: readonly number[]): StateThemes {
  const mentions = new Map<string, number>()
  let words = 0
  let first: string | undefined
  for (const row of rows) {
    if (!years.includes(row.year)) continue
    first ??= row.theme
    mentions.set(row.theme, (mentions.get(row.theme) ?? 0) + row.mentions)
    if (row.theme === first) words += row.words
  }
  return { words, mentions }
}
