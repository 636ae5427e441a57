import { describe, expect, test } from 'vitest'
import { testedText } from '../tested-text.ts'

/** What is said of each claim of the last sentence of a text. */
async function saidOf(date: string, title: string, sentences: readonly string[]): Promise<string[]> {
  return (await testedText(sentences.join('\n'), date, { title }))
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

  test('a wrong figure is open without a figure of that year beside it, and contradicted with one', async () => {
    const last = 'The Netherlands followed with 393.8 billion.'
    expect(await saidOf('2021-02-09', 'Germany’s trade', ['Germany trades with all the world.', last])).toEqual([
      '393800000000: unverifiable',
    ])
    expect(await saidOf('2021-02-09', 'Germany’s trade', [...opening, last])).toEqual(['393.8: contradicted'])
  })
})

test('a sum far above all trade of two is contradicted where the sentence names both, and open where it names one', async () => {
  const first = 'The United States bought goods worth $536.8 billion from China in 2022 and sold it goods worth $153.8 billion.'
  const of = (last: string) => saidOf('2023-02-10', 'The United States and China', [first, last])
  expect(await of('Exports to China came to $1,900 billion.')).toEqual(['1900: contradicted'])
  expect(await of('Exports came to $1,900 billion.')).toEqual(['1900: unverifiable'])
})
