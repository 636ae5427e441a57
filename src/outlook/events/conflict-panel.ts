import { existedOn, type State, states } from '../../states/index.ts'
import { areNeighbours } from '../../states/tables/neighbours.ts'
import type { BlocFacts } from './bloc-facts.ts'
import type { EventFacts } from './event-facts.ts'
import { type EventPanel, EventPanelBuilder } from './event-panel.ts'

/** The record as forecasts of conflict need it. */
export interface ConflictInputs {
  readonly facts: EventFacts
  readonly held: BlocFacts
}

/** Covariates from tables that were compiled in 2026, by people who knew which pairs had fought. */
export const hindsightCovariates = ['land claim', 'enmity or state of war', 'no relations'] as const

/** What is known of a pair at peace from which the onset of armed conflict is forecast. */
export const onsetCovariates = [
  'fought before',
  'years since, logarithm',
  'past years, fading',
  'neighbours',
  'permanent five',
  'larger state',
  'smaller state',
  'poorer state',
  'shared blocs',
  'distance of votes',
  'distance unknown',
  'other conflicts',
  'land claim',
  'enmity or state of war',
  'no relations',
] as const

const permanentFive: ReadonlySet<string> = new Set(['CHN', 'FRA', 'GBR', 'RUS', 'USA'])

/** Returns the covariates of `onsetCovariates` for a pair at the end of a year. */
export function onsetValues({ facts, held }: ConflictInputs, a: string, b: string, year: number): number[] {
  const day = `${year}-12-31`
  const last = facts.opposedYears(a, b, year).at(-1)?.year
  const distance = facts.distance(a, b, year)
  const [one, other] = [facts.size(a, year), facts.size(b, year)]
  return [
    Number(last !== undefined),
    last === undefined ? 0 : Math.log(1 + year - last),
    Math.log1p(facts.pastConflict(a, b, year)),
    Number(areNeighbours(a, b)),
    Number(permanentFive.has(a) || permanentFive.has(b)),
    Math.max(one, other),
    Math.min(one, other),
    Math.min(facts.wealth(a, year), facts.wealth(b, year)),
    Math.log1p(held.sharedBlocs(a, b, day)),
    distance ?? usualDistance,
    Number(distance === undefined),
    Math.log1p(facts.activity(a, b, year)) + Math.log1p(facts.activity(b, a, year)),
    Number(facts.hasLandClaim(a, b, day)),
    Number(facts.hasRelation(a, b, day, ['enmity', 'state-of-war', 'armistice'])),
    Number(facts.hasRelation(a, b, day, ['no-relations', 'non-recognition'], ['never', 'broken', 'suspended', 'statehood'])),
  ]
}

/** Stands for an unknown distance, whose effect has a covariate of its own. */
const usualDistance = 1

/** Returns the group of a pair that was in conflict in the year: how many years it had gone on without a break. */
export function ageOfConflict(facts: EventFacts, a: string, b: string, year: number): 'first year' | 'second year' | 'third year or later' {
  const years = new Set(facts.opposedYears(a, b, year).map((row) => row.year))
  if (!years.has(year - 1)) return 'first year'
  return years.has(year - 2) ? 'third year or later' : 'second year'
}

/** Panels of pairs at peace and of pairs in conflict. */
export interface ConflictPanels {
  readonly onset: EventPanel
  readonly continuation: EventPanel
}

/**
 * Makes a row of every pair of states for every year at the end of which both existed.
 *
 * @param from        first origin
 * @param lastKnown   the last year of which all conflicts are known
 */
export function conflictPanels(inputs: ConflictInputs, from: number, lastKnown: number): ConflictPanels {
  const { facts } = inputs
  const onset = new EventPanelBuilder(onsetCovariates, lastKnown)
  const continuation = new EventPanelBuilder([], lastKnown)
  for (let year = from; year < lastKnown; year++) {
    for (const [a, b] of pairsOn(`${year}-12-31`)) {
      const past = facts.opposedYears(a, b, year)
      const basic = { unit: `${a} ${b}`, origin: year, wait: facts.nextOpposed(a, b, year) - year }
      if (past.at(-1)?.year === year) {
        const share = 1 / facts.coalition(a, b, year)
        continuation.add({ ...basic, group: ageOfConflict(facts, a, b, year), covariates: [], share })
        continue
      }
      const isCommon = past.length === 0 && !areNeighbours(a, b)
      onset.add({ ...basic, group: 'all', covariates: onsetValues(inputs, a, b, year), isCommon })
    }
  }
  return { onset: onset.panel(), continuation: continuation.panel() }
}

/** The pairs of states that both existed on a day, each in the order of its codes. */
function pairsOn(day: string): [string, string][] {
  const alive = states.filter((state: State) => existedOn(state, day)).map(({ iso3 }) => iso3)
  return alive.flatMap((a, i) => alive.slice(i + 1).map((b): [string, string] => [a, b]))
}
