import { expect, test } from 'vitest'
import type { ClaimPeriod } from '../../../src/claims/claim.ts'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'

const say = (period: ClaimPeriod | null): string => (period === null ? '' : 'at' in period ? period.at : `${period.from}..${period.to}`)

/** Value, or kind where there is none, with the period and what it is compared with, of each claim of the last sentence. */
const last = (date: string, title: string, sentences: readonly string[]): string[] =>
  readClaims(sentences, date, title)
    .filter(({ checkable, sentence_index: index }) => checkable && index === sentences.length - 1)
    .map(({ value, kind, period, period_base: base }) => `${value ?? kind} ${say(period)}${base === null ? '' : ` / ${say(base)}`}`)

test.each<[rule: string, date: string, title: string, sentences: string[], wanted: string[]]>([
  [
    'a year whose level was told holds behind the months of a text',
    '2024-09-20',
    'Thai-Korean trade',
    [
      'Thailand and South Korea traded goods worth $10.1 billion from January to August 2024.',
      'Two-way trade was $14.7 billion in 2023.',
      'Thai exports fell by 3.1% to $6.0 billion.',
    ],
    ['-3.1 2023 / 2022', '6 2023'],
  ],
  [
    'the year that follows a fiscal one is fiscal',
    '2023-08-01',
    'Pakistan and Afghanistan',
    [
      "In the fiscal year 2021-22 Pakistan's exports to Afghanistan were $834 million.",
      'The following year they rose by 19 percent to $995 million.',
    ],
    ['19 2022-07..2023-06 / 2021-07..2022-06', '995 2022-07..2023-06'],
  ],
  [
    'limited to an amount in a fiscal year is of all of it',
    '2024-10-28',
    'India and Pakistan',
    ["In 2023-24 India's imports from Pakistan were limited to $3 million."],
    ['3 2023-04..2024-03'],
  ],
  [
    'two changes that share their ends',
    '2023-02-27',
    'Eurostat: trade with Belarus',
    ['The share of Belarus in EU imports of coal fell from 31 per cent in 2021 to 12 per cent in 2022, and in gas from 18 to 4 per cent.'],
    ['12 2021..2022', '4 2021..2022'],
  ],
  [
    'a change between two months of a year',
    '2022-11-21',
    'EU trade with Georgia',
    ['EU exports to Georgia went up by 44 per cent, from 180 million euro in January to 260 million in September.'],
    ['44 2022-01..2022-09', '260 2022-01..2022-09'],
  ],
  [
    'before an agreement that the text has dated',
    '2019-05',
    'Ten years of the Chile-Australia agreement',
    [
      'Australia and Chile brought their free trade agreement into force in 2009.',
      'In 2018 Australia sold Chile goods worth $540 million, up from $310 million before the agreement.',
    ],
    ['540 2008..2018'],
  ],
  [
    'a record that stood until then is of the year beside it',
    '2019-05',
    'Chile and Australia',
    ['In 2018 Australia sold Chile goods worth $540 million.', 'That was 14 percent more than in 2017, the previous record year.'],
    ['14 2018 / 2017', '1 2017'],
  ],
  [
    'this year of what was counted from January on',
    '2025-10-10',
    'Russian energy',
    [
      'In the first eight months of this year the EU paid Russia €11.4 billion for energy.',
      'Imports of Russian energy rose by 11 per cent this year in Hungary.',
    ],
    ['11 2025-01..2025-08 / 2024-01..2024-08'],
  ],
  [
    'the full year behind a month',
    '2024-01-10',
    'Taiwan in December',
    ["Taiwan's exports rose by 11.8% to US$39.94 billion in December.", 'Exports for the full year came to US$432.48 billion.'],
    ['432.48 2023'],
  ],
  [
    'an amount compared with one of months that are named',
    '2024-06-30',
    'Uzbekistan and Russia',
    [
      'Trade between Uzbekistan and Russia was worth $4.7 billion from January to May 2024.',
      'That is 23.6 percent more than the $3.8 billion of January-May 2023.',
    ],
    ['23.6 2024-01..2024-05 / 2023-01..2023-05', '3.8 2023-01..2023-05'],
  ],
  [
    'the year of a contrast is not that of what is',
    '2019-10-26',
    'Kyrgyz debt',
    ["Kyrgyzstan's debt to China is $1.7 billion, while in 2008 it was $10 million."],
    ['1.7 2019', '10 2008'],
  ],
  [
    'changes of arms transfers are of windows of five years',
    '2023-03-13',
    'SIPRI: Ukraine is third largest importer',
    [
      'Last year Ukraine was the third largest importer of arms, SIPRI reports.',
      'Over five years it received 2% of the world’s arms imports.',
      'The US share of world arms exports rose from 33% to 40%.',
    ],
    ['40 2018..2022 / 2013..2017'],
  ],
  [
    'who takes part in an exercise is so on its days',
    '2023-01-24',
    'Juniper Oak',
    [
      'The United States and Israel began a joint military exercise on Monday that is due to end on Friday.',
      'Juniper Oak 2023 involves more than 140 aircraft.',
    ],
    ['140 2023-01-23..2023-01-27'],
  ],
  [
    'four quarters to one',
    '2022-09-02',
    'UK-Kenya',
    ['Trade between the UK and Kenya amounted to £1.3 billion in the four quarters to the end of Q1 2022.'],
    ['1.3 2021-04..2022-03'],
  ],
  [
    'a month that is itself spoken of is by the way',
    '2025-01-14',
    'Taiwan',
    [
      'Taiwan exported goods for US$475.07 billion in 2024.',
      'December brought US$43.59 billion.',
      'China took 1.1 percent less, US$150.62 billion.',
    ],
    ['-1.1 2024 / 2023', '150.62 2024'],
  ],
  [
    'a stretch over which something rose compares with nothing',
    '2023-12-07',
    'China and EU trade',
    [
      'Between 2018 and 2022 EU imports from China rose by 83 percent.',
      'EU exports to China increased by 22 percent over the same period.',
    ],
    ['22 2018..2022'],
  ],
  [
    'of the sentence before, though the text is about a window',
    '2025-03-12',
    'Poland and arms',
    [
      "Poland's arms imports grew by 508 per cent between 2015–19 and 2020–24, SIPRI said.",
      'Poland spent 4.1 per cent of its GDP on defence in 2024.',
      'This was the highest share so far.',
    ],
    ['1 2024'],
  ],
  [
    'twice the figure of a year compares with that year',
    '2024-01-20',
    'China and Russia',
    ['In 2023 trade between China and Russia was worth 240 billion dollars, more than twice the figure of 2020.'],
    ['240 2023', '2 2023 / 2020'],
  ],
])('%s', (_, date, title, sentences, wanted) => expect(last(date, title, sentences)).toEqual(wanted))
