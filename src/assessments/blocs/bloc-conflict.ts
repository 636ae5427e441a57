import { allFacts, armedConflicts, type Universe, yearsCovered } from '../../memory/index.ts'
import type { Estimate, Evidence } from '../../store/index.ts'
import type { DomainAssessment, Item } from '../forms/assessment.ts'
import { unknownDomain } from '../forms/unknown.ts'
import { inSentence, joinedWords } from '../forms/wording.ts'
import { whenWords, yearsOf } from '../relations/conflict-sentences.ts'
import { type ConflictYear, conflictEvidence, conflictYears } from '../relations/conflict-years.ts'
import { inList } from '../rows/conditions.ts'
import { type BlocInputs, crossPairs, memberName } from './bloc-parties.ts'

/** A pair across with its conflicts by year. */
interface OpposedPair {
  readonly pair: readonly [string, string]
  readonly rows: readonly ConflictYear[]
}

/** More pairs than this are counted and not named. */
const mostNamed = 4

/** Assesses armed conflict between states of the two sides since 1946, by the members of the day. */
export async function blocConflict(bloc: BlocInputs): Promise<DomainAssessment> {
  const { bench } = bloc
  const coverage = armedConflicts(bench.snapshot.manifest)
  if (coverage === undefined) {
    const wouldFill = 'UCDP/PRIO Armed Conflict Dataset (ucdp.uu.se/downloads), then visavis add ucdp-acd FILE.'
    return unknownDomain('conflict', 'Conflict', bench.dyad.to, 'the record has no list of armed conflicts.', wouldFill)
  }
  const opposed = await opposedPairs(bloc)
  return {
    id: 'conflict',
    title: 'Conflict',
    state: 'observed',
    summary: summary(bloc, opposed, coverage),
    estimates: figuresOf(bloc, opposed, coverage),
    items: opposed.map((one) => itemOf(one, bench.dyad.to)).sort((x, y) => (x.date < y.date ? 1 : -1)),
    notes: [
      `Clashes with fewer than 25 battle-related deaths in a year are not in the list, nor are conflicts with armed groups; it is complete to ${coverage.to}.`,
      'The states are the members of the day, whenever their conflicts were.',
    ],
  }
}

/** Says what stands first on the page where states of the two sides were on opposing sides of an armed conflict; empty otherwise. */
export async function blocsFirstOnConflict(bloc: BlocInputs): Promise<string[]> {
  const coverage = armedConflicts(bloc.bench.snapshot.manifest)
  const opposed = coverage === undefined ? [] : await opposedPairs(bloc)
  return opposed.length === 0 ? [] : [summary(bloc, opposed, coverage!)]
}

async function opposedPairs({ a, b, bench }: BlocInputs): Promise<OpposedPair[]> {
  const facts = await allFacts(bench.snapshot)
  return crossPairs(a, b).flatMap((pair) => {
    const rows = conflictYears(facts.get([...pair].sort().join(' ')) ?? [], bench.dyad.to)
    return rows.length === 0 ? [] : [{ pair, rows }]
  })
}

/** Returns the last year of which the record has every conflict by the day, or a later one with a row. */
function latestYear({ bench }: BlocInputs, opposed: readonly OpposedPair[], coverage: Universe): number {
  const covered = yearsCovered(coverage, ['USA', 'USA'], bench.dyad.to)
  return Math.max(covered.at(-1) ?? coverage.from, ...opposed.flatMap(({ rows }) => yearsOf(rows)))
}

function inYear(opposed: readonly OpposedPair[], year: number): OpposedPair[] {
  return opposed.filter(({ rows }) => rows.some((row) => row.year === year))
}

