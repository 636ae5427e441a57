import { describe, expect, test } from 'vitest'
import { readClaims } from '../../../../src/claims/reading/read-claims.ts'
import { testClaims } from '../../../../src/claims/testing/testers.ts'
import type { TestedClaim } from '../../../../src/claims/verdict.ts'
import { record } from '../../deed-claims.ts'

async function tested(sentences: readonly string[], date = '2021-06-10'): Promise<TestedClaim[]> {
  const snapshot = await record()
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  return testClaims(readClaims(sentences, date), { snapshot, date, today: '2026-11-25', cards, sentences })
}

const given = (all: readonly TestedClaim[]): string[] =>
  all.flatMap(({ finding }) => (finding === null || finding.verdict === 'unverifiable' ? [] : [finding.verdict]))

describe('a verdict on trade has to be earned', () => {
  test.each([
    ['who, what and when in the sentence', ["Germany's exports to Poland rose in 2019."]],
    ['a record of the thing itself', ['Trade between Germany and Poland reached a record high in 2019.']],
  ])('%s: given', async (_what, sentences) => {
    expect(given(await tested(sentences))).toEqual(['supported'])
  })

  test.each([
    [
      'what rises is prosperity',
      ['Sweden and India met in 2019.', 'Free and fair trade is key in order to create new jobs and to increase prosperity.'],
    ],
    [
      'what is unprecedented is interdependence',
      ['Cameroon trades with Chad.', 'The unprecedented interdependence of nations and peoples in 2018 requires action.'],
    ],
    ['what is displaced is families', ['Since 2012 Georgia, with the European Union, has provided homes to displaced families.']],
    [
      'neighbours are none in particular',
      ['Poland borders on Germany.', 'From 2016 to 2019 the trade of Poland with its neighbouring states grew almost five-fold.'],
    ],
    ['an ordinal within a longer one', ['In 2019 Poland was the thirty-first trading partner of Germany.']],
    [
      'a share of a population',
      [
        'New Zealand and Australia are neighbours.',
        'In 2013 many New Zealand citizens lived in Australia, which is 16% of the population.',
      ],
    ],
    ['regimes are no flow', ['The United States met Kazakhstan in 2019.', 'Fair trade regimes are crucial to global economic recovery.']],
  ])('%s: left open', async (_what, sentences) => {
    expect(given(await tested(sentences))).toEqual([])
  })

  test('what the sentence leaves out is told with the sentence that it comes from', async () => {
    const all = await tested([
      'Germany and Poland are neighbours, and in 2019 they traded much.',
      'Their trade came to 134 billion dollars that year.',
    ])
    const why = all.find(({ claim }) => claim.value === 134)?.finding?.why ?? ''
    expect(why).toMatch(/Read from the text: .*from sentence 1 \(“Germany and Poland/)
  })

  test('a refused verdict shows no rows of the guess', async () => {
    const all = await tested(['Cameroon trades with Chad.', 'The unprecedented interdependence of nations in 2018 requires action.'])
    for (const { finding } of all) expect(finding?.evidence ?? []).toEqual([])
  })
})
