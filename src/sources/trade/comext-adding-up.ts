import { VisavisError } from '../../errors.ts'
import { members } from './comext-months.ts'

/** One row of a monthly download: its reporter, flow, partner and month, and amount. */
export interface MonthRow {
  readonly reporter: string | null
  /** Flow, partner and month. */
  readonly of: string
  readonly value: number
}

/** Each member's amount and the sum are rounded to euros. */
const rounding = members.size

/**
 * Checks that the members of the EU add up to its own row. In Comext a missing row of a member means no trade, so a row that was lost would pass for one;
 * where members add up to the EU of 27 in some months of a file, they must in all.
 *
 * @throws BadInput with the first month that falls short, and by how much
 */
export function checkAddsUp(rows: readonly MonthRow[], file: string): void {
  const union = new Map<string, number>()
  const sums = new Map<string, number>()
  for (const { reporter, of, value } of rows) {
    if (reporter === 'EU') union.set(of, value)
    else if (reporter !== null && members.has(reporter)) sums.set(of, (sums.get(of) ?? 0) + value)
  }
  const off = [...union].filter(([of, value]) => Math.abs(value - (sums.get(of) ?? 0)) > rounding)
  if (off.length === 0 || off.length === union.size) return
  const [of, value] = off[0]!
  throw new VisavisError(
    'BadInput',
    `${file}: the members of the EU have ${sums.get(of) ?? 0} EUR in ${of}, the EU of 27 has ${value}; in ${union.size - off.length} other months they add up: rows are missing or doubled`,
    { hint: 'fetch the file again, with all reporters for every month' },
  )
}
