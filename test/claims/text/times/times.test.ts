import { describe, expect, test } from 'vitest'
import { fiscalYearOf } from '../../../../src/claims/text/calendar.ts'
import { timeRules, timesIn } from '../../../../src/claims/text/times/times.ts'

const now = { date: '2024-05-15', fiscal: fiscalYearOf(['IND']) }
const read = (text: string) => timesIn(text, now).map(({ period, role }) => [period, role])

describe('each rule of the grammar of times reads its own example', () => {
  test.each(timeRules.map((rule) => [rule.name, rule.example] as const))('%s', (name, example) => {
    const fiscal = fiscalYearOf([name === 'iranian-year' ? 'IRN' : 'IND'])
    expect(timesIn(example, { ...now, fiscal }).map((time) => time.rule)).toEqual(name === 'other-quarter' ? ['quarter', name] : [name])
  })
})

describe('times resolve against the day of the document', () => {
  test.each([
    ['It rose last year.', [[{ at: '2023' }, 'at']]],
    ['over the past six months', [[{ from: '2023-11', to: '2024-05' }, 'at']]],
    ['over the past five years', [[{ from: '2019', to: '2023' }, 'at']]],
    ['It has been closed since February last year.', [[{ at: '2023-02' }, 'since']]],
    ['Last autumn they met.', [[{ from: '2023-09', to: '2023-11' }, 'at']]],
    ['Six years ago it was more.', [[{ at: '2018' }, 'at']]],
    ['in the first three quarters of 2023', [[{ from: '2023-01', to: '2023-09' }, 'at']]],
    ['in the five years to 2018', [[{ from: '2014', to: '2018' }, 'at']]],
    ['At the end of 2017 it stood at 4.', [[{ at: '2017-12' }, 'at']]],
    ['in this century', [[{ from: '2001', to: '2024' }, 'at']]],
  ] as const)('%s', (text, wanted) => expect(read(text)).toEqual(wanted))
})

describe('times that hang on one named before count from that one', () => {
  test.each([
    [
      '263 million in 2021; two years later 2.7 billion',
      [
        [{ at: '2021' }, 'at'],
        [{ at: '2023' }, 'at'],
      ],
    ],
    [
      'At the end of 2017 it was 4; six months later it was 5.',
      [
        [{ at: '2017-12' }, 'at'],
        [{ at: '2018-06' }, 'at'],
      ],
    ],
    [
      'signed in March 2021, in effect the following January',
      [
        [{ at: '2021-03' }, 'at'],
        [{ at: '2022-01' }, 'at'],
      ],
    ],
    [
      'In April 2023 it shut; they complained in September.',
      [
        [{ at: '2023-04' }, 'at'],
        [{ at: '2023-09' }, 'at'],
      ],
    ],
    [
      'In 2010 it came to 12 billion; it had tripled in a decade.',
      [
        [{ at: '2010' }, 'at'],
        [{ from: '2000', to: '2010' }, 'at'],
      ],
    ],
    [
      '34% in 2020-24; ten years earlier it was 92%',
      [
        [{ from: '2020', to: '2024' }, 'at'],
        [{ from: '2010', to: '2014' }, 'at'],
      ],
    ],
  ] as const)('%s', (text, wanted) => expect(read(text)).toEqual(wanted))
})

describe('what a figure is compared with is not when it was', () => {
  test.each([
    ['3% higher than in 2022', [[{ at: '2022' }, 'base']]],
    ['more than twice their level of 2010', [[{ at: '2010' }, 'base']]],
    ['half of the 2022 bill', [[{ at: '2022' }, 'base']]],
    ['up 8% on 2021', [[{ at: '2021' }, 'base']]],
    ['Compared with 2019 it fell.', [[{ at: '2019' }, 'base']]],
  ] as const)('%s', (text, wanted) => expect(read(text)).toEqual(wanted))

  test('the year of a book in brackets dates nothing', () => expect(read('It furnished 69% (SIPRI 2024).')).toEqual([]))
})

test('fiscal years are those of the states of the text', () => {
  expect(timesIn('in FY23', { date: '2023-06', fiscal: fiscalYearOf(['RUS', 'IND']) })[0]!.period).toEqual({
    from: '2022-04',
    to: '2023-03',
  })
  expect(timesIn('in fiscal 2023', { date: '2024', fiscal: fiscalYearOf(['USA']) })[0]!.period).toEqual({ from: '2022-10', to: '2023-09' })
})

