import { describe, expect, test } from 'vitest'
import { calibration, type Said } from '../../scripts/judgement-calibration.ts'
import { likelihoodWord, likelihoodWords } from '../../src/assessments/forms/likelihood.ts'
import { comparisons } from '../../src/measures/reproductions/comparisons.ts'
import { expectKept } from './kept-comparison.ts'

/** Kinds of the script, by the word with which a comparison's id begins. */
const kinds = {
  beside: 'more or less alike than the median pair, other half',
  most: 'same position in most votes or not, other half',
  change: 'closer or further than ten years before, other half',
  next: 'more or less alike than the median pair, next year',
} as const

describe('judgements on votes come true as often as is said of each word', async () => {
  const found = await calibration()
  const kept = comparisons.filter(({ measure }) => measure === 'likelihood')

  test('of all six tables every word is kept', () => expect(kept.length).toBe(24))

  test.each(kept.map(({ id, what }) => [id, what] as const))('%s', (id, what) => {
    const [, question, from] = id.split('-')
    const years = from === '1980' ? '1980 to 2020' : '1957 to 1979'
    const said: readonly Said[] = found.get(`${years}: ${kinds[question as keyof typeof kinds]}`)!
    const word = likelihoodWords.find((one) => what.startsWith(`${one}:`))!
    const mine = said.filter(({ chance }) => likelihoodWord(chance) === word)
    expectKept(id, mine.filter(({ came }) => came).length / mine.length, mine.length)
  })
})
