import { describe, expect, test } from 'vitest'
import { readClaims } from '../../../src/claims/reading/read-claims.ts'
import { testClaims } from '../../../src/claims/testing/testers.ts'
import { record } from '../deed-claims.ts'

/** What is said of each claim of the last sentence of a text. */
async function saidOf(date: string, title: string, sentences: readonly string[]): Promise<string[]> {
  const snapshot = await record()
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const tested = await testClaims(readClaims(sentences, date, title), { snapshot, date, today: '2026-11-25', cards, sentences })
  return tested
    .filter(({ claim }) => claim.sentence_index === sentences.length - 1)
    .map(({ claim, finding }) => `${claim.value}: ${finding?.verdict}`)
}

const opening = [
  'Germany exported goods worth 1,204.7 billion euros in 2020, 9.3 percent less than the year before.',
  'China was the most important trading partner, with a turnover of 212.1 billion euros.',
]

describe('who and when a sentence leaves out is borne out by figures of the text round about', () => {
  test('a wrong figure of another partner of the same year is called so', async () => {
    const last = 'The Netherlands followed with 393.8 billion and the United States with 171.6 billion.'
    expect(await saidOf('2021-02-09', 'Germany’s trade', [...opening, last])).toEqual(['393.8: contradicted', '171.6: supported'])
  })

  test('the right ones agree', async () => {
    const last = 'The Netherlands followed with 172.8 billion and the United States with 171.6 billion.'
    expect(await saidOf('2021-02-09', 'Germany’s trade', [...opening, last])).toEqual(['172.8: supported', '171.6: supported'])
  })

  test('without a figure of that year beside it nothing is said against it', async () => {
    const last = 'The Netherlands followed with 293.8 billion.'
    expect(await saidOf('2021-02-09', 'Germany’s trade', ['Germany trades with all the world.', last])).not.toContain('293.8: contradicted')
  })
})

describe('a sum far above all that is between two is not called wrong where the sentence names one', () => {
  test.each([
    ['with the partner named the figure stands against it', 'Exports to China came to $1,900 billion.', '1900: contradicted'],
    ['without it may be with all the world', 'Exports came to $1,900 billion.', '1900: unverifiable'],
  ])('%s', async (_what, last, expected) => {
    const first = 'The United States bought goods worth $536.8 billion from China in 2022 and sold it goods worth $153.8 billion.'
    expect(await saidOf('2023-02-10', 'The United States and China', [first, last])).toContain(expected)
  })
})
