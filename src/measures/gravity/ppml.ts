import { VisavisError } from '../../errors.ts'
import { choleskyFactor, choleskyInverse } from '../../numeric/cholesky.ts'
import { clusteredCovariance } from './clustered-covariance.ts'
import { arrangeEffectRows, type EffectRows } from './effect-rows.ts'
import type { GravityPanel, RowGroups } from './gravity-panel.ts'
import type { PoissonProblem, PoissonState } from './poisson-state.ts'
import { poissonSteps, type StepsEnd } from './poisson-steps.ts'
import type { CollinearRegressor, ProjectedRegressors } from './projected-regressors.ts'
import { type SmallSampleFactor, smallSampleFactor } from './small-sample-factor.ts'
import { leaveOutZeroGroups } from './zero-groups.ts'

export interface PpmlOptions {
  /** Sets of clusters within which the errors of rows may be correlated; none: rows are independent, variances differ. */
  readonly clusters?: readonly RowGroups[] | undefined
  /** Correction of the errors for the size of the sample, `clusters` by default. */
  readonly factor?: SmallSampleFactor | undefined
  /** Permitted relative error of the coefficients, 1e-10 by default. */
  readonly tolerance?: number | undefined
  /** The most Newton steps, 100 by default. */
  readonly mostSteps?: number | undefined
}

/** A coefficient with its error, or why there is none. */
export interface PpmlTerm {
  readonly name: string
  readonly estimate: number | null
  readonly error: number | null
  /** Why it has no estimate; null if it has one. */
  readonly leftOut: string | null
}

/** A fitted gravity equation. */
export interface PpmlFit {
  readonly terms: readonly PpmlTerm[]
  /** Covariance of the coefficients that have an estimate, in their order, row by row. */
  readonly covariance: Float64Array
  /** Whether several sets of clusters gave negative variances, which were set to 0. */
  readonly covarianceRepaired: boolean
  readonly rows: {
    readonly given: number
    readonly used: number
    /** Groups without any flow, by set of effects. */
    readonly zeroGroups: readonly { readonly effect: string; readonly groups: number; readonly rows: number }[]
    /** Rows of the panel without flow that effects and regressors together separate from the rest. */
    readonly separated: readonly number[]
  }
  /** The fitted flow of each row of the panel; 0 for rows left out, since theirs goes to 0. */
  readonly fitted: Float64Array
  /** For each set of effects the logarithm of each group; NaN for groups without a row in use. They are known up to constants that cancel in a flow. */
  readonly effects: readonly { readonly name: string; readonly values: Float64Array; readonly used: number }[]
  readonly clusters: readonly { readonly name: string; readonly clusters: number }[]
  readonly factor: { readonly kind: SmallSampleFactor; readonly value: number }
  readonly deviance: number
  readonly convergence: StepsEnd
}

/**
 * Estimates a gravity equation by Poisson pseudo maximum likelihood: the expected flow is exp(x'b + effects). Rows without flow are kept. Left out and listed:
 * groups without any flow, separated rows, regressors that the effects or others determine.
 *
 * @returns   the estimate; see `convergence.converged` before using it
 * @throws VisavisError BadInput for a negative or infinite number, a weight of 0, columns of different lengths, no flow at all
 * @see Santos Silva & Tenreyro 2006, Review of Economics and Statistics 88(4); Correia, Guimaraes & Zylkin 2020, Stata Journal 20(1)
 */
export function ppml(panel: GravityPanel, options: PpmlOptions = {}): PpmlFit {
  checkPanel(panel, options)
  const given = panel.flow.length
  const effects = panel.effects.length > 0 ? panel.effects : [{ name: 'constant', of: new Int32Array(given), groups: 1 }]
  const whole = { ...panel, effects }
  const separated: number[] = []
  const leftOut = new Map<number, string>()
  const used = new Uint8Array(given).fill(1)
  const { zeroGroups } = leaveOutZeroGroups(whole, used)
  for (;;) {
    const rows = arrangeEffectRows(effects, used)
    const kept = panel.regressors.flatMap((_, j) => (leftOut.has(j) ? [] : [j]))
    const problem = problemOf(whole, rows, kept)
    const result = poissonSteps(problem, options.tolerance ?? 1e-10, options.mostSteps ?? 100)
    if (result.kind === 'collinear') nameCollinear(result.regressors, problem, kept, panel, leftOut)
    else if (result.kind === 'separated') for (const i of result.positions) separated.push(leave(rows.panelRow[i]!, used))
    else {
      const found = { given, used: rows.panelRow.length, zeroGroups, separated: separated.sort((a, b) => a - b) }
      return fitOf({ panel: whole, options, problem, kept, leftOut, ...result, found })
    }
  }
}

