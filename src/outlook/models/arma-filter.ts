import { solveInPlace } from '../../numeric/linear-system.ts'

/** A value whose variance is above this many times that of the errors says nothing of the fit, and is left out of the likelihood. */
const diffuse = 1e4

/**
 * The Kalman filter of a stationary process w_t = phi_1 w_{t-1} + ... + e_t + theta_1 e_{t-1} + ... with errors of variance 1. One filter is reused for all
 * evaluations of a search.
 *
 * @see Gardner, Harvey & Phillips 1980, Applied Statistics 29(3), algorithm AS 154; Harvey 1993, Time Series Models, chapter 4
 */
export class ArmaFilter {
  /** Number of states: max(p, q + 1). */
  readonly states: number
  /** The state after the last value, and its covariance (rows of `states`), both before the next period. */
  readonly state: Float64Array
  readonly covariance: Float64Array
  /** Coefficients, filled up with zeros. */
  readonly phi: Float64Array
  readonly moving: Float64Array
  private readonly p: number
  private readonly next: Float64Array
  private readonly gains: Float64Array
  private readonly autocovariances: Float64Array
  private readonly impulse: Float64Array

  constructor(p: number, q: number) {
    const r = Math.max(p, q + 1)
    this.p = p
    this.states = r
    this.phi = new Float64Array(r)
    this.moving = new Float64Array(r)
    this.state = new Float64Array(r)
    this.covariance = new Float64Array(r * r)
    this.next = new Float64Array(r * r)
    this.gains = new Float64Array(r)
    this.autocovariances = new Float64Array(r + 1)
    this.impulse = new Float64Array(r)
  }

  /**
   * Sets the coefficients and the stationary distribution of the state.
   *
   * @returns   whether there is such a distribution
   */
  start(phi: Float64Array, theta: Float64Array): boolean {
    this.phi.fill(0)
    this.phi.set(phi)
    this.moving.fill(0)
    this.moving[0] = 1
    this.moving.set(theta, 1)
    this.state.fill(0)
    return this.findAutocovariances() && this.fillCovariance()
  }

  /**
   * Passes the filter over a series.
   *
   * @param w           the series; its mean is `mean`
   * @param residuals   is filled with the standardised errors one period ahead
   * @returns           half the concentrated deviance per value: half of log(mean square of the errors) + mean log of their variances
   */
  pass(w: Float64Array, mean: number, residuals?: Float64Array): number {
    const { state, covariance } = this
    let [squares, logs, used] = [0, 0, 0]
    for (let t = 0; t < w.length; t++) {
      const variance = covariance[0]!
      const miss = w[t]! - mean - state[0]!
      if (variance < diffuse) {
        squares += (miss * miss) / variance
        logs += Math.log(variance)
        used++
      }
      if (residuals !== undefined) residuals[t] = miss / Math.sqrt(variance)
      this.learn(miss, variance)
      if (t + 1 < w.length) this.advance()
    }
    return 0.5 * (Math.log(squares / used) + logs / used)
  }

  /** Moves the state and its covariance one period on. */
  advance(): void {
    const { states: r, phi, moving, state, covariance, next } = this
    const first = state[0]!
    for (let i = 0; i < r; i++) state[i] = phi[i]! * first + (i + 1 < r ? state[i + 1]! : 0)
    for (let i = 0; i < r; i++)
      for (let j = i; j < r; j++) {
        let sum = moving[i]! * moving[j]! + phi[i]! * phi[j]! * covariance[0]!
        if (j + 1 < r) sum += phi[i]! * covariance[j + 1]!
        if (i + 1 < r) sum += phi[j]! * covariance[i + 1]!
        if (j + 1 < r) sum += covariance[(i + 1) * r + j + 1]!
        next[i * r + j] = sum
        next[j * r + i] = sum
      }
    covariance.set(next)
  }

  /** Takes in an error of the forecast. */
  private learn(miss: number, variance: number): void {
    const { states: r, state, covariance, gains } = this
    for (let i = 0; i < r; i++) gains[i] = covariance[i]!
    for (let i = 0; i < r; i++) {
      const share = gains[i]! / variance
      state[i] = state[i]! + share * miss
      for (let j = 0; j < r; j++) covariance[i * r + j] = covariance[i * r + j]! - share * gains[j]!
    }
  }

  /** Yule-Walker equations with the moving average on the right; also the response to an impulse, psi. */
  private findAutocovariances(): boolean {
    const { states: r, p, phi, moving, impulse, autocovariances } = this
    for (let j = 0; j < r; j++) {
      let sum = moving[j]!
      for (let i = 0; i < j; i++) sum += phi[i]! * impulse[j - 1 - i]!
      impulse[j] = sum
    }
    const known = new Float64Array(p + 1)
    const rows = Array.from(known, (_, k) => this.yuleWalkerRow(k, known))
    if (!solveInPlace(rows, known)) return false
    autocovariances.set(known)
    for (let k = p + 1; k <= r; k++) {
      let sum = this.noiseTerm(k)
      for (let i = 1; i <= p; i++) sum += phi[i - 1]! * autocovariances[k - i]!
      autocovariances[k] = sum
    }
    return true
  }

  private yuleWalkerRow(k: number, right: Float64Array): Float64Array {
    const row = new Float64Array(this.p + 1)
    row[k] = 1
    for (let i = 1; i <= this.p; i++) row[Math.abs(k - i)] = row[Math.abs(k - i)]! - this.phi[i - 1]!
    right[k] = this.noiseTerm(k)
    return row
  }

  /** Covariance of the value k periods ago with the moving average of now. */
  private noiseTerm(k: number): number {
    let sum = 0
    for (let j = k; j < this.states; j++) sum += this.moving[j]! * this.impulse[j - k]!
    return sum
  }

  /** The covariance of the states from its first row, along the diagonals. */
  private fillCovariance(): boolean {
    const { states: r, phi, moving, impulse, autocovariances, covariance } = this
    covariance[0] = autocovariances[0]!
    for (let j = 1; j < r; j++) {
      let sum = 0
      for (let k = j; k < r; k++) sum += phi[k]! * autocovariances[k - j + 1]! + moving[k]! * (impulse[k - j] ?? 0)
      covariance[j] = sum
    }
    for (let i = r - 1; i > 0; i--)
      for (let j = r - 1; j >= i; j--) {
        let sum = moving[i]! * moving[j]! + phi[i]! * phi[j]! * covariance[0]!
        if (j + 1 < r) sum += phi[i]! * covariance[j + 1]! + covariance[(i + 1) * r + j + 1]!
        if (i + 1 < r) sum += phi[j]! * covariance[i + 1]!
        covariance[i * r + j] = sum
        covariance[j * r + i] = sum
      }
    for (let j = 1; j < r; j++) covariance[j * r] = covariance[j]!
    return covariance[0]! > 0
  }
}
