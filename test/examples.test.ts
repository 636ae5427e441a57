import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** Every `@example expression   // value` in src/ is run: the expression with the module's own exports in scope. */
const example = /@example\s+(.+?)\s+\/\/\s+(.+?)\s*(?:\*\/)?$/gm

const found = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    return [...readFileSync(path, 'utf8').matchAll(example)].map(([, code, value]) => ({ path, code: code!, value: value! }))
  })

test('there are examples in the docstrings', () => {
  expect(found.length).toBeGreaterThan(10)
})

test.each(found)('$path: $code is $value', async ({ path, code, value }) => {
  const exports = (await import(resolve(path))) as Record<string, unknown>
  const names = Object.keys(exports)
  const run = (text: string): unknown => new Function(...names, `return (${text})`)(...names.map((name) => exports[name]))
  const expected = run(value)
  const actual = plain(run(code))
  if (typeof expected === 'number' && typeof actual === 'number') expect(actual).toBeCloseTo(expected, 9)
  else expect(actual).toEqual(expected)
})

/** Typed arrays compare as plain arrays, so that an example can be written as JSON. */
function plain(value: unknown): unknown {
  return ArrayBuffer.isView(value) && !(value instanceof DataView) ? Array.from(value as Float64Array) : value
}
