import { availableParallelism } from 'node:os'
import { runChunks } from '../../numeric/chunks.ts'
import { type CoalitionGame, membersOf } from './coalition-game.ts'
import type { CoalitionJob, CoalitionShare, SolvedCoalition } from './coalition-job.ts'

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
  signal?.throwIfAborted()
  const share: CoalitionShare = { job, coalitions: coalitions.map((one) => membersOf(one, game.candidates)) }
  await runChunks<SolvedCoalition>(import.meta.url, './coalition-worker', share, {
    ...{ items: coalitions.length, size: 1, signal },
    threads: threads ?? (coalitions.length > fewCoalitions ? availableParallelism() : 1),
    own: () => (k) => ({ members: share.coalitions[k]!, outcome: game.outcome(coalitions[k]!) }),
    onPiece: ({ members, outcome }, done) => {
      game.keep(members, outcome)
      onDone?.(done)
    },
  })
  signal?.throwIfAborted()
}
