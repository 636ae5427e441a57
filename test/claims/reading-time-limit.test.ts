import { expect, test } from 'vitest'
import { readClaims } from '../../src/claims/reading/document-claims.ts'
import type { ReadingTimeLimit } from '../../src/claims/reading-time-limit.ts'

const text = [
  'China and Russia traded goods worth $240 billion in 2023.',
  'India imported goods worth $100 billion from China in 2023.',
  'Germany joined NATO in 1955.',
]

/** Refuses one sentence, from the n-th time that it is announced. */
function refusing(sentence: number, time: number): ReadingTimeLimit {
  let times = 0
  const refused = new Set<number>()
  return {
    refused,
    between: () => undefined,
    takes: (one) => {
      if (one === sentence && ++times >= time) refused.add(one)
      return !refused.has(one)
    },
  }
}

test.each([1, 2, 3, 4])(
  'a sentence that is refused at its pass no. %i has an entry that says so, and the others are read as ever',
  (time) => {
    const all = readClaims(text, '2024-01-12', '', refusing(1, time))
    const [own] = all.filter((claim) => claim.sentence_index === 1)
    expect(own).toMatchObject({ kind: 'unread', checkable: false, value: null, sentence: text[1] })
    const others = all.filter((claim) => claim.sentence_index !== 1)
    const ever = readClaims(text, '2024-01-12').filter((claim) => claim.sentence_index !== 1)
    expect(others.map(({ kind, actors, value }) => [kind, actors, value])).toEqual(
      ever.map(({ kind, actors, value }) => [kind, actors, value]),
    )
  },
)

test('each sentence is announced before it is looked at', () => {
  const told: number[] = []
  readClaims(text, '2024-01-12', '', { refused: new Set(), between: () => undefined, takes: (one) => told.push(one) > 0 })
  expect(told.slice(0, 6)).toEqual([0, 1, 2, 0, 1, 2])
})
