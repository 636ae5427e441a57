import { rankAmongSorted } from '../../measures/index.ts'
import { blocs, type Membership, sharedBlocs } from '../../states/index.ts'
import type { Evidence, Known } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { tenYearsBefore } from '../forms/ten-years-before.ts'
import { unknownDomain, vintageOf } from '../forms/unknown.ts'
import { capitaliseArticles, inSentence, joinedWords } from '../forms/wording.ts'
import { belongingOn, suspensionWords } from '../record/belonging.ts'
import {
  type InstitutionsOfPair,
  institutionName,
  institutionSizes,
  institutionsOf,
  type SharedInstitution,
} from '../record/institutions.ts'
import { blocSizes, sharedBlocCounts, storedMemberships } from '../record/memberships.ts'
import { inForceCondition, inList } from '../rows/conditions.ts'
import { inForceOn } from '../rows/spells.ts'

const source = 'bloc-memberships'
const unit = 'count'

/** Assesses shared memberships of the record's blocs on the day, their percentile among all pairs of states, and since when each is shared. */
export async function assessInstitutions(bench: DomainInputs): Promise<DomainAssessment> {
  const { a, b, to } = bench.dyad
  const held = await storedMemberships(bench.snapshot)
  if (held.all.length === 0) {
    return unknownDomain(
      'institutions',
      'Institutions',
      to,
      'the record holds no memberships.',
      'A snapshot with the table of bloc memberships.',
    )
  }
  const covered = bench.cards.get(source)?.coverage[0]
  if (covered !== undefined && to < covered.from) {
    return unknownDomain(
      'institutions',
      'Institutions',
      to,
      `the record's blocs begin in ${covered.from.slice(0, 4)}.`,
      'COW IGO data (correlatesofwar.org), 1816 on.',
    )
  }
  const memberships = held.all.filter(({ state }) => state === a.iso3 || state === b.iso3)
  const inBlocs = blocsOf(memberships, a.iso3, b.iso3, to)
  const others = await institutionsOf(bench.snapshot, a.iso3, b.iso3, to)
  const pair = [inSentence(a.name), inSentence(b.name)] as const
  const level = sharedCount(bench, sharedBlocs(memberships, a.iso3, b.iso3, to), memberships)
  return {
    id: 'institutions',
    title: 'Institutions',
    state: 'observed',
    summary: summary(bench, await organisations(bench, inBlocs, others)),
    estimates: [
      level,
      percentileAmongPairs(bench, level, await sharedBlocCounts(bench.snapshot, to), held.all),
      changeSince(bench, level, memberships, tenYearsBefore(to)),
    ],
    items: [
      ...inBlocs.shared.map((one) => membershipItem(pair, { ...one, name: fullBlocName(one.id) }, source)),
      ...others.shared.map((one) => membershipItem(pair, { ...one, name: institutionName(one.id) }, 'institution-memberships')),
    ].sort((x, y) => (x.date < y.date ? -1 : 1)),
    notes: [
      `Counts the ${blocs.length} blocs that the record follows (visavis states NATO, visavis states BRICS …), not every intergovernmental organisation. Other organisations of the record are named, and not counted.`,
    ],
  }
}

/** Names the organisations of the two, the smallest first; of a suspended member it says so. */
async function organisations(
  { snapshot, dyad: { a, b, to } }: DomainInputs,
  inBlocs: InstitutionsOfPair,
  others: InstitutionsOfPair,
): Promise<Organisations> {
  const pair = [inSentence(a.name), inSentence(b.name)] as const
  const [blocMembers, members] = await Promise.all([blocSizes(snapshot, to), institutionSizes(snapshot, to)])
  const bloc = (id: string, mark: string): Named => ({ name: marked(blocName(id), mark), members: blocMembers.get(id) ?? 0 })
  const other = (id: string, mark: string): Named => ({ name: marked(institutionName(id), mark), members: members.get(id) ?? 0 })
  const alone = (side: 0 | 1): string[] =>
    bySize([
      ...inBlocs.alone[side].map(({ id, isSuspended }) => bloc(id, isSuspended ? 'suspended' : '')),
      ...others.alone[side].map(({ id, isSuspended }) => other(id, isSuspended ? 'suspended' : '')),
    ])
  return {
    both: bySize([
      ...inBlocs.shared.filter(({ id }) => !universalBlocs.has(id)).map(({ id, belonging }) => bloc(id, sharedMark(pair, belonging))),
      ...others.shared.map(({ id, belonging }) => other(id, sharedMark(pair, belonging))),
    ]),
    wide: inBlocs.shared.filter(({ id }) => universalBlocs.has(id)).map(({ id }) => blocName(id)),
    alone: [alone(0), alone(1)],
  }
}

