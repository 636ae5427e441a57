import { type DrawPlan, scenarioDraw, solveDraw } from './scenario-draws.ts'
import { type SplitRequest, type SpreadSource, solvesOfSplit, splitDraw } from './variance-shares.ts'

/** What a scenario is solved for beyond its central case: first its draws, then those of the split. None depends on another. */
export interface ScenarioSolves {
  readonly draws: number
  /** Draws and split together. */
  readonly count: number
  /** Changes of welfare as factors; undefined where there is no solution. */
  solve(at: number): Float64Array | undefined
}

/** Lists what a scenario is solved for. */
export function scenarioSolves(
  plan: DrawPlan,
  sources: readonly SpreadSource[],
  { draws, seed }: Pick<SplitRequest, 'draws' | 'seed'>,
): ScenarioSolves {
  const drawOf = (at: number) => (at < draws ? scenarioDraw(plan, seed, at) : splitDraw(plan, sources, { draws, seed }, at - draws))
  return { draws, count: draws + solvesOfSplit(sources.length, draws), solve: (at) => solveDraw(plan, drawOf(at)) }
}
