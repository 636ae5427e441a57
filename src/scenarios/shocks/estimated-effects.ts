import { VisavisError } from '../../errors.ts'
import { choleskyFactor } from '../../numeric/cholesky.ts'
import type { RandomStream } from '../../numeric/random.ts'
import { normalDraws } from '../../numeric/random-normal.ts'
import type { Scenario, ScenarioShock } from './scenario.ts'

/** Coefficients of a gravity equation with their covariance. */
export interface EffectEstimate {
  readonly terms: readonly string[]
  readonly coefficients: readonly number[]
  /** Rows and columns in the order of `terms`; null if the errors are unknown, so that nothing is drawn. */
  readonly covariance: readonly (readonly number[])[] | null
  /** Where the estimate is from, for reports. */
  readonly source: string
}

/** Where a scenario says that its estimate is: the answer that is handed in, the record's own panel, or the file itself. */
export type EstimateOrigin = 'gravity' | 'record'

/** What the end of an agreement does to trade before prices adjust. */
export interface WithdrawalEffect {
  /** Number of the shock, from 0. */
  readonly shock: number
  readonly terms: readonly string[]
  /** Change of the log of trade: minus the sum of the terms. */
  readonly effect: number
  /** Standard error of the sum, with the covariances of its terms; null if unknown. */
  readonly error: number | null
  readonly source: string
}

/** The effects of all withdrawals of a scenario. */
export interface EstimatedEffects {
  readonly rows: readonly WithdrawalEffect[]
  /** Whether any is drawn. */
  readonly isDrawn: boolean
  /** Effects by shock; NaN for shocks of another kind. */
  readonly central: readonly number[]
  /** Effects with all of them `deviations` standard errors from the estimate. */
  at(deviations: number): readonly number[]
  /** Draws all coefficients from their joint normal distribution; shocks that rest on one estimate share the draw. */
  draw(stream: RandomStream): readonly number[]
}

type Withdrawal = ScenarioShock & { readonly kind: 'withdrawal' }

/**
 * Finds the effects of the withdrawals of a scenario; undefined if it has none.
 *
 * @param estimateOf   gives the estimate that a scenario names but does not hold
 * @throws VisavisError BadInput for a term that the estimate lacks, an estimate without coefficients, or a covariance that is none
 */
export async function estimatedEffects(
  scenario: Scenario,
  estimateOf: (origin: EstimateOrigin) => Promise<EffectEstimate>,
): Promise<EstimatedEffects | undefined> {
  const withdrawals = scenario.shocks.flatMap((shock, at) => (shock.kind === 'withdrawal' ? [{ shock, at }] : []))
  if (withdrawals.length === 0) return undefined
  const estimates = new Map<string, EffectEstimate>()
  const parts: { shock: Withdrawal; at: number; estimate: EffectEstimate; places: readonly number[] }[] = []
  for (const { shock, at } of withdrawals) {
    const key = typeof shock.estimate === 'string' ? shock.estimate : JSON.stringify(shock.estimate)
    const estimate =
      estimates.get(key) ??
      (typeof shock.estimate === 'string' ? await estimateOf(shock.estimate) : ownEstimate(shock.estimate, `shocks.${at}`))
    estimates.set(key, checkedEstimate(estimate, `shocks.${at}.estimate`))
    parts.push({ shock, at, estimate, places: placesOf(shock.terms, estimate, `shocks.${at}.terms`) })
  }
  const byShock = (ofPart: (part: (typeof parts)[number]) => number): number[] => {
    const values = scenario.shocks.map(() => Number.NaN)
    for (const part of parts) values[part.at] = ofPart(part)
    return values
  }
  const sumOf = (coefficients: ArrayLike<number>, places: readonly number[]): number =>
    -places.reduce((sum, place) => sum + coefficients[place]!, 0)
  const roots = new Map([...estimates.values()].map((one) => [one, rootOf(one)]))
  const effect = ({ estimate, places }: (typeof parts)[number]): number => sumOf(estimate.coefficients, places)
  return {
    rows: parts.map((part) => ({
      shock: part.at,
      terms: part.shock.terms,
      effect: effect(part),
      error: errorOf(part.estimate, part.places),
      source: part.estimate.source,
    })),
    isDrawn: parts.some(({ estimate }) => estimate.covariance !== null),
    central: byShock(effect),
    at: (deviations) => byShock((part) => effect(part) + deviations * (errorOf(part.estimate, part.places) ?? 0)),
    draw(stream) {
      const normal = normalDraws(stream)
      const drawn = new Map([...roots].map(([estimate, root]) => [estimate, drawnCoefficients(estimate, root, normal)]))
      return byShock(({ estimate, places }) => sumOf(drawn.get(estimate)!, places))
    },
  }
}

