import { VisavisError } from '../../errors.ts'
import type { Input } from './operation.ts'

/**
 * Returns an input that is a number with decimals.
 *
 * @param range   the least and greatest number allowed, and the one that holds if none is given
 * @throws VisavisError Usage for anything else
 * @example numberOption({ elasticity: '2.5' }, 'elasticity', { least: 1, most: 20, unless: 4 })   // 2.5
 */
export function numberOption(
  input: Input,
  name: string,
  range: { readonly least: number; readonly most: number; readonly unless: number },
): number {
  const text = input[name] as string | undefined
  if (text === undefined) return range.unless
  const value = /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN
  if (value >= range.least && value <= range.most) return value
  throw new VisavisError('Usage', `${name}: "${text}" is no number from ${range.least} to ${range.most}`, {
    hint: `--${name} ${range.unless}`,
  })
}
