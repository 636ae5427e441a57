import { type RandomStream, randomStream } from '../numeric/random.ts'
import { normalDraws, uniform } from '../numeric/random-normal.ts'
import { type ElasticitySet, elasticitySetsOf } from './data/elasticity-sets.ts'
import type { TradeBase } from './data/trade-base.ts'
import type { AlignedBlocs, DrawnBlocs } from './shocks/alignment.ts'
import { buildShock, type FoundShocks, type ShockVariation } from './shocks/build-shock.ts'
import type { EstimatedEffects } from './shocks/estimated-effects.ts'
import type { Scenario } from './shocks/scenario.ts'
import type { PreparedModel, Solved } from './solve-scenario.ts'

/** A member of a bloc that takes part with a probability. */
export interface UncertainMember {
  readonly bloc: string
  readonly at: number
  readonly probability: number
}

/** What all draws start from. */
export interface DrawPlan {
  readonly scenario: Scenario
  readonly prepared: PreparedModel
  readonly found: FoundShocks
  readonly elasticities: ElasticitySet
  readonly members: readonly UncertainMember[]
  readonly central: Solved
  /** Blocs drawn from the measured alignment; undefined if the scenario has none. */
  readonly aligned?: { readonly blocs: AlignedBlocs; readonly foundIn: (drawn: DrawnBlocs) => FoundShocks } | undefined
  /** Effects of agreements that end; undefined if none does. */
  readonly effects?: EstimatedEffects | undefined
}

/** Whether anything of a scenario is uncertain. */
export function isUncertain({ uncertain, alignment }: Scenario, effects: EstimatedEffects | undefined): boolean {
  if (alignment !== undefined || effects?.isDrawn === true) return true
  return uncertain !== undefined && Object.values(uncertain).some((one) => one !== undefined)
}

/** Members that stay out in the case that the answer leads with: those that take part with less than an even chance. */
export function outInCentral(members: readonly UncertainMember[]): ReadonlySet<number> {
  return new Set(members.filter(({ probability }) => probability < 0.5).map(({ at }) => at))
}

/** One draw of all that is uncertain. */
export interface ScenarioDraw {
  readonly elasticity: Float64Array
  readonly variation: ShockVariation
  /** Number of the resample from which the members of blocs are; undefined: they are not drawn. */
  readonly resample: number | undefined
}

/** Draws what is uncertain; the same for the same seed and number. */
export function scenarioDraw(plan: DrawPlan, seed: number, k: number): ScenarioDraw {
  const stream = randomStream(seed, 'scenario', k)
  const elasticity = drawnElasticity(plan, stream)
  // a stream of its own, so that an estimate leaves the other draws as they were
  const effects = plan.effects?.draw(randomStream(seed, 'scenario-estimate', k))
  const variation = { ...drawnVariation(plan, stream), effects }
  return { elasticity, variation, resample: resampleOf(plan, k) }
}

/** Each resample has its turn, so that a hundred draws hold a hundred resamples. */
export function resampleOf({ aligned }: Pick<DrawPlan, 'aligned'>, k: number): number | undefined {
  return aligned === undefined ? undefined : k % aligned.blocs.drawn.length
}

/** Solves one draw from the wages of the central case. Returns the changes of welfare as factors; undefined if the search did not converge. */
export function solveDraw(plan: DrawPlan, { elasticity, variation, resample }: ScenarioDraw): Float64Array | undefined {
  const shock = buildShock(shocksIn(plan, resample), plan.prepared.base, elasticity, variation)
  const { converged, welfare } = plan.prepared.solve(shock, elasticity, plan.central.logWage)
  return converged ? welfare : undefined
}

/** The shocks with the members that blocs have in a resample; without one, those of the central case. */
function shocksIn({ found, aligned }: DrawPlan, resample: number | undefined): FoundShocks {
  return aligned === undefined || resample === undefined ? found : aligned.foundIn(aligned.blocs.drawn[resample]!)
}

/** A draw that was solved: changes of welfare as factors, and the resample of the blocs. */
export interface SolvedDraw {
  /** Number of the draw. */
  readonly k: number
  readonly welfare: Float64Array
  readonly resample: number | undefined
}

function drawnElasticity({ scenario, prepared, elasticities }: DrawPlan, stream: RandomStream): Float64Array {
  const asked = scenario.uncertain?.elasticities
  if (asked === undefined) return elasticities.values
  if (asked === 'sets') {
    const sets = elasticitySetsOf(prepared.base)
    return sets[stream.below(sets.length)]!.values
  }
  const draw = normalDraws(stream)
  return elasticities.values.map((value) => value * Math.exp(asked.spread * draw()))
}

function drawnVariation({ scenario, members }: DrawPlan, stream: RandomStream): ShockVariation {
  const spread = scenario.uncertain?.size?.spread
  const size = spread === undefined ? 1 : Math.exp(spread * normalDraws(stream)())
  return { size, out: new Set(members.filter(({ probability }) => uniform(stream) >= probability).map(({ at }) => at)) }
}

/** Positions of the uncertain members of a scenario's blocs. */
export function uncertainMembers(
  scenario: Scenario,
  base: TradeBase,
  positionOf: (name: string, field: string) => number,
): UncertainMember[] {
  return Object.entries(scenario.uncertain?.members ?? {})
    .flatMap(([bloc, of]) =>
      Object.entries(of).map(([name, probability]) => ({ bloc, at: positionOf(name, `uncertain.members.${bloc}`), probability })),
    )
    .filter(({ at }) => at < base.economies.length)
}
