import { describe, expect, test } from 'vitest'
import { looseEnd } from '../../src/claims/anchors.ts'
import type { ClaimBench } from '../../src/claims/claim-bench.ts'
import { readClaims } from '../../src/claims/read-claims.ts'

/** Why each claim of a text must not be spoken against. */
function looseEnds(text: string, date = '2024-06-01'): (string | undefined)[] {
  const sentences = text.split('\n')
  const bench = { sentences, date } as unknown as ClaimBench
  return readClaims(sentences, date)
    .filter(({ checkable }) => checkable)
    .map((claim) => looseEnd(claim, bench))
}

describe('a claim is spoken against only where its sentence carries it', () => {
  test.each([
    ['both and the year are named', 'In 2013 China and Russia traded goods worth 59 billion dollars.'],
    [
      'the one that is not named is the other of the two of the text',
      'China and Russia trade a lot.\nIn 2013 Russian exports to the neighbour came to 59 billion dollars.',
    ],
    ['a change on the year before', 'In 2013 trade between China and Russia fell by 30 percent.'],
  ])('%s', (_what, text) => {
    expect(looseEnds(text)).toContain(undefined)
  })

  test.each([
    ['a third state is named', 'In 2013 China and Russia, unlike India, traded goods worth 59 billion dollars.'],
    [
      'two states are compared and one is named',
      'Germany, France, Italy and Spain trade.\nIn 2013 German exports were larger than the imports.',
    ],
    [
      'no partner is named in a text on many',
      'Poland, Chile, Ghana and Peru were there.\nIn 2013 German exports to its partner reached 59 billion dollars.',
    ],
    [
      'another year is named beside',
      'In 2011 it was 34 billion, and in 2014 trade between China and Russia, minus one quarter, fell by 25 percent.',
    ],
    ['a place far down a list', 'In 2013 China was the fifteenth-largest market of Russia.'],
  ])('not where %s', (_what, text) => {
    const ends = looseEnds(text)
    expect(ends.length).toBeGreaterThan(0)
    expect(ends.at(-1)).toBeDefined()
  })
})
