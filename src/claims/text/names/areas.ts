import { blocs } from '../../../states/index.ts'
import type { Claim } from '../../claim.ts'
import { clubMembers } from './club-members.ts'

/**
 * Stands for every part of the world without a code of its own (Latin America, the Middle East) while claims are read: who sells to one does not sell to the
 * partner that was told of last. Claims do not show it.
 */
export const otherRegion = 'AREA'

/** Those who are no state and no union: the world and its parts. */
export const regionMembers: ReadonlySet<string> = new Set(['WLD', 'EUR', 'AFR', 'SSF', otherRegion])

const knownClubs: ReadonlySet<string> = new Set(blocs.map(({ id }) => id))

/** A part of the world without a code, or a club other than the European Union: beside a state no party of a claim. */
export const isGroup = (id: string): boolean => id === otherRegion || knownClubs.has(id)

const worldForGroup = (id: string): string => (isGroup(id) ? 'WLD' : id)

/**
 * A claim without such groups: which way things went from or to one has no code either. Of a club that stands alone its members are meant.
 *
 * @param date  day of the document
 */
export function withoutGroups(claim: Claim, date: string): Claim {
  const [only, ...others] = claim.actors
  const members = only === undefined || others.some((id) => id !== 'WLD') ? undefined : clubMembers(only, date)
  if (members !== undefined && only !== undefined)
    return { ...claim, actors: [...members, ...others], direction: claim.direction.replace(only, members[0]!) }
  const states = claim.actors.filter((id) => !isGroup(id))
  const actors = states.length === 0 ? claim.actors.filter((id) => id !== otherRegion) : states
  if (actors.length === claim.actors.length) return claim
  // `half of them went to the Middle East`: elsewhere in the world; how much of it no record tells
  if (
    (claim.kind === 'share' || (claim.kind === 'trend' && claim.unit === 'percent')) &&
    states.length === 1 &&
    claim.actors.length === 2 &&
    claim.direction.includes('->')
  )
    return {
      ...claim,
      actors: claim.actors.map(worldForGroup),
      direction: claim.direction.split('->').map(worldForGroup).join('->'),
      measured: null,
    }
  const isOpen = actors.length < 2 || claim.direction.split('->').some(isGroup)
  const { whole, ...rest } = claim.measured ?? { whole: undefined }
  return {
    ...claim,
    actors,
    direction: isOpen ? 'n/a' : claim.direction,
    measured: claim.measured !== null && whole?.state === otherRegion ? ({ ...rest } as Claim['measured']) : claim.measured,
  }
}
