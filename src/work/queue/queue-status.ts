import type { Job, JobType } from 'bullmq'
import { type CellJob, type PlanCard, PlanQueues, sortedCards } from './plan-queues.ts'
import type { QueueAddress } from './queue-address.ts'

/** A cell that is under way. */
export interface ActiveCell {
  readonly cell: number
  readonly worker: string | null
  readonly seconds: number
}

/** How far a plan is. */
export interface PlanStatus extends Pick<PlanCard, 'operation' | 'hash' | 'folder' | 'version' | 'snapshot' | 'started' | 'finished'> {
  /** Finished cells. */
  readonly done: number
  /** All cells. */
  readonly of: number
  readonly failed: number
  readonly waiting: number
  readonly active: readonly ActiveCell[]
  /** How often a cell was begun. With none doubled or tried again this is the number of finished cells and those under way. */
  readonly executions: number
  /** Executions beyond the first of each cell. */
  readonly repeated: number
  /** Names of the workers. */
  readonly workers: readonly string[]
  /** Finished cells a minute over the last five minutes. */
  readonly perMinute: number
  /** Seconds until the end at this rate; null if nothing was finished lately. */
  readonly secondsLeft: number | null
  readonly failures: readonly { readonly cell: number; readonly message: string; readonly tries: number }[]
}

/** What a queue tells of its plans, the newest first. */
export interface QueueStatus {
  readonly schemaVersion: 1
  readonly queue: string
  /** The newest plan's numbers, or zeros without a plan. */
  readonly done: number
  readonly of: number
  readonly failed: number
  readonly executions: number
  readonly plans: readonly PlanStatus[]
  /** Ids of cards in the queue that are no plans, which workers leave aside. */
  readonly badCards: readonly string[]
}

/** Milliseconds over which the rate is measured. */
const rateWindow = 300_000
/** Failures that are listed. */
const mostFailures = 20

/**
 * Asks a queue how far its plans are.
 *
 * @throws VisavisError Unreachable, Usage
 */
export async function queueStatus(address: QueueAddress, now: number = Date.now()): Promise<QueueStatus> {
  const queues = await PlanQueues.connect(address, () => undefined)
  try {
    const { cards, bad } = sortedCards(await queues.cards.getJobs(['waiting', 'completed'], 0, -1))
    cards.sort((x, y) => (x.started < y.started ? 1 : -1))
    const plans: PlanStatus[] = []
    for (const card of cards) plans.push(await statusOf(card, queues, now))
    const { done = 0, of = 0, failed = 0, executions = 0 } = plans[0] ?? {}
    return { schemaVersion: 1, queue: address.shown, done, of, failed, executions, plans, badCards: bad }
  } finally {
    await queues.close()
  }
}

async function statusOf(card: PlanCard, queues: PlanQueues, now: number): Promise<PlanStatus> {
  const queue = await queues.cellsOf(card.hash)
  const jobs = async (...types: JobType[]): Promise<Job<CellJob>[]> => {
    const all: Job<CellJob>[] = []
    for (let at = 0; ; at += jobsAtOnce) {
      const some = (await queue.getJobs(types, at, at + jobsAtOnce - 1)).filter((job) => job !== undefined)
      all.push(...some)
      if (some.length < jobsAtOnce) return all
    }
  }
  const [completed, active, failed, waiting] = [
    await jobs('completed'),
    await jobs('active'),
    await jobs('failed'),
    await jobs('waiting', 'delayed'),
  ]
  const all = [...completed, ...active, ...failed, ...waiting]
  const executions = all.reduce((sum, { attemptsStarted }) => sum + attemptsStarted, 0)
  const begun = all.filter(({ attemptsStarted }) => attemptsStarted > 0).length
  // cells that were done in an earlier run never came into this queue; without a planner only the queue knows what was done since
  const done = Math.max(card.done, completed.length)
  const perMinute = rateOf(completed, Date.parse(card.started), now)
  const left = card.cells - done - failed.length
  const { operation, hash, folder, version, snapshot, started, finished } = card
  return {
    ...{
      operation,
      hash,
      folder,
      version,
      snapshot,
      started,
      finished,
      done,
      of: card.cells,
      failed: failed.length,
      waiting: waiting.length,
    },
    active: active.map(({ data, processedBy, processedOn }) => ({
      cell: data.cell,
      worker: processedBy ?? null,
      seconds: Math.round((now - (processedOn ?? now)) / 1000),
    })),
    executions,
    repeated: executions - begun,
    workers: (await queue.getWorkers()).map((one) => one['rawname'] ?? one['name'] ?? 'unnamed').map((name) => name.split(':').at(-1)!),
    perMinute,
    secondsLeft: left === 0 ? 0 : perMinute === 0 ? null : Math.round((left / perMinute) * 60),
    failures: failed
      .slice(0, mostFailures)
      .map(({ data, failedReason, attemptsMade }) => ({ cell: data.cell, message: failedReason ?? '', tries: attemptsMade })),
  }
}

