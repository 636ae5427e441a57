/**
 * Returns half a unit of the last written digit, which is the largest rounding error.
 *
 * @example roundingError(13.72)   // 0.005
 */
export const roundingError = (value: number): number => 0.5 * 10 ** -(/\.(\d+)/.exec(String(value))?.[1]?.length ?? 0)

/** The fewest digits that a growth rate needs to show a misprint: with fewer, it often fits a wrong level by chance. */
const fewestDigits = 3

/**
 * Finds the level that was meant, if a growth rate of at least three digits shows that the written one is misprinted: the only level with one digit changed,
 * or two neighbours exchanged, that fits the rate. Undefined if none or several fit. In `13.72 percent, from 22.536 to 35.629` the level is 25.629.
 *
 * @param from   the level before the change
 * @param to   the level after the change, as written
 * @param growth   the growth rate in per cent
 * @example misprintedLevel(22.536, 35.629, 13.72)   // 25.629
 * @example misprintedLevel(10, 15, 12)   // undefined
 */
export function misprintedLevel(from: number, to: number, growth: number): number | undefined {
  const digits = String(Math.abs(growth)).replace('.', '').replace(/^0+/, '')
  if (digits.length < fewestDigits) return undefined
  const half = roundingError(growth)
  const fitting = oneDigitVariants(String(to)).filter((level) => Math.abs(100 * (level / from - 1) - growth) <= half)
  return fitting.length === 1 ? fitting[0] : undefined
}

/**
 * Returns the number of digits of a stated figure if exactly one of them differs from the value. Returns 0 if several digits differ, none, or only the last
 * one (which may be rounding).
 *
 * @example digitsIfOneDiffers(41.3, 31.3)   // 3
 * @example digitsIfOneDiffers(41.3, 41.9)   // 0
 */
export function digitsIfOneDiffers(stated: number, value: number): number {
  const written = String(stated)
  const other = value.toFixed(/\.(\d+)/.exec(written)?.[1]?.length ?? 0)
  if (other.length !== written.length) return 0
  const differing = [...written].flatMap((sign, at) => (sign === other[at] ? [] : [at]))
  const isOne = differing.length === 1 && differing[0] !== written.length - 1
  return isOne ? written.replace(/\D/g, '').length : 0
}

/** Lists the numbers that result from changing one written digit, or exchanging two neighbours. */
function oneDigitVariants(written: string): number[] {
  const places = [...written].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []))
  const put = (at: number, signs: string): string => written.slice(0, at) + signs + written.slice(at + signs.length)
  const changed = places.flatMap((at) => [...'0123456789'].map((digit) => put(at, digit)))
  const exchanged = places.filter((at) => places.includes(at + 1)).map((at) => put(at, `${written[at + 1]}${written[at]}`))
  return [...new Set([...changed, ...exchanged])].filter((one) => one !== written && !/^0\d/.test(one)).map(Number)
}
