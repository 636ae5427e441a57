import { VisavisError } from '../../errors.ts'
import { type StandingClass, type StandingOrder, standingClasses } from '../../measures/standing/standing-classes.ts'
import { nameOn, type State, stateOf } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { gdpOf } from '../rows/gdp.ts'
import { type StandingRow, standingOfPair, standingOfYear } from './standing-of-pairs.ts'
import { standingWords } from './standing-words.ts'

/** Between which two years, and of whom; undefined: all states. */
export interface ChangesRequest {
  readonly from: number
  readonly to: number
  readonly lastDay: string
  readonly state: State | undefined
  /** The most rows that are returned of each direction; undefined: all. */
  readonly limit: number | undefined
}

/** A pair that stands in another class than before. */
interface StandingChange {
  readonly iso3_a: string
  readonly iso3_b: string
  readonly a: string
  readonly b: string
  readonly before: StandingClass
  readonly after: StandingClass
  /** Classes between the two; negative is worse. */
  readonly moved: number
  readonly since: number
  readonly sentence: string
}

export interface ChangesAnswer {
  readonly schemaVersion: 1
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly from: number
  readonly to: number
  readonly state: { readonly iso3: string; readonly name: string } | null
  /** Pairs that were states together in both years. */
  readonly pairs: number
  readonly worse: { readonly of: number; readonly rows: readonly StandingChange[] }
  readonly better: { readonly of: number; readonly rows: readonly StandingChange[] }
}

/** A pair in both years. */
interface Move {
  readonly before: StandingRow
  readonly after: StandingRow
}

/**
 * Answers `changes`: the pairs whose class of standing is another in the last year than in the first, the worse and the better apart. Those that are or were
 * nearest to war come first, and of equal ones those with the larger economies (the product of the two GDPs of the newest year; states without a GDP last).
 *
 * @throws VisavisError NoCoverage if the record has no facts of relations between states
 */
export async function standingChanges(snapshot: Snapshot, request: ChangesRequest): Promise<ChangesAnswer> {
  const { from, to, lastDay, state, limit } = request
  const earlier = await standingOfYear(snapshot, from, lastDay, state)
  const later = await standingOfYear(snapshot, to, lastDay, state)
  if (earlier === undefined || later === undefined)
    throw new VisavisError('NoCoverage', 'this record has no facts of relations between states (it is older than their table)', {
      hint: 'visavis sources interstate-relations',
    })
  const then = new Map(earlier.map((row) => [`${row.iso3_a} ${row.iso3_b}`, row]))
  const both = later.flatMap((after): Move[] => {
    const before = then.get(`${after.iso3_a} ${after.iso3_b}`)
    return before === undefined ? [] : [{ before, after }]
  })
  const moves = inOrder(both.filter(hasMoved), await gdpByState(snapshot))
  const [worse, better] = [-1, 1].map((sign) => moves.filter(({ before, after }) => Math.sign(after.order - before.order) === sign))
  const shown = async (those: readonly Move[]): Promise<ChangesAnswer['worse']> => ({
    of: those.length,
    rows: await Promise.all(those.slice(0, limit).map((move) => inWords(snapshot, move, request))),
  })
  const { id, created } = snapshot.manifest
  return {
    schemaVersion: 1,
    snapshot: { id, created },
    from,
    to,
    state: state === undefined ? null : { iso3: state.iso3, name: nameOn(state, lastDay) },
    pairs: both.length,
    worse: await shown(worse!),
    better: await shown(better!),
  }
}

function hasMoved({ before, after }: Move): boolean {
  return before.order !== after.order
}

function inOrder(moves: readonly Move[], gdp: ReadonlyMap<string, number>): readonly Move[] {
  const nearest = ({ before, after }: Move): StandingOrder => (before.order < after.order ? before.order : after.order)
  const size = ({ after }: Move): number => (gdp.get(after.iso3_a) ?? 0) * (gdp.get(after.iso3_b) ?? 0)
  return [...moves].sort((x, y) => nearest(x) - nearest(y) || size(y) - size(x))
}

/** The newest GDP of each state in current USD, by the World Bank. */
async function gdpByState(snapshot: Snapshot): Promise<ReadonlyMap<string, number>> {
  // years ascend, so that the newest stays
  return new Map((await gdpOf(snapshot, null)).map(({ state, value }) => [state, value]))
}

async function inWords(snapshot: Snapshot, { before, after }: Move, { to, lastDay }: ChangesRequest): Promise<StandingChange> {
  const [a, b] = [stateOf(after.iso3_a)!, stateOf(after.iso3_b)!]
  const standing = (await standingOfPair(snapshot, a, b, to, lastDay))!
  const [nameA, nameB] = [nameOn(a, standing.day), nameOn(b, standing.day)]
  return {
    iso3_a: a.iso3,
    iso3_b: b.iso3,
    a: nameA,
    b: nameB,
    before: standingClasses[before.order],
    after: standingClasses[after.order],
    moved: after.order - before.order,
    since: after.since,
    sentence: standingWords(standing, nameA, nameB).sentence,
  }
}