function leave(row: number, used: Uint8Array): number {
  used[row] = 0
  return row
}

function problemOf({ flow, weights, regressors }: GravityPanel, rows: EffectRows, kept: readonly number[]): PoissonProblem {
  const { panelRow } = rows
  const ordered = (values: Float64Array): Float64Array => {
    const out = new Float64Array(panelRow.length)
    for (let i = 0; i < out.length; i++) out[i] = values[panelRow[i]!]!
    return out
  }
  const observed = ordered(flow)
  const weight = weights === undefined ? new Float64Array(panelRow.length).fill(1) : ordered(weights)
  const weightedFlow = new Float64Array(panelRow.length)
  for (let i = 0; i < weightedFlow.length; i++) weightedFlow[i] = weight[i]! * observed[i]!
  const { first } = rows
  const leadFlow = new Float64Array(first.length - 1)
  for (let g = 0; g < leadFlow.length; g++) for (let i = first[g]!; i < first[g + 1]!; i++) leadFlow[g]! += weightedFlow[i]!
  return { rows, flow: observed, weight, weightedFlow, leadFlow, regressors: kept.map((j) => ordered(regressors[j]!.values)) }
}

function nameCollinear(
  found: readonly CollinearRegressor[],
  problem: PoissonProblem,
  kept: readonly number[],
  { regressors, effects }: GravityPanel,
  leftOut: Map<number, string>,
): void {
  const sets = effects.map(({ name }) => name).join(', ')
  for (const { index, with: partners } of found) {
    const values = problem.regressors[index]!
    const others = partners.map((i) => regressors[kept[i]!]!.name).join(', ')
    const isConstant = values.every((value) => value === values[0])
    const fromEffects = isConstant ? 'the same in every row that is used' : `determined by the effects (${sets})`
    leftOut.set(kept[index]!, others === '' ? fromEffects : `determined by ${others} and the effects`)
  }
}

interface Finished {
  readonly panel: GravityPanel
  readonly options: PpmlOptions
  readonly problem: PoissonProblem
  readonly kept: readonly number[]
  readonly leftOut: ReadonlyMap<number, string>
  readonly state: PoissonState
  readonly projected: ProjectedRegressors
  readonly end: StepsEnd
  readonly found: PpmlFit['rows']
}

function fitOf(one: Finished): PpmlFit {
  const { panel, options, problem, kept, leftOut, state, projected, end, found } = one
  const { rows, flow } = problem
  const gram = projected.gram(state.fitted)
  const bread = choleskyInverse(gram, choleskyFactor(gram, kept.length, 0))
  const scores = projected.residuals.map((x) => scoresOf(x, problem, state))
  const clusters = (options.clusters ?? []).map((set) => groupsInUse(set, rows.panelRow))
  const kind = options.factor ?? 'clusters'
  const effects = kind === 'fixest' ? panel.effects.map((set) => groupsInUse(set, rows.panelRow)) : []
  const value = factorOf(kind, { rows: flow.length, coefficients: kept.length, effects, clusters })
  const { matrix, repaired } = clusteredCovariance(bread, scores, clusters)
  const covariance = matrix.map((one) => one * value)
  const terms = panel.regressors.map(({ name }, j) => {
    const i = kept.indexOf(j)
    if (i === -1) return { name, estimate: null, error: null, leftOut: leftOut.get(j)! }
    return { name, estimate: state.coefficients[i]!, error: Math.sqrt(covariance[i * kept.length + i]!), leftOut: null }
  })
  return {
    ...{ terms, covariance, covarianceRepaired: repaired, rows: found, convergence: end },
    fitted: fittedRows(panel.flow.length, problem, state),
    effects: effectValues(panel, rows, state),
    clusters: clusters.map(({ name, groups }) => ({ name, clusters: groups })),
    factor: { kind, value },
    deviance: devianceOf(problem, state),
  }
}

