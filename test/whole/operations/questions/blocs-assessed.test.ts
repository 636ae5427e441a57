import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Assessment } from '../../../../src/assessments/index.ts'
import type { AssessmentChanges } from '../../../../src/assessments/pairs/assessment-changes.ts'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import type { WatchAnswer } from '../../../../src/operations/questions/watch.ts'

const home = mkdtempSync(join(tmpdir(), 'visavis-blocs-'))
const context = { env: { VISAVIS_HOME: home }, today: '2026-11-25', now: '2026-11-25T10:00:00.000Z' }
const work = async (name: string) => operations.find((one) => one.name === name)!.load()

async function run<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  return (await (await work(name)).run(checkInput(operation, input), context)) as T
}

test('a bloc is meant by its id, its name and in other languages, and what is saved is compared with itself', async () => {
  const printed = await run<Assessment>('assess', { a: 'Russia', b: 'the European Union', save: true })
  expect([printed.a.iso3, printed.b.iso3]).toEqual(['RUS', 'EU'])
  expect(JSON.parse(readFileSync(join(home, 'assessments', 'EU-RUS', '2026-11-25T10-00-00-000Z.json'), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(printed)),
  )
  const changes = await run<AssessmentChanges>('diff', { before: 'EU', b: 'RUS' })
  expect([changes.figures, changes.judgements, changes.events]).toEqual([[], [], []])
})

test('the African Union is written by its name where its id would be understood as Australia', async () => {
  const printed = await run<Assessment>('assess', { a: 'China', b: 'African Union', save: true })
  expect(printed.b.iso3).toBe('AU')
  const next = ((await work('assess')).next as unknown as (answer: Assessment) => string[])(printed)
  expect(next.join('\n')).toContain('visavis assess CHN "African Union"')
  const changes = await run<AssessmentChanges>('diff', { before: 'China', b: 'African Union' })
  expect(changes.figures).toEqual([])
})

test('a standing condition may be on a bloc', async () => {
  const file = join(home, 'conditions.json')
  const condition = { name: 'apart', a: 'RUS', b: 'EU', type: 'threshold', figure: 'kappa_quadratic', below: 0.5 }
  writeFileSync(file, JSON.stringify({ conditions: [condition] }))
  const { conditions } = await run<WatchAnswer>('watch', { file })
  expect(conditions[0]).toMatchObject({ a: 'RUS', b: 'EU', met: true })
})

test.each(['full', 'md', 'csv', 'html'] as const)('as %s it has the bloc and its figures', async (format) => {
  const printed = await run<Assessment>('assess', { a: 'CHN', b: 'ASEAN' })
  const show = (await work('assess')).show[format] as unknown as (answer: Assessment) => string | Promise<string>
  const text = await show(printed)
  expect(text).toContain('ASEAN')
  expect(text).toContain('median of 11 pairs')
  expect(text).not.toMatch(/undefined|NaN|\[object/)
})
