import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { grouped } from '../../src/assessments/rows/grouped.ts'
import { fitLexicon, type LexiconWord, lexiconOf } from '../../src/measures/speeches/speech-lexicon.ts'
import { type SpeechProfile, speechProfile } from '../../src/measures/speeches/speech-profile.ts'
import { speechSimilarity } from '../../src/measures/speeches/speech-similarity.ts'
import { plainSpeech, sentenceWords } from '../../src/measures/speeches/speech-text.ts'
import { speechThemes, themeMentions } from '../../src/measures/speeches/speech-themes.ts'
import { card } from '../../src/sources/reviewed-tables/visavis-speeches-card.ts'
import { type TableRow, tableColumns, tableRows } from '../../src/sources/rows/table-columns.ts'
import { readGeneralDebate } from '../../src/sources/un/speeches/un-general-debate.ts'
import { identifyingWords } from '../../src/states/names/identifying-words.ts'
import type { Cell, Columns } from '../../src/store/index.ts'

const archives = ['UNGDC_core25_1946-2024.tgz', 'UNGDC_other_countries_2018-2024.tgz']
const from = { source: card.id, vintage: card.vintage }

/** A speech with its profile, computed once. */
interface Read {
  readonly state: string
  readonly session: number
  readonly year: number
  readonly words: number
  readonly text: string
  readonly plain: string
  readonly sentences: string[][]
  readonly own: ReadonlySet<string>
}

/** The record's speech data: similarities, themes and the lexicon; no text. */
export async function readSpeechFigures(
  folder: string,
): Promise<Record<'speech_similarities' | 'speech_themes' | 'speech_words', Columns>> {
  const { speeches } = await readGeneralDebate(archives.map((name) => join(folder, 'ungdc', name)))
  const read = tableRows(speeches).map(prepared)
  const lexicon = fitLexicon(
    read.map(({ sentences }) => sentences),
    read.map(({ own }) => own),
  )
  const sessions = grouped(read, ({ session }) => String(session))
  return {
    speech_similarities: tableColumns(
      'speech_similarities',
      [...sessions.values()].flatMap((group) => similarities(group, lexicon)),
    ),
    speech_themes: tableColumns('speech_themes', read.flatMap(themes)),
    speech_words: tableColumns(
      'speech_words',
      lexicon.map((word) => ({ ...word, ...from })),
    ),
  }
}

function prepared(row: Readonly<Record<string, Cell>>): Read {
  const [state, year, text] = [String(row['state']), Number(row['year']), String(row['text'])]
  const plain = plainSpeech(text)
  const own = identifyingWords(state, `${year}-09-30`)
  return { state, year, session: Number(row['session']), words: Number(row['words']), text, plain, sentences: sentenceWords(plain), own }
}

function themes({ session, year, state, words, plain, own }: Read): TableRow<'speech_themes'>[] {
  return themeMentions(plain, own).map((mentions, i) => ({ session, year, state, words, theme: speechThemes[i]!.id, mentions, ...from }))
}

/** Every pair of a session with a figure. */
function similarities(group: readonly Read[], words: readonly LexiconWord[]): TableRow<'speech_similarities'>[] {
  const lexicon = lexiconOf(words)
  const sorted = [...group].sort((x, y) => (x.state < y.state ? -1 : 1))
  const profiles: SpeechProfile[] = sorted.map(({ sentences, own }) => speechProfile(sentences, lexicon, own))
  const digest = digestOf(sorted)
  return sorted.flatMap(({ session, year, state }, i) =>
    sorted.slice(i + 1).flatMap((other, k) => {
      const { value, se } = speechSimilarity(profiles[i]!, profiles[i + 1 + k]!, lexicon)
      if (Number.isNaN(value)) return []
      const figures = { similarity: rounded(value), se: rounded(se), digest }
      return [{ session, year, state_a: state, state_b: other.state, ...figures, ...from }]
    }),
  )
}

/** MD5 of the states and texts of a session, by state. */
function digestOf(sorted: readonly Read[]): string {
  return createHash('md5')
    .update(sorted.map(({ state, text }) => `${state}|${text}`).join('\n'))
    .digest('hex')
}

function rounded(value: number): number {
  return Number(value.toFixed(3))
}
