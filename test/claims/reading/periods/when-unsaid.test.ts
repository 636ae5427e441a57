import { describe, expect, test } from 'vitest'
import type { ClaimPeriod } from '../../../../src/claims/claim.ts'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'
import { isPresentTense } from '../../../../src/claims/reading/periods/tense.ts'

const say = (period: ClaimPeriod | null): string => (period === null ? '-' : 'at' in period ? period.at : `${period.from}..${period.to}`)

/** Kind, value and period of each claim of the last sentence. */
function last(title: string, date: string, ...sentences: string[]): string[] {
  return readClaims(sentences, date, title)
    .filter(({ checkable, sentence_index }) => checkable && sentence_index === sentences.length - 1)
    .map(({ kind, value, period }) => `${kind} ${value} ${say(period)}`)
}

describe('whether a sentence tells of what is', () => {
  test.each([
    ['Norway is the first supplier, ahead of the United States.', true],
    ['Firms from Turkey hold a tenth of the stock, which was built up over years.', true],
    ['Half of the power that the dam makes goes to Paraguay.', true],
    ['Who buys more? Chile: it took six times as much.', false],
    ['EU imports fell by a third.', false],
    ['A quarter of imports came from Ghana.', false],
    ['The share of what Oman exports rose.', false],
    ['Kenya imports tea from Malawi.', true],
  ])('%s', (text, wanted) => expect(isPresentTense(text)).toBe(wanted))
})

describe('when a figure is so whose sentence does not say', () => {
  test('who owns and holds what is so on the day of the text, whatever year its trade is of', () => {
    expect(
      last(
        'Chile and Spain',
        '2024-06-03',
        'Chile sold Spain goods worth $2.1 billion in 2023.',
        'Spanish firms hold 18 percent of the foreign direct investment in Chile.',
      ),
    ).toEqual(['share 18 2024'])
  })

  test('what is counted by the year is of the year last counted', () => {
    expect(
      last(
        'Chile and Spain',
        '2024-06-03',
        'Chile sold Spain goods worth $2.1 billion in 2023.',
        'Spain takes 3 percent of Chilean exports.',
      ),
    ).toEqual(['share 3 2023'])
  })

  test('told in the present behind an older year, it is of the day of the text', () => {
    expect(
      last(
        'Ghana and the Netherlands',
        '2022-05-10',
        'In 2021 Ghana exported goods worth $1.5 billion to the Netherlands.',
        'In 1998 it exported goods worth $200 million there.',
        'The Netherlands is now the third largest market of Ghana.',
      ),
    ).toEqual(['ranking 3 2022'])
  })

  test('a rate that is fixed for years to come does not date what is so now', () => {
    expect(
      last(
        'Laos and Thailand',
        '2023-04-12',
        'Last week the two agreed on a price of $40 per megawatt hour for 2024 to 2027.',
        'Thailand is the largest market of Laos.',
      ),
    ).toEqual(['ranking 1 2023'])
  })

  test('debts are of the day on which the text counts them, though it tells other news between', () => {
    expect(
      last(
        'Zambia owed China $6 billion at the end of 2020',
        '2021-05-11',
        'At the end of 2020 Zambia owed China $6 billion.',
        'This month it sold a bond of 500 million in London.',
        'Besides, the country owes 1.1 billion to Indian banks.',
      ),
    ).toEqual(['quantity 1.1 2020-12'])
  })

  test('what is sold by the end of a year is of the year, what is owed then is of its last month', () => {
    expect(last('Peru and Japan', '2024-03-01', 'By the end of 2023 Peruvian exports to Japan had fallen to $900 million.')).toEqual([
      'quantity 900 2023',
    ])
    expect(last('Peru and Japan', '2024-03-01', 'At the end of 2023 Peru owed Japan $900 million.')).toEqual(['quantity 900 2023-12'])
  })

  test('what is told in the plain past right behind the news of a day happened on it', () => {
    expect(
      last(
        'President of Kenya in Kampala',
        '2024-05-16',
        'The President of Kenya met his counterpart of Uganda in Kampala on Tuesday.',
        'Kenya and Uganda signed an agreement on railways.',
        'Kenya has not lifted its ban on Ugandan milk.',
      ),
    ).toEqual(['event null 2024'])
    expect(
      last(
        'President of Kenya in Kampala',
        '2024-05-16',
        'The President of Kenya met his counterpart of Uganda in Kampala on Tuesday.',
        'Kenya and Uganda signed an agreement on railways.',
      ),
    ).toEqual(['event null 2024-05-14'])
  })

  test('aid that is counted from day to day is so for all donors', () => {
    expect(
      last(
        'Aid for Ukraine',
        '2022-06',
        'Between January 24 and June 7 the United States committed 42 billion euros of aid to Ukraine.',
        'Poland, with aid of 0.5 percent of its output, is third.',
      ).map((one) => one.split(' ').at(-1)),
    ).toEqual(['2022-01-24..2022-06-07', '2022-01-24..2022-06-07'])
  })
})

