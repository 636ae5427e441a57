import { solveInPlace } from '../../numeric/linear-system.ts'

/** Cases from which a probability is learnt: covariates row by row, and whether the event came. */
export interface LogitCases {
  readonly columns: number
  /** Row r, column c at r · columns + c; no NaN. */
  readonly values: ArrayLike<number>
  /** 1 where the event came, else 0; one for each row. */
  readonly came: Uint8Array
  /** How many cases a row stands for; default: 1 each. */
  readonly weight?: ArrayLike<number> | undefined
}

/** A fitted probability: 1 / (1 + exp(-(intercept + sum of coefficient times covariate))). */
export interface Logit {
  readonly intercept: number
  /** In units of the covariates as given. */
  readonly coefficients: readonly number[]
}

/** Log odds beyond which a probability is as good as certain; keeps weights above zero. */
const farthest = 30
const mostTurns = 40

/**
 * Fits a logistic regression with a penalty on the square of the coefficients (ridge), by iteratively reweighted least squares. The penalty is that of a normal
 * prior with variance 1 / `penalty` on the coefficient of each covariate in units of its standard deviation; the intercept is free. It keeps the coefficients
 * finite where a covariate separates the cases, and small where there are few events.
 *
 * @param penalty   above 0
 * @param start     a fit of similar cases, from which fewer turns are needed
 * @returns         undefined where the event always or never came, so that nothing can be learnt
 * @throws RangeError if the penalty is not above 0, or a covariate is not a number
 * @see le Cessie & van Houwelingen 1992, Applied Statistics 41(1)
 * @example fitLogit({ columns: 0, values: [], came: Uint8Array.of(1, 0, 0, 0) }, 1)?.intercept.toFixed(4)   // '-1.0986'
 */
export function fitLogit(cases: LogitCases, penalty: number, start?: Logit): Logit | undefined {
  if (!(penalty > 0)) throw new RangeError(`fitLogit: the penalty is ${penalty}; it must be above 0`)
  const events = cases.came.reduce((sum, one) => sum + one, 0)
  if (events === 0 || events === cases.came.length) return undefined
  const scale = scaleOf(cases)
  if (!scale.mean.every(Number.isFinite)) throw new RangeError('fitLogit: a covariate is not a number')
  const system: System = { width: cases.columns + 1, rows: standardised(cases, scale), came: cases.came, weight: weightsOf(cases), penalty }
  let current = start === undefined ? startOf(cases.columns, scale.rate) : scaled(start, scale)
  let now = derivatives(system, current)
  for (let turn = 0; turn < mostTurns; turn++) {
    const next = bestAlong(system, current, now)
    if (next === undefined) break
    const gain = now.loss - next.found.loss
    ;({ at: current, found: now } = next)
    if (gain < 1e-8 * Math.max(1, now.loss)) break
  }
  return unscaled(current, scale)
}

/**
 * Returns the probability of one row of covariates.
 *
 * @param offset   where the row begins in `values`
 * @example logitProbability({ intercept: 0, coefficients: [1] }, [0])   // 0.5
 */
export function logitProbability({ intercept, coefficients }: Logit, values: ArrayLike<number>, offset = 0): number {
  let odds = intercept
  for (let c = 0; c < coefficients.length; c++) odds += coefficients[c]! * values[offset + c]!
  return 1 / (1 + Math.exp(-Math.min(farthest, Math.max(-farthest, odds))))
}

interface Scale {
  readonly mean: Float64Array
  readonly deviation: Float64Array
  /** Share of cases with the event. */
  readonly rate: number
}

/** The cases in units of their standard deviations, with a column of ones before them. */
interface System {
  readonly width: number
  readonly rows: Float64Array
  readonly came: Uint8Array
  readonly weight: ArrayLike<number>
  readonly penalty: number
}

interface Derivatives {
  /** Minus the penalised log likelihood. */
  readonly loss: number
  readonly gradient: Float64Array
  readonly curvature: readonly Float64Array[]
}

function weightsOf({ weight, came }: LogitCases): ArrayLike<number> {
  return weight ?? new Float64Array(came.length).fill(1)
}

