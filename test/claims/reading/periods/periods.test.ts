import { describe, expect, test } from 'vitest'
import type { ClaimPeriod } from '../../../../src/claims/claim.ts'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'

const say = (period: ClaimPeriod | null): string => (period === null ? '-' : 'at' in period ? period.at : `${period.from}..${period.to}`)

/** Value, period and base of each claim that can be checked. */
const read = (date: string, ...sentences: string[]) =>
  readClaims(sentences, date)
    .filter(({ checkable }) => checkable)
    .map(({ value, period, period_base }) => `${value} ${say(period)} ${say(period_base)}`)

describe('a time holds for the sentences behind it', () => {
  test('a part of a year, also for changes: their base is the same part of the year before', () =>
    expect(
      read(
        '2024-07-18',
        'In the first half of 2024 exports of Vietnam to India reached $4.5 billion.',
        'Imports from India fell 3% to $2.9 billion.',
      ),
    ).toEqual(['4.5 2024-01..2024-06 -', '-3 2024-01..2024-06 2023-01..2023-06', '2.9 2024-01..2024-06 -']))

  test('a window of years, and what is compared with another', () =>
    expect(
      read(
        '2021-03-15',
        'Saudi Arabia took 11 per cent of global arms imports in 2016-20.',
        'The USA supplied 79 per cent of its arms.',
        'Its arms imports rose by 61 per cent compared with 2011-15.',
      ),
    ).toEqual(['11 2016..2020 -', '79 2016..2020 -', '61 2016..2020 2011..2015']))

  test('a whole year beside the months that a text is about is by the way', () =>
    expect(
      read(
        '2023-10',
        'From January to July 2023 Dutch exports to Germany came to 93.8 billion euros.',
        'Over the whole of 2022 the exports still grew by 41.6 percent.',
        'Exports of fuels declined by 2.1 billion.',
      ).at(-1),
    ).toBe('-2.1 2023-01..2023-07 2022-01..2022-07'))
})

describe('what an amount is compared with keeps its own time', () => {
  test.each([
    ['China took $38.45 billion of it, which is 39.4% of exports after 38.5% in 2021.', '38.45 2022 -'],
    ['Exports to China, worth $2 billion, were higher than the $1.5 billion of 2019.', '2 2022 -'],
  ])('%s', (text, wanted) => expect(read('2023', 'Chile exported goods worth US$97.49 billion to China in 2022.', text)).toContain(wanted))

  test('a change in per cent takes the ends that the amounts beside it have', () =>
    expect(
      read('2017-04', 'Trade of India and Nigeria declined by 25 per cent, from $16.36 billion in 2014 to 12.17 billion in 2015.')[0],
    ).toBe('-25 2015 2014'))

  test('a rise told of the year before is of that year', () =>
    expect(read('2017-01', "China's trade with Japan fell 6.7% in 2016, after a rise of 0.6% in the previous year.")).toEqual([
      '-6.7 2016 2015',
      '0.6 2015 2014',
    ]))
})

test('an amount right behind its year takes it', () =>
  expect(
    read(
      '2018',
      'From 2010 to 2016 Egypt and Sudan exchanged goods for $3.86 billion, most of all in 2010 with $629 million and least in 2012 with $473 million.',
    ),
  ).toEqual(expect.arrayContaining(['629 2010 -', '473 2012 -'])))

test('a promise is for the later of its times', () =>
  expect(read('2023-05-02', 'In 2022 China and Brazil pledged to raise their trade to $200 billion by 2030.')).toEqual(['200 2030 -']))

describe('places', () => {
  test('the one left is of the year before, the one reached of the year spoken of', () =>
    expect(
      read(
        '2022-02-18',
        'In 2021 trade of Germany with Britain came to 97.4 billion euros.',
        'Britain slid from seventh to tenth place among its partners.',
      ).slice(1),
    ).toEqual(['7 2020 -', '10 2021 -']))

  test('a superlative in apposition is of the last time before it', () =>
    expect(
      read(
        '2017',
        'Trade of India and Nigeria grew by 6.3 per cent in 2014 and by just 2.7 per cent in 2015, the weakest rate since 1999.',
      ),
    ).toContain('1 2015 -'))

  test('to have been the largest since a year lasts', () =>
    expect(
      read(
        '2019-12-20',
        'Trade of Brazil and China reached $98 billion in 2018.',
        'China has been the largest trading partner of Brazil since 2009.',
      )[1],
    ).toBe('1 2009..2018 -'))
})

