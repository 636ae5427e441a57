import { describe, expect, test } from 'vitest'
import { hedgeSaid } from '../../../../src/claims/reading/said/figures/hedge.ts'
import { type CandidateValue, judgeChange, judgeLevel, judgeSign } from '../../../../src/claims/testing/judging/judge.ts'
import { toleranceOf } from '../../../../src/claims/testing/judging/tolerance.ts'

const value = (number: number, more: Partial<CandidateValue> = {}): CandidateValue => ({
  value: number,
  unit: 'USD bn',
  period: '2021',
  by: 'office',
  what: 'goods from A to B',
  estimated: false,
  evidence: { source: 'office', vintage: '1', rows: 'observations', count: 1 },
  definition: 'same',
  atLeast: false,
  source: 'office',
  reporter: 'AAA',
  ...more,
})
const compiled = (number: number): CandidateValue => value(number, { source: 'baci', reporter: null })
const level = (stated: number, values: CandidateValue[], qualifier: string | null = null) =>
  judgeLevel(stated, toleranceOf({ value: stated, unit: 'USD bn', hedge: hedgeSaid(qualifier) }), values).verdict
const change = (stated: number, values: CandidateValue[]) =>
  judgeChange(stated, toleranceOf({ value: stated, unit: 'percent_change', hedge: undefined }), values).verdict

test('a growth of deliveries is open however far off, as registers are revised', () => {
  const register = (number: number) => value(number, { source: 'sipri-register', reporter: null, unit: 'percent_change' })
  expect(change(279, [register(29.7), register(27.4)])).toBe('unverifiable')
})

test('a balance may be as far beyond either side’s count as these are from one another', () => {
  const balance = (number: number) => value(number, { what: 'goods between A and B, one way less the other' })
  expect(level(88, [balance(222), balance(555)])).toBe('unverifiable')
  expect(level(88, [balance(222), balance(240)])).toBe('contradicted')
})

describe('a level', () => {
  test('without a figure cannot be told', () => expect(level(100, [])).toBe('unverifiable'))
  test('is supported by any honest value', () => expect(level(95, [value(88), value(94, { source: 'other' })])).toBe('supported'))
  test('is supported between reports that are not far apart', () =>
    expect(level(91, [value(80), value(105, { source: 'other' })])).toBe('supported'))
  test('is partly right within a quarter of an office’s figure', () => expect(level(115, [value(100)])).toBe('partly'))
  test('is wrong beyond', () => expect(level(200, [value(100), value(105, { source: 'other' })])).toBe('contradicted'))
  test('is wrong on the other side too', () => expect(level(50, [value(100), value(105, { source: 'other' })])).toBe('contradicted'))
  test('hedged as more is wrong only below', () => {
    expect(level(90, [value(100)], 'more than')).toBe('supported')
    expect(level(200, [value(100)], 'more than')).toBe('contradicted')
  })
  test('of another definition fits partly', () => expect(level(100, [value(100, { definition: 'other' })])).toBe('partly'))
  test('is never wrong against another definition alone', () =>
    expect(level(500, [value(100, { definition: 'other' })])).toBe('unverifiable'))
  test('of one printed figure alone is wrong where one digit is another, and open where more are', () => {
    const printed = (number: number, more: Partial<CandidateValue> = {}) =>
      value(number, { source: 'cited-figures', reporter: null, ...more })
    expect(level(41.3, [printed(31.3)])).toBe('contradicted')
    expect(level(41.8, [printed(31.3)])).toBe('unverifiable')
    expect(level(41.3, [printed(31.3, { atLeast: true })])).toBe('unverifiable')
  })
  test('is never wrong above a lower bound', () => expect(level(300, [value(100, { atLeast: true })])).toBe('unverifiable'))
  test('is not wrong where the reports are far apart and it is near one', () =>
    expect(level(140, [value(100), value(20, { source: 'other' })])).toBe('unverifiable'))
  test('far beyond any figure may be of another thing', () => expect(level(4000, [value(100)])).toBe('unverifiable'))
})

