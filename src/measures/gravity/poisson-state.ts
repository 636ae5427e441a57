import type { EffectRows } from './effect-rows.ts'

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
export function emptyState({ rows, flow, regressors }: PoissonProblem, rest: Float64Array): PoissonState {
  return {
    coefficients: new Float64Array(regressors.length),
    rest,
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
 * Returns starting effects without regressors: each set in turn is scaled so that the fitted flow of each of its groups equals the observed one. A few such
 * sweeps save most of the steps that Newton's method needs to bring the fitted flow of rows without flow down.
 */
export function startingEffects({ rows, flow, weight }: PoissonProblem): Float64Array {
  const { first, rest, size, leadGroup } = rows
  const observed = new Float64Array(size)
  for (const { at } of rest) for (let i = 0; i < flow.length; i++) observed[at[i]!]! += weight[i]! * flow[i]!
  const factor = new Float64Array(size).fill(1)
  const expected = new Float64Array(size)
  const row = new Float64Array(flow.length)
  for (let sweep = 0; sweep < sweeps && rest.length > 0; sweep++)
    for (const { at, from, group } of rest) {
      row.set(weight)
      for (const other of rest) for (let i = 0; i < row.length; i++) row[i]! *= factor[other.at[i]!]!
      scaleToLead(row, flow, weight, first, leadGroup.length)
      expected.fill(0, from, from + group.length)
      for (let i = 0; i < row.length; i++) expected[at[i]!]! += row[i]!
      for (let h = from; h < from + group.length; h++) factor[h]! *= observed[h]! / expected[h]!
    }
  return factor.map(Math.log)
}

function scaleToLead(row: Float64Array, flow: Float64Array, weight: Float64Array, first: Int32Array, groups: number): void {
  for (let g = 0; g < groups; g++) {
    const [from, to] = [first[g]!, first[g + 1]!]
    let [observed, expected] = [0, 0]
    for (let i = from; i < to; i++) {
      observed += weight[i]! * flow[i]!
      expected += row[i]!
    }
    const scale = observed / expected
    for (let i = from; i < to; i++) row[i]! *= scale
  }
}

const sweeps = 8
