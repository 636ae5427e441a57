import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { VisavisError } from '../../../src/errors.ts'
import { CurrentRecord, type RecordEvent } from '../../../src/operations/storage/current-record.ts'
import { openSnapshot } from '../../../src/store/index.ts'
import { grow, storeWithRecord } from '../../server/grown-store.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const ofDatabase = 'DuckDB: Invalid Error: it broke\nin: SELECT * FROM votes (parameters: none)'

describe('a record that cannot be used', () => {
  test('is said in plain words; what the database says is for the log alone', async () => {
    const home = freshRoot()
    const first = storeWithRecord(home)
    const events: RecordEvent[] = []
    let isBroken = true
    const record = new CurrentRecord({
      env: { VISAVIS_HOME: home },
      prepare: async () => {
        if (isBroken) throw new VisavisError('Internal', ofDatabase)
      },
      onChange: (event) => events.push(event),
    })
    await record.check()
    expect(events).toEqual([{ event: 'record-gone', why: `the snapshot ${first.id} cannot be read`, cause: ofDatabase }])
    expect([record.fault?.code, record.fault?.message]).toEqual(['TornSnapshot', `the snapshot ${first.id} cannot be read`])
    await record.check()
    expect(events).toHaveLength(1)
    isBroken = false
    await record.check()
    expect([record.fault, record.id]).toEqual([undefined, first.id])
    isBroken = true
    const second = grow(home, first, 'the second')
    await record.check()
    expect(events.at(-1)).toEqual({
      ...{ event: 'record-refused', snapshot: first.id, why: `the snapshot ${second.id} cannot be read`, cause: ofDatabase },
    })
    expect(record.id).toBe(first.id)
  })

  test('names the file that is gone from under an open record, and no SQL', async () => {
    const home = freshRoot()
    const { id } = storeWithRecord(home)
    const snapshot = await openSnapshot(join(home, 'snapshots', id))
    try {
      rmSync(join(home, 'parts'), { recursive: true })
      const failed = await snapshot.rows('SELECT count(*) FROM roll_calls').catch((cause: unknown) => cause as VisavisError)
      expect(failed).toMatchObject({
        code: 'TornSnapshot',
        message: expect.stringMatching(/^the file [\w.-]+ of the snapshot cannot be read$/),
      })
      expect((failed as VisavisError).message).not.toContain('SELECT')
    } finally {
      snapshot.close()
    }
  })
})
