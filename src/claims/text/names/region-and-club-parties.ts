import { blocs } from '../../../states/index.ts'
import type { Claim } from '../../claim.ts'
import { changedDirection, flowEnds, isOneWay } from '../../flow-of-direction.ts'
import { clubMembers } from './club-members.ts'

/**
 * The code that stands, while claims are read, for every part of the world without a code of its own (Latin America, the Middle East). Without this code, a
 * figure for such a region would be read as one for the state named before. Published claims never contain this code.
 */
export const regionWithoutCode = 'AREA'

/** Ids of the world and its parts, which are neither a state nor a union. */
export const worldAndRegions: ReadonlySet<string> = new Set(['WLD', 'EUR', 'AFR', 'SSF', regionWithoutCode])

const knownClubs: ReadonlySet<string> = new Set(blocs.map(({ id }) => id))

/** Whether an id is `regionWithoutCode`, or a club other than the European Union (`EUU` in claims). Such an id is dropped if a state is a party too. */
export const isRegionOrClub = (id: string): boolean => id === regionWithoutCode || knownClubs.has(id)

const worldForGroup = (id: string): string => (isRegionOrClub(id) ? 'WLD' : id)

/**
 * Removes `regionWithoutCode` from the parties of a claim, and clubs too if any other party is left. A direction from or to a removed party becomes `n/a`. A club
 * that is the only party, or the only one besides the world, is replaced by its members.
 *
 * @param date  date of the document
 */
export function withoutRegionsAndClubs(claim: Claim, date: string): Claim {
  const [only, ...others] = claim.actors
  const members = only === undefined || others.some((id) => id !== 'WLD') ? undefined : clubMembers(only, date)
  if (members !== undefined && only !== undefined)
    return { ...claim, actors: [...members, ...others], direction: claim.direction.replace(only, members[0]!) }
  const states = claim.actors.filter((id) => !isRegionOrClub(id))
  const actors = states.length === 0 ? claim.actors.filter((id) => id !== regionWithoutCode) : states
  if (actors.length === claim.actors.length) return claim
  // in `half of them went to the Middle East` the world takes the region's place: the record has no share for that region
  if (
    (claim.kind === 'share' || (claim.kind === 'trend' && claim.unit === 'percent')) &&
    states.length === 1 &&
    claim.actors.length === 2 &&
    isOneWay(claim.direction)
  )
    return {
      ...claim,
      actors: claim.actors.map(worldForGroup),
      direction: changedDirection(claim.direction, worldForGroup),
      measured: null,
    }
  const isOpen = actors.length < 2 || flowEnds(claim.direction).some(isRegionOrClub)
  const { whole, ...rest } = claim.measured ?? { whole: undefined }
  return {
    ...claim,
    actors,
    direction: isOpen ? 'n/a' : claim.direction,
    measured: claim.measured !== null && whole?.state === regionWithoutCode ? ({ ...rest } as Claim['measured']) : claim.measured,
  }
}
