import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listSourceNames } from '../../../scripts/record/list-source-names.ts'
import { resolve } from '../../../src/states/index.ts'
import { haveShared, sharedData } from '../../states/shared.ts'

/**
 * Every distinct name or letter code of a state, partner, supplier or actor in the data sets, and what it means (no date given): an ISO3 code, `bloc:id`,
 * `territory:name`, `non-state`, or `unknown` for what cannot be known. `by` says how the meaning was established: `code` = the source, or another that has
 * the same name, gives a code beside it; `eye` = read and decided one by one. It is not what `resolve` happened to answer.
 */
const [heading, ...lines] = readFileSync(new URL('source-names.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const list = lines.map((line) => {
  const [name = '', expected = '', by = ''] = line.split('\t')
  return { name, expected, by }
})

function inShort(name: string): string {
  const found = resolve(name)
  if (found.kind === 'state') return found.state.iso3
  if (found.kind === 'bloc') return `bloc:${found.id}`
  return found.kind === 'territory' ? `territory:${found.name}` : found.kind
}

describe('every name in the data sets', () => {
  test('is in the list once', () => {
    expect(heading).toBe('name\texpected\tby\tsources')
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length)
    expect(list.length).toBeGreaterThan(5400)
    expect(list.filter(({ by }) => by === 'code').length).toBeGreaterThan(4400)
  })

  test('is never read as something it is not', () => {
    const wrong = list.filter(({ name, expected }) => ![expected, 'unknown'].includes(inShort(name)))
    expect(wrong.map(({ name, expected }) => `${name} is ${expected}, not ${inShort(name)}`)).toEqual([])
  })

  test('is resolved, or knowingly marked as no state, in at least 99.5 of 100 cases', () => {
    const left = list.filter(({ name }) => inShort(name) === 'unknown')
    expect(left.length / list.length, left.map(({ name }) => name).join(', ')).toBeLessThanOrEqual(0.005)
  })

  test.skipIf(!haveShared)('and the list has them all (needs ../shared)', { timeout: 900_000 }, () => {
    const listed = new Set(list.map(({ name }) => name))
    const missing = [...listSourceNames(sharedData)].flatMap(([source, names]) =>
      names.filter((name) => !listed.has(name)).map((name) => `${source}: ${name}`),
    )
    expect(missing).toEqual([])
  })
})
