import type { Manifest, TableName } from '../../store/index.ts'

/** What a step reads: tables of the snapshot, and parts that other steps have made. */
export interface StepInputs {
  readonly tables: readonly TableName[]
  /** The only indicators of `observations` that the query is given. Rows of others may then come and go without the step being run again. */
  readonly indicators?: readonly string[]
  readonly steps: readonly Step[]
}

/**
 * A step of the memory: rows of all pairs and all years, worked out once by one query and kept as one Parquet part.
 *
 * The part is named by a hash of the query, of the parts of the tables that it reads, and of the names of the steps before it. It is made anew only where rows that
 * it reads have changed too; else the one that is there is copied (see `buildMemory`). A sum inside the query names its order, so that threads change no digit.
 */
export interface Step {
  readonly id: string
  readonly from: StepInputs
  /**
   * The query, which may depend on what the cards of the sources say they cover. A table of the snapshot and the part of a step before it are views of their own
   * name (`goods_reports` for `goods-reports`).
   */
  readonly sql: string | ((manifest: Manifest) => string)
  /** Columns by which the rows are sorted. The first is `pair` wherever single pairs are looked up. */
  readonly order: readonly string[]
}

/**
 * Returns the name of the view that holds a step's rows.
 *
 * @example viewOf({ id: 'goods-reports' })   // 'goods_reports'
 */
export function viewOf({ id }: Pick<Step, 'id'>): string {
  return id.replaceAll('-', '_')
}

/** Returns the steps and all that they read, each once, in the order in which they can be run. */
export function inOrder(steps: readonly Step[]): Step[] {
  const found = new Set<Step>()
  const visit = (step: Step): void => {
    for (const before of step.from.steps) visit(before)
    found.add(step)
  }
  for (const step of steps) visit(step)
  return [...found]
}

/** Returns the query of a step for a snapshot. */
export function sqlOf({ sql }: Pick<Step, 'sql'>, manifest: Manifest): string {
  return typeof sql === 'string' ? sql : sql(manifest)
}
