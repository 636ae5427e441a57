import { expect, test } from 'vitest'
import { type PairSize, weightedPairs } from '../../scripts/outlook/pair-weights.ts'

const pair = (a: string, b: string, size: number): PairSize => ({ a, b, size })
const named = (pairs: readonly { a: string; b: string; weight: number }[]): string[] =>
  pairs.map(({ a, b, weight }) => `${a} ${b} ${weight}`)

test('the weight of a pair is its best place in any list, and the better other places come first', () => {
  const economies = [pair('CHN', 'USA', 9), pair('IND', 'USA', 5), pair('IND', 'PAK', 1)]
  const quarrels = [pair('RUS', 'UKR', 2), pair('IND', 'PAK', 8), pair('IND', 'USA', 1)]
  expect(named(weightedPairs([economies, quarrels]))).toEqual(['IND PAK 1', 'CHN USA 1', 'IND USA 2', 'RUS UKR 2'])
})

test('pairs of the same places come in the order of their codes, and an empty list changes nothing', () => {
  const lists = [[pair('NOR', 'SWE', 1)], [pair('BEL', 'NLD', 1)]]
  expect(named(weightedPairs([...lists, []]))).toEqual(['BEL NLD 1', 'NOR SWE 1'])
  expect(weightedPairs([])).toEqual([])
})