function scaleOf(cases: LogitCases): Scale {
  const { columns, values, came } = cases
  const weight = weightsOf(cases)
  const [mean, deviation] = [new Float64Array(columns), new Float64Array(columns)]
  let [total, events] = [0, 0]
  for (let r = 0; r < came.length; r++) {
    total += weight[r]!
    events += weight[r]! * came[r]!
    for (let c = 0; c < columns; c++) mean[c]! += weight[r]! * values[r * columns + c]!
  }
  for (let c = 0; c < columns; c++) mean[c]! /= total
  for (let r = 0; r < came.length; r++) {
    for (let c = 0; c < columns; c++) deviation[c]! += (weight[r]! * (values[r * columns + c]! - mean[c]!) ** 2) / total
  }
  // a covariate that never varies gets no coefficient
  return {
    mean,
    deviation: deviation.map((square) => (square > 1e-12 ? Math.sqrt(square) : Number.POSITIVE_INFINITY)),
    rate: events / total,
  }
}

function standardised({ columns, values, came }: LogitCases, { mean, deviation }: Scale): Float64Array {
  const width = columns + 1
  const rows = new Float64Array(came.length * width)
  for (let r = 0; r < came.length; r++) {
    rows[r * width] = 1
    for (let c = 0; c < columns; c++) rows[r * width + c + 1] = (values[r * columns + c]! - mean[c]!) / deviation[c]!
  }
  return rows
}

function startOf(columns: number, rate: number): Float64Array {
  const start = new Float64Array(columns + 1)
  start[0] = Math.log(rate / (1 - rate))
  return start
}

function scaled({ intercept, coefficients }: Logit, { mean, deviation }: Scale): Float64Array {
  const start = new Float64Array(coefficients.length + 1)
  start[0] = intercept + coefficients.reduce((sum, one, c) => sum + one * mean[c]!, 0)
  coefficients.forEach((one, c) => {
    start[c + 1] = Number.isFinite(deviation[c]!) ? one * deviation[c]! : 0
  })
  return start
}

function unscaled(at: Float64Array, { mean, deviation }: Scale): Logit {
  const coefficients = Array.from(mean, (_, c) => at[c + 1]! / deviation[c]!)
  return { intercept: at[0]! - coefficients.reduce((sum, one, c) => sum + one * mean[c]!, 0), coefficients }
}

function derivatives({ width, rows, came, weight, penalty }: System, at: Float64Array): Derivatives {
  const gradient = new Float64Array(width)
  const curvature = new Float64Array(width * width)
  let loss = 0
  for (let r = 0; r < came.length; r++) {
    const from = r * width
    let odds = 0
    for (let i = 0; i < width; i++) odds += at[i]! * rows[from + i]!
    const p = 1 / (1 + Math.exp(-Math.min(farthest, Math.max(-farthest, odds))))
    loss -= weight[r]! * Math.log(came[r] === 1 ? p : 1 - p)
    const [miss, steepness] = [weight[r]! * (p - came[r]!), weight[r]! * p * (1 - p)]
    for (let i = 0; i < width; i++) {
      const value = rows[from + i]!
      gradient[i]! += miss * value
      const own = steepness * value
      for (let j = 0; j <= i; j++) curvature[i * width + j]! += own * rows[from + j]!
    }
  }
  for (let i = 1; i < width; i++) {
    loss += 0.5 * penalty * at[i]! ** 2
    gradient[i]! += penalty * at[i]!
    curvature[i * width + i]! += penalty
  }
  const full = (i: number, j: number): number => curvature[Math.max(i, j) * width + Math.min(i, j)]!
  return {
    loss,
    gradient,
    curvature: Array.from({ length: width }, (_, i) => Float64Array.from({ length: width }, (_unused, j) => full(i, j))),
  }
}

/** Takes Newton's step, or the largest half, quarter and so on of it that lowers the loss. */
function bestAlong(system: System, current: Float64Array, now: Derivatives): { at: Float64Array; found: Derivatives } | undefined {
  const step = Float64Array.from(now.gradient)
  if (!solveInPlace(now.curvature, step)) throw new RangeError('fitLogit: the equations have no solution')
  for (let part = 1; part > 1e-4; part /= 2) {
    const at = current.map((value, i) => value - part * step[i]!)
    const found = derivatives(system, at)
    if (found.loss <= now.loss) return { at, found }
  }
  return undefined
}
