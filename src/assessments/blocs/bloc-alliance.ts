import { type Cell, type Estimate, sqlLiteral } from '../../store/index.ts'
import type { DomainAssessment, Item } from '../forms/assessment.ts'
import { unknown, vintageOf } from '../forms/unknown.ts'
import { counted, inSentence, joinedWords } from '../forms/wording.ts'
import { inForceCondition, inList } from '../rows/conditions.ts'
import { grouped } from '../rows/grouped.ts'
import { type BlocInputs, memberName } from './bloc-parties.ts'

const source = 'alliance-commitments'

const obligations = [
  ['defence', 'defence'],
  ['offence', 'offence'],
  ['neutrality', 'neutrality'],
  ['nonaggression', 'non-aggression'],
  ['consultation', 'consultation'],
] as const
type Obligation = (typeof obligations)[number][0]

/** A treaty in force that binds one cross pair, which is one state from each side. */
interface Bond {
  readonly treaty: string
  readonly name: string
  readonly pair: readonly [string, string]
  readonly start: string
  readonly citation: string
  readonly daySure: boolean
  /** Obligations of the first state to the second (`a`), and of the second to the first (`b`). */
  readonly owed: { readonly a: ReadonlySet<Obligation>; readonly b: ReadonlySet<Obligation> }
}

/** Assesses formal written commitments in force on the day, by cross pair. Obligations among the members of one bloc are not counted. */
export async function blocAlliance(bloc: BlocInputs): Promise<DomainAssessment> {
  const { to } = bloc.bench.dyad
  const bonds = await bondsOf(bloc)
  const covered = bloc.bench.cards.get(source)?.coverage[0]
  const outside = covered === undefined || to < covered.from || to > covered.to
  const silent = bonds.length === 0
  return {
    id: 'alliance',
    title: 'Alliance',
    state: silent ? 'unknown' : 'observed',
    summary: silent
      ? `Unknown: ${outside ? `the record's commitments do not cover ${to}` : `the record's table names no commitment between a state of ${inSentence(bloc.a.name)} and one of ${inSentence(bloc.b.name)} on ${to}, and it is not complete enough to conclude that there is none`}.`
      : summary(bloc, bonds),
    estimates: obligations.map(([obligation, word]) => pairsBound(bloc, bonds, obligation, word)),
    items: [...grouped(bonds, ({ treaty }) => treaty).values()].map((same) => itemOf(same, to)),
    notes: [
      'Alliance here means a written commitment between states: defence, offence, neutrality, non-aggression or consultation; partnerships without one are not counted.',
    ],
    ...(silent
      ? { wouldFill: 'The ATOP data (atopdata.org), all commitments 1815 to 2018; they may not be passed on with the record.' }
      : {}),
  }
}

async function bondsOf({ a, b, bench }: BlocInputs): Promise<Bond[]> {
  const columns = obligations.map(([one]) => `x.${one} AS a_${one}, y.${one} AS b_${one}`).join(', ')
  const rows = await bench.snapshot.rows(
    `SELECT x.treaty, x.name, x.citation, x.state AS a, y.state AS b, coalesce(x.note, '') || ' ' || coalesce(y.note, '') AS notes, greatest(x.start_date, y.start_date) AS start, ${columns}
     FROM commitments x JOIN commitments y USING (treaty)
     WHERE x.state IN ${inList(a.members)} AND y.state IN ${inList(b.members)} AND greatest(x.start_date, y.start_date) <= $to
       AND least(coalesce(x.end_date, '9999'), coalesce(y.end_date, '9999')) >= $to
     ORDER BY start, x.treaty, a, b`,
    { to: bench.dyad.to },
  )
  return rows.map(bondOf)
}

function bondOf(row: Record<string, Cell>): Bond {
  const owed = (side: 'a' | 'b'): Set<Obligation> =>
    new Set(obligations.map(([one]) => one).filter((one) => row[`${side}_${one}`] === true))
  return {
    treaty: String(row['treaty']),
    name: String(row['name']),
    pair: [String(row['a']), String(row['b'])],
    start: String(row['start']),
    citation: String(row['citation']),
    daySure: !String(row['notes']).includes('not checked'),
    owed: { a: owed('a'), b: owed('b') },
  }
}

