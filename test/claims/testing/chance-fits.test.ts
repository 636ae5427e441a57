import { beforeAll, describe, expect, test } from 'vitest'
import type { Observation } from '../../../src/sources/rows/observation.ts'
import type { Snapshot } from '../../../src/store/index.ts'
import { yearly } from '../../assessments/made-snapshot.ts'
import { recordOf } from '../own-record.ts'
import { testedText } from '../tested-text.ts'

interface Text {
  readonly date: string
  readonly sentences: readonly string[]
  readonly isOfOwn?: true
}

/** Deliveries of a year by a register that the bundled record may not carry: from 2009, from 2014 and from 2019 on. */
const deliveries: readonly (readonly [from: string, to: string, first: number, second: number, third: number])[] = [
  ['WLD', 'WLD', 9000, 10000, 10000],
  ['USA', 'WLD', 2700, 3600, 4200],
  ['RUS', 'WLD', 2430, 2100, 1100],
  ['FRA', 'WLD', 500, 680, 1100],
  ['DEU', 'WLD', 600, 640, 560],
  ['WLD', 'SAU', 180, 1200, 840],
  ['USA', 'SAU', 100, 816, 630],
  ['GBR', 'SAU', 40, 192, 30],
  ['WLD', 'IND', 1250, 950, 1000],
  ['RUS', 'IND', 950, 551, 360],
  ['USA', 'IND', 80, 110, 130],
  ['FRA', 'IND', 10, 46, 330],
  ['WLD', 'PAK', 440, 268, 430],
  ['USA', 'PAK', 120, 23, 2],
  ['CHN', 'PAK', 200, 188, 350],
  ['WLD', 'UKR', 10, 20, 500],
  ['DEU', 'UKR', 1, 1, 100],
  ['WLD', 'ISR', 200, 250, 300],
  ['USA', 'ISR', 150, 160, 207],
  ['WLD', 'DZA', 300, 306, 240],
]
const years = Array.from({ length: 15 }, (_, i) => 2009 + i)
const delivered = deliveries.flatMap(([from_id, to_id, first, second, third]): Observation[] =>
  years.map((year) =>
    yearly({
      indicator: 'arms-deliveries-tiv',
      from_id,
      to_id,
      value: year < 2014 ? first : year < 2019 ? second : third,
      unit: 'million TIV',
      source: 'sipri-register',
      year,
    }),
  ),
)
const sold = (['CAN', 'SAU'] as const).map((reporter) =>
  yearly({
    indicator: reporter === 'CAN' ? 'goods-exports' : 'goods-imports',
    from_id: 'CAN',
    to_id: 'SAU',
    reporter,
    value: 1.6e9,
    unit: 'USD',
    source: 'imf-dots-world',
    year: 2022,
  }),
)
const spent = [
  ['IND', 2021, 76.3],
  ['IND', 2022, 80],
  ['WLD', 2022, 2240],
].map(
  ([from_id, year, value]): Observation =>
    yearly({
      indicator: 'military-expenditure',
      from_id: String(from_id),
      to_id: null,
      value: Number(value) * 1e9,
      unit: 'USD',
      source: 'sipri-milex',
      year: Number(year),
    }),
)
let own: Snapshot
beforeAll(async () => {
  const grown = yearly({
    indicator: 'military-expenditure-real-growth',
    from_id: 'IND',
    to_id: null,
    value: 6,
    unit: 'percent',
    source: 'cited-figures',
    year: 2022,
  })
  own = await recordOf([...delivered, ...sold, ...spent, grown])
})

/** What is said of each number of a text: `427: supported`. */
async function saidOf({ date, sentences, isOfOwn }: Text): Promise<string[]> {
  const tested = await testedText(sentences.join('\n'), date, isOfOwn ? { snapshot: own } : {})
  return tested.filter(({ claim }) => claim.value !== null).map(({ claim, finding }) => `${claim.value}: ${finding?.verdict}`)
}

const ofTrade: Text = {
  date: '2024-02-20',
  sentences: [
    'In 2023 the United States bought goods worth 427 billion dollars from China, a fifth less than the year before.',
    'Sales in the other direction came to 147.8 billion, the least since 2020.',
    'Ten years earlier China had sold goods worth 440 billion.',
  ],
}

