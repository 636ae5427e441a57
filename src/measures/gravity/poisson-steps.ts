import { choleskyFactor, choleskySolve } from '../../numeric/cholesky.ts'
import { EffectSystem } from './effect-system.ts'
import { balanceEffects, emptyState, evaluateState, type PoissonProblem, type PoissonState } from './poisson-state.ts'
import { type CollinearRegressor, collinearRegressors, ProjectedRegressors } from './projected-regressors.ts'

/** How an estimation ended. */
export interface StepsEnd {
  readonly converged: boolean
  /** Newton steps. */
  readonly steps: number
  /** Iterations of conjugate gradients in all steps. */
  readonly iterations: number
  /** The last step of a coefficient, relative to 1 or its size: how exact the coefficients are. */
  readonly lastStep: number
  /** The largest difference of fitted and observed flow of a group of the fixed effects, relative to its flow. */
  readonly imbalance: number
}

/** What the steps arrived at: an estimate, or what stands in the way of one. */
export type StepsResult =
  | { readonly kind: 'estimate'; readonly state: PoissonState; readonly projected: ProjectedRegressors; readonly end: StepsEnd }
  | { readonly kind: 'collinear'; readonly regressors: readonly CollinearRegressor[] }
  /** Positions of rows whose fitted flow goes to 0 without end. */
  | { readonly kind: 'separated'; readonly positions: readonly number[] }

/**
 * Estimates by Newton's method: each step solves for the effects by conjugate gradients and for the coefficients from what the effects leave of the regressors.
 *
 * @param tolerance   permitted relative step of the coefficients at the end
 * @param mostSteps   after this many steps the estimate is reported as not converged
 */
export function poissonSteps(problem: PoissonProblem, tolerance: number, mostSteps: number): StepsResult {
  const { rows, flow, weightedFlow, regressors } = problem
  const system = new EffectSystem(rows)
  const state = emptyState(problem)
  const projected = new ProjectedRegressors(regressors, system)
  if (rows.rest.length < 2) state.coefficients.set(startingCoefficients(problem, system, projected))
  balanceEffects(problem, state, 0.3, 100)
  const gradient = new Float64Array(flow.length)
  const [sums, direction, before] = [new Float64Array(system.size), new Float64Array(system.size), new Float64Array(flow.length)]
  const observed = new Float64Array(system.size)
  system.sums(weightedFlow, observed)
  let objective = evaluateState(problem, state)
  let accuracy = loose
  let [reached, isExact, lastStep] = [true, false, Number.POSITIVE_INFINITY]
  let fall: Change = { rise: 0, rows: 0, elsewhere: Number.POSITIVE_INFINITY }
  for (let steps = 0; ; steps++) {
    if (!isExact) system.setWeights(state.fitted)
    if (accuracy === tight || lastStep > stale) reached = projected.refresh(system, accuracy)
    if (steps === 0) {
      const found = findCollinear(projected, system, state.fitted)
      if (found.length > 0) return { kind: 'collinear', regressors: found }
    }
    for (let i = 0; i < gradient.length; i++) gradient[i] = weightedFlow[i]! - state.fitted[i]!
    const step = coefficientStep(projected, state.fitted, gradient)
    system.sums(gradient, sums)
    const imbalance = largestShare(sums, observed)
    lastStep = largestStep(step, state.coefficients)
    isExact = lastStep <= tolerance && imbalance <= balanced && fall.rows === 0
    const end = { steps, iterations: system.iterations, lastStep, imbalance }
    if (isExact && accuracy === tight) return { kind: 'estimate', state, projected, end: { ...end, converged: reached } }
    if (fall.rows > 0 && fall.elsewhere < still) return { kind: 'separated', positions: fallingRows(before, state.eta, flow) }
    if (steps === mostSteps) return { kind: 'estimate', state, projected, end: { ...end, converged: false } }
    if (isExact) {
      accuracy = tight
      continue
    }
    direction.fill(0)
    system.solve(sums, direction, solveToleranceAfter(fall))
    before.set(state.eta)
    ;({ objective, change: fall } = move(problem, state, projected, { step, direction, objective, before }))
  }
}

/** Tolerances of projections: far from the end, and where coefficients and errors are read off. */
const [loose, tight] = [1e-3, 1e-8]
/** Below this relative step of the coefficients, projections change too little to be made anew before the end. */
const stale = 1e-2
/** Tolerance of the solution for the effects in one step. */
const solveTolerance = 1e-2
/** While rows fall, all others must come to rest before the rows count as separated: each step is then as exact as the last one was short. */
const solveToleranceAfter = ({ rows, elsewhere }: Change): number =>
  rows > 0 ? Math.min(solveTolerance, Math.max(tight, elsewhere)) : solveTolerance
