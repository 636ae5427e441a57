import { rankAmongSorted } from '../../measures/index.ts'
import { blocs, type Membership, membershipsOf, sharedBlocs } from '../../states/index.ts'
import type { Estimate, Evidence, Known } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { tenYearsBefore } from '../forms/ten-years-before.ts'
import { unknownDomain, vintageOf } from '../forms/unknown.ts'
import { capitaliseArticles, inSentence, joinedWords } from '../forms/wording.ts'
import { institutionName, institutionSizes, institutionsOf, type SharedInstitution } from '../record/institutions.ts'
import { blocSizes, sharedBlocCounts, storedMemberships } from '../record/memberships.ts'
import { inForceOn } from '../record/relation-rows.ts'
import { inForceCondition, inList } from '../rows/conditions.ts'

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
  const shared = sharedBlocs(memberships, a.iso3, b.iso3, to)
  const past = tenYearsBefore(to)
  const institutions = await institutionsOf(bench.snapshot, a.iso3, b.iso3, to)
  const [bySize, institutionBySize] = await Promise.all([blocSizes(bench.snapshot, to), institutionSizes(bench.snapshot, to)])
  const named = (blocIds: readonly string[], ids: readonly string[]): string[] =>
    [
      ...blocIds.map((id) => ({ name: blocName(id), members: bySize.get(id) ?? 0 })),
      ...ids.map((id) => ({ name: institutionName(id), members: institutionBySize.get(id) ?? 0 })),
    ]
      .sort((x, y) => x.members - y.members)
      .map(({ name }) => name)
  const others = institutions.shared
  const level = sharedCount(bench, shared, memberships)
  const estimates: Estimate[] = [
    level,
    percentileAmongPairs(bench, level, await sharedBlocCounts(bench.snapshot, to), held.all),
    changeSince(bench, level, memberships, past),
  ]
  return {
    id: 'institutions',
    title: 'Institutions',
    state: 'observed',
    summary: summary(bench, {
      both: named(
        shared.filter((id) => !universal.has(id)),
        others.map(({ id }) => id),
      ),
      wide: shared.filter((id) => universal.has(id)).map(blocName),
      alone: [
        named(onlyIn(memberships, a.iso3, b.iso3, to), institutions.alone[0]),
        named(onlyIn(memberships, b.iso3, a.iso3, to), institutions.alone[1]),
      ],
    }),
    estimates,
    items: [...shared.map((bloc) => sharedSince(bloc, memberships, a.iso3, b.iso3, to)), ...others.map(institutionItem)].sort((x, y) =>
      x.date < y.date ? -1 : 1,
    ),
    notes: [
      `Counts the ${blocs.length} blocs that the record follows (visavis states NATO, visavis states BRICS …), not every intergovernmental organisation. Other organisations of the record are named, and not counted.`,
    ],
  }
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

function sharedSince(bloc: string, memberships: readonly Membership[], a: string, b: string, date: string): Item {
  const inForce = memberships.filter(
    (m) => m.bloc === bloc && m.role === 'member' && (m.state === a || m.state === b) && inForceOn(m, date),
  )
  const last = inForce.reduce((latest, m) => (m.start_date > latest.start_date ? m : latest))
  const name = blocs.find((one) => one.id === bloc)?.name ?? bloc
  return {
    kind: 'membership',
    date: last.start_date,
    text: `both in ${name} (${bloc}) since ${last.start_date}`,
    source,
    citation: last.citation,
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

function institutionItem({ id, since, locator }: SharedInstitution): Item {
  return {
    kind: 'membership',
    date: since,
    text: `both in ${institutionName(id)} since ${since}`,
    source: 'institution-memberships',
    citation: locator,
  }
}

function onlyIn(memberships: readonly Membership[], one: string, other: string, date: string): string[] {
  const of = (state: string): Set<string> =>
    new Set(membershipsOf(memberships, state, date).flatMap(({ bloc, role }) => (role === 'member' ? [bloc] : [])))
  const [own, others] = [of(one), of(other)]
  return blocs.map((bloc) => bloc.id).filter((bloc) => own.has(bloc) && !others.has(bloc))
}

const universal: ReadonlySet<string> = new Set(['UN', 'WTO'])

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