const ofArms: Text = {
  isOfOwn: true,
  date: '2019-03-12',
  sentences: [
    'In 2014-18 five states supplied three quarters of all arms, the United States 36 percent and Russia 21.',
    "Saudi Arabia's main suppliers were the United States with 68 percent and the United Kingdom with 16 percent.",
    "Russia supplied 58 percent of India's arms imports.",
    "Pakistan's imports fell by 39 percent between 2009-13 and 2014-18.",
    'US arms exports to the country dropped by 81 percent.',
  ],
}

const ofSpending: Text = {
  isOfOwn: true,
  date: '2023-04-25',
  sentences: [
    'World military spending reached 2,240 billion dollars in 2022.',
    "India's military spending of 81.4 billion dollars was 6 percent above that of 2021.",
    'Its military expenditure was the highest since 1990, more than in 2021.',
  ],
}

const withWrong = ({ sentences, ...text }: Text, right: string, wrong: string): Text => ({
  ...text,
  sentences: sentences.map((one) => one.replace(right, wrong)),
})

describe('a wrong figure is not excused by another that it is near by chance', () => {
  test.each([
    ['a year that it is only held against is no other time', ofTrade, 'came to 147.8', 'came to 251.3', '251.3'],
    ['a time counted from one told before', ofTrade, 'worth 440', 'worth 748', '748'],
    ['of what one takes, and not of all that another sells', ofArms, 'with 68 percent', 'with 38 percent', '38'],
    ['so too where the words say of what it is a part', ofArms, 'supplied 58', 'supplied 29', '29'],
    ['a change that went the other way', ofArms, 'dropped by 81', 'climbed by 81', '81'],
    ['spending held against the year before', ofSpending, 'of 81.4', 'of 138.4', '138.4'],
  ])('%s', async (_what, text, right, wrong, number) => {
    expect(text.sentences.join(' ')).toContain(right)
    expect((await saidOf(withWrong(text, right, wrong))).join('\n')).toMatch(new RegExp(`^${number}: (?:contradicted|partly)$`, 'm'))
  })

  test.each([
    ['trade', ofTrade, '427: supported, -20: supported, 147.8: supported, 1: unverifiable, 440: supported'],
    [
      'arms',
      ofArms,
      '75: unverifiable, 36: unverifiable, 21: unverifiable, 68: supported, 16: supported, 58: supported, -39: supported, -81: supported',
    ],
    ['spending', ofSpending, '2240: supported, 81.4: supported, 6: supported, 1: unverifiable'],
  ])('a true text on %s is supported or left open', async (_what, text, verdicts) => {
    expect((await saidOf(text)).join(', ')).toBe(verdicts)
  })
})

