import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Assessment } from '../../../../src/assessments/index.ts'
import { type AssessmentChanges, changesBetween } from '../../../../src/assessments/pairs/assessment-changes.ts'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import { changesCsv, changesText } from '../../../../src/reports/answers/changes.ts'
import type { Known } from '../../../../src/store/index.ts'

const home = mkdtempSync(join(tmpdir(), 'visavis-saved-'))
const context = { env: { VISAVIS_HOME: home }, today: '2026-11-25', now: '2026-11-25T10:00:00.000Z' }

async function run<T>(name: string, input: Record<string, unknown>, at = context): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  return (await (await operation.load()).run(checkInput(operation, input), at)) as T
}

const saved = (): string =>
  join(
    home,
    'assessments',
    'CHN-RUS',
    readdirSync(join(home, 'assessments', 'CHN-RUS'))
      .sort()
      .at(-1)!,
  )

/** The saved assessment with something altered. */
function altered(alter: (assessment: { -readonly [K in keyof Assessment]: Assessment[K] }) => void): Assessment {
  const assessment = JSON.parse(readFileSync(saved(), 'utf8')) as Assessment
  alter(assessment)
  return assessment
}

const figure = (assessment: Assessment, id: string): { -readonly [K in keyof Known]: Known[K] } =>
  assessment.domains.flatMap(({ estimates }) => estimates).find((estimate) => estimate.id === id) as Known

describe('a saved assessment', () => {
  test('is what was printed, and compared with itself nothing changed', async () => {
    const printed = await run<Assessment>('assess', { a: 'China', b: 'Russia', save: true })
    expect(JSON.parse(readFileSync(saved(), 'utf8'))).toEqual(JSON.parse(JSON.stringify(printed)))
    const changes = await run<AssessmentChanges>('diff', { before: 'Russia', b: 'China' })
    expect([changes.figures, changes.judgements, changes.events]).toEqual([[], [], []])
    expect(changesText(changes)).toContain('Nothing changed')
  })

  test('a figure of the same time is revised, of another time new, by another rule changed in method', () => {
    const now = altered(() => {})
    const then = altered((assessment) => {
      figure(assessment, 'kappa_quadratic').value = 0.5
      figure(assessment, 's_absolute').value = 0.7
      figure(assessment, 's_absolute').period = '2024'
      figure(assessment, 's_squared').method = 'by hand'
      figure(assessment, 's_squared').value = 0.1
    })
    const { figures } = changesBetween(then, now)
    expect(figures.map(({ id, reason }) => [id, reason])).toEqual([
      ['kappa_quadratic', 'revised data'],
      ['s_absolute', 'new data'],
      ['s_squared', 'changed method'],
    ])
    expect(figures[0]).toMatchObject({ domain: 'diplomacy', before: { value: 0.5, period: '2025' }, after: { period: '2025' } })
    expect(changesCsv(changesBetween(then, now)).split('\n')[1]).toMatch(
      /^diplomacy,kappa_quadratic,index,revised data,0.5,2025,0\.\d+,2025$/,
    )
  })

  test('a figure that came or went is told, never as a change from or to zero', () => {
    const now = altered(() => {})
    const before = altered((assessment) => {
      Object.assign(figure(assessment, 'kappa_quadratic'), { state: 'unknown', reason: 'not held' })
    })
    expect(changesBetween(before, now).figures).toMatchObject([{ id: 'kappa_quadratic', reason: 'now known', before: null }])
    expect(changesBetween(now, before).figures).toMatchObject([{ id: 'kappa_quadratic', reason: 'no longer known', after: null }])
  })

  test('a stage, a level and an event that changed are judgements and events', () => {
    const now = altered(() => {})
    const before = altered((assessment) => {
      const stage = assessment.stage!
      assessment.stage = {
        ...stage,
        complete: 'early',
        indicators: stage.indicators.map((one, i) => (i === 1 ? { ...one, level: 1, items: one.items.slice(1) } : one)),
      }
    })
    const { judgements, events } = changesBetween(before, now)
    expect(judgements).toEqual([
      { what: 'stage complete', before: 'early', after: 'moderate' },
      { what: 'Regular consultation', before: '1', after: '3' },
    ])
    expect(events).toHaveLength(1)
  })

  test('that is saved at the same instant, or with the clock set back, takes no place of another and is the last', async () => {
    const files = (): string[] => readdirSync(join(home, 'assessments', 'IND-MCO')).sort()
    const back = { ...context, now: '2026-11-20T10:00:00.000Z' }
    const ask = (at: typeof context, to: string): Promise<Assessment> => run('assess', { a: 'India', b: 'Monaco', to, save: true }, at)
    await Promise.all(['2018', '2019', '2020'].map((to) => ask(context, to)))
    expect(files()).toHaveLength(3)
    await ask(back, '2017')
    expect(files()).toHaveLength(4)
    const last = JSON.parse(readFileSync(join(home, 'assessments', 'IND-MCO', files().at(-1)!), 'utf8')) as Assessment
    expect(last.to).toContain('2017')
  })

  test('that does not exist, or is torn, is said to be so', async () => {
    await expect(run('diff', { before: 'France', b: 'Germany' })).rejects.toThrow(/no assessment of FRA and DEU is saved/)
    writeFileSync(join(home, 'assessments', 'CHN-RUS', '2027.json'), '{ "schemaVersion": 1')
    await expect(run('diff', { before: 'CHN', b: 'RUS' })).rejects.toMatchObject({ code: 'BadInput' })
  })
})
