import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allDyads, allYears, dyad, measureNames, type Votes, votesTable } from '../../../src/measures/index.ts'
import { anyVotes, column, expectNear, plainMeasures } from '../plain-measures.ts'

const rowsOf = (table: ReturnType<typeof allDyads>): string[] => Array.from(table.a, (a, i) => `${a}-${table.b[i]}`)

describe('all dyads', () => {
  test('equal the plain loop over every pair; a pair with nothing in common has no row', () => {
    fc.assert(
      fc.property(anyVotes(), (votes) => {
        const table = allDyads(votes)
        let row = 0
        for (let a = 0; a < votes.states; a++) {
          for (let b = a + 1; b < votes.states; b++) {
            const plain = plainMeasures(column(votes, a), column(votes, b))
            if (plain.n === 0) continue
            expect([table.a[row], table.b[row], table.n[row]]).toEqual([a, b, plain.n])
            for (const name of measureNames) expectNear(table[name][row], plain[name], name)
            row++
          }
        }
        expect(table.n.length).toBe(row)
      }),
    )
  })

  test('a row is what `dyad` gives for the pair, bit for bit, with every option', () => {
    const options = fc.record({
      consensus: fc.constantFrom('keep' as const, 'drop' as const),
      absence: fc.constantFrom('skip' as const, 'abstain' as const),
    })
    fc.assert(
      fc.property(anyVotes(), options, fc.boolean(), (votes, choice, weighted) => {
        const weights = Array.from({ length: votes.rollCalls }, (_, r) => (r % 3) / 2)
        const all = { ...choice, eligible: votes.positions.map((_, i) => i % 2), ...(weighted ? { weights } : {}) }
        const table = allDyads(votes, all)
        for (let row = 0; row < table.n.length; row++) {
          const one = dyad(votes, table.a[row]!, table.b[row]!, all)
          expect(table.n[row]).toBe(one.n)
          for (const name of measureNames) expect(table[name][row], name).toBe(one[name])
        }
      }),
    )
  })

  test('count right where the sums of bytes would overflow: 3,000 roll calls of one cell', () => {
    const votes: Votes = { states: 2, rollCalls: 3000, positions: new Uint8Array(6000).fill(2) }
    expect([...allDyads(votes).n]).toEqual([3000])
    expect([...votesTable(votes, 0, 1).cells]).toEqual([0, 0, 0, 0, 3000, 0, 0, 0, 0])
  })

  test('weights of one change nothing, and a weight of 2 is the roll call listed twice', () => {
    fc.assert(
      fc.property(anyVotes(12), (votes) => {
        const table = allDyads(votes)
        expect(allDyads(votes, { weights: new Float64Array(votes.rollCalls).fill(1) })).toEqual(table)
        if (votes.rollCalls === 0) return
        const weights = Float64Array.from({ length: votes.rollCalls }, (_, r) => (r === 0 ? 2 : 1))
        const twice = allDyads(votes, { rollCalls: [0, ...Array(votes.rollCalls).keys()] })
        expect(allDyads(votes, { weights }).kappa_quadratic).toEqual(twice.kappa_quadratic)
      }),
    )
  })

  test('no state, no roll call, no row', () => {
    expect(allDyads({ states: 0, rollCalls: 0, positions: new Uint8Array(0) }).n.length).toBe(0)
    expect(allDyads({ states: 3, rollCalls: 0, positions: new Uint8Array(0) }).n.length).toBe(0)
  })
})

describe('all years', () => {
  // Three states; roll calls of 1961, 1960, 1961. State 2 is there in 1960 only.
  const votes: Votes = { states: 3, rollCalls: 3, positions: Uint8Array.of(1, 3, 0, 1, 1, 2, 1, 1, 0) }

  test('are sorted by year whatever the order of the roll calls, and skip who was absent all year', () => {
    const table = allYears(votes, Uint16Array.of(1961, 1960, 1961))
    expect([...table.year]).toEqual([1960, 1960, 1960, 1961])
    expect(rowsOf(table)).toEqual(['0-1', '0-2', '1-2', '0-1'])
    expect([...table.opposing]).toEqual([0, 0, 0, 0.5])
  })

  test('each year equals allDyads over its roll calls', () => {
    fc.assert(
      fc.property(anyVotes(), (any) => {
        const years = Uint16Array.from({ length: any.rollCalls }, (_, r) => 2000 + (r % 3))
        const table = allYears(any, years, { consensus: 'drop' })
        for (const year of [2000, 2001, 2002]) {
          const rollCalls = [...years.keys()].filter((r) => years[r] === year)
          const one = allDyads(any, { rollCalls, consensus: 'drop' })
          const rows = [...table.year.keys()].filter((i) => table.year[i] === year)
          expect(rows.map((i) => table.tau_b[i])).toEqual([...one.tau_b])
          expect(rows.map((i) => table.n[i])).toEqual([...one.n])
        }
      }),
    )
  })

  test('a year is needed for every roll call', () => {
    expect(() => allYears(votes, Uint16Array.of(1961))).toThrow(RangeError)
  })
})