describe('years that do not begin in January, and months up to one', () => {
  const told = (text: string, ...states: string[]) =>
    timesIn(text, { date: '2023-08-15', fiscal: fiscalYearOf(states) }).map(({ period }) =>
      'at' in period ? period.at : `${period.from}..${period.to}`,
    )
  test.each([
    ['Exports rose in the year ended June 2023.', 'NZL', '2022-07..2023-06'],
    ['Exports rose in the year to June.', 'NZL', '2022-07..2023-06'],
    ['the June 2023 quarter', 'AUS', '2023-04..2023-06'],
    ['in the three months through July', 'AUS', '2023-05..2023-07'],
    ['in the fiscal year that ended in March', 'IND', '2022-04..2023-03'],
    ['in the last financial year', 'IND', '2022-04..2023-03'],
    ['in the first ten months of the 2022-23 fiscal year', 'IND', '2022-04..2023-01'],
    ['in April-February 2022-23', 'IND', '2022-04..2023-02'],
    ['in Q1 FY24', 'IND', '2023-04..2023-06'],
    ['in the fiscal year 2022/23', 'NPL', '2022-07..2023-07'],
    ['in the Iranian year 1401', 'IRN', '2022-03..2023-03'],
    ['in the first four months of the Iranian year (March 21-July 22)', 'IRN', '2023-03-21..2023-07-22'],
    ['in 2018-19', 'IRN IND', '2018-04..2019-03'],
    ['in 2022-23', 'CHN RUS', '2022..2023'],
  ])('%s (%s)', (text, states, wanted) => expect(told(text, ...states.split(' '))).toEqual([wanted]))
})

describe('parts of a year without the year are the last that were over', () => {
  const told = (text: string, date = '2023-10-15') =>
    timesIn(text, { date, fiscal: fiscalYearOf([]) }).map(({ period }) => ('at' in period ? period.at : `${period.from}..${period.to}`))
  test.each([
    ['in the January-September period', '2023-10-15', ['2023-01..2023-09']],
    ['in the first three quarters', '2023-10-15', ['2023-01..2023-09']],
    ['In nine months trade came to 900 million.', '2014-11-24', ['2014-01..2014-09']],
    ['in the fourth quarter', '2023-02-10', ['2022-10..2022-12']],
    ['in the first half', '2023-10-15', ['2023-01..2023-06']],
    ['in 3Q 2023', '2023-10-15', ['2023-07..2023-09']],
    ["in 2023's first half", '2023-10-15', ['2023-01..2023-06']],
    ['for the first time in nine months', '2023-10-15', []],
    ['A rocket of the type H2A', '2023-10-15', []],
    ['from 5.4% in January to 2.7% in December', '2023-04-02', ['2022-01', '2022-12']],
    ['It wants to open an office in September.', '2022-06-15', ['2022-09']],
  ] as const)('%s', (text, date, wanted) => expect(told(text, date)).toEqual(wanted))
})

describe('news days date deeds, and not what was said on them', () => {
  const told = (text: string) => timesIn(text, { date: '2022-07-18', fiscal: fiscalYearOf([]) }).map(({ period }) => period)
  test.each([
    ['They signed a memorandum on Monday.', [{ at: '2022-07-18' }]],
    ['He arrived on Sunday.', [{ at: '2022-07-17' }]],
    ['The office told Congress today that it may sell.', [{ at: '2022-07-18' }]],
    ['Customs data showed on Friday.', []],
    ['They met on 17-18 May.', [{ from: '2022-05-17', to: '2022-05-18' }]],
  ] as const)('%s', (text, wanted) => expect(told(text)).toEqual(wanted))
})

describe('windows and years that are only compared with', () => {
  test.each([
    ['Between 2013-17 and 2018-22 imports fell by 5%.', ['base', 'at']],
    ['8.7 percent below those of 2013-17', ['base']],
    ['shrank by 36% against 2008-12', ['base']],
    ['a growth of 37.6% on the US$64.55bil of 2021', ['base']],
    ['slid 54 percent from 2019 to 47 billion dollars last year', ['base', 'at']],
    ['almost twice as much as in 2022', ['base']],
    ['10% more than the ceiling of 2002', ['base']],
    ['It has soared since the two signed a free trade agreement in 2005.', ['since']],
  ])('%s', (text, wanted) => expect(timesIn(text, now).map(({ role }) => role)).toEqual(wanted))
})

test('a year of two numbers is read by the text’s own fiscal year, whatever another text before it counted by', () => {
  const sentence = 'Of the goods exported to China in 2019-20 most were iron ore.'
  const periodBy = (fiscal: Parameters<typeof timesIn>[1]['fiscal']) =>
    timesIn(sentence, { date: '2024', fiscal }).map(({ period }) => period)
  for (let i = 0; i < 2; i++) {
    expect(periodBy({ firstMonth: 4, namedByEnd: true })).toEqual([{ from: '2019-04', to: '2020-03' }])
    expect(periodBy({ firstMonth: 4, namedByEnd: true, assumed: true })).toEqual([{ from: '2019', to: '2020' }])
  }
})
