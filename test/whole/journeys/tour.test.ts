import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tourPage } from '../../../scripts/docs/tour.ts'

const root = join(import.meta.dirname, '../../..')

test('docs/tour.md shows what the commands print today (npx tsx scripts/docs/tour-page.ts)', { timeout: 120_000 }, () => {
  const visavis = (words: readonly string[], input = ''): string =>
    spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...words, '--quiet'], {
      ...{ encoding: 'utf8', maxBuffer: 1e8, input, env: { ...process.env, VISAVIS_HOME: '/nonexistent' } },
    }).stdout
  expect(readFileSync(join(root, 'docs/tour.md'), 'utf8')).toBe(tourPage(visavis))
})