function bySize(named: readonly Named[]): string[] {
  return [...named].sort((x, y) => x.members - y.members).map(({ name }) => name)
}

interface Named {
  readonly name: string
  readonly members: number
}

/** The blocs of two states on a day, in the form of `institutionsOf`. */
function blocsOf(memberships: readonly Membership[], a: string, b: string, day: string): InstitutionsOfPair {
  const of = (bloc: string, state: string): Membership[] => memberships.filter((one) => one.bloc === bloc && one.state === state)
  const found = blocs.map(({ id }) => ({ id, rows: of(id, a), a: belongingOn(of(id, a), day), b: belongingOn(of(id, b), day) }))
  const alone = (own: 'a' | 'b', other: 'a' | 'b'): InstitutionsOfPair['alone'][0] =>
    found.flatMap((one) => (one[own] !== undefined && one[other] === undefined ? [{ id: one.id, isSuspended: one[own].isSuspended }] : []))
  return {
    shared: found.flatMap((one) => {
      if (one.a === undefined || one.b === undefined) return []
      const since = one.a.since > one.b.since ? one.a.since : one.b.since
      return [{ id: one.id, since, locator: one.rows.at(-1)!.citation, belonging: [one.a, one.b] as const }]
    }),
    alone: [alone('a', 'b'), alone('b', 'a')],
  }
}

/** Says which of the two is suspended; empty where neither is. */
function sharedMark(pair: readonly [string, string], belonging: SharedInstitution['belonging']): string {
  const suspended = pair.filter((_, i) => belonging[i as 0 | 1].isSuspended)
  return suspended.length === 0 ? '' : suspended.length === 2 ? 'both suspended' : `${suspended[0]} suspended`
}

/** Puts a mark in brackets after a name, within those that the name ends with. */
function marked(name: string, mark: string): string {
  if (mark === '') return name
  return name.endsWith(')') ? `${name.slice(0, -1)}, ${mark})` : `${name} (${mark})`
}

function sharedCount(bench: DomainInputs, shared: readonly string[], memberships: readonly Membership[]): Known {
  const { to } = bench.dyad
  return {
    state: 'observed',
    id: 'shared-blocs',
    label: `of the ${blocs.length} blocs that are counted, those of which both are members`,
    unit,
    period: to,
    value: shared.length,
    interval: 'exact',
    method: `count of blocs with a membership of role "member" of both in force on ${to}`,
    evidence: [membershipsBehind(bench, shared, memberships, to)],
  }
}

/** Returns the memberships of both in the blocs that they share. Where they share none, the evidence is all memberships of either. */
function membershipsBehind(bench: DomainInputs, shared: readonly string[], memberships: readonly Membership[], day: string): Evidence {
  const { a, b } = bench.dyad
  return { source, vintage: vintageOf(bench.cards, source), ...membershipRows([a.iso3, b.iso3], shared, memberships, day) }
}

/** Returns the memberships of these states on a day in these blocs, or in all blocs where none is given. */
export function membershipRows(
  states: readonly string[],
  inBlocs: readonly string[],
  memberships: readonly Membership[],
  day: string,
): Pick<Evidence, 'rows' | 'count'> {
  const named = inBlocs.length === 0 ? '' : ` and bloc in ${inList(inBlocs)}`
  const [own, asked] = [new Set(states), new Set(inBlocs)]
  return {
    rows: `memberships where role = 'member' and state in ${inList(states)}${named} and ${inForceCondition(day)}`,
    count: memberships.filter((one) => own.has(one.state) && isMember(one, day) && (asked.size === 0 || asked.has(one.bloc))).length,
  }
}

function isMember(membership: Membership, day: string): boolean {
  return membership.role === 'member' && inForceOn(membership, day)
}

