import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { localExecutor } from '../../../src/work/local-executor.ts'
import { ResultFolder } from '../../../src/work/result-folder.ts'
import { type Executor, type PlanResult, type RunOptions, runPlan } from '../../../src/work/run-plan.ts'
import { joiningSmall, smallPlan, smallStart, squares } from '../../work/small-work.ts'

const never = new AbortController().signal

function run(file: string, folder: string, options: Partial<RunOptions> & { processes?: number } = {}): Promise<PlanResult> {
  const { processes = 2, ...rest } = options
  return runPlan(file, join(folder, 'result'), joiningSmall, {
    ...{ executor: localExecutor(smallStart, processes), signal: never, tell: () => undefined },
    ...rest,
  })
}

const executionsIn = (log: string): number => readFileSync(log, 'utf8').trimEnd().split('\n').length

describe('a plan that is run', () => {
  test('has the same result in one process and in three, in cells of any size', async () => {
    const expected = createHash('sha256').update(squares(23)).digest('hex')
    for (const [cell, processes] of [
      [23, 1],
      [7, 2],
      [1, 3],
    ] as const) {
      const { file, folder } = await smallPlan(23, cell)
      const done: number[] = []
      const result = await run(file, folder, { processes, onCount: (_, count) => void done.push(count) })
      expect(result.sha256).toBe(expected)
      expect(readFileSync(result.file, 'utf8')).toBe(squares(23))
      expect(result.summary.lines).toEqual(['23 items'])
      expect(done.at(-1)).toBe(Math.ceil(23 / cell))
    }
  })

  test('goes on where it was stopped', async () => {
    const { file, folder } = await smallPlan(12, 1, { sleep: 150, log: '/dev/null' })
    const stop = new AbortController()
    const first = run(file, folder, { signal: stop.signal, onCount: (_, done) => done === 4 && stop.abort() })
    await expect(first).rejects.toMatchObject({
      code: 'Interrupted',
      message: expect.stringMatching(/^stopped with [4-6] of 12 cells done/),
    })
    const told: string[] = []
    const { file: result } = await run(file, folder, { tell: (text) => void told.push(text) })
    expect(told[0]).toMatch(/^[4-6] of 12 cells were done before$/)
    expect(readFileSync(result, 'utf8')).toBe(squares(12))
  })

  test('that is finished is only joined again', async () => {
    const { file, folder } = await smallPlan(6, 2)
    await run(file, folder)
    const none: Executor = async () => expect.unreachable()
    const { file: result } = await run(file, folder, { executor: none })
    expect(readFileSync(result, 'utf8')).toBe(squares(6))
  })
})

describe('a cell that fails', () => {
  test('is tried once if it throws, three times if it ends its process, and keeps none of the others back', async () => {
    const { file, folder } = await smallPlan(10, 1, { bad: [3], deadly: [6], log: join(folderOf(), 'log') })
    const log = (JSON.parse(readFileSync(file, 'utf8')) as { input: { log: string } }).input.log
    await expect(run(file, folder)).rejects.toThrow(/2 of 10 cells failed.*\n {2}items 4 to 4, tried 1 times: .*item 3 cannot be squared/)
    expect(executionsIn(log)).toBe(8 + 1 + 3)
    const parked = await (await ResultFolder.open(join(folder, 'result'))).failed()
    expect(parked.map(({ from, tries }) => [from, tries])).toEqual([
      [3, 1],
      [6, 3],
    ])
    expect(parked[1]!.message).toContain('SIGKILL')
    // the next run tries only these
    await expect(run(file, folder)).rejects.toThrow('2 of 10 cells failed')
    expect(executionsIn(log)).toBe(12 + 4)
  })
})

describe('the folder of a result', () => {
  test('of another plan is refused, and one with other files', async () => {
    const [one, other] = [await smallPlan(4, 2), await smallPlan(5, 2)]
    await run(one.file, one.folder)
    await expect(run(other.file, one.folder)).rejects.toThrow('holds the parts of another plan')
    const strange = await smallPlan(4, 2)
    mkdirSync(join(strange.folder, 'result'))
    writeFileSync(join(strange.folder, 'result/thesis.docx'), '')
    await expect(run(strange.file, strange.folder)).rejects.toThrow('holds other files')
    expect(readdirSync(join(strange.folder, 'result'))).toEqual(['thesis.docx'])
  })

  test('has damaged and missing parts made again, and no other', async () => {
    const log = join(folderOf(), 'log')
    const { file, folder } = await smallPlan(6, 2, { log })
    await run(file, folder)
    const parts = join(folder, 'result/parts')
    const [first, second] = readdirSync(parts)
    writeFileSync(join(parts, first!), 'rubbish')
    await expect(run(file, folder)).rejects.toThrow('is damaged')
    rmSync(join(parts, second!))
    await expect(run(file, folder)).rejects.toThrow('is missing')
    const { file: result } = await run(file, folder)
    expect(readFileSync(result, 'utf8')).toBe(squares(6))
    expect(executionsIn(log)).toBe(3 + 2)
  })

  test('takes the same cell twice, and refuses other bytes for it', async () => {
    const { file, folder, plan } = await smallPlan(4, 2)
    const result = await ResultFolder.create(join(folder, 'result'), file)
    const part = Buffer.from('0\n1\n')
    const [once, twice] = await Promise.all([result.keep(0, { part }), result.keep(0, { part })])
    expect(twice).toEqual(once)
    await expect(result.keep(0, { part: Buffer.from('2\n') })).rejects.toThrow('gave other bytes than before')
    expect(await result.missing()).toEqual([1])
    expect(readdirSync(join(folder, 'result/parts'))).toEqual([once.part])
    expect(plan.items).toBe(4)
  })

  test('that cannot be written says so, and leaves nothing half there', async () => {
    const { file, folder } = await smallPlan(4, 2)
    // a file stands where the folder should be
    await expect(run(file, file)).rejects.toMatchObject({ code: 'CannotWrite' })
    expect(readdirSync(folder)).toEqual(['plan.json'])
  })
})

function folderOf(): string {
  const folder = join(process.env['TMPDIR'] ?? '/tmp', `visavis-log-${process.pid}-${Math.random().toString(36).slice(2)}`)
  mkdirSync(folder)
  return folder
}
