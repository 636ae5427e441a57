import { badInput } from '../../../errors.ts'
import { resolve, stateOf } from '../../../states/index.ts'
import type { VoteKind } from './un-ga-kinds.ts'

/** A recorded position: 1 yes, 2 abstain, 3 no. */
export type Position = 1 | 2 | 3

/** One recorded vote of a source, with its states resolved. */
export interface RollCall {
  readonly id: number
  readonly date: string
  readonly session: string
  readonly symbol: string | null
  readonly title: string | null
  readonly kind: VoteKind | null
  /** Comma separated; `''`: none of the six applies; null: not classified. */
  readonly issues: string | null
  readonly issuesBy: 'voeten' | 'visavis' | null
  readonly important: boolean | null
  readonly yes: number
  readonly abstain: number
  readonly no: number
  /** Position by ISO3; a state that is missing has no recorded position. */
  readonly positions: ReadonlyMap<string, Position>
}

/**
 * Names that mean different states before and after a day, each with the first days, and names that occur only in these files: TÜRKÝYE is TÜRKİYE in the wrong
 * code page.
 */
const voterAliases: Readonly<Record<string, readonly (readonly [from: string, iso3: string])[]>> = {
  'Yemen Arab Republic': [
    ['1947-09-30', 'YAR'],
    ['1990-05-22', 'YEM'],
  ],
  "Yemen People's Republic": [['1967-12-14', 'YMD']],
  TÜRKÝYE: [['1945-10-24', 'TUR']],
  Yugoslavia: [
    ['1945-10-24', 'YUG'],
    ['2006-06-05', 'SRB'],
  ],
}

const known = new Map<string, string | null>()

/**
 * Returns the state of a voter's name, as ISO3. A name has one meaning on all days, except for those in `voterAliases`.
 *
 * @throws BadInput with file and line for an unknown name, with the nearest states as a hint
 * @example voterNamed('Yugoslavia', '2010-12-21', 'f.csv:2')   // 'SRB'
 * @example voterNamed('Yugoslavia', '2000-11-05', 'f.csv:2')   // 'YUG'
 */
export function voterNamed(name: string, date: string, where: string): string {
  const own = voterAliases[name]?.findLast(([from]) => from <= date) ?? voterAliases[name]?.[0]
  if (own !== undefined) return own[1]
  let iso3 = known.get(name)
  if (iso3 === undefined) {
    iso3 = lookUp(name)
    known.set(name, iso3)
  }
  if (iso3 !== null) return iso3
  const nearest = nearestTo(name)
  throw badInput(
    `${where} has the voter "${name}", which is no state we know`,
    nearest === '' ? {} : { hint: `did the file mean ${nearest}?` },
  )
}

function lookUp(name: string): string | null {
  const found = resolve(name)
  return found.kind === 'state' && stateOf(found.state.iso3) !== undefined ? found.state.iso3 : null
}

function nearestTo(name: string): string {
  const found = resolve(name)
  return found.kind === 'unknown' ? found.nearest.map(({ name: near, iso3 }) => `${near} (${iso3})`).join(', ') : ''
}

/**
 * Counts the members with each position.
 *
 * @example countPositions(new Map([['FRA', 1], ['USA', 3], ['CHN', 2], ['RUS', 3]]))   // { yes: 1, abstain: 1, no: 2 }
 */
export function countPositions(positions: ReadonlyMap<string, Position>): { yes: number; abstain: number; no: number } {
  const counts = [0, 0, 0, 0]
  for (const position of positions.values()) counts[position]!++
  return { yes: counts[1]!, abstain: counts[2]!, no: counts[3]! }
}
