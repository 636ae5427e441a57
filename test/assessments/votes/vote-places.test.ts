import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { votersOf } from '../../../src/assessments/forms/roll-calls.ts'
import { type RivalPlace, rivalClause, rivalMoves, rivalsAcross } from '../../../src/assessments/votes/rival-places.ts'
import { placeWindow, placeWords } from '../../../src/assessments/votes/vote-place-figures.ts'
import { leastCommonVotes, pairIndex, type VotePlaces, votePlaces } from '../../../src/assessments/votes/vote-places.ts'
import { yearAgenda } from '../../../src/assessments/votes/vote-year-agenda.ts'
import { bundledRecord, type Known, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

let snapshot: Snapshot
let voters: readonly string[]
let now: VotePlaces
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
  voters = await votersOf(snapshot)
  now = await votePlaces(snapshot, 78, 80)
}, 120_000)
afterAll(() => snapshot.close())

function place(a: string, b: string): number {
  return now.places[pairIndex(voters.length, voters.indexOf(a), voters.indexOf(b))]!
}

describe('places of all pairs', () => {
  test('pairs have one position each, whichever state comes first', () => {
    const seen = new Set(voters.flatMap((_, i) => voters.flatMap((_, j) => (i < j ? [pairIndex(voters.length, i, j)] : []))))
    expect(seen.size).toBe((voters.length * (voters.length - 1)) / 2)
    expect(Math.max(...seen)).toBe(seen.size - 1)
    expect(pairIndex(voters.length, 5, 3)).toBe(pairIndex(voters.length, 3, 5))
  })

  test('known relations: Kenya and Tanzania near, Russia and Ukraine far, India and Pakistan vote alike', () => {
    expect(place('KEN', 'TZA')).toBeGreaterThan(80)
    expect(place('RUS', 'UKR')).toBeLessThan(40)
    expect(place('IND', 'PAK')).toBeGreaterThan(60)
    expect(place('USA', 'RUS')).toBeLessThan(40)
  })

  test('with too few common votes a pair has no place, and every other pair has one inside its interval', () => {
    let few = 0
    now.n.forEach((n, at) => {
      if (n >= leastCommonVotes) return
      if (n > 0) few++
      expect(now.places[at]).toBeNaN()
    })
    expect(few).toBeGreaterThan(0)
    const { value, low, high } = now.placeOf(voters.indexOf('FRA'), voters.indexOf('DEU'))!
    expect(low).toBeLessThan(value)
    expect(high).toBeGreaterThan(value)
  })

  test('the window is the last three sessions that ended; a requested window has the sessions that opened in it', async () => {
    expect(await placeWindow(snapshot, '2026-11-24')).toEqual({ first: 78, last: 80 })
    expect(await placeWindow(snapshot, '2025-12-31')).toEqual({ first: 77, last: 79 })
    expect(await placeWindow(snapshot, '2025-12-31', '2015-01-01')).toEqual({ first: 70, last: 79 })
    expect(await placeWindow(snapshot, '2018-12-31', '2018-01-01')).toEqual({ first: 70, last: 72 })
    expect(await placeWindow(snapshot, '1946-01-01')).toBeUndefined()
  })
})

test('words for a place: closer, further apart, or the middle where the interval has both', () => {
  const at = (value: number, low: number, high: number): string =>
    placeWords({ value, interval: { level: 0.9, low, high, kind: 'jackknife' } })
  expect(at(0.81, 0.72, 0.88)).toBe('closer than 81 % of all pairs of states')
  expect(at(0.06, 0.04, 0.08)).toBe('further apart than 94 % of all pairs of states')
  expect(at(0.52, 0.45, 0.6)).toContain('about as close as the middle')
})

const rival = (value: number, low: number, high: number, name = 'kappa'): RivalPlace => ({ name, figure: '', value, low, high })

describe('rivals of a place', () => {
  const place = { value: 42, low: 39, high: 45 }
  const middle = { value: 53, low: 48, high: 61 }

  test('one contradicts it that is clearly on the other side: by its interval, or ten beyond the middle', () => {
    expect(rivalsAcross(place, [rival(52, 51, 54)])).toHaveLength(1)
    expect(rivalsAcross(place, [rival(61, 30, 80)])).toHaveLength(1)
    expect(rivalsAcross(place, [rival(58, 40, 70)])).toEqual([])
    expect(rivalsAcross(place, [rival(20, 10, 30)])).toEqual([])
  })

  test('two contradict it that are not clear, and each is named', () => {
    const both = [rival(59, 18, 67), rival(54, 47, 63, 'the distance of their ideal points')]
    expect(rivalsAcross(place, both)).toEqual(both)
    expect(rivalClause(place, both)).toBe(', but by kappa closer than 59 % and by the distance of their ideal points closer than 54 %')
  })

  test('one on the other side is named before one that is only further out; one that is far out but open is not named', () => {
    expect(rivalClause(place, [rival(5, 4, 9, 'same positions'), rival(76, 69, 82)])).toBe(', but by kappa closer than 76 %')
    expect(rivalClause(place, [rival(5, 4, 9, 'same positions')])).toBe(', but by same positions further apart than 95 %')
    expect(rivalClause(place, [rival(5, 1, 61)])).toBe('')
  })

  test('a place in the middle is contradicted by a clear rival only', () => {
    expect(rivalClause(middle, [rival(14, 6, 26)])).toBe(', but by kappa further apart than 86 %')
    expect(rivalClause(middle, [rival(47, 44, 49), rival(49, 30, 60)])).toBe('')
  })
})

test('the share of same positions moves by what the median pair does not', () => {
  const change: Known = {
    ...{ id: 'agreement.change', label: '', unit: 'share', period: '2015/2025', state: 'observed', value: 0.17 },
    ...{ interval: { level: 0.9, low: 0.09, high: 0.27, kind: 'bootstrap' }, method: '', evidence: [] },
  }
  expect(rivalMoves([change], 0.13)).toMatchObject([{ closer: true, certain: false }])
  expect(rivalMoves([change], 0)).toMatchObject([{ closer: true, certain: true }])
  expect(rivalMoves([change], undefined)).toEqual([])
})

test('2025 breaks from the years before, 2024 and 2010 do not', async () => {
  expect(await yearAgenda(snapshot, 2025)).toMatchObject({ rollCalls: 184, breaks: true })
  expect((await yearAgenda(snapshot, 2024))!.breaks).toBe(false)
  expect((await yearAgenda(snapshot, 2010))!.breaks).toBe(false)
})
