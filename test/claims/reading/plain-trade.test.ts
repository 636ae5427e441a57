import { expect, test } from 'vitest'
import type { Claim } from '../../../src/claims/claim.ts'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'

const told = ({ direction, actors }: Claim): string => (direction.includes('->') ? direction : [...actors].sort().join('+'))
const when = ({ period }: Claim): string => (period === null ? '-' : 'at' in period ? period.at : `${period.from}/${period.to}`)
const figure = ({ kind, value, unit }: Claim): string => `${kind}${value === null ? '' : ` ${value} ${unit}`}`

/** Texts of customs offices, with who, when and what of the claims of each sentence. */
const texts: readonly (readonly [date: string, title: string, sentences: readonly (readonly [text: string, claims: string])[]])[] = [
  [
    '2024-01-24',
    "Japan's trade in 2023",
    [
      [
        "Japan's imports fell 7.0% in 2023 to ¥110.2 trillion.",
        'WLD->JPN 2023 trend -7 percent_change; WLD->JPN 2023 quantity 110200 JPY bn',
      ],
      [
        'Exports rose 2.8% to ¥100.9 trillion, the highest figure since comparable data began in 1979.',
        'JPN->WLD 2023 trend 2.8 percent_change; JPN->WLD 2023 quantity 100900 JPY bn; JPN->WLD 2023 ranking 1 rank',
      ],
      ['The surplus with the United States stood at ¥9 trillion.', 'JPN+USA 2023 quantity 9000 JPY bn'],
      ['Exports there rose 11.0%, the first increase since 2018.', 'JPN->USA 2023 trend 11 percent_change'],
      ['The deficit with China was ¥6.7 trillion, up from ¥5.8 trillion a year earlier.', 'CHN+JPN 2022/2023 trend 6700 JPY bn'],
    ],
  ],
  [
    '2024-01-01',
    'South Korea: trade in 2023',
    [
      [
        "South Korea's exports fell 7.4 percent to $632.7 billion in 2023, according to the Ministry of Trade, Industry and Energy.",
        'KOR->WLD 2023 trend -7.4 percent_change; KOR->WLD 2023 quantity 632.7 USD bn',
      ],
      ['The trade deficit was $9.97 billion.', 'KOR+WLD 2023 quantity 9.97 USD bn'],
      [
        'It was the second yearly deficit in a row, after a record shortfall of $47.8 billion in 2022.',
        'KOR+WLD 2023 count 2 count; KOR+WLD 2022 ranking 1 rank; KOR+WLD 2022 quantity 47.8 USD bn',
      ],
      [
        'Exports to China, its largest trading partner, rose 7.5 percent.',
        'CHN+KOR 2023 ranking 1 rank; KOR->CHN 2023 trend 7.5 percent_change',
      ],
      ['Trade with the United States fell for the first time in four years, by 1.6 percent.', 'KOR+USA 2023 trend -1.6 percent_change'],
    ],
  ],
  [
    '2024-04-15',
    "India's merchandise trade in 2023-24",
    [
      [
        "India's exports declined 3.1 percent to $437.1 billion in the fiscal year 2023-24, the commerce ministry said.",
        'IND->WLD 2023-04/2024-03 trend -3.1 percent_change; IND->WLD 2023-04/2024-03 quantity 437.1 USD bn',
      ],
      ['The trade deficit came down to $240.2 billion from $264.9 billion.', 'IND+WLD 2022-04/2024-03 trend 240.2 USD bn'],
      [
        'Exports to the United States fell 1.3 percent, and those to China grew 8.7 percent.',
        'IND->USA 2023-04/2024-03 trend -1.3 percent_change; IND->CHN 2023-04/2024-03 trend 8.7 percent_change',
      ],
      [
        "China overtook the US as India's largest trading partner, with two-way trade of $118.4 billion.",
        'CHN+IND 2023-04/2024-03 ranking 1 rank; CHN+IND 2023-04/2024-03 quantity 118.4 USD bn',
      ],
      ['Imports fell 5.4 percent.', 'WLD->IND 2023-04/2024-03 trend -5.4 percent_change'],
    ],
  ],
  [
    '2024-02-05',
    'German foreign trade in 2023',
    [
      ['German exports fell by 1.4 percent in 2023, the statistical office said.', 'DEU->WLD 2023 trend -1.4 percent_change'],
      ['In December exports to the United States were worth 12.5 billion euros.', 'DEU->USA 2023-12 quantity 12.5 EUR bn'],
      [
        'Exports to China fell by 7.9 percent on the month to 7.2 billion euros.',
        'DEU->CHN 2023-12 trend -7.9 percent_change; DEU->CHN 2023-12 quantity 7.2 EUR bn',
      ],
      [
        'China was the second-largest supplier after the Netherlands, with 12 billion euros.',
        'CHN->DEU 2023 ranking 2 rank; CHN->DEU 2023 quantity 12 EUR bn',
      ],
    ],
  ],
  [
    '2024-01-12',
    "Indonesia's trade",
    [
      [
        "Indonesia's exports fell 11.3 percent in 2023 to $258.8 billion and imports 6.6 percent to $221.9 billion.",
        'IDN->WLD 2023 trend -11.3 percent_change; IDN->WLD 2023 quantity 258.8 USD bn; WLD->IDN 2023 trend -6.6 percent_change; WLD->IDN 2023 quantity 221.9 USD bn',
      ],
      ['The surplus was $36.9 billion, almost 2.3 times that of 2019.', 'IDN+WLD 2023 quantity 36.9 USD bn; IDN+WLD 2023 trend 2.3 times'],
      [
        'The largest turnover was with China ($127 billion), Japan ($37 billion) and the United States ($34 billion).',
        'CHN+IDN 2023 ranking 1 rank; CHN+IDN 2023 quantity 127 USD bn; IDN+JPN 2023 quantity 37 USD bn; IDN+USA 2023 quantity 34 USD bn',
      ],
      ['Goods imports from India fell $196 million.', 'IND->IDN 2023 trend -196 USD mn'],
    ],
  ],
  [
    '2024-01-17',
    'US imports',
    [
      [
        'Imports from Mexico rose by nearly 5 percent from 2022 to more than $475 billion in 2023.',
        'MEX->USA 2023 trend 5 percent_change; MEX->USA 2023 quantity 475 USD bn',
      ],
      ['The last time that Mexico was the largest source of US imports was in 2002.', 'MEX->USA 2002 ranking 1 rank'],
      ['The US deficit with China narrowed to $279 billion.', 'CHN+USA 2023 quantity 279 USD bn'],
    ],
  ],
]

test.each(texts)('%s %s', (date, title, sentences) => {
  const claims = readClaims(
    sentences.map(([text]) => text),
    date,
    title,
  )
  const read = sentences.map(([text], index) => [
    text,
    claims
      .filter(({ sentence_index, checkable }) => checkable && sentence_index === index)
      .map((claim) => `${told(claim)} ${when(claim)} ${figure(claim)}`)
      .join('; '),
  ])
  expect(read).toEqual(sentences)
})
