import { type Bloc, blocs, existedOn, type State, stateOf, states } from '../../states/index.ts'
import type { BlocFacts } from './bloc-facts.ts'
import type { EventFacts } from './event-facts.ts'
import { type EventPanel, EventPanelBuilder } from './event-panel.ts'

/** What is known of a state and a bloc that it is not in, from which it is forecast whether it joins. */
export const joiningCovariates = [
  'forum',
  'regional organisation',
  'alliance',
  'economic organisation',
  'producer group',
  'universal organisation',
  'neighbours in it',
  'shared other blocs',
  'other role',
  'years in it, logarithm',
  'joined in five years',
  'age of the bloc',
  'size of the bloc',
  'distance of votes',
  'distance unknown',
  'age of the state',
] as const

/** Kinds of blocs that have a covariate of their own; the others are their common reference. */
const kinds: readonly string[] = joiningCovariates.slice(0, 6)

/** What is known of a member, from which it is forecast whether it leaves. */
export const leavingCovariates = [
  'neighbours in it',
  'left in five years',
  'years a member',
  'size of the bloc',
  'distance of votes',
  'distance unknown',
] as const

const usualDistance = 1
/** Bodies that nobody can join or leave. */
const closed: ReadonlySet<string> = new Set(['P5'])

/** The blocs of a day that states can join and leave. */
export function openBlocs(day: string): readonly Bloc[] {
  return blocs.filter(({ id, founded, dissolved }) => !closed.has(id) && founded <= day && (dissolved === null || dissolved > day))
}

/** Returns the covariates of `joiningCovariates` at the end of a year. */
export function joiningValues(
  facts: EventFacts,
  held: BlocFacts,
  bloc: Bloc,
  state: State,
  year: number,
  alive: readonly string[],
): number[] {
  const day = `${year}-12-31`
  const distance = held.distance(facts, bloc.id, state.iso3, year)
  const role = held.otherRoleSince(bloc.id, state.iso3, day)
  const since = Math.max(...state.spans.map(({ from }) => Number(from.slice(0, 4))).filter((from) => from <= year))
  return [
    ...kinds.map((kind) => Number(bloc.kind === kind)),
    held.neighboursIn(bloc.id, state.iso3, day, alive),
    held.kinship(bloc.id, state.iso3, day),
    Number(role !== undefined),
    role === undefined ? 0 : Math.log1p(year - Number(role.slice(0, 4))),
    Math.log1p(held.recent(bloc.id, 'joined', year)),
    Math.log1p(year - Number(bloc.founded.slice(0, 4))),
    held.membersOn(bloc.id, day).size / alive.length,
    distance ?? usualDistance,
    Number(distance === undefined),
    Math.min(4, Math.log1p(year - since)),
  ]
}

/** Returns the covariates of `leavingCovariates` at the end of a year. */
export function leavingValues(
  facts: EventFacts,
  held: BlocFacts,
  bloc: Bloc,
  state: State,
  year: number,
  alive: readonly string[],
): number[] {
  const day = `${year}-12-31`
  const distance = held.distance(facts, bloc.id, state.iso3, year)
  const since = held.memberSince(bloc.id, state.iso3, day) ?? day
  return [
    held.neighboursIn(bloc.id, state.iso3, day, alive),
    Math.log1p(held.recent(bloc.id, 'left', year)),
    Math.log1p(year - Number(since.slice(0, 4))),
    held.membersOn(bloc.id, day).size / alive.length,
    distance ?? usualDistance,
    Number(distance === undefined),
  ]
}

/** Returns the states of a day. */
export function statesOn(day: string): string[] {
  return states.filter((state) => existedOn(state, day)).map(({ iso3 }) => iso3)
}

/** Panels of states that could join a bloc, and of members that could leave it. */
export interface BlocPanels {
  readonly joining: EventPanel
  readonly leaving: EventPanel
}

/**
 * Makes a row of every state and every bloc that existed, for every year.
 *
 * @param from        first origin
 * @param lastKnown   the last year that the table covers whole
 */
export function blocPanels(facts: EventFacts, held: BlocFacts, from: number, lastKnown: number): BlocPanels {
  const [joining, leaving] = [new EventPanelBuilder(joiningCovariates, lastKnown), new EventPanelBuilder(leavingCovariates, lastKnown)]
  for (let year = from; year < lastKnown; year++) {
    const day = `${year}-12-31`
    const alive = statesOn(day)
    for (const bloc of openBlocs(day)) {
      for (const iso3 of alive) {
        const state = stateOf(iso3)!
        const basic = { unit: `${iso3} ${bloc.id}`, group: bloc.kind, origin: year }
        if (held.isMember(bloc.id, iso3, day)) {
          const wait = held.nextLeaving(bloc.id, iso3, day) - year
          leaving.add({ ...basic, covariates: leavingValues(facts, held, bloc, state, year, alive), wait })
        } else {
          const wait = held.nextJoining(bloc.id, iso3, day) - year
          const isCommon = held.neighboursIn(bloc.id, iso3, day, alive) === 0 && held.otherRoleSince(bloc.id, iso3, day) === undefined
          joining.add({ ...basic, covariates: joiningValues(facts, held, bloc, state, year, alive), wait, isCommon })
        }
      }
    }
  }
  return { joining: joining.panel(), leaving: leaving.panel() }
}
