import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { cacheHome, fitFileName, keepFit, readKept, readLast } from '../../../src/operations/kept/kept-fits.ts'

let env: Record<string, string>
beforeEach(() => {
  env = { VISAVIS_CACHE: mkdtempSync(join(tmpdir(), 'visavis-cache-')) }
})

test('what is kept comes back, typed arrays as such', async () => {
  const name = await fitFileName('q', 'snapshot 1')
  await keepFit(env, name, { theta: Float64Array.of(1, -0.5), states: ['CHN'] })
  expect(await readKept(env, name)).toEqual({ theta: Float64Array.of(1, -0.5), states: ['CHN'] })
})

test('another snapshot, or another question, has another name', async () => {
  const names = await Promise.all([fitFileName('q', 'snapshot 1'), fitFileName('q', 'snapshot 2'), fitFileName('r', 'snapshot 1')])
  expect(new Set(names).size).toBe(3)
  await keepFit(env, names[0]!, 1)
  expect(await readKept(env, names[1]!)).toBeUndefined()
})

test('a file that was cut or altered is as good as none', async () => {
  const name = await fitFileName('q', 'snapshot 1')
  await keepFit(env, name, { theta: Float64Array.of(1, 2, 3) })
  const file = join(env['VISAVIS_CACHE']!, `${name}.fit`)
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, whole.length - 1))
  expect(await readKept(env, name)).toBeUndefined()
  whole[whole.length - 3]! ^= 1
  writeFileSync(file, whole)
  expect(await readKept(env, name)).toBeUndefined()
})

test('the last of a question is the one written last, on whatever snapshot', async () => {
  const [first, second] = await Promise.all([fitFileName('q', 'snapshot 1'), fitFileName('q', 'snapshot 2')])
  await keepFit(env, first, 'first')
  await keepFit(env, second, 'second')
  utimesSync(join(env['VISAVIS_CACHE']!, `${first}.fit`), 1, 1)
  expect(await readLast(env, 'q')).toBe('second')
  utimesSync(join(env['VISAVIS_CACHE']!, `${second}.fit`), 0, 0)
  expect(await readLast(env, 'q')).toBe('first')
  expect(await readLast(env, 'another')).toBeUndefined()
})

test('where nothing can be written nothing is kept, and nothing fails', async () => {
  await keepFit({ VISAVIS_CACHE: '/dev/null/cache' }, 'name', 1)
  expect(await readKept({ VISAVIS_CACHE: '/dev/null/cache' }, 'name')).toBeUndefined()
})

test('no file is left half-written', async () => {
  await keepFit(env, 'name', 1)
  expect(readdirSync(env['VISAVIS_CACHE']!)).toEqual(['name.fit'])
})

test('an XDG path that is not absolute is ignored, as XDG says', () => {
  expect(cacheHome({ XDG_CACHE_HOME: 'here', HOME: '/home/a' })).not.toContain('here')
})
