import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { manualPage } from '../../scripts/docs/manual.ts'
import { operations } from '../../src/operations/index.ts'

const file = fileURLToPath(new URL('../../man/visavis.1', import.meta.url))

test('man/visavis.1 tells of the commands as they are (npx tsx scripts/docs/manual-page.ts)', () => {
  expect(readFileSync(file, 'utf8')).toBe(manualPage())
  for (const operation of operations)
    expect(manualPage()).toMatch(new RegExp(`^\\.SS visavis ${operation.name.replaceAll('-', '\\\\-')}\\b`, 'm'))
})

test.skipIf(spawnSync('groff', ['--version']).status !== 0)('the manual page is set without a warning', () => {
  const { status, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-Kutf8', '-ww', '-z', file], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})
