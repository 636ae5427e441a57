import { describe, expect, test } from 'vitest'
import type { Claim } from '../../src/claims/claim.ts'
import { confirmedBy } from '../../src/claims/confirmed.ts'
import { readClaims } from '../../src/claims/read-claims.ts'
import { testClaims } from '../../src/claims/testers.ts'
import type { TestedClaim } from '../../src/claims/verdict.ts'
import { claimOf, record } from './deed-claims.ts'

async function tested(text: string, date: string, title = ''): Promise<TestedClaim[]> {
  const snapshot = await record()
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const sentences = text.split('\n')
  return testClaims(readClaims(sentences, date, title), { snapshot, date, today: '2026-11-25', cards, sentences })
}
const told = (claims: readonly TestedClaim[]): string[] =>
  claims.map(({ claim, finding }) => `${claim.value ?? claim.kind}: ${finding?.verdict}`)

describe('a figure that is the very one of the record says who and when', () => {
  const title = 'China and Russia'
  const lead = 'The two neighbours look back on a good time.'

  test('a change in the same breath is then held against the record', async () => {
    const wrong = `${lead}\nIn 2014 the figure had stood at 95.28 billion dollars, forty times what it was in 1999.`
    expect(told(await tested(`Trade between China and Russia grows.\n${wrong}`, '2015-02-10', title))).toContain('40: contradicted')
  })

  test('without such a figure nothing is said against it', async () => {
    const vague = `${lead}\nIn 2014 the figure had been forty times what it was in 1999.`
    expect(told(await tested(`Trade between China and Russia grows.\n${vague}`, '2015-02-10', title))).not.toContain('40: contradicted')
  })

  test('a round number meets a figure by chance and says nothing', async () => {
    const round = `${lead}\nIn 2014 the figure had stood at 95 billion dollars, forty times what it was in 1999.`
    expect(told(await tested(`Trade between China and Russia grows.\n${round}`, '2015-02-10', title))).not.toContain('40: contradicted')
  })
})

describe('what somebody sells is all goods unless a good is named', () => {
  test.each([
    ['a genitive before the word names no good', "Kyrgyzstan's exports to Russia rose in 2023.", 'contradicted'],
    ['a good does', 'Cotton exports from Kyrgyzstan to Russia rose in 2023.', 'unverifiable'],
  ])('%s', async (_what, text, verdict) => {
    expect((await tested(text, '2024-02-10')).map(({ finding }) => finding?.verdict)).toEqual([verdict])
  })
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
    expect([...confirmedBy(tested(62.3, place), bench).keys()]).toEqual([place])
  })

  test.each([
    ['a share that only comes near', tested(64, place)],
    ['another time', tested(62.3, { ...place, period: { at: '2017' } })],
    ['partners of somebody else', tested(62.3, { ...place, actors: ['ISR', 'VNM'] })],
  ])('not by %s', (_what, claims) => {
    expect(confirmedBy(claims, bench).size).toBe(0)
  })
})
