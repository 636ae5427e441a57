import { describe, expect, test } from 'vitest'
import type { ClaimPeriod } from '../../../../src/claims/claim.ts'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'
import { testMembership } from '../../../../src/claims/testing/deeds/test-memberships.ts'
import { fiscalYearOf } from '../../../../src/claims/text/calendar.ts'
import { timesIn } from '../../../../src/claims/text/times/times.ts'
import { claimOf, found } from '../../deed-claims.ts'

const say = (period: ClaimPeriod | null): string => (period === null ? '-' : 'at' in period ? period.at : `${period.from}..${period.to}`)
const times = (text: string, state = 'IND', date = '2024-05-15') =>
  timesIn(text, { date, fiscal: fiscalYearOf([state]) }).map(({ period, role }) => `${say(period)} ${role}`)

/** Kind, value, period and base of each claim that can be checked. */
const read = (title: string, date: string, ...sentences: string[]) =>
  readClaims(sentences, date, title)
    .filter(({ checkable }) => checkable)
    .map(({ kind, value, period, period_base }) => `${kind} ${value} ${say(period)} ${say(period_base)}`)

describe('times told by what stands before them', () => {
  test.each([
    ['They signed in March 2021; the following month the crossing was shut.', ['2021-03 at', '2021-04 at']],
    ['On 4 May 2023 it shut; two days later it was open.', ['2023-05-04 at', '2023-05-06 at']],
    ['In January 2022 they came; two weeks later they were gone.', ['2022-01 at', '2022-01 at']],
    ['In 2008 it was 7 billion; since then it has shrunk.', ['2008 at', '2008 since']],
    ['In 2005 it began; from then to 2014 they lent 83 billion.', ['2005 at', '2005..2014 at']],
    ['In April 2023 it stood at 5; the July before had brought 2.', ['2023-04 at', '2022-07 at']],
    ['In the second quarter of 2023 it rose by 12 per cent, in the third by 3.', ['2023-04..2023-06 at', '2023-07..2023-09 at']],
    ['In the fiscal year 2022-23 it was 5; in the first quarter 1.', ['2022-04..2023-03 at', '2022-04..2022-06 at']],
    ['January brought 0.65 million tonnes.', ['2024-01 at']],
    ['March exports were 3 billion.', ['2024-03 at']],
    ['a quarter at the turn of the century', ['2000 at']],
    ['A barrier has stood there since summer 2022.', ['2022-06..2022-08 since']],
  ])('%s', (text, wanted) => expect(times(text)).toEqual(wanted))

  test('a year by number is Iranian only in texts that count by it', () => {
    expect(times('It came second in 1402.', 'IRN')).toEqual(['2023-03..2024-03 at'])
    expect(times('It came second in 1402.')).toEqual([])
  })

  test('a year that ends within a month has thirteen names of months', () => {
    expect(times('in the year that ended on March 19')).toEqual(['2023-03..2024-03 at'])
    expect(times('in the year that ended on March 31')).toEqual(['2023-04..2024-03 at'])
  })
})

describe('two times of one thing', () => {
  test.each([
    ['Two helicopters came last week, on May 8.', ['2024-05-08 at']],
    ['Japan closed fiscal 2017, which ended in March, with a surplus.', ['2016-04..2017-03 at']],
    ['It fell in the fourth quarter of 2023 compared with the previous quarter.', ['2023-10..2023-12 at', '2023-07..2023-09 base']],
    ['There was a slip of 0.6% from April.', ['2024-04 base']],
    ['One of five states voted against the resolution of March 2, 2022.', ['2022-03-02 at']],
    ['In a poll of February 82 percent were happy.', ['2024-02 at']],
  ])('%s', (text, wanted) => expect(times(text)).toEqual(wanted))

  test('a day at the head of what takes effect is to come', () => {
    expect(times('From 10 August the ban on coal takes effect.', 'IND', '2022-07-10')).toEqual(['2022-08-10 at'])
    expect(times('From 10 August the ban on coal was felt.', 'IND', '2022-07-10')).toEqual(['2021-08-10 at'])
  })
})

