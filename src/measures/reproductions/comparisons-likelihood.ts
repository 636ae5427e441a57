import type { Comparison } from './reproduction.ts'

/** The range of each probability word: the first row of ICD 203. */
const promised = {
  'roughly even chance': [0.45, 0.55],
  likely: [0.55, 0.8],
  'very likely': [0.8, 0.95],
  'almost certain': [0.95, 0.99],
} as const
type Word = keyof typeof promised

interface Kept {
  readonly question: keyof typeof questions
  readonly years: '1980 to 2020' | '1957 to 1979'
  readonly words: readonly (readonly [word: Word, cameTrue: number, of: number])[]
}

const questions = {
  beside: 'closer or further than the median pair, other half of the votes of the year',
  most: 'same position in most votes or not, other half of the votes of the year',
  change: 'closer or further than ten years before, other half of the votes',
  next: 'closer or further than the median pair, votes of the next year',
} as const

/** Judgements of random pairs, by word; judgements below an even chance are not made. */
const kept: readonly Kept[] = [
  {
    question: 'beside',
    years: '1980 to 2020',
    words: [
      ['roughly even chance', 0.5, 501],
      ['likely', 0.79, 4425],
      ['very likely', 0.91, 1784],
      ['almost certain', 0.93, 29],
    ],
  },
  {
    question: 'most',
    years: '1980 to 2020',
    words: [
      ['roughly even chance', 0.63, 406],
      ['likely', 0.69, 1981],
      ['very likely', 0.85, 1582],
      ['almost certain', 0.99, 6820],
    ],
  },
  {
    question: 'change',
    years: '1980 to 2020',
    words: [
      ['roughly even chance', 0.51, 1086],
      ['likely', 0.64, 1291],
      ['very likely', 0.82, 112],
      ['almost certain', 1, 9],
    ],
  },
  {
    question: 'next',
    years: '1980 to 2020',
    words: [
      ['roughly even chance', 0.53, 535],
      ['likely', 0.82, 4210],
      ['very likely', 0.97, 3038],
      ['almost certain', 0.98, 149],
    ],
  },
  {
    question: 'beside',
    years: '1957 to 1979',
    words: [
      ['roughly even chance', 0.5, 197],
      ['likely', 0.62, 1045],
      ['very likely', 0.77, 345],
      ['almost certain', 0.91, 11],
    ],
  },
  {
    question: 'most',
    years: '1957 to 1979',
    words: [
      ['roughly even chance', 0.5, 96],
      ['likely', 0.64, 608],
      ['very likely', 0.82, 574],
      ['almost certain', 0.96, 1425],
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
