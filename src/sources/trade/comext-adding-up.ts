import { VisavisError } from '../../errors.ts'
import { members } from './comext-months.ts'

/** What one row of a monthly download tells: who reports, of which flow, partner and month, and how much. */
export interface MonthRow {
  readonly reporter: string | null
  /** Flow, partner and month. */
  readonly of: string
  readonly value: number
}

/** Euros are rounded by member and in the sum. */
const rounding = members.size

/**
 * A missing row of a member is a month without trade in Comext, so a row that was lost would pass for one. The row of the EU of 27 tells the two apart:
 * where members add up to it in some months of a file, they have to in all.
 *
 * @throws BadInput with the first month that lacks something, and how much
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
