import { type Command, InvalidArgumentError, Option } from 'commander'
import { VisavisError } from '../errors.ts'
import type { ProcessContext } from './process-context.ts'
import { progressLine } from './progress-line.ts'
import { writeAnswer } from './run-operation.ts'

interface Common {
  readonly quiet?: boolean
  readonly processes?: number
  readonly memory?: number
  readonly records?: string
}

type Configure = (command: Command) => Command

/** Adds the command `visavis work`, which runs plans: here, by the workers of a queue, or as tasks of a batch system. */
export function addWorkCommand(command: Command, configure: Configure, processContext: ProcessContext, exit: { code: number }): void {
  command
    .summary('long work in parts: on this machine, by many machines, or a cluster')
    .description(
      'Runs a plan, which read-all, dyads, panel, scenario, coalition, outlook backtest, measure similarity, measure ideal-points and measure product-dependence write with --plan: the work is split into cells of some ten seconds, each of which leaves a part in ' +
        'the folder of the result. Cells that are lost or run twice do no harm; a plan that was stopped goes on where it was, and the result has the bytes that one machine writes. ' +
        'With --emit it writes what a cluster takes: a Slurm array or an indexed job of Kubernetes. See docs/scale.md.',
    )
    .argument('[plan]', 'with --emit: the plan')
    .addOption(new Option('--emit <system>', 'write a script for a cluster').choices(['slurm', 'k8s']))
    .option('-o, --output <folder>', 'with --emit: the folder of the result')
    .option('--tasks <number>', 'with --emit: number of tasks (default: one a cell, at most 1000)', wholeNumber)
    .option('--memory <megabytes>', 'with --emit: memory of a task (default: 3000)', wholeNumber)
    .option('--records <place>', 'with --emit: where a task fetches a record that its machine does not have')
    .helpCommand(false)
    .enablePositionalOptions()
    .addHelpText(
      'after',
      '\nExamples:\n  visavis read-all archive/ --plan plan.json\n  visavis work run plan.json -o result/\n  visavis work --emit slurm plan.json -o result/ > job.sh\n',
    )
    .action(async (plan: string | undefined) => {
      const { emit, output, ...options } = command.opts<
        { emit?: 'slurm' | 'k8s'; output?: string; tasks?: number } & Pick<Common, 'memory' | 'records'>
      >()
      if (emit === undefined || plan === undefined || output === undefined)
        throw new VisavisError('Usage', 'say what to do: run, worker, status, cells, or --emit with a plan and -o', {
          hint: 'visavis work --help',
        })
      const { emitWork } = await import('../operations/work/run-work.ts')
      await writeAnswer(await emitWork(plan, output, emit, options), undefined, processContext)
    })
  addRun(configure(command.command('run')), processContext, exit)
  addWorker(configure(command.command('worker')), processContext)
  addStatus(configure(command.command('status')), processContext)
  addCells(configure(command.command('cells')), processContext, exit)
}

function addRun(command: Command, processContext: ProcessContext, exit: { code: number }): void {
  withProcesses(command)
    .summary('run a plan and join its parts')
    .description('Runs what is missing of a plan and joins the parts. The last line of stdout is the hash of the result.')
    .argument('<plan>', 'a plan, as --plan wrote it')
    .requiredOption('-o, --output <folder>', 'the folder of the result, which all workers share')
    .addOption(
      new Option('--executor <which>', 'processes of this machine, or workers of a queue').choices(['threads', 'queue']).default('threads'),
    )
    .option('--queue <address>', 'with --executor queue: redis://…, rediss://…, postgres://…')
    .addHelpText(
      'after',
      '\nExamples:\n  visavis work run plan.json -o result/\n  visavis work run plan.json --executor queue --queue redis://10.0.0.5 -o /shared/result\n',
    )
    .action(async (plan: string) => {
      const { executor, queue, output, quiet, ...options } = command.opts<Common & { executor: string; queue?: string; output: string }>()
      if ((executor === 'queue') !== (queue !== undefined))
        throw new VisavisError('Usage', '--executor queue and --queue go together', {
          hint: '--executor queue --queue redis://127.0.0.1:6379',
        })
      const { runWork } = await import('../operations/work/run-work.ts')
      const { stderr, stdout } = processContext
      const progress = progressLine(stderr, quiet === true)
      const { file, sha256, summary } = await runWork(
        plan,
        output,
        { ...options, queue },
        workContext(processContext, quiet, progress.onCount),
      ).finally(progress.clear)
      for (const line of summary.lines) stderr.write(`${line}\n`)
      if (quiet !== true) stderr.write(`${file}\n`)
      stdout.write(`result sha256:${sha256}\n`)
      exit.code = summary.isWhole ? 0 : 1
    })
}

