import { describe, expect, test } from 'vitest'
import { fiscalYearOf } from '../../src/claims/calendar.ts'
import { timeRules, timesIn } from '../../src/claims/times.ts'

const now = { date: '2024-05-15', fiscal: fiscalYearOf(['IND']) }
const read = (text: string) => timesIn(text, now).map(({ period, role }) => [period, role])

describe('each rule of the grammar of times reads its own example', () => {
  test.each(timeRules.map((rule) => [rule.name, rule.example] as const))('%s', (name, example) => {
    expect(timesIn(example, now).map((time) => time.rule)).toEqual([name])
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
