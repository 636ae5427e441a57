// biome-ignore-all lint/correctness/noPrecisionLoss: the coefficients stand as they were published

/** 1 / sqrt(2 pi). */
const inverseRootTwoPi = 0.398942280401432677939946059934

/** Returns the density of the standard normal at x. */
export function normalDensity(x: number): number {
  return inverseRootTwoPi * gaussian(Math.abs(x))
}

/**
 * Returns P(Z <= x), the distribution function of the standard normal. The relative error is under 1e-14 down to x = -37, where R's function is accurate too.
 *
 * @see Cody 1969, Mathematics of Computation 23(107): rational Chebyshev approximations; tested against R's pnorm
 * @example normalCdf(0)   // 0.5
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN
  const y = Math.abs(x)
  if (y <= middle) return 0.5 + x * near(x)
  const tail = gaussian(y) * tailFactor(y)
  return x > 0 ? 1 - tail : tail
}

/**
 * Returns the x with P(Z <= x) = p; minus infinity for p = 0, infinity for p = 1, NaN for p below 0 or above 1.
 *
 * @see Wichura 1988, Applied Statistics 37(3), algorithm AS 241 (PPND16); tested against R's qnorm
 * @example normalQuantile(0.5)   // 0
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return q * ratio(r, centralTop, centralBottom)
  }
  const least = q < 0 ? p : 1 - p
  if (least === 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const r = Math.sqrt(-Math.log(least))
  const x = r <= 5 ? ratio(r - 1.6, outerTop, outerBottom) : ratio(r - 5, farTop, farBottom)
  return q < 0 ? -x : x
}

/**
 * Returns the Mills ratio (1 - P(Z <= x)) / density(x): about sqrt(2 pi) exp(x^2 / 2) far on the left, about 1 / x far on the right.
 *
 * @returns   the ratio with a relative error under 1e-14; Infinity on overflow (x below about -38)
 * @example millsRatio(0) - Math.sqrt(Math.PI / 2) < 1e-15   // true
 */
export function millsRatio(x: number): number {
  if (x > middle) return tailFactor(x) / inverseRootTwoPi
  return normalCdf(-x) / normalDensity(x)
}

/**
 * Returns the inverse Mills ratio density(x) / P(Z <= x): the mean of -Z given Z < x, and the derivative of log P(Z <= x).
 *
 * @returns   the ratio with a relative error under 1e-14; about -x far on the left, 0 far on the right
 * @example inverseMills(0) - Math.sqrt(2 / Math.PI) < 1e-15   // true
 */
export function inverseMills(x: number): number {
  return x < -middle ? 1 / millsRatio(-x) : normalDensity(x) / normalCdf(x)
}

/**
 * Returns the logarithm of P(Z <= x). It is finite even far in the left tail, where the probability itself is rounded to 0.
 *
 * @example logNormalCdf(-40) < -800   // true
 */
export function logNormalCdf(x: number): number {
  if (x > middle) return Math.log1p(-normalCdf(-x))
  return x < -middle ? Math.log(millsRatio(-x) * inverseRootTwoPi) - 0.5 * x * x : Math.log(normalCdf(x))
}

/** The quantile of 0.75. For |x| up to here, one rational function serves both signs of x. */
const middle = 0.67448975

/** Returns (P(Z <= x) - 0.5) / x for |x| up to `middle`. */
function near(x: number): number {
  return ratio(x * x, nearTop, nearBottom)
}

/** Returns P(Z > y) / exp(-y^2 / 2) for y above `middle`. */
function tailFactor(y: number): number {
  if (y <= 5.656854249492380195206754896838) return ratio(y, tailTop, tailBottom)
  return inverseRootTwoPi / fraction(y)
}

/**
 * Returns the continued fraction y + 1/(y + 2/(y + 3/(y + ...))), the reciprocal of the Mills ratio. Forty terms are exact to the last digit for y above 5.6.
 */
function fraction(y: number): number {
  let value = y
  for (let k = 40; k >= 1; k--) value = y + k / value
  return value
}

/** Returns exp(-y^2 / 2) without the rounding error of y^2, which would cost digits in the tails. */
function gaussian(y: number): number {
  if (y > 40) return 0
  const coarse = Math.trunc(y * 16) / 16
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (y - coarse) * (y + coarse))
}

/** Returns the ratio of two polynomials, given by their coefficients in ascending order of powers. */
function ratio(x: number, top: readonly number[], bottom: readonly number[]): number {
  return polynomial(x, top) / polynomial(x, bottom)
}

function polynomial(x: number, coefficients: readonly number[]): number {
  let sum = 0
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!
  return sum
}

const nearTop = [18154.981253343561249, 1067.6894854603709582, 161.02823106855587881, 2.2352520354606839287, 0.065682337918207449113]
const nearBottom = [45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187, 1]
const tailTop = [
  9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326, 2494.5375852903726711, 597.27027639480026226, 93.506656132177855979,
  8.8831497943883759412, 0.39894151208813466764, 1.0765576773720192317e-8,
]
const tailBottom = [
  19685.429676859990727, 38912.003286093271411, 34900.952721145977266, 18615.571640885098091, 6485.558298266760755, 1519.377599407554805,
  235.38790178262499861, 22.266688044328115691, 1,
]
const centralTop = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
  33430.575583588128105, 2509.0809287301226727,
]
const centralBottom = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061, 28729.085735721942674,
  5226.495278852854561,
]
const outerTop = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
]
const outerBottom = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459, 0.0151986665636164571966,
  5.475938084995344946e-4, 1.05075007164441684324e-9,
]
const farTop = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
]
const farBottom = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4, 1.8463183175100546818e-5,
  1.4215117583164458887e-7, 2.04426310338993978564e-15,
]
