import { looseTreaties } from '../../measures/standing/standing-bodies.ts'
import type { Estimate, Subject } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { unknown, vintageOf } from '../forms/unknown.ts'
import { inSentence, joinedWords, withArticle } from '../forms/wording.ts'
import { stationedForces, withForces } from '../people/stationed-forces.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import { allianceRecall, areBothCsce, isNoneEstimated, type Recall, recallWords } from '../record/table-recall.ts'
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

/** What a treaty with the obligation is called, in the plural. */
const pacts: Readonly<Record<Obligation, string>> = {
  defence: 'defence pacts',
  offence: 'pacts to join an attack',
  neutrality: 'neutrality pacts',
  nonaggression: 'non-aggression pacts',
  consultation: 'consultation pacts',
}

/** Assesses formal written commitments in force between the two on the day, by obligation; for a pair with the United States also its forces in the other. */
export async function assessAlliance(bench: DomainInputs): Promise<DomainAssessment> {
  return withForces(await writtenCommitments(bench), await stationedForces(bench))
}

/** Where the table has no treaty, the answer is an estimate of none with the recall of the table, or unknown where that recall is too low. */
async function writtenCommitments(bench: DomainInputs): Promise<DomainAssessment> {
  const { to } = bench.dyad
  const all = await sharedTreaties(bench)
  const inForce = all.filter((treaty) => treaty.end === null || treaty.end >= to)
  const ended = all.filter((treaty) => treaty.end !== null && treaty.end < to)
  const owed = await owedToAnybody(bench)
  const estimates = obligations.flatMap((obligation) => estimatesOf(bench, obligation, inForce, owed))
  const isEstimated = estimates.some(({ state }) => state === 'estimated')
  return {
    id: 'alliance',
    title: 'Alliance',
    state: inForce.length > 0 ? 'observed' : isEstimated ? 'estimated' : 'unknown',
    summary: inForce.length > 0 ? bound(bench, inForce) : nothing(bench),
    estimates,
    items: [...inForce, ...ended].map(itemOf),
    notes: [
      'Alliance here means a written commitment: defence, offence, neutrality, non-aggression or consultation; partnerships without one are not counted.',
      ...(inForce.length === 0 ? recallNotes(bench) : []),
    ],
    ...(inForce.length > 0 || isEstimated
      ? {}
      : { wouldFill: 'The ATOP data (atopdata.org), all commitments 1815 to 2018; they may not be passed on with the record.' }),
  }
}

/** Returns the recall that makes silence on an obligation an estimate of none; undefined if silence says nothing. */
function recallOfNone(bench: DomainInputs, obligation: Obligation): Recall | undefined {
  const { a, b, to } = bench.dyad
  const covered = bench.cards.get(source)?.coverage[0]
  if (covered === undefined || to > covered.to || (obligation === 'nonaggression' && areBothCsce(a.iso3, b.iso3, to))) return undefined
  const recall = allianceRecall(obligation, to)
  return recall !== undefined && isNoneEstimated(recall) ? recall : undefined
}

