import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LimitMeasurement, limitsPage } from '../../scripts/limits-page.ts'
import { limits, limitTable } from '../../src/claims/limits.ts'

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
const testing = 'src/claims/testing'
const code = readdirSync(join(import.meta.dirname, '../..', testing), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(join(testing, path)))
  .join('\n')

describe('numbers that decide verdicts', () => {
  test('each has a unit, says what it decides, and is used', () => {
    for (const [name, { value, unit, decides }] of Object.entries(limitTable)) {
      expect({ name, isNumber: Number.isFinite(value), unit, decides }).toMatchObject({
        isNumber: true,
        unit: expect.stringMatching(/^[A-Za-z ]+$/),
        decides: expect.stringMatching(/\w{3}/),
      })
      expect(code, name).toMatch(new RegExp(`limits\\.${name}\\b`))
    }
  })

  test('none is read before it is used, so that a script can change it', () => {
    expect(code.match(/^(?:export )?const \w+(?:: [^=]+)? = (?!.*=>).*\blimits\./gm)).toBeNull()
    expect(limits.partly).toBe(limitTable.partly.value)
  })

  test('the page has what was measured for each; run scripts/score-limits.ts again where a number is new', () => {
    const measured = JSON.parse(read('docs/generated/claims-limits.json')) as LimitMeasurement
    expect(Object.keys(measured.changes).sort()).toEqual(Object.keys(limitTable).sort())
    expect(read('docs/generated/claims-limits.md')).toBe(limitsPage(measured))
  })
})
