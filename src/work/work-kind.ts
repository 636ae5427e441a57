import type { CellRange, Plan } from './plan.ts'

/** The output of a cell. Running the cell again, anywhere, gives the same. */
export interface CellOutput {
  readonly part: Uint8Array
  /** Plain data beside the part, such as texts that could not be read. */
  readonly notes?: unknown
}

/** Runs cells of one plan in one process, one at a time. */
export interface CellRunner {
  run(cell: CellRange): Promise<CellOutput>
  close(): void | Promise<void>
}

/** Where and with what cells run. */
export interface WorkPlace {
  /** Path of the plan, for the list of its items. */
  readonly planFile: string
  /** Most megabytes for DuckDB; undefined: its own limit. */
  readonly memory: number | undefined
}

/** A finished cell whose part is on disk. */
export interface FinishedPart extends CellOutput {
  readonly cell: CellRange
}

/** What people should know of a result. */
export interface ResultSummary {
  /** Lines for stderr. */
  readonly lines: readonly string[]
  /** Whether every item is in the result; if not, the command ends with exit code 1. */
  readonly isWhole: boolean
}

/** How one kind of work is split and joined. */
export interface WorkKind {
  /** Words of the command, as in a plan. */
  readonly operation: string
  /** Ending of the result's file, without a dot. */
  ending(plan: Plan): string
  /**
   * Opens what cells need, such as the record.
   *
   * @throws VisavisError NoSnapshot if the plan's record is not on this machine
   */
  open(plan: Plan, place: WorkPlace): Promise<CellRunner>
  /** Joins the parts, which come in the order of the cells, to the bytes that one machine would have written. */
  join(plan: Plan, parts: AsyncIterable<FinishedPart>): AsyncIterable<string | Uint8Array>
  /** Says what people should know of the whole result, from the notes of all cells. Without it the result is whole and says nothing. */
  summary?(notes: readonly unknown[]): ResultSummary
}