function ownEstimate({ coefficients, covariance, source }: Exclude<Withdrawal['estimate'], string>, field: string): EffectEstimate {
  const terms = Object.keys(coefficients)
  if (covariance !== undefined && (covariance.length !== terms.length || covariance.some((row) => row.length !== terms.length)))
    throw bad(`${field}.estimate.covariance needs ${terms.length} rows of ${terms.length} numbers, in the order of the coefficients`)
  return { terms, coefficients: Object.values(coefficients), covariance: covariance ?? null, source: source ?? 'the scenario file' }
}

function placesOf(terms: readonly string[], estimate: EffectEstimate, field: string): number[] {
  return terms.map((term, k) => {
    const place = estimate.terms.indexOf(term)
    if (place < 0)
      throw bad(`${field}: the estimate of ${estimate.source} has no term "${term}"`, `its terms: ${estimate.terms.join(', ')}`)
    if (terms.indexOf(term) !== k) throw bad(`${field} has ${term} twice`)
    return place
  })
}

function errorOf({ covariance }: EffectEstimate, places: readonly number[]): number | null {
  if (covariance === null) return null
  return Math.sqrt(
    Math.max(
      0,
      places.reduce((sum, i) => sum + places.reduce((row, j) => row + covariance[i]![j]!, 0), 0),
    ),
  )
}

function checkedEstimate(estimate: EffectEstimate, field: string): EffectEstimate {
  const { covariance, coefficients } = estimate
  if (coefficients.length === 0) throw bad(`${field}: ${estimate.source} has no coefficients`)
  if (covariance === null) return estimate
  const wrong = covariance.some(
    (row, i) => row.some((value, j) => Math.abs(value - covariance[j]![i]!) > 1e-9 * (1 + Math.abs(value))) || !(row[i]! >= 0),
  )
  if (wrong) throw bad(`${field}: the covariance is not symmetric with variances of 0 or more on its diagonal`)
  const root = rootOf(estimate)!
  const n = coefficients.length
  const scale = covariance.reduce((most, row, i) => Math.max(most, row[i]!), 0)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = 0; k <= j; k++) sum += root[i * n + k]! * root[j * n + k]!
      if (Math.abs(sum - covariance[i]![j]!) > 1e-6 * scale)
        throw bad(`${field}: the covariance is that of no distribution (a sum of terms would have a variance below 0)`)
    }
  return estimate
}

/** The lower triangle whose product with itself is the covariance. */
function rootOf({ covariance }: EffectEstimate): Float64Array | undefined {
  if (covariance === null) return undefined
  const root = Float64Array.from(covariance.flat())
  choleskyFactor(root, covariance.length)
  return root
}

function drawnCoefficients({ coefficients }: EffectEstimate, root: Float64Array | undefined, normal: () => number): Float64Array {
  const n = coefficients.length
  if (root === undefined) return Float64Array.from(coefficients)
  const z = Float64Array.from({ length: n }, normal)
  return Float64Array.from(coefficients, (value, i) => {
    let sum = value
    for (let k = 0; k <= i; k++) sum += root[i * n + k]! * z[k]!
    return sum
  })
}

function bad(message: string, hint?: string): VisavisError {
  return new VisavisError('BadInput', `${message}.`, hint === undefined ? {} : { hint })
}
