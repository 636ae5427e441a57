import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { VisavisError } from '../../errors.ts'
import { moduleBeside } from '../../numeric/threads.ts'
import { cellsOfTask, kubernetesJob, slurmScript, usualTasks } from '../../work/emit/array-job.ts'
import { localExecutor } from '../../work/local-executor.ts'
import { cellCount, type Plan, type PlanSpec, readPlan, writePlan } from '../../work/plan.ts'
import type { CellProcessStart } from '../../work/processes/cell-process.ts'
import { ResultFolder } from '../../work/result-folder.ts'
import { type Executor, type PlanResult, runPlan } from '../../work/run-plan.ts'
import { packageVersion } from '../package-files.ts'
import type { Context } from '../request/operation.ts'
import { findRecord, manifestOf } from '../storage/record.ts'
import { needRecord } from './need-record.ts'
import type { PlannableWork } from './plannable.ts'
import { workKind } from './work-kinds.ts'

/** What decides where cells run. */
export interface WorkOptions {
  /** Cells that run at once on this machine; default: one a processor. */
  readonly processes?: number | undefined
  /** Most megabytes of a process, for JavaScript and again for DuckDB. */
  readonly memory?: number | undefined
  /** Address of a public server, or a folder, from which a record is fetched that is not on this machine. */
  readonly records?: string | undefined
}

/** How the running of a plan tells of itself. */
export type WorkContext = Pick<Context, 'env' | 'onCount' | 'download'> & {
  readonly signal: AbortSignal
  readonly tell: (text: string) => void
}

/**
 * Writes the plan of an operation instead of running it.
 *
 * @param operation   words of the command
 * @param cell        items of a cell; undefined: as usual for the operation
 * @throws VisavisError as the operation would for a wrong input; NoSnapshot; CannotWrite
 */
export async function planWork(
  operation: string,
  input: Readonly<Record<string, unknown>>,
  context: Context,
  { file, cell }: { readonly file: string; readonly cell?: number | undefined },
): Promise<Plan> {
  const kind = await kindNamed(operation)
  const { directory, why, unexpected } = await findRecord(input as never, context)
  if (unexpected) context.warn?.(`This rests on ${why}.`, 'record')
  const { id } = await manifestOf(directory)
  const { list, ...planned } = await kind.plan({ ...input, snapshot: id }, context)
  const spec: PlanSpec = {
    operation,
    ...planned,
    snapshot: id,
    version: packageVersion(),
    // plans of one day are the same plan
    now: `${context.today}T00:00:00.000Z`,
    cell: cell ?? kind.cell,
  }
  return writePlan(file, spec, list)
}

/**
 * Runs a plan on this machine or by the workers of a queue.
 *
 * @param queue   address of a queue; undefined: this machine
 * @throws VisavisError of the plan, the folder, the queue or the cells
 */
export async function runWork(
  planFile: string,
  result: string,
  { queue, ...options }: WorkOptions & { readonly queue?: string | undefined },
  context: WorkContext,
): Promise<PlanResult> {
  const plan = await readPlan(planFile)
  const kind = await kindOf(plan)
  // the workers of a queue have the record; here it may be needed to join their parts
  if (queue === undefined || options.records !== undefined) await needRecord(plan.snapshot, options.records, context)
  const executor: Executor =
    queue === undefined ? localExecutor(start(options, context), processesOf(options)) : await queueExecutorAt(queue)
  const { signal, onCount, tell } = context
  return runPlan(planFile, resolve(result), kind, { executor, signal, onCount, tell })
}

async function queueExecutorAt(queue: string): Promise<Executor> {
  const [{ queueExecutor }, { queueAddress }] = await Promise.all([
    import('../../work/queue/queue-executor.ts'),
    import('../../work/queue/queue-address.ts'),
  ])
  return queueExecutor(queueAddress(queue))
}

/**
 * Runs the cells of one task of a batch system; the parts are joined later, by `runWork`.
 *
 * @returns the number of cells that failed
 */
