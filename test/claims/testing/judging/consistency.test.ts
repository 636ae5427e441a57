import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { withSaid } from '../../../../src/claims/reading/said/with-said.ts'
import { inconsistencies, roundingBand } from '../../../../src/claims/testing/judging/consistency.ts'
import { claimOf } from '../../deed-claims.ts'

let sentence = 0

/** A figure on trade between China and Russia in 2023, each in a sentence of its own. */
const figure = (value: number, slots: Partial<Claim> = {}): Claim => {
  const claim = claimOf('x', 'x', {
    sentence_index: sentence++,
    kind: 'quantity',
    domain: 'trade',
    actors: ['CHN', 'RUS'],
    direction: 'total',
    period: { at: '2023' },
    unit: 'USD bn',
    value,
    measured: { topic: 'goods-trade', form: 'level' },
    ...slots,
  })
  const sentences = [...new Array<string>(claim.sentence_index).fill(''), claim.sentence]
  return withSaid([claim], { sentences, date: '2024-01-01' })[0]!
}

const sent = (value: number, direction: string, slots: Partial<Claim> = {}): Claim =>
  figure(value, { direction, measured: { topic: 'goods-exports', form: 'level' }, ...slots })

const kinds = (...claims: Claim[]) => inconsistencies(claims).map(({ kind }) => kind)

describe('what a text contradicts itself in', () => {
  test('one figure told twice with two numbers; rounding is no contradiction', () => {
    expect(kinds(figure(240), figure(220))).toEqual(['two-figures'])
    expect(kinds(figure(240.1), figure(240))).toEqual([])
    expect(kinds(figure(240), figure(222, { qualifier: 'about' }))).toEqual([])
    expect(kinds(figure(240), figure(190, { period: { at: '2022' } }))).toEqual([])
  })

  test('two sources may differ', () => {
    expect(kinds(figure(240), figure(220, { source_named: 'Eurostat' }))).toEqual([])
  })

  test('both directions and their total', () => {
    const parts = (a: number, b: number) => [sent(a, 'CHN->RUS'), sent(b, 'RUS->CHN')]
    expect(kinds(...parts(111, 129), figure(240))).toEqual([])
    expect(kinds(...parts(111, 99), figure(240))).toEqual(['parts-and-total'])
    // each may have been rounded
    expect(kinds(...parts(111.4, 129.3), figure(241))).toEqual([])
  })

  test('a deficit and what it is the difference of', () => {
    const gap = (value: number) => figure(value, { measured: { topic: 'deficit', form: 'balance' } })
    expect(kinds(sent(427, 'CHN->RUS'), sent(147.8, 'RUS->CHN'), gap(279))).toEqual([])
    expect(kinds(sent(427, 'CHN->RUS'), sent(147.8, 'RUS->CHN'), gap(379))).toEqual(['parts-and-total'])
  })

  test('growth and its levels', () => {
    const growth = (value: number) =>
      figure(value, { kind: 'trend', unit: 'percent_change', measured: { topic: 'goods-trade', form: 'change' } })
    const before = figure(190, { period: { at: '2022' } })
    expect(kinds(figure(240), before, growth(26))).toEqual([])
    expect(kinds(figure(240), before, growth(50))).toEqual(['growth-and-levels'])
    // a level alone, or two of another time, tells nothing of the growth
    expect(kinds(figure(240), growth(50))).toEqual([])
    expect(kinds(figure(240), figure(190, { period: { at: '2019' } }), growth(50))).toEqual([])
  })

  test('shares of one whole in one sentence', () => {
    const share = (value: number, actor: string): Claim =>
      figure(value, {
        sentence_index: 7,
        kind: 'share',
        unit: 'percent',
        actors: ['RUS', actor],
        direction: `RUS->${actor}`,
        measured: { topic: 'goods-exports', form: 'share', whole: { of: 'exports', state: 'RUS' } },
      })
    expect(kinds(share(70, 'CHN'), share(50, 'IND'))).toEqual(['shares-over-100'])
    expect(kinds(share(50.3, 'CHN'), share(50.1, 'IND'))).toEqual([])
    expect(kinds(share(70, 'CHN'), share(50, 'CHN'))).toEqual([])
  })

  test('a finding names its claims, in the order of the text', () => {
    const [a, b] = [figure(240), figure(220)]
    expect(inconsistencies([a, b])[0]?.claims).toEqual([a, b].map(({ sentence_index, claim_index }) => ({ sentence_index, claim_index })))
  })
})

describe('where a number that is written may lie', () => {
  test('half of its last digit; a tenth round a hedge; open above `more than`', () => {
    expect(roundingBand({ value: 243, hedge: undefined })).toEqual({ low: 242.5, high: 243.5 })
    expect(roundingBand({ value: 2.5, hedge: undefined }).low).toBeCloseTo(2.45, 9)
    expect(roundingBand({ value: 50, hedge: { bound: 'about' } })).toEqual({ low: 45, high: 55 })
    expect(roundingBand({ value: 50, hedge: { bound: 'more' } }).high).toBe(100)
    expect(roundingBand({ value: 50, hedge: { bound: 'almost' } }).high).toBe(50.5)
  })
})
