import { badInput } from '../../errors.ts'

/**
 * Returns a guard against duplicate rows, for readers that add figures up: a row that occurs twice would otherwise be counted twice.
 *
 * @param file   name of the file, for the message
 * @returns      a function to call for each row, with a text that identifies the row and with its line
 * @throws BadInput with both lines if a row occurs again
 * @example duplicateGuard('x.csv')('CHN 2020', 2)   // undefined
 */
export function duplicateGuard(file: string): (of: string, line: number) => void {
  const lines = new Map<string, number>()
  return (of, line) => {
    const before = lines.get(of)
    if (before === undefined) lines.set(of, line)
    else
      throw badInput(
        `${file}:${line} and ${file}:${before} both tell of ${of.slice(0, 120)}`,
        'remove the doubled row, or fetch the file again',
      )
  }
}
