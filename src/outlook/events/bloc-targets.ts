import { type Bloc, type State, stateOf } from '../../states/index.ts'
import type { BlocFacts } from './bloc-facts.ts'
import { joiningCovariates, joiningValues, leavingValues, openBlocs, statesOn } from './bloc-panel.ts'
import { eventProbability } from './event-backtest.ts'
import type { EventFacts } from './event-facts.ts'
import type { EventModels, HorizonModel } from './event-models.ts'
import { eventHorizons } from './event-panel.ts'
import { eventRuleText } from './event-rules.ts'
import type { EventOutlook, EventTarget } from './event-target.ts'
import { percentWords, risingWithHorizon, skillWords } from './event-words.ts'

const source = 'bloc-memberships'
/** Blocs of each state that are shown: those that it most probably joins. */
const mostShown = 2
/** Horizon by which they are chosen. */
const chosenBy = 5

interface Inputs {
  readonly facts: EventFacts
  readonly held: BlocFacts
  readonly models: EventModels
}

interface Setting extends Inputs {
  /** The last day of the table, and its year. */
  readonly day: string
  readonly origin: number
  readonly alive: readonly string[]
}

/** Forecasts that one of two states joins a bloc that the other is in, and that one of them leaves a bloc that both are in. */
export function blocTargets(inputs: Inputs, a: State, b: State): EventOutlook {
  const day = inputs.facts.record.cards.get(source)?.vintage
  if (day === undefined) return { targets: [], without: [{ id: 'bloc-joining', why: 'The record has no table of bloc memberships.' }] }
  const setting: Setting = { ...inputs, day, origin: Number(day.slice(0, 4)), alive: statesOn(day) }
  const joining = [...candidates(setting, a, b), ...candidates(setting, b, a)]
  const common = openBlocs(day).filter(({ id }) => inputs.held.isMember(id, a.iso3, day) && inputs.held.isMember(id, b.iso3, day))
  return {
    targets: [
      ...joining.flatMap((one) => eventHorizons.map((horizon) => joiningTarget(setting, one, horizon))),
      ...(common.length === 0 ? [] : eventHorizons.map((horizon) => leavingTarget(setting, [a, b], common, horizon))),
    ],
    without: [
      ...(joining.length === 0 ? [{ id: 'bloc-joining', why: 'Neither is in a bloc of the table without the other.' }] : []),
      ...(common.length === 0 ? [{ id: 'bloc-leaving', why: 'They are in no bloc of the table together.' }] : []),
    ],
  }
}

/** Forecasts that a state joins a bloc, at each horizon; none where it is a member, or the bloc has no members or cannot be joined. */
export function joiningTargets(inputs: Inputs, state: State, bloc: Bloc): readonly EventTarget[] {
  const day = inputs.facts.record.cards.get(source)?.vintage
  if (day === undefined || !openBlocs(day).includes(bloc) || inputs.held.isMember(bloc.id, state.iso3, day)) return []
  const other = [...inputs.held.membersOn(bloc.id, day)].flatMap((iso3) => stateOf(iso3) ?? [])[0]
  if (other === undefined) return []
  const setting: Setting = { ...inputs, day, origin: Number(day.slice(0, 4)), alive: statesOn(day) }
  const values = joiningValues(inputs.facts, inputs.held, bloc, state, setting.origin, setting.alive)
  return risingWithHorizon(eventHorizons.map((horizon) => joiningTarget(setting, { state, other, bloc, values }, horizon)))
}

interface Candidate {
  readonly state: State
  readonly other: State
  readonly bloc: Bloc
  readonly values: readonly number[]
}

/** The blocs of the other that a state most probably joins. */
function candidates(setting: Setting, state: State, other: State): Candidate[] {
  const { facts, held, day, origin, alive, models } = setting
  const open = openBlocs(day).filter(({ id }) => held.isMember(id, other.iso3, day) && !held.isMember(id, state.iso3, day))
  return open
    .map((bloc): Candidate => ({ state, other, bloc, values: joiningValues(facts, held, bloc, state, origin, alive) }))
    .map((one) => ({ one, probability: joiningProbability(models, one, chosenBy) }))
    .sort((x, y) => y.probability - x.probability)
    .slice(0, mostShown)
    .map(({ one }) => one)
}

function joiningProbability(models: EventModels, { bloc, values }: Candidate, horizon: number): number {
  const kind = models.kinds['bloc-joining'][horizon]!
  return kind.model === null ? rateOf(kind, bloc) : eventProbability(kind.model, values)
}

