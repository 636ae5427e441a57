import { VisavisError } from '../../errors.ts'
import type { Clause } from '../../measures/standing/standing-rule.ts'
import { nameOn, type State } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { StandingSentence } from '../forms/standing-sentence.ts'
import { type StandingRow, standingOfPair, standingOfYear } from './standing-of-pairs.ts'
import { standingWords } from './standing-words.ts'

/** Which pairs, in which year. Neither state: all pairs. */
export interface StandingRequest {
  readonly year: number
  readonly lastDay: string
  readonly a: State | undefined
  readonly b: State | undefined
}

/** A pair with the facts that place it and what would move it. */
interface StandingDetail extends StandingSentence {
  readonly clause: Clause
  readonly day: string
}

export interface StandingAnswer {
  readonly schemaVersion: 1
  readonly year: number
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly a: { readonly iso3: string; readonly name: string } | null
  readonly b: { readonly iso3: string; readonly name: string } | null
  /** Only for a single pair. */
  readonly detail: StandingDetail | null
  readonly rows: readonly StandingRow[]
}

/**
 * Answers `measure standing`.
 *
 * @throws VisavisError NoCoverage if the record has no facts of relations between states, or the two were not states together in that year
 */
export async function standingAnswer(snapshot: Snapshot, { year, lastDay, a, b }: StandingRequest): Promise<StandingAnswer> {
  const { id, created } = snapshot.manifest
  const rows = await standingOfYear(snapshot, year, lastDay, a)
  if (rows === undefined)
    throw new VisavisError('NoCoverage', 'this record has no facts of relations between states (it is older than their table)', {
      hint: 'visavis sources interstate-relations',
    })
  const own = b === undefined ? rows : rows.filter(({ iso3_a, iso3_b }) => iso3_a === b.iso3 || iso3_b === b.iso3)
  const day = [`${year}-12-31`, lastDay].sort()[0]!
  const named = (state: State | undefined): StandingAnswer['a'] =>
    state === undefined ? null : { iso3: state.iso3, name: nameOn(state, day) }
  return {
    schemaVersion: 1,
    year,
    snapshot: { id, created },
    a: named(a),
    b: named(b),
    detail: a === undefined || b === undefined ? null : await detailOf(snapshot, a, b, year, lastDay),
    rows: own,
  }
}

async function detailOf(snapshot: Snapshot, a: State, b: State, year: number, lastDay: string): Promise<StandingDetail> {
  const standing = await standingOfPair(snapshot, a, b, year, lastDay)
  if (standing === undefined)
    throw new VisavisError('NoSuchStateThen', `${a.name} and ${b.name} were not both states on one day of ${year}`, {
      hint: `visavis states ${a.iso3}`,
    })
  return { ...standingWords(standing, nameOn(a, standing.day), nameOn(b, standing.day)), clause: standing.clause, day: standing.day }
}
