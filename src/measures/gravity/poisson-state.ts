import type { EffectRows, RestEffects } from './effect-rows.ts'

/** The rows in use with their numbers, in the order of `rows`. */
export interface PoissonProblem {
  readonly rows: EffectRows
  readonly flow: Float64Array
  readonly weight: Float64Array
  readonly regressors: readonly Float64Array[]
}

/** A point of the estimation: coefficients, effects, and what they make of each row. */
export interface PoissonState {
  readonly coefficients: Float64Array
  /** Logarithms of the effects of all sets but the lead. */
  readonly rest: Float64Array
  /** Logarithms of the lead effects; always those of the highest likelihood, given all others. */
  readonly lead: Float64Array
  /** Logarithm of the fitted flow. */
  readonly eta: Float64Array
  /** Weight times fitted flow. */
  readonly fitted: Float64Array
}

/** Returns a state in which nothing is evaluated yet. */
export function emptyState({ rows, flow, regressors }: PoissonProblem): PoissonState {
  return {
    coefficients: new Float64Array(regressors.length),
    rest: new Float64Array(rows.size),
    lead: new Float64Array(rows.leadGroup.length),
    eta: new Float64Array(flow.length),
    fitted: new Float64Array(flow.length),
  }
}

/**
 * Works out lead effects, fitted flows and their logarithms from the coefficients and the other effects.
 *
 * @returns   the logarithm of the likelihood but for a constant: the fitted total equals the observed, so that only flow times eta is left
 */
export function evaluateState({ rows, flow, weight, regressors }: PoissonProblem, state: PoissonState): number {
  const { coefficients, rest, lead, eta, fitted } = state
  eta.fill(0)
  for (const { at } of rows.rest) for (let i = 0; i < eta.length; i++) eta[i]! += rest[at[i]!]!
  regressors.forEach((values, j) => {
    const b = coefficients[j]!
    if (b !== 0) for (let i = 0; i < eta.length; i++) eta[i]! += b * values[i]!
  })
  let objective = 0
  for (let g = 0; g < lead.length; g++) {
    const [from, to] = [rows.first[g]!, rows.first[g + 1]!]
    let [largest, observed, expected] = [Number.NEGATIVE_INFINITY, 0, 0]
    for (let i = from; i < to; i++) {
      observed += weight[i]! * flow[i]!
      if (eta[i]! > largest) largest = eta[i]!
    }
    for (let i = from; i < to; i++) expected += fitted[i] = weight[i]! * Math.exp(eta[i]! - largest)
    const scale = observed / expected
    const effect = Math.log(scale) - largest
    lead[g] = effect
    for (let i = from; i < to; i++) {
      fitted[i]! *= scale
      eta[i]! += effect
      objective += weight[i]! * flow[i]! * eta[i]!
    }
  }
  return objective
}

/**
 * Balances the effects under the coefficients of the state: each set in turn is scaled until the fitted flow of each of its groups equals the observed one.
 * Each sweep raises the likelihood, from any point, where Newton's method could overshoot; a few also save it most of the steps that bring the fitted flow
 * of rows without flow down.
 *
 * @param enough   the sweeps end when no group is farther from its observed flow than this share
 * @param most     the most sweeps
 * @see Deming & Stephan 1940, Annals of Mathematical Statistics 11(4)
 */
export function balanceEffects(problem: PoissonProblem, state: PoissonState, enough: number, most: number): void {
  const { rows, flow, weight } = problem
  const base = baseOf(problem, state.coefficients)
  const leadFlow = leadFlows(problem)
  const observed = new Float64Array(rows.size)
  for (const { at } of rows.rest) for (let i = 0; i < flow.length; i++) observed[at[i]!]! += weight[i]! * flow[i]!
  const factor = state.rest.map(Math.exp)
  const expected = new Float64Array(rows.size)
  for (let sweep = 0, largest = 1; sweep < most && largest > enough; sweep++) {
    largest = 0
    for (const set of rows.rest) {
      expectedFlows(rows, set, { base, factor, leadFlow, expected })
      for (let h = set.from; h < set.from + set.group.length; h++) {
        const scale = observed[h]! / expected[h]!
        factor[h]! *= scale
        largest = Math.max(largest, Math.abs(scale - 1))
      }
    }
  }
  factor.forEach((value, h) => {
    state.rest[h] = Math.log(value)
  })
}

interface Balancing {
  readonly base: Float64Array
  readonly factor: Float64Array
  readonly leadFlow: Float64Array
  readonly expected: Float64Array
}

/** Writes the fitted flows of the groups of a set, with the lead effects balanced, into `expected`. */
function expectedFlows({ rest, first, longest }: EffectRows, { at, from, group }: RestEffects, balancing: Balancing): void {
  const { base, factor, leadFlow, expected } = balancing
  const scratch = new Float64Array(longest)
  expected.fill(0, from, from + group.length)
  for (let g = 0; g < leadFlow.length; g++) {
    const start = first[g]!
    const length = first[g + 1]! - start
    for (let i = 0; i < length; i++) scratch[i] = base[start + i]!
    for (const other of rest) for (let i = 0; i < length; i++) scratch[i]! *= factor[other.at[start + i]!]!
    let sum = 0
    for (let i = 0; i < length; i++) sum += scratch[i]!
    const scale = leadFlow[g]! / sum
    for (let i = 0; i < length; i++) expected[at[start + i]!]! += scale * scratch[i]!
  }
}

/** Returns the weight of each row times what the regressors make of its flow, up to a constant. */
function baseOf({ weight, regressors }: PoissonProblem, coefficients: Float64Array): Float64Array {
  if (coefficients.every((b) => b === 0)) return weight
  const base = new Float64Array(weight.length)
  regressors.forEach((values, j) => {
    for (let i = 0; i < base.length; i++) base[i]! += coefficients[j]! * values[i]!
  })
  const largest = base.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  for (let i = 0; i < base.length; i++) base[i] = weight[i]! * Math.exp(base[i]! - largest)
  return base
}

/** Returns the observed flow of each lead group, weighted. */
function leadFlows({ rows, flow, weight }: PoissonProblem): Float64Array {
  const { first, leadGroup } = rows
  const sums = new Float64Array(leadGroup.length)
  for (let g = 0; g < sums.length; g++) for (let i = first[g]!; i < first[g + 1]!; i++) sums[g]! += weight[i]! * flow[i]!
  return sums
}
