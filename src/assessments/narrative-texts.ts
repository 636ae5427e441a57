import { type LexiconWord, lexiconOf, type SpeechLexicon } from '../measures/speech-lexicon.ts'
import { type SpeechProfile, speechProfile } from '../measures/speech-profile.ts'
import { speechSimilarity, speechSimilarityValue } from '../measures/speech-similarity.ts'
import { plainSpeech, sentenceWords } from '../measures/speech-text.ts'
import { speechThemes, themeMentions } from '../measures/speech-themes.ts'
import { ownWords } from '../states/own-words.ts'
import type { Snapshot } from '../store/index.ts'
import { bothEnds, type PairSums, populationOf, type SpeechReader, type SpeechYear, type StateThemes } from './narrative-rows.ts'
import { once } from './once.ts'

/**
 * The reader of texts that a user added: the same words, weights and rounding as the record's own figures, so that the same speeches give the same numbers.
 */
export function addedSpeeches(snapshot: Snapshot): SpeechReader {
  return {
    source: 'un-general-debate',
    behind: (a, b, years) => ({
      rows: `speeches where state in ('${a}', '${b}') and year in (${years.join(', ')})`,
      count: 2 * years.length,
    }),
    pair: (a, b) => pairFromTexts(snapshot, a, b),
    population: (years) => once(snapshot, `texts ${years.join(' ')}`, async () => populationOf(await sumsOfTexts(snapshot, years), years)),
    bothEnds: async (now, before) => bothEnds(await sumsOfTexts(snapshot, now), await sumsOfTexts(snapshot, before), now, before),
    themes: (state, years) => themesOfTexts(snapshot, state, years),
  }
}

async function pairFromTexts(snapshot: Snapshot, a: string, b: string): Promise<SpeechYear[]> {
  const lexicon = await keptLexicon(snapshot)
  const rows = await snapshot.rows(
    `SELECT one.year, one.text AS a, other.text AS b FROM speeches AS one JOIN speeches AS other USING (session)
       WHERE one.state = $a AND other.state = $b ORDER BY one.year`,
    { a, b },
  )
  return rows.flatMap((row) => {
    const year = Number(row['year'])
    const { value, se } = speechSimilarity(
      profileOf(String(row['a']), a, year, lexicon),
      profileOf(String(row['b']), b, year, lexicon),
      lexicon,
    )
    return Number.isNaN(value) ? [] : [{ year, similarity: rounded(value), se: rounded(se) }]
  })
}

/** The words and weights of the record. */
function keptLexicon(snapshot: Snapshot): Promise<SpeechLexicon> {
  return once(snapshot, 'speech words', async () =>
    lexiconOf((await snapshot.rows('SELECT word, weight, rate FROM speech_words ORDER BY word')) as unknown as LexiconWord[]),
  )
}

/** How many speeches a session has, and every pair's value by the two states in the order of the alphabet. */
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

function sessionOfTexts(snapshot: Snapshot, year: number): Promise<Session> {
  return once(snapshot, `texts of ${year}`, async () => {
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
}

/** What the record has of a session, where it was derived from just the texts that are held: it need not be worked out again. */
async function keptSession(snapshot: Snapshot, year: number): Promise<Session | undefined> {
  if ((snapshot.manifest.tables.speech_similarities ?? []).length === 0) return undefined
  const [texts] = await snapshot.rows(
    "SELECT count(*)::INTEGER AS speeches, md5(string_agg(state || '|' || text, chr(10) ORDER BY state)) AS digest FROM speeches WHERE year = $year",
    { year },
  )
  const rows = await snapshot.rows('SELECT state_a, state_b, similarity FROM speech_similarities WHERE year = $year AND digest = $digest', {
    year,
    digest: texts!['digest']!,
  })
  if (rows.length === 0) return undefined
  return {
    speeches: Number(texts!['speeches']),
    pairs: rows.map((row) => [`${row['state_a']} ${row['state_b']}`, Number(row['similarity'])] as const),
  }
}

async function themesOfTexts(snapshot: Snapshot, state: string, years: readonly number[]): Promise<StateThemes> {
  const rows = await snapshot.rows(`SELECT year, words, text FROM speeches WHERE state = $state AND year IN (${years.join(', ')})`, {
    state,
  })
  const mentions = new Map(speechThemes.map(({ id }) => [id, 0]))
  for (const row of rows) {
    const found = themeMentions(plainSpeech(String(row['text'])), ownWords(state, `${row['year']}-09-30`))
    found.forEach((count, i) => {
      const { id } = speechThemes[i]!
      mentions.set(id, mentions.get(id)! + count)
    })
  }
  return { words: rows.reduce((sum, row) => sum + Number(row['words']), 0), mentions }
}

function profileOf(text: string, state: string, year: number, lexicon: SpeechLexicon): SpeechProfile {
  return speechProfile(sentenceWords(plainSpeech(text)), lexicon, ownWords(state, `${year}-09-30`))
}

function rounded(value: number): number {
  return Number(value.toFixed(3))
}
