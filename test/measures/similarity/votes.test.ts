import { describe, expect, test } from 'vitest'
import { allDyads, dyad, eligibleFromFirstToLast, isConsensus, type Votes } from '../../../src/measures/index.ts'

// Roll calls: all yes but one absent; split; state 2 absent; nobody there.
const votes: Votes = { states: 3, rollCalls: 4, positions: Uint8Array.of(1, 1, 0, 1, 3, 2, 3, 3, 0, 0, 0, 0) }

describe('which roll calls count', () => {
  test('all with a position agreeing is consensus, whoever is absent; so is nobody voting', () => {
    expect([0, 1, 2, 3].map((r) => isConsensus(votes, r))).toEqual([true, false, true, true])
  })

  test('dropping consensus leaves the roll calls on which anyone differed', () => {
    expect(dyad(votes, 0, 1).n).toBe(3)
    expect(dyad(votes, 0, 1, { consensus: 'drop' })).toMatchObject({ n: 1, opposing: 1 })
  })

  test('consensus is judged among all states, not within the dyad', () => {
    const third: Votes = { states: 3, rollCalls: 1, positions: Uint8Array.of(1, 1, 3) }
    expect(dyad(third, 0, 1, { consensus: 'drop' }).n).toBe(1)
  })

  test('a window is a list of roll calls; one beyond the votes is an error', () => {
    expect(dyad(votes, 0, 1, { rollCalls: [1, 2] })).toMatchObject({ n: 2, agreement: 0.5 })
    for (const none of [4, -1, 0.5, Number.NaN]) expect(() => dyad(votes, 0, 1, { rollCalls: [none] })).toThrow(RangeError)
  })

  test('positions must fill states × roll calls', () => {
    expect(() => allDyads({ states: 3, rollCalls: 2, positions: new Uint8Array(5) })).toThrow(RangeError)
    expect(() => allDyads(votes, { weights: [1] })).toThrow(RangeError)
    expect(() => allDyads(votes, { weights: [1, 1, -1, 1] })).toThrow(RangeError)
  })
})

describe('what an absence means', () => {
  test('by default nothing: the roll call does not count for the dyad', () => {
    expect(dyad(votes, 0, 2)).toMatchObject({ n: 1, partial_split: 1 })
  })

  test('`abstain` makes abstentions of the absences that the mask marks, and of no others', () => {
    const eligible = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0)
    expect(dyad(votes, 0, 2, { absence: 'abstain', eligible })).toMatchObject({ n: 2, partial_split: 1 })
  })

  test('`abstain` without a mask is refused: it would make abstentions of states that did not exist', () => {
    expect(() => dyad(votes, 0, 2, { absence: 'abstain' })).toThrow('eligible')
    expect(() => dyad(votes, 0, 2, { absence: 'abstain', eligible: new Uint8Array(3) })).toThrow(RangeError)
  })

  test('from first to last recorded position is a mask one may choose', () => {
    expect([...eligibleFromFirstToLast(votes)]).toEqual([1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0])
    expect([...eligibleFromFirstToLast({ states: 1, rollCalls: 2, positions: new Uint8Array(2) })]).toEqual([0, 0])
  })

  test('consensus is judged on recorded positions, before absences are read', () => {
    const eligible = new Uint8Array(12).fill(1)
    expect(dyad(votes, 0, 2, { absence: 'abstain', eligible, consensus: 'drop' }).n).toBe(1)
  })
})
