import { VisavisError } from '../../errors.ts'
import type { Format } from '../request/operation.ts'

/**
 * Returns the format of a plan's result.
 *
 * @param asked     as given; undefined: the first of `formats`
 * @param formats   those that can be joined from parts
 * @throws VisavisError Usage for another one
 */
export function planFormat(operation: string, asked: unknown, formats: readonly Format[]): Format {
  const found = asked === undefined ? formats[0] : formats.find((one) => one === asked)
  if (found !== undefined) return found
  throw new VisavisError('Usage', `a plan of ${operation} has no result in the format ${asked}`, {
    hint: formats.map((one) => `--format ${one}`).join(' or '),
  })
}
