import {
  absentFigure,
  type FactRow,
  type FigureRow,
  factsOf,
  figureOf,
  figuresOf,
  type PairFigures,
  type Universe,
} from '../../memory/index.ts'
import { nameOn, type State, stateOf } from '../../states/index.ts'
import type { Estimate, Known } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { unknown, unknownDomain } from '../forms/unknown.ts'
import { inSentence, joinedWords } from '../forms/wording.ts'
import { knownFigure } from '../record/memory-figure.ts'
import {
  conflictLead,
  intensityWords,
  noConflict,
  type PairConflicts,
  sanaaSince,
  stretchesOf,
  yearsOf,
} from '../relations/conflict-sentences.ts'
import { type ConflictYear, conflictEvidence, conflictYears } from '../relations/conflict-years.ts'
import { type AddedConflict, crisisFigures, nothingAdded } from '../relations/crisis-figures.ts'
import { cyberFigures } from '../relations/cyber-figures.ts'
import { disputeFigures } from '../relations/dispute-figures.ts'
import { relationItems } from '../relations/relation-items.ts'
import {
  afterWarSentences,
  claimSentence,
  clashSentence,
  fightingSentence,
  isOngoing,
  latestFighting,
  type PairRelations,
} from '../relations/relation-sentences.ts'
import { grouped } from '../rows/grouped.ts'

/** Former states that UCDP takes for the same party as a later one. */
const sameParty: Readonly<Record<string, string>> = { SRB: 'YUG', YEM: 'YAR' }

const wouldFill = 'UCDP/PRIO Armed Conflict Dataset (ucdp.uu.se/downloads), then visavis add ucdp-acd FILE.'

interface Found extends PairConflicts {
  /** The list that has every conflict of its years. */
  readonly list: Universe
  readonly figures: PairFigures
}

/** What the record has of a pair: its armed conflicts, where it has a list of them, and the reviewed tables of relations and claims. */
interface Gathered {
  readonly found: Found | undefined
  readonly relations: PairRelations
  /** The sentences that stand first on the page; empty where there was no armed conflict of the two. */
  readonly lead: readonly string[]
}

/**
 * Assesses conflict between the two since 1946: the years in which they were on opposing sides of an armed conflict, how many of them were years of war, and the
 * last; then fighting, armistice, peace and territorial claims from the reviewed tables. Where the list of armed conflicts covers the pair, a year without a row
 * is an observed none above its threshold of 25 battle-related deaths.
 */
export async function assessConflict(bench: DomainInputs): Promise<DomainAssessment> {
  const { to } = bench.dyad
  const { found, relations, lead } = await gathered(bench)
  const added = await addedLists(bench)
  const own = [...itemsOf(found?.rows ?? []), ...relationItems(relations)]
  const covered = found !== undefined && (found.covered.length > 0 || found.rows.length > 0)
  if (!covered && own.length === 0 && added.estimates.length === 0) {
    const reason =
      found === undefined
        ? 'the record has no list of armed conflicts.'
        : `the list of armed conflicts covers no year by ${to} in which both were states.`
    return unknownDomain('conflict', 'Conflict', to, reason, wouldFill)
  }
  const none = covered && found.rows.length === 0 ? [noConflict(found)] : []
  const after = lead.length === 0 ? afterWarSentences(relations) : []
  return {
    id: 'conflict',
    title: 'Conflict',
    state: 'observed',
    summary: [...lead, ...none, ...after, ...clashSentence(relations), ...added.sentences, ...claimSentence(relations)].join(' '),
    estimates: [
      ...(covered
        ? figuresOn(bench, found)
        : [
            unknown(
              { id: 'conflict-years', label: figureOf('conflict-years').title, unit: 'count', period: to },
              'no list of armed conflicts covers the pair',
              wouldFill,
            ),
          ]),
      ...added.estimates,
    ],
    items: [...own, ...added.items],
    notes: [
      ...(covered ? notesOn(found) : []),
      ...(own.some(({ source }) => source !== 'ucdp-acd')
        ? ['Tables of fighting, armistices and claims are not complete: a pair without an entry is unknown.']
        : []),
      ...added.notes,
    ],
  }
}

/** Gathers what lists that the user added say: militarized disputes, international crises and cyber incidents. */
async function addedLists(bench: DomainInputs): Promise<AddedConflict> {
  const disputes = { ...nothingAdded, ...(await disputeFigures(bench)) }
  return joined([disputes, await crisisFigures(bench), await cyberFigures(bench)])
}

