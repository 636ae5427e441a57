import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageFile } from '../../../src/operations/package-files.ts'
import { cellRecords } from '../../../src/operations/work/plannable.ts'
import { planWork, runWork } from '../../../src/operations/work/run-work.ts'
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

test('a text that needs more memory than its process is given fails its cell: the result would be another one', async () => {
  const texts = join(freshRoot(), 'texts')
  mkdirSync(texts)
  writeFileSync(join(texts, 'a.txt'), 'Trade between China and Russia was worth about $95 billion in 2014.')
  const plan = join(freshRoot(), 'plan.json')
  await planWork('read-all', { paths: [texts] }, context, { file: plan, cell: 1 })
  await expect(run(plan, 45)).rejects.toThrow(/a\.txt: this takes more than 45 MB of memory/)
  await run(plan, 1000)
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
