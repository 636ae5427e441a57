import { VisavisError } from '../../errors.ts'

/**
 * Returns a guard against duplicate rows: where figures are summed, a row that is there twice would count twice unnoticed.
 *
 * @param file   name of the file, for the message
 * @returns      to be called for each row with its identity and its line
 * @throws BadInput with both lines where an identity occurs again
 * @example duplicateGuard('x.csv')('CHN 2020', 2)   // undefined
 */
export function duplicateGuard(file: string): (of: string, line: number) => void {
  const lines = new Map<string, number>()
  return (of, line) => {
    const before = lines.get(of)
    if (before === undefined) lines.set(of, line)
    else
      throw new VisavisError('BadInput', `${file}:${line} and ${file}:${before} both tell of ${of.slice(0, 120)}`, {
        hint: 'remove the doubled row, or fetch the file again',
      })
  }
}
