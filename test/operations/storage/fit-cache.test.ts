import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { cacheFit, cacheHome, fitKey, readCachedFit, readNewestFit } from '../../../src/operations/storage/fit-cache.ts'

let env: Record<string, string>
beforeEach(() => {
  env = { VISAVIS_CACHE: mkdtempSync(join(tmpdir(), 'visavis-cache-')) }
})

test('what is kept comes back, typed arrays as such', async () => {
  const name = await fitKey('q', 'snapshot 1')
  await cacheFit(env, name, { theta: Float64Array.of(1, -0.5), states: ['CHN'] })
  expect(await readCachedFit(env, name)).toEqual({ theta: Float64Array.of(1, -0.5), states: ['CHN'] })
})

test('another snapshot, or another question, has another name', async () => {
  const names = await Promise.all([fitKey('q', 'snapshot 1'), fitKey('q', 'snapshot 2'), fitKey('r', 'snapshot 1')])
  expect(new Set(names).size).toBe(3)
  await cacheFit(env, names[0]!, 1)
  expect(await readCachedFit(env, names[1]!)).toBeUndefined()
})

test('a file that was cut or altered is as good as none', async () => {
  const name = await fitKey('q', 'snapshot 1')
  await cacheFit(env, name, { theta: Float64Array.of(1, 2, 3) })
  const file = join(env['VISAVIS_CACHE']!, `${name}.fit`)
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, whole.length - 1))
  expect(await readCachedFit(env, name)).toBeUndefined()
  whole[whole.length - 3]! ^= 1
  writeFileSync(file, whole)
  expect(await readCachedFit(env, name)).toBeUndefined()
})

test('the last of a question is the one written last, on whatever snapshot', async () => {
  const [first, second] = await Promise.all([fitKey('q', 'snapshot 1'), fitKey('q', 'snapshot 2')])
  await cacheFit(env, first, 'first')
  await cacheFit(env, second, 'second')
  utimesSync(join(env['VISAVIS_CACHE']!, `${first}.fit`), 1, 1)
  expect(await readNewestFit(env, 'q')).toBe('second')
  utimesSync(join(env['VISAVIS_CACHE']!, `${second}.fit`), 0, 0)
  expect(await readNewestFit(env, 'q')).toBe('first')
  expect(await readNewestFit(env, 'another')).toBeUndefined()
})

test('where nothing can be written nothing is kept, and nothing fails', async () => {
  await cacheFit({ VISAVIS_CACHE: '/dev/null/cache' }, 'name', 1)
  expect(await readCachedFit({ VISAVIS_CACHE: '/dev/null/cache' }, 'name')).toBeUndefined()
})

test('no file is left half-written', async () => {
  await cacheFit(env, 'name', 1)
  expect(readdirSync(env['VISAVIS_CACHE']!)).toEqual(['name.fit'])
})

test('an XDG path that is not absolute is ignored, as XDG says', () => {
  expect(cacheHome({ XDG_CACHE_HOME: 'here', HOME: '/home/a' })).not.toContain('here')
})
