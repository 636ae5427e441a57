import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleOf, examplePair, examplePicture, pictureOf } from '../../scripts/docs/readme-example.ts'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

function assessed(...more: string[]): string {
  const words = [join(root, 'dist/cli/main.js'), 'assess', ...examplePair, '--quiet', ...more]
  return spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1e8, env: { ...process.env, VISAVIS_HOME: '/nonexistent' } })
    .stdout
}

test('README shows what the command prints today, line for line (npx tsx scripts/docs/readme-page.ts)', () => {
  expect(readme).toContain(exampleOf(assessed()))
})

test('the picture in README is the chart that the product draws today (npx tsx scripts/docs/readme-page.ts)', () => {
  expect(readme).toContain(`](${examplePicture})`)
  expect(readFileSync(join(root, examplePicture), 'utf8')).toBe(pictureOf(assessed('--format', 'html')))
})

test('the first screen of README has the two commands', () => {
  const first = readme.split('\n').slice(0, 40).join('\n')
  expect(first).toContain('npm ci && npm start')
  expect(first).toContain('npm ci && npm test')
})
