import { badInput, type VisavisError } from '../../errors.ts'
import { resolve } from '../../states/index.ts'

/**
 * Returns the ISO3 code of a supplier, recipient or spender under SIPRI's name for it, in a year. The code is null if the party is not a state: armed groups
 * (`*`), organisations (`**`), regions, territories, unknown parties. A successor state keeps its own code in the years before it existed, since SIPRI files
 * the rows under it.
 *
 * @param where   `file:line` or `file!sheet!cell`, for the message
 * @throws BadInput for an unknown name, with the nearest states
 * @example [sipriParty('Soviet Union', 1988, 'x.csv:1'), sipriParty('Hezbollah (Lebanon)*', 2006, 'x.csv:1')]   // ['RUS', null]
 */
export function sipriParty(name: string, year: number, where: string): string | null {
  const found = resolve(name, `${year}-12-31`)
  switch (found.kind) {
    case 'state': {
      if (found.marked !== undefined && found.marked !== 'former name') throw unknownParty(name, where, `reads as a ${found.marked}`)
      const last = found.state.spans.at(-1)?.to ?? null
      if (last !== null && last < `${year}-01-01`) throw unknownParty(name, where, `had ceased to exist by ${year}`)
      return found.state.iso3
    }
    case 'territory':
    case 'non-state':
    case 'bloc':
      return null
    case 'unknown':
      throw unknownParty(name, where, `is near ${found.nearest.map((state) => state.name).join(', ') || 'no state'}`)
  }
}

function unknownParty(name: string, where: string, why: string): VisavisError {
  return badInput(
    `${where}: "${name}" is no party that SIPRI has; it ${why}`,
    'check that the file is as SIPRI exported it, in its own encoding',
  )
}
