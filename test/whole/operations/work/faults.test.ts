import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { workKind } from '../../../../src/operations/work/work-kinds.ts'
import { localExecutor } from '../../../../src/work/local-executor.ts'
import { runPlan } from '../../../../src/work/run-plan.ts'
import { backwards, inOneGo, joined, planOf } from '../../../operations/work/joined.ts'
import { freshRoot } from '../../../store/fresh-root.ts'

const signal = new AbortController().signal
const tell = (): void => undefined

const certain = 'name: x\nbase: baci-2023\nshocks: [{ kind: trade-cost, from: [USA], to: [CHN], factor: 2 }]'

describe('a plan of what cannot be done is refused when it is made, and leaves no file', () => {
  test.each([
    ['an indicator that is not there', 'panel', { indicators: 'kapa' }, undefined, /no indicator or measure "kapa".*kappa/],
    ['a window that ends before it begins', 'panel', { from: 2020, to: 2010 }, undefined, /ends before it begins/],
    ['a format that has no parts', 'panel', { from: 2020 }, 'dta', /no result in the format dta/],
    ['a scenario in which nothing is uncertain', 'scenario', { text: certain }, undefined, /no draws/],
    ['a coalition against itself', 'coalition', { target: 'RUS', members: 'RUS,USA' }, undefined, /is the target itself/],
    ['a similarity of two states', 'measure similarity', { a: 'CHN', b: 'RUS' }, undefined, /only the intervals of all pairs/],
    ['draws that make no interval', 'measure similarity', { all: true, intervals: true, draws: 5 }, undefined, /make no interval/],
    ['ideal points without a posterior', 'measure ideal-points', { a: 'CHN', b: 'RUS' }, undefined, /only the chains of a posterior/],
    ['an unknown state', 'measure ideal-points', { a: 'Atlantis', posterior: true, from: '2024' }, undefined, /Atlantis/],
    ['a target without a back-test', 'outlook backtest', { target: 'luck' }, undefined, /no back-test of "luck"/],
    ['a back-test that rests on more than the record', 'outlook backtest', { target: 'goods-flow' }, undefined, /before 1980/],
  ] as const)('%s', async (_, name, raw, format, message) => {
    await expect(planOf(name, raw, 3, format)).rejects.toThrow(message)
  })

  test('standard input, which no other machine has', async () => {
    await expect(planOf('coalition', { target: 'RUS', members: 'USA', data: '-' }, 3)).rejects.toThrow('a plan cannot hold standard input')
  })
})

test('a base that was changed after the plan was made is not worked on', async () => {
  const base = freshRoot()
  const flows = ['DEU,FRA', 'FRA,DEU', 'DEU,DEU', 'FRA,FRA', 'DEU,CHN', 'CHN,DEU', 'CHN,CHN', 'FRA,CHN', 'CHN,FRA']
  writeFileSync(join(base, 'flows.csv'), `exporter,importer,sector,value\n${flows.map((two, i) => `${two},A,${900 - i}\n`).join('')}`)
  const plan = await planOf('coalition', { target: 'CHN', members: 'DEU,FRA', data: base, elasticities: '4' }, 3)
  appendFileSync(join(base, 'flows.csv'), '\n')
  await expect(joined(plan)).rejects.toThrow(/is not what it was when the plan was made/)
})

const panel = { indicators: 'standing,shared-blocs', states: 'CHN,RUS,USA', from: 2015, to: 2024 }

test('a cell that always kills its process is tried three times and parked; the others are kept, and later only it is missing', async () => {
  vi.stubEnv('VISAVIS_CHUNKS', undefined)
  const plan = await planOf('panel', panel, 3)
  const folder = join(freshRoot(), 'result')
  const kind = (await workKind('panel'))!
  const env = { ...process.env, VISAVIS_TEST_POISON: '3' }
  const url = new URL('../../faults/poison-cells.ts', import.meta.url)
  const executor = localExecutor({ module: { url, isTypeScript: true }, env, memory: undefined }, 2)
  await expect(runPlan(plan, folder, kind, { executor, signal, tell })).rejects.toThrow(
    /1 of 4 cells failed; the others are kept\n {2}items 4 to 6, tried 3 times: its process ended with SIGKILL/,
  )
  expect(readdirSync(join(folder, 'cells')).sort()).toEqual(['0.json', '2.json', '3.json'])
  expect(existsSync(join(folder, 'result.csv'))).toBe(false)
  const told: string[] = []
  const { file } = await runPlan(plan, folder, kind, { executor: backwards, signal, tell: (text) => told.push(text) })
  expect(told).toEqual(['3 of 4 cells were done before'])
  expect(readFileSync(file, 'utf8')).toBe((await inOneGo('panel', panel, 'csv')).toString())
})

test('a part that was damaged on disk is found when parts are joined, and only its cell is done anew', async () => {
  const plan = await planOf('panel', panel, 3)
  const folder = join(freshRoot(), 'result')
  const kind = (await workKind('panel'))!
  await runPlan(plan, folder, kind, { executor: backwards, signal, tell })
  const part = join(folder, 'parts', (JSON.parse(readFileSync(join(folder, 'cells', '1.json'), 'utf8')) as { part: string }).part)
  writeFileSync(part, readFileSync(part).subarray(1))
  await expect(runPlan(plan, folder, kind, { executor: backwards, signal, tell })).rejects.toThrow('the part of cell 1')
  const told: string[] = []
  const { file } = await runPlan(plan, folder, kind, { executor: backwards, signal, tell: (text) => told.push(text) })
  expect(told).toEqual(['3 of 4 cells were done before'])
  expect(readFileSync(file, 'utf8')).toBe((await inOneGo('panel', panel, 'csv')).toString())
})