/** Returns the rows of either state that are in force on the day, whoever the other parties are. */
async function owedToAnybody(bench: DomainInputs): Promise<Commitment[]> {
  const { a, b, to } = bench.dyad
  const held = await loadedRows(bench)
  return [a, b]
    .flatMap(({ iso3 }) => held.commitments(iso3))
    .filter((row) => String(row['start_date']) <= to && (row['end_date'] === null || String(row['end_date']) >= to))
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

function bound(bench: DomainInputs, inForce: readonly Shared[]): string {
  const { a, b, to } = bench.dyad
  const owed = (side: 'owedByA' | 'owedByB'): Obligation[] =>
    obligations.filter((obligation) => inForce.some((treaty) => treaty[side].has(obligation)))
  const [byA, byB] = [owed('owedByA'), owed('owedByB')]
  const mutual = byA.filter((obligation) => byB.includes(obligation))
  const named = joinedWords(
    inForce.map((treaty, i) => `${withArticle(treaty.name)} (${i === 0 ? 'binding both since' : 'since'} ${treaty.start.slice(0, 4)})`),
  )
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
  return [both, alone, defence, ...neutralSides(bench, inForce)].filter((sentence) => sentence !== '').join(' ')
}

/** Says of a neutral state that its treaty of defence leaves it so; as a list of one or none. Nothing where another treaty obliges it to defend the other. */
function neutralSides({ dyad: { a, b } }: DomainInputs, inForce: readonly Shared[]): string[] {
  const ofDefence = inForce.filter(({ owedByA, owedByB }) => owedByA.has('defence') || owedByB.has('defence'))
  const [treaty, ...others] = ofDefence
  if (treaty === undefined || others.length > 0) return []
  const neutral = [a, b].filter((_, i) => String(treaty.rows[i]!['note'] ?? '').startsWith('neutral'))
  if (neutral.length === 0) return []
  return [`The promise of defence leaves the neutrality of ${joinedWords(neutral.map(({ name }) => inSentence(name)))} untouched.`]
}

function inWords(owed: readonly Obligation[]): string {
  return joinedWords(owed.map((obligation) => words[obligation]))
}

function only(debtor: string, creditor: string, owed: readonly Obligation[], mutual: readonly Obligation[]): string {
  const alone = owed.filter((obligation) => !mutual.includes(obligation))
  return alone.length === 0 ? '' : `${debtor} alone owes ${creditor} ${inWords(alone)}.`
}

function nothing(bench: DomainInputs): string {
  const { a, b, to } = bench.dyad
  const known = obligations.filter((obligation) => (recallOfNone(bench, obligation)?.of ?? 0) > 0)
  if (known.length === 0)
    return `Unknown: the record's table of commitments is not complete enough on ${to} to conclude that there is none.`
  return `No treaty of defence, non-aggression or consultation between ${inSentence(a.name)} and ${inSentence(b.name)} was found for ${to}.`
}

/** Says how much of a reference the table has, and which obligations remain open; as a list of one or none. */
function recallNotes(bench: DomainInputs): string[] {
  const known = obligations.flatMap((obligation) => {
    const recall = recallOfNone(bench, obligation)
    return recall === undefined || recall.of === 0 ? [] : [{ obligation, recall }]
  })
  const [first] = known
  if (first === undefined) return []
  const { reference, years } = first.recall
  const shares = known.map(({ obligation, recall }) => `${Math.round((100 * recall.found) / recall.of)} % of the ${pacts[obligation]}`)
  const open = obligations.filter((obligation) => recallOfNone(bench, obligation) === undefined)
  const unknownOnes =
    open.length === 0 ? '' : ` A duty of ${open.map((obligation) => words[obligation]).join(' or ')} is unknown where none is named.`
  return [`Our table of treaties has ${joinedWords(shares)} that ${reference} lists (${years[0]} to ${years[1]}).${unknownOnes}`]
}

/** Returns one estimate where both have the same obligation, else one for each side. */
function estimatesOf(bench: DomainInputs, obligation: Obligation, inForce: readonly Shared[], owed: readonly Commitment[]): Estimate[] {
  const [a, b] = [inSentence(bench.dyad.a.name), inSentence(bench.dyad.b.name)]
  const [byA, byB] = [
    inForce.filter((treaty) => treaty.owedByA.has(obligation)),
    inForce.filter((treaty) => treaty.owedByB.has(obligation)),
  ]
  const figure = (suffix: string, label: string, treaties: readonly Shared[]): Estimate => {
    const subject = { id: `commitment-${obligation}${suffix}`, label, unit: 'count', period: bench.dyad.to }
    return treaties.length > 0 ? countOf(bench, subject, treaties) : noneFound(bench, subject, obligation, owed)
  }
  const same = byA.length === byB.length && byA.every((treaty) => byB.includes(treaty))
  if (same) return [figure('', `treaties of the record that bind both to ${words[obligation]}`, byA)]
  return [
    figure('-a', `treaties that bind ${a} to ${words[obligation]} of ${b}`, byA),
    figure('-b', `treaties that bind ${b} to ${words[obligation]} of ${a}`, byB),
  ]
}

function countOf(bench: DomainInputs, subject: Subject, treaties: readonly Shared[]): Estimate {
  const { a, b, to } = bench.dyad
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

/** Returns an estimate of none with the recall of the table; unknown if the recall is too low or was not measured. */
function noneFound(bench: DomainInputs, subject: Subject, obligation: Obligation, owed: readonly Commitment[]): Estimate {
  const { a, b, to } = bench.dyad
  const recall = recallOfNone(bench, obligation)
  if (recall === undefined) return unknown(subject, whyUnknown(bench, obligation))
  return {
    ...subject,
    state: 'estimated',
    value: 0,
    interval: { level: 0.9, low: 0, high: 0, kind: 'binomial' },
    method: `none among the treaties of the record in force on ${to}; ${recallWords(recall, pacts[obligation])}`,
    evidence: [
      {
        source,
        vintage: vintageOf(bench.cards, source),
        rows: `commitments where state in ${inList([a.iso3, b.iso3])} and ${obligation} and ${inForceCondition(to)}`,
        count: owed.filter((row) => row[obligation] === true).length,
      },
    ],
    note: `None found; ${recallWords(recall, pacts[obligation])}.`,
  }
}

function whyUnknown({ dyad: { a, b, to } }: DomainInputs, obligation: Obligation): string {
  if (obligation === 'nonaggression' && areBothCsce(a.iso3, b.iso3, to))
    return 'no treaty of the record says so; the Helsinki Final Act of 1975, which both follow, is a political pledge and is not counted'
  const recall = allianceRecall(obligation, to)
  return recall === undefined
    ? `the recall of the table on ${to} is not known`
    : `no treaty of the record says so, but ${shareKnown(recall, obligation)}`
}

function shareKnown(recall: Recall, obligation: Obligation): string {
  const { found, of, reference, years } = recall
  if (of === 0) return recallWords(recall, pacts[obligation])
  return `our table has only ${Math.round((100 * found) / of)} % of the ${pacts[obligation]} that ${reference} lists (${years[0]} to ${years[1]})`
}

function itemOf(treaty: Shared): Item {
  const owed = obligations.filter((obligation) => treaty.owedByA.has(obligation) || treaty.owedByB.has(obligation))
  const marked = owed.map(
    (obligation) => `${words[obligation]}${treaty.owedByA.has(obligation) && treaty.owedByB.has(obligation) ? '' : ' (one side)'}`,
  )
  const day = (date: string): string => (treaty.daySure ? date : `about ${date.slice(0, 4)}`)
  const loose = looseTreaties.get(treaty.treaty)
  const end = treaty.end === null ? 'in force' : `to ${day(treaty.end)}`
  return {
    kind: 'treaty',
    date: treaty.daySure ? treaty.start : treaty.start.slice(0, 4),
    text: `${treaty.name}: ${joinedWords(marked)}; from ${day(treaty.start)}, ${end}`,
    source,
    citation: treaty.citation,
    ...(loose === undefined ? {} : { loose }),
  }
}