const jobsAtOnce = 1000

function rateOf(completed: readonly Job<CellJob>[], started: number, now: number): number {
  const since = Math.max(started, now - rateWindow)
  const lately = completed.filter(({ finishedOn }) => finishedOn !== undefined && finishedOn >= since).length
  return Number(((lately / Math.max(now - since, 1)) * 60_000).toFixed(1))
}

/** Renders a status for people. */
export function statusText({ queue, plans, badCards }: QueueStatus): string {
  const ids = badCards.slice(0, mostFailures).map((id) => id.replace(/\p{Cc}/gu, '\ufffd').slice(0, 80))
  const bad = badCards.length === 0 ? '' : `${badCards.length} in the queue are no plans and left aside: ${ids.join(', ')}\n`
  if (plans.length === 0) return `There is no plan in ${queue}.\n${bad}`
  return plans
    .map((plan) => {
      const share = ((plan.done / plan.of) * 100).toFixed(1)
      const left =
        plan.finished !== null
          ? 'finished'
          : plan.secondsLeft === null
            ? 'no cell was finished lately'
            : `${duration(plan.secondsLeft)} left`
      return [
        `${plan.operation}, plan ${plan.hash.slice(0, 12)}, into ${plan.folder}`,
        `  ${plan.done} of ${plan.of} cells (${share} %), ${plan.perMinute} a minute, ${left}`,
        `  ${plan.executions} executions, ${plan.repeated} repeated; ${plan.failed} cells failed`,
        `  ${plan.workers.length} ${plan.workers.length === 1 ? 'worker' : 'workers'}${plan.workers.length === 0 ? '' : `: ${plan.workers.join(', ')}`}`,
        ...plan.active.map(({ cell, worker, seconds }) => `  cell ${cell} at ${worker ?? 'an unnamed worker'} for ${seconds} s`),
        ...plan.failures.map(({ cell, message, tries }) => `  cell ${cell} failed ${tries} times: ${message.split('\n')[0]}`),
      ].join('\n')
    })
    .join('\n\n')
    .concat('\n', bad)
}

/** Renders a status as OpenMetrics. */
export function statusMetrics({ plans }: QueueStatus): string {
  const families: readonly (readonly [string, string, (plan: PlanStatus) => number])[] = [
    ['visavis_work_cells', 'Cells of a plan.', ({ of }) => of],
    ['visavis_work_cells_done', 'Finished cells.', ({ done }) => done],
    ['visavis_work_cells_failed', 'Cells that failed at every try.', ({ failed }) => failed],
    ['visavis_work_cells_active', 'Cells under way.', ({ active }) => active.length],
    ['visavis_work_executions', 'Times that a cell was begun.', ({ executions }) => executions],
    ['visavis_work_executions_repeated', 'Times that a cell was begun again.', ({ repeated }) => repeated],
    ['visavis_work_workers', 'Workers connected.', ({ workers }) => workers.length],
    ['visavis_work_cells_per_minute', 'Finished cells a minute.', ({ perMinute }) => perMinute],
  ]
  const lines = families.flatMap(([name, help, of]) => [
    `# TYPE ${name} gauge`,
    `# HELP ${name} ${help}`,
    ...plans.map((plan) => `${name}{plan="${plan.hash.slice(0, 12)}",operation="${plan.operation}"} ${of(plan)}`),
  ])
  return `${lines.join('\n')}\n# EOF\n`
}

function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} s`
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`
  return `${(seconds / 3600).toFixed(1)} h`
}
