import { availableParallelism } from 'node:os'
import { setImmediate as turn } from 'node:timers/promises'
import { runThreads } from '../../numeric/threads.ts'
import { type CoalitionGame, type CoalitionOutcome, membersOf } from './coalition-game.ts'
import type { CoalitionJob, CoalitionShare } from './coalition-job.ts'

export interface SolveCoalitionsOptions {
  /** Threads to use; 1: this one only. Default: as many as there are processors, if there are more than `fewCoalitions` to solve. */
  readonly threads?: number
  readonly signal?: AbortSignal | undefined
  /** Called after each coalition. */
  readonly onDone?: ((done: number) => void) | undefined
}

/** Starting threads pays only for more coalitions than this. */
const fewCoalitions = 40

/**
 * Solves coalitions of a job and keeps their outcomes in the game, on several threads if there are many. The outcomes do not depend on the number of threads.
 *
 * @throws the error of the game for a coalition without a solution; the reason of the signal if it is aborted
 */
export async function solveCoalitions(
  game: CoalitionGame,
  job: CoalitionJob,
  coalitions: readonly bigint[],
  { threads, signal, onDone }: SolveCoalitionsOptions = {},
): Promise<void> {
  const number = threads ?? (coalitions.length > fewCoalitions ? availableParallelism() : 1)
  signal?.throwIfAborted()
  if (number > 1) return solveOnThreads(game, job, coalitions, number, { signal, onDone })
  for (const [done, coalition] of coalitions.entries()) {
    game.outcome(coalition)
    onDone?.(done + 1)
    await turn()
    signal?.throwIfAborted()
  }
}

async function solveOnThreads(
  game: CoalitionGame,
  job: CoalitionJob,
  coalitions: readonly bigint[],
  threads: number,
  { signal, onDone }: SolveCoalitionsOptions,
): Promise<void> {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const halt = (): void => void Atomics.store(stop, 0, 1)
  signal?.addEventListener('abort', halt)
  let failure: unknown
  let done = 0
  const keep = ({ members, outcome }: { members: readonly number[]; outcome: CoalitionOutcome }): void => {
    try {
      game.keep(members, outcome)
      onDone?.(++done)
    } catch (cause) {
      failure ??= cause
      halt()
    }
  }
  const shares = Array.from(
    { length: threads },
    (_, t): CoalitionShare => ({
      job,
      coalitions: coalitions.filter((_, k) => k % threads === t).map((one) => membersOf(one, game.candidates)),
      stop,
    }),
  )
  try {
    await runThreads(import.meta.url, './coalition-worker', shares, (message) => keep(message as Parameters<typeof keep>[0]))
  } finally {
    signal?.removeEventListener('abort', halt)
  }
  signal?.throwIfAborted()
  if (failure !== undefined) throw failure
}
