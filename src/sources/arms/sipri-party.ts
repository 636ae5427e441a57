import { badInput } from '../../errors.ts'
import { resolve } from '../../states/index.ts'
import { partyDoubt } from '../rows/party.ts'

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
  const last = found.kind === 'state' ? (found.state.spans.at(-1)?.to ?? null) : null
  const doubt = partyDoubt(found) ?? (last !== null && last < `${year}-01-01` ? `had ceased to exist by ${year}` : undefined)
  if (doubt === undefined) return found.kind === 'state' ? found.state.iso3 : null
  const hint = 'check that the file is as SIPRI exported it, in its own encoding'
  throw badInput(`${where}: "${name}" is no party that SIPRI has; it ${doubt}`, hint)
}
