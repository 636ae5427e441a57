import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCitedFigures } from '../../../../src/sources/reviewed-tables/cited-figures.ts'
import { openSnapshot, type Snapshot, writeSnapshot } from '../../../../src/store/index.ts'
import { openSession } from '../../../../src/store/session.ts'
import { testedText } from '../../tested-text.ts'

let snapshot: Snapshot
beforeAll(async () => {
  const session = await openSession()
  const columns = await readCitedFigures('data/tables/cited-figures.csv', session)
  session.close()
  const root = mkdtempSync(join(tmpdir(), 'visavis-arms-shares-'))
  const { id } = await writeSnapshot(root, { observations: { columns } }, { sources: [], created: '2026-06-30', note: 'test' })
  snapshot = await openSnapshot(join(root, 'snapshots', id))
})

/** What is found of the numbers of a text: `74 percent: supported`. */
async function told(text: string, date = '2025-04-10'): Promise<string[]> {
  const tested = await testedText(text, date, { title: 'Arms transfers', snapshot })
  return tested.filter(({ claim }) => claim.value !== null).map(({ claim, finding }) => `${claim.value} ${claim.unit}: ${finding?.verdict}`)
}

describe('shares of arms transfers without a register', () => {
  test.each([
    ['In 2020-24 the United States supplied 74 per cent of Saudi Arabia’s arms imports.', '74 percent: supported'],
    ['In 2020-24 the United States supplied 40 per cent of Saudi Arabia’s arms imports.', '40 percent: contradicted'],
    ['In 2020-24 Poland received 46 per cent of South Korea’s arms exports.', '46 percent: supported'],
    ['In 2020-24 China supplied 57 per cent of Serbia’s arms imports.', '57 percent: supported'],
    ['In 2020-24 Spain supplied 34 per cent of Türkiye’s arms imports.', '34 percent: supported'],
    // a sum of our own does not refute what the fact sheet prints
    ['In 2020-24 France supplied 33 per cent of India’s arms imports.', '33 percent: unverifiable'],
    ['In 2020-24 Japan received 8.8 per cent of the arms exports of the United States.', '8.8 percent: supported'],
  ])('%s', async (text, finding) => {
    expect(await told(text)).toEqual([finding])
  })
})