function binds({ owed }: Bond, obligation: Obligation): boolean {
  return owed.a.has(obligation) || owed.b.has(obligation)
}

function pairsOf(bonds: readonly Bond[]): string[] {
  return [...new Set(bonds.map(({ pair }) => pair.join(' ')))]
}

function partiesOf(bonds: readonly Bond[]): ReadonlySet<string> {
  return new Set(bonds.flatMap(({ pair }) => pair))
}

function pairsBound({ a, b, bench }: BlocInputs, bonds: readonly Bond[], obligation: Obligation, word: string): Estimate {
  const { to } = bench.dyad
  const all = a.members.length * b.members.length
  const subject = {
    id: `commitment-${obligation}`,
    label: `pairs of ${all} across bound to ${word}, one way or both`,
    unit: 'count',
    period: to,
  }
  const binding = bonds.filter((bond) => binds(bond, obligation))
  const value = pairsOf(binding).length
  if (value === 0) return unknown(subject, 'no treaty of the record says so, and the table is not complete')
  return {
    ...subject,
    ...{ state: 'observed', value, interval: 'exact', certainty: 'at least' },
    method: `count of pairs of states with a treaty of the record in force on ${to}; a treaty that the record lacks is not counted`,
    evidence: [
      {
        source,
        vintage: vintageOf(bench.cards, source),
        rows: `commitments where (${[...grouped(binding, ({ treaty }) => treaty)].map(([treaty, own]) => `(treaty = ${sqlLiteral(treaty)} and state in ${inList(partiesOf(own))})`).join(' or ')}) and ${inForceCondition(to)}`,
        count: [...grouped(binding, ({ treaty }) => treaty).values()].reduce((count, own) => count + partiesOf(own).size, 0),
      },
    ],
  }
}

function summary({ a, b, bench }: BlocInputs, bonds: readonly Bond[]): string {
  const { to } = bench.dyad
  const all = a.members.length * b.members.length
  const pairs = pairsOf(bonds)
  const lines = obligations.flatMap(([obligation, word]) => {
    const bound = pairsOf(bonds.filter((bond) => binds(bond, obligation)))
    return bound.length === 0 ? [] : [`${word}: ${bound.length === pairs.length && pairs.length > 4 ? 'all of them' : named(bound, to)}`]
  })
  const defence = bonds.some((bond) => binds(bond, 'defence')) ? '' : ' None commits a state of the one side to defend one of the other.'
  return `On ${to} at least ${counted(pairs.length, 'pair', 'pairs')} of ${all} across ${pairs.length === 1 ? 'is' : 'are'} bound by a treaty of the record (${lines.join('; ')}).${defence}`
}

/** Names a few pairs; for many it gives only the count, because the items list them all. */
function named(pairs: readonly string[], to: string): string {
  if (pairs.length > 4) return `${pairs.length} pairs`
  return joinedWords(
    pairs.map((pair) =>
      pair
        .split(' ')
        .map((one) => inSentence(memberName(one, to)))
        .join(' with '),
    ),
  )
}

function itemOf(bonds: readonly Bond[], to: string): Item {
  const [first] = bonds as readonly [Bond, ...Bond[]]
  const owed = obligations
    .filter(([one]) => bonds.some((bond) => binds(bond, one)))
    .map(([one, word]) => `${word}${bonds.every(({ owed: of }) => of.a.has(one) === of.b.has(one)) ? '' : ' (one side of some pair)'}`)
  const sides = [0, 1].map((side) =>
    joinedWords([...new Set(bonds.map(({ pair }) => pair[side]!))].map((one) => inSentence(memberName(one, to)))),
  )
  const since = first.daySure ? first.start : `about ${first.start.slice(0, 4)}`
  return {
    kind: 'treaty',
    date: first.daySure ? first.start : first.start.slice(0, 4),
    text: `${first.name}: ${joinedWords(owed)}; ${sides.join(' with ')}; from ${since}, in force`,
    source,
    citation: first.citation,
  }
}
