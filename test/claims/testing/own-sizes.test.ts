import { describe, expect, test } from 'vitest'
import { readClaims } from '../../../src/claims/reading/read-claims.ts'
import { testClaims } from '../../../src/claims/testing/testers.ts'
import { record } from '../deed-claims.ts'

async function verdicts(text: string, date = '2024-06-10'): Promise<(string | undefined)[]> {
  const snapshot = await record()
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const tested = await testClaims(readClaims([text], date), { snapshot, date, today: '2026-11-25', cards, sentences: [text] })
  return tested.filter(({ claim }) => claim.kind === 'comparison').map(({ finding }) => finding?.verdict)
}

describe('the size of one economy against another', () => {
  test.each([
    ['so many times', "China's economy was nearly nine times as large as Russia's in 2022.", ['supported']],
    ['far from it', "China's economy was three times as large as Russia's in 2022.", ['contradicted']],
    [
      'by another measure nothing is said',
      "At purchasing power China's GDP was five times as large as Russia's in 2022.",
      ['unverifiable'],
    ],
    ['of a year that is not on record, by the years before', "China's economy is about nine times as large as Russia's.", ['supported']],
    ['of such a year nothing is said against it', "China's economy is three times as large as Russia's.", ['unverifiable']],
  ])('%s', async (_what, text, expected) => {
    expect(await verdicts(text)).toEqual(expected)
  })
})