describe('since', () => {
  test('an amount that adds up since a year runs to the year that the text is about', () =>
    expect(
      read(
        '2016-02-11',
        'In 2015 China lent Brazil $29 billion.',
        'China has lent Venezuela $65 billion since 2007, about 52 percent of the total.',
      ).slice(1),
    ).toEqual(['65 2007..2015 -', '52 2007..2015 -']))

  test('what is told of the year itself is of that year', () =>
    expect(
      read(
        '2022-02-04',
        'In 2021 trade of China and Argentina came to $17 billion.',
        'China has been its second trading partner since 2020, when it took 12 percent of exports.',
      ).slice(1),
    ).toEqual(['2 2020..2021 -', '12 2020 -']))

  test('of another clause it is not for a membership', () =>
    expect(
      read('2022-08-17', 'Israel and Turkey have had a free trade agreement since 1997, and both are members of the OECD.').at(-1),
    ).toBe('null 2022 -'))
})

describe('what is by the way', () => {
  test('a single year within the five years of a text', () =>
    expect(
      read(
        '2024-03-11',
        'Russia supplied 36 per cent of Indian arms imports in 2019-23.',
        'Russia exported arms to 31 states in 2019.',
        'China received 21 per cent of Russian arms exports.',
      ).at(-1),
    ).toBe('21 2019..2023 -'))

  test('but not the year before the months, as long as these were not named', () =>
    expect(
      read(
        '2023-09-06',
        'Polish exports to Ukraine reached 9.7 billion euros in 2022.',
        'Imports from Ukraine came to 6.3 billion euros.',
        'Between January and June 2023 exports rose by 30 percent.',
      )[1],
    ).toBe('6.3 2022 -'))
})

test('an amount reached shares the time of its change', () =>
  expect(
    read(
      '2015-12-01',
      "Japan's exports to India fell 3.1% in fiscal 2014 to $10.1 billion.",
      'In the first half of fiscal 2015 exports fell by 5%.',
    ),
  ).toEqual(['-3.1 2014-04..2015-03 2013-04..2014-03', '10.1 2014-04..2015-03 -', '-5 2015-04..2015-09 2014-04..2014-09']))

describe('years in brackets', () => {
  test.each([
    ['Ghana imported goods worth 8.1 billion dollars from China in 2021 (2020: 6.8 billion).', ['8.1 2021 -', '6.8 2020 -']],
    ['Exports of Ghana to China went up from 1.5 billion dollars (2019) to 2.2 billion (2022).', ['2.2 2019..2022 -']],
  ])('%s', (text, wanted) => expect(read('2023-06', text)).toEqual(wanted))
})

test('a page dated by a year alone tells what is so in that year, until it names another', () =>
  expect(
    read(
      '2019',
      'Switzerland is the third largest market of the EU for goods.',
      'In 2018 Switzerland took 11% of the services exports of the EU.',
    ),
  ).toEqual(['3 2019 -', '11 2018 -']))

test('an amount reached at the end of a stretch is of its last year', () =>
  expect(read('2010-11-08', 'US exports to India quadrupled between 2002 and 2009, to $16.4 billion.')).toEqual([
    '4 2002..2009 -',
    '16.4 2009 -',
  ]))

test('a quarter is compared with the one before', () =>
  expect(
    read('2024-02-14', 'Exports of India to China fell 8 percent in the fourth quarter of 2023 compared with the previous quarter.'),
  ).toContain('-8 2023-10..2023-12 2023-07..2023-09'))

test('the year of a place that was left is not that of the place', () =>
  expect(
    read(
      '2010-11-08',
      'In 2009 US exports to India came to $16.4 billion.',
      'India ranked 14th among US export markets, up from 25th in 2000.',
    ),
  ).toContain('14 2009 -'))