function addWorker(command: Command, processContext: ProcessContext): void {
  withProcesses(command)
    .summary('work for a queue until stopped')
    .description(
      'Takes cells from a queue and runs them in processes of their own until Ctrl-C; cells under way then go to others. It needs the folder of the result, at the same path as where the ' +
        'plan is run, and the record, which --records fetches. It takes no cells of a plan of another version.',
    )
    .requiredOption('--queue <address>', 'redis://…, rediss://…, postgres://…')
    .option('--lock <seconds>', 'after so long without a sign its cells go to others', wholeNumber, 30)
    .addHelpText(
      'after',
      '\nExamples:\n  visavis work worker --queue redis://10.0.0.5\n  visavis work worker --queue postgres://visavis@10.0.0.5/work --records https://visavis.example.org\n',
    )
    .action(async () => {
      const { queue, quiet, ...options } = command.opts<Common & { queue: string; lock: number }>()
      const { workFor } = await import('../operations/work/run-work.ts')
      const context = workContext(processContext, quiet)
      const stopped = new AbortController()
      process.once('SIGTERM', () => stopped.abort())
      await workFor(queue, options, { ...context, signal: AbortSignal.any([context.signal, stopped.signal]) })
    })
}

function addStatus(command: Command, processContext: ProcessContext): void {
  command
    .summary('how far the plans of a queue are')
    .description('Tells of each plan of a queue: cells done and failed, executions and those repeated, rate, time left, workers.')
    .requiredOption('--queue <address>', 'redis://…, rediss://…, postgres://…')
    .option('--json', 'as JSON')
    .option('--openmetrics', 'as OpenMetrics')
    .addHelpText(
      'after',
      '\nExamples:\n  visavis work status --queue redis://10.0.0.5\n  visavis work status --queue redis://10.0.0.5 --json | jq .done\n',
    )
    .action(async () => {
      const { queue, json, openmetrics } = command.opts<{ queue: string; json?: boolean; openmetrics?: boolean }>()
      const { workStatus } = await import('../operations/work/run-work.ts')
      processContext.stdout.write(await workStatus(queue, json === true ? 'json' : openmetrics === true ? 'openmetrics' : 'text'))
    })
}

function addCells(command: Command, processContext: ProcessContext, exit: { code: number }): void {
  withProcesses(command)
    .summary('run one task of a plan for a batch system')
    .description('Runs the cells of one task of many, as the scripts of --emit do. The parts are joined by visavis work run.')
    .argument('<plan>', 'a plan, as --plan wrote it')
    .requiredOption('-o, --output <folder>', 'the folder of the result, which all tasks share')
    .requiredOption('--index <number>', 'number of this task, from 0', wholeNumber)
    .requiredOption('--of <number>', 'number of tasks', positiveNumber)
    .addHelpText('after', '\nExamples:\n  visavis work cells plan.json -o result/ --index 3 --of 100\n')
    .action(async (plan: string) => {
      const { output, quiet, ...options } = command.opts<Common & { output: string; index: number; of: number }>()
      const { runCells } = await import('../operations/work/run-work.ts')
      const progress = progressLine(processContext.stderr, quiet === true)
      const failed = await runCells(plan, output, options, workContext(processContext, quiet, progress.onCount)).finally(progress.clear)
      if (failed > 0) processContext.stderr.write(`${failed} cells failed; visavis work run tells why\n`)
      exit.code = failed === 0 ? 0 : 1
    })
}

const withProcesses = (command: Command): Command =>
  command
    .option('--processes <number>', 'cells that run at once (default: one a processor)', positiveNumber)
    .option('--memory <megabytes>', 'most memory of a process for JavaScript, and again for DuckDB', positiveNumber)
    .option('--records <place>', 'where a record is fetched that is not here: https://… of a public server, or a folder')
    .option('--quiet', 'only errors on stderr')

function workContext(
  { env, signal, stderr }: ProcessContext,
  quiet: boolean | undefined,
  onCount?: ((what: string, done: number, total: number) => void) | undefined,
) {
  const tell = (text: string): void => {
    if (quiet !== true) stderr.write(`${text}\n`)
  }
  return { env, signal: signal ?? new AbortController().signal, tell, onCount }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is a whole number.')
  return Number(text)
}

function positiveNumber(text: string): number {
  const number = wholeNumber(text)
  if (number === 0) throw new InvalidArgumentError('It is 1 or more.')
  return number
}
