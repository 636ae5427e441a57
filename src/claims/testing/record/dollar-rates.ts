import { rateOf } from '../../../assessments/record/euro-rates.ts'

/** Units of each currency for one US dollar: yearly averages of the noon rates, from 2000 on (pound sterling from 2017 on). */
const perDollar = `
AUD: 1.72 1.935 1.839 1.533 1.358 1.311 1.327 1.192 1.171 1.262 1.087 0.9679 0.9653 1.033 1.107 1.329 1.343 1.304 1.337 1.438 1.45 1.331 1.439 1.505 1.516 1.55
BRL: 1.83 2.353 2.921 3.075 2.926 2.435 2.174 1.946 1.833 1.998 1.76 1.672 1.954 2.157 2.351 3.336 3.484 3.191 3.651 3.944 5.159 5.396 5.16 4.995 5.387 5.589
CAD: 1.486 1.549 1.57 1.401 1.302 1.212 1.134 1.073 1.066 1.141 1.03 0.9887 0.9995 1.03 1.104 1.279 1.324 1.298 1.296 1.327 1.342 1.253 1.301 1.349 1.37 1.397
CHF: 1.69 1.689 1.557 1.345 1.243 1.246 1.253 1.2 1.082 1.086 1.043 0.8862 0.9377 0.9269 0.9147 0.9628 0.9848 0.9842 0.9784 0.9937 0.9389 0.9144 0.955 0.8984 0.8808 0.8305
CNY: 8.278 8.277 8.277 8.277 8.277 8.194 7.972 7.606 6.948 6.831 6.77 6.463 6.309 6.148 6.162 6.283 6.64 6.757 6.609 6.908 6.904 6.451 6.729 7.081 7.196 7.188
GBP: - - - - - - - - - - - - - - - - - 0.7758 0.7483 0.7832 0.7795 0.7265 0.8083 0.8039 0.7824 0.758
INR: 45 47.22 48.63 46.59 45.26 44 45.19 41.18 43.39 48.33 45.65 46.58 53.37 58.51 61 64.11 67.16 65.07 68.37 70.38 74.14 73.94 78.58 82.57 83.66 87.15
JPY: 107.8 121.6 125.2 115.9 108.2 110.1 116.3 117.8 103.4 93.68 87.78 79.7 79.82 97.6 105.7 121 108.7 112.1 110.4 109 106.8 109.8 131.5 140.5 151.5 149.6
KRW: 1131 1292 1250 1192 1145 1024 954.3 929 1099 1275 1156 1107 1126 1095 1052 1131 1159 1129 1099 1166 1181 1145 1292 1307 1363 1421
NOK: 8.813 8.996 7.984 7.08 6.74 6.441 6.41 5.856 5.636 6.291 6.045 5.602 5.818 5.877 6.297 8.068 8.394 8.268 8.132 8.8 9.428 8.595 9.614 10.57 10.76 10.39
NZD: 2.189 2.38 2.153 1.718 1.505 1.419 1.54 1.358 1.398 1.573 1.386 1.263 1.234 1.219 1.203 1.428 1.433 1.406 1.443 1.517 1.539 1.414 1.572 1.628 1.653 1.718
SEK: 9.174 10.34 9.723 8.079 7.348 7.471 7.372 6.755 6.585 7.654 7.205 6.488 6.772 6.512 6.858 8.435 8.554 8.543 8.694 9.46 9.217 8.581 10.12 10.61 10.57 9.806
SGD: 1.725 1.793 1.791 1.743 1.69 1.664 1.588 1.506 1.414 1.454 1.363 1.256 1.249 1.251 1.266 1.375 1.38 1.38 1.349 1.364 1.38 1.344 1.379 1.343 1.336 1.306
ZAR: 6.947 8.609 10.52 7.555 6.44 6.361 6.767 7.048 8.248 8.412 7.316 7.251 8.201 9.644 10.84 12.76 14.68 13.29 13.23 14.45 16.49 14.78 16.36 18.45 18.33 17.88
`
const firstYear = 2000
const rates: ReadonlyMap<string, readonly number[]> = new Map(
  perDollar
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, 3), line.slice(5).split(' ').map(Number)]),
)

/**
 * Returns how many units of a currency one unit of another was worth on average in a year; undefined if no rate is available.
 *
 * @see Board of Governors of the Federal Reserve System, G.5A, annual averages
 * @example currencyRate('USD', 'CNY', 2023)   // 7.081
 * @example currencyRate('USD', 'KZT', 2023)   // undefined
 */
export function currencyRate(from: string, to: string, year: number): number | undefined {
  if (from === to) return 1
  if ((from === 'EUR' || from === 'USD') && (to === 'EUR' || to === 'USD')) return rateOf(from, to, year)
  const [dollars, units] = [inDollars(from, year), inDollars(to, year)]
  return dollars === undefined || units === undefined ? undefined : dollars / units
}

/** Returns the dollars for one unit of a currency; undefined if no rate is available. */
function inDollars(currency: string, year: number): number | undefined {
  if (currency === 'EUR' || currency === 'USD') return rateOf(currency, 'USD', year)
  const units = rates.get(currency)?.[year - firstYear]
  return units === undefined || Number.isNaN(units) ? undefined : 1 / units
}

/** Whether amounts can be converted to and from this currency, for years with a rate. */
export const hasDollarRate = (currency: string): boolean => currency === 'EUR' || currency === 'USD' || rates.has(currency)
