import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../src/claims/claim.ts'
import { withSaid } from '../../../src/claims/reading/said/with-said.ts'
import { withSignAndSwapErrors } from '../../../src/claims/testing/sign-and-swap-errors.ts'
import type { AcceptedValue, Finding, TestedClaim, Verdict } from '../../../src/claims/verdict.ts'
import { claimOf } from '../deed-claims.ts'

const evidence = { source: 'a', vintage: '2024', rows: 'a', count: 1 }
const has = (value: number, period = '2020-01-01/2020-12-31'): AcceptedValue => ({
  value,
  unit: '',
  period,
  by: 'a',
  what: 'goods',
  estimated: false,
  evidence,
})

const found = (honestValues: readonly AcceptedValue[], more: Partial<Finding> = {}): Finding => ({
  verdict: 'unverifiable',
  why: 'A figure. But nothing near says who is meant.',
  tolerance: null,
  honestValues,
  evidence: [],
  wouldBeTrue: null,
  wouldSettle: 'visavis add',
  ...more,
})

const tested = (sentence: string, word: string, slots: Partial<Claim>, finding: Finding): TestedClaim => ({
  claim: claimOf(sentence, word, { period: { at: '2020' }, measured: { topic: 'goods-imports', form: 'level' }, ...slots }),
  answer: 'outside-record',
  finding,
})

/** The claims with what their words say. */
const told = (claims: readonly TestedClaim[], sentence: string): TestedClaim[] =>
  claims.map((one) => ({ ...one, claim: withSaid([one.claim], { sentences: [sentence], date: '2021-05-01' })[0]! }))

const verdicts = (claims: readonly TestedClaim[], sentence: string): (Verdict | undefined)[] =>
  withSignAndSwapErrors(told(claims, sentence), { date: '2021-05-01', cards: new Map() }).map(({ finding }) => finding?.verdict)

describe('a change of the very size, the other way', () => {
  const sentence = 'Its imports grew by 9.4 per cent.'
  const growth = (values: readonly number[], value = 9.4): TestedClaim[] => [
    tested(sentence, '9.4', { kind: 'trend', unit: 'percent_change', value }, found(values.map((one) => has(one)))),
  ]

  test.each([
    ['one source has the size, all have the direction', growth([-9.41, -12]), 'contradicted'],
    ['no source has the size', growth([-12, -14]), 'unverifiable'],
    ['a source has the direction that is told', growth([-9.41, 3]), 'unverifiable'],
    ['it hardly moved', growth([-1.2], 1.2), 'unverifiable'],
    ['nothing is on record', growth([]), 'unverifiable'],
  ])('%s', (_what, claims, verdict) => {
    expect(verdicts(claims, sentence)).toEqual([verdict])
  })

  test('it says which way it went, and asks for no more data', () => {
    const [one] = withSignAndSwapErrors(growth([-9.41]), { date: '2021-05-01', cards: new Map() })
    expect(one).toMatchObject({
      answer: 'checked',
      finding: { wouldSettle: null, wouldBeTrue: { changed: 'direction', value: -9.41, text: expect.stringContaining('It fell') } },
    })
  })
})

describe('two that stand where the other belongs', () => {
  const sentence = 'Qatar bought 9.6 and Oman 6.4 per cent.'
  const pair = (one: readonly number[], other: readonly number[], more: Partial<Claim> = {}): TestedClaim[] => [
    tested(sentence, '9.6', { kind: 'share', unit: 'percent', value: 9.6, actors: ['WLD', 'QAT'] }, found(one.map((each) => has(each)))),
    tested(
      sentence,
      '6.4',
      { kind: 'share', unit: 'percent', value: 6.4, actors: ['WLD', 'OMN'], ...more },
      found(other.map((each) => has(each))),
    ),
  ]

  test.each([
    ['each fits where the other stands', pair([6.5], [9.2]), 'contradicted'],
    ['one of them fits where it stands', pair([6.5, 9.6], [9.2]), 'unverifiable'],
    ['only one fits where the other stands', pair([6.5], [20]), 'unverifiable'],
    ['they are of two times', pair([6.5], [9.2], { period: { at: '2010' } }), 'unverifiable'],
    ['they are of two kinds', pair([6.5], [9.2], { domain: 'energy' }), 'unverifiable'],
  ])('%s', (_what, claims, verdict) => {
    expect(verdicts(claims, sentence)).toEqual([verdict, verdict])
  })

  test('places, by the place that the record has', () => {
    const order = (value: number): Partial<Finding> => ({
      wouldBeTrue: { changed: 'order', text: 'It was another.', value, unit: 'rank', period: null, evidence: [] },
    })
    const ranks = (one: number, other: number): TestedClaim[] => [
      tested(sentence, '9.6', { kind: 'ranking', unit: 'rank', value: 2, actors: ['QAT', 'USA'] }, found([], order(one))),
      tested(sentence, '6.4', { kind: 'ranking', unit: 'rank', value: 3, actors: ['OMN', 'USA'] }, found([], order(other))),
    ]
    expect(verdicts(ranks(3, 2), sentence)).toEqual(['contradicted', 'contradicted'])
    expect(verdicts(ranks(3, 4), sentence)).toEqual(['unverifiable', 'unverifiable'])
  })

  test.each([
    ['named to whom', 'Exports to Mexico came to 475.6 billion and imports from there to 323.2 billion.', 'contradicted'],
    ['not named', 'Exports came to 475.6 billion and imports from there to 323.2 billion.', 'unverifiable'],
  ])('both ways between two: %s', (_what, both, verdict) => {
    const flows = [
      tested(
        both,
        '475.6',
        { kind: 'quantity', unit: 'USD bn', value: 475.6, actors: ['USA', 'MEX'], direction: 'USA->MEX' },
        found([has(324)]),
      ),
      tested(
        both,
        '323.2',
        { kind: 'quantity', unit: 'USD bn', value: 323.2, actors: ['MEX', 'USA'], direction: 'MEX->USA' },
        found([has(473)]),
      ),
    ]
    expect(verdicts(flows, both)).toEqual([verdict, verdict])
  })
})

describe('the two ends of a change', () => {
  const sentence = 'Its share of imports went from 37 down to 32 per cent.'
  const ends = (first: number, last: number): TestedClaim[] => [
    tested(
      sentence,
      '32',
      { kind: 'trend', unit: 'percent', value: 32, value_from: 37 },
      found([has(first, '2011-01-01/2015-12-31'), has(last, '2016-01-01/2020-12-31')]),
    ),
  ]

  test.each([
    ['turned round', ends(33.1, 36.3), 'contradicted'],
    ['both far off either way', ends(20, 25), 'unverifiable'],
    ['as they are told', ends(36.3, 33.1), 'unverifiable'],
  ])('%s', (_what, claims, verdict) => {
    expect(verdicts(claims, sentence)).toEqual([verdict])
  })
})
