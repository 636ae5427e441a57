import { badInput } from '../../errors.ts'

/**
 * Checks that the rows of a file reach from the first to the last year of the edition that its reader knows. A shorter file would make a year without a row look
 * like a year in which nothing happened.
 *
 * @param years   the year of each row
 * @throws BadInput for a file that begins later or ends earlier
 * @example checkReach([1918, 2001, 2020], { from: 1918, to: 2020 }, 'icbdy_v15.csv', 'version 15')   // undefined
 */
export function checkReach(
  years: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
  file: string,
  edition: string,
): void {
  if (years.length === 0) throw badInput(`${file} has a header and no rows`, `give the file of ${edition}`)
  const [first, last] = [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))]
  if (first === from && last === to) return
  throw badInput(
    `${file} has rows from ${first} to ${last}; ${edition} goes from ${from} to ${to}`,
    `a part of the file, or another edition: give the whole file of ${edition}`,
  )
}
