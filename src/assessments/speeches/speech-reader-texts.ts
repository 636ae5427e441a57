import { type LexiconWord, lexiconOf, type SpeechLexicon } from '../../measures/speeches/speech-lexicon.ts'
import { type SpeechProfile, speechProfile } from '../../measures/speeches/speech-profile.ts'
import { speechSimilarity, speechSimilarityValue } from '../../measures/speeches/speech-similarity.ts'
import { plainSpeech, sentenceWords } from '../../measures/speeches/speech-text.ts'
import { speechThemes, themeMentions } from '../../measures/speeches/speech-themes.ts'
import { identifyingWords } from '../../states/names/identifying-words.ts'
import type { Snapshot } from '../../store/index.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import {
  type PairSums,
  populationOf,
  populationsOfBothPeriods,
  type SpeechReader,
  type SpeechYear,
  type StateThemes,
} from './speech-reader.ts'

/**
 * Reads texts that a user added, with the same words, weights and rounding as the record. The same speeches give the
 * same numbers.
 */
export function addedSpeeches(snapshot: Snapshot): SpeechReader {
  return {
    source: 'un-general-debate',
    behind: (a, b, years) => ({
      rows: `speeches where state in ('${a}', '${b}') and year in (${years.join(', ')})`,
      count: 2 * years.length,
    }),
    pair: (a, b) => pairFromTexts(snapshot, a, b),
    population: (years) => populationOfTexts(snapshot, years),
    bothEnds: async (now, before) =>
      populationsOfBothPeriods(await sumsOfTexts(snapshot, now), await sumsOfTexts(snapshot, before), now, before),
    themes: (state, years) => themesOfTexts(snapshot, state, years),
  }
}

const populationOfTexts = cachedBySnapshot(async (snapshot, years: readonly number[]) =>
  populationOf(await sumsOfTexts(snapshot, years), years),
)

/**
 * Returns the similarity of a pair by session. Sessions that the record derived from exactly these texts are taken from the record; the others are computed.
 */
async function pairFromTexts(snapshot: Snapshot, a: string, b: string): Promise<SpeechYear[]> {
  const [kept, held] = await Promise.all([keptPair(snapshot, a, b), sessionsHeld(snapshot)])
  const left = [...held].filter(([, { kept: isKept }]) => !isKept).map(([year]) => year)
  if (left.length === 0) return kept
  const [lexicon, ofA, ofB] = await Promise.all([keptLexicon(snapshot), textsOf(snapshot, a), textsOf(snapshot, b)])
  const found = left.flatMap((year) => {
    const [one, other] = [ofA.get(year), ofB.get(year)]
    if (one === undefined || other === undefined) return []
    const { value, se } = speechSimilarity(profileOf(one.text, a, year, lexicon), profileOf(other.text, b, year, lexicon), lexicon)
    return Number.isNaN(value) ? [] : [{ year, similarity: rounded(value), se: rounded(se) }]
  })
  return [...kept, ...found].sort((x, y) => x.year - y.year)
}

async function keptPair(snapshot: Snapshot, a: string, b: string): Promise<SpeechYear[]> {
  const [rows, held] = await Promise.all([
    snapshot.rows('SELECT year, similarity, se, digest FROM speech_similarities WHERE state_a = $a AND state_b = $b ORDER BY year', {
      a,
      b,
    }),
    sessionsHeld(snapshot),
  ])
  const own = rows.filter((row) => held.get(Number(row['year']))?.digest === row['digest'])
  return own.map((row) => ({ year: Number(row['year']), similarity: Number(row['similarity']), se: Number(row['se']) }))
}

/** Reads a state's speeches by year, oldest first. */
const textsOf = cachedBySnapshot(async (snapshot, state: string) => {
  const rows = await snapshot.rows('SELECT year, words, text FROM speeches WHERE state = $state ORDER BY year', { state })
  return new Map(rows.map((row) => [Number(row['year']), { words: Number(row['words']), text: String(row['text']) }]))
})

/** Reads the words and weights stored in the record. */
const keptLexicon = cachedBySnapshot(async (snapshot) =>
  lexiconOf((await snapshot.rows('SELECT word, weight, rate FROM speech_words ORDER BY word')) as unknown as LexiconWord[]),
)

/** The number of speeches in a session, and every pair's value by its two states in alphabetical order. */
interface Session {
  readonly speeches: number
  readonly pairs: readonly (readonly [string, number])[]
}

