import type { PlanSpec } from '../src/work/plan.ts'
import type { WorkKind } from '../src/work/work-kind.ts'

/** Rounds of arithmetic in a cell of some ten seconds on a machine of 2024. */
export const busyRounds = 450_000_000

/** Arithmetic that cannot be left out. */
export function busy(seed: number, rounds: number): number {
  let x = seed + 1
  for (let i = 0; i < rounds; i++) x = (x * 16_807) % 2_147_483_647
  return x
}

/** Work that is nothing but arithmetic: an item is a cell. */
export const busyWork: WorkKind = {
  operation: 'busy',
  ending: () => 'txt',
  open: async ({ input }) => ({
    run: async ({ from }) => ({ part: Buffer.from(`${busy(from, input['rounds'] as number)}\n`) }),
    close: () => undefined,
  }),
  async *join(_, parts) {
    for await (const { part } of parts) yield part
  },
}

/** The spec of so many cells of arithmetic. */
export const busySpec = (cells: number, rounds: number): PlanSpec => ({
  ...{ operation: 'busy', input: { rounds }, snapshot: 'none', version: 'bench', now: '2026-01-01T00:00:00.000Z', items: cells, cell: 1 },
})
