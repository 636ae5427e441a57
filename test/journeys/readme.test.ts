import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test('README shows what the command prints today, line for line', () => {
  const [, block] = readFileSync(join(root, 'README.md'), 'utf8').split('```')
  const shown = block!.split('\n').filter((line) => line !== '' && !line.startsWith('$') && line.trim() !== '...')
  const ran = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'assess', 'CHN', 'RUS', '--quiet'], {
    encoding: 'utf8',
    env: { ...process.env, VISAVIS_HOME: '/nonexistent' },
  })
  const printed = ran.stdout.split('\n')
  expect(shown.length).toBeGreaterThan(8)
  for (const line of shown) expect(printed, line).toContain(line)
})

test('the first screen of README has the two commands', () => {
  const first = readFileSync(join(root, 'README.md'), 'utf8').split('\n').slice(0, 40).join('\n')
  expect(first).toContain('npm ci && npm start')
  expect(first).toContain('npm ci && npm test')
})
