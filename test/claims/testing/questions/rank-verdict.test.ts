import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../../../src/claims/verdict.ts'
import { testedText } from '../../tested-text.ts'

/** The verdict on each rank in a sentence. */
async function verdictsOf(sentence: string): Promise<(Verdict | undefined)[]> {
  const tested = await testedText(sentence, '2024-03-10', { title: 'Partners' })
  return tested.filter(({ claim }) => claim.kind === 'ranking').map(({ finding }) => finding?.verdict)
}

describe('a rank by the list of the office of the state whose partners are ranked', () => {
  test.each([
    ['two ranks off, though the next ones are within a tenth', 'Mexico was the third-largest supplier of the United States in 2023.'],
    ['three ranks off in a list beside its whole', "China was only America's fifth-largest supplier in 2023."],
    ['the ranking state is named', 'China was the third-largest trading partner of the United States in 2017.'],
    ['so too where it stands in front', "In 2020 China was still Vietnam's third-largest trading partner."],
  ])('wrong: %s', async (_what, sentence) => expect(await verdictsOf(sentence)).toEqual(['contradicted']))

  test.each([
    [
      'the next rank',
      'China was the third-largest supplier of the United States in 2023.',
      'supported',
      'China was the fifth-largest supplier of the United States in 2023.',
    ],
    [
      'the first',
      'Mexico was the largest trading partner of the United States in 2023.',
      'supported',
      'Mexico was the fifth-largest trading partner of the United States in 2023.',
    ],
    [
      'with the union as one partner',
      'Mexico was the third-largest trading partner of the United States in 2023.',
      'unverifiable',
      'Mexico was the fourth-largest trading partner of the United States in 2023.',
    ],
    [
      'with Britain in the union of that year',
      'In 2018 the United States were China’s second-largest trading partner, after the European Union.',
      'unverifiable',
      'In 2018 the United States were China’s fourth-largest trading partner, after the European Union.',
    ],
    [
      'by where goods were made, and not by the port that they came through',
      'In 2018 China was the largest supplier of Germany.',
      'unverifiable',
      'In 2018 Italy was the largest supplier of Germany.',
    ],
    [
      'so too both ways',
      'In 2018 China was Germany’s largest trading partner, and the Netherlands the second.',
      'unverifiable',
      'In 2018 Italy was Germany’s largest trading partner, and the Netherlands the second.',
    ],
    [
      'and further behind',
      'In 2018 China was France’s second-largest supplier.',
      'unverifiable',
      'In 2018 Japan was France’s second-largest supplier.',
    ],
    [
      'with services',
      'In 2018 the United States was the largest trading partner of the United Kingdom.',
      'unverifiable',
      'In 2018 Belgium was the largest trading partner of the United Kingdom in goods.',
    ],
    [
      'with services, the second',
      'In 2018 Germany was the second-largest trading partner of the United Kingdom.',
      'unverifiable',
      'In 2018 France was the second-largest trading partner of the United Kingdom in goods.',
    ],
    [
      'the second supplier of the same state',
      'From 2013 to 2017 Russia supplied 62% of what India bought, followed by the United States with 15%.',
      'unverifiable',
      "In 2017 China supplied 62% of India's goods imports, followed by Nepal with 15%.",
    ],
  ])('a true one is not contradicted, a wrong one is: %s', async (_what, right, verdict, wrong) => {
    expect(await verdictsOf(right)).toEqual([verdict])
    expect(await verdictsOf(wrong)).toEqual(['contradicted'])
  })
})
