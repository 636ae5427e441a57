import { badInput } from '../../errors.ts'
import { euMembers } from './comext-months.ts'

/** One row of a monthly download: its reporter and amount, and its flow, partner and month as one text. */
export interface MonthRow {
  readonly reporter: string | null
  /** Flow, partner and month as one text. */
  readonly of: string
  readonly value: number
}

/** The largest difference, in euros, that rounding explains: each member's amount and the sum are rounded to euros. */
const rounding = euMembers.size

/**
 * Checks that the members of the EU add up to the EU's own row. In Comext a member without a row had no trade, so a lost row would be read as no trade. If the
 * members add up to the EU of 27 in some months of a file, they must do so in all months.
 *
 * @throws BadInput with the first month that does not add up, and the difference
 */
export function checkMembersAddUp(rows: readonly MonthRow[], file: string): void {
  const union = new Map<string, number>()
  const sums = new Map<string, number>()
  for (const { reporter, of, value } of rows) {
    if (reporter === 'EU') union.set(of, value)
    else if (reporter !== null && euMembers.has(reporter)) sums.set(of, (sums.get(of) ?? 0) + value)
  }
  const off = [...union].filter(([of, value]) => Math.abs(value - (sums.get(of) ?? 0)) > rounding)
  if (off.length === 0 || off.length === union.size) return
  const [of, value] = off[0]!
  throw badInput(
    `${file}: the members of the EU have ${sums.get(of) ?? 0} EUR in ${of}, the EU of 27 has ${value}; in ${union.size - off.length} other months they add up: rows are missing or doubled`,
    'fetch the file again, with all reporters for every month',
  )
}
