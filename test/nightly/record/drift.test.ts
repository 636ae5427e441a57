import { describe, expect, test } from 'vitest'
import { compileRecord } from '../../../scripts/record/record-compile.ts'
import { bundledRecord } from '../../../src/store/find-snapshot.ts'
import { listSnapshots } from '../../../src/store/index.ts'
import { haveRaw, rawFolder, rawNeeded } from '../../sources/raw-data.ts'
import { freshRoot } from '../../store/fresh-root.ts'

describe.skipIf(!haveRaw)(`record drift ${rawNeeded}`, () => {
  test('compiling the raw data again gives the bundled record', { timeout: 900_000 }, async () => {
    const manifest = await compileRecord(rawFolder, freshRoot())
    expect((await listSnapshots(bundledRecord())).map(({ id }) => id)).toEqual([manifest.id])
  })
})