function rateOf({ rates }: HorizonModel, { kind }: Bloc): number {
  return rates[kind] ?? rates['all']!
}

function joiningTarget({ models, day, origin }: Setting, candidate: Candidate, horizon: number): EventTarget {
  const { state, other, bloc, values } = candidate
  const kind = models.kinds['bloc-joining'][horizon]!
  const last = origin + horizon
  return {
    ...{ id: `bloc-joining:${state.iso3}:${bloc.id}`, horizon, unit: 'probability', median: null, bands: [] },
    probability: joiningProbability(models, candidate, horizon),
    baseline: rateOf(kind, bloc),
    skill: kind.skill,
    title: `Joining ${bloc.name}: ${state.name}, by the end of ${last}`,
    definition: `${state.name} becomes a full member of ${bloc.id}, as ${other.name} is; observers and partners are not members.`,
    baseRateOf: `states outside a bloc of the kind "${bloc.kind}" that joined it, in windows of this length in the last 20 years`,
    basis: skillWords(kind.tried, kind.model !== null),
    change: joiningChange(kind, values, bloc),
    resolution: {
      source,
      vintage: `the first edition of the table that covers ${last}`,
      day: `${last + 1}-03-31`,
      rule: eventRuleText({ kind: 'bloc-joining', bloc: bloc.id, state: state.iso3, after: day, to: last }),
    },
  }
}

function joiningChange({ model }: HorizonModel, values: readonly number[], { id }: Bloc): string {
  if (model === null) return 'No model was better than the base rate, so nothing in the record changes it.'
  const turned = (name: (typeof joiningCovariates)[number], value: number): string =>
    percentWords(
      eventProbability(
        model,
        values.map((one, c) => (joiningCovariates[c] === name ? value : one)),
      ),
    )
  const hasRole = values[joiningCovariates.indexOf('other role')] === 1
  const role = hasRole
    ? 'Its role in the bloc as observer, partner or the like counts already, the less the longer it lasts.'
    : `A role as observer, partner or the like in ${id} would raise it to ${turned('other role', 1)}.`
  const neighbours = values[joiningCovariates.indexOf('neighbours in it')]!
  return neighbours < 0.5 ? `${role} If all its neighbours were members, it would be ${turned('neighbours in it', 1)}.` : role
}

function leavingProbability({ facts, held, models, origin, alive }: Setting, bloc: Bloc, state: State, horizon: number): number {
  const kind = models.kinds['bloc-leaving'][horizon]!
  return kind.model === null ? rateOf(kind, bloc) : eventProbability(kind.model, leavingValues(facts, held, bloc, state, origin, alive))
}

/** Probability that at least one of several independent events comes. */
function anyOf(probabilities: readonly number[]): number {
  return 1 - probabilities.reduce((none, one) => none * (1 - one), 1)
}

function leavingTarget(setting: Setting, [a, b]: readonly [State, State], common: readonly Bloc[], horizon: number): EventTarget {
  const { models, day, origin } = setting
  const kind = models.kinds['bloc-leaving'][horizon]!
  const both = common.flatMap((bloc) => [a, b].map((state) => ({ bloc, state })))
  const last = origin + horizon
  const listed = common.map(({ id }) => id).join(', ')
  return {
    ...{ id: 'bloc-leaving', horizon, unit: 'probability', median: null, bands: [] },
    probability: anyOf(both.map(({ bloc, state }) => leavingProbability(setting, bloc, state, horizon))),
    baseline: anyOf(both.map(({ bloc }) => rateOf(kind, bloc))),
    skill: kind.skill,
    title: `Leaving a common bloc: ${a.name} or ${b.name}, by the end of ${last}`,
    definition: `At least one of the two ceases to be a full member, by leaving or by suspension, of at least one of ${listed}.`,
    baseRateOf: `members of blocs of each kind that left or were suspended, in windows of this length in the last 20 years; the two, and their blocs, taken as independent`,
    basis: skillWords(kind.tried, kind.model !== null),
    change:
      'A notice of withdrawal or a suspension would decide it; the record holds no such notices, so the base rate does not move with events.',
    resolution: {
      source,
      vintage: `the first edition of the table that covers ${last}`,
      day: `${last + 1}-03-31`,
      rule: eventRuleText({ kind: 'bloc-leaving', states: [a.iso3, b.iso3], blocs: common.map((bloc) => bloc.id), after: day, to: last }),
    },
  }
}