export async function runCells(
  planFile: string,
  result: string,
  { index, of, ...options }: WorkOptions & { readonly index: number; readonly of: number },
  context: WorkContext,
): Promise<number> {
  if (index >= of)
    throw new VisavisError('Usage', `there is no task ${index} of ${of}: they are numbered from 0`, { hint: `--index ${of - 1}` })
  const plan = await readPlan(planFile)
  await kindOf(plan)
  const folder = await ResultFolder.create(resolve(result), planFile)
  await needRecord(plan.snapshot, options.records, context)
  const finished = await folder.finished()
  const missing = cellsOfTask(cellCount(folder.plan), index, of).filter((cell) => !finished.has(cell))
  const { signal, tell, onCount } = context
  const onDone = (done: number): void => onCount?.('cells', done, missing.length)
  if (missing.length > 0) await localExecutor(start(options, context), processesOf(options))({ folder, missing, signal, tell, onDone })
  if (signal.aborted) throw new VisavisError('Interrupted', 'the task was stopped; what is done is kept')
  const own = new Set(missing.map((cell) => cell * folder.plan.cell))
  return (await folder.failed()).filter(({ from }) => own.has(from)).length
}

/** Works for a queue until told to stop. */
export async function workFor(queue: string, options: WorkOptions & { readonly lock: number }, context: WorkContext): Promise<void> {
  const [{ workOnQueue }, { queueAddress }] = await Promise.all([
    import('../../work/queue/queue-worker.ts'),
    import('../../work/queue/queue-address.ts'),
  ])
  const { signal, tell } = context
  await workOnQueue(queueAddress(queue), {
    start: start(options, context),
    processes: processesOf(options),
    lock: options.lock,
    version: packageVersion(),
    needRecord: (snapshot) => needRecord(snapshot, options.records, context),
    signal,
    tell,
  })
}

/** Asks a queue how far its plans are, in one of three forms. */
export async function workStatus(queue: string, form: 'text' | 'json' | 'openmetrics'): Promise<string> {
  const [{ queueStatus, statusMetrics, statusText }, { queueAddress }] = await Promise.all([
    import('../../work/queue/queue-status.ts'),
    import('../../work/queue/queue-address.ts'),
  ])
  const status = await queueStatus(queueAddress(queue))
  return form === 'json' ? `${JSON.stringify(status, null, 2)}\n` : form === 'openmetrics' ? statusMetrics(status) : statusText(status)
}

/** Writes what a batch system takes: the script of a Slurm array or an indexed job of Kubernetes. */
export async function emitWork(
  planFile: string,
  result: string,
  system: 'slurm' | 'k8s',
  { tasks, memory = 3000, records }: Pick<WorkOptions, 'memory' | 'records'> & { readonly tasks?: number | undefined },
): Promise<string> {
  const plan = await readPlan(planFile)
  const job = {
    plan,
    planFile,
    result,
    folder: process.cwd(),
    tasks: Math.min(tasks ?? usualTasks(plan), cellCount(plan)),
    memory,
    records,
  }
  return system === 'slurm' ? slurmScript(job) : kubernetesJob(job)
}

async function kindNamed(operation: string): Promise<PlannableWork> {
  const kind = await workKind(operation)
  if (kind === undefined) throw new VisavisError('Usage', `visavis ${operation} cannot be planned`)
  return kind
}

/** @throws VisavisError Usage if another version made the plan */
async function kindOf({ operation, version }: Plan): Promise<PlannableWork> {
  const own = packageVersion()
  if (version !== own)
    throw new VisavisError('Usage', `the plan was made by version ${version}, this is ${own}, which may give other figures`, {
      hint: 'plan anew with this version, or run it with that one',
    })
  return kindNamed(operation)
}

const processesOf = ({ processes }: WorkOptions): number => processes ?? availableParallelism()

function start({ memory }: WorkOptions, { env }: WorkContext): CellProcessStart {
  return { module: moduleBeside(import.meta.url, './cell-worker'), env, memory }
}
