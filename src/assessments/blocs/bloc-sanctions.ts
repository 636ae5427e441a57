import { membershipsOf } from '../../states/index.ts'
import type { Estimate } from '../../store/index.ts'
import { regimeRows } from '../domains/sanctions.ts'
import type { DomainAssessment, Item } from '../forms/assessment.ts'
import { unknown, vintageOf } from '../forms/unknown.ts'
import { counted, inSentence, joinedWords } from '../forms/wording.ts'
import { isEmptyFramework } from '../record/empty-frameworks.ts'
import { grouped } from '../rows/grouped.ts'
import { type BlocInputs, commonName, memberName, type Party } from './bloc-parties.ts'

const source = 'sanctions-regimes'

interface Regime {
  readonly regime: string
  readonly name: string
  readonly sender: string
  readonly target: string
  readonly start_date: string
  readonly measures: string
  readonly citation: string
  readonly note: string | null
}

/** A side as a sender of sanctions: the bloc itself, its members individually, and other bodies to which members belong (such as the EU). */
interface Sender {
  readonly party: Party
  readonly target: Party
  readonly own: readonly Regime[]
  readonly byMembers: readonly Regime[]
  readonly throughBodies: readonly Regime[]
}

/**
 * Assesses the sanctions regimes in force between the sides on the day, with their targets: imposed by the bloc, by members individually, or through other
 * bodies.
 */
export async function blocSanctions(bloc: BlocInputs): Promise<DomainAssessment> {
  const { bench } = bloc
  const { to } = bench.dyad
  const window = bench.cards.get(source)?.coverage[0]
  const covered = window !== undefined && to >= window.from && to <= window.to
  const inForce = covered ? await regimesOn(bloc) : []
  const sides = [senderOf(bloc, bloc.a, bloc.b, inForce), senderOf(bloc, bloc.b, bloc.a, inForce)]
  const reason = covered ? 'none recorded, and the table is not complete' : `the table does not cover ${to}`
  const estimates = sides.flatMap((side, i) => figuresOf(bloc, side, i === 0 ? 'a' : 'b', reason))
  const known = estimates.some(({ state }) => state === 'observed')
  return {
    id: 'sanctions',
    title: 'Sanctions',
    state: known ? 'observed' : 'unknown',
    summary: covered ? summary(bloc, sides, known) : `Unknown: the record's sanctions regimes do not cover ${to}.`,
    estimates,
    items: sides.flatMap((side) => itemsOf(side, to)),
    notes: [
      'The table holds embargoes and the main regimes: a count is "at least", and none recorded is not none. A regime of a body that a member belongs to binds the member, not the bloc.',
    ],
    ...(known ? {} : { wouldFill: 'The Global Sanctions Data Base (globalsanctionsdatabase.com), cases 1949 on, on request.' }),
  }
}

async function regimesOn({ bench }: BlocInputs): Promise<Regime[]> {
  const rows = await bench.snapshot.rows(
    "SELECT * FROM sanctions WHERE source = $source AND sender <> 'UN' AND start_date <= $to AND (end_date IS NULL OR end_date >= $to) ORDER BY start_date, regime, sender, target",
    { to: bench.dyad.to, source },
  )
  return (rows as unknown as Regime[]).filter((regime) => !isEmptyFramework(regime, bench.dyad.to))
}

function senderOf({ memberships, bench }: BlocInputs, party: Party, target: Party, inForce: readonly Regime[]): Sender {
  const onTarget = inForce.filter((regime) => target.members.includes(regime.target) || regime.target === target.id)
  const bodies = new Set(
    party.members.flatMap((iso3) =>
      membershipsOf(memberships, iso3, bench.dyad.to)
        .filter(({ role, bloc }) => role === 'member' && bloc !== 'UN' && bloc !== party.id)
        .map(({ bloc }) => bloc),
    ),
  )
  return {
    party,
    target,
    own: party.isBloc
      ? onTarget.filter(({ sender }) => sender === party.id)
      : onTarget.filter(({ sender }) => party.members.includes(sender)),
    byMembers: party.isBloc ? onTarget.filter(({ sender }) => party.members.includes(sender)) : [],
    throughBodies: onTarget.filter(({ sender }) => bodies.has(sender) && sender !== party.id),
  }
}

function distinct(regimes: readonly Regime[]): number {
  return new Set(regimes.map(({ regime }) => regime)).size
}