/** The largest relative difference of fitted and observed flow of a group at the end. */
const balanced = 1e-7
/** What a step may change elsewhere for rows without flow to count as separated. */
const still = 1e-6
/** A row without flow whose fitted flow still shrinks by a quarter or more in one step is falling. */
const falling = 0.3

/** Returns the coefficients of log flows on the regressors and effects, with the flows as weights: near those of the end, but with effects of pairs, where log flows save no step. */
function startingCoefficients({ flow, weightedFlow }: PoissonProblem, system: EffectSystem, projected: ProjectedRegressors): Float64Array {
  system.setWeights(weightedFlow)
  projected.refresh(system, loose)
  const logs = new Float64Array(flow.length)
  for (let i = 0; i < logs.length; i++) if (flow[i]! > 0) logs[i] = weightedFlow[i]! * Math.log(flow[i]!)
  const step = projected.score(logs)
  const gram = projected.gram(weightedFlow)
  if (collinearRegressors(gram, projected.shares(weightedFlow), 1e-3).length > 0) return step.fill(0)
  choleskySolve(gram, choleskyFactor(gram, step.length, 0), step)
  return step
}

interface Move {
  readonly step: Float64Array
  readonly direction: Float64Array
  readonly objective: number
  /** Eta before the step. */
  readonly before: Float64Array
}

/**
 * Moves the state along the step; returns the new objective and what changed. A step that would multiply the flow of some row by more than `mostRise`, or lower the likelihood,
 * is shortened, and the effects are balanced after it.
 */
function move(
  problem: PoissonProblem,
  state: PoissonState,
  projected: ProjectedRegressors,
  { step, direction, objective, before }: Move,
): { objective: number; change: Change } {
  const { coefficients, rest } = state
  const [fromCoefficients, fromRest] = [Float64Array.from(coefficients), Float64Array.from(rest)]
  for (let share = 1; ; ) {
    for (let j = 0; j < step.length; j++) coefficients[j] = fromCoefficients[j]! + share * step[j]!
    for (let h = 0; h < rest.length; h++) rest[h] = fromRest[h]! + share * direction[h]!
    projected.moveEffects(rest, step, share)
    const moved = evaluateState(problem, state)
    const change = changeOf(before, state.eta, problem.flow)
    const fits = change.rise <= mostRise && moved >= objective - 1e-12 * Math.abs(objective)
    if (fits && share === 1) return { objective: moved, change }
    if (fits || share < 1e-9) break
    share *= Math.min(0.5, mostRise / change.rise)
  }
  balanceEffects(problem, state, 0.1, 20)
  const moved = evaluateState(problem, state)
  return { objective: moved, change: changeOf(before, state.eta, problem.flow) }
}

/** The most that a step may add to the logarithm of a fitted flow. */
const mostRise = 3

/** Solves for the step of the coefficients. */
function coefficientStep(projected: ProjectedRegressors, weights: Float64Array, gradient: Float64Array): Float64Array {
  const step = projected.score(gradient)
  const gram = projected.gram(weights)
  choleskySolve(gram, choleskyFactor(gram, step.length, 0), step)
  return step
}

/** Finds collinear regressors; where the loose projection leaves a doubt, by a tight one. */
function findCollinear(projected: ProjectedRegressors, system: EffectSystem, weights: Float64Array): CollinearRegressor[] {
  const suspects = collinearRegressors(projected.gram(weights), projected.shares(weights), 1e-4)
  if (suspects.length === 0) return []
  projected.refresh(system, 1e-11)
  return collinearRegressors(projected.gram(weights), projected.shares(weights), 1e-10)
}

function largestStep(step: Float64Array, coefficients: Float64Array): number {
  return step.reduce((largest, one, j) => Math.max(largest, Math.abs(one) / Math.max(1, Math.abs(coefficients[j]!))), 0)
}

function largestShare(difference: Float64Array, of: Float64Array): number {
  let largest = 0
  for (let h = 0; h < of.length; h++) largest = Math.max(largest, Math.abs(difference[h]!) / of[h]!)
  return largest
}

/** What a step changed. */
interface Change {
  /** The largest rise of eta in any row. */
  readonly rise: number
  /** Rows without flow that are falling. */
  readonly rows: number
  /** The largest change of eta in any other row. */
  readonly elsewhere: number
}

function changeOf(before: Float64Array, eta: Float64Array, flow: Float64Array): Change {
  let [rise, rows, drop] = [0, 0, 0]
  for (let i = 0; i < eta.length; i++) {
    const change = eta[i]! - before[i]!
    if (change > rise) rise = change
    else if (change < -falling && flow[i] === 0) rows++
    else if (change < drop) drop = change
  }
  return { rise, rows, elsewhere: Math.max(rise, -drop) }
}

function fallingRows(before: Float64Array, eta: Float64Array, flow: Float64Array): number[] {
  return [...eta.keys()].filter((i) => flow[i] === 0 && eta[i]! - before[i]! < -falling)
}