function joined(parts: readonly AddedConflict[]): AddedConflict {
  return {
    estimates: parts.flatMap(({ estimates }) => estimates),
    sentences: parts.flatMap(({ sentences }) => sentences),
    items: parts.flatMap(({ items }) => items),
    notes: parts.flatMap(({ notes }) => notes),
  }
}

/** Says what stands first on the page of a pair that was ever on opposing sides of an armed conflict; empty for all others. */
export async function firstOnConflict(bench: DomainInputs): Promise<string[]> {
  const { lead } = await gathered(bench)
  return lead.length === 0 ? [] : [lead.join(' ')]
}

const asked = new WeakMap<DomainInputs, Promise<Gathered>>()

/** Gathers what the record has of a pair, once for the domain and for the first lines of the page. */
function gathered(bench: DomainInputs): Promise<Gathered> {
  const found = asked.get(bench) ?? gather(bench)
  asked.set(bench, found)
  return found
}

async function gather(bench: DomainInputs): Promise<Gathered> {
  const [found, relations, former] = await Promise.all([conflictsOf(bench), relationsOf(bench), formerLead(bench)])
  const fighting = latestFighting(relations)
  const told = fighting !== undefined && isLater(fighting, found, relations.day)
  const fought = [
    ...(told ? [fightingSentence(relations, fighting)] : []),
    ...(found === undefined ? [] : conflictLead(found, told)),
    ...former,
  ]
  return { found, relations, lead: fought.length === 0 ? [] : [...fought, ...afterWarSentences(relations)] }
}

/** Whether fighting of the reviewed table goes on, or ended after the years of which the list has every conflict, or after the last conflict of the list. */
function isLater(fighting: FactRow, found: Found | undefined, day: string): boolean {
  if (found === undefined || isOngoing(fighting, day)) return true
  const year = Number(fighting.end_last!.slice(0, 4))
  return year > found.list.to || year > Math.max(0, ...yearsOf(found.rows))
}

async function relationsOf({ dyad, snapshot }: DomainInputs): Promise<PairRelations> {
  const { a, b, to } = dyad
  return { a, b, day: to, facts: await factsOf(snapshot, a.iso3, b.iso3, to) }
}

async function conflictsOf(bench: DomainInputs, pair: readonly [State, State] = [bench.dyad.a, bench.dyad.b]): Promise<Found | undefined> {
  const [a, b] = pair
  const { snapshot, dyad } = bench
  const absent = absentFigure(figureOf('conflict-years'), snapshot.manifest, [a.iso3, b.iso3], dyad.to)
  if (absent === undefined) return undefined
  const [facts, figures] = await Promise.all([factsOf(snapshot, a.iso3, b.iso3, dyad.to), figuresOf(snapshot, a.iso3, b.iso3)])
  const list = absent.universe
  return { a, b, rows: conflictYears(facts, dyad.to), covered: absent.years, complete: list.to, list, figures }
}

/** Says what the list has of a former state that it takes for the same party as one of the two. */
async function formerLead(bench: DomainInputs): Promise<string[]> {
  const { a, b } = bench.dyad
  const pairs = [
    ...(sameParty[a.iso3] === undefined ? [] : [[stateOf(sameParty[a.iso3]!)!, b, a] as const]),
    ...(sameParty[b.iso3] === undefined ? [] : [[a, stateOf(sameParty[b.iso3]!)!, b] as const]),
  ]
  const told = await Promise.all(
    pairs.map(async ([one, other, heir]) => {
      const found = await conflictsOf(bench, [one, other])
      const lead = found === undefined ? [] : conflictLead(found, false)
      const former = one.iso3 === a.iso3 ? other : one
      return lead.length === 0 ? [] : [...lead, `UCDP counts ${inSentence(former.name)} and ${inSentence(heir.name)} as one party.`]
    }),
  )
  return told.flat()
}

