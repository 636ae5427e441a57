import { describe, expect, test } from 'vitest'
import { randomStream, splitMix64, xoshiro128 } from '../../src/numeric/random.ts'

const take = <T>(count: number, next: () => T): T[] => Array.from({ length: count }, next)

describe('published vectors', () => {
  // From the tests of the Rust crate rand_xoshiro, which took them from Vigna's C programs.
  test('SplitMix64 from 1477776061723855037', () => {
    expect(take(5, splitMix64(1477776061723855037n))).toEqual([
      1985237415132408290n,
      2979275885539914483n,
      13511426838097143398n,
      8488337342461049707n,
      15141737807933549159n,
    ])
  })

  test('xoshiro128** 1.1 from the state 1, 2, 3, 4', () => {
    const stream = xoshiro128([1, 2, 3, 4])
    expect(take(8, stream.uint32)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849])
  })
})

describe('streams', () => {
  test('the same seed, name and number give the same stream', () => {
    expect(take(20, randomStream(7, 'bootstrap', 3).uint32)).toEqual(take(20, randomStream(7, 'bootstrap', 3).uint32))
  })

  test.each([
    ['seed', randomStream(8, 'bootstrap', 3)],
    ['name', randomStream(7, 'permutation', 3)],
    ['number', randomStream(7, 'bootstrap', 4)],
  ])('another %s gives another stream', (_, other) => {
    expect(take(4, other.uint32)).not.toEqual(take(4, randomStream(7, 'bootstrap', 3).uint32))
  })

  test('a seed that a double cannot hold is refused, as is a state of zeros', () => {
    expect(() => randomStream(0.5, 'bootstrap')).toThrow(RangeError)
    expect(() => randomStream(2 ** 53, 'bootstrap')).toThrow(RangeError)
    expect(() => xoshiro128([0, 0, 0, 0])).toThrow(RangeError)
  })
})

describe('below', () => {
  test('has no bias where the bound does not divide 2^32: a bare remainder would put half, not a third, below 2^30', () => {
    const stream = randomStream(1, 'below')
    const low = take(30_000, () => stream.below(3 * 2 ** 30)).filter((x) => x < 2 ** 30).length
    expect(low / 30_000).toBeGreaterThan(0.32)
    expect(low / 30_000).toBeLessThan(0.347)
  })

  test('reaches every value of a small range about equally often', () => {
    const stream = randomStream(2, 'below')
    const counts = new Uint32Array(7)
    for (let i = 0; i < 70_000; i++) counts[stream.below(7)]!++
    // Chi-squared with 6 degrees of freedom: 22.46 is passed once in a thousand seeds.
    expect(counts.reduce((sum, c) => sum + (c - 10_000) ** 2 / 10_000, 0)).toBeLessThan(22.46)
  })

  test('a bound that is no whole number from 1 to 2^32 is refused', () => {
    for (const bound of [0, -1, 1.5, 2 ** 32 + 1, Number.NaN]) expect(() => randomStream(1, 'below').below(bound)).toThrow(RangeError)
  })
})
