import { appendFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Plan, type PlanSpec, writePlan } from '../../src/work/plan.ts'
import type { CellProcessStart } from '../../src/work/processes/cell-process.ts'
import type { WorkKind } from '../../src/work/work-kind.ts'

/** What the cells of the tests do besides their sums. */
export interface SmallInput {
  /** Milliseconds that a cell takes. */
  readonly sleep?: number
  /** Numbers of items whose cells throw, and whose cells end their process. */
  readonly bad?: readonly number[]
  readonly deadly?: readonly number[]
  /** A file to which each execution adds the number of its first item. */
  readonly log?: string
}

/** Work for tests: the squares of the items. */
export function smallWork(effects: { readonly sleep: (ms: number) => Promise<unknown>; readonly crash: () => unknown }): WorkKind {
  return {
    operation: 'small',
    ending: () => 'txt',
    open: async ({ input }) => {
      const { sleep = 0, bad = [], deadly = [], log } = input as SmallInput
      return {
        run: async ({ from, to }) => {
          if (log !== undefined) appendFileSync(log, `${from}\n`)
          await effects.sleep(sleep)
          const items = Array.from({ length: to - from }, (_, i) => from + i)
          if (items.some((item) => deadly.includes(item))) effects.crash()
          const wrong = items.find((item) => bad.includes(item))
          if (wrong !== undefined) throw new Error(`item ${wrong} cannot be squared`)
          return { part: Buffer.from(items.map((item) => `${item * item}\n`).join('')), notes: items.length }
        },
        close: () => undefined,
      }
    },
    async *join(_, parts) {
      yield 'squares\n'
      for await (const { part } of parts) yield part
    },
    summary: (notes) => ({ lines: [`${(notes as number[]).reduce((sum, one) => sum + one, 0)} items`], isWhole: true }),
  }
}

/** What this process needs of the work: to join it. */
export const joiningSmall: WorkKind = smallWork({ sleep: async () => undefined, crash: () => undefined })

/** How processes for small work are started. */
export const smallStart: CellProcessStart = {
  module: { url: new URL('./small-cell-worker.ts', import.meta.url), isTypeScript: true },
  env: process.env,
  memory: undefined,
}

/** What all of small work must give. */
export const squares = (items: number): string => ['squares', ...Array.from({ length: items }, (_, i) => String(i * i)), ''].join('\n')

/** A new folder with a plan of small work. */
export async function smallPlan(
  items: number,
  cell: number,
  input: SmallInput = {},
): Promise<{ folder: string; file: string; plan: Plan }> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-work-'))
  const file = join(folder, 'plan.json')
  const spec: PlanSpec = {
    ...{ operation: 'small', input: { ...input }, snapshot: 'none', version: 'test', now: '2026-01-01T00:00:00.000Z', items, cell },
  }
  return { folder, file, plan: await writePlan(file, spec) }
}
