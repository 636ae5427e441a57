import { type ArmaFit, fitArma } from './arma-fit.ts'
import { differencesNeeded } from './kpss.ts'
import { differences, isConstant, type PointForecast } from './point-forecast.ts'

/** Order of a model: autoregression, differences, moving average, and whether it has a mean (a drift after one difference). */
interface ArimaOrder {
  readonly p: number
  readonly q: number
  readonly constant: boolean
}

interface Candidate {
  readonly order: ArimaOrder
  readonly fit: ArmaFit
}

const greatestOrder = 5
const mostModels = 94

/**
 * Forecasts by an ARIMA model: differences by the KPSS test, the other orders by a stepwise search for the least AICc among exact maximum-likelihood fits.
 *
 * @param y         at least seven values, evenly spaced, not all the same
 * @param horizon   how many periods ahead
 * @throws RangeError if no model can be fitted
 * @see Hyndman & Khandakar 2008, Journal of Statistical Software 27(3)
 * @example arimaForecast([1, 3, 2, 4, 3, 5, 4, 6, 5, 7], 1).model   // 'ARIMA(0,1,0)'
 */
export function arimaForecast(y: ArrayLike<number>, horizon: number): PointForecast {
  const d = differencesNeeded(y, 2)
  const w = differences(y, d)
  if (w.length === 0) throw new RangeError('arimaForecast: the series is too short')
  if (isConstant(w)) return exactForecast(y, d, w[0]!, horizon)
  const found = new StepwiseSearch(w, y.length, d).best()
  if (found === undefined) throw new RangeError('arimaForecast: no model can be fitted to this series')
  return forecastOf(y, d, found, horizon)
}

/** A series that is constant after d differences goes on as it is, without error. */
function exactForecast(y: ArrayLike<number>, d: number, step: number, horizon: number): PointForecast {
  const mean = integrated(y, d, new Float64Array(horizon).fill(step))
  return { model: nameOf({ p: 0, q: 0, constant: d < 2 }, d), mean, error: new Float64Array(horizon) }
}

class StepwiseSearch {
  private readonly w: Float64Array
  private readonly tried = new Map<string, Candidate | undefined>()
  private readonly most: number
  private readonly first: number
  private readonly mayHaveConstant: boolean
  private found: Candidate | undefined
  private at: ArimaOrder

  constructor(w: Float64Array, length: number, d: number) {
    this.w = w
    this.most = Math.min(greatestOrder, Math.floor(length / 3))
    this.first = Math.min(length < 10 ? 1 : 2, this.most)
    this.mayHaveConstant = d < 2
    this.at = { p: this.first, q: this.first, constant: this.mayHaveConstant }
  }

  best(): Candidate | undefined {
    const { first, most, mayHaveConstant: constant } = this
    const simplest = Math.min(1, most)
    this.try({ p: first, q: first, constant })
    this.try({ p: 0, q: 0, constant })
    if (most > 0) this.try({ p: simplest, q: 0, constant })
    if (most > 0) this.try({ p: 0, q: simplest, constant })
    if (constant) this.tryWithoutConstant()
    while (this.tried.size < mostModels && this.improve());
    return this.found
  }

  /** Without a constant only the simplest model is tried at first; where it is the best, the search goes on from it, but with a constant. */
  private tryWithoutConstant(): void {
    if (this.try({ p: 0, q: 0, constant: false })) this.at = { p: 0, q: 0, constant: true }
  }

  /** Goes to the first neighbour that is better; false if none is. */
  private improve(): boolean {
    const { p, q, constant } = this.at
    const moves: readonly [number, number][] = [
      [-1, 0],
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, -1],
      [-1, 1],
      [1, -1],
      [1, 1],
    ]
    const before = this.tried.size
    for (const [dp, dq] of moves) if (this.isPermitted(p + dp, q + dq) && this.try({ p: p + dp, q: q + dq, constant })) return true
    if (this.mayHaveConstant) this.try({ p, q, constant: !constant })
    return this.tried.size > before
  }

  private isPermitted(p: number, q: number): boolean {
    return p >= 0 && q >= 0 && p <= this.most && q <= this.most && this.tried.size < mostModels
  }

  /** Fits a model that was not tried before; true if it is the best so far. */
  private try(order: ArimaOrder): boolean {
    const key = `${order.p} ${order.q} ${order.constant}`
    if (this.tried.has(key)) return false
    const fit = fitArma(this.w, order.p, order.q, order.constant)
    const candidate = fit === undefined ? undefined : { order, fit }
    this.tried.set(key, candidate)
    if (candidate === undefined || !(candidate.fit.aicc < (this.found?.fit.aicc ?? Number.POSITIVE_INFINITY))) return false
    this.found = candidate
    this.at = order
    return true
  }
}

