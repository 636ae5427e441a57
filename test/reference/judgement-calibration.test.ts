import { describe, expect, test } from 'vitest'
import { calibration, kinds, type Said } from '../../scripts/outlook/judgement-calibration.ts'
import { likelihoodWord, likelihoodWords } from '../../src/assessments/forms/likelihood.ts'
import { comparisons } from '../../src/measures/reproductions/comparisons.ts'
import { expectKept } from './kept-comparison.ts'

/** Kinds of the script, by the word with which a comparison's id begins. */
const questions = { next: kinds[0], beside: kinds[1], change: kinds[2] } as const

describe('judgements on votes come true as often as is said of each word', async () => {
  const found = await calibration()
  const kept = comparisons.filter(({ measure }) => measure === 'likelihood')

  test('of all six tables every word is kept', () => expect(kept.length).toBe(18))

  test.each(kept.map(({ id, what }) => [id, what] as const))('%s', (id, what) => {
    const [, question, from] = id.split('-')
    const years = from === '1980' ? '1980 to 2022' : '1960 to 1979'
    const said: readonly Said[] = found.get(`${years}: ${questions[question as keyof typeof questions]}`)!
    const word = likelihoodWords.find((one) => what.startsWith(`${one}:`))!
    const mine = said.filter(({ chance }) => likelihoodWord(chance) === word)
    expectKept(id, mine.filter(({ came }) => came).length / mine.length, mine.length)
  })
})
