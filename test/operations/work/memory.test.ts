import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageFile } from '../../../src/operations/package-files.ts'
import { cellRecords } from '../../../src/operations/work/plannable.ts'
import { planWork, runWork } from '../../../src/operations/work/run-work.ts'
import { workKind } from '../../../src/operations/work/work-kinds.ts'
import { readPlan } from '../../../src/work/plan.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { context, planOf } from './joined.ts'

async function run(plan: string, memory: number): Promise<unknown> {
  const running = { ...context, signal: new AbortController().signal, tell: () => undefined }
  return runWork(plan, join(freshRoot(), 'result'), { processes: 1, memory }, running)
}

test('a cell that needs more memory than its process is given is parked, and says which option gives more', async () => {
  const plan = await planOf('panel', { indicators: 'kappa', from: 1946, to: 2024 }, 100)
  await expect(run(plan, 12)).rejects.toThrow(/tried 3 times: its process ran out of memory \(--memory gives it more\)/)
})

test('a text that needs more memory than the process that reads it is given fails its cell: the result would be another one', async () => {
  const folder = freshRoot()
  const [text, plan] = [join(folder, 'a.txt'), join(folder, 'plan.json')]
  writeFileSync(text, 'Trade between China and Russia was worth about $95 billion in 2014.')
  await planWork('read-all', { paths: [text] }, context, { file: plan, cell: 1 })
  const runner = await (await workKind('read-all'))!.open(await readPlan(plan), { planFile: plan, memory: 12 })
  const failure = { code: 'TooLarge', message: `${text}: this takes more than 12 MB of memory`, hint: '--memory gives it more' }
  await expect(Promise.resolve(runner.run({ from: 0, to: 1 }))).rejects.toMatchObject(failure)
  await runner.close()
})

test('DuckDB has a limit of memory and a folder for what exceeds it of its own', async () => {
  const settings =
    "SELECT current_setting('memory_limit') AS memory, current_setting('temp_directory') AS folder, current_setting('threads') AS threads"
  const record = packageFile('data/record')
  const [given, usual] = [await cellRecords(200).open(record), await cellRecords(undefined).open(record)]
  const [one, other] = [(await given.rows(settings))[0]!, (await usual.rows(settings))[0]!]
  // DuckDB tells binary units
  expect([one['memory'], other['memory']]).toEqual(['190.7 MiB', '953.6 MiB'])
  expect(Number(one['threads'])).toBe(1)
  expect(one['folder']).toContain(`visavis-${process.pid}-`)
  expect(one['folder']).not.toBe(other['folder'])
  // more than the limit goes to that folder
  const sorted = await given.rows(
    "SELECT count(*) AS n FROM (SELECT range AS i, repeat('x', 60) AS text FROM range(6000000) ORDER BY hash(i))",
  )
  expect(Number(sorted[0]!['n'])).toBe(6_000_000)
  given.close()
  usual.close()
})
