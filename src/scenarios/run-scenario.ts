import { VisavisError } from '../errors.ts'
import { quantile } from '../numeric/quantile.ts'
import { nameOn, stateOf } from '../states/index.ts'
import { asOneSector, baseNamed, ownBaseId } from './data/bases.ts'
import { type ElasticitySet, elasticitiesNamed } from './data/elasticity-sets.ts'
import type { TradeBase } from './data/trade-base.ts'
import { type AlignmentNeeds, alignmentOfAnswer, type MeasuredBlocs, measuredBlocs, withBlocs } from './drawn-blocs.ts'
import type {
  DrawnChange,
  EffectRow,
  GroupResult,
  PublishedComparison,
  ScenarioAnswer,
  ScenarioResult,
  SpreadRow,
} from './scenario-answer.ts'
import { type DrawPlan, isUncertain, outInCentral, resampleOf, type SolvedDraw, uncertainMembers } from './scenario-draws.ts'
import { type ScenarioSolves, scenarioSolves } from './scenario-solves.ts'
import { headlineOf, sensitivityRows } from './sensitivity.ts'
import { shockSentence, uncertainSentences } from './shock-sentences.ts'
import { buildShock, findShocks } from './shocks/build-shock.ts'
import {
  type EffectEstimate,
  type EstimatedEffects,
  type EstimateOrigin,
  estimatedEffects,
  type WithdrawalEffect,
} from './shocks/estimated-effects.ts'
import type { Scenario, ScenarioShock } from './shocks/scenario.ts'
import { ScenarioParties } from './shocks/scenario-parties.ts'
import { prepareModel, type SecondStart, secondStart } from './solve-scenario.ts'
import { type NamedGroup, tradeChanges } from './trade-changes.ts'
import { type SplitRequest, type SpreadSource, spreadSources, varianceShares } from './variance-shares.ts'

/** A published figure to set beside ours: for one economy, or for a bloc of the scenario. */
export interface PublishedFigure {
  readonly who: string
  readonly published: number
  readonly where: string
}

/** What the caller of a scenario knows or wants besides its file. */
export interface ScenarioRequest extends AlignmentNeeds {
  /** A base of the user's own, in place of the one that the file names. */
  readonly base?: TradeBase | undefined
  readonly preset?: { readonly id: string; readonly published: readonly PublishedFigure[]; readonly gap: string | null }
  /** Draws of the request; otherwise those of the file, or 100 where it says that something is uncertain. */
  readonly draws?: number | undefined
  readonly seed?: number | undefined
  /** Gives the estimate that a withdrawal names but does not hold. */
  readonly estimateOf?: (origin: EstimateOrigin) => Promise<EffectEstimate>
  /** Whether the spread is split over what is uncertain; it always is where blocs are drawn. */
  readonly shares?: boolean | undefined
  /** Whether only the central case is wanted: no draws, and nothing varied to see what moves the result. */
  readonly central?: boolean
  /** Called after each draw; it may throw to stop. */
  readonly onDraw?: (done: number, of: number) => Promise<void>
}

const drawsUnlessSaid = 100

/** A scenario that is solved but for its draws. */
export interface OpenScenario {
  readonly solves: ScenarioSolves
  /** Returns the answer from what the solves gave, in their order; those of the split are not needed where the draws are not usable. */
  answer(solved: readonly (Float64Array | undefined)[]): ScenarioAnswer
}

/**
 * Works out a scenario: the equilibrium of its shocks, a second search from elsewhere, the draws, and what moves the result most.
 *
 * @throws VisavisError as `openScenario`
 */
export async function runScenario(request: ScenarioRequest): Promise<ScenarioAnswer> {
  const { solves, answer } = await openScenario(request)
  const solved: (Float64Array | undefined)[] = []
  for (let at = 0; at < solves.count; at++) {
    // the spread of draws that are not usable is not split
    if (at === solves.draws && !areUsable(solved)) break
    solved.push(solves.solve(at))
    await request.onDraw?.(at + 1, solves.count)
  }
  return answer(solved)
}

