import { describe, expect, test } from 'vitest'
import { fitLexicon, lexiconOf } from '../../../src/measures/speeches/speech-lexicon.ts'
import { speechProfile } from '../../../src/measures/speeches/speech-profile.ts'
import { speechSimilarity, speechSimilarityValue } from '../../../src/measures/speeches/speech-similarity.ts'
import { plainSpeech, sentenceWords } from '../../../src/measures/speeches/speech-text.ts'
import { speechThemes, themeMentions } from '../../../src/measures/speeches/speech-themes.ts'
import { randomStream } from '../../../src/numeric/random.ts'

const none: ReadonlySet<string> = new Set()
const letters = 'abcdefghijklmnopqrstuvwxyz'
const words = Array.from({ length: 200 }, (_, i) => `w${letters[i % 26]}${letters[Math.floor(i / 26)]}`.replace('w', 'wx'))
const lexicon = lexiconOf(words.map((word, i) => ({ word, weight: 1 + (i % 5), rate: 1e6 / 200 })))

/** Sentences of ten words drawn from a part of the words. */
function spoken(sentences: number, from: number, to: number, stream: number): string[][] {
  const random = randomStream(1, 'speech', stream)
  return Array.from({ length: sentences }, () => Array.from({ length: 10 }, () => words[from + random.below(to - from)]!))
}

const profile = (sentences: string[][]) => speechProfile(sentences, lexicon, none)
const alike = (a: string[][], b: string[][]) => speechSimilarity(profile(a), profile(b), lexicon)

describe('similarity of speeches', () => {
  test('is 1 in the mean for two draws from one source, whatever their length', () => {
    for (const sentences of [30, 300]) {
      const values = Array.from({ length: 40 }, (_, i) => alike(spoken(sentences, 0, 60, 2 * i), spoken(sentences, 0, 60, 2 * i + 1)).value)
      expect(values.reduce((sum, one) => sum + one, 0) / values.length).toBeCloseTo(1, 1)
    }
  })

  test('is negative for speeches on different words, since each leaves out what the other dwells on', () => {
    expect(alike(spoken(100, 0, 60, 1), spoken(100, 100, 160, 2)).value).toBeLessThan(-0.2)
  })

  test('does not change when the two change places, and its standard error neither', () => {
    const [a, b] = [spoken(50, 0, 80, 1), spoken(70, 40, 120, 2)]
    const [one, other] = [alike(a, b), alike(b, a)]
    expect(one.value).toBeCloseTo(other.value, 12)
    expect(one.se).toBeCloseTo(other.se, 12)
  })

  test('the value alone is the value with its error', () => {
    const [a, b] = [profile(spoken(50, 0, 80, 1)), profile(spoken(70, 40, 120, 2))]
    expect(speechSimilarityValue(a, b, lexicon)).toBe(speechSimilarity(a, b, lexicon).value)
  })

  test('its standard error is that of many draws, within a third', () => {
    const drawn = Array.from({ length: 60 }, (_, i) => alike(spoken(80, 0, 80, 2 * i), spoken(80, 40, 120, 2 * i + 1)))
    const mean = drawn.reduce((sum, { value }) => sum + value, 0) / drawn.length
    const spread = Math.sqrt(drawn.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (drawn.length - 1))
    const told = drawn.reduce((sum, { se }) => sum + se, 0) / drawn.length
    expect(told / spread).toBeGreaterThan(2 / 3)
    expect(told / spread).toBeLessThan(4 / 3)
  })

  test('is unknown for a speech of one sentence', () => {
    expect(alike(spoken(1, 0, 60, 1), spoken(50, 0, 60, 2))).toEqual({ value: Number.NaN, se: Number.NaN })
  })

  test("a speaker's own name counts for nothing", () => {
    const [a, b] = [spoken(50, 0, 60, 1), spoken(50, 0, 60, 2)]
    const own = new Set(['wxzzself'])
    const named = lexiconOf([...words, 'wxzzself'].map((word) => ({ word, weight: 1, rate: 0 })))
    const without = speechProfile(
      a.map((sentence) => [...sentence]),
      named,
      none,
    )
    const boasting = speechProfile(
      a.map((sentence) => [...sentence, 'wxzzself']),
      named,
      own,
    )
    const other = speechProfile(b, named, none)
    expect(speechSimilarityValue(boasting, other, named)).toBeCloseTo(speechSimilarityValue(without, other, named), 6)
  })
})

describe('the words', () => {
  test('leave out what stands in four fifths of the speeches and what stands in fewer than twenty', () => {
    const speeches = Array.from({ length: 100 }, (_, i) => [['everywhere', ...(i < 40 ? ['often'] : []), ...(i < 19 ? ['seldom'] : [])]])
    const fitted = fitLexicon(speeches, [])
    expect(fitted.map(({ word }) => word)).toEqual(['often'])
    expect(fitted[0]!.weight).toBeCloseTo(Math.log(2.5), 4)
    // 19 of three words, 21 of two
    expect(fitted[0]!.rate).toBeCloseTo((1e6 * (19 / 3 + 21 / 2)) / 100, 2)
  })

  test('numbers of paragraphs are no words, and a word cut by a line break is whole', () => {
    expect(sentenceWords(plainSpeech('102.\tThe co-\noperation of peo¬ples.\n\n103. Go on!'))).toEqual([
      ['the', 'cooperation', 'peo', 'ples'],
    ])
  })
})

describe('themes', () => {
  const of = (text: string, own: ReadonlySet<string> = none) =>
    themeMentions(plainSpeech(text), own).flatMap((count, i) => (count > 0 ? [[speechThemes[i]!.id, count]] : []))

  test('a debt of gratitude is no debt, and a democratic republic no democracy', () => {
    expect(of('We owe a debt of gratitude to the Democratic Republic.')).toEqual([])
    expect(of('Debt relief for democracies')).toEqual([
      ['democracy', 1],
      ['debt', 1],
    ])
  })

  test("a state's own name is no mention of a theme", () => {
    expect(of('Ukraine and the war in Ukraine')).toEqual([['ukraine', 2]])
    expect(of('Ukraine thanks you', new Set(['ukraine']))).toEqual([])
  })

  test('a run of words is found over a line break', () => {
    expect(of('human\nrights')).toEqual([['human-rights', 1]])
  })

  test('ids are unique and no list is empty', () => {
    expect(new Set(speechThemes.map(({ id }) => id)).size).toBe(speechThemes.length)
    for (const { id, title, words: list } of speechThemes) {
      expect(title, id).toMatch(/\S/)
      expect(list.length, id).toBeGreaterThan(0)
      for (const word of list) expect(word, id).toBe(word.toLowerCase().trim())
    }
  })
})