function figuresOf(
  bloc: BlocInputs,
  { party, target, own, byMembers, throughBodies }: Sender,
  side: 'a' | 'b',
  reason: string,
): Estimate[] {
  const way = side === 'a' ? 'a-on-b' : 'b-on-a'
  const [x, y] = [inSentence(party.name), inSentence(target.name)]
  const on = target.isBloc ? `states of ${y}` : y
  const all = [...own, ...byMembers, ...throughBodies]
  const figure = (id: string, label: string, value: number, rows: readonly Regime[]): Estimate =>
    countOf(bloc, id, label, value, reason, rows)
  return [
    figure(
      `regimes-${way}`,
      `regimes on ${on} of ${x}${party.isBloc ? ', its members' : ''} or bodies ${party.isBloc ? 'they are' : 'it is'} in`,
      distinct(all),
      all,
    ),
    figure(`own-regimes-${way}`, `regimes of ${x} itself on ${on}`, distinct(own), own),
    ...(party.isBloc
      ? [
          figure(
            `senders-${way}`,
            `members of ${x}, of ${party.members.length}, with a regime of their own on ${on}`,
            new Set(byMembers.map(({ sender }) => sender)).size,
            byMembers,
          ),
        ]
      : []),
    figure(
      `body-regimes-${way}`,
      `regimes on ${on} of other bodies to which ${party.isBloc ? 'members of ' : ''}${x} ${party.isBloc ? 'belong' : 'belongs'}`,
      distinct(throughBodies),
      throughBodies,
    ),
    ...(target.isBloc
      ? [
          figure(
            `targets-${way}`,
            `states of ${y}, of ${target.members.length}, under any of these`,
            new Set(all.map((regime) => regime.target)).size,
            all,
          ),
        ]
      : []),
  ]
}

function countOf({ bench }: BlocInputs, id: string, label: string, value: number, reason: string, rows: readonly Regime[]): Estimate {
  const { to } = bench.dyad
  if (value === 0) return unknown({ id, label, unit: 'count', period: to }, reason)
  return {
    ...{ state: 'observed', id, label, unit: 'count', period: to, value, interval: 'exact', certainty: 'at least' },
    method: `count in the record's table of embargoes and main regimes, in force on ${to}`,
    evidence: [
      {
        source,
        vintage: vintageOf(bench.cards, source),
        rows: regimeRows(rows, to),
        count: new Set(rows).size,
      },
    ],
  }
}

function summary({ a, b, bench }: BlocInputs, sides: readonly Sender[], known: boolean): string {
  const { to } = bench.dyad
  if (!known)
    return `Unknown: on ${to} the record names no sanctions regime between ${inSentence(a.name)} and ${inSentence(b.name)}; its table is not complete, so there may be one.`
  return `On ${to} ${sides.map((side) => sentenceOf(side, to)).join('; ')}.`
}

function sentenceOf({ party, target, own, byMembers, throughBodies }: Sender, to: string): string {
  const [x, y] = [inSentence(party.name), inSentence(target.name)]
  const senders = [...new Set(byMembers.map(({ sender }) => sender))]
  const targets = (regimes: readonly Regime[]): string => {
    const found = [...new Set(regimes.map((regime) => regime.target))]
    if (!target.isBloc || found.length > 5) return target.isBloc ? ` (${found.length} of ${target.members.length})` : ''
    return ` (${joinedWords(found.map((one) => inSentence(memberName(one, to))))})`
  }
  const parts = [
    ...(own.length === 0
      ? []
      : [
          `${x}${party.isBloc ? ' itself' : ''} has at least ${counted(distinct(own), 'regime', 'regimes')} on ${target.isBloc ? 'states of ' : ''}${y}${targets(own)}`,
        ]),
    ...(senders.length === 0
      ? []
      : [
          `${senders.length} of ${party.members.length} members of ${x} (${joinedWords(senders.slice(0, 6).map((one) => inSentence(memberName(one, to))))}) ${senders.length === 1 ? 'has regimes of its own' : 'have regimes of their own'} on ${target.isBloc ? 'states of ' : ''}${y}${targets(byMembers)}`,
        ]),
    ...bodies(throughBodies, party, target, to),
  ]
  return parts.length === 0 ? `the record names no regime of ${x} on ${y}` : parts.join('; ')
}

/** Describes the regimes of bodies to which all or some of the side belong. */
function bodies(regimes: readonly Regime[], party: Party, target: Party, to: string): string[] {
  return [...grouped(regimes, ({ sender }) => sender)].map(
    ([sender, group]) =>
      `${inSentence(commonName(sender))}, to which ${party.isBloc ? 'members' : inSentence(memberName(party.id, to))} ${party.isBloc ? 'belong' : 'belongs'}, has ${distinct(group)} on ${target.isBloc ? 'states of ' : ''}${inSentence(target.name)}`,
  )
}

/** Makes one item for each regime, because a regime has a row for each target or step. */
function itemsOf({ own, byMembers, throughBodies }: Sender, to: string): Item[] {
  return [...grouped([...own, ...byMembers, ...throughBodies], ({ regime, sender }) => `${regime} ${sender}`).values()].map((rows) => {
    const [first] = rows as [Regime, ...Regime[]]
    const targets = joinedWords([...new Set(rows.map((row) => row.target))].map((one) => memberName(one, to)))
    const measures = [...new Set(rows.flatMap((row) => row.measures.split(',')))].join(', ')
    return {
      kind: 'regime',
      date: first.start_date,
      text: `${first.sender} on ${targets}: ${first.name} (${measures}); from ${first.start_date}, in force`,
      source,
      citation: first.citation,
    }
  })
}
