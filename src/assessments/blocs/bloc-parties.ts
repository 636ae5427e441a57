import { VisavisError } from '../../errors.ts'
import { blocOf, existedOn, type Membership, membersOn, nameOn, nonStateMembers, type State, stateOf } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { counted, inSentence, joinedWords } from '../forms/wording.ts'

/** A party as requested: a state, or a bloc by its id. */
export type NamedParty = { readonly kind: 'state'; readonly state: State } | { readonly kind: 'bloc'; readonly id: string }

/** One side of the comparison: a single state, or the members of a bloc on the day. */
export interface Party {
  /** ISO3 code of a state, or id of a bloc. Both kinds of id occur in the same column of the record. */
  readonly id: string
  readonly name: string
  readonly isBloc: boolean
  /** The states compared: the state itself, or the members of the bloc. Sorted. */
  readonly members: readonly string[]
  /** Members left out because they are the other party or belong to it. */
  readonly left: readonly string[]
}

/** Input of each domain where at least one party is a bloc. */
export interface BlocInputs {
  readonly a: Party
  readonly b: Party
  /** The pair as the record names it: rows about the bloc itself are found by its id. */
  readonly bench: DomainInputs
  readonly memberships: readonly Membership[]
}

/**
 * Returns the two parties on a day. A state that is a member of the bloc is left out of the bloc; a state in both blocs is left out of both. No state is thus
 * compared with itself.
 *
 * @throws VisavisError NoSuchStateThen where a bloc had no member that was a state on the day; SameState where one side has no members left
 */
