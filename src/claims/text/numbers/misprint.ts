/**
 * Half of the last place that a figure is written to: what rounding may have taken or added.
 *
 * @example halfPlace(13.72)   // 0.005
 */
export const halfLastDigit = (value: number): number => 0.5 * 10 ** -(/\.(\d+)/.exec(String(value))?.[1]?.length ?? 0)

/** A growth of fewer digits is met by some level with one digit changed as often as not. */
const fewestDigits = 3

/**
 * The one level with a single digit changed, or two of them exchanged, that a growth told to three digits or more fits to its last digit; undefined where none or more
 * than one does. `13.72 percent, from 22.536 to 35.629`: the level is 25.629.
 *
 * @param from   the level before
 * @param to   the level after, as written
 * @param growth   in per cent
 * @example misprintedLevel(22.536, 35.629, 13.72)   // 25.629
 * @example misprintedLevel(10, 15, 12)   // undefined
 */
export function misprintedLevel(from: number, to: number, growth: number): number | undefined {
  const digits = String(Math.abs(growth)).replace('.', '').replace(/^0+/, '')
  if (digits.length < fewestDigits) return undefined
  const half = halfLastDigit(growth)
  const fitting = oneDigitVariants(String(to)).filter((level) => Math.abs(100 * (level / from - 1) - growth) <= half)
  return fitting.length === 1 ? fitting[0] : undefined
}

/**
 * How many digits a figure has that is another but for one of them, written to as many places; zero where more differ, or the last alone, which rounding may change.
 *
 * @example digitsOfSlip(41.3, 31.3)   // 3
 * @example digitsOfSlip(41.3, 41.9)   // 0
 */
export function digitsWithOneSlip(stated: number, value: number): number {
  const written = String(stated)
  const other = value.toFixed(/\.(\d+)/.exec(written)?.[1]?.length ?? 0)
  if (other.length !== written.length) return 0
  const differing = [...written].flatMap((sign, at) => (sign === other[at] ? [] : [at]))
  const isOne = differing.length === 1 && differing[0] !== written.length - 1
  return isOne ? written.replace(/\D/g, '').length : 0
}

/** Every number that is written as this one but for one digit, or but for two neighbours exchanged. */
function oneDigitVariants(written: string): number[] {
  const places = [...written].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []))
  const put = (at: number, signs: string): string => written.slice(0, at) + signs + written.slice(at + signs.length)
  const changed = places.flatMap((at) => [...'0123456789'].map((digit) => put(at, digit)))
  const exchanged = places.filter((at) => places.includes(at + 1)).map((at) => put(at, `${written[at + 1]}${written[at]}`))
  return [...new Set([...changed, ...exchanged])].filter((one) => one !== written && !/^0\d/.test(one)).map(Number)
}
