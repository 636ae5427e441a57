import { describe, expect, test } from 'vitest'
import type { ClaimPeriod } from '../../../../src/claims/claim.ts'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'

const say = (period: ClaimPeriod | null): string => (period === null ? '-' : 'at' in period ? period.at : `${period.from}..${period.to}`)

/** Kind, value and period of each claim of a sentence that can be checked. */
const read = (text: string, date = '2023-10-02'): string[] =>
  readClaims([text], date, '')
    .filter(({ checkable }) => checkable)
    .map(({ kind, value, period }) => `${kind} ${value} ${say(period)}`)

describe('the same deed at another time, or of another', () => {
  test.each([
    ['Egypt cut relations with Qatar in June 2017, and with Iran in March 1979.', ['event null 2017-06', 'event null 1979-03']],
    ['The crossing at Nyando closed in May 2019 and that at Gatuna in March 2020.', ['event null 2019-05', 'event null 2020-03']],
    ['Brazil abstained in March 2022 and again in February this year.', ['event null 2022-03', 'event null 2023-02']],
    ['Crude from Libya was banned in March 2018, oil products two months later.', ['event null 2018-03', 'event null 2018-05']],
    ['Peru signed an agreement with China in 2009 and with South Korea in 2011.', ['event null 2009', 'event null 2011']],
  ])('%s', (text, wanted) => expect(read(text)).toEqual(wanted))

  test.each([
    'Uganda banned imports of Kenyan milk in 2014, a year after the dispute of 2013.',
    'Fiji recalled its ambassador from France in 1995, and trade came to a standstill in 1996.',
    'Chad opened an embassy in Israel in 2019, the first in forty years.',
  ])('none where the second time is of something else: %s', (text) =>
    expect(read(text).filter((one) => one.startsWith('event'))).toHaveLength(1),
  )
})

describe('what is denied of another', () => {
  test.each([
    ['Finland is a member of NATO; Austria is not.', ['membership null 2023', 'membership null 2023']],
    ['Kenya has recognised Kosovo, but Ghana has not.', ['event null 2023', 'event null 2023']],
    ['China voted for the resolution; India did not.', ['event null 2023', 'event null 2023']],
  ])('%s', (text, wanted) => expect(read(text)).toEqual(wanted))

  test('a clause that denies nothing of the deed before it is none', () => {
    expect(read('Chad ratified the treaty in 2010; the price of it, though, was not.')).toHaveLength(1)
  })
})

describe('what was done for the first time', () => {
  test('a claim beside the deed, of the same two at the same time, and no rank by trade', () => {
    const claims = readClaims(
      ['On August 17 the Prime Minister of Chad went to Algeria, the first visit by a head of government since 2004.'],
      '2023-10-02',
      'Chad and Algeria',
    ).filter(({ checkable }) => checkable)
    expect(claims.map(({ kind, value }) => `${kind} ${value}`)).toEqual(['event null', 'ranking 1'])
    expect(claims[1]!.actors).toEqual(claims[0]!.actors)
    expect(claims[1]!.period).toEqual(claims[0]!.period)
    expect(claims[1]!.measured).toBeNull()
  })

  test('the first quarter is no place', () => {
    expect(read('In the first quarter exports of Chad to China came to $3 billion.')).toEqual(['quantity 3 2023-01..2023-03'])
  })

  test('how often in a row', () => {
    expect(read('Chad had a deficit of $176 million with China in May 2023, the ninth in a row.')).toEqual([
      'quantity 176 2023-05',
      'count 9 2023-05',
    ])
  })
})

describe('how figures come out is no deed', () => {
  test.each([
    'On January 26 the central bank of Thailand released its statistics for 2022.',
    'The figures are taken from a report of the bank of Uganda.',
    'Trade of Chad with Niger is published separately.',
  ])('%s', (text) => expect(read(text)).toEqual([]))

  test('nor is the end of a year', () => {
    expect(read('Iran sold Iraq goods worth $9 billion in the year that ended on March 19.')).toHaveLength(1)
  })
})

describe('changes and places by other words', () => {
  test.each([
    ['Trade of Chad with Mali grew to $89 million in 2023, a gain of 27 percent.', 'trend 27 2023'],
    ['Exports of Chad to Mali slipped by 1.3 percent in 2023.', 'trend -1.3 2023'],
    ['Chad saw its trade with Mali contract by 5.2 percent in 2023.', 'trend -5.2 2023'],
  ])('%s', (text, wanted) => expect(read(text, '2024-02-02')).toContain(wanted))

  test.each([
    ['Exports of Chad to Mali increased 15.9% in 2023 and imports 37.5%.', ['trend 15.9 2023', 'trend 37.5 2023']],
    [
      'Vietnam imported 699 percent more arms in 2011-15 than in 2006-10, Saudi Arabia 275 percent and Qatar 279 percent more.',
      ['trend 699 2011..2015', 'trend 275 2011..2015', 'trend 279 2011..2015'],
    ],
  ])('those in one row change together: %s', (text, wanted) => expect(read(text, '2024-02-02')).toEqual(wanted))

  test('a place that one had been at, and again later', () => {
    expect(read('China had already been first from 2013 to 2017, and again in 2020.', '2024-05-13')).toEqual([
      'ranking 1 2013..2017',
      'ranking 1 2020',
    ])
  })

  test('since a deed of old: the deed is told as well', () => {
    expect(read('Chad and China have come a long way since they took up diplomatic relations in 1972.')).toEqual(['event null 1972'])
  })

  test('a draft that failed and what may come to an end', () => {
    expect(read('A rival draft of Russia failed on 30 August 2023.')).toEqual(['event null 2023-08-30'])
    expect(
      readClaims(['Exports of Chad to Mali could cease entirely in 2025.'], '2023-10-02', '').map(({ kind, checkable, value }) => [
        kind,
        checkable,
        value,
      ]),
    ).toEqual([['forecast', true, 0]])
  })

  test('what is compared with a weight is a weight, an ordinal no fraction, `ranked next` no first place', () => {
    const claims = readClaims(
      ['Turkey imported 10.2 billion cubic metres of gas from Azerbaijan in 2023, up from 8.7 billion in 2022.'],
      '2024-06-18',
      '',
    )
    expect(claims.map(({ value, value_from, unit }) => [value, value_from, unit])).toEqual([[10.2, 8.7, 'bcm']])
    expect(read('On 3 May 2023 Laos and Thailand agreed to build a fifth bridge.').filter((one) => one.includes('20 '))).toEqual([])
    expect(
      read('Laos, which bought goods for 150 million dollars from Thailand in 2022, ranked next.').filter((one) =>
        one.startsWith('ranking'),
      ),
    ).toEqual([])
  })

  test('the thirteenth Trade Committee is no place', () => {
    expect(
      read('The 13th Trade Committee of the EU and Korea met in Seoul on 4 September 2023.').filter((one) => one.startsWith('ranking')),
    ).toEqual([])
  })

  test('both ends of a change in one unit; what two figures make is from the one to the other', () => {
    const of = (text: string) =>
      readClaims([text], '2016-02-20', '').map(({ value, value_from, period }) => [value, value_from, say(period)])
    expect(of('Farms of Peru, which used to export $700 million to Chad in 2010, now sell 3.8 billion.')[0]!.slice(0, 2)).toEqual([
      3.8, 0.7,
    ])
    expect(of('Exports of Chad to Mali were 34 billion dollars in 2011, in 2014 only 25, a fall of a quarter.').at(-1)).toEqual([
      -25,
      null,
      '2011..2014',
    ])
  })
})