function summary(bloc: BlocInputs, opposed: readonly OpposedPair[], coverage: Universe): string {
  const { a, b, bench } = bloc
  const across = `a state of ${inSentence(a.name)} and ${b.isBloc ? `one of ${inSentence(b.name)}` : inSentence(b.name)}`
  const sides = a.isBloc ? across : `${inSentence(a.name)} and a state of ${inSentence(b.name)}`
  const year = latestYear(bloc, opposed, coverage)
  if (opposed.length === 0)
    return `No armed conflict between ${sides} with 25 or more battle-related deaths in a year is recorded, ${coverage.from} to ${year} (UCDP).`
  const now = inYear(opposed, year)
  const before = opposed.filter((one) => !now.includes(one))
  const all = crossPairs(a, b).length
  const current =
    now.length === 0
      ? `No armed conflict between ${sides} is recorded in ${year} (UCDP).`
      : `In ${year} ${year > coverage.to ? 'at least ' : ''}${countOf(now, all)} on opposing sides of an armed conflict (UCDP): ${namedPairs(now, bench.dyad.to)}.`
  if (before.length === 0) return current
  return `${current} ${now.length === 0 ? '' : 'Besides, '}${countOf(before, all)} on opposing sides of one in earlier years since ${coverage.from}: ${namedPairs(before, bench.dyad.to)}.`
}

function countOf(pairs: readonly OpposedPair[], all: number): string {
  return `${pairs.length} of ${all} pairs across ${pairs.length === 1 ? 'was' : 'were'}`
}

function namedPairs(opposed: readonly OpposedPair[], to: string): string {
  const inOrder = [...opposed].sort((x, y) => yearsOf(y.rows).at(-1)! - yearsOf(x.rows).at(-1)!)
  const named = inOrder
    .slice(0, mostNamed)
    .map(({ pair, rows }) => `${pair.map((one) => inSentence(memberName(one, to))).join(' and ')} ${whenWords(yearsOf(rows))}`)
  return inOrder.length > mostNamed ? `${named.join('; ')}; and ${inOrder.length - mostNamed} more` : named.join('; ')
}

function figuresOf(bloc: BlocInputs, opposed: readonly OpposedPair[], coverage: Universe): Estimate[] {
  const { a, b } = bloc
  const all = a.members.length * b.members.length
  const year = latestYear(bloc, opposed, coverage)
  const method = 'pairs of states in the UCDP/PRIO list, which has every armed conflict with 25 or more battle-related deaths in a year'
  const figure = (id: string, label: string, period: string, pairs: readonly OpposedPair[], from: number): Estimate => ({
    ...{
      state: 'observed',
      id,
      label,
      unit: 'count',
      period,
      value: pairs.length,
      interval: 'exact',
      method,
      ...(year > coverage.to ? { certainty: 'at least' as const } : {}),
    },
    evidence: evidenceOf(bloc, pairs, coverage, [from, year]),
  })
  return [
    figure(
      'conflict-pairs',
      `pairs of ${all} across on opposing sides of an armed conflict in the year`,
      `${year}`,
      inYear(opposed, year),
      year,
    ),
    figure(
      'conflict-pairs-ever',
      `pairs of ${all} across ever on opposing sides of an armed conflict`,
      `${coverage.from}/${year}`,
      opposed,
      coverage.from,
    ),
  ]
}

function evidenceOf(
  { a, b }: BlocInputs,
  opposed: readonly OpposedPair[],
  coverage: Universe,
  [from, to]: readonly [number, number],
): Evidence[] {
  const rows = opposed.flatMap((one) => one.rows.filter(({ year }) => year >= from && year <= to))
  const [one, other] = [inList(a.members), inList(b.members)]
  const across = `((state_a in ${one} and state_b in ${other}) or (state_a in ${other} and state_b in ${one}))`
  return conflictEvidence(coverage, rows, `year between ${from} and ${to} and ${across}`)
}

function itemOf({ pair, rows }: OpposedPair, to: string): Item {
  const years = yearsOf(rows)
  const wars = yearsOf(rows.filter(({ intensity }) => intensity === 2))
  return {
    kind: 'conflict',
    date: `${years.at(-1)}`,
    text: `${joinedWords(pair.map((one) => memberName(one, to)))} on opposing sides ${whenWords(years)}${wars.length === 0 ? '' : `; 1,000 or more battle-related deaths ${whenWords(wars)}`}`,
    source: rows.at(-1)!.source,
  }
}
