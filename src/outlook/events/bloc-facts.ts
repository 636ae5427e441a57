import { blocs, existedOn, type Membership, stateOf } from '../../states/index.ts'
import { areNeighbours } from '../../states/tables/neighbours.ts'
import { type EventFacts, groupedBy, isInForce } from './event-facts.ts'
import type { EventRecord } from './event-record.ts'

/** The memberships of the record as forecasts of joining and leaving ask for them. Only full members count as members. */
export class BlocFacts {
  private readonly stays: ReadonlyMap<string, readonly Membership[]>
  private readonly byBloc: ReadonlyMap<string, readonly Membership[]>
  private readonly members = new Map<string, ReadonlySet<string>>()
  private readonly narrow = new Map<string, readonly ReadonlySet<string>[]>()
  private readonly positions = new Map<string, number | undefined>()

  constructor({ memberships }: EventRecord) {
    this.stays = groupedBy(memberships, ({ bloc, state }) => `${bloc} ${state}`)
    this.byBloc = groupedBy(memberships, ({ bloc }) => bloc)
  }

  membersOn(bloc: string, day: string): ReadonlySet<string> {
    const key = `${bloc} ${day}`
    const known = this.members.get(key)
    if (known !== undefined) return known
    const found = new Set(
      (this.byBloc.get(bloc) ?? []).filter((stay) => stay.role === 'member' && isInForce(stay, day)).map(({ state }) => state),
    )
    this.members.set(key, found)
    return found
  }

  /** How many blocs that not all states are in the two share. */
  sharedBlocs(a: string, b: string, day: string): number {
    let sets = this.narrow.get(day)
    if (sets === undefined) {
      sets = blocs.filter(({ kind }) => kind !== 'universal organisation').map(({ id }) => this.membersOn(id, day))
      this.narrow.set(day, sets)
    }
    return sets.reduce((count, members) => count + Number(members.has(a) && members.has(b)), 0)
  }

  /** How many blocs that not all states are in a state shares with the members of a body, as a mean. */
  sharedWithMembers(body: string, state: string, day: string): number {
    const members = [...this.membersOn(body, day)]
    return members.length === 0 ? 0 : members.reduce((sum, one) => sum + this.sharedBlocs(one, state, day), 0) / members.length
  }

  isMember(bloc: string, state: string, day: string): boolean {
    return this.membersOn(bloc, day).has(state)
  }

  /** Since when a state that is no member has had another role: observer, partner, participant ...; undefined where it has none. */
  otherRoleSince(bloc: string, state: string, day: string): string | undefined {
    const starts = (this.stays.get(`${bloc} ${state}`) ?? [])
      .filter((stay) => stay.role !== 'member' && isInForce(stay, day))
      .map(({ start_date }) => start_date)
    return starts.sort()[0]
  }

  /** The year in which a state became a member after a day; Infinity where it did not. */
  nextJoining(bloc: string, state: string, day: string): number {
    const next = (this.stays.get(`${bloc} ${state}`) ?? [])
      .filter(({ role, start_date }) => role === 'member' && start_date > day)
      .map(({ start_date }) => start_date)
      .sort()[0]
    return next === undefined ? Number.POSITIVE_INFINITY : Number(next.slice(0, 4))
  }

  /**
   * The year in which a member of a day ceased to be one, by leaving or by suspension; Infinity where it did not. The end of the bloc or of the state is not
   * leaving.
   */
  nextLeaving(bloc: string, state: string, day: string): number {
    const stay = (this.stays.get(`${bloc} ${state}`) ?? []).find((one) => one.role === 'member' && isInForce(one, day))
    const end = stay?.end_date ?? null
    return end !== null && this.isLeaving(bloc, state, end) ? Number(end.slice(0, 4)) : Number.POSITIVE_INFINITY
  }

