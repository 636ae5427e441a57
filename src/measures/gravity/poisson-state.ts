import { addToEffects, type EffectRows, type RestEffects, sumOfEffects } from './effect-rows.ts'

/** The rows in use with their numbers, in the order of `rows`. */
export interface PoissonProblem {
  readonly rows: EffectRows
  readonly flow: Float64Array
  readonly weight: Float64Array
  readonly weightedFlow: Float64Array
  /** Weighted flow of each lead group. */
  readonly leadFlow: Float64Array
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
export function evaluateState(problem: PoissonProblem, state: PoissonState): number {
  const { rows, weight, weightedFlow, leadFlow, regressors } = problem
  const { coefficients, rest, lead, eta, fitted } = state
  const { first } = rows
  sumOfEffects(rows, rest, eta)
  for (const [j, values] of regressors.entries()) addScaled(values, coefficients[j]!, eta)
  let objective = 0
  for (let g = 0; g < lead.length; g++) {
    const [from, to, observed] = [first[g]!, first[g + 1]!, leadFlow[g]!]
    // the effect so far keeps the exponents small; after a step that went astray, the largest does
    let shift = lead[g]!
    let expected = fitGroup(weight, state, from, to, shift)
    if (!(expected > 1e-200 && expected < 1e200)) {
      shift = -largestOf(eta, from, to)
      expected = fitGroup(weight, state, from, to, shift)
    }
    const scale = observed / expected
    const effect = shift + Math.log(scale)
    lead[g] = effect
    for (let i = from; i < to; i++) {
      fitted[i]! *= scale
      const value = eta[i]! + effect
      eta[i] = value
      objective += weightedFlow[i]! * value
    }
  }
  return objective
}

/** Writes the weighted flows that eta and the shift make of the rows of a lead group; returns their sum. */
function fitGroup(weight: Float64Array, { eta, fitted }: PoissonState, from: number, to: number, shift: number): number {
  let sum = 0
  for (let i = from; i < to; i++) {
    const value = weight[i]! * Math.exp(eta[i]! + shift)
    fitted[i] = value
    sum += value
  }
  return sum
}

function largestOf(values: Float64Array, from: number, to: number): number {
  let largest = Number.NEGATIVE_INFINITY
  for (let i = from; i < to; i++) if (values[i]! > largest) largest = values[i]!
  return largest
}

function addScaled(values: Float64Array, factor: number, out: Float64Array): void {
  if (factor !== 0) for (let i = 0; i < out.length; i++) out[i]! += factor * values[i]!
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
  const { rows, weightedFlow, leadFlow } = problem
  const base = baseOf(problem, state.coefficients)
  const observed = new Float64Array(rows.size)
  addToEffects(rows, weightedFlow, observed)
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
  const others = rest.filter((one) => one.at !== at)
  expected.fill(0, from, from + group.length)
  for (let g = 0; g < leadFlow.length; g++) {
    const start = first[g]!
    const length = first[g + 1]! - start
    for (let i = 0; i < length; i++) scratch[i] = base[start + i]! * factor[at[start + i]!]!
    for (const other of others) for (let i = 0; i < length; i++) scratch[i]! *= factor[other.at[start + i]!]!
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
