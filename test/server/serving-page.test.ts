import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { freshRoot } from '../store/fresh-root.ts'
import { openServer } from './open-server.ts'

const run = promisify(execFile)
const page = readFileSync(join(import.meta.dirname, '../../docs/serving.md'), 'utf8')
const commands = page.split('\n').filter((line) => line.startsWith('curl '))

test('every curl command of docs/serving.md does what it says', async ({ skip }) => {
  if ((await run('curl', ['--version']).catch(() => undefined)) === undefined) return skip('curl is not installed')
  expect(commands).toHaveLength(6)
  const { url } = await openServer()
  const folder = freshRoot()
  writeFileSync(join(folder, 'essay.txt'), 'Trade between China and Russia reached $240 billion in 2023. Both belong to BRICS.')
  const said: string[] = []
  let file = ''
  for (const command of commands) {
    const { stdout } = await run('sh', ['-c', command], { cwd: folder, env: { ...process.env, URL: url, FILE: file }, maxBuffer: 1e8 })
    if (command.includes('/files')) file = (JSON.parse(stdout) as { file: string }).file
    said.push(stdout)
  }
  const kept = (name: string): string => readFileSync(join(folder, name), 'utf8')
  expect(said[0]).toContain('RUS')
  expect(kept('similarity.csv').split('\n')[0]).toMatch(/^[\w,]+$/)
  expect(kept('assessment.md')).toMatch(/^# .*China.*Russia/)
  expect(JSON.parse(said[4]!)).toMatchObject({ schemaVersion: 1, document: { date: '2024-05-01' } })
  expect(said[5]).toMatch(/^event: progress\n(.*\n)*event: answer\ndata: \{/)
})

test('the problem that it shows is the one that the server gives', async () => {
  const { ask } = await openServer()
  const [, path, shown] = /^\$ curl -s "\$URL([^"]+)"\n(.*)$/m.exec(page)!
  expect((await ask(path!)).text).toBe(shown)
})