describe('what is left open is not held against a true text, though the plain claim is decided', () => {
  test.each<[what: string, text: Text, verdicts: string, plain: string, ofPlain: string]>([
    [
      'a share of all arms beside a partner',
      {
        isOfOwn: true,
        date: '2024-03-12',
        sentences: [
          'In 2019-23 the largest suppliers were the United States with 42 percent, France with 11 and Russia with 11; India was the first taker.',
          'France, with 11 percent the second, supplied mainly India in 2019-23.',
          'Germany, with 5.6 percent, supplied mainly Ukraine and Egypt in 2019-23.',
          'America, far ahead with 42 percent, supplied Israel and Saudi Arabia in 2019-23.',
        ],
      },
      '1: unverifiable, 42: unverifiable, 11: unverifiable, 11: unverifiable, 11: unverifiable, 5.6: unverifiable, 42: unverifiable',
      "In 2019-23 France supplied 11 percent of India's arms imports.",
      '11: contradicted',
    ],
    [
      'what goods are made up of, behind a sale',
      {
        isOfOwn: true,
        date: '2023-06-10',
        sentences: [
          'In 2022 Saudi Arabia received Canadian military goods for $1.15bn, 54 percent of all sales outside the US.',
          'Almost all of it, 92 percent, was armoured combat vehicles.',
        ],
      },
      '1.15: unverifiable, 54: unverifiable, 92: unverifiable',
      'In 2022 Canada exported goods worth $11.5bn to Saudi Arabia.',
      '11.5: contradicted',
    ],
    [
      'a part of what was told before',
      {
        date: '2024-02-10',
        sentences: [
          'Goods worth $320 billion crossed the border at Laredo in 2023.',
          'Mexico is the first partner of the United States.',
          'Of that, $312 billion was traffic with Mexico; China followed with $1.8 billion.',
        ],
      },
      '320: unverifiable, 1: supported, 312: unverifiable, 1.8: unverifiable',
      'In 2023 the United States traded goods worth $312 billion with Mexico.',
      '312: partly',
    ],
    [
      'exports to two, each with its own figures',
      {
        date: '2018-07-16',
        sentences: [
          'Belgium’s exports to Italy grew by 2.3 percent to 21.1 billion dollars in 2017, while imports dropped to 14.7 billion.',
          'Those to the United States fell by 10 percent, to 20.8 billion.',
          'Sales in the other direction were worth 28.8 billion, less than in 2016.',
        ],
      },
      '2.3: supported, 21.1: supported, 14.7: supported, -10: supported, 20.8: supported, 28.8: unverifiable',
      'Belgium’s exports to Italy grew by 2.3 percent to 41.1 billion dollars in 2017.',
      '2.3: supported, 41.1: contradicted',
    ],
    [
      'to the former and to the latter',
      {
        date: '2020-05-10',
        sentences: [
          'From China the United States imported goods worth 451 billion dollars in 2019, from Mexico goods worth 358 billion.',
          'It exported goods worth 106 billion to the former and 256 billion to the latter.',
          'With Canada it was the other way round: exports of 293 billion, imports of 319 billion.',
        ],
      },
      '451: supported, 358: supported, 106: unverifiable, 256: unverifiable, 293: unverifiable, 319: unverifiable',
      'The United States exported goods worth 256 billion dollars to China in 2019.',
      '256: contradicted',
    ],
    [
      'a small change of what a region took, revised since',
      {
        isOfOwn: true,
        date: '2019-03-11',
        sentences: ['Arms imports by African states went down by 6.5% between 2009-13 and 2014-18, SIPRI said.'],
      },
      '-6.5: unverifiable',
      'Arms imports by African states went down by 65% between 2009-13 and 2014-18, SIPRI said.',
      '-65: contradicted',
    ],
    [
      'shares of two, and growth without its word',
      {
        date: '2021-03-15',
        sentences: [
          "In 2016-20 Germany's arms exports rose by 21 per cent.",
          'South Korea and Israel exported 210 and 59 per cent more.',
          "Russia supplied 49 per cent of India's imports and 77 per cent of China's.",
        ],
      },
      '21: unverifiable, 210: unverifiable, 59: unverifiable, 49: supported, 77: unverifiable',
      "Russia supplied 19 per cent of India's arms imports in 2016-20.",
      '19: contradicted',
    ],
    [
      'with whom the text trades is left out',
      {
        date: '2024-01-20',
        sentences: [
          'In 2023 trade between China and Tajikistan came to 3.9 billion dollars.',
          'With Kazakhstan trade was 41 billion, of which Kazakh goods made up 16.3 billion.',
        ],
      },
      '3.9: supported, 41: unverifiable, 16.3: unverifiable',
      'In 2023 trade between China and Kazakhstan was 81 billion dollars.',
      '81: contradicted',
    ],
    [
      'a share of the imports of a continent',
      {
        isOfOwn: true,
        date: '2019-03-12',
        sentences: [
          'Arms imports by African states went down between 2009-13 and 2014-18, SIPRI said.',
          'Algeria took 56 percent of African imports.',
          'Its imports from the United States were few.',
        ],
      },
      '56: unverifiable',
      'Algeria received 56 percent of all arms deliveries in 2014-18.',
      '56: contradicted',
    ],
  ])('%s', async (_what, text, verdicts, plain, ofPlain) => {
    expect((await saidOf(text)).join(', ')).toBe(verdicts)
    expect((await saidOf({ ...text, sentences: [plain] })).join(', ')).toBe(ofPlain)
  })
})