/** Draws are left out where they did not converge; where many did not, those that did would say something else. */
function areUsable(draws: readonly (Float64Array | undefined)[]): boolean {
  return failedOf(draws) <= draws.length / 10
}

const failedOf = (draws: readonly unknown[]): number => draws.filter((one) => one === undefined).length

/**
 * Solves the central case of a scenario and says what remains to be solved.
 *
 * @throws VisavisError BadInput or UnknownState if the file names what the base lacks, a side is empty, or the model does not fit the base. A search that does not
 * converge is no error: the answer says so, and has no figures.
 */
export async function openScenario(request: ScenarioRequest): Promise<OpenScenario> {
  const { scenario } = request
  const whole = request.base ?? baseNamed(scenario.base)
  const elasticities = chosenElasticities(scenario, whole)
  const prepared = prepareModel(scenario, whole, elasticities.values)
  const seed = request.seed ?? scenario.seed ?? 1
  const aligned = await measuredBlocs(request, prepared.base, seed)
  const parties = new ScenarioParties(prepared.base, withBlocs(scenario, aligned?.blocs.central), request.membersOf)
  const found = findShocks(scenario, prepared.base, parties)
  const members = uncertainMembers(scenario, prepared.base, (name, field) => parties.find([name], field).at[0]!)
  const effects = await estimatedEffects(scenario, request.estimateOf ?? noEstimate)
  const shock = buildShock(found, prepared.base, elasticities.values, { size: 1, out: outInCentral(members), effects: effects?.central })
  const solved = prepared.solve(shock, elasticities.values)
  const second = solved.converged ? secondStart(prepared, shock, elasticities.values, solved) : 'not-converged'
  const holds = solved.converged && second === 'same'
  const plan: DrawPlan = { scenario, prepared, found, elasticities, members, central: solved, aligned, effects }
  const draws =
    isUncertain(scenario, effects) && holds && request.central !== true ? (request.draws ?? scenario.draws ?? drawsUnlessSaid) : 0
  const sources = draws > 0 && (request.shares === true || aligned !== undefined) ? spreadSources(plan) : []
  const solves = scenarioSolves(plan, sources, { draws, seed })
  const central = { request, whole, plan, aligned, second, holds, draws, seed, sources, groups: groupMembers(plan, parties) }
  return { solves, answer: (solved) => answerFrom(central, solved) }
}

/** A scenario after its central case. */
interface CentralCase {
  readonly request: ScenarioRequest
  readonly whole: TradeBase
  readonly plan: DrawPlan
  readonly aligned: MeasuredBlocs | undefined
  readonly second: SecondStart
  readonly holds: boolean
  readonly draws: number
  readonly seed: number
  readonly sources: readonly SpreadSource[]
  readonly groups: readonly Group[]
}

