import { expect, test } from 'vitest'
import { readPairs, rowsOfPair } from '../../src/claims/honest-rows.ts'
import { findSnapshot, openSnapshot } from '../../src/store/index.ts'

test('pairs that are read together have the rows that each has alone, in the same order', async () => {
  const { directory } = await findSnapshot({ snapshot: undefined, asOf: undefined, env: {} })
  const [alone, together] = await Promise.all([openSnapshot(directory), openSnapshot(directory)])
  const pairs = [
    ['CHN', 'RUS'],
    ['RUS', 'CHN'],
    ['CHN', 'EUU'],
    ['KAZ', 'WLD'],
    ['USA', 'USA'],
    ['VAT', 'TUV'],
  ] as const
  await readPairs(together, pairs)
  for (const [a, b] of pairs) {
    const rows = await rowsOfPair(together, a, b)
    expect(rows).toEqual(await rowsOfPair(alone, a, b))
    if (a !== 'VAT') expect(rows.length).toBeGreaterThan(10)
  }
  alone.close()
  together.close()
})
