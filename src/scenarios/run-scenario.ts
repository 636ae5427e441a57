import { VisavisError } from '../errors.ts'
import { quantile } from '../numeric/quantile.ts'
import { nameOn, stateOf } from '../states/index.ts'
import { baseNamed } from './data/bases.ts'
import { type ElasticitySet, elasticitiesNamed } from './data/elasticity-sets.ts'
import type { TradeBase } from './data/trade-base.ts'
import type { DrawnChange, GroupResult, PublishedComparison, ScenarioAnswer, ScenarioResult } from './scenario-answer.ts'
import { type DrawPlan, isUncertain, outInCentral, scenarioDraws, uncertainMembers } from './scenario-draws.ts'
import { headlineOf, sensitivityRows } from './sensitivity.ts'
import { shockSentence, uncertainSentences } from './shock-sentences.ts'
import { buildShock, findShocks } from './shocks/build-shock.ts'
import type { Scenario } from './shocks/scenario.ts'
import { type BlocMembers, ScenarioParties } from './shocks/scenario-parties.ts'
import { prepareModel, secondStart } from './solve-scenario.ts'
import { type NamedGroup, tradeChanges } from './trade-changes.ts'

/** A published figure to set beside ours: for one economy, or for a bloc of the scenario. */
export interface PublishedFigure {
  readonly who: string
  readonly published: number
  readonly where: string
}

/** What the caller of a scenario knows or wants besides its file. */
export interface ScenarioRequest {
  readonly scenario: Scenario
  readonly membersOf: BlocMembers
  readonly preset?: { readonly id: string; readonly published: readonly PublishedFigure[]; readonly gap: string | null }
  /** Draws of the request; otherwise those of the file, or 100 where it says that something is uncertain. */
  readonly draws?: number | undefined
  readonly seed?: number | undefined
  /** Whether only the central case is wanted: no draws, and nothing varied to see what moves the result. */
  readonly central?: boolean
  /** Called after each draw; it may throw to stop. */
  readonly onDraw?: (done: number, of: number) => Promise<void>
}

const drawsUnlessSaid = 100

/**
 * Works out a scenario: the equilibrium of its shocks, a second search from elsewhere, the draws, and what moves the result most.
 *
 * @throws VisavisError BadInput or UnknownState if the file names what the base lacks, a side is empty, or the model does not fit the base. A search that does not
 * converge is no error: the answer says so, and has no figures.
 */
export async function runScenario(request: ScenarioRequest): Promise<ScenarioAnswer> {
  const { scenario } = request
  const whole = baseNamed(scenario.base)
  const elasticities = chosenElasticities(scenario, whole)
  const prepared = prepareModel(scenario, whole, elasticities.values)
  const parties = new ScenarioParties(prepared.base, scenario, request.membersOf)
  const found = findShocks(scenario, prepared.base, parties)
  const members = uncertainMembers(scenario, prepared.base, (name, field) => parties.find([name], field).at[0]!)
  const shock = buildShock(found, prepared.base, elasticities.values, { size: 1, out: outInCentral(members) })
  const central = prepared.solve(shock, elasticities.values)
  const second = central.converged ? secondStart(prepared, shock, elasticities.values, central) : 'not-converged'
  const holds = central.converged && second === 'same'
  const plan: DrawPlan = { scenario, prepared, found, elasticities, members, central }
  const draws = isUncertain(scenario) && holds && request.central !== true ? (request.draws ?? scenario.draws ?? drawsUnlessSaid) : 0
  const seed = request.seed ?? scenario.seed ?? 1
  const { drawn, failed } = await scenarioDraws(plan, draws, seed, async (done) => request.onDraw?.(done, draws))
  const usable = holds && failed <= draws / 10 ? drawn : []
  const blocs = Object.keys(scenario.blocs ?? {}).map((name) => ({ name, at: parties.find([name], `blocs.${name}`).at }))
  const results = resultsOf(plan, blocs, usable, holds)
  const groups = groupsOf(plan, blocs, usable, holds)
  const headline = headlineOf(
    results,
    found.named.map((at) => prepared.base.economies[at]!),
  )
  return {
    schemaVersion: 1,
    preset: request.preset?.id ?? null,
    scenario: {
      name: scenario.name,
      model: prepared.model,
      deficits: scenario.deficits ?? 'additive',
      elasticities: { id: elasticities.id, title: elasticities.title, citation: elasticities.citation },
      shocks: scenario.shocks.map(shockSentence),
      uncertain: uncertainSentences(scenario),
      draws,
      seed,
    },
    base: baseCard(whole, found.lacking),
    convergence: {
      converged: central.converged,
      steps: central.steps,
      residual: central.residual,
      secondStart: second,
      drawsFailed: failed,
    },
    results,
    groups,
    headline,
    moves: holds && request.central !== true ? sensitivityRows(plan, prepared.base.economies.indexOf(headline)) : [],
    published: (request.preset?.published ?? []).map((one) => beside(one, results, groups)),
    gap: request.preset?.gap ?? null,
    notes: notesOf(plan, { holds, failed, draws, undefinedFor: results.filter(({ welfare }) => welfare === null).map(({ iso3 }) => iso3) }),
  }
}

