import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { randomStream } from '../../../src/numeric/random.ts'
import { outcomeOf, readBench } from '../../faults/read-checks.ts'
import { fuzzText } from '../../faults/read-texts.ts'

/** VISAVIS_FUZZ_RUNS tries more; `npx tsx scripts/chaos/fuzz-read.ts` ten minutes of them, with a limit of time that a test cannot set. */
const runs = Number(process.env['VISAVIS_FUZZ_RUNS'] ?? 24)
const folder = mkdtempSync(join(tmpdir(), 'visavis-fuzz-read-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('texts that are made up or damaged are read or refused: no fault of ours, answers of the published form, sentences that are those of the text', async () => {
  const bench = await readBench(folder)
  for (let index = 0; index < runs; index++) {
    const text = fuzzText(randomStream(7, 'read', index))
    const { fault } = await outcomeOf(bench, text, index % 6 === 0)
    expect([fault, text]).toEqual([null, text])
  }
})
