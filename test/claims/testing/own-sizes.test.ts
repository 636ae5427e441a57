import { describe, expect, test } from 'vitest'
import { testedText } from '../tested-text.ts'

async function verdict(text: string): Promise<string | undefined> {
  return (await testedText(text, '2024-06-10')).find(({ claim }) => claim.kind === 'comparison')?.finding?.verdict
}

describe('the size of one economy against another', () => {
  test('of a year: a right ratio is supported, a wrong one contradicted', async () => {
    expect(await verdict("China's economy was nearly nine times as large as Russia's in 2022.")).toBe('supported')
    expect(await verdict("China's economy was three times as large as Russia's in 2022.")).toBe('contradicted')
  })

  test('by purchasing power it is another measure, on which nothing is decided', async () => {
    for (const times of ['five', 'three'])
      expect(await verdict(`At purchasing power China's GDP was ${times} times as large as Russia's in 2022.`)).toBe('unverifiable')
    expect(await verdict("China's GDP was three times as large as Russia's in 2022.")).toBe('contradicted')
  })

  test('of the present, where every one of the last years decides it', async () => {
    expect(await verdict("China's economy is about nine times as large as Russia's.")).toBe('supported')
    expect(await verdict("China's economy is three times as large as Russia's.")).toBe('contradicted')
    expect(await verdict("China's economy is five times as large as Russia's.")).toBe('unverifiable')
  })
})