describe('figures that nobody prints', () => {
  test('a tenth off is as near as compiled figures are', () => expect(level(109, [compiled(100)])).toBe('supported'))
  test('a fifth off cannot be told', () => expect(level(120, [compiled(100)])).toBe('unverifiable'))
  test('half as much again of one compiled source cannot be told', () => expect(level(150, [compiled(100)])).toBe('unverifiable'))
  test('twice as much is wrong', () => expect(level(200, [compiled(100)])).toBe('contradicted'))
  test('what was put in for a report that never came is wrong only where a text is several times off', () => {
    const guess = value(100, { source: 'imf-imts-2025', reporter: 'UZB', estimated: true })
    expect(level(260, [guess])).toBe('unverifiable')
    expect(level(500, [guess])).toBe('contradicted')
  })
  test('a few points of a small supplier may have been struck off the register', () => {
    const share = (number: number) => value(number, { source: 'sipri-register', reporter: null, unit: 'percent' })
    const of = (stated: number, values: CandidateValue[]) =>
      judgeLevel(stated, toleranceOf({ value: stated, unit: 'percent', hedge: undefined }), values).verdict
    expect(of(7, [share(3.73)])).toBe('unverifiable')
    expect(of(27, [share(13)])).toBe('contradicted')
    const ofWorld = (number: number, period: string) => ({
      ...share(number),
      period,
      what: 'major arms from the world to A as a share of all deliveries of the world',
    })
    // of what the world delivered in several years less is struck off
    expect(of(7, [ofWorld(3.73, '2015/2019')])).toBe('contradicted')
    expect(of(7, [ofWorld(3.73, '2019')])).toBe('unverifiable')
    expect(of(3.1, [ofWorld(2.37, '2015/2019')])).toBe('unverifiable')
    expect(of(9.6, [ofWorld(6.91, '2018/2022')])).toBe('contradicted')
    const ofOne = (number: number) => ({ ...share(number), period: '2009/2013' })
    expect([of(54, [ofOne(73.9)]), of(49, [ofOne(40.4)]), of(16, [ofOne(12.2)])]).toEqual(['contradicted', 'unverifiable', 'unverifiable'])
  })
  test('a register that is revised calls nothing partly right', () =>
    expect(level(49, [value(40.4, { source: 'sipri-register', reporter: null })])).toBe('unverifiable'))
})

describe('a change', () => {
  test('between reports that are far apart is not partly right', () =>
    expect(change(28, [value(18), value(30.5), value(44)])).toBe('unverifiable'))
  test('agrees to a point or so', () => expect(change(26.3, [value(26.2)])).toBe('supported'))
  test('is wrong with the wrong sign', () => expect(change(7.6, [value(-7.6)])).toBe('contradicted'))
  test('is not wrong by a sign within what nobody can measure', () => expect(change(0.5, [value(-0.8)])).toBe('unverifiable'))
  test('is judged in the currency of the source, though another currency may bear it out', () => {
    const euro = value(-3)
    const dollars = value(-0.4, { definition: 'converted' })
    expect(change(3, [euro, dollars])).toBe('contradicted')
    expect(change(-0.5, [euro, dollars])).toBe('supported')
  })
  test('is partly right in the right direction and near', () => expect(change(50, [value(42)])).toBe('partly'))
  test('of quite another size is wrong', () => expect(change(300, [value(60)])).toBe('contradicted'))
})

describe('a bare direction', () => {
  test('is right where a source moved that way', () => expect(judgeSign(1, [value(5)]).verdict).toBe('supported'))
  test('is wrong where all moved the other way', () => expect(judgeSign(1, [value(-23)]).verdict).toBe('contradicted'))
  test('cannot be told where nothing moved', () => expect(judgeSign(1, [value(-1)]).verdict).toBe('unverifiable'))
  test('is told by who counted it, not by what a compiler put in for a report that never came', () => {
    const counted = value(29, { source: 'cited-figures', reporter: 'CHN' })
    const guess = value(-10, { source: 'imf-dots', reporter: 'RUS', estimated: true })
    expect(judgeSign(-1, [counted, guess]).verdict).toBe('contradicted')
    expect(judgeSign(-1, [guess]).verdict).toBe('supported')
  })
  test('by weight only is partly right', () =>
    expect(judgeSign(-1, [value(60), value(-10, { definition: 'other' })]).verdict).toBe('partly'))
})
