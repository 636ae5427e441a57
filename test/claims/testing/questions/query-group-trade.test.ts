import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../../src/claims/verdict.ts'
import { record } from '../../deed-claims.ts'
import { testedText } from '../../tested-text.ts'

async function findingOf(sentence: string, date = '2021-06-01'): Promise<Finding> {
  const [first] = await testedText(sentence, date)
  return first!.finding!
}

describe('goods of a union, summed over its states', () => {
  test('what it bought is as its members report it, with and without the one that left', async () => {
    const { verdict, honestValues, why } = await findingOf('EU imports from South Korea were worth 39.5 billion euros in 2010.')
    expect(verdict).toBe('supported')
    expect(why).toContain('EUR 35.7 bn (Direction of Trade Statistics, added up over the members of today)')
    const said = honestValues.map(({ what }) => what)
    expect(said.some((what) => what.includes('added up over the members of today'))).toBe(true)
    expect(said.some((what) => what.includes('added up over its members and the United Kingdom'))).toBe(true)
    expect(honestValues.every(({ estimated }) => estimated)).toBe(true)
  })

  test('the rows behind a sum add up to it', async () => {
    const { honestValues, evidence } = await findingOf('EU imports from South Korea were worth 46 billion dollars in 2010.')
    const snapshot = await record()
    const sums = await Promise.all(
      evidence.map(async ({ rows }) => {
        const [row] = await snapshot.rows(`SELECT sum(value) / 1e9 AS sum FROM ${rows}`)
        return Number(row!['sum'])
      }),
    )
    expect(sums.length).toBeGreaterThan(3)
    for (const [i, { value }] of honestValues.entries()) expect(value / sums[i]!).toBeCloseTo(1, 4)
  })

  test('a share is of what its members buy outside, by the same list and the same members', async () => {
    const { verdict, honestValues } = await findingOf("China supplied 18.8% of the EU's goods imports in 2016.")
    expect(verdict).toBe('supported')
    expect(honestValues.map(({ value }) => Math.round(value * 10) / 10).sort()).toEqual([18.8, 21])
  })

  test('years for which a list lacks states have no sum', async () => {
    const { verdict, why } = await findingOf('EU imports from South Korea were worth 70 billion euros in 2022.', '2024-02-01')
    expect([verdict, why]).toEqual(['unverifiable', expect.stringContaining('has no figure')])
  })

  test('what a state has of its members is a part of all that it has', async () => {
    const { verdict, honestValues } = await findingOf("In 2018 the EU took 42% of Ukraine's goods exports.")
    expect([verdict, honestValues.map(({ by }) => by)]).toEqual(['supported', ['imf-dots-world, UKR', 'imf-dots-world, UKR']])
  })

  test('what lies between the sums of two unions is neither', async () => {
    const of = async (billions: number) => (await findingOf(`EU imports from Norway were worth ${billions} billion euros in 2018.`)).verdict
    expect([await of(60), await of(72), await of(80)]).toEqual(['supported', 'unverifiable', 'supported'])
  })
})