export async function partiesOn(
  snapshot: Snapshot,
  named: readonly [NamedParty, NamedParty],
  to: string,
): Promise<[Party, Party, Membership[]]> {
  const memberships = (await snapshot.rows('SELECT * FROM memberships')) as unknown as Membership[]
  const [first, second] = named.map((one) => partyOf(one, memberships, to)) as [Party, Party]
  const shared = first.members.filter((member) => second.members.includes(member))
  const [a, b] = [without(first, shared), without(second, shared)]
  for (const [party, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (party.members.length === 0) throw nobodyLeft(party, other, to)
  }
  return [a, b, memberships]
}

function partyOf(named: NamedParty, memberships: readonly Membership[], to: string): Party {
  if (named.kind === 'state') {
    const { iso3 } = named.state
    return { id: iso3, name: nameOn(named.state, to), isBloc: false, members: [iso3], left: [] }
  }
  const members = statesIn(memberships, named.id, to)
  if (members.length === 0) throw noMembers(named.id, memberships, to)
  return { id: named.id, name: commonName(named.id), isBloc: true, members, left: [] }
}

/**
 * Returns the usual name of a bloc: its id where that is an abbreviation in use, else its name.
 *
 * @example commonName('NATO')   // "NATO"
 */
export function commonName(id: string): string {
  const name = blocOf(id)?.name ?? id
  return /-|^(EU|UN|AU|AES|EUROZONE|P5|QUAD)$/.test(id) ? name : id
}

/**
 * Returns the members of a bloc on a day that were states then. Some blocs have members that are not in the list of states, such as Hong Kong and Palestine.
 */
export function statesIn(memberships: readonly Membership[], bloc: string, date: string): string[] {
  return membersOn(memberships, bloc, date).filter((member) => {
    const state = stateOf(member)
    return state !== undefined && existedOn(state, date)
  })
}

/** Names of members that the record does not list as states. */
const outsiders: Readonly<Record<string, string>> = { ESH: 'Western Sahara', HKG: 'Hong Kong', MAC: 'Macao', PSE: 'Palestine' }

function nonStates(memberships: readonly Membership[], bloc: string, date: string): string[] {
  return membersOn(memberships, bloc, date)
    .filter((member) => nonStateMembers.includes(member))
    .map((member) => outsiders[member] ?? member)
}

function without(party: Party, shared: readonly string[]): Party {
  if (!party.isBloc) return party
  return { ...party, members: party.members.filter((member) => !shared.includes(member)), left: shared }
}

function noMembers(id: string, memberships: readonly Membership[], to: string): VisavisError {
  const { name, founded, dissolved } = blocOf(id)!
  const other = membersOn(memberships, id, to)
  const why =
    other.length > 0
      ? `none of its members (${other.join(', ')}) was a state then`
      : memberships.some((row) => row.bloc === id)
        ? `it had members from ${founded} to ${dissolved ?? 'today'}`
        : 'the record holds no memberships of it'
  return new VisavisError('NoSuchStateThen', `${name} (${id}) had no member state on ${to}: ${why}.`, { hint: `visavis states ${id}` })
}

function nobodyLeft(party: Party, other: Party, to: string): VisavisError {
  const message = `on ${to} every member of ${inSentence(party.name)} (${party.id}) is ${other.isBloc ? `a member of ${inSentence(other.name)} (${other.id})` : other.name} too: nobody is left to compare`
  return new VisavisError('SameState', message, { hint: `visavis states ${party.id}` })
}

/** Returns every cross pair: one state from each side. */
export function crossPairs(a: Party, b: Party): [string, string][] {
  return a.members.flatMap((x) => b.members.map((y): [string, string] => [x, y]))
}

/** Whether no member was left out, so that the record's rows about the bloc itself describe the same states. */
export function hasAllMembers(party: Party): boolean {
  return party.left.length === 0
}

/** Returns the state's name on the day. */
export function memberName(iso3: string, to: string): string {
  const state = stateOf(iso3)
  return state === undefined ? iso3 : nameOn(state, to)
}

/** Returns the bloc in the form of a state, for queries about the bloc itself: id and name, without the fields that only states have. */
export function blocAsState(party: Party): State {
  const state = party.isBloc ? undefined : stateOf(party.id)
  if (state !== undefined) return { ...state, name: party.name }
  const none = { names: [], spans: [], cow: [], gw: [], predecessors: [], successors: [] }
  return { iso3: party.id, iso2: null, m49: null, name: party.name, official: party.name, ...none }
}

/** Writes the opening lines of a page: what is compared, how many members, and which are left out. */
export function partyLines({ a, b, bench, memberships }: BlocInputs): string[] {
  const { to } = bench.dyad
  const shared = [...new Set([...a.left, ...b.left])]
  const both = a.isBloc && b.isBloc && shared.length > 0
  const blocs = [a, b].filter((party) => party.isBloc)
  const who = blocs.map((party) => {
    const full = blocOf(party.id)?.name ?? party.name
    const whole = full === party.name ? '' : ` (${full})`
    const outside = nonStates(memberships, party.id, to)
    const count =
      outside.length === 0
        ? `its ${counted(party.members.length, 'member', 'members')}`
        : `${party.members.length} of its ${party.members.length + party.left.length + outside.length} members`
    const other = party.left.length === 0 ? '' : both ? ' that are not in the other' : ` other than ${joinedWords(names(party.left, to))}`
    const few = party.members.length > 12 ? '' : `: ${joinedWords(names(party.members, to))}`
    return `${inSentence(party.name)}${whole} stands for ${count} on ${to}${other}${outside.length === 0 ? '' : ` (without ${joinedWords(outside)}, which this record does not list as ${outside.length === 1 ? 'a state' : 'states'})`}${few}`
  })
  const left = both
    ? ` ${counted(shared.length, 'state is', 'states are')} in both and left out on both sides: ${joinedWords(names(shared, to))}.`
    : shared.length > 0
      ? ' A state is not compared with itself.'
      : ''
  const some = (party: Party): string => party.members[Math.floor(party.members.length / 2)]!
  return [
    `${who.join('; ')}.${left}`,
    `Members differ from each other and from any figure of the whole: visavis assess ${some(a)} ${some(b)} shows one pair.`,
    'Stage, judgements and third states are told of pairs of states alone.',
  ]
}

function names(members: readonly string[], to: string): string[] {
  return members
    .map((iso3) => memberName(iso3, to))
    .sort()
    .map(inSentence)
}

/** Returns the two sides on another day: the members then, without states that belonged to both. A bloc without members then is empty. */
export function sidesOn({ a, b, memberships }: BlocInputs, date: string): { readonly a: Party; readonly b: Party } {
  const membersOf = (party: Party): readonly string[] => (party.isBloc ? statesIn(memberships, party.id, date) : party.members)
  const [x, y] = [membersOf(a), membersOf(b)]
  const shared = x.filter((member) => y.includes(member))
  return { a: without({ ...a, members: x, left: [] }, shared), b: without({ ...b, members: y, left: [] }, shared) }
}

/** Returns every state that was ever a member of the party; a state is its own only member. */
export function allTimeMembers({ memberships }: BlocInputs, party: Party): string[] {
  if (!party.isBloc) return [...party.members]
  const found = memberships.filter((row) => row.bloc === party.id && row.role === 'member').map((row) => row.state)
  return [...new Set([...found, ...party.members])].sort()
}
