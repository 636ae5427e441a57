import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { cellAt, cellCount, type PlanSpec, planHash, readPlan, writePlan } from '../../src/work/plan.ts'
import { PlanItems } from '../../src/work/plan-items.ts'

const spec: PlanSpec = {
  ...{ operation: 'read-all', input: { date: null, format: 'csv' }, snapshot: 's', version: '1.0.0', now: '2026-01-01T00:00:00.000Z' },
  ...{ items: 5, cell: 2 },
}
const items = ['a.txt', 'two\nlines.txt', 'ü.txt', 'd e.txt', '"quoted".txt']

let file: string
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'visavis-plan-')), 'plan.json')
})

describe('a plan', () => {
  test('is read as it was written, with its items by number', async () => {
    const plan = await writePlan(file, spec, items)
    expect(await readPlan(file)).toEqual(plan)
    const list = new PlanItems(file)
    expect(await list.between(0, 5)).toEqual(items)
    expect(await list.between(1, 3)).toEqual(items.slice(1, 3))
    expect(await list.between(4, 5)).toEqual(items.slice(4))
  })

  test('has each item in one cell', () => {
    const cells = Array.from({ length: cellCount(spec) }, (_, index) => cellAt(spec, index))
    expect(cells).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
      { from: 4, to: 5 },
    ])
  })

  test('has the same hash for the same work, in whatever order its input was named, and another for anything else', () => {
    const hash = planHash(spec, null)
    expect(planHash({ ...spec, input: { format: 'csv', date: null } }, null)).toBe(hash)
    for (const change of [{ items: 6 }, { cell: 3 }, { snapshot: 't' }, { version: '1.0.1' }, { input: { date: '2024', format: 'csv' } }])
      expect(planHash({ ...spec, ...change }, null)).not.toBe(hash)
    expect(planHash(spec, 'list')).not.toBe(hash)
  })

  test('of a million texts is written and read item by item', async () => {
    const million = 1_000_000
    function* names(): Generator<string> {
      for (let i = 0; i < million; i++) yield `archive/text-${i}.txt`
    }
    const plan = await writePlan(file, { ...spec, items: million, cell: 40 }, names())
    expect(cellCount(plan)).toBe(25_000)
    expect(await new PlanItems(file).between(999_998, 1_000_000)).toEqual(['archive/text-999998.txt', 'archive/text-999999.txt'])
  })
})

describe('is refused', () => {
  test('nothing to do, or cells of no items', async () => {
    await expect(writePlan(file, { ...spec, items: 0 })).rejects.toMatchObject({ code: 'Usage' })
    await expect(writePlan(file, { ...spec, cell: 0 })).rejects.toMatchObject({ code: 'Usage' })
    await expect(writePlan('/nowhere/at/all/plan.json', spec, items)).rejects.toMatchObject({ code: 'CannotWrite' })
  })

  test('a file that is missing, no plan, or was changed', async () => {
    await expect(readPlan(file)).rejects.toMatchObject({ code: 'BadInput' })
    for (const text of ['', '{}', '[1]', 'not JSON', '{"schemaVersion":2}']) {
      writeFileSync(file, text)
      await expect(readPlan(file)).rejects.toThrow('is not a plan')
    }
    await writePlan(file, spec)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"csv"', '"jsonl"'))
    await expect(readPlan(file)).rejects.toThrow('was changed after it was written')
  })

  test('a list of items that is missing or another one', async () => {
    await writePlan(file, spec, items)
    appendFileSync(`${file}.items`, '"one more.txt"\n')
    await expect(readPlan(file)).rejects.toThrow('not the one of this plan')
    rmSync(`${file}.items`)
    await expect(readPlan(file)).rejects.toThrow('is missing')
  })
})
