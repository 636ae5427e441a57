import { type RandomStream, randomStream } from '../numeric/random.ts'
import { normalDraws, uniform } from '../numeric/random-normal.ts'
import { type ElasticitySet, elasticitySetsOf } from './data/elasticity-sets.ts'
import type { TradeBase } from './data/trade-base.ts'
import { buildShock, type FoundShocks, type ShockVariation } from './shocks/build-shock.ts'
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
}

/** Whether a scenario says that anything is uncertain. */
export function isUncertain({ uncertain }: Scenario): boolean {
  return uncertain !== undefined && Object.values(uncertain).some((one) => one !== undefined)
}

/** Members that stay out in the case that the answer leads with: those that take part with less than an even chance. */
export function outInCentral(members: readonly UncertainMember[]): ReadonlySet<number> {
  return new Set(members.filter(({ probability }) => probability < 0.5).map(({ at }) => at))
}

/**
 * Solves each draw, from the wages of the central case. Returns changes of welfare as factors, one array a draw; draws that did not converge are counted and left
 * out.
 */
export async function scenarioDraws(
  plan: DrawPlan,
  draws: number,
  seed: number,
  onDraw?: (done: number) => Promise<void>,
): Promise<{ drawn: Float64Array[]; failed: number }> {
  const drawn: Float64Array[] = []
  let failed = 0
  for (let k = 0; k < draws; k++) {
    const stream = randomStream(seed, 'scenario', k)
    const elasticity = drawnElasticity(plan, stream)
    const variation = drawnVariation(plan, stream)
    const shock = buildShock(plan.found, plan.prepared.base, elasticity, variation)
    const { converged, welfare } = plan.prepared.solve(shock, elasticity, plan.central.logWage)
    if (converged) drawn.push(welfare)
    else failed++
    await onDraw?.(k + 1)
  }
  return { drawn, failed }
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