function figuresOn({ dyad }: DomainInputs, found: Found): Estimate[] {
  const { a, b, figures, list, rows, covered } = found
  const seriesOf = (id: string): readonly FigureRow[] => figures.series(id, a.iso3, b.iso3, dyad.to)
  const intensities = seriesOf('conflict-intensity')
  // all years of the list, and single later ones with a conflict
  const years = [...new Set([...covered, ...intensities.map(({ year }) => year)])].sort((x, y) => x - y)
  const [first, last] = [years[0]!, years.at(-1)!]
  const [one, other] = [a.iso3, b.iso3].sort()
  const evidence = conflictEvidence(list, rows, `state_a = '${one}' and state_b = '${other}' and year <= ${last}`)
  const period = first === last ? `${first}` : `${first}/${last}`
  const known = (id: string, row: FigureRow): Known => knownFigure(figureOf(id), row, dyad, 'a', evidence)
  // a pair that was never on opposing sides has no row: none in all years of the list
  const none: Omit<FigureRow, 'figure' | 'unit' | 'value'> = {
    ...{ a: one!, b: other!, year: last, low: null, high: null, status: 'observed', firm: true, certainty: null, reporter: null },
    ...{ source: list.source, vintage: list.vintage, n: years.length, basis: null, seen: `${last}-12-31`, place: null, among: null },
  }
  const rowOf = (id: string): FigureRow => seriesOf(id).at(-1) ?? { ...none, figure: id, unit: figureOf(id).unit, value: 0 }
  const lastFought = seriesOf('last-conflict-year').at(-1)
  const deaths = 'deaths are those of the whole conflict'
  const level = known('conflict-intensity', rowOf('conflict-intensity'))
  return [
    ...['conflict-years', 'war-years'].map((id) => ({ ...known(id, rowOf(id)), period })),
    lastFought === undefined
      ? notApplicable('last-conflict-year', period, 'no armed conflict between the two is recorded')
      : { ...known('last-conflict-year', lastFought), period },
    { ...level, method: `${level.method}; ${deaths}` },
    ...(rows.length === 0
      ? []
      : intensities.map((row) => ({
          ...known('conflict-intensity', row),
          ...{ id: 'conflict-intensity.series', label: 'armed conflict in the year', method: `${level.method}; ${deaths}` },
        }))),
  ]
}

function notApplicable(id: string, period: string, reason: string): Estimate {
  const { title, unit } = figureOf(id)
  return { state: 'not-applicable', id, label: title, unit, period, reason }
}

/** Lists the stretches of each conflict, newest first. */
function itemsOf(rows: readonly ConflictYear[]): Item[] {
  const items = [...grouped(rows, (row) => `${row.conflict} ${row.role_a} ${row.role_b}`).values()].flatMap((group) =>
    stretchesOf(yearsOf(group)).map(([from, to]) => itemOf(group.filter(({ year }) => year >= from && year <= to))),
  )
  return items.sort((x, y) => (x.date < y.date ? 1 : -1))
}

function itemOf(rows: readonly ConflictYear[]): Item {
  const [row, last] = [rows[0]!, rows.at(-1)!]
  const [from, to] = [row.year, last.year]
  const name = (codes: string): string => joinedWords(codes.split(' ').map((iso3) => inSentence(nameOn(stateOf(iso3)!, `${from}-12-31`))))
  const sides =
    row.side_b === null ? `armed opponents of the government of ${name(row.side_a)}` : `${name(row.side_a)} against ${name(row.side_b)}`
  const helpers = [...(row.role_a === 2 ? [row.state_a] : []), ...(row.role_b === 2 ? [row.state_b] : [])].join(' ')
  const support = helpers === '' ? '' : row.side_b === null ? `, with ${name(helpers)} on their side` : `, with support of ${name(helpers)}`
  return {
    kind: 'conflict',
    date: last.episode_ended ?? `${to}-12-31`,
    text: `${from === to ? from : `${from} to ${to}`}: ${sides}${support}${row.territory === null ? '' : `; territory: ${row.territory}`}; ${intensityWords(rows)}`,
    source: last.source,
    citation: joinedWords([...new Set(rows.map(({ locator }) => locator))]),
  }
}

function notesOn({ rows, list, a, b }: Found): string[] {
  return [
    `Clashes with fewer than 25 battle-related deaths in a year are not in the list, nor are conflicts with armed groups; it is complete to ${list.to}.`,
    ...(rows.some(({ side_a, side_b }) => side_a.includes(' ') || side_b?.includes(' ') === true)
      ? ['Deaths are counted for the conflict as a whole: of two coalitions, not every state fought each state of the other side.']
      : []),
    ...([a.iso3, b.iso3].includes('YEM') && rows.some(({ year }) => year >= sanaaSince)
      ? ['From 2015 on UCDP takes the authorities in Sanaa (Ansarallah) for the government of Yemen.']
      : []),
  ]
}
