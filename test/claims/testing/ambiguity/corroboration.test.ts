import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import type { TextOfClaims } from '../../../../src/claims/reading/said/text-of-claims.ts'
import { withSaid } from '../../../../src/claims/reading/said/with-said.ts'
import { corroboratedClaims } from '../../../../src/claims/testing/ambiguity/corroboration.ts'
import type { TestedClaim } from '../../../../src/claims/verdict.ts'
import { claimOf } from '../../deed-claims.ts'
import { testedText, verdictsOn } from '../../tested-text.ts'

/** The values of the corroborated claims of a text. */
const corroborated = (tested: readonly TestedClaim[], text: TextOfClaims): (number | null)[] =>
  [...corroboratedClaims(tested.map((one) => ({ ...one, claim: withSaid([one.claim], text)[0]! }))).keys()].map(({ value }) => value)

test.each([
  [
    'the very figure of the record says who and when, so a change beside it is checked',
    'had stood at 95.28 billion dollars, ',
    'contradicted',
  ],
  ['without such a figure nothing is decided', 'had been ', 'unverifiable'],
  ['a round number meets a figure by chance', 'had stood at 95 billion dollars, ', 'unverifiable'],
])('%s', async (_what, figure, verdict) => {
  const text = `Trade between China and Russia grows.
The two neighbours look back on a good time.
In 2014 the figure ${figure}forty times what it was in 1999.`
  const change = (await testedText(text, '2015-02-10', { title: 'China and Russia' })).find(({ claim }) => claim.value === 40)
  expect(change?.finding?.verdict).toBe(verdict)
  const named = text.replace(`the figure ${figure}`, 'trade between China and Russia had been ')
  expect((await verdictsOn(named, '2015-02-10', { title: 'China and Russia' })).at(-1)).toBe('contradicted')
})

test('exports are of all goods, and a genitive before the word names no good, unless one is named', async () => {
  expect(await verdictsOn("Kyrgyzstan's exports to Russia rose in 2023.", '2024-02-10')).toEqual(['contradicted'])
  expect(await verdictsOn('Cotton exports from Kyrgyzstan to Russia rose in 2023.', '2024-02-10')).toEqual(['unverifiable'])
})

describe('whose partners are ranked', () => {
  const sentence = 'Russia supplied 62% of what it bought, followed by Israel.'
  const sentences = ['India bought most.', sentence]
  const slots: Partial<Claim> = { measured: { topic: 'arms', form: 'share' }, period: { from: '2013', to: '2017' }, sentence_index: 1 }
  const share = claimOf(sentence, '62%', { ...slots, kind: 'share', unit: 'percent', value: 62, actors: ['RUS', 'IND'] })
  const place = claimOf(sentence, 'Israel', { ...slots, kind: 'ranking', unit: 'rank', value: 2, actors: ['ISR', 'IND'] })
  const finding = { why: '', tolerance: null, evidence: [], wouldBeTrue: null, wouldSettle: null }
  const evidence = { source: '', vintage: '', rows: '', count: 1 }
  const tested = (of: number, ranked: Claim): TestedClaim[] => [
    {
      claim: share,
      answer: 'checked',
      finding: {
        ...finding,
        verdict: 'supported',
        honestValues: [{ value: of, unit: 'percent', period: '2013/2017', by: '', what: '', estimated: false, evidence }],
      },
    },
    { claim: ranked, answer: 'outside-record', finding: { ...finding, verdict: 'unverifiable', honestValues: [] } },
  ]
  const bench = { sentences, date: '2018-03-12' }

  test('is settled by the share of another in the same sentence', () => {
    expect(corroborated(tested(62.3, place), bench)).toEqual([2])
  })

  test.each([
    ['a share that only comes near', tested(64, place)],
    ['another time', tested(62.3, { ...place, period: { at: '2017' } })],
    ['partners of somebody else', tested(62.3, { ...place, actors: ['ISR', 'VNM'] })],
  ])('not by %s', (_what, claims) => {
    expect(corroborated(claims, bench)).toEqual([])
  })
})

describe('one flow has one amount', () => {
  const lead = 'In 2018 Argentina exported goods worth 61.6 billion dollars.'
  const followed = 'Brazil was the main buyer with $11.3 billion, followed by China and the United States with $4.2 billion each.'
  const slots: Partial<Claim> = {
    kind: 'quantity',
    unit: 'USD bn',
    measured: { topic: 'goods-exports', form: 'level' },
    actors: ['ARG', 'BRA'],
    direction: 'ARG->BRA',
    period: { at: '2018' },
    sentence_index: 1,
  }
  const finding = { why: '', tolerance: null, evidence: [], wouldBeTrue: null, wouldSettle: null }
  const honest = (value: number): TestedClaim['finding'] => ({
    ...finding,
    verdict: 'supported',
    honestValues: [
      {
        value,
        unit: 'USD bn',
        period: '2018',
        by: '',
        what: '',
        estimated: false,
        evidence: { source: '', vintage: '', rows: '', count: 1 },
      },
    ],
  })
  const open: TestedClaim['finding'] = { ...finding, verdict: 'unverifiable', honestValues: [] }
  const told = (sure: Claim, other: Claim): TestedClaim[] => [
    { claim: sure, answer: 'checked', finding: honest(sure.value!) },
    { claim: other, answer: 'outside-record', finding: open },
  ]

  test('a second one beside it is not borne out by the first', () => {
    const first = claimOf(followed, '$11.3 billion', { ...slots, value: 11.3 })
    const second = claimOf(followed, '$4.2 billion', { ...slots, value: 4.2 })
    expect(corroborated(told(first, second), { sentences: [lead, followed], date: '2019-03-01' })).toEqual([])
    const change = { ...second, kind: 'trend' as const, unit: 'percent_change' as const }
    expect(corroborated(told(first, change), { sentences: [lead, followed], date: '2019-03-01' })).toEqual([4.2])
  })

  test('a look back at another year does not say when what follows was', () => {
    const before = 'In 2016 Brazil had bought 9.31 billion dollars of goods.'
    const after = 'Imports were 15.6 billion dollars.'
    const past = claimOf(before, '9.31 billion', { ...slots, value: 9.31, period: { at: '2016' } })
    const open = claimOf(after, '15.6 billion', { ...slots, direction: 'BRA->ARG', value: 15.6, period: { at: '2016' }, sentence_index: 2 })
    const years = (sentences: readonly string[]): number => corroborated(told(past, open), { sentences, date: '2019-03-01' }).length
    expect(years([lead, before, after])).toBe(0)
    expect(years([lead.replace('2018', '2016'), before, after])).toBe(1)
  })
})
