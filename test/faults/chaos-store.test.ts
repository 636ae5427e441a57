import { expect, test } from 'vitest'
import { chaosRounds } from '../../scripts/chaos/chaos-rounds.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { writeFiles } from './sample.ts'
import { samples } from './samples.ts'

test('writers at once among kills, suspended ones, wrong clocks and full disks: what was said to be added is in the newest snapshot', {
  timeout: 300_000,
}, async () => {
  const folder = freshRoot()
  const { files } = samples.find(({ reader }) => reader === 'comtrade')!
  const sources = [{ source: 'comtrade', files: writeFiles(folder, files) }]
  const { writes, done, findings } = await chaosRounds({ rounds: 3, seed: 20261129, folder, sources })
  expect(findings).toEqual([])
  expect(writes).toBeGreaterThan(5)
  expect(done).toBeGreaterThan(0)
})
