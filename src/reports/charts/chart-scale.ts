/** A function from a value to a coordinate. */
export type Scale = (value: number) => number

/**
 * Returns a linear scale; if `low` equals `high`, every value maps to the middle of the range.
 *
 * @example linearScale(0, 10, 100, 200)(5)   // 150
 */
export function linearScale(low: number, high: number, from: number, to: number): Scale {
  return (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from))
}

/**
 * Returns tick values between `low` and `high`, about as many as requested, in steps of 1, 2 or 5 times a power of ten.
 *
 * @example ticks(0, 240, 4)   // [0, 50, 100, 150, 200]
 */
export function ticks(low: number, high: number, about: number): number[] {
  if (!(high > low)) return [low]
  const step = roundStep((high - low) / about)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
}

/**
 * Returns tick years between `low` and `high`, at most as many as requested.
 *
 * @example yearTicks(1971, 2025, 6)   // [1980, 1990, 2000, 2010, 2020]
 */
export function yearTicks(low: number, high: number, most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((one) => (high - low) / one <= most) ?? 200
  const first = Math.ceil(low / step)
  return Array.from({ length: Math.max(0, Math.floor(high / step) - first + 1) }, (_, i) => (first + i) * step)
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const size = rough / power
  return power * (size <= 1.5 ? 1 : size <= 3.5 ? 2 : size <= 7.5 ? 5 : 10)
}

/**
 * Converts a date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) to a decimal year; a missing month or day counts as the first.
 *
 * @example decimalYear('1996-07')   // 1996.5
 */
export function decimalYear(day: string): number {
  const [year, month, date] = day.split('-').map(Number)
  return year! + ((month ?? 1) - 1) / 12 + ((date ?? 1) - 1) / 372
}
