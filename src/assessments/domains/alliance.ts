import type { Estimate } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { unknown, vintageOf } from '../forms/unknown.ts'
import { inSentence, joinedWords } from '../forms/wording.ts'
import { stationedForces, withForces } from '../people/stationed-forces.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import { inForceCondition, inList } from '../rows/conditions.ts'
import type { Commitment } from '../rows/observation-row.ts'

const source = 'alliance-commitments'

const obligations = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation'] as const
type Obligation = (typeof obligations)[number]
const words: Readonly<Record<Obligation, string>> = {
  defence: 'defence',
  offence: 'offence',
  neutrality: 'neutrality',
  nonaggression: 'non-aggression',
  consultation: 'consultation',
}

/** A treaty to which both are parties; the two sides' obligations may differ. */
interface Shared {
  readonly treaty: string
  readonly name: string
  readonly start: string
  readonly end: string | null
  readonly citation: string
  /** Whether the start day was verified in a text; otherwise only the year is reliable. */
  readonly daySure: boolean
  readonly owedByA: ReadonlySet<Obligation>
  readonly owedByB: ReadonlySet<Obligation>
  /** The rows of both parties behind it. */
  readonly rows: readonly [Commitment, Commitment]
}

/** Assesses formal written commitments in force between the two on the day, by obligation; for a pair with the United States also its forces in the other. */
export async function assessAlliance(bench: DomainInputs): Promise<DomainAssessment> {
  return withForces(await writtenCommitments(bench), await stationedForces(bench))
}

async function writtenCommitments(bench: DomainInputs): Promise<DomainAssessment> {
  const { a, b, to } = bench.dyad
  const all = await sharedTreaties(bench)
  const inForce = all.filter((treaty) => treaty.end === null || treaty.end >= to)
  const ended = all.filter((treaty) => treaty.end !== null && treaty.end < to)
  const covered = coverage(bench)
  const inside = covered !== undefined && to >= covered.from && to <= covered.to
  const silent = inForce.length === 0 && (!inside || covered.absence === 'unknown')
  const pair = `${inSentence(a.name)} and ${inSentence(b.name)}`
  return {
    id: 'alliance',
    title: 'Alliance',
    state: silent ? 'unknown' : 'observed',
    summary: inForce.length > 0 ? bound(bench, inForce) : nothing(pair, to, inside, silent, covered),
    estimates: obligations.flatMap((obligation) => estimatesOf(bench, obligation, inForce, silent)),
    items: [...inForce, ...ended].map(itemOf),
    notes: [
      'Alliance here means a written commitment: defence, offence, neutrality, non-aggression or consultation; partnerships without one are not counted.',
    ],
    ...(silent
      ? { wouldFill: 'The ATOP data (atopdata.org), all commitments 1815 to 2018; they may not be passed on with the record.' }
      : {}),
  }
}

async function sharedTreaties(bench: DomainInputs): Promise<Shared[]> {
  const { a, b, to } = bench.dyad
  const held = await loadedRows(bench)
  const theirs = held.commitments(b.iso3)
  const shared = held
    .commitments(a.iso3)
    .flatMap((own) => theirs.filter((other) => other['treaty'] === own['treaty']).map((other) => sharedTreaty(own, other)))
  return shared
    .filter(({ start, end }) => start <= to && (end === null || start <= end))
    .sort((x, y) => (x.start !== y.start ? (x.start < y.start ? -1 : 1) : x.treaty < y.treaty ? -1 : Number(x.treaty > y.treaty)))
}

/** Combines the two states' rows of a treaty. It binds both from the later of the two start days to the earlier of the two end days. */
function sharedTreaty(own: Commitment, other: Commitment): Shared {
  const starts = [own['start_date'], other['start_date']].filter((day) => day !== null).map(String)
  const ends = [own['end_date'], other['end_date']].filter((day) => day !== null).map(String)
  const owed = (row: Commitment): Set<Obligation> => new Set(obligations.filter((obligation) => row[obligation] === true))
  return {
    treaty: String(own['treaty']),
    name: String(own['name']),
    start: starts.sort().at(-1) ?? '',
    end: ends.sort()[0] ?? null,
    citation: String(own['citation']),
    daySure: !`${own['note'] ?? ''} ${other['note'] ?? ''}`.includes('not checked'),
    owedByA: owed(own),
    owedByB: owed(other),
    rows: [own, other],
  }
}

function coverage(bench: DomainInputs): { from: string; to: string; absence: string } | undefined {
  return bench.cards.get(source)?.coverage[0]
}

