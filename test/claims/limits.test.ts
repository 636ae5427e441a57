import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LimitMeasurement, limitsPage } from '../../scripts/docs/limits-page.ts'
import { limitTable, verdictLimits } from '../../src/claims/limits.ts'

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
      expect(code, name).toMatch(new RegExp(`verdictLimits\\.${name}\\b`))
    }
  })

  test('what one of them decides is explained by names of the table', () => {
    const named = Object.values(limitTable).flatMap(({ decides }) => [...decides.matchAll(/`([a-z]+[A-Z]\w*)`/g)].map(([, name]) => name!))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !(name in limitTable))).toEqual([])
  })

  test('none is read before it is used, so that a script can change it', () => {
    expect(code.match(/^(?:export )?const \w+(?:: [^=]+)? = (?!.*=>).*\bverdictLimits\./gm)).toBeNull()
    expect(verdictLimits.partly).toBe(limitTable.partly.value)
  })

  test('the page has every number, and what was measured (npx tsx scripts/docs/claims-limits-page.ts)', () => {
    const measured = JSON.parse(read('docs/generated/claims-limits.json')) as LimitMeasurement
    expect(Object.keys(measured.changes).filter((name) => !(name in limitTable))).toEqual([])
    expect(read('docs/generated/claims-limits.md')).toBe(limitsPage(measured))
  })
})
