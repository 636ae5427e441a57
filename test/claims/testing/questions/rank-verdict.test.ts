import { describe, expect, test } from 'vitest'
import { readClaims } from '../../../../src/claims/reading/read-claims.ts'
import { testClaims } from '../../../../src/claims/testing/testers.ts'
import { record } from '../../deed-claims.ts'

/** What is said of each claim of a sentence. */
async function verdictsOf(sentence: string, date = '2024-03-10', title = 'Partners'): Promise<(string | undefined)[]> {
  const snapshot = await record()
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const bench = { snapshot, date, today: '2026-11-25', cards, sentences: [sentence] }
  const tested = await testClaims(readClaims([sentence], date, title), bench)
  return tested.filter(({ claim }) => claim.kind === 'ranking').map(({ finding }) => finding?.verdict)
}

describe('a place by the list of the office of whose partners are ranked', () => {
  test.each([
    ['two places off, though the next ones are within a tenth', 'Mexico was the third-largest supplier of the United States in 2023.'],
    ['three places off in a list beside its whole', "China was only America's fifth-largest supplier in 2023."],
    ['of whom it is the partner is said', 'China was the third-largest trading partner of the United States in 2017.'],
    ['so too where he stands in front', "In 2020 China was still Vietnam's third-largest trading partner."],
  ])('wrong: %s', async (_what, sentence) => expect(await verdictsOf(sentence)).toEqual(['contradicted']))

  test.each([
    ['the next place', 'China was the third-largest supplier of the United States in 2023.'],
    ['the first', 'Mexico was the largest trading partner of the United States in 2023.'],
    ['with the union as one partner', 'Mexico was the third-largest trading partner of the United States in 2023.'],
    [
      'with Britain in the union of that year',
      'In 2018 the United States were China’s second-largest trading partner, after the European Union.',
    ],
    ['by where goods were made, and not by the port that they came through', 'In 2018 China was the largest supplier of Germany.'],
    ['so too both ways', 'In 2018 China was Germany’s largest trading partner, and the Netherlands the second.'],
    ['and further behind', 'In 2018 China was France’s second-largest supplier.'],
    ['with services', 'In 2018 the United States was the largest trading partner of the United Kingdom.'],
    ['with services, the second', 'In 2018 Germany was the second-largest trading partner of the United Kingdom.'],
    ['two of one', 'From 2013 to 2017 Russia supplied 62% of what India bought, followed by the United States with 15%.'],
  ])('nothing is said against a true one: %s', async (_what, sentence) => expect(await verdictsOf(sentence)).not.toContain('contradicted'))
})
