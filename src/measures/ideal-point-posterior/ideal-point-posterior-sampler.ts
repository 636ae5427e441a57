import { groupsOf, tiedWidth } from './ideal-point-posterior-cell-groups.ts'
import { moveCells } from './ideal-point-posterior-cells.ts'
import { type ChainStart, standardiseChain, startChain } from './ideal-point-posterior-chain-state.ts'
import { moveItems } from './ideal-point-posterior-items.ts'
import { type LevelMove, levelMove, moveLevel } from './ideal-point-posterior-level-moves.ts'

/** Data shared by the threads of a posterior. */
export interface PosteriorJob {
  readonly start: ChainStart
  readonly seed: number
  readonly chains: number
  readonly warmup: number
  /** Draws kept per chain, and sweeps between them. */
  readonly draws: number
  readonly every: number
  /** Cells of the high and of the low pole: a draw with the poles reversed is mirrored. */
  readonly high: Int32Array
  readonly low: Int32Array
  /** Indexed by chain, draw, cell. */
  readonly kept: Float32Array
  /** Log density of votes and items, by chain and sweep, including warm-up. */
  readonly trace: Float64Array
}

/**
 * A side of a boundary with at least this many votes on items that are voted on at both sides is moved only every few sweeps, since the move costs more and is
 * needed less.
 */
const fewTies = 6000
const seldom = 12

/** Runs one chain from start to end with a stream of its own, so that it is the same on any thread. */
export function runChain(job: PosteriorJob, number: number): void {
  const { start, warmup, draws, every } = job
  const chain = startChain(start, job.seed, number)
  const moves = movesOf(start)
  const sweeps = warmup + draws * every
  for (let sweep = 0; sweep < sweeps; sweep++) {
    job.trace[number * sweeps + sweep] = moveItems(chain)
    moveCells(chain)
    moves.forEach((move, i) => {
      if (move.often || i % seldom === sweep % seldom) moveLevel(chain, move.move, sweep < warmup)
    })
    standardiseChain(chain)
    const past = sweep + 1 - warmup
    if (past > 0 && past % every === 0) keep(job, number * draws + past / every - 1, chain.x)
  }
}

/**
 * Lists the moves of a chain. In the authors' prior no session depends on later ones. Nothing then fixes the spread of all sessions on one side of a boundary,
 * so stretching them is not tried.
 */
function movesOf({ sample, priorName }: ChainStart): { readonly move: LevelMove; readonly often: boolean }[] {
  const { sessions, sides } = groupsOf(sample)
  const kinds = priorName === 'bailey-strezhnev-voeten' ? (['shift'] as const) : (['shift', 'stretch'] as const)
  return [
    ...sessions.flatMap((group) => (['shift', 'stretch'] as const).map((kind) => ({ move: levelMove(group, kind), often: true }))),
    ...sides.flatMap((group) => kinds.map((kind) => ({ move: levelMove(group, kind), often: group.tied.length < fewTies * tiedWidth }))),
  ]
}

function keep({ kept, high, low }: PosteriorJob, draw: number, x: Float64Array): void {
  const mean = (cells: Int32Array): number => cells.reduce((sum, cell) => sum + x[cell]!, 0) / cells.length
  const sign = mean(high) < mean(low) ? -1 : 1
  for (let cell = 0; cell < x.length; cell++) kept[draw * x.length + cell] = sign * x[cell]!
}
