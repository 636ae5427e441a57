import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { testSanction } from '../../../../src/claims/testing/deeds/test-sanctions.ts'
import { claimOf, found } from '../../deed-claims.ts'

const verdict = async (sentence: string, words: string, period: Claim['period'], [sender, target]: readonly [string, string]) => {
  const claim = claimOf(sentence, words, {
    actors: [sender, target],
    direction: `${sender}->${target}`,
    period,
    measured: { topic: 'sanctions', form: 'event' },
  })
  return (await found(testSanction, claim, { date: '2023-07-20' }))?.verdict
}

describe('what a measure forbids is no denial of it', () => {
  test.each([
    ['Those on the list of the EU for Myanmar may not enter its territory.', 'may not enter'],
    ['Assets that are frozen by the EU in the case of Myanmar cannot be sold.', 'frozen'],
  ])('%s', async (sentence, words) => {
    expect(await verdict(sentence, words, { at: '2023' }, ['EUU', 'MMR'])).toBe('supported')
  })

  test('a denial is one all the same', async () => {
    expect(await verdict('In 2023 the EU has imposed no sanctions on Myanmar.', 'imposed', { at: '2023' }, ['EUU', 'MMR'])).toBe(
      'contradicted',
    )
  })
})

describe('that a measure was lifted', () => {
  test('is wrong where it goes on to this day', async () => {
    expect(await verdict('In 2013 the EU lifted its arms embargo on Myanmar.', 'lifted', { at: '2013' }, ['EUU', 'MMR'])).toBe(
      'contradicted',
    )
  })

  test.each([
    ['with an exception', 'In 2013 the EU lifted its sanctions on Myanmar, except for the arms embargo.', 'supported'],
    ['in part', 'In 2013 the EU partly lifted its arms embargo on Myanmar.', 'contradicted'],
    ['of a time that only the context gives', 'The EU lifted its arms embargo on Myanmar.', 'contradicted'],
  ])('is left open %s', async (_what, sentence, ofPlain) => {
    expect(await verdict(sentence, 'lifted', { at: '2013' }, ['EUU', 'MMR'])).toBe('unverifiable')
    const whole = sentence
      .replace(', except for the arms embargo', '')
      .replace('partly ', '')
      .replace(/^The EU/, 'In 2013 the EU')
    expect(await verdict(whole, 'lifted', { at: '2013' }, ['EUU', 'MMR'])).toBe(ofPlain)
  })
})

test('a year that stands nearer to another target is not held against this one', async () => {
  const text = 'The EU has had an arms embargo on China since 1989 and sanctions on Iran since 2007.'
  expect(await verdict(text, 'sanctions', { at: '2007' }, ['EUU', 'CHN'])).toBe('unverifiable')
  expect(await verdict('The EU has had an arms embargo on China since 2007.', 'arms embargo', { at: '2007' }, ['EUU', 'CHN'])).toBe(
    'contradicted',
  )
})
