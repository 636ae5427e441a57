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

/** Judgements of random pairs, by word; none is made where the interval has the middle, or no change, inside. */
const kept: readonly Kept[] = [
  {
    question: 'next',
    years: '1980 to 2022',
    words: [
      ['likely', 0.92, 316],
      ['very likely', 0.94, 6065],
      ['almost certain', 0.98, 5170],
    ],
  },
  {
    question: 'beside',
    years: '1980 to 2022',
    words: [
      ['likely', 0.97, 757],
      ['very likely', 0.99, 7141],
      ['almost certain', 1, 3100],
    ],
  },
  {
    question: 'change',
    years: '1980 to 2022',
    words: [
      ['likely', 0.84, 63],
      ['very likely', 0.9, 2778],
      ['almost certain', 0.98, 872],
    ],
  },
  {
    question: 'next',
    years: '1960 to 1979',
    words: [
      ['likely', 0.83, 12],
      ['very likely', 0.88, 1401],
      ['almost certain', 0.97, 991],
    ],
  },
  {
    question: 'beside',
    years: '1960 to 1979',
    words: [
      ['likely', 1, 13],
      ['very likely', 0.95, 1276],
      ['almost certain', 1, 466],
    ],
  },
  {
    question: 'change',
    years: '1960 to 1979',
    words: [
      ['likely', 0.8, 5],
      ['very likely', 0.85, 354],
      ['almost certain', 0.94, 86],
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
