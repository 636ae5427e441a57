import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standingOfPair } from '../../../src/assessments/standing/standing-of-pairs.ts'
import { standingWords } from '../../../src/assessments/standing/standing-words.ts'
import { stateOf } from '../../../src/states/index.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
})
afterAll(() => snapshot.close())

const withUnitedStates = async (iso3: string, year = 2026) =>
  (await standingOfPair(snapshot, stateOf(iso3)!, stateOf('USA')!, year, '2026-11-24'))!

describe('US forces in a country', () => {
  test('a bond goes on where the counts of 2018 lack the forces on operations, and the last full count is named', async () => {
    const standing = await withUnitedStates('QAT')
    expect(standing.facts.map(({ kind }) => kind)).toEqual(['troops'])
    expect(standingWords(standing, 'Qatar', 'United States').sentence).toMatch(
      /^Qatar and the United States have been at peace and close \(warm peace\) since 2013: US forces of 1,000 or more in the country for five years \(since 2009, last full count 2017\); /,
    )
  })

  test('where they are no longer counted at all it ends with the embassy, not with the counts', async () => {
    expect((await withUnitedStates('AFG', 2019)).order).toBe(4)
    const today = await withUnitedStates('AFG')
    expect(today).toMatchObject({ order: 3, since: 2021 })
    expect(today.facts.map(({ kind }) => kind)).toEqual(['lower-relations'])
  })

  test('a full count below the number ends it: Egypt in 1999', async () => {
    const hasForces = async (year: number) => (await withUnitedStates('EGY', year)).facts.some(({ kind }) => kind === 'troops')
    expect([await hasForces(1998), await hasForces(1999), await hasForces(2026)]).toEqual([true, false, false])
  })
})
