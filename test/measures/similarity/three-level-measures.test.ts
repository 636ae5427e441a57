import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreement,
  benatiCapurriA,
  cohenKappa,
  crossTable,
  kendallTauB,
  measureNames,
  type Similarity,
  scottPi,
  similarityOfTable,
  similarityS,
} from '../../../src/measures/index.ts'
import { anyPair, expectNear, plainMeasures } from '../plain-measures.ts'

function expectSame(ours: Similarity, other: Similarity): void {
  expect(ours.n).toBe(other.n)
  for (const name of measureNames) expectNear(ours[name], other[name], name)
}

describe('the closed forms of a 3 × 3 table', () => {
  test('equal the textbook definitions worked out on the vectors', () => {
    fc.assert(fc.property(anyPair, ([a, b]) => expectSame(similarityOfTable(crossTable(a, b).cells), plainMeasures(a, b))))
  })

  test('equal the versions for any number of levels', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const shares = agreement(a, b)
        expectSame(similarityOfTable(crossTable(a, b).cells), {
          n: shares.issues,
          s_absolute: similarityS(a, b).value,
          s_squared: similarityS(a, b, { distance: 'squared' }).value,
          scott_pi: scottPi(a, b).value,
          kappa_unweighted: cohenKappa(a, b, { disagreement: 'unweighted' }).value,
          kappa_linear: cohenKappa(a, b, { disagreement: 'linear' }).value,
          kappa_quadratic: cohenKappa(a, b).value,
          tau_b: kendallTauB(a, b).value,
          benati_capurri_a: benatiCapurriA(a, b).value,
          agreement: shares.agreement,
          partial_split: shares.partialSplit,
          opposing: shares.opposing,
        })
      }),
    )
  })

  test('do not depend on whose side one takes', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        expect(similarityOfTable(crossTable(a, b).cells)).toEqual(similarityOfTable(crossTable(b, a).cells))
      }),
    )
  })

  test('do not depend on the order of the issues', () => {
    fc.assert(
      fc.property(anyPair, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), ([a, b], keys) => {
        const order = a.map((_, i) => ({ i, key: keys.next().value ?? 0 })).sort((x, y) => x.key - y.key)
        const shuffled = [a, b].map((side) => order.map(({ i }) => side[i]!)) as [number[], number[]]
        expect(similarityOfTable(crossTable(...shuffled).cells)).toEqual(similarityOfTable(crossTable(a, b).cells))
      }),
    )
  })

  test('stay within their bounds: nothing above 1, S and tau-b not below -1, shares sum to 1', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const all = similarityOfTable(crossTable(a, b).cells)
        for (const name of measureNames) expect(all[name] > 1 + 1e-12, name).toBe(false)
        for (const name of ['s_absolute', 's_squared', 'tau_b'] as const) expect(all[name] < -1 - 1e-12, name).toBe(false)
        if (all.n > 0) expect(all.agreement + all.partial_split + all.opposing).toBeCloseTo(1, 12)
      }),
    )
  })

  test('with nothing in common every measure is undefined', () => {
    const nothing = similarityOfTable(crossTable([1, 0, 3], [0, 2, 0]).cells)
    expect(nothing.n).toBe(0)
    for (const name of measureNames) expect(nothing[name], name).toBeNaN()
  })

  test('two states that always vote yes: S is 1 and A 0, while pi, kappa and tau-b are undefined', () => {
    const same = similarityOfTable(crossTable([1, 1, 1], [1, 1, 1]).cells)
    expect([same.s_absolute, same.s_squared, same.benati_capurri_a, same.agreement]).toEqual([1, 1, 0, 1])
    for (const name of ['scott_pi', 'kappa_unweighted', 'kappa_linear', 'kappa_quadratic', 'tau_b'] as const)
      expect(same[name], name).toBeNaN()
  })

  test('hold for the largest windows: 2 million roll calls lose no digit to overflow', () => {
    const few = similarityOfTable(Float64Array.of(17, 2, 5, 0, 0, 2, 9, 1, 2))
    const many = similarityOfTable(Float64Array.of(17, 2, 5, 0, 0, 2, 9, 1, 2).map((cell) => cell * 50_000))
    for (const name of measureNames) expect(many[name], name).toBeCloseTo(few[name], 14)
  })
})
