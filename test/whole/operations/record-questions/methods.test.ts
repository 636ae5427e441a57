import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import { everyMethod } from '../../../../src/operations/methods/methods-catalogue.ts'
import { methodsOperation } from '../../../../src/operations/record-questions/methods.ts'
import { methodsCsv, methodsMarkdown, methodsText } from '../../../../src/reports/answers/methods.ts'
import type { MethodsAnswer } from '../../../../src/reports/parts/method-types.ts'

const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T00:00:00.000Z' }
const root = join(import.meta.dirname, '../../../..')

async function ask(input: Readonly<Record<string, string>>): Promise<MethodsAnswer> {
  const { run, output } = await methodsOperation.load()
  const answer = await run(checkInput(methodsOperation, input), context)
  output.parse(answer)
  return answer as MethodsAnswer
}

describe('the catalogue of measures', () => {
  const all = everyMethod()

  test('each has an id of its own, and names a page and code that are there', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const named = [...new Set(all.flatMap(({ page, code }) => [page, ...code]))]
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  test('every page of docs/measures is that of a measure; the posterior is told on that of ideal points', () => {
    const named = new Set(all.map(({ page }) => page))
    const left = readdirSync(join(root, 'docs/measures')).filter((file) => !named.has(`docs/measures/${file}`))
    expect(left).toEqual(['ideal-points-posterior.md'])
  })

  test('each has a formula or a rule, a limit, and numbers of others or the reason why there are none', () => {
    for (const { id, formula, rule, limits, reproductions, comparisons, instead } of all) {
      expect([id, formula.length > 0 || rule !== null]).toEqual([id, true])
      expect([id, limits.length > 0]).toEqual([id, true])
      expect([id, reproductions.length + comparisons.length > 0 || instead !== null]).toEqual([id, true])
    }
  })

  test('every file that a sentence names as a test is there', () => {
    const named = all.flatMap(({ instead }) => instead?.match(/test\/[\w/.-]+\.ts/g) ?? [])
    expect(named.length).toBeGreaterThan(4)
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  test('a DOI is one, and a symbol that is explained stands in a formula', () => {
    for (const { doi } of all.flatMap(({ references }) => references)) if (doi !== null) expect(doi).toMatch(/^10\.\d{4,5}\/\S+$/)
    for (const { id, formula, symbols } of all) {
      const signs = symbols.flatMap(({ symbol }) => symbol.split(', '))
      expect([id, signs.filter((sign) => !formula.join(' ').includes(sign))]).toEqual([id, []])
    }
  })

  test('a command that answers with it is one', () => {
    const names = operations.map(({ name }) => name)
    for (const command of all.flatMap(({ asked }) => asked)) expect(names.some((name) => command.startsWith(`visavis ${name} `))).toBe(true)
  })

  test('what is worked out for the answer lies within its tolerance; what need not agree says why', () => {
    const numbers = all.flatMap(({ reproductions }) => reproductions)
    expect(numbers.filter(({ worked }) => worked === 'now').length).toBe(49)
    for (const { id, difference, tolerance, note } of numbers) {
      if (tolerance === null) expect([id, note === null]).toEqual([id, false])
      else expect(Math.abs(difference), id).toBeLessThanOrEqual(tolerance)
    }
  })
})

const pairs = [
  ['CHN', 'RUS'],
  ['RUS', 'EU'],
  ['NATO', 'CSTO'],
  ['KAZ', 'DEU'],
  ['USA', 'UKR'],
] as const

test.each(pairs)('every figure of %s and %s has its measure', async (a, b) => {
  const assess = operations.find(({ name }) => name === 'assess')!
  const answer = await (await assess.load()).run(checkInput(assess, { a, b }), context)
  const ids = [...new Set(figuresIn(answer))]
  expect(ids.length).toBeGreaterThan(20)
  const without: string[] = []
  for (const figure of ids)
    if (
      await ask({ figure }).then(
        ({ methods }) => methods.length === 0,
        () => true,
      )
    )
      without.push(figure)
  expect(without).toEqual([])
})

/** Ids of all figures, wherever they stand in the answer. */
function figuresIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(figuresIn)
  if (part === null || typeof part !== 'object') return []
  const { id, label, unit, period } = part as Record<string, unknown>
  const own = [label, unit, period].every((field) => typeof field === 'string') ? [String(id)] : []
  return [...own, ...Object.values(part).flatMap(figuresIn)]
}

describe('visavis methods', () => {
  test('all of them as a table, as Markdown and as CSV', async () => {
    const answer = await ask({})
    expect(answer.methods.length).toBeGreaterThan(25)
    expect(methodsText(answer)).toContain(`${answer.methods.length} measures, held to`)
    expect(methodsMarkdown(answer).split('\n').length).toBe(answer.methods.length + 2)
    const rows = methodsCsv(answer).trim().split('\n')
    expect(rows.filter((row) => row.startsWith('kappa,diplomacy,kappa-1914,')).length).toBe(1)
    expect(rows.some((row) => row.startsWith('multiverse,diplomacy,,'))).toBe(true)
  })

  test('one whole: formula, published number with ours, DOI', async () => {
    const text = methodsText(await ask({ id: 'kappa' }))
    expect(text).toContain('κ = 1 − Σ_ij d_ij o_ij / Σ_ij d_ij e_ij')
    expect(text).toMatch(/-0\.07758621 +-0\.0775862068966 +3\.1e-9/)
    expect(text).toContain('https://doi.org/10.1177/001316446002000104')
  })

  test('a figure leads to its measure, and what stands beside it to that as well', async () => {
    expect((await ask({ figure: 'gdp-share-a' })).methods.map(({ id }) => id)).toEqual(['dependence'])
    expect((await ask({ figure: 'ideal_point_distance.percentile' })).methods.map(({ id }) => id)).toEqual(['ideal-points', 'percentile'])
  })

  test('what is not there is refused with what was meant', async () => {
    await expect(ask({ id: 'ideal' })).rejects.toThrow('there is no measure "ideal". Did you mean ideal-points')
    await expect(ask({ figure: 'friendship' })).rejects.toThrow('no measure makes a figure "friendship"')
    await expect(ask({ id: 'kappa', domain: 'trade' })).rejects.toThrow('no measure is all of that')
  })
})
