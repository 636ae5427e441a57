import { blocs } from '../../../states/index.ts'
import type { Claim } from '../../claim.ts'
import { clubMembers } from './club-members.ts'

/**
 * While claims are read, stands for every part of the world without its own code (Latin America, the Middle East): its supplier does not supply the last
 * partner. Published claims do not contain it.
 */
export const otherRegion = 'AREA'

/** Neither state nor union: the world and its parts. */
export const worldAndRegions: ReadonlySet<string> = new Set(['WLD', 'EUR', 'AFR', 'SSF', otherRegion])

const knownClubs: ReadonlySet<string> = new Set(blocs.map(({ id }) => id))

/** A part of the world without a code, or a club other than the European Union: no party beside a state. */
export const isRegionOrClub = (id: string): boolean => id === otherRegion || knownClubs.has(id)

const worldForGroup = (id: string): string => (isRegionOrClub(id) ? 'WLD' : id)

/**
 * A claim without such groups; a direction from or to one is dropped. A club that stands alone is replaced by its members.
 *
 * @param date  date of the document
 */
export function withoutRegionsAndClubs(claim: Claim, date: string): Claim {
  const [only, ...others] = claim.actors
  const members = only === undefined || others.some((id) => id !== 'WLD') ? undefined : clubMembers(only, date)
  if (members !== undefined && only !== undefined)
    return { ...claim, actors: [...members, ...others], direction: claim.direction.replace(only, members[0]!) }
  const states = claim.actors.filter((id) => !isRegionOrClub(id))
  const actors = states.length === 0 ? claim.actors.filter((id) => id !== otherRegion) : states
  if (actors.length === claim.actors.length) return claim
  // `half of them went to the Middle East`: to the world; the record has no share for that region
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
  const isOpen = actors.length < 2 || claim.direction.split('->').some(isRegionOrClub)
  const { whole, ...rest } = claim.measured ?? { whole: undefined }
  return {
    ...claim,
    actors,
    direction: isOpen ? 'n/a' : claim.direction,
    measured: claim.measured !== null && whole?.state === otherRegion ? ({ ...rest } as Claim['measured']) : claim.measured,
  }
}