function answerFrom(
  { request, whole, plan, aligned, second, holds, draws, seed, sources, groups }: CentralCase,
  solved: readonly (Float64Array | undefined)[],
): ScenarioAnswer {
  const { scenario, prepared, found, elasticities, central, effects } = plan
  const own = solved.slice(0, draws)
  const failed = failedOf(own)
  const drawn = own.flatMap((welfare, k): SolvedDraw[] => (welfare === undefined ? [] : [{ k, welfare, resample: resampleOf(plan, k) }]))
  const usable = holds && areUsable(own) ? drawn : []
  const blocs = groups.filter(({ name }) => name !== 'world').map(({ name, membersIn }) => ({ name, at: membersIn(undefined) }))
  const results = resultsOf(plan, blocs, usable, holds)
  const groupRows = groupsOf(plan, groups, usable, holds)
  // where blocs are drawn, the headline is about one of those that are in theirs in every draw
  const about = aligned?.poles.flatMap(({ poles }) => poles) ?? found.named.map((at) => prepared.base.economies[at]!)
  const headline = headlineOf(results, about)
  const split = { draws, seed, solvedDraws: usable, solvedSplit: solved.slice(draws) }
  return {
    schemaVersion: 1,
    preset: request.preset?.id ?? null,
    scenario: {
      name: scenario.name,
      model: prepared.model,
      deficits: scenario.deficits ?? 'additive',
      elasticities: { id: elasticities.id, title: elasticities.title, citation: elasticities.citation },
      shocks: scenario.shocks.map((one, at) => shockSentence(one, whole.card.unit, effects?.central[at])),
      uncertain: [
        ...uncertainSentences(scenario),
        ...(effects?.isDrawn === true ? ['the estimated effect of what ends, from its normal distribution'] : []),
      ],
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
    groups: groupRows,
    headline,
    moves: holds && request.central !== true ? sensitivityRows(plan, prepared.base.economies.indexOf(headline)) : [],
    spread: sources.length === 0 || usable.length === 0 ? [] : spreadRows(plan, sources, groups, headline, split),
    alignment: aligned === undefined ? null : alignmentOfAnswer(aligned, (code) => nameOfEconomy(code, whole.card.year)),
    effects: (effects?.rows ?? []).map((row) => effectRow(row, scenario.shocks[row.shock]!, prepared.base, elasticities.values)),
    published: (request.preset?.published ?? []).map((one) => beside(one, results, groupRows)),
    gap: request.preset?.gap ?? null,
    notes: notesOf(plan, { holds, failed, draws, undefinedFor: results.filter(({ welfare }) => welfare === null).map(({ iso3 }) => iso3) }),
  }
}

/** The two ends of an interval of 90 % of a normal distribution, in standard deviations. */
const ninety = 1.6449

/** What the end of an agreement does to trade and to its cost. */
function effectRow(row: WithdrawalEffect, shock: ScenarioShock, base: TradeBase, elasticity: Float64Array): EffectRow {
  const { terms, effect, error, source } = row
  const trade = (log: number): number => 100 * Math.expm1(log)
  const sectors = 'sectors' in shock && shock.sectors !== undefined ? shock.sectors : base.sectors
  const costs = sectors.map((code) => 100 * Math.expm1(-effect / elasticity[base.sectors.indexOf(code)]!))
  return {
    shock: row.shock,
    ...{ terms, effect, error, source },
    trade: trade(effect),
    low90: error === null ? null : trade(effect - ninety * error),
    high90: error === null ? null : trade(effect + ninety * error),
    cost: { least: Math.min(...costs), greatest: Math.max(...costs) },
  }
}

async function noEstimate(origin: EstimateOrigin): Promise<EffectEstimate> {
  throw new VisavisError('Internal', `nobody gives the estimate "${origin}" here`)
}

/** A set by sector that the scenario does not name is not used where the model has one sector. */
function chosenElasticities(scenario: Scenario, whole: TradeBase): ElasticitySet {
  return elasticitiesNamed(scenario.elasticities, scenario.model === 'one-sector' ? asOneSector(whole) : whole)
}

function baseCard({ card }: TradeBase, lacking: readonly string[]): ScenarioAnswer['base'] {
  const { id, title, year, source, licence, notes } = card
  return { id, title, year, source, licence, notes, lacking }
}

function resultsOf(
  { prepared, found, central }: DrawPlan,
  blocs: readonly NamedGroup[],
  drawn: readonly SolvedDraw[],
  holds: boolean,
): ScenarioResult[] {
  const { base } = prepared
  const trade = tradeChanges(prepared, central, found.named, blocs)
  return base.economies.map((iso3, at) => ({
    iso3,
    name: nameOfEconomy(iso3, base.card.year),
    ...changeOf(
      holds ? central.welfare[at]! : Number.NaN,
      drawn.map(({ welfare }) => welfare[at]!),
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

/** A group of the answer: its members in the central case, and in a resample. */
interface Group {
  readonly name: string
  membersIn(resample: number | undefined): readonly number[]
}

function groupMembers({ scenario, prepared, aligned }: DrawPlan, parties: ScenarioParties): Group[] {
  const { economies } = prepared.base
  const fixed = (name: string, at: readonly number[]): Group => ({ name, membersIn: () => at })
  const positions = (codes: readonly string[]): readonly number[] =>
    codes.flatMap((code) => (economies.includes(code) ? [economies.indexOf(code)] : []))
  return [
    ...Object.keys(scenario.blocs ?? {}).map((name) => fixed(name, parties.find([name], `blocs.${name}`).at)),
    ...(aligned?.blocs.names ?? []).map((name): Group => {
      const [central, drawn] = [positions(aligned!.blocs.central[name]!), aligned!.blocs.drawn.map((one) => positions(one[name]!))]
      return { name, membersIn: (resample) => (resample === undefined ? central : drawn[resample]!) }
    }),
    fixed(
      'world',
      economies.map((_, at) => at),
    ),
  ]
}

function groupsOf({ prepared, central }: DrawPlan, groups: readonly Group[], drawn: readonly SolvedDraw[], holds: boolean): GroupResult[] {
  const { economies } = prepared.base
  return groups.map(({ name, membersIn }) => {
    const mean = (welfare: Float64Array, resample: number | undefined): number =>
      weightedMean(welfare, prepared.shares.expenditure, membersIn(resample))
    return {
      name,
      members: membersIn(undefined).map((one) => economies[one]!),
      ...changeOf(
        holds ? mean(central.welfare, undefined) : Number.NaN,
        drawn.map(({ welfare, resample }) => mean(welfare, resample)),
      ),
    }
  })
}

/** Splits the spread of the headline and of each group over what is uncertain. */
function spreadRows(
  plan: DrawPlan,
  sources: readonly SpreadSource[],
  groups: readonly Group[],
  headline: string,
  split: Omit<SplitRequest, 'outcomesOf'>,
): SpreadRow[] {
  const { base, shares } = plan.prepared
  const at = base.economies.indexOf(headline)
  const found = varianceShares(plan, sources, {
    ...split,
    outcomesOf: (welfare, resample) =>
      Float64Array.from([welfare[at]!, ...groups.map(({ membersIn }) => weightedMean(welfare, shares.expenditure, membersIn(resample)))]),
  })
  const who = [{ who: headline, name: nameOfEconomy(headline, base.card.year) }, ...groups.map(({ name }) => ({ who: name, name }))]
  return who.flatMap((one, k) => (found[k] === null || found[k] === undefined ? [] : [{ ...one, ...found[k] }]))
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

function notesOf({ found, prepared, central, effects }: DrawPlan, { holds, failed, draws, undefinedFor }: Outcome): string[] {
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
    ...effectNotes(effects),
    'Long run: wages and trade have adjusted, labour has moved between sectors, and nobody is out of work. Costs of the change itself are not in it.',
    `Welfare is what an economy can buy, in per cent of ${card.id === ownBaseId ? 'what it could before' : card.year}. Deficits stay the same share of world output.`,
  ]
}

function effectNotes(effects: EstimatedEffects | undefined): string[] {
  if (effects === undefined) return []
  return [
    'An estimated effect is on trade before prices adjust; the cost of trade changes by minus it over the elasticity, so that the model gives it back where all prices stay.',
    ...effects.rows
      .filter(({ effect }) => effect > 0)
      .map(({ terms }) => `By this estimate ${terms.join(' + ')} lowers trade, so that its end raises trade.`),
    ...effects.rows
      .filter(({ error }) => error === null)
      .map(({ terms }) => `The estimate of ${terms.join(' + ')} has no covariance, so it is not drawn.`),
  ]
}
