import type { Manifest, Snapshot } from '../../store/index.ts'
import type { PlanInput } from '../../work/plan.ts'
import type { WorkKind } from '../../work/work-kind.ts'
import type { Context } from '../request/operation.ts'
import { type RecordCache, usualMemory } from '../request/record-cache.ts'
import { findRecord, manifestOf } from '../storage/record.ts'

/** What a plan says beyond its operation, record, version and instant. */
export interface Planned {
  /** The input with all defaults and names resolved, so that it means the same everywhere. */
  readonly input: PlanInput
  readonly items: number
  /** Texts of the items; undefined where items are numbers. */
  readonly list?: Iterable<string>
}

/** Work that can be written as a plan. */
export interface PlannableWork extends WorkKind {
  /** Items of a cell unless the user says otherwise: some ten seconds of work. */
  readonly cell: number
  /** @throws VisavisError if the input is wrong, as the operation itself would */
  plan(input: Readonly<Record<string, unknown>>, context: Context): Promise<Planned>
}

/** The context in which the cells of a plan run: its record, and its instant as now. */
export function planContext({ snapshot, now }: { readonly snapshot: string; readonly now: string }): {
  readonly context: Context
  readonly input: { readonly snapshot: string }
} {
  return { context: { env: process.env, today: now.slice(0, 10), now }, input: { snapshot } }
}

/**
 * Opens records for the cells of a process, which keeps them open: DuckDB has one thread, as other processes have theirs, and a limit of memory of its own.
 *
 * @param memory   most megabytes of DuckDB; undefined: as usual
 */
export function cellRecords(memory: number | undefined): RecordCache {
  const kept = new Map<string, Promise<Snapshot>>()
  return {
    open: async (directory) => {
      const { openSnapshot } = await import('../../store/index.ts')
      const found = kept.get(directory) ?? openSnapshot(directory, { threads: 1, memoryLimit: `${memory ?? usualMemory}MB` })
      kept.set(directory, found)
      return found
    },
    drop: (directory) => void kept.delete(directory),
    // the process ends with its cells
    close: () => undefined,
  }
}

/** Opens a plan's record for the cells of this process. */
export async function openPlanRecord(
  plan: { readonly snapshot: string; readonly now: string },
  memory: number | undefined,
): Promise<Snapshot> {
  const { context, input } = planContext(plan)
  const { directory } = await findRecord(input, context)
  return cellRecords(memory).open(directory)
}

/** Reads the manifest of a plan's record. */
export async function planManifest(plan: { readonly snapshot: string; readonly now: string }): Promise<Manifest> {
  const { context, input } = planContext(plan)
  return manifestOf((await findRecord(input, context)).directory)
}