function percentileAmongPairs({ cards }: DomainInputs, level: Known, counts: Float64Array, all: readonly Membership[]): Known {
  const date = level.period
  const rows = `memberships where role = 'member' and ${inForceCondition(date)}`
  return {
    ...level,
    id: 'shared-blocs.percentile',
    label: 'percentile among all pairs of states',
    unit: 'percentile',
    value: rankAmongSorted(counts, level.value),
    method: `mid-rank among the ${counts.length.toLocaleString('en-US')} pairs of states in existence on ${date}`,
    evidence: [{ source, vintage: vintageOf(cards, source), rows, count: all.filter((one) => isMember(one, date)).length }],
  }
}

function changeSince(bench: DomainInputs, level: Known, memberships: readonly Membership[], past: string): Known {
  const { a, b } = bench.dyad
  const shared = sharedBlocs(memberships, a.iso3, b.iso3, past)
  const before = shared.length
  return {
    ...level,
    id: 'shared-blocs.change',
    label: `change since ${past}`,
    period: `${past}/${level.period}`,
    value: level.value - before,
    method: `count on ${level.period} less count on ${past} (${before})`,
    evidence: [...level.evidence, membershipsBehind(bench, shared, memberships, past)],
  }
}

function fullBlocName(id: string): string {
  const name = blocs.find((one) => one.id === id)?.name ?? id
  return `${name} (${id})`
}

function membershipItem(pair: readonly [string, string], one: SharedInstitution & { readonly name: string }, from: string): Item {
  const suspensions = one.belonging.map((of, i) => suspensionWords(pair[i as 0 | 1], of.suspensions, one.since)).join('')
  return {
    kind: 'membership',
    date: one.since,
    text: `both in ${one.name} since ${one.since}${suspensions}`,
    source: from,
    citation: one.locator,
  }
}

/** Names of organisations, the smallest first, since a small one says most of its members. */
interface Organisations {
  readonly both: readonly string[]
  /** Those in which nearly all states are. */
  readonly wide: readonly string[]
  readonly alone: readonly [a: readonly string[], b: readonly string[]]
}

function summary({ dyad: { a, b, to } }: DomainInputs, { both, wide, alone }: Organisations): string {
  const pair = `${inSentence(a.name)} and ${inSentence(b.name)}`
  const apart = [a, b].flatMap((state, i) =>
    alone[i]!.length === 0 ? [] : [`${inSentence(state.name)} alone is in ${firstNamed(alone[i]!)}`],
  )
  return [first(), ...(apart.length === 0 ? [] : [capitaliseArticles(`${apart.join('; ')}.`)])].join(' ')

  function first(): string {
    if (both.length > 0)
      return `On ${to} ${pair} are both in ${joinedWords(both)}${wide.length === 0 ? '' : `, besides ${joinedWords(wide)}`}.`
    if (wide.length > 0) return `Of the organisations that the record follows, ${pair} are on ${to} together only in ${joinedWords(wide)}.`
    return `On ${to} ${pair} share no organisation that the record follows.`
  }
}

const mostNamed = 6

function firstNamed(names: readonly string[]): string {
  if (names.length <= mostNamed + 1) return joinedWords(names)
  return joinedWords([...names.slice(0, mostNamed), `${names.length - mostNamed} others`])
}

/** Blocs of nearly all states, which say little of a pair, by id, which is their short name too. */
export const universalBlocs: ReadonlySet<string> = new Set(['UN', 'WTO'])

/** Ids replaced by a full name in sentences; all other ids are in common use. */
const spelled: Readonly<Record<string, string>> = {
  'ARAB-LEAGUE': 'the Arab League',
  EUROZONE: 'the euro area',
  'NON-ALIGNED': 'the Non-Aligned Movement',
  P5: 'the permanent five of the Security Council',
  QUAD: 'the Quad',
  'WARSAW-PACT': 'the Warsaw Pact',
  AU: 'the African Union',
  AES: 'the Alliance of Sahel States',
  ...Object.fromEntries(['CIS', 'CSTO', 'EAEU', 'EU', 'G7', 'G20', 'GCC', 'OECD', 'SCO', 'UN', 'WTO'].map((id) => [id, `the ${id}`])),
}

export function blocName(id: string): string {
  return spelled[id] ?? id
}