describe('what a text is about', () => {
  test('a year in its title dates figures that name none', () =>
    expect(read('Foreign trade in 2023: Chad', '2024-04-22', 'Exports of Chad to Sudan amounted to $378 million.')).toEqual([
      'quantity 378 2023 -',
    ]))

  test('what one month alone brought does not date what follows', () =>
    expect(
      read(
        'Trade from January to July 2023',
        '2023-09-08',
        'From January to July 2023 Turkey imported goods worth $28 billion from Russia.',
        'In July alone they came to $3 billion.',
        'Exports of Turkey to Russia reached $5 billion.',
      ),
    ).toEqual(['quantity 28 2023-01..2023-07 -', 'quantity 3 2023-07 -', 'quantity 5 2023-01..2023-07 -']))

  test('a change from one half-year to another leaves the later one', () =>
    expect(
      read(
        'Pakistan and Afghanistan',
        '2024-01-19',
        'Exports of Pakistan to Afghanistan stood at $498 million in July-December FY24 as against $488 million in the corresponding period of last year.',
        'Imports fell by 39 percent year on year to $370 million.',
      ).slice(1),
    ).toEqual(['trend -39 2023-07..2023-12 2022-07..2022-12', 'quantity 370 2023-07..2023-12 -']))

  test('how many there are now is of the day of the text; what an older year had is not what is so now', () => {
    const [, many] = read('', '2023-07-06', 'In 2022 Chad sold goods worth $5 billion to Sudan.', 'Chad has 18 million people.')
    expect(many).toBe('count 18000000 2023 -')
    expect(read('', '2022-06-06', "Chad's share of Sudan's exports, a quarter in 2000, is now 14%.").at(-1)).not.toContain('2000')
  })

  test('a time up to which something runs is not when a figure is so', () =>
    expect(read('', '2023-10-01', 'Chad leases the base until 2050 for $115 million a year.')[0]).not.toContain('2050'))

  test('the news day dates what was counted, not what was measured', () =>
    expect(read('', '2024-10-16', 'On Monday Chad expelled 16 diplomats of Sudan.')).toContain('count 16 2024-10-14 -'))
})

describe('sentences that claim something without a figure or a name', () => {
  test.each([
    ['The debt of the plant was paid off in February 2023.', 'event'],
    ['The talks on a trade agreement have been on ice since September 2023.', 'event'],
    ['Its ban on sales of arms to Chad is older and goes back to 2006.', 'event'],
    ['Last week President Mahamat Deby told parliament that Sudan had armed the rebels.', 'attribution'],
    ['In 2022 not a drop of crude from Sudan was unloaded in Chad.', 'quantity'],
    ['Chad is in no alliance but the African Union, which it joined in 1963.', 'membership'],
    ['It is the third pact of its kind with Chad.', 'ranking'],
  ])('%s', (text, kind) => expect(read('Chad and Sudan', '2024-05-15', text).map((one) => one.split(' ')[0])).toContain(kind))

  test.each([
    'Ties of a thousand years bind Chad and Sudan.',
    'Will the deal pay off for Chad?',
    'Experts told lawmakers that Chad would lose its way.',
  ])('%s claims nothing', (text) => expect(read('Chad and Sudan', '2024-05-15', text)).toEqual([]))
})

test('of two clubs each has its own year, and one who is out of it is told beside', () => {
  expect(read('', '2024-08-01', 'Chad belongs to the United Nations and, since 2004, to the African Union.')).toEqual([
    'membership null 2024 -',
    'membership null 2004 -',
  ])
  expect(read('', '2024-08-01', 'Norway is not in the European Union, and Britain has been out of it since 31 January 2020.')).toEqual([
    'membership null 2024 -',
    'membership null 2020-01-31 -',
  ])
})

test.each([
  [', and Britain has been out of it since 31 January 2020.', { at: '2020-01-31' }, 'supported'],
  [', and Britain has been out of it since 31 January 2016.', { at: '2016-01-31' }, 'contradicted'],
])('out of a club since a day is to have left it then: Norway is not in the European Union%s', async (second, period, verdict) => {
  const claim = claimOf(`Norway is not in the European Union${second}`, ', and Britain has been out of it', {
    kind: 'membership',
    actors: ['GBR'],
    period,
    measured: { topic: 'membership', form: 'event' },
    rules: ['membership-too'],
  })
  expect((await found(testMembership, claim))?.verdict).toBe(verdict)
})

describe('what went by the end of a month is counted from the beginning of its year', () => {
  test.each([
    ['By the end of May 2023 India had bought 12 million tonnes.', { from: '2023-01', to: '2023-05' }],
    ['By the end of May 2023 India held 12 million tonnes.', { at: '2023-05' }],
  ])('%s', (text, period) => {
    expect(timesIn(text, { date: '2024-05-15', fiscal: { firstMonth: 1, namedByEnd: true } })[0]?.period).toEqual(period)
  })
})