async function sumsOfTexts(snapshot: Snapshot, years: readonly number[]): Promise<PairSums> {
  const sums = new Map<string, { years: number; sum: number }>()
  let speeches = 0
  for (const year of years) {
    const session = await sessionOfTexts(snapshot, year)
    speeches += session.speeches
    for (const [pair, value] of session.pairs) {
      const one = sums.get(pair) ?? { years: 0, sum: 0 }
      sums.set(pair, { years: one.years + 1, sum: one.sum + Math.round(1000 * value) })
    }
  }
  return { sums, behind: { rows: `speeches where year in (${years.join(', ')})`, count: speeches } }
}

const sessionOfTexts = cachedBySnapshot(async (snapshot, year: number): Promise<Session> => {
  const lexicon = await keptLexicon(snapshot)
  const known = await keptSession(snapshot, year)
  if (known !== undefined) return known
  const rows = await snapshot.rows('SELECT state, text FROM speeches WHERE year = $year ORDER BY state', { year })
  const spoken = rows.map((row) => ({
    state: String(row['state']),
    profile: profileOf(String(row['text']), String(row['state']), year, lexicon),
  }))
  const pairs = spoken.flatMap((one, i) =>
    spoken.slice(i + 1).flatMap((other) => {
      const value = speechSimilarityValue(one.profile, other.profile, lexicon)
      return Number.isNaN(value) ? [] : [[`${one.state} ${other.state}`, rounded(value)] as const]
    }),
  )
  return { speeches: rows.length, pairs }
})

interface HeldSession {
  readonly speeches: number
  readonly digest: string
  /** Whether the record's figures were derived from exactly these texts. */
  readonly kept: boolean
}

/** Returns each session of the texts with its digest, in the form stored in the record. */
const sessionsHeld = cachedBySnapshot(async (snapshot): Promise<ReadonlyMap<number, HeldSession>> => {
  const [texts, derived] = await Promise.all([
    snapshot.rows(
      "SELECT year, count(*)::INTEGER AS speeches, md5(string_agg(state || '|' || text, chr(10) ORDER BY state)) AS digest FROM speeches GROUP BY year",
    ),
    snapshot.rows('SELECT DISTINCT year, digest FROM speech_similarities'),
  ])
  const kept = new Set(derived.map((row) => `${row['year']} ${row['digest']}`))
  const sessions = texts.map((row): HeldSession & { year: number } => {
    const [year, digest] = [Number(row['year']), String(row['digest'])]
    return { year, speeches: Number(row['speeches']), digest, kept: kept.has(`${year} ${digest}`) }
  })
  return new Map(sessions.map(({ year, ...session }) => [year, session]))
})

/**
 * Returns the record's figures for a session, where they were derived from exactly the texts in the snapshot and need not be computed again.
 */
async function keptSession(snapshot: Snapshot, year: number): Promise<Session | undefined> {
  const texts = (await sessionsHeld(snapshot)).get(year)
  if (texts === undefined || !texts.kept) return undefined
  const rows = await snapshot.rows('SELECT state_a, state_b, similarity FROM speech_similarities WHERE year = $year AND digest = $digest', {
    year,
    digest: texts.digest,
  })
  if (rows.length === 0) return undefined
  return {
    speeches: texts.speeches,
    pairs: rows.map((row) => [`${row['state_a']} ${row['state_b']}`, Number(row['similarity'])] as const),
  }
}

async function themesOfTexts(snapshot: Snapshot, state: string, years: readonly number[]): Promise<StateThemes> {
  const texts = await textsOf(snapshot, state)
  const mentions = new Map(speechThemes.map(({ id }) => [id, 0]))
  let words = 0
  for (const year of years) {
    const speech = texts.get(year)
    if (speech === undefined) continue
    words += speech.words
    const found = themeMentions(plainSpeech(speech.text), identifyingWords(state, `${year}-09-30`))
    for (const [i, { id }] of speechThemes.entries()) mentions.set(id, mentions.get(id)! + found[i]!)
  }
  return { words, mentions }
}

function profileOf(text: string, state: string, year: number, lexicon: SpeechLexicon): SpeechProfile {
  return speechProfile(sentenceWords(plainSpeech(text)), lexicon, identifyingWords(state, `${year}-09-30`))
}

function rounded(value: number): number {
  return Number(value.toFixed(3))
}
