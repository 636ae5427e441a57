import { blocs, membershipsOf, membersOn, sharedBlocs } from '../../states/index.ts'
import type { Known } from '../../store/index.ts'
import { membershipRows } from '../domains/institutions.ts'
import type { DomainAssessment, Item } from '../forms/assessment.ts'
import { unknownDomain, vintageOf } from '../forms/unknown.ts'
import { counted, inSentence, joinedWords } from '../forms/wording.ts'
import { type BlocInputs, commonName, crossPairs, memberName, type Party } from './bloc-parties.ts'
import { median } from './bloc-vote-tables.ts'

const source = 'bloc-memberships'

/** Assesses shared membership: the blocs that have members on both sides, and the number of blocs that each cross pair shares. */
export async function blocInstitutions(bloc: BlocInputs): Promise<DomainAssessment> {
  const { bench, memberships } = bloc
  const { to } = bench.dyad
  const covered = bench.cards.get(source)?.coverage[0]
  if (memberships.length === 0 || (covered !== undefined && to < covered.from))
    return unknownDomain(
      'institutions',
      'Institutions',
      to,
      'the record holds no memberships of that day.',
      'COW IGO data (correlatesofwar.org), 1816 on.',
    )
  const joint = jointBlocs(bloc)
  return {
    id: 'institutions',
    title: 'Institutions',
    state: 'observed',
    summary: summary(bloc, joint),
    estimates: figures(bloc, joint),
    items: joint.map((one) => itemOf(bloc, one)),
    notes: [
      `Counts the ${blocs.length} blocs that the record follows (visavis states NATO, visavis states BRICS …), the two compared left out, and not every intergovernmental organisation.`,
    ],
  }
}

/** A bloc with members on both sides, and those members. */
interface Joint {
  readonly id: string
  readonly a: readonly string[]
  readonly b: readonly string[]
}

function jointBlocs({ a, b, bench, memberships }: BlocInputs): Joint[] {
  return blocs
    .filter(({ id }) => id !== a.id && id !== b.id)
    .map(({ id }) => {
      const members = new Set(membersOn(memberships, id, bench.dyad.to))
      return { id, a: a.members.filter((one) => members.has(one)), b: b.members.filter((one) => members.has(one)) }
    })
    .filter((one) => one.a.length > 0 && one.b.length > 0)
    .sort((x, y) => partOf(y, a, b) - partOf(x, a, b) || (x.id < y.id ? -1 : 1))
}

/** Returns the share of cross pairs in which both states belong to the bloc. */
function partOf(joint: Joint, a: Party, b: Party): number {
  return (joint.a.length * joint.b.length) / (a.members.length * b.members.length)
}

function figures({ a, b, bench, memberships }: BlocInputs, joint: readonly Joint[]): Known[] {
  const { to } = bench.dyad
  const pairs = crossPairs(a, b)
  const counts = pairs.map(([x, y]) => sharedBlocs(memberships, x, y, to).filter((id) => id !== a.id && id !== b.id).length)
  const shared = joint.map(({ id }) => id)
  const figure = (id: string, label: string, value: number, states: readonly string[]): Known => ({
    ...{ state: 'observed', id, label, unit: 'count', period: to, value, interval: 'exact' },
    method: `count of blocs with a membership of role "member" of both states in force on ${to}, over ${counted(pairs.length, 'pair', 'pairs')} across`,
    evidence: [
      {
        source,
        vintage: vintageOf(bench.cards, source),
        ...membershipRows(states, shared, memberships, to),
      },
    ],
  })
  const named = (value: number): string => {
    const [x, y] = pairs[counts.indexOf(value)]!
    return `${inSentence(memberName(x, to))} and ${inSentence(memberName(y, to))}`
  }
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)]
  return [
    figure('shared-blocs', 'blocs that a pair across shares, median', median(counts), [...a.members, ...b.members]),
    ...(fewest === most
      ? []
      : [
          figure('shared-blocs-fewest', `fewest: ${named(fewest)}`, fewest, pairs[counts.indexOf(fewest)]!),
          figure('shared-blocs-most', `most: ${named(most)}`, most, pairs[counts.indexOf(most)]!),
        ]),
  ]
}

function itemOf({ a, b, bench }: BlocInputs, { id, a: inA, b: inB }: Joint): Item {
  const name = blocs.find((one) => one.id === id)?.name ?? id
  return {
    kind: 'membership',
    date: bench.dyad.to,
    text: `${name}${name === id ? '' : ` (${id})`}: ${part(a, inA, bench.dyad.to)}; ${part(b, inB, bench.dyad.to)}`,
    source,
  }
}

/** Says how many members of a side belong to the bloc, and names those inside or outside if they are few. */
function part(party: Party, inside: readonly string[], to: string): string {
  if (!party.isBloc) return party.name
  const count = `${inside.length} of ${party.members.length} of ${inSentence(party.name)}`
  const outside = party.members.filter((one) => !inside.includes(one))
  const names = (some: readonly string[]): string => joinedWords(some.map((one) => inSentence(memberName(one, to))))
  if (outside.length === 0) return `all ${inside.length} of ${inSentence(party.name)}`
  if (outside.length <= 3) return `${count} (not ${names(outside)})`
  return inside.length <= 6 ? `${count} (${names(inside)})` : count
}

function summary(bloc: BlocInputs, joint: readonly Joint[]): string {
  const { a, b, bench } = bloc
  const { to } = bench.dyad
  const whole = joint.filter((one) => one.a.length === a.members.length && one.b.length === b.members.length)
  const some = joint.filter((one) => !whole.includes(one))
  const first =
    whole.length === 0
      ? `On ${to} no bloc that the record follows has ${all(a)} and ${all(b)} as members.`
      : `On ${to} ${all(a)} and ${all(b)} are members of ${joinedWords(whole.map(({ id }) => inSentence(commonName(id))))}.`
  const rest =
    some.length === 0
      ? ''
      : ` ${counted(some.length, 'bloc has', 'blocs have')} some of both: ${joinedWords(some.slice(0, 6).map(({ id }) => inSentence(commonName(id))))}${some.length > 6 ? ' and others' : ''}.`
  return `${first}${rest}${otherRoles(bloc)}`
}

function all(party: Party): string {
  return party.isBloc ? `all ${party.members.length} of ${inSentence(party.name)}` : inSentence(party.name)
}

/** Lists members of one side that hold another role in the other bloc, such as observer or partner. */
function otherRoles({ a, b, bench, memberships }: BlocInputs): string {
  const { to } = bench.dyad
  const found = (
    [
      [a, b],
      [b, a],
    ] as const
  ).flatMap(([party, other]) =>
    party.members.flatMap((one) =>
      membershipsOf(memberships, one, to)
        .filter((row) => other.isBloc && row.bloc === other.id && row.role !== 'member')
        .map((row) => `${inSentence(memberName(one, to))} (${row.role} of ${inSentence(other.name)})`),
    ),
  )
  return found.length === 0 ? '' : ` Without being a member: ${joinedWords(found)}.`
}