describe('whose fiscal year', () => {
  const of = (...sentences: string[]): string => last('Bangladesh and India', '2024-08', ...sentences)[0]!

  test('that of him whose figures are given, wherever the text says so', () => {
    expect(of('In fiscal 2022-23 Bangladesh imported goods worth $12 billion from India.')).toBe('quantity 12 2022-07..2023-06')
    expect(
      readClaims(
        ['In fiscal 2022-23 Bangladesh imported goods worth $12 billion from India.', 'These are Indian government data.'],
        '2024-08',
        'Bangladesh and India',
      )[0]!.period,
    ).toEqual({ from: '2022-04', to: '2023-03' })
  })

  test('the fiscal year before is that before the one named last', () => {
    expect(
      last(
        'India and Kuwait',
        '2024-08',
        'In 2022-23 India imported goods worth $12 billion from Kuwait.',
        'The fiscal year before, it had imported goods worth $11 billion.',
      ),
    ).toEqual(['quantity 11 2021-04..2022-03'])
  })
})

describe('a time beside a claim', () => {
  test('in the clause behind `when` the time before it', () => {
    expect(
      last('Libya and Italy', '2024-01-10', 'No gas has flowed since March 2020, when Libya was ordered to pay Italy $2 billion.').at(-1),
    ).toBe('quantity 2 2020-03')
  })

  test('a promise to raise something is of the day that it is for, not of a stretch', () => {
    expect(last('Oman', '2024-02-06', 'Oman wants to raise its capacity to liquefy gas from 70 to 90 million tons by 2028.')).toEqual([
      'attribution 90 2028',
    ])
  })

  test('what has risen since a time in another clause has risen to the time of the text', () => {
    expect(
      last(
        'India and Kuwait',
        '2024-08',
        'In 2022-23 India imported goods worth $12 billion from Kuwait.',
        'Two years earlier it had been $4 billion, so these purchases have tripled.',
      ).at(-1),
    ).toBe('trend 3 2020-04..2023-03')
  })
})

describe('runs of years and days', () => {
  test.each([
    ['Chad was the first customer from 2013-14 to 2017-18.', 'ranking 1 2013-04..2018-03'],
    ['In the two decades from 2000 on Chad took up 40 loans from India.', 'count 40 2000..2020'],
    ['Exports of India to Chad rose by 15 percent from 2012 to 2013.', 'trend 15 2013'],
    ['The drill Surya-2021 of India and Chad was held from 1 to 13 August.', 'event null 2021-08-01..2021-08-13'],
  ])('%s', (text, wanted) => expect(last('India and Chad', '2021-08-20', text)[0]).toBe(wanted))

  test('a change right behind one over some years is over the same', () => {
    expect(
      last(
        'India',
        '2024-05-13',
        'From fiscal 2019 to fiscal 2024 sales of India to China came down by 0.6 percent.',
        'With Kenya there was growth of 47.9 percent in exports and 14.7 percent in imports.',
      ),
    ).toEqual(['trend 47.9 2018-04..2024-03', 'trend 14.7 2018-04..2024-03'])
  })

  test('twelve months earlier are the same months of the year before', () => {
    expect(
      last(
        'Chad and India',
        '2024-09-05',
        'Sales of India to Chad were $78 million in the first half of 2024, as against $103 million twelve months earlier.',
      ),
    ).toEqual(['trend 78 2023-01..2024-06'])
  })

  test('a time that another amount is compared with, or that is foretold, does not date the next clause', () => {
    expect(
      last(
        'Treasuries in March',
        '2025-05',
        "In March 2025 China's stock of American debt dropped to $765 billion from $784 billion in February, while Britain's is the second largest.",
      ).at(-1),
    ).toBe('ranking 2 2025-03')
    expect(
      last(
        'Norway and Chad',
        '2014',
        'In 2013 Norway sold Chad fish worth $2 billion.',
        'That made it the fifth market, and a council expects that demand will grow in 2014.',
      )[0],
    ).toBe('ranking 5 2013')
  })

  test('a change from a year that is named is of the year of its level', () => {
    expect(
      last('Chad and Mali', '2023-01-17', 'Chad exported goods worth $158 million to Mali last year, up 16 percent from 2021.'),
    ).toEqual(['quantity 158 2022', 'trend 16 2022'])
  })

  test('a fiscal year that is said to have ended in a month ended in it', () => {
    expect(
      last(
        'Myanmar and Thailand',
        '2023-01-17',
        'In fiscal 2022, which ended in September, Myanmar exported goods worth $4.1 billion to Thailand.',
      ),
    ).toEqual(['quantity 4.1 2021-10..2022-09'])
  })

  test('today, set against ten years ago, is no day of news', () => {
    expect(
      last(
        'Chad and Mali',
        '2025-03-04',
        'Ten years ago every third car went to Mali; today it is every fourth.',
        'Firms of Chad hold stakes in 200 companies of Mali.',
      ),
    ).toEqual(['count 200 2025'])
  })

  test.each([
    ['Imports of Pakistan from China rose 22 per cent in the first four months (July-October) of FY25.', 'trend 22 2024-07..2024-10'],
    ['Exports of China to Pakistan grew 4 per cent in the first five months (January-May) of 2024.', 'trend 4 2024-01..2024-05'],
    ['Eight submarines from China are on order, the first of which was launched in April.', 'count 8 2024'],
  ])('what is in brackets parts no time, what is said of the first of many dates not all: %s', (text, wanted) =>
    expect(last('Pakistan and China', '2024-11-21', text)[0]).toBe(wanted),
  )
})