function scoresOf(x: Float64Array, { weightedFlow }: PoissonProblem, { fitted }: PoissonState): Float64Array {
  const scores = new Float64Array(x.length)
  for (let i = 0; i < x.length; i++) scores[i] = x[i]! * (weightedFlow[i]! - fitted[i]!)
  return scores
}

function factorOf(...[kind, size]: Parameters<typeof smallSampleFactor>): number {
  try {
    return smallSampleFactor(kind, size)
  } catch {
    throw new VisavisError('BadInput', 'errors clustered in a single cluster cannot be estimated', {
      hint: 'choose other clusters, or none',
    })
  }
}

/** Returns the groups of the rows in use, numbered anew without gaps. */
function groupsInUse({ name, of, groups }: RowGroups, panelRow: Int32Array): RowGroups {
  const numbers = new Int32Array(groups).fill(-1)
  let count = 0
  const used = new Int32Array(panelRow.length)
  for (let i = 0; i < used.length; i++) {
    const group = of[panelRow[i]!]!
    if (numbers[group] === -1) numbers[group] = count++
    used[i] = numbers[group]!
  }
  return { name, of: used, groups: count }
}

function fittedRows(given: number, { rows, weight }: PoissonProblem, { fitted }: PoissonState): Float64Array {
  const out = new Float64Array(given)
  const { panelRow } = rows
  for (let i = 0; i < panelRow.length; i++) out[panelRow[i]!] = fitted[i]! / weight[i]!
  return out
}

function effectValues({ effects }: GravityPanel, { lead, leadGroup, rest }: EffectRows, state: PoissonState): PpmlFit['effects'] {
  return effects.map(({ name, groups }, e) => {
    const values = new Float64Array(groups).fill(Number.NaN)
    const set = rest.find((one) => one.set === e)
    if (e === lead) for (let g = 0; g < leadGroup.length; g++) values[leadGroup[g]!] = state.lead[g]!
    if (set !== undefined) for (let h = 0; h < set.group.length; h++) values[set.group[h]!] = state.rest[set.from + h]!
    return { name, values, used: set === undefined ? leadGroup.length : set.group.length }
  })
}

function devianceOf({ flow, weightedFlow }: PoissonProblem, { fitted, eta }: PoissonState): number {
  let sum = 0
  for (let i = 0; i < flow.length; i++) {
    const y = flow[i]!
    if (y > 0) sum += weightedFlow[i]! * (Math.log(y) - eta[i]!) - weightedFlow[i]!
    sum += fitted[i]!
  }
  return 2 * sum
}

/** Returns the first row without a finite number, -1 if there is none; a plain loop, since a callback for each number takes as long as a step. */
function firstNotFinite(values: Float64Array): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return i
  return -1
}

function firstBelow(values: Float64Array, least: number): number {
  for (let i = 0; i < values.length; i++) if (values[i]! < least) return i
  return -1
}

function checkPanel({ flow, regressors, effects, weights }: GravityPanel, { clusters = [] }: PpmlOptions): void {
  const refuse = (what: string): never => {
    throw new VisavisError('BadInput', what)
  }
  if (flow.length === 0) refuse('the panel has no rows')
  for (const { name, of } of [...effects, ...clusters])
    if (of.length !== flow.length) refuse(`${name} has another number of rows than the flow`)
  const columns = [
    { name: 'the flow', values: flow },
    ...regressors,
    ...(weights === undefined ? [] : [{ name: 'weight', values: weights }]),
  ]
  for (const { name, values } of columns) {
    if (values.length !== flow.length) refuse(`${name} has another number of rows than the flow`)
    const row = firstNotFinite(values)
    if (row !== -1) refuse(`${name} is ${values[row]} in row ${row + 1}`)
  }
  const negative = firstBelow(flow, 0)
  if (negative !== -1) refuse(`the flow is ${flow[negative]} in row ${negative + 1}: PPML needs flows of 0 or more`)
  const unweighted = weights === undefined ? -1 : firstBelow(weights, Number.MIN_VALUE)
  if (unweighted !== -1) refuse(`the weight is ${weights![unweighted]} in row ${unweighted + 1}: weights are above 0`)
  if (!flow.some((value) => value > 0)) refuse('all flows of the panel are 0: there is nothing to estimate')
}
