import { isWithin } from '../../text/names/country-groups.ts'
import { type People, type Scene, way } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'
import type { PartyRole } from '../sentence/roles.ts'

/** The European Union, Europe, Africa, and Africa south of the Sahara: those whose members may stand in for them. */
const isWhole = (id: string): boolean => id === 'EUU' || id === 'EUR' || id === 'AFR' || id === 'SSF'

/** Whether a state is of a union or region, the states of Southeast Asia among them. */
export const isPart = (one: string, whole: string): boolean => (isWhole(whole) || whole === 'ASEAN') && isWithin(one, whole)

/** Nobody who is told of stands opposite himself, nor opposite the region or union that was told before him. */
export const isApart = (one: string, told: string): boolean => one !== told && !(isWhole(one) && isWithin(one, told))

/** Behind a list of its members, whoever stood opposite the union or the region itself does so again; undefined where no such list came last. */
export function wholeOf(found: string, told: string, { recent }: Discourse): string | undefined {
  if (recent[0]?.ends.includes(found) !== true) return undefined
  const whole = recent.flatMap(({ ends }) => [...ends]).find((id) => isWhole(id) && isWithin(id, found))
  if (whole === undefined || !recent.some(({ ends }) => ends.includes(whole) && ends.includes(told))) return undefined
  return recent[1]?.ends.some((id) => id !== found && id !== whole && isWithin(whole, id)) === true ? whole : undefined
}

/** `The EU took 84 billion, of which 26 went to Germany`: from the one who sold to the whole, not from the whole to its part. */
export function unlessPart(people: People, { context: { last, hub, home } }: Scene): People {
  const [from, to] = people.direction.split('->')
  if (from === undefined || to === undefined || people.actors.length !== 2 || !isWithin(from, to) || last === null) return people
  const other =
    last.actors.find((id) => id !== from && id !== to && id !== 'WLD') ?? [hub, home].find((id) => id !== null && id !== from && id !== to)
  if (other === undefined || other === null) return people
  const [whole, member] = isWhole(from) ? [from, to] : [to, from]
  if (member === hub || member === home) return people
  return whole === from ? way(other, to) : way(from, other)
}

/** `Spain accounted for a third of European exports to Morocco`: from the member, not from all. */
export function ofMember(people: People, { whole, head }: Scene): People {
  const [from, to] = people.direction.split('->')
  if ((head.kind !== 'share' && head.kind !== 'ranking') || from === undefined || to === undefined || people.actors.length !== 2)
    return people
  const all = isWhole(from) ? from : isWhole(to) ? to : undefined
  const isOne = ({ id, role, mention }: PartyRole): boolean =>
    id !== from && id !== to && role === 'holder' && (head.kind === 'ranking' || mention.start < head.start) && isWithin(all!, id)
  const member = all === undefined ? undefined : whole.find(isOne)?.id
  if (member === undefined) return people
  return all === from ? way(member, to) : way(from, member)
}
