import { readFileSync } from 'node:fs'
import { packageFile } from '../../../store/package-files.ts'

/** Ids of the clubs that a text may mean as a group. */
export const clubsWithMembers: readonly string[] = ['BRICS', 'SCO', 'CSTO', 'EAEU', 'GCC', 'G7', 'QUAD', 'AUKUS']

interface Membership {
  readonly bloc: string
  readonly state: string
  readonly start: string
  readonly end: string
}

/** Full memberships, in order of accession. No field that is read here is quoted in the table. */
const memberships: readonly Membership[] = readFileSync(packageFile('data/tables/bloc-memberships.csv'), 'utf8')
  .split('\n')
  .map((line) => line.split(','))
  .filter(([, , role]) => role === 'member')
  .map(([bloc = '', state = '', , start = '', end = '']) => ({ bloc, state, start, end }))
  .sort((x, y) => (x.start < y.start ? -1 : x.start > y.start ? 1 : 0))

/** Whether a state is a full member of a bloc now. */
export const isPresentMember = (bloc: string, state: string): boolean =>
  memberships.some((one) => one.bloc === bloc && one.state === state && one.end === '')

/**
 * Returns the members of a club at the end of a year, in order of accession; undefined for a club that a text does not mean as a group.
 *
 * @param date  a day or a year
 * @example clubMembers('BRICS', '2023-08-24')?.join()   // 'BRA,CHN,IND,RUS,ZAF'
 */
export function clubMembers(id: string, date: string): readonly string[] | undefined {
  if (!clubsWithMembers.includes(id)) return undefined
  const day = `${date.slice(0, 4)}-12-31`
  return memberships.flatMap(({ bloc, state, start, end }) => (bloc === id && start <= day && (end === '' || end >= day) ? [state] : []))
}
