import { badInput } from '../../errors.ts'
import { resolve } from '../../states/index.ts'
import { partyDoubt } from './party.ts'

/** The labels of a table of partners that are not partners. */
export interface PartnerTable {
  /** Labels of sums, remainders and notes, which are deliberately skipped, as written in the table. */
  readonly passOver: ReadonlySet<string>
  /** The label of the table's total, which becomes WLD; undefined if the table has no total. */
  readonly total?: string
}

/**
 * Returns the id of a partner's label: ISO3 of a state, WLD for the table's total, null for labels that are deliberately left out (territories that are not
 * states, sums, former states).
 *
 * @throws BadInput for an unknown label, with its place and the nearest states
 */
export function partnerId(label: string, year: number, where: string, table: PartnerTable): string | null {
  if (label === table.total) return 'WLD'
  if (table.passOver.has(label)) return null
  const date = `${year}-12-31`
  const whole = resolve(label, date)
  const found = whole.kind === 'unknown' ? resolve(withoutRemark(label), date) : whole
  const doubt = partyDoubt(found)
  if (doubt !== undefined) throw badInput(`${where}: partner "${label.slice(0, 200)}" is not known; it ${doubt}`)
  if (found.kind !== 'state') return null
  const last = found.state.spans.at(-1)
  return last !== undefined && last.to !== null && last.to < `${year}-01-01` ? null : found.state.iso3
}

/** Limit of a label's length: the search for a remark takes time quadratic in the length, and a longer label is damage. */
const longestLabel = 1000

/**
 * Returns a label without the remark in brackets at its end.
 *
 * @example withoutRemark("Italy (incl. San Marino 'SM' -> 1993)")   // 'Italy'
 */
export function withoutRemark(label: string): string {
  return label.length > longestLabel ? label : label.replace(/(?<!\s)\s*\(.*\)\s*$/, '')
}