function forecastOf(y: ArrayLike<number>, d: number, { order, fit }: Candidate, horizon: number): PointForecast {
  const { filter, mean, variance } = fit
  const changes = new Float64Array(horizon)
  const errors = new IntegratedErrors(fit, d)
  const error = new Float64Array(horizon)
  for (let h = 0; h < horizon; h++) {
    errors.advance()
    filter.advance()
    changes[h] = filter.state[0]! + mean
    error[h] = Math.sqrt(variance * errors.variance())
  }
  return { model: nameOf(order, d), mean: integrated(y, d, changes), error }
}

/** Sums up forecasts of differences to forecasts of the series. */
function integrated(y: ArrayLike<number>, d: number, changes: Float64Array): Float64Array {
  let values = changes
  for (let k = d - 1; k >= 0; k--) {
    const below = differences(y, k)
    let at = below[below.length - 1]!
    values = values.map((change) => {
      at += change
      return at
    })
  }
  return values
}

/** Covariance of the states and of the sums over them, as far as the forecast has got: the variance of the series itself, in units of that of the errors. */
class IntegratedErrors {
  private readonly transition: Float64Array[]
  private readonly noise: Float64Array
  private covariance: Float64Array[]
  private readonly size: number
  private readonly states: number

  constructor({ filter }: ArmaFit, d: number) {
    const r = filter.states
    this.states = r
    this.size = r + d
    this.noise = new Float64Array(this.size)
    this.noise.set(filter.moving)
    this.transition = Array.from({ length: this.size }, (_, i) => this.transitionRow(i, filter.phi, d))
    this.covariance = Array.from({ length: this.size }, (_, i) =>
      Float64Array.from({ length: this.size }, (__, j) => (i < r && j < r ? filter.covariance[i * r + j]! : 0)),
    )
  }

  /** Row of a state of the process, or of the k-th sum: x_k(t) = x_k(t-1) + x_{k-1}(t). */
  private transitionRow(i: number, phi: Float64Array, d: number): Float64Array {
    const row = new Float64Array(this.size)
    const r = this.states
    if (i < r) {
      row[0] = phi[i]!
      if (i + 1 < r) row[i + 1] = 1
      return row
    }
    // sums are taken over the state before it moves on; see `variance`
    row[0] = 1
    for (let k = r; k <= i && k < r + d; k++) row[k] = 1
    return row
  }

  advance(): void {
    const { size, transition, noise } = this
    const half = transition.map((row) =>
      Float64Array.from({ length: size }, (_, j) => row.reduce((sum, x, k) => sum + x * this.covariance[k]![j]!, 0)),
    )
    this.covariance = half
      .map((row, i) => transition.map((other, j) => other.reduce((sum, x, k) => sum + x * row[k]!, 0) + noise[i]! * noise[j]!))
      .map((row) => Float64Array.from(row))
  }

  /** Variance of the series: of the state plus all its sums. */
  variance(): number {
    const { covariance, states, size } = this
    const counted = [0, ...Array.from({ length: size - states }, (_, k) => states + k)]
    return counted.reduce((sum, i) => sum + counted.reduce((part, j) => part + covariance[i]![j]!, 0), 0)
  }
}

function nameOf({ p, q, constant }: ArimaOrder, d: number): string {
  const ending = constant ? (d === 0 ? ' with non-zero mean' : ' with drift') : d === 0 ? ' with zero mean' : ''
  return `ARIMA(${p},${d},${q})${ending}`
}
