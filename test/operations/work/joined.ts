import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkInput, operations } from '../../../src/operations/index.ts'
import type { Context, Format, Operation } from '../../../src/operations/request/operation.ts'
import { planWork } from '../../../src/operations/work/run-work.ts'
import { workKind } from '../../../src/operations/work/work-kinds.ts'
import { commandBody, renderAnswer } from '../../../src/operations/workers/render-answer.ts'
import { cellAt, readPlan } from '../../../src/work/plan.ts'
import { type Executor, runPlan } from '../../../src/work/run-plan.ts'
import { freshRoot } from '../../store/fresh-root.ts'

/** The bundled record, on a day on which plans are made. */
export const context: Context = {
  env: { ...process.env, VISAVIS_HOME: '/nonexistent' },
  today: '2026-11-29',
  now: '2026-11-29T00:00:00.000Z',
}

const named = (name: string): Operation => operations.find((one) => one.name === name)!

/** Writes a plan as the command line does, and returns its path. */
export async function planOf(name: string, raw: Record<string, unknown>, cell: number, format?: Format): Promise<string> {
  const file = join(freshRoot(), 'plan.json')
  const input = checkInput(named(name), raw)
  await planWork(name, format === undefined ? input : { ...input, format }, context, { file, cell })
  return file
}

/** Runs the cells of a plan in this process, the last one first. */
export const backwards: Executor = async ({ folder, missing }) => {
  const kind = (await workKind(folder.plan.operation))!
  const runner = await kind.open(folder.plan, { planFile: folder.planFile, memory: undefined })
  for (const index of missing.toReversed()) await folder.keep(index, await runner.run(cellAt(folder.plan, index)))
  await runner.close()
}

/** Returns the bytes of the joined result of a plan. */
export async function joined(planFile: string): Promise<Buffer> {
  const kind = (await workKind((await readPlan(planFile)).operation))!
  const signal = new AbortController().signal
  const { file } = await runPlan(planFile, join(freshRoot(), 'result'), kind, { executor: backwards, signal, tell: () => undefined })
  return readFileSync(file)
}

/** Returns the bytes that the command writes in one go. */
export async function inOneGo(name: string, raw: Record<string, unknown>, format: Format): Promise<Buffer> {
  const implementation = await named(name).load()
  const answer = await implementation.run(checkInput(named(name), raw), context)
  const body = commandBody(await renderAnswer(implementation, answer, { format, indent: 2 }))
  if (typeof body === 'string') return Buffer.from(body)
  return Buffer.concat(body instanceof Uint8Array ? [body] : Array.from(body, (piece) => Buffer.from(piece as Uint8Array)))
}