/** A set by sector that the scenario does not name is not used where the model has one sector. */
function chosenElasticities(scenario: Scenario, whole: TradeBase): ElasticitySet {
  const table = scenario.model === 'one-sector' ? { economies: whole.economies, sectors: ['ALL'], flows: whole.flows } : whole
  return elasticitiesNamed(scenario.elasticities, table)
}

function baseCard({ card }: TradeBase, lacking: readonly string[]): ScenarioAnswer['base'] {
  const { id, title, year, source, licence, notes } = card
  return { id, title, year, source, licence, notes, lacking }
}

function resultsOf(
  { prepared, found, central }: DrawPlan,
  blocs: readonly NamedGroup[],
  drawn: readonly Float64Array[],
  holds: boolean,
): ScenarioResult[] {
  const { base } = prepared
  const trade = tradeChanges(prepared, central, found.named, blocs)
  return base.economies.map((iso3, at) => ({
    iso3,
    name: nameOfEconomy(iso3, base.card.year),
    ...changeOf(
      holds ? central.welfare[at]! : Number.NaN,
      drawn.map((welfare) => welfare[at]!),
    ),
    exports: holds ? trade.exports[at]! : null,
    imports: holds ? trade.imports[at]! : null,
    trade_with: holds ? trade.withPartners[at]! : {},
    converged: central.converged,
  }))
}

/** The change of a factor in per cent, and its median and interval of 90 % over the draws. */
function changeOf(factor: number, drawn: readonly number[]): DrawnChange {
  const values = Float64Array.from(
    drawn.filter((value) => Number.isFinite(value)),
    percent,
  )
  const of = (p: number): number | null => (values.length === 0 ? null : quantile(values, p))
  return { welfare: Number.isFinite(factor) ? percent(factor) : null, median: of(0.5), low90: of(0.05), high90: of(0.95) }
}

const percent = (factor: number): number => 100 * (factor - 1)

function groupsOf(
  { prepared, central }: DrawPlan,
  blocs: readonly NamedGroup[],
  drawn: readonly Float64Array[],
  holds: boolean,
): GroupResult[] {
  const { economies } = prepared.base
  return [...blocs, { name: 'world', at: economies.map((_, at) => at) }].map(({ name, at }) => {
    const mean = (welfare: Float64Array): number => weightedMean(welfare, prepared.shares.expenditure, at)
    return { name, members: at.map((one) => economies[one]!), ...changeOf(holds ? mean(central.welfare) : Number.NaN, drawn.map(mean)) }
  })
}

/** Mean of the economies for which there is a number. */
function weightedMean(values: Float64Array, weights: Float64Array, at: readonly number[]): number {
  let [sum, total] = [0, 0]
  for (const one of at) {
    if (!Number.isFinite(values[one]!)) continue
    sum += weights[one]! * values[one]!
    total += weights[one]!
  }
  return total > 0 ? sum / total : Number.NaN
}

function nameOfEconomy(code: string, year: number): string {
  if (code === 'ROW') return 'Rest of the world'
  if (code === 'HKG') return 'Hong Kong'
  const state = stateOf(code)
  return state === undefined ? code : nameOn(state, `${year}-12-31`)
}

function beside(
  { who, published, where }: PublishedFigure,
  results: readonly ScenarioResult[],
  groups: readonly GroupResult[],
): PublishedComparison {
  const ours = groups.find(({ name }) => name === who) ?? results.find(({ iso3 }) => iso3 === who)
  if (ours === undefined) throw new VisavisError('Internal', `no result for ${who}`)
  return { who, published, ours: ours.welfare, where }
}

interface Outcome {
  readonly holds: boolean
  readonly failed: number
  readonly draws: number
  readonly undefinedFor: readonly string[]
}

function notesOf({ found, prepared, central }: DrawPlan, { holds, failed, draws, undefinedFor }: Outcome): string[] {
  const { card } = prepared.base
  const lacking = found.lacking.length === 0 ? [] : [`The base does not list ${found.lacking.join(', ')}, so they take no part.`]
  if (!central.converged)
    return [
      `No equilibrium was found: after ${central.steps} steps ${central.residual.toPrecision(2)} of supply is still without a buyer. There are no figures.`,
      ...lacking,
    ]
  if (!holds)
    return [
      'A second search from other wages did not end at the same equilibrium, so the answer is not unique. There are no figures.',
      ...lacking,
    ]
  return [
    ...lacking,
    ...(undefinedFor.length === 0 ? [] : [`Undefined for ${undefinedFor.join(', ')}: a good that is spent on there has no seller left.`]),
    ...(failed === 0
      ? []
      : [`${failed} of ${draws} draws did not converge${failed > draws / 10 ? ', so there are no intervals' : ' and are left out'}.`]),
    'Long run: wages and trade have adjusted, labour has moved between sectors, and nobody is out of work. Costs of the change itself are not in it.',
    `Welfare is what an economy can buy, in per cent of ${card.year}. Deficits stay the same share of world output.`,
  ]
}
