import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assess } from '../../../../src/assessments/index.ts'
import { openRecordCache } from '../../../../src/operations/request/record-cache.ts'
import { stateOf } from '../../../../src/states/index.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../../src/store/index.ts'

const records = openRecordCache()
let fresh: Snapshot
beforeAll(async () => {
  fresh = await openSnapshot(bundledRecord())
})
afterAll(() => {
  fresh.close()
  records.close()
})

const page = (snapshot: Snapshot, a: string, b: string, to: string) =>
  assess({ a: stateOf(a)!, b: stateOf(b)!, from: undefined, to, draws: 100, seed: 1 }, snapshot)

describe('a record that is kept open', () => {
  test('is held in memory and answers as its files do, whatever was asked before', async () => {
    const kept = await records.open(bundledRecord())
    const asked = [
      ['CHN', 'RUS', '2026-11-24'],
      ['CHN', 'RUS', '2014-06-30'],
      ['RUS', 'CHN', '2014-06-30'],
      ['USA', 'IND', '2015-12-31'],
      ['CHN', 'RUS', '1985-12-31'],
    ] as const
    for (const [a, b, to] of asked) {
      const apart = await openSnapshot(bundledRecord())
      expect(await page(kept, a, b, to), `${a} ${b} ${to}`).toEqual(await page(apart, a, b, to))
      apart.close()
    }
  })

  test('is the same one for the next question', async () => {
    expect(await records.open(bundledRecord())).toBe(await records.open(bundledRecord()))
  })

  test('its tables have the rows of the files, in their order', async () => {
    const kept = await records.open(bundledRecord())
    for (const table of ['memberships', 'commitments', 'sanctions', 'voters']) {
      expect(await kept.rows(`SELECT * FROM ${table}`), table).toEqual(await fresh.rows(`SELECT * FROM ${table}`))
    }
  })
})