function bound(bench: DomainInputs, inForce: readonly Shared[]): string {
  const { a, b, to } = bench.dyad
  const owed = (side: 'owedByA' | 'owedByB'): Obligation[] =>
    obligations.filter((obligation) => inForce.some((treaty) => treaty[side].has(obligation)))
  const [byA, byB] = [owed('owedByA'), owed('owedByB')]
  const mutual = byA.filter((obligation) => byB.includes(obligation))
  const named = joinedWords(inForce.map((treaty) => `${treaty.name} (${treaty.start.slice(0, 4)})`))
  const both =
    mutual.length === 0 ? '' : `On ${to} ${inSentence(a.name)} and ${inSentence(b.name)} owe one another ${inWords(mutual)}, by ${named}.`
  const single = [
    only(inSentence(a.name), inSentence(b.name), byA, mutual),
    only(inSentence(b.name), inSentence(a.name), byB, mutual),
  ].filter((sentence) => sentence !== '')
  const alone = mutual.length === 0 ? `On ${to}, by ${named}: ${single.join(' ')}` : single.join(' ')
  const defence =
    byA.includes('defence') || byB.includes('defence')
      ? ''
      : `${inForce.length === 1 ? 'It does not commit' : 'None of these commits'} either to defend the other.`
  return [both, alone, defence].filter((sentence) => sentence !== '').join(' ')
}

function inWords(owed: readonly Obligation[]): string {
  return joinedWords(owed.map((obligation) => words[obligation]))
}

function only(debtor: string, creditor: string, owed: readonly Obligation[], mutual: readonly Obligation[]): string {
  const alone = owed.filter((obligation) => !mutual.includes(obligation))
  return alone.length === 0 ? '' : `${debtor} alone owes ${creditor} ${inWords(alone)}.`
}

function nothing(pair: string, to: string, inside: boolean, silent: boolean, covered: { from: string; to: string } | undefined): string {
  if (!inside) return `Unknown: the record's commitments cover ${covered === undefined ? 'no time' : `${covered.from} to ${covered.to}`}.`
  if (silent)
    return `Unknown: the record's table names no commitment between ${pair} on ${to}, and it is not complete enough to conclude that there is none.`
  return `On ${to} no formal commitment between ${pair} is in force.`
}

/** Returns one estimate where both have the same obligation, else one for each side. */
function estimatesOf(bench: DomainInputs, obligation: Obligation, inForce: readonly Shared[], silent: boolean): Estimate[] {
  const { a, b } = bench.dyad
  const [byA, byB] = [
    inForce.filter((treaty) => treaty.owedByA.has(obligation)),
    inForce.filter((treaty) => treaty.owedByB.has(obligation)),
  ]
  const same = byA.length === byB.length && byA.every((treaty) => byB.includes(treaty))
  if (same)
    return [estimateOf(bench, `commitment-${obligation}`, `treaties of the record that bind both to ${words[obligation]}`, byA, silent)]
  return [
    estimateOf(
      bench,
      `commitment-${obligation}-a`,
      `treaties that bind ${inSentence(a.name)} to ${words[obligation]} of ${inSentence(b.name)}`,
      byA,
      silent,
    ),
    estimateOf(
      bench,
      `commitment-${obligation}-b`,
      `treaties that bind ${inSentence(b.name)} to ${words[obligation]} of ${inSentence(a.name)}`,
      byB,
      silent,
    ),
  ]
}

function estimateOf(bench: DomainInputs, id: string, label: string, treaties: readonly Shared[], silent: boolean): Estimate {
  const { a, b, to } = bench.dyad
  const subject = { id, label, unit: 'count', period: to }
  if (treaties.length === 0)
    return unknown(
      subject,
      silent ? 'no commitment recorded, and the table is not complete' : 'no treaty of the record says so, and the table is not complete',
    )
  const behind = new Set(treaties.flatMap(({ rows }) => rows))
  const rows = `commitments where treaty in ${inList(new Set(treaties.map(({ treaty }) => treaty)))} and state in ${inList([a.iso3, b.iso3])} and ${inForceCondition(to)}`
  return {
    ...subject,
    state: 'observed',
    value: treaties.length,
    interval: 'exact',
    certainty: 'at least',
    method: `count of treaties of the record in force on ${to}; a treaty that the record lacks is not counted`,
    evidence: [{ source, vintage: vintageOf(bench.cards, source), rows, count: behind.size }],
  }
}

function itemOf(treaty: Shared): Item {
  const owed = obligations.filter((obligation) => treaty.owedByA.has(obligation) || treaty.owedByB.has(obligation))
  const marked = owed.map(
    (obligation) => `${words[obligation]}${treaty.owedByA.has(obligation) && treaty.owedByB.has(obligation) ? '' : ' (one side)'}`,
  )
  const day = (date: string): string => (treaty.daySure ? date : `about ${date.slice(0, 4)}`)
  const end = treaty.end === null ? 'in force' : `to ${day(treaty.end)}`
  return {
    kind: 'treaty',
    date: treaty.daySure ? treaty.start : treaty.start.slice(0, 4),
    text: `${treaty.name}: ${joinedWords(marked)}; from ${day(treaty.start)}, ${end}`,
    source,
    citation: treaty.citation,
  }
}
