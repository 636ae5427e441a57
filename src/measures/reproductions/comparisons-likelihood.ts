import type { Comparison } from './reproduction.ts'

/** The range of each probability word: the first row of ICD 203. */
const promised = {
  likely: [0.55, 0.8],
  'very likely': [0.8, 0.95],
  'almost certain': [0.95, 0.99],
} as const
type Word = keyof typeof promised

interface Kept {
  readonly question: keyof typeof questions
  readonly years: '1980 to 2022' | '1960 to 1979'
  readonly words: readonly (readonly [word: Word, cameTrue: number, of: number])[]
}

const questions = {
  next: 'closer or further than the median pair, votes of the next three sessions',
  beside: 'closer or further than the median pair, other half of the votes',
  change: 'closer or further than ten sessions before, other half of the votes',
} as const

/** Judgements of random pairs, by word; judgements below 55 % are not made. */
const kept: readonly Kept[] = [
  {
    question: 'next',
    years: '1980 to 2022',
    words: [
      ['likely', 0.81, 3713],
      ['very likely', 0.96, 6859],
      ['almost certain', 0.98, 2766],
    ],
  },
  {
    question: 'beside',
    years: '1980 to 2022',
    words: [
      ['likely', 0.87, 4356],
      ['very likely', 0.99, 7451],
      ['almost certain', 1, 1335],
    ],
  },
  {
    question: 'change',
    years: '1980 to 2022',
    words: [
      ['likely', 0.71, 6878],
      ['very likely', 0.92, 2791],
      ['almost certain', 0.99, 371],
    ],
  },
  {
    question: 'next',
    years: '1960 to 1979',
    words: [
      ['likely', 0.7, 936],
      ['very likely', 0.91, 1523],
      ['almost certain', 0.98, 594],
    ],
  },
  {
    question: 'beside',
    years: '1960 to 1979',
    words: [
      ['likely', 0.76, 1255],
      ['very likely', 0.97, 1251],
      ['almost certain', 1, 146],
    ],
  },
  {
    question: 'change',
    years: '1960 to 1979',
    words: [
      ['likely', 0.67, 781],
      ['very likely', 0.87, 342],
      ['almost certain', 0.97, 29],
    ],
  },
]

/** How often judgements with each probability word came true, beside the word's range. */
export const likelihoodComparisons: readonly Comparison[] = kept.flatMap(({ question, years, words }) =>
  words.map(([word, value, of]) => ({
    id: `likelihood-${question}-${years.slice(0, 4)}-${word.replaceAll(' ', '-')}`,
    measure: 'likelihood',
    what: `${word}: ${questions[question]}, ${years}`,
    against: 'Intelligence Community Directive 203, what the word promises',
    figure: 'share',
    value,
    decimals: 2,
    of,
    least: promised[word][0],
    most: promised[word][1],
    test: 'test/reference/judgement-calibration.test.ts',
  })),
)
