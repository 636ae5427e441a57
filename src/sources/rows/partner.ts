import { VisavisError } from '../../errors.ts'
import { resolve } from '../../states/index.ts'

/** What a table of partners says about itself. */
export interface PartnerTable {
  /** Labels of sums, remainders and notes that a reader knowingly passes over, as they stand in the table. */
  readonly passOver: ReadonlySet<string>
  /** The label of the table's own total, which becomes WLD; none where it has no total. */
  readonly total?: string
}

/**
 * The id under which a partner's label enters our observations: ISO3 of a state, WLD for the table's total, null for what is knowingly
 * left out (territories that are not states, sums, states that had ceased to exist). A label that nobody knows is a BadInput that
 * names where it stands, with the nearest states.
 */
export function partnerId(label: string, year: number, where: string, table: PartnerTable): string | null {
  if (label === table.total) return 'WLD'
  if (table.passOver.has(label)) return null
  const date = `${year}-12-31`
  const whole = resolve(label, date)
  const found = whole.kind === 'unknown' ? resolve(withoutRemark(label), date) : whole
  switch (found.kind) {
    case 'state': {
      if (found.marked !== undefined && found.marked !== 'former name') throw unknownPartner(label, where, `reads as a ${found.marked}`)
      const last = found.state.spans.at(-1)
      return last !== undefined && last.to !== null && last.to < `${year}-01-01` ? null : found.state.iso3
    }
    case 'territory':
    case 'non-state':
    case 'bloc':
      return null
    case 'unknown':
      throw unknownPartner(label, where, `is near ${found.nearest.map((state) => state.name).join(', ') || 'no state'}`)
  }
}

function unknownPartner(label: string, where: string, why: string): VisavisError {
  return new VisavisError('BadInput', `${where}: partner "${label.slice(0, 200)}" is not known; it ${why}`)
}

/** What is longer is damage, on which the search for a remark takes the square of its length. */
const longestLabel = 1000

/**
 * A label without the remark in brackets at its end.
 *
 * @example withoutRemark("Italy (incl. San Marino 'SM' -> 1993)")   // 'Italy'
 */
export function withoutRemark(label: string): string {
  return label.length > longestLabel ? label : label.replace(/(?<!\s)\s*\(.*\)\s*$/, '')
}
