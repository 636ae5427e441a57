import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { download } from '../../src/sources/download/download.ts'
import { ranged, serve } from '../sources/misbehaving-server.ts'
import { freshRoot } from '../store/fresh-root.ts'

const csv = `year,value\n${'2020,123456789\n'.repeat(20_000)}`

test('a download whose process is killed leaves no content and no answer, and the next run goes on from where it stopped', async () => {
  const root = freshRoot()
  let halfSent = (): void => undefined
  const half = new Promise<void>((resolve) => {
    halfSent = resolve
  })
  const server = await serve(
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/csv', 'content-length': csv.length, etag: '"1"' })
      response.write(csv.slice(0, 100_000), () => setTimeout(halfSent, 300))
    },
    ranged(csv, '"1"'),
  )
  const module = new URL('../../src/sources/download/download.ts', import.meta.url).href
  const options = JSON.stringify({ cacheDir: root, form: 'csv', env: {} })
  const script = `import { download } from ${JSON.stringify(module)}\nawait download(${JSON.stringify(server.origin)}, ${options})`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: 'ignore' })
  await half
  const ended = new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)))
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  expect([readdirSync(join(root, 'contents')), readdirSync(join(root, 'answers'))]).toEqual([[], []])

  const got = await download(server.origin, { cacheDir: root, form: 'csv', env: {}, interval: 0 })
  expect(got.how).toBe('resumed')
  expect(server.requests[1]?.headers['range']).toMatch(/^bytes=[1-9]\d{3,}-$/)
  expect(readFileSync(got.path, 'utf8')).toBe(csv)
  expect(readdirSync(join(root, 'parts'))).toEqual([])
})