  /** Whether a full membership ended within two days by leaving or by suspension; the end of the bloc or of the state is not leaving. */
  hasLeft(bloc: string, state: string, from: string, to: string): boolean {
    return (this.stays.get(`${bloc} ${state}`) ?? []).some(
      ({ role, end_date }) =>
        role === 'member' && end_date !== null && end_date >= from && end_date <= to && this.isLeaving(bloc, state, end_date),
    )
  }

  /** First day of the membership that is in force on a day. */
  memberSince(bloc: string, state: string, day: string): string | undefined {
    return (this.stays.get(`${bloc} ${state}`) ?? []).find((one) => one.role === 'member' && isInForce(one, day))?.start_date
  }

  /** How many states joined, or left, in the five years up to the end of a year; the first members of a bloc did not join it. */
  recent(bloc: string, way: 'joined' | 'left', year: number): number {
    const isRecent = (date: string): boolean => Number(date.slice(0, 4)) > year - 5 && Number(date.slice(0, 4)) <= year
    const { founded } = blocs.find(({ id }) => id === bloc)!
    return (this.byBloc.get(bloc) ?? []).filter(({ role, state, start_date, end_date }) => {
      if (role !== 'member') return false
      if (way === 'joined') return start_date > founded && isRecent(start_date)
      return end_date !== null && isRecent(end_date) && this.isLeaving(bloc, state, end_date)
    }).length
  }

  /** Share of a state's neighbours of a day that are members; 0 without neighbours. */
  neighboursIn(bloc: string, state: string, day: string, alive: readonly string[]): number {
    const around = neighboursOf(state, alive)
    const members = this.membersOn(bloc, day)
    return around.length === 0 ? 0 : around.filter((one) => members.has(one)).length / around.length
  }

  /** Of the other blocs of a bloc's members, each counting by how many of them are in it, the share in which the state is too. */
  kinship(bloc: string, state: string, day: string): number {
    const members = [...this.membersOn(bloc, day)].filter((one) => one !== state)
    let [shared, all] = [0, 0]
    for (const { id } of blocs) {
      if (id === bloc || id === 'UN') continue
      const others = this.membersOn(id, day)
      const weight = members.filter((one) => others.has(one)).length
      all += weight
      if (others.has(state)) shared += weight
    }
    return all === 0 ? 0 : shared / all
  }

  /** Distance of a state's votes from the mean of the other members' or, for a state, from its own; undefined where one of them is unknown. */
  distance(facts: EventFacts, body: string, state: string, year: number): number | undefined {
    const [own, other] = [facts.position(state, year), this.positionOf(facts, body, year)]
    return own === undefined || other === undefined ? undefined : Math.abs(own - other)
  }

  private positionOf(facts: EventFacts, body: string, year: number): number | undefined {
    if (stateOf(body) !== undefined) return facts.position(body, year)
    const key = `${body} ${year}`
    if (!this.positions.has(key)) {
      const found = [...this.membersOn(body, `${year}-12-31`)].flatMap((state) => facts.position(state, year) ?? [])
      this.positions.set(key, found.length === 0 ? undefined : found.reduce((sum, one) => sum + one, 0) / found.length)
    }
    return this.positions.get(key)
  }

  private isLeaving(bloc: string, state: string, lastDay: string): boolean {
    const next = new Date(Date.parse(lastDay) + 86_400_000).toISOString().slice(0, 10)
    const goesOn = (this.stays.get(`${bloc} ${state}`) ?? []).some((one) => one.role === 'member' && one.start_date === next)
    const { dissolved } = blocs.find(({ id }) => id === bloc)!
    return !goesOn && (dissolved === null || lastDay < dissolved) && existedOn(stateOf(state)!, next)
  }
}

const around = new Map<string, readonly string[]>()

function neighboursOf(state: string, alive: readonly string[]): readonly string[] {
  const key = `${state} ${alive.length} ${alive[0]}`
  const known = around.get(key) ?? alive.filter((other) => other !== state && areNeighbours(state, other))
  around.set(key, known)
  return known
}
